import type { Budget } from '../engine.ts';
import { PipelineStoppedSignal } from '../errors/control-flow.ts';
import { fail, type TerminatingError } from '../errors/terminating-error.ts';
import type { Clock } from '../host/clock.ts';
import type { Eventually } from '../values/ps-value.ts';
import { type Limits, largestArray, largestString, type Usage } from './limits.ts';

/** Steps between two looks at the clock and the stop flag. */
const checkInterval = 4096;
/** Milliseconds of uninterrupted work after which the event loop gets a turn. */
const turnLength = 12;

/** What a budget needs of its engine. */
export interface BudgetOptions {
  readonly clock: Clock;
  /** Lets the event loop run once; undefined where the engine may not yield. */
  readonly yieldTurn: (() => Promise<void>) | undefined;
  /** Called at check points: hosts write out what they hold back. */
  readonly onCheckPoint: () => void;
}

/**
 * The one budget of a run: counts steps, depth and sizes against the limits, watches the stop flag and the clock, and
 * says when the event loop is due. A run that goes over a limit ends in that limit's error, whatever it catches.
 */
export class EngineBudget implements Budget {
  stopping = false;
  /** Resolves with the next stop; a new one for each run, and for what unwinds after a stop. */
  whenStopped: Promise<void> | undefined = undefined;
  #resolveStop: () => void = () => {};
  readonly #options: BudgetOptions;
  #limits: Limits = {};
  #untilCheck = checkInterval;
  #window = checkInterval;
  #steps = 0;
  #outputObjects = 0;
  #started = 0;
  #turnStarted = 0;
  #exceeded: TerminatingError | undefined;
  #mayYield = true;
  #yieldDue = false;
  #running = 0;

  constructor(options: BudgetOptions) {
    this.#options = options;
  }

  /** Starts counting for a run; nested runs share the outer one's count. */
  enter(limits: Limits, mayYield: boolean): void {
    if (this.#running++ > 0) return;
    this.#limits = limits;
    this.#mayYield = mayYield;
    this.#steps = 0;
    this.#outputObjects = 0;
    this.#exceeded = undefined;
    this.#armStop();
    this.#started = this.#options.clock.monotonic();
    this.#turnStarted = this.#started;
    this.#openWindow();
  }

  leave(): void {
    this.#running--;
  }

  get usage(): Usage {
    return {
      steps: this.#steps + this.#window - this.#untilCheck,
      outputObjects: this.#outputObjects,
      milliseconds: this.#options.clock.monotonic() - this.#started,
    };
  }

  /** The limit that ended the run, if one did. */
  get exceeded(): TerminatingError | undefined {
    return this.#exceeded;
  }

  /** Asks the run to stop at its next check point (Ctrl+C, abort signal). */
  stop(): void {
    this.stopping = true;
    this.#untilCheck = Math.min(this.#untilCheck, 0);
    this.#resolveStop();
  }

  #armStop(): void {
    this.stopping = false;
    this.whenStopped = new Promise((resolve) => {
      this.#resolveStop = resolve;
    });
  }

  /** See {@link Budget.unwinding}. A run over a limit gets no such time. */
  unwinding<T>(work: () => Eventually<T>): Eventually<T> {
    if (!this.stopping || this.#exceeded) return work();
    this.#armStop();
    this.#openWindow();
    const raise = () => this.stop();
    let result: Eventually<T>;
    try {
      result = work();
    } catch (thrown) {
      raise();
      throw thrown;
    }
    if (result instanceof Promise) return result.finally(raise);
    raise();
    return result;
  }

  charge(count: number): void {
    this.#untilCheck -= count;
    if (this.#untilCheck <= 0) this.#check();
  }

  spend(count: number): boolean {
    this.#untilCheck -= count;
    return this.#untilCheck <= 0;
  }

  chargeOutput(): void {
    this.#outputObjects++;
    const limit = this.#limits.outputObjects;
    if (limit !== undefined && this.#outputObjects > limit)
      this.#exceed('OutputLimitExceeded', 'output objects', this.#outputObjects, limit);
  }

  checkString(length: number): void {
    const limit = this.#limits.stringLength;
    if (limit !== undefined && length > limit)
      this.#exceed('StringLimitExceeded', 'characters in one string', length, limit);
    if (length > largestString)
      throw outOfMemory(`A string of ${length} characters is larger than any string can be (${largestString}).`);
  }

  checkArray(length: number): void {
    const limit = this.#limits.arrayLength;
    if (limit !== undefined && length > limit)
      this.#exceed('ArrayLimitExceeded', 'elements in one array', length, limit);
    if (length > largestArray)
      throw outOfMemory(`An array of ${length} elements is larger than any array can be (${largestArray}).`);
  }

  pause(): Promise<void> | undefined {
    if (!this.#yieldDue || !this.#mayYield || !this.#options.yieldTurn) return undefined;
    this.#yieldDue = false;
    return this.#options.yieldTurn().then(() => {
      this.#turnStarted = this.#options.clock.monotonic();
      if (this.stopping) this.#check();
    });
  }

  #openWindow(): void {
    const left = (this.#limits.steps ?? Number.MAX_SAFE_INTEGER) - this.#steps;
    this.#window = Math.min(checkInterval, left + 1);
    this.#untilCheck = this.#window;
  }

  #check(): void {
    this.#steps += this.#window - this.#untilCheck;
    if (this.#exceeded) throw this.#exceeded;
    if (this.stopping) {
      this.#window = this.#untilCheck = 0;
      throw new PipelineStoppedSignal();
    }
    const { steps, milliseconds } = this.#limits;
    if (steps !== undefined && this.#steps > steps) this.#exceed('StepLimitExceeded', 'steps', this.#steps, steps);
    const now = this.#options.clock.monotonic();
    if (milliseconds !== undefined && now - this.#started > milliseconds)
      this.#exceed('TimeLimitExceeded', 'milliseconds', Math.round(now - this.#started), milliseconds);
    if (now - this.#turnStarted > turnLength) {
      this.#options.onCheckPoint();
      this.#yieldDue = true;
      if (!this.#mayYield) this.#turnStarted = now;
    }
    this.#openWindow();
  }

  #exceed(id: string, what: string, spent: number, limit: number): never {
    this.#exceeded = fail({
      id,
      category: 'LimitsExceeded',
      exceptionType: 'System.Management.Automation.RuntimeException',
      message: `The run used ${spent} ${what}; its limit is ${limit}.`,
      target: null,
    });
    this.#window = this.#untilCheck = 0;
    throw this.#exceeded;
  }
}

function outOfMemory(message: string): TerminatingError {
  return fail({ id: 'OutOfMemory', category: 'NotSpecified', exceptionType: 'System.OutOfMemoryException', message });
}
