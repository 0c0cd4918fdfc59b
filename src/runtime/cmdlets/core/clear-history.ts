import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { historyOf } from './session-history.ts';

/** Clear-History: empties the session's history. */
export const clearHistory = defineCmdlet({
  name: 'Clear-History',
  aliases: ['clhy'],
  synopsis: "Removes entries from the session's history.",
  defaultParameterSet: 'IDParameter',
  supportsShouldProcess: true,
  effects: ['state'],
  parameters: {
    Id: parameter(type.ints, {
      set: 'IDParameter',
      position: 0,
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Only these entries.',
    }),
    Count: parameter(type.int, {
      position: 1,
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Only so many of the oldest.',
    }),
    Newest: parameter(type.switch, { help: 'Counts from the newest.' }),
  },
  invoke: (ctx) => ({
    async process(args) {
      if (!(await ctx.shouldProcess('history', 'Clear'))) return;
      const history = historyOf(ctx.engine);
      const ids = args.Id;
      if (ids) history.entries = history.entries.filter((entry) => !ids.includes(entry.id));
      else if (args.Count === undefined) history.entries = [];
      else history.entries = args.Newest ? history.entries.slice(0, -args.Count) : history.entries.slice(args.Count);
    },
  }),
});
