import type { CmdletContext } from '../../../commands/define-cmdlet.ts';
import { parameter, type } from '../../../commands/parameter.ts';
import { wildcardMatcher } from '../../../commands/wildcard-name.ts';
import { ErrorRecord } from '../../../errors/error-record.ts';
import { NetException } from '../../../errors/net-exception.ts';
import type { Guid } from '../../../values/guid.ts';
import { baseOf } from '../../../values/ps-object.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import { Job } from './job.ts';
import { jobsOf } from './job-table.ts';

const given = { mandatory: true, position: 0, pipeline: 'property' } as const;

/** How the commands about jobs say which ones they mean. */
export const jobSelectors = {
  Name: parameter(type.strings, {
    set: 'NameParameterSet',
    ...given,
    supportsWildcards: true,
    validate: [{ kind: 'notNullOrEmpty' }],
    help: 'Names.',
  }),
  InstanceId: parameter(type.named<readonly Guid[]>('System.Guid[]'), {
    set: 'InstanceIdParameterSet',
    ...given,
    validate: [{ kind: 'notNullOrEmpty' }],
    help: 'Identifiers.',
  }),
  Id: parameter(type.ints, {
    set: 'SessionIdParameterSet',
    ...given,
    validate: [{ kind: 'notNullOrEmpty' }],
    help: 'Numbers in this session.',
  }),
} as const;

/** The jobs themselves, as most commands take them from the pipeline. */
export const jobParameter = parameter(type.named<readonly PSValue[]>('System.Management.Automation.Job[]'), {
  set: 'JobParameterSet',
  mandatory: true,
  position: 0,
  pipeline: 'both',
  validate: [{ kind: 'notNullOrEmpty' }],
  help: 'The jobs.',
});

/** State of jobs as a selector. */
export const stateParameter = parameter(type.enumOf<string>('System.Management.Automation.JobState'), {
  set: 'StateParameterSet',
  ...given,
  help: 'All in this state.',
});

/** What a call selects jobs by. */
export interface JobSelection {
  readonly Job?: readonly PSValue[] | undefined;
  readonly Name?: readonly string[] | undefined;
  readonly InstanceId?: readonly Guid[] | undefined;
  readonly Id?: readonly number[] | undefined;
  readonly State?: string | undefined;
  readonly Command?: readonly string[] | undefined;
}

/** The jobs a call means; those that do not exist are reported. Undefined when nothing selects. */
export function selectJobs(ctx: CmdletContext, selection: JobSelection, withChildren = true): Job[] | undefined {
  const table = jobsOf(ctx.engine).all;
  const all = withChildren ? table.flatMap((job) => [job, ...job.childJobs]) : [...table];
  const { Job: jobs, Name: names, InstanceId: instances, Id: ids, State: state, Command: commands } = selection;
  if (jobs) return jobs.map(baseOf).filter((one) => one instanceof Job);
  if (names) return names.flatMap((name) => byName(ctx, table, name));
  if (ids)
    return ids.flatMap((id) =>
      found(
        ctx,
        all.filter((job) => job.spec.id === id),
        'JobWithSpecifiedSessionNotFound',
        id,
      ),
    );
  if (instances)
    return instances.flatMap((id) =>
      found(
        ctx,
        all.filter((job) => job.spec.instanceId.text === id.text),
        'JobWithSpecifiedInstanceIdNotFound',
        id,
      ),
    );
  if (state !== undefined) return table.filter((job) => job.state.toLowerCase() === state.toLowerCase());
  if (commands) return table.filter((job) => commands.some((c) => wildcardMatcher(c)(job.spec.command.trim())));
  return undefined;
}

function byName(ctx: CmdletContext, table: readonly Job[], name: string): readonly Job[] {
  const matches = wildcardMatcher(name);
  const jobs = table.filter((job) => matches(job.name));
  return /[*?[]/.test(name) ? jobs : found(ctx, jobs, 'JobWithSpecifiedNameNotFound', name);
}

function found(ctx: CmdletContext, jobs: readonly Job[], id: string, wanted: PSValue): readonly Job[] {
  if (jobs.length > 0) return jobs;
  const exception = new NetException(
    'System.Management.Automation.PSArgumentException',
    `There is no job ${String(wanted)}.`,
  );
  void ctx.writeError(new ErrorRecord(exception, id, 'ObjectNotFound', wanted));
  return [];
}
