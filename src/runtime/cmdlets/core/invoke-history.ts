import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { parseScript } from '../../evaluate/parse-script.ts';
import { type HistoryEntry, historyOf } from './session-history.ts';

/** Invoke-History: runs a command of the history again. */
export const invokeHistory = defineCmdlet({
  name: 'Invoke-History',
  aliases: ['ihy', 'r'],
  synopsis: 'Runs a command of the history again.',
  supportsShouldProcess: true,
  effects: ['state'],
  parameters: {
    Id: parameter(type.string, {
      position: 0,
      pipeline: 'property',
      help: 'Number or beginning of the command; the last one if left out.',
    }),
  },
  invoke: (ctx) => ({
    end(args) {
      const pending = runFlow(runAgain(ctx, args.Id));
      return pending instanceof Promise ? pending : undefined;
    },
  }),
});

function* runAgain(ctx: CmdletContext, id: string | undefined): Flow<void> {
  const { commandLine } = chosen(ctx, id);
  if (!(yield* settle(ctx.shouldProcess(commandLine)))) return;
  yield* settle(ctx.engine.host.ui.writeLine(commandLine));
  const block = parseScript(commandLine, ctx.caller.sessionState);
  yield* settle(ctx.engine.invokeBlock(block, { dotSource: true, output: ctx.output, errors: 'report' }));
}

function chosen(ctx: CmdletContext, id: string | undefined): HistoryEntry {
  const { entries } = historyOf(ctx.engine);
  if (id === undefined) {
    const last = entries.at(-1);
    if (last) return last;
    return ctx.throwTerminating({
      id: 'InvokeHistoryNoLastHistoryEntryFound',
      category: 'InvalidOperation',
      exceptionType: 'System.InvalidOperationException',
      message: 'The history is empty.',
    });
  }
  const number = /^[+-]?\d+$/.test(id.trim()) ? Number(id) : undefined;
  if (number !== undefined && number <= 0)
    return ctx.throwTerminating({
      id: 'InvokeHistoryInvalidIdGetHistory',
      category: 'InvalidArgument',
      exceptionType: 'System.ArgumentOutOfRangeException',
      message: `The history has no entry ${number}: they are counted from 1.`,
      target: BigInt(number),
    });
  const found =
    number === undefined
      ? entries.findLast((entry) => entry.commandLine.toLowerCase().startsWith(id.toLowerCase()))
      : entries.find((entry) => entry.id === number);
  if (found) return found;
  return ctx.throwTerminating({
    id: number === undefined ? 'InvokeHistoryNoHistoryForCommandline' : 'InvokeHistoryNoHistoryForId',
    category: 'ObjectNotFound',
    exceptionType: 'System.ArgumentException',
    message: `The history has no entry '${id}'.`,
    target: number === undefined ? id : BigInt(number),
  });
}
