import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { isDictionary } from '../../members/dictionary-access.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { HostInformationMessage, InformationRecord } from '../../pipeline/records.ts';
import { itemsOf } from '../../types/sequence.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { NetEnumerator } from '../../values/net-enumerable.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** Names of System.ConsoleColor by number. */
export const consoleColors = [
  'Black',
  'DarkBlue',
  'DarkGreen',
  'DarkCyan',
  'DarkRed',
  'DarkMagenta',
  'DarkYellow',
  'Gray',
  'DarkGray',
  'Blue',
  'Green',
  'Cyan',
  'Red',
  'Magenta',
  'Yellow',
  'White',
] as const;

type ConsoleColor = (typeof consoleColors)[number];

const colorType = type.enumOf<ConsoleColor>('System.ConsoleColor');
const colorNumber = (name: ConsoleColor | undefined) => (name === undefined ? undefined : consoleColors.indexOf(name));

/** What a foreach of C# goes through: unlike PowerShell's it takes dictionaries apart, but no enumerators. */
function elements(value: PSValue): readonly PSValue[] | undefined {
  const base = baseOf(value);
  if (base instanceof NetEnumerator || typeof base === 'string') return undefined;
  return isDictionary(base) ? itemsOf(base) : elementsOf(base);
}

/** Text of an object as Write-Host shows it: collections with the separator between their elements. */
function hostText(ctx: CmdletContext, value: PSValue, separator: string): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  const each = elements(value);
  if (each) return each.map((element) => hostText(ctx, element, separator)).join(separator);
  const types = typeSystemOf(ctx.engine);
  if (!(value instanceof PSObject)) return types.netText(value);
  return value.tokenText ?? (value.base === undefined ? types.toText(value) : types.netText(value));
}

/** Write-Host: shows text to the person in front, through the information stream. */
export const writeHost = defineCmdlet({
  name: 'Write-Host',
  synopsis: 'Shows text on the host, through the information stream.',
  effects: ['host'],
  parameters: {
    Object: parameter(type.object, {
      aliases: ['Msg', 'Message'],
      position: 0,
      pipeline: 'value',
      remaining: true,
      help: 'What is shown.',
    }),
    NoNewline: parameter(type.switch, { help: 'Ends without a new line.' }),
    Separator: parameter(type.object, {
      help: 'What stands between the elements of a collection; a blank if left out.',
    }),
    ForegroundColor: parameter(colorType, { help: 'The colour of the text.' }),
    BackgroundColor: parameter(colorType, { help: 'The colour behind the text.' }),
  },
  invoke: (ctx) => ({
    process(args) {
      const separator =
        args.Separator === undefined || args.Separator === null ? ' ' : typeSystemOf(ctx.engine).toText(args.Separator);
      const text = hostText(ctx, args.Object, separator);
      const message = new HostInformationMessage(
        text,
        args.NoNewline === true,
        colorNumber(args.ForegroundColor),
        colorNumber(args.BackgroundColor),
      );
      const record = new InformationRecord(message, 'Write-Host', ctx.engine.clock.now(), ['PSHOST']);
      record.user = ctx.engine.platform.userName;
      record.computer = ctx.engine.platform.machineName;
      record.processId = ctx.engine.platform.processId;
      return ctx.writeInformation(record);
    },
  }),
});
