import { type CmdletContext, defineCmdlet } from '../../../commands/define-cmdlet.ts';
import { parameter, type } from '../../../commands/parameter.ts';
import { jobParameter, jobSelectors, selectJobs, stateParameter } from './find-jobs.ts';
import type { Job } from './job.ts';

/** Wait-Job: waits until jobs have come to an end. */
export const waitJob = defineCmdlet({
  name: 'Wait-Job',
  aliases: ['wjb'],
  synopsis: 'Waits for background jobs to end.',
  defaultParameterSet: 'SessionIdParameterSet',
  effects: ['none'],
  outputs: ['System.Management.Automation.Job'],
  parameters: {
    Job: jobParameter,
    Any: parameter(type.switch, { help: 'Waits for the first one only.' }),
    Timeout: parameter(type.int, {
      aliases: ['TimeoutSec'],
      validate: [{ kind: 'range', min: -1, max: 2147483647 }],
      help: 'At most so many seconds; -1 without end.',
    }),
    Force: parameter(type.switch, { help: 'Waits for jobs that are suspended too.' }),
    ...jobSelectors,
    State: stateParameter,
  },
  invoke(ctx) {
    const jobs: Job[] = [];
    return {
      process(args) {
        jobs.push(...(selectJobs(ctx, args) ?? []));
      },
      async *end(args) {
        if (jobs.length === 0) return;
        const waits = jobs.map((job) => endOf(job));
        const all = args.Any ? Promise.race(waits) : Promise.all(waits);
        const seconds = args.Timeout;
        const limit =
          seconds === undefined || seconds < 0
            ? []
            : [
                ctx.engine.clock.sleep(
                  seconds * 1000,
                  all.then(() => {}),
                ),
              ];
        await Promise.race([all, ctx.whenStopping, ...limit]);
        refuseBlocked(ctx, jobs);
        const ended = jobs.filter((job) => job.isFinished);
        yield* args.Any ? ended.slice(0, 1) : ended;
      },
    };
  },
});

/** Resolves when a job has ended or waits for an answer. */
async function endOf(job: Job): Promise<void> {
  while (!job.isFinished && job.state !== 'Blocked') await job.changed();
}

/** A job that waits for an answer never ends while the user waits for it. */
function refuseBlocked(ctx: CmdletContext, jobs: readonly Job[]): void {
  const blocked = jobs.find((job) => job.state === 'Blocked');
  if (!blocked) return;
  ctx.throwTerminating({
    id: 'BlockedJobsDeadlockWithWaitJob',
    category: 'DeadlockDetected',
    exceptionType: 'System.Management.Automation.PSArgumentException',
    message: `Job ${blocked.spec.id} waits for an answer; take its results with Receive-Job to give it.`,
    target: blocked,
  });
}
