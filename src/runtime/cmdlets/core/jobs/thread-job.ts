import type { CallFrame, CommandEngine } from '../../../commands/call-frame.ts';
import { UsingValues } from '../../../evaluate/using.ts';
import { type BackgroundWork, run, spawn } from './background-job.ts';
import type { Job } from './job.ts';
import { jobsOf } from './job-table.ts';
import { usingValues } from './using-variables.ts';

/** Thread jobs that wait for their turn, and how many run; per engine. */
class ThreadQueue {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  /** Resolves when fewer than `limit` jobs run. */
  async enter(limit: number): Promise<void> {
    while (this.#running >= limit) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#running++;
  }

  leave(): void {
    this.#running--;
    this.#waiting.shift()?.();
  }
}

const queues = new WeakMap<CommandEngine, ThreadQueue>();

function queueOf(engine: CommandEngine): ThreadQueue {
  let queue = queues.get(engine);
  if (!queue) {
    queue = new ThreadQueue();
    queues.set(engine, queue);
  }
  return queue;
}

/** Starts a job whose results are the very objects it writes. */
export async function startThreadJob(
  caller: CallFrame,
  work: BackgroundWork & { readonly throttle: number },
): Promise<Job> {
  const table = jobsOf(caller.engine);
  const job = table.make({
    name: work.name,
    command: work.command,
    location: 'PowerShell',
    jobType: 'ThreadJob',
    typeName: 'ThreadJob.ThreadJob',
  });
  table.add(job);
  const using = await usingValues(caller, work.block);
  void Promise.resolve().then(() => runInTurn(job, caller, work, using));
  return job;
}

async function runInTurn(
  job: Job,
  caller: CallFrame,
  work: BackgroundWork & { readonly throttle: number },
  using: UsingValues,
): Promise<void> {
  const queue = queueOf(caller.engine);
  await queue.enter(work.throttle);
  try {
    if (job.isFinished) return;
    const runspace = spawn(caller, work.directory);
    const streams = job.sinks();
    job.onStop = () => runspace.stop();
    job.began = caller.engine.clock.now();
    job.state = 'Running';
    const main = { block: work.block, using, args: work.args, input: work.input, streams };
    const before = work.before && { block: work.before, using: new UsingValues(new Map()), streams };
    await run(job, runspace, before ? [before, main] : [main], caller);
  } finally {
    queue.leave();
  }
}
