import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { readClipboard } from './clipboard.ts';
import { step } from './item-paths.ts';

/** Get-Clipboard: the text on the clipboard. */
export const getClipboard = defineCmdlet({
  name: 'Get-Clipboard',
  aliases: ['gcb'],
  synopsis: 'Gets the text on the clipboard.',
  outputs: ['System.String'],
  effects: ['host'],
  parameters: {
    Raw: parameter(type.switch, { help: 'Gives the whole text as one string.' }),
    Delimiter: parameter(type.strings, { help: 'What ends a line; line ends where left out.' }),
  },
  invoke: (ctx) => ({
    begin: (args) =>
      step(
        (function* () {
          const text = yield* readClipboard(ctx);
          if (text === '') return;
          if (args.Raw) {
            yield* settle(ctx.write(text));
            return;
          }
          const ends = (args.Delimiter ?? ['\n']).map((end) => end.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
          for (const line of text.split(new RegExp(ends.join('|')))) yield* settle(ctx.write(line));
        })(),
      ),
  }),
});
