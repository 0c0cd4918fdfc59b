import type { SpawnedRunspace } from '../../commands/call-frame.ts';
import { blockText } from '../../commands/command-info.ts';
import type { CmdletContext, Step } from '../../commands/define-cmdlet.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import type { UsingValues } from '../../evaluate/using.ts';
import { elementsOf } from '../../members/enumerate.ts';
import type { StreamSet } from '../../pipeline/sink.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { ScriptBlock } from '../../values/script-block.ts';
import { spawn } from './jobs/background-job.ts';
import { runInChild } from './jobs/child-runspace.ts';
import type { Job, JobStream } from './jobs/job.ts';
import { jobsOf } from './jobs/job-table.ts';
import { usingValues } from './jobs/using-variables.ts';

interface ParallelArguments {
  readonly InputObject?: PSValue;
  readonly Parallel?: ScriptBlock | undefined;
  readonly ThrottleLimit?: number | undefined;
  readonly TimeoutSeconds?: number | undefined;
  readonly AsJob?: boolean | undefined;
  readonly UseNewRunspace?: boolean | undefined;
}

const unsupported = ['ErrorAction', 'WarningAction', 'InformationAction', 'ProgressAction', 'PipelineVariable'];

/** ForEach-Object -Parallel: each object has a runspace of its own, some at a time. */
export function runParallel(ctx: CmdletContext) {
  let run: ParallelRun | undefined;
  return {
    begin(): Step {
      const rejected = unsupported.find((name) => ctx.bound.has(name));
      if (rejected === undefined) return;
      ctx.throwTerminating({
        id: 'ParallelCommonParametersNotSupported',
        category: 'NotImplemented',
        exceptionType: 'System.Management.Automation.PSNotSupportedException',
        message: `-${rejected} cannot be used with -Parallel.`,
      });
    },
    async process(args: ParallelArguments): Promise<void> {
      const block = args.Parallel;
      if (!block) return;
      run ??= new ParallelRun(ctx, block, await usingValues(ctx.caller, block), args);
      const given = args.InputObject ?? null;
      const items = ctx.bound.has('InputObject') && !ctx.expectingInput ? (elementsOf(given) ?? [given]) : [given];
      for (const item of items) await run.add(item);
    },
    async end(): Promise<void> {
      await run?.finish();
    },
    dispose(): void {
      run?.stopAll();
    },
  };
}

class ParallelRun {
  readonly #ctx: CmdletContext;
  readonly #block: ScriptBlock;
  readonly #using: UsingValues;
  readonly #args: ParallelArguments;
  readonly #idle: SpawnedRunspace[] = [];
  readonly #busy = new Set<SpawnedRunspace>();
  readonly #results: { readonly stream: JobStream; readonly value: PSValue }[] = [];
  readonly #job: Job | undefined;
  #wake: (() => void) | undefined;
  readonly #deadline: number | undefined;
  #timedOut = false;

  constructor(ctx: CmdletContext, block: ScriptBlock, using: UsingValues, args: ParallelArguments) {
    this.#ctx = ctx;
    this.#block = block;
    this.#using = using;
    this.#args = args;
    if (args.AsJob) this.#job = this.#makeJob();
    if (args.TimeoutSeconds) this.#deadline = ctx.engine.clock.now() + args.TimeoutSeconds * 1000;
  }

  #makeJob(): Job {
    const table = jobsOf(this.#ctx.engine);
    const job = table.make({
      command: blockText(this.#block),
      location: 'PowerShell',
      jobType: 'PSTaskJob',
      typeName: 'System.Management.Automation.PSTaskJobs.PSTaskJob',
    });
    table.add(job);
    return job;
  }

  /** Starts the work for one object; waits while as many run as may. */
  async add(item: PSValue): Promise<void> {
    if (this.#job) {
      this.#addChild(this.#job, item);
      return;
    }
    const limit = this.#args.ThrottleLimit ?? 5;
    while (this.#busy.size >= limit) await this.#step();
    if (this.#timedOut) return;
    const runspace = (this.#args.UseNewRunspace ? undefined : this.#idle.pop()) ?? spawn(this.#ctx.caller);
    this.#busy.add(runspace);
    void this.#work(runspace, item);
    await this.#deliver();
  }

  async #work(runspace: SpawnedRunspace, item: PSValue): Promise<void> {
    const keep = (stream: JobStream) => (value: PSValue) => this.#push(stream, value);
    const outcome = await runInChild(runspace, {
      block: this.#block,
      using: this.#using,
      dollarUnder: item,
      streams: streamsTo(keep),
    });
    if (outcome.error) this.#push('error', outcome.error);
    this.#busy.delete(runspace);
    this.#idle.push(runspace);
    this.#notify();
  }

  #push(stream: JobStream, value: PSValue): void {
    this.#results.push({ stream, value });
    this.#notify();
  }

  #notify(): void {
    const wake = this.#wake;
    this.#wake = undefined;
    wake?.();
  }

  async #deliver(): Promise<void> {
    const { streams } = this.#ctx;
    for (const { stream, value } of this.#results.splice(0)) {
      if (stream === 'output') await this.#ctx.write(value);
      else if (value instanceof ErrorRecord) await this.#ctx.writeError(value);
      else await streams[stream].write(value);
    }
  }

  /** Waits for something to happen and passes on what came. */
  async #step(): Promise<void> {
    if (this.#results.length === 0) {
      const event = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      const left =
        this.#deadline === undefined ? undefined : Math.max(0, this.#deadline - this.#ctx.engine.clock.now());
      const limit = left === undefined ? [] : [this.#ctx.engine.clock.sleep(left, event)];
      await Promise.race([event, this.#ctx.whenStopping, ...limit]);
    }
    await this.#deliver();
    const isLate = this.#deadline !== undefined && this.#ctx.engine.clock.now() >= this.#deadline;
    if (!isLate && !this.#ctx.stopping) return;
    this.#timedOut = true;
    this.stopAll();
  }

  async finish(): Promise<void> {
    if (this.#job) {
      await this.#ctx.write(this.#job);
      return;
    }
    while (this.#busy.size > 0) await this.#step();
    await this.#deliver();
    if (!this.#timedOut || this.#ctx.stopping) return;
    await this.#ctx.writeError({
      id: 'PSTaskException',
      category: 'OperationTimeout',
      exceptionType: 'System.TimeoutException',
      message: `Not all objects were done within ${this.#args.TimeoutSeconds} seconds.`,
    });
  }

  stopAll(): void {
    for (const runspace of this.#busy) void runspace.stop();
  }

  /** As a job, each object is a child job that starts at once. */
  #addChild(job: Job, item: PSValue): void {
    const { engine } = this.#ctx;
    const child = jobsOf(engine).make({
      command: blockText(this.#block),
      location: 'PowerShell',
      jobType: 'PSTaskChildJob',
      typeName: 'System.Management.Automation.PSTaskJobs.PSTaskChildJob',
    });
    job.addChildren(child);
    const runspace = spawn(this.#ctx.caller);
    child.onStop = () => runspace.stop();
    child.state = 'Running';
    const work = { block: this.#block, using: this.#using, dollarUnder: item, streams: child.sinks() };
    void Promise.resolve().then(async () => {
      const outcome = await runInChild(runspace, work);
      if (outcome.error) child.add('error', outcome.error);
      child.state = outcome.stopped ? 'Stopped' : outcome.error ? 'Failed' : 'Completed';
    });
  }
}

function streamsTo(keep: (stream: JobStream) => (value: PSValue) => void): StreamSet {
  return {
    output: { write: keep('output') },
    error: { write: keep('error') },
    warning: { write: keep('warning') },
    verbose: { write: keep('verbose') },
    debug: { write: keep('debug') },
    information: { write: keep('information') },
    progress: { write: keep('progress') },
  };
}
