import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { type HistoryEntry, historyOf } from './session-history.ts';

/** Get-History: lists what was entered in this session. */
export const getHistory = defineCmdlet({
  name: 'Get-History',
  aliases: ['ghy', 'h', 'history'],
  synopsis: 'Lists the commands entered in this session.',
  effects: ['none'],
  outputs: ['Microsoft.PowerShell.Commands.HistoryInfo'],
  parameters: {
    Id: parameter(type.named<readonly bigint[]>('System.Int64[]'), {
      position: 0,
      pipeline: 'value',
      validate: [{ kind: 'range', min: 1, max: 9223372036854775807n }],
      help: 'Only these entries.',
    }),
    Count: parameter(type.int, {
      position: 1,
      validate: [{ kind: 'range', min: 0, max: 32767 }],
      help: 'Only so many of the newest, or up to the last Id.',
    }),
  },
  invoke: (ctx) => ({
    *process(args) {
      const { entries } = historyOf(ctx.engine);
      const ids = args.Id?.map(Number);
      let shown: readonly HistoryEntry[] = entries;
      if (ids && args.Count !== undefined && ids.length === 1) {
        const last = entries.findIndex((entry) => entry.id === ids[0]);
        shown = entries.slice(Math.max(0, last + 1 - args.Count), last + 1);
      } else if (ids) shown = ids.flatMap((id) => entries.filter((entry) => entry.id === id));
      else if (args.Count !== undefined) shown = args.Count === 0 ? [] : entries.slice(-args.Count);
      for (const id of ids ?? []) {
        if (entries.some((entry) => entry.id === id)) continue;
        void ctx.writeError({
          id: 'GetHistoryNoHistoryForId',
          category: 'ObjectNotFound',
          exceptionType: 'System.ArgumentException',
          message: `The history has no entry ${id}.`,
          target: id,
        });
      }
      yield* shown;
    },
  }),
});
