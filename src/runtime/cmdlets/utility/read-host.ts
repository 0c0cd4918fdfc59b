import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { SecureString } from '../../values/secure-string.ts';
import { step } from '../management/item-paths.ts';

function promptText(ctx: CmdletContext, prompt: PSValue): string {
  const { toText } = typeSystemOf(ctx.engine);
  const words = (elementsOf(prompt) ?? [prompt]).map((one) => toText.call(typeSystemOf(ctx.engine), one));
  return words.filter((word) => word !== '').join(' ');
}

/** Reads a line after the prompt; a secret one is not shown. */
function* ask(ctx: CmdletContext, prompt: PSValue, secret: boolean): Flow<PSValue> {
  const { ui } = ctx.engine.host;
  if (prompt === undefined || prompt === null) return yield* settle(secret ? ui.readSecret() : ui.readLine());
  const label = promptText(ctx, prompt);
  if (secret) {
    yield* settle(ui.write(`${label}: `));
    return yield* settle(ui.readSecret());
  }
  const field = { name: label, label, typeName: 'System.String', helpMessage: '', isMandatory: true, isList: false };
  const answers = yield* settle(ui.prompt('', '', [field]));
  return answers.get(label) ?? '';
}

/** Read-Host: a line that the person in front types. */
export const readHost = defineCmdlet({
  name: 'Read-Host',
  synopsis: 'Reads a line of input from the console.',
  defaultParameterSet: 'AsString',
  outputs: ['System.String', 'System.Security.SecureString'],
  effects: ['host'],
  parameters: {
    Prompt: parameter(type.object, {
      position: 0,
      remaining: true,
      allowNull: true,
      help: 'What is shown before; a colon and a blank follow.',
    }),
    AsSecureString: parameter(type.switch, {
      set: 'AsSecureString',
      help: 'Does not show what is typed and gives a SecureString.',
    }),
    MaskInput: parameter(type.switch, {
      set: 'AsString',
      help: 'Does not show what is typed and gives a string.',
    }),
  },
  invoke: (ctx) => ({
    begin: (args) =>
      step(
        (function* () {
          if (!ctx.engine.host.ui.interactive)
            ctx.throwTerminating({
              id: 'InvalidOperation',
              category: 'InvalidOperation',
              exceptionType: 'System.Management.Automation.PSInvalidOperationException',
              message: 'This session is not interactive, so Read-Host has nobody to ask.',
            });
          const secure = args.AsSecureString === true;
          const line = yield* ask(ctx, args.Prompt, secure || args.MaskInput === true);
          if (!secure) yield* settle(ctx.write(line));
          else {
            const secret = new SecureString(String(line));
            secret.isReadOnly = true;
            yield* settle(ctx.write(secret));
          }
        })(),
      ),
  }),
});
