import { defineCmdlet } from '../../../commands/define-cmdlet.ts';
import { parameter, type } from '../../../commands/parameter.ts';
import { zoneOf } from '../../../types/engine-zone.ts';
import type { DateTime } from '../../../values/date-time.ts';
import { toUniversalTime, unixMillisecondsOf } from '../../../values/time-zone.ts';
import { jobSelectors, selectJobs } from './find-jobs.ts';
import type { Job } from './job.ts';
import { jobsOf } from './job-table.ts';

const filtered = [
  'SessionIdParameterSet',
  'InstanceIdParameterSet',
  'NameParameterSet',
  'StateParameterSet',
  'CommandParameterSet',
] as const;

/** Get-Job: lists the jobs of the session. */
export const getJob = defineCmdlet({
  name: 'Get-Job',
  aliases: ['gjb'],
  synopsis: 'Lists the background jobs of this session.',
  defaultParameterSet: 'SessionIdParameterSet',
  effects: ['none'],
  outputs: ['System.Management.Automation.Job'],
  parameters: {
    IncludeChildJob: parameter(type.switch, { set: filtered, help: 'Lists the child jobs too.' }),
    ChildJobState: parameter(type.enumOf<string>('System.Management.Automation.JobState'), {
      set: filtered,
      help: 'Lists the child jobs in this state too, and no other jobs than theirs.',
    }),
    HasMoreData: parameter(type.bool, {
      set: filtered,
      help: 'Only jobs with results that were not received, or without.',
    }),
    Before: parameter(type.named<DateTime>('System.DateTime'), {
      set: filtered,
      help: 'Only jobs that ended before.',
    }),
    After: parameter(type.named<DateTime>('System.DateTime'), { set: filtered, help: 'Only jobs that ended after.' }),
    Newest: parameter(type.int, { set: filtered, help: 'Only so many of the newest.' }),
    Id: parameter(type.ints, {
      set: 'SessionIdParameterSet',
      position: 0,
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Numbers in this session.',
    }),
    Name: jobSelectors.Name,
    InstanceId: jobSelectors.InstanceId,
    State: parameter(type.enumOf<string>('System.Management.Automation.JobState'), {
      set: 'StateParameterSet',
      mandatory: true,
      position: 0,
      pipeline: 'property',
      help: 'Only jobs in this state.',
    }),
    Command: parameter(type.strings, {
      set: 'CommandParameterSet',
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Only jobs with this code.',
    }),
  },
  invoke: (ctx) => ({
    *process(args) {
      let jobs: readonly Job[] = selectJobs(ctx, args) ?? jobsOf(ctx.engine).all;
      if (args.HasMoreData !== undefined) jobs = jobs.filter((job) => job.hasMoreData === args.HasMoreData);
      const { Before, After, ChildJobState: childState } = args;
      const zone = zoneOf(ctx.engine);
      const ended = ({ ended: at }: Job): number => at ?? Number.NaN;
      if (Before) jobs = jobs.filter((job) => ended(job) <= unixMillisecondsOf(toUniversalTime(Before, zone)));
      if (After) jobs = jobs.filter((job) => ended(job) >= unixMillisecondsOf(toUniversalTime(After, zone)));
      const inState = (job: Job): boolean => job.state === childState;
      if (childState !== undefined) jobs = jobs.filter((job) => job.childJobs.some(inState));
      if (args.Newest !== undefined) jobs = jobs.slice(-args.Newest);
      for (const job of jobs) {
        yield job;
        if (childState !== undefined) yield* job.childJobs.filter(inState);
        else if (args.IncludeChildJob) yield* job.childJobs;
      }
    },
  }),
});
