import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { ProgressRecord } from '../../pipeline/records.ts';

/** Write-Progress: says how far a long task is. */
export const writeProgress = defineCmdlet({
  name: 'Write-Progress',
  synopsis: 'Reports the progress of a task.',
  effects: ['host'],
  parameters: {
    Activity: parameter(type.string, { position: 0, help: 'What is being done.' }),
    Status: parameter(type.string, { position: 1, validate: [{ kind: 'notNullOrEmpty' }], help: 'What it is at.' }),
    Id: parameter(type.int, {
      position: 2,
      validate: [{ kind: 'range', min: 0, max: 2147483647 }],
      help: 'Tells one bar from another.',
    }),
    PercentComplete: parameter(type.int, {
      validate: [{ kind: 'range', min: -1, max: 100 }],
      help: '0 to 100, or -1 when unknown.',
    }),
    SecondsRemaining: parameter(type.int, { help: 'Seconds left.' }),
    CurrentOperation: parameter(type.string, { help: 'A line below the bar.' }),
    ParentId: parameter(type.int, {
      validate: [{ kind: 'range', min: -1, max: 2147483647 }],
      help: 'The bar this one belongs to.',
    }),
    Completed: parameter(type.switch, { help: 'Takes the bar away.' }),
    SourceId: parameter(type.int, { help: 'Where the record comes from.' }),
  },
  invoke: (ctx) => ({
    process(args) {
      const record = new ProgressRecord(args.Id ?? 0, args.Activity ?? ' ', args.Status ?? ' ');
      record.parentActivityId = args.ParentId ?? -1;
      record.percentComplete = args.PercentComplete ?? -1;
      record.secondsRemaining = args.SecondsRemaining ?? -1;
      record.currentOperation = args.CurrentOperation ?? '';
      record.completed = args.Completed === true;
      return ctx.writeProgress(record);
    },
  }),
});
