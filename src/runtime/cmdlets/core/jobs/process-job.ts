import type { CommandEngine } from '../../../commands/call-frame.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import type { Job } from './job.ts';

/** A background job for a process of its own: everything it needs, as text and values. */
export interface ProcessJobWork {
  readonly name: string | undefined;
  /** Text shown as the job's command. */
  readonly command: string;
  /** What runs first. */
  readonly before: string | undefined;
  readonly text: string;
  readonly args: readonly PSValue[];
  /** Undefined where there is none. */
  readonly input: readonly PSValue[] | undefined;
  /** Values of `$using:` expressions by their text. */
  readonly using: ReadonlyMap<string, PSValue>;
  /** Variables set first. */
  readonly variables: ReadonlyMap<string, PSValue> | undefined;
  readonly directory: string;
  /** Where its code stands first; a path of any drive. */
  readonly location: string;
}

/** Contract. Starts background jobs as processes; without it they run beside their caller in one process. */
export type StartProcessJob = (engine: CommandEngine, work: ProcessJobWork) => Job;
