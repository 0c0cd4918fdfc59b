import { defineCmdlet } from '../../../commands/define-cmdlet.ts';
import { parameter, type } from '../../../commands/parameter.ts';
import { jobParameter, jobSelectors, selectJobs, stateParameter } from './find-jobs.ts';
import { jobsOf } from './job-table.ts';

/** Remove-Job: takes background jobs out of the session. */
export const removeJob = defineCmdlet({
  name: 'Remove-Job',
  aliases: ['rjb'],
  synopsis: 'Removes background jobs from the session.',
  defaultParameterSet: 'SessionIdParameterSet',
  supportsShouldProcess: true,
  effects: ['state'],
  parameters: {
    Job: jobParameter,
    Force: parameter(type.switch, {
      set: ['NameParameterSet', 'JobParameterSet', 'SessionIdParameterSet', 'InstanceIdParameterSet'],
      aliases: ['F'],
      help: 'Stops jobs that still run.',
    }),
    ...jobSelectors,
    State: stateParameter,
    Command: parameter(type.strings, {
      set: 'CommandParameterSet',
      pipeline: 'property',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'All with this code.',
    }),
  },
  invoke: (ctx) => ({
    async process(args) {
      for (const job of selectJobs(ctx, args) ?? []) {
        if (!(await ctx.shouldProcess(`Id: ${job.spec.id}, Name: ${job.name}`, 'Remove-Job'))) continue;
        if (!job.isFinished && !args.Force) {
          await ctx.writeError({
            id: 'JobObjectNotFinishedCannotBeRemoved',
            category: 'InvalidOperation',
            exceptionType: 'System.ArgumentException',
            message: `Job ${job.spec.id} still runs; stop it first, or use -Force.`,
            target: job,
          });
          continue;
        }
        await job.stop();
        jobsOf(ctx.engine).remove(job);
      }
    },
  }),
});
