import type { ErrorRecord } from '../../../errors/error-record.ts';
import type { StreamSet } from '../../../pipeline/sink.ts';
import { DataCollection } from '../../../values/data-collection.ts';
import type { Guid } from '../../../values/guid.ts';
import { raiseOutside } from '../../../values/net-events.ts';
import { NetObject } from '../../../values/net-object.ts';
import type { Eventually, PSValue } from '../../../values/ps-value.ts';

/** Names of System.Management.Automation.JobState that occur here. */
export type JobState =
  | 'NotStarted'
  | 'Running'
  | 'Completed'
  | 'Failed'
  | 'Stopped'
  | 'Blocked'
  | 'Disconnected'
  | 'Stopping';

/** The streams a job keeps. */
export type JobStream = 'output' | 'error' | 'warning' | 'verbose' | 'debug' | 'information' | 'progress';

const streamNames: readonly JobStream[] = ['output', 'error', 'warning', 'verbose', 'debug', 'information', 'progress'];

/** One thing a job wrote, in order over all streams; `host` is what it wants of the host of whoever receives it. */
export interface JobResult {
  readonly stream: JobStream | 'host';
  readonly value: PSValue;
}

/** What a job on another computer asks of the host; done once, when the job is received. */
export class HostRequest extends NetObject {
  #work: (() => Eventually<void>) | undefined;

  constructor(work: () => Eventually<void>) {
    super();
    this.#work = work;
  }

  run(): Eventually<void> {
    const work = this.#work;
    this.#work = undefined;
    return work?.();
  }
}

/** What StateChanged of a job brings. */
export class JobStateEventArgs extends NetObject {
  readonly job: Job;
  readonly state: JobState;
  readonly before: JobState;

  constructor(job: Job, state: JobState, before: JobState) {
    super();
    this.job = job;
    this.state = state;
    this.before = before;
  }
}

const finalStates: ReadonlySet<JobState> = new Set(['Completed', 'Failed', 'Stopped']);

/** What a job is called and made of. */
export interface JobSpec {
  readonly id: number;
  readonly instanceId: Guid;
  readonly name: string;
  readonly command: string;
  readonly location: string;
  /** `PSJobTypeName`: BackgroundJob, ThreadJob, RemoteJob, ... */
  readonly jobType: string;
  /** Full .NET name of the class it stands for. */
  readonly typeName: string;
}

/** System.Management.Automation.Job: work that goes on by itself and keeps what it wrote until it is received. */
export class Job extends NetObject {
  readonly spec: JobSpec;
  name: string;
  statusMessage = '';
  /** Milliseconds since 1970 UTC. */
  began: number | undefined = undefined;
  ended: number | undefined = undefined;
  /** Why it failed. */
  reason: ErrorRecord | undefined = undefined;
  /** Ends the work; set by whoever does it. */
  onStop: (() => Eventually<void>) | undefined = undefined;
  readonly streams: Readonly<Record<JobStream, DataCollection>>;
  #state: JobState = 'NotStarted';
  #announced: JobState = 'NotStarted';
  readonly #children: Job[] = [];
  #parent: Job | undefined = undefined;
  #results: JobResult[] = [];
  #waiting: (() => void)[] = [];

  constructor(spec: JobSpec) {
    super();
    this.spec = spec;
    this.name = spec.name;
    const made = streamNames.map((name) => [name, new DataCollection()] as const);
    // The entries are exactly the names of JobStream.
    this.streams = Object.fromEntries(made) as unknown as Record<JobStream, DataCollection>;
  }

  /** The jobs that are parts of this one. */
  get childJobs(): readonly Job[] {
    return this.#children;
  }

  /** Of a job with children: what they are all together. */
  get state(): JobState {
    if (this.childJobs.length === 0) return this.#state;
    const states = this.childJobs.map((child) => child.state);
    if (states.every((state) => state === 'NotStarted')) return 'NotStarted';
    if (states.includes('Blocked')) return 'Blocked';
    if (states.some((state) => !finalStates.has(state))) return 'Running';
    return states.find((state) => state === 'Failed') ?? states.find((state) => state === 'Stopped') ?? 'Completed';
  }

  set state(state: JobState) {
    this.#state = state;
    this.#wake();
    this.#announce();
  }

  /** Raises StateChanged, here and where this is a part. */
  #announce(): void {
    const before = this.#announced;
    const { state } = this;
    this.#announced = state;
    if (before !== state) {
      const change = new JobStateEventArgs(this, state, before);
      raiseOutside(this, 'StateChanged', this, change);
      (this.#parent ?? this).onStateChange?.(change);
    }
    if (this.#parent) this.#parent.#announce();
  }

  /** Called on every change of state, here or in a part. */
  onStateChange: ((change: JobStateEventArgs) => void) | undefined = undefined;

  /** Takes jobs as parts of this one. */
  addChildren(...jobs: readonly Job[]): void {
    this.#children.push(...jobs);
    for (const job of jobs) job.#parent = this;
  }

  get isFinished(): boolean {
    return finalStates.has(this.state);
  }

  /** Whether there is something to receive, or may be once more of it has run. */
  get hasMoreData(): boolean {
    if (this.#results.length > 0) return true;
    return this.childJobs.length === 0 ? !this.isFinished : this.childJobs.some((child) => child.hasMoreData);
  }

  /** Takes what the work writes. */
  add(stream: JobStream, value: PSValue): void {
    this.#results.push({ stream, value });
    this.streams[stream].items.push(value);
    this.#wake();
  }

  /** Takes what the work asks of the host. */
  ask(request: HostRequest): void {
    this.#results.push({ stream: 'host', value: request });
    this.#wake();
  }

  /** Streams that write into this job. */
  sinks(): StreamSet {
    const to = (stream: JobStream) => ({ write: (value: PSValue) => this.add(stream, value) });
    return {
      output: to('output'),
      error: to('error'),
      warning: to('warning'),
      verbose: to('verbose'),
      debug: to('debug'),
      information: to('information'),
      progress: to('progress'),
    };
  }

  /** What was written so far, with the children's unless `ownOnly`; it is gone then unless `keep`. */
  take(keep: boolean, ownOnly = false): JobResult[] {
    const taken = this.#results;
    if (!keep) {
      this.#results = [];
      for (const name of streamNames) this.streams[name].items.length = 0;
    }
    return ownOnly ? [...taken] : [...taken, ...this.childJobs.flatMap((child) => child.take(keep))];
  }

  /** Resolves when something new was written or the state changed, here or in a child. */
  changed(): Promise<void> {
    const own = new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.childJobs.length === 0 ? own : Promise.race([own, ...this.childJobs.map((child) => child.changed())]);
  }

  /** Resolves when the job has come to an end. */
  async finished(): Promise<void> {
    while (!this.isFinished) await this.changed();
  }

  async stop(): Promise<void> {
    if (this.isFinished) return;
    await this.onStop?.();
    for (const child of this.childJobs) await child.stop();
    if (this.childJobs.length === 0 && !this.isFinished) this.state = 'Stopped';
  }

  #wake(): void {
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
