import type { CallFrame, SpawnedRunspace } from '../../../commands/call-frame.ts';
import { fail } from '../../../errors/terminating-error.ts';
import { UsingValues } from '../../../evaluate/using.ts';
import { typeSystemOf } from '../../../types/type-system.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import type { ScriptBlock } from '../../../values/script-block.ts';
import { type ChildWork, runInChild } from './child-runspace.ts';
import type { Job } from './job.ts';
import { Deserializing } from './job-results.ts';
import { jobsOf } from './job-table.ts';
import type { ProcessJobWork } from './process-job.ts';
import { usingValues } from './using-variables.ts';

/** What a background job does. */
export interface BackgroundWork {
  readonly block: ScriptBlock;
  readonly name: string | undefined;
  /** Text shown as the job's command. */
  readonly command: string;
  readonly args: readonly PSValue[];
  readonly input: readonly PSValue[] | undefined;
  /** Code that runs first. */
  readonly before?: ScriptBlock | undefined;
  readonly directory?: string | undefined;
  /** `directory` as it was written, such as `Temp:/`. */
  readonly location?: string | undefined;
  readonly variables?: ReadonlyMap<string, PSValue> | undefined;
}

const automation = 'System.Management.Automation.';

/** Starts a job that runs beside the caller; what it writes arrives as from another process. */
export async function startBackgroundJob(caller: CallFrame, work: BackgroundWork): Promise<Job> {
  const { startProcessJob } = caller.engine;
  return startProcessJob ? startProcessJob(caller.engine, await processWork(caller, work)) : besideCaller(caller, work);
}

async function processWork(caller: CallFrame, work: BackgroundWork): Promise<ProcessJobWork> {
  const textOf = (block: ScriptBlock): string => typeSystemOf(caller.engine).netText(block);
  return {
    name: work.name,
    command: work.command,
    before: work.before && textOf(work.before),
    text: textOf(work.block),
    args: work.args,
    input: work.input,
    using: (await usingValues(caller, work.block)).values,
    variables: work.variables,
    directory: work.directory ?? caller.engine.workingDirectory,
    location: work.location ?? work.directory ?? caller.engine.workingDirectory,
  };
}

async function besideCaller(caller: CallFrame, work: BackgroundWork): Promise<Job> {
  const table = jobsOf(caller.engine);
  const common = { command: work.command, location: 'localhost', jobType: 'BackgroundJob' };
  const job = table.make({ ...common, name: work.name, typeName: `${automation}PSRemotingJob` });
  const child = table.make({ ...common, jobType: '', typeName: `${automation}PSRemotingChildJob` });
  job.addChildren(child);
  table.add(job);
  const using = await usingValues(caller, work.block);
  const runspace = spawn(caller, work.directory);
  const results = new Deserializing(caller.engine, child, runspace.engine);
  const before = work.before && { block: work.before, using: new UsingValues(new Map()), streams: results.streams };
  const { block, args, input, variables } = work;
  const main = { block, using, args, input, variables, streams: results.streams };
  child.onStop = () => runspace.stop();
  begin(job, caller);
  begin(child, caller);
  void Promise.resolve().then(() => run(child, runspace, before ? [before, main] : [main], caller));
  return job;
}

function begin(job: Job, { engine }: CallFrame): void {
  job.began = engine.clock.now();
  job.state = 'Running';
}

/** A runspace like the caller's with nothing of its state. */
export function spawn(caller: CallFrame, directory?: string): SpawnedRunspace {
  const made = caller.engine.spawn?.(directory ?? caller.engine.workingDirectory);
  if (made) return made;
  throw fail({
    id: 'NotSupported',
    category: 'NotImplemented',
    exceptionType: `${automation}PSNotSupportedException`,
    message: 'This engine makes no further runspaces, which background work needs.',
  });
}

/** Runs the parts of a job in order and leaves the job in its final state. */
export async function run(
  job: Job,
  runspace: SpawnedRunspace,
  parts: readonly ChildWork[],
  caller: CallFrame,
): Promise<void> {
  let stopped = false;
  for (const part of parts) {
    const outcome = await runInChild(runspace, part);
    stopped = outcome.stopped;
    if (outcome.error) {
      job.reason = outcome.error;
      job.add('error', outcome.error);
    }
    if (outcome.error || stopped) break;
  }
  job.ended = caller.engine.clock.now();
  job.state = stopped ? 'Stopped' : job.reason ? 'Failed' : 'Completed';
}
