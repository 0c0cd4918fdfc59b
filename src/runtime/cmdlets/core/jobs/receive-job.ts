import { type CmdletContext, defineCmdlet } from '../../../commands/define-cmdlet.ts';
import { parameter, type } from '../../../commands/parameter.ts';
import { ErrorRecord } from '../../../errors/error-record.ts';
import { InformationalRecord, InformationRecord, ProgressRecord } from '../../../pipeline/records.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import { jobSelectors, selectJobs } from './find-jobs.ts';
import { HostRequest, type Job, type JobResult } from './job.ts';
import { isFromSession } from './job-session.ts';
import { jobsOf } from './job-table.ts';

const bySets = ['ComputerName', 'Session', 'Location'] as const;

interface ReceiveArguments {
  readonly Keep?: boolean | undefined;
  readonly NoRecurse?: boolean | undefined;
  readonly Wait?: boolean | undefined;
  readonly AutoRemoveJob?: boolean | undefined;
  readonly WriteEvents?: boolean | undefined;
  readonly WriteJobInResults?: boolean | undefined;
  readonly Location?: readonly string[] | undefined;
  readonly ComputerName?: readonly string[] | undefined;
  readonly Session?: readonly PSValue[] | undefined;
}

/** Receive-Job: writes what jobs have written. */
export const receiveJob = defineCmdlet({
  name: 'Receive-Job',
  aliases: ['rcjb'],
  synopsis: 'Writes the results of background jobs.',
  defaultParameterSet: 'Location',
  effects: ['none'],
  parameters: {
    Job: parameter(type.named<readonly PSValue[]>('System.Management.Automation.Job[]'), {
      set: bySets,
      mandatory: true,
      position: 0,
      pipeline: 'both',
      help: 'The jobs.',
    }),
    ComputerName: parameter(type.strings, {
      sets: { ComputerName: { position: 1, pipeline: 'property' } },
      aliases: ['Cn'],
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Only what came from these computers.',
    }),
    Location: parameter(type.strings, {
      sets: { Location: { position: 1 } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Only what came from these places.',
    }),
    Session: parameter(type.objects, {
      sets: { Session: { position: 1, pipeline: 'property' } },
      validate: [{ kind: 'notNull' }],
      help: 'Only what came from these sessions.',
    }),
    Keep: parameter(type.switch, { help: 'Leaves the results with the job.' }),
    NoRecurse: parameter(type.switch, { help: "Leaves out the child jobs' results." }),
    Force: parameter(type.switch, { help: 'Has no effect here.' }),
    Wait: parameter(type.switch, { help: 'Goes on until the jobs have ended.' }),
    AutoRemoveJob: parameter(type.switch, { help: 'Removes the jobs afterwards; needs -Wait.' }),
    WriteEvents: parameter(type.switch, {
      help: 'With -Wait, writes changes of state after the results of the moment.',
    }),
    WriteJobInResults: parameter(type.switch, { help: 'Writes each job before its results.' }),
    ...jobSelectors,
  },
  invoke(ctx) {
    const jobs: Job[] = [];
    return {
      begin(args) {
        if (!args.AutoRemoveJob || args.Wait) return;
        ctx.throwTerminating({
          id: 'InvalidOperation',
          category: 'InvalidOperation',
          exceptionType: 'System.InvalidOperationException',
          message: '-AutoRemoveJob works together with -Wait only.',
        });
      },
      process(args) {
        const selected = selectJobs(ctx, args) ?? [];
        jobs.push(...selected);
        if (args.Wait) return undefined;
        return writeJobs(ctx, selected, args);
      },
      async end(args) {
        if (!args.Wait) return;
        await waitAndWrite(ctx, jobs, args);
        if (args.AutoRemoveJob) for (const job of jobs) jobsOf(ctx.engine).remove(job);
      },
    };
  },
});

/** Each job, where they are wanted, and what it has written. */
async function writeJobs(ctx: CmdletContext, jobs: readonly Job[], args: ReceiveArguments): Promise<void> {
  for (const job of jobs) {
    if (args.WriteJobInResults) await ctx.write(job);
    await writeNow(ctx, [job], args);
  }
}

async function writeNow(ctx: CmdletContext, jobs: readonly Job[], args: ReceiveArguments): Promise<void> {
  for (const job of jobs) for (const result of resultsOf(job, args)) await writeResult(ctx, result);
}

/** Results as they come, until all jobs have ended or the pipeline is stopped. */
async function waitAndWrite(ctx: CmdletContext, jobs: readonly Job[], args: ReceiveArguments): Promise<void> {
  const events: PSValue[] = [];
  if (args.WriteEvents) for (const job of jobs) job.onStateChange = (change) => void events.push(change);
  if (args.WriteJobInResults) for (const job of jobs) await ctx.write(job);
  for (;;) {
    const running = jobs.filter((job) => !job.isFinished);
    const changes = running.map((job) => job.changed());
    await writeNow(ctx, jobs, args);
    for (const event of events.splice(0)) await ctx.write(event);
    if (running.length === 0 || ctx.stopping) return;
    await Promise.race([...changes, ctx.whenStopping]);
  }
}

function resultsOf(job: Job, args: ReceiveArguments): JobResult[] {
  const keep = args.Keep === true;
  const places = args.Location ?? args.ComputerName;
  if (!places && !args.Session) return job.take(keep, args.NoRecurse === true);
  const isWanted = (child: Job): boolean =>
    places
      ? places.some((place) => place.toLowerCase() === child.spec.location.toLowerCase())
      : isFromSession(args.Session ?? [], child);
  return job.childJobs.filter(isWanted).flatMap((child) => child.take(keep));
}

async function writeResult(ctx: CmdletContext, { stream, value }: JobResult): Promise<void> {
  if (stream === 'output') return await ctx.write(value);
  if (value instanceof HostRequest) return await value.run();
  if (value instanceof ErrorRecord) return await ctx.writeError(value);
  if (value instanceof InformationalRecord) {
    if (value.kind === 'warning') return await ctx.writeWarning(value.message);
    return await (value.kind === 'verbose' ? ctx.writeVerbose(value.message) : ctx.writeDebug(value.message));
  }
  if (value instanceof InformationRecord) return await ctx.writeInformation(value);
  if (value instanceof ProgressRecord) await ctx.writeProgress(value);
}
