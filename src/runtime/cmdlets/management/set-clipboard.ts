import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { encodeBase64 } from '../../text/base64.ts';
import { readClipboard, writeClipboard } from './clipboard.ts';
import { step } from './item-paths.ts';

/** Set-Clipboard: puts text on the clipboard. */
export const setClipboard = defineCmdlet({
  name: 'Set-Clipboard',
  aliases: ['scb'],
  synopsis: 'Puts text on the clipboard.',
  supportsShouldProcess: true,
  outputs: ['System.String'],
  effects: ['host'],
  parameters: {
    Value: parameter(type.strings, {
      mandatory: true,
      position: 0,
      pipeline: 'both',
      allowNull: true,
      allowEmptyString: true,
      allowEmptyCollection: true,
      help: 'The lines.',
    }),
    Append: parameter(type.switch, { help: 'Adds to what is there.' }),
    PassThru: parameter(type.switch, { help: 'Writes the lines.' }),
    AsOSC52: parameter(type.switch, {
      aliases: ['ToLocalhost'],
      help: 'Sends the text to the clipboard of the terminal, by an escape sequence.',
    }),
  },
  invoke(ctx) {
    const lines: string[] = [];
    return {
      process: (args) =>
        step(
          (function* () {
            for (const line of args.Value ?? []) {
              lines.push(line);
              if (args.PassThru) yield* settle(ctx.write(line));
            }
          })(),
        ),
      end: (args) =>
        step(
          (function* () {
            const text = lines.join('\n');
            const before = args.Append ? yield* readClipboard(ctx) : '';
            const whole = before === '' ? text : `${before}\n${text}`;
            if (!(yield* settle(ctx.shouldProcess(whole.slice(0, 20), 'Set Clipboard')))) return;
            if (!args.AsOSC52) yield* writeClipboard(ctx, whole);
            else {
              const bytes = new TextEncoder().encode(whole);
              yield* settle(ctx.engine.host.ui.write(`\u001b]52;;${encodeBase64(bytes)}\u0007`));
            }
          })(),
        ),
    };
  },
});
