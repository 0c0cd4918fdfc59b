import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { unescapeRegex } from '../../regex/regex-escape.ts';
import type { Char } from '../../values/char.ts';
import { Hashtable } from '../../values/hashtable.ts';

function invalid(ctx: CmdletContext, message: string): never {
  return ctx.throwTerminating({
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exceptionType: 'System.Management.Automation.PSInvalidOperationException',
    message,
  });
}

function read(ctx: CmdletContext, text: string, delimiter: string): Hashtable {
  const table = new Hashtable();
  for (const raw of text.split('\n')) {
    const line = raw.trim();
    if (line === '' || line.startsWith('#')) continue;
    const at = line.indexOf(delimiter);
    if (at <= 0) invalid(ctx, `The line "${line}" is not of the form "name${delimiter}value".`);
    const name = line.slice(0, at).trim();
    if (table.has(name)) invalid(ctx, `The line "${line}" gives "${name}" a second value.`);
    table.set(name, unescapeRegex(line.slice(at + 1).trim()));
  }
  return table;
}

/** ConvertFrom-StringData: lines of `name=value` as a hashtable. */
export const convertFromStringData = defineCmdlet({
  name: 'ConvertFrom-StringData',
  synopsis: 'Makes a hashtable of lines with names and values.',
  outputs: ['System.Collections.Hashtable'],
  effects: ['none'],
  parameters: {
    StringData: parameter(type.string, {
      mandatory: true,
      position: 0,
      pipeline: 'value',
      allowEmptyString: true,
      help: 'The lines; those that begin with # are comments, escapes as in regular expressions count.',
    }),
    Delimiter: parameter(type.named<Char>('System.Char'), {
      position: 1,
      help: 'What stands between name and value; = where left out.',
    }),
  },
  examples: [{ title: 'Two settings', code: '(ConvertFrom-StringData "a=1`nb = two").b', output: 'two' }],
  invoke: (ctx) => ({
    *process({ StringData, Delimiter }) {
      yield read(ctx, StringData, Delimiter?.text ?? '=');
    },
  }),
});
