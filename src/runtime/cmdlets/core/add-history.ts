import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { propertyNamed } from '../../commands/property-lookup.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { historyOf } from './session-history.ts';

/** Add-History: puts entries into the session's history. */
export const addHistory = defineCmdlet({
  name: 'Add-History',
  synopsis: "Adds entries to the session's history.",
  effects: ['state'],
  outputs: ['Microsoft.PowerShell.Commands.HistoryInfo'],
  parameters: {
    InputObject: parameter(type.psobjects, {
      position: 0,
      pipeline: 'value',
      help: 'Entries, or objects with a CommandLine.',
    }),
    Passthru: parameter(type.switch, { help: 'Writes the entries.' }),
  },
  invoke: (ctx) => ({
    process(args) {
      const pending = runFlow(add(ctx, args.InputObject ?? [], args.Passthru === true));
      return pending instanceof Promise ? pending : undefined;
    },
  }),
});

function* add(ctx: CmdletContext, items: readonly PSValue[], passThru: boolean) {
  const history = historyOf(ctx.engine);
  for (const item of items) {
    const line = yield* settle(propertyNamed(ctx.engine, item, 'CommandLine'));
    if (line === undefined || line === null) {
      yield* settle(
        ctx.writeError({
          id: 'AddHistoryInvalidInput',
          category: 'InvalidData',
          exceptionType: 'System.ArgumentException',
          message: 'Only objects with a CommandLine can be added to the history.',
          target: item,
        }),
      );
      continue;
    }
    const entry = history.add(typeSystemOf(ctx.engine).toText(line), ctx.engine.clock.now());
    if (passThru) yield* settle(ctx.write(entry));
  }
}
