import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { parseScript } from '../../evaluate/parse-script.ts';
import type { SessionState } from '../../scope/session-state.ts';
import { andThen } from '../../values/ps-value.ts';
import type { ScriptBlock } from '../../values/script-block.ts';
import { sessionOf } from '../management/item-paths.ts';

/** The text as a block; an error in it is the command's own. */
function parsed(text: string, state: SessionState): ScriptBlock {
  try {
    return parseScript(text, state);
  } catch (error) {
    if (error instanceof TerminatingError) error.record.invocationInfo = null;
    throw error;
  }
}

/** Invoke-Expression: runs a text as a script in the current scope. */
export const invokeExpression = defineCmdlet({
  name: 'Invoke-Expression',
  aliases: ['iex'],
  synopsis: 'Runs a text as a script in the current scope.',
  effects: ['state'],
  parameters: {
    Command: parameter(type.string, { mandatory: true, position: 0, pipeline: 'value', help: 'The text.' }),
  },
  examples: [{ title: 'A sum', code: "Invoke-Expression '1 + 2'", output: '3' }],
  invoke: (ctx) => ({
    process(args) {
      const block = parsed(args.Command, sessionOf(ctx));
      return andThen(
        ctx.engine.invokeBlock(block, { dotSource: true, output: ctx.output, errors: 'report' }),
        () => undefined,
      );
    },
  }),
});
