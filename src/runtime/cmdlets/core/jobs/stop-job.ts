import { defineCmdlet } from '../../../commands/define-cmdlet.ts';
import { parameter, type } from '../../../commands/parameter.ts';
import { jobParameter, jobSelectors, selectJobs, stateParameter } from './find-jobs.ts';

/** Stop-Job: ends background jobs. */
export const stopJob = defineCmdlet({
  name: 'Stop-Job',
  aliases: ['spjb'],
  synopsis: 'Stops background jobs.',
  defaultParameterSet: 'SessionIdParameterSet',
  supportsShouldProcess: true,
  effects: ['state'],
  outputs: ['System.Management.Automation.Job'],
  parameters: {
    Job: jobParameter,
    PassThru: parameter(type.switch, { help: 'Writes the jobs.' }),
    ...jobSelectors,
    State: stateParameter,
  },
  invoke: (ctx) => ({
    async *process(args) {
      for (const job of selectJobs(ctx, args) ?? []) {
        if (!(await ctx.shouldProcess(`Id: ${job.spec.id}, Name: ${job.name}`, 'Stop-Job'))) continue;
        await job.stop();
        if (args.PassThru) yield job;
      }
    },
  }),
});
