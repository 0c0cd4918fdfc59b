import type { CommandEngine } from '../../commands/call-frame.ts';
import { NetException } from '../../errors/net-exception.ts';
import {
  InvocableRunspace,
  type Invocation,
  type InvocationEnd,
  type InvocationRequest,
} from '../../pipeline/invocable-runspace.ts';
import { Guid } from '../../values/guid.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { InitialSessionState } from './initial-session-state.ts';
import { type LocalRunspace, madeRunspace } from './local-runspace.ts';

/** States of a pool, by the names of RunspacePoolState. */
export type PoolState = 'BeforeOpen' | 'Opened' | 'Closed';

/** How many runspaces a pool holds. */
export interface PoolSize {
  readonly min: number;
  readonly max: number;
}

/**
 * System.Management.Automation.Runspaces.RunspacePool: runspaces of this process that invocations take in turn. Each is
 * made when none is free and kept for the next; where all are in use, an invocation waits.
 */
export class RunspacePool extends InvocableRunspace {
  readonly instanceId: Guid;
  readonly initial: InitialSessionState | undefined;
  state: PoolState = 'BeforeOpen';
  /** Values of settings that change nothing here, such as ThreadOptions. */
  readonly settings = new Map<string, PSValue>();
  #size: PoolSize;
  readonly #engine: CommandEngine;
  readonly #free: LocalRunspace[] = [];
  readonly #used = new Set<LocalRunspace>();
  readonly #waiting: (() => void)[] = [];

  constructor(engine: CommandEngine, size: PoolSize, initial?: InitialSessionState) {
    super();
    if (size.min < 1 || size.max < 1 || size.min > size.max)
      throw new NetException(
        'System.Management.Automation.PSArgumentException',
        `A pool cannot hold ${size.min} to ${size.max} runspaces: both numbers are at least 1, the first not above the second.`,
      );
    this.#engine = engine;
    this.#size = size;
    this.initial = initial;
    this.instanceId = Guid.fromRandomBytes(engine.random.bytes(16));
  }

  get size(): PoolSize {
    return this.#size;
  }

  /** Whether the size was taken: it must leave the bounds in order. */
  resize(size: PoolSize): boolean {
    if (size.min < 1 || size.min > size.max) return false;
    this.#size = size;
    this.#wake();
    return true;
  }

  get available(): number {
    return this.state === 'Opened' ? Math.max(0, this.#size.max - this.#used.size) : 0;
  }

  open(): void {
    if (this.state !== 'BeforeOpen') throw this.#wrongState();
    this.state = 'Opened';
  }

  ensureOpen(): void {
    if (this.state === 'BeforeOpen') this.open();
  }

  close(): void {
    this.state = 'Closed';
    for (const runspace of [...this.#free.splice(0), ...this.#used]) runspace.close();
    this.#wake();
  }

  demandOpen(): void {
    if (this.state !== 'Opened') throw this.#wrongState();
  }

  begin(request: InvocationRequest): Invocation {
    this.demandOpen();
    let running: Invocation | undefined;
    let isStopped = false;
    const run = async (): Promise<InvocationEnd> => {
      const runspace = await this.#take();
      try {
        if (isStopped || this.state !== 'Opened') return { error: undefined, stopped: true };
        running = runspace.begin(request);
        return await running.done;
      } finally {
        this.#giveBack(runspace);
      }
    };
    return {
      done: run(),
      stop: () => {
        isStopped = true;
        running?.stop();
      },
    };
  }

  async #take(): Promise<LocalRunspace> {
    while (this.state === 'Opened' && this.#used.size >= this.#size.max)
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    const runspace = this.#free.pop() ?? madeRunspace(this.#engine, this.initial);
    runspace.ensureOpen();
    this.#used.add(runspace);
    return runspace;
  }

  #giveBack(runspace: LocalRunspace): void {
    this.#used.delete(runspace);
    if (this.state === 'Opened') this.#free.push(runspace);
    else runspace.close();
    this.#waiting.shift()?.();
  }

  #wake(): void {
    for (const resume of this.#waiting.splice(0)) resume();
  }

  #wrongState(): NetException {
    return new NetException(
      'System.Management.Automation.Runspaces.InvalidRunspacePoolStateException',
      `The runspace pool cannot do this, because it is ${this.state}.`,
    );
  }
}
