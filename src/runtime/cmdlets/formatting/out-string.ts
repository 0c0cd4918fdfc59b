import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { OutText } from '../../formatting/out-text.ts';

/** Out-String: what a console would show, as one string or one string a line. */
export const outString = defineCmdlet({
  name: 'Out-String',
  synopsis: 'Gives what a console would show as text.',
  defaultParameterSet: 'NoNewLineFormatting',
  outputs: ['System.String'],
  effects: ['none'],
  parameters: {
    Stream: parameter(type.switch, { set: 'StreamFormatting', help: 'Writes one string a line.' }),
    Width: parameter(type.int, {
      validate: [{ kind: 'range', min: 2, max: 2147483647 }],
      help: 'Characters in a line; tables are cut to it.',
    }),
    NoNewline: parameter(type.switch, { set: 'NoNewLineFormatting', help: 'Leaves out all line ends.' }),
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects to show.' }),
  },
  examples: [{ title: 'Lines of a string', code: "'a', 'b' | Out-String -Stream", output: 'a\nb' }],
  invoke(ctx) {
    let text = '';
    let out: OutText | undefined;
    return {
      begin({ Stream, Width, NoNewline }) {
        const end = NoNewline ? '' : '\n';
        const collect = (line: string): void => {
          text += line + end;
        };
        const sink = Stream ? (line: string) => ctx.write(line) : collect;
        out = new OutText(formatContextOf(ctx.engine), sink, Width === undefined ? {} : { width: Width });
      },
      process: ({ InputObject }) => out?.write(InputObject),
      end({ Stream }) {
        const ended = out?.end();
        if (Stream) return ended;
        return ended instanceof Promise ? ended.then(() => ctx.write(text)) : ctx.write(text);
      },
    };
  },
});
