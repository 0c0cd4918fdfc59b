import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { EngineContext } from '../../engine.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { isDictionary } from '../../members/dictionary-access.ts';
import { typeNamesFor } from '../../types/type-names.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { Char } from '../../values/char.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';

/** Parameters that ConvertTo-Csv and Export-Csv share. */
export const csvWriterParameters = {
  Delimiter: parameter(type.named<Char>('System.Char'), {
    sets: { Delimiter: { position: 1 } },
    validate: [{ kind: 'notNull' }],
    help: 'What stands between fields; a comma where left out.',
  }),
  UseCulture: parameter(type.switch, { set: 'UseCulture', help: "Takes the culture's list separator." }),
  IncludeTypeInformation: parameter(type.switch, { aliases: ['ITI'], help: 'Begins with a #TYPE line.' }),
  NoTypeInformation: parameter(type.switch, {
    aliases: ['NTI'],
    help: 'Accepted; there is no #TYPE line in any case.',
  }),
  QuoteFields: parameter(type.strings, { aliases: ['QF'], help: 'Only these columns are quoted.' }),
  UseQuotes: parameter(type.enumOf<QuoteKind>('Microsoft.PowerShell.Commands.BaseCsvWritingCommand+QuoteKind'), {
    aliases: ['UQ'],
    help: 'Never, Always or AsNeeded.',
  }),
  NoHeader: parameter(type.switch, { help: 'Leaves out the header.' }),
} as const;

type QuoteKind = 'Never' | 'Always' | 'AsNeeded';

/** What they bind to. */
export interface CsvWriterArguments {
  readonly Delimiter?: Char | undefined;
  readonly UseCulture?: boolean | undefined;
  readonly IncludeTypeInformation?: boolean | undefined;
  readonly QuoteFields?: readonly string[] | undefined;
  readonly UseQuotes?: QuoteKind | undefined;
  readonly NoHeader?: boolean | undefined;
}

/** Cultures whose decimal separator is a comma list with semicolons. */
function listSeparator(culture: string): string {
  const sample = culture === '' ? '1.5' : new Intl.NumberFormat(culture).format(1.5);
  return sample.includes(',') ? ';' : ',';
}

/** Refuses parameters that exclude each other. */
export function checkCsvParameters(ctx: CmdletContext): void {
  for (const [one, other] of [
    ['QuoteFields', 'UseQuotes'],
    ['IncludeTypeInformation', 'NoTypeInformation'],
  ] as const) {
    if (!ctx.bound.has(one) || !ctx.bound.has(other)) continue;
    ctx.throwTerminating({
      id: `CannotSpecify${one}And${other}`,
      category: 'InvalidData',
      exceptionType: 'System.InvalidOperationException',
      message: `-${one} and -${other} exclude each other.`,
      target: null,
    });
  }
}

/** The delimiter that the parameters ask for. */
export function delimiterOf(
  engine: EngineContext,
  args: { Delimiter?: Char | undefined; UseCulture?: boolean | undefined },
): string {
  return args.Delimiter?.text ?? (args.UseCulture ? listSeparator(engine.culture) : ',');
}

/** Writes objects as lines of CSV; the first object decides on the columns. */
export class CsvWriter {
  readonly #engine: EngineContext;
  readonly #delimiter: string;
  readonly #args: CsvWriterArguments;
  readonly #quoted: ReadonlySet<string> | undefined;
  columns: readonly string[] | undefined;

  constructor(engine: EngineContext, args: CsvWriterArguments) {
    this.#engine = engine;
    this.#args = args;
    this.#delimiter = delimiterOf(engine, args);
    this.#quoted = args.QuoteFields && new Set(args.QuoteFields.map((name) => name.toLowerCase()));
  }

  /** The columns of an object: its keys, or its properties. */
  columnsOf(object: PSValue): readonly string[] {
    const base = baseOf(object);
    if (isDictionary(base)) return base.keys().map((key) => typeSystemOf(this.#engine).toText(key));
    return formatContextOf(this.#engine).objects.propertyNames(object);
  }

  /** The lines before the first object, once the columns are known. */
  headLines(first: PSValue): string[] {
    const lines: string[] = [];
    if (this.#args.IncludeTypeInformation) lines.push(`#TYPE ${(typeNamesFor(first)[0] ?? '').replace(/^CSV:/, '')}`);
    if (!this.#args.NoHeader)
      lines.push((this.columns ?? []).map((name) => this.#field(name, name)).join(this.#delimiter));
    return lines;
  }

  /** The line of one object. */
  line(object: PSValue): Eventually<string> {
    const { objects } = formatContextOf(this.#engine);
    const names = this.columns ?? [];
    const values = names.map((name) => objects.get(object, name));
    const join = (all: readonly PSValue[]): string =>
      all.map((value, i) => this.#value(names[i] ?? '', value)).join(this.#delimiter);
    if (!values.some((value) => value instanceof Promise)) return join(values as PSValue[]);
    return andThen(Promise.all(values), join);
  }

  #value(name: string, value: PSValue): string {
    if (value === null || value === undefined) return '';
    return this.#field(name, this.#text(value));
  }

  #text(value: PSValue): string {
    if (typeof value === 'string') return value;
    const base = baseOf(value);
    const types = typeSystemOf(this.#engine);
    return base instanceof PSObject ? types.toText(value) : types.netText(base);
  }

  #field(name: string, text: string): string {
    if (!this.#needsQuotes(name, text)) return text;
    return `"${text.replaceAll('"', '""')}"`;
  }

  #needsQuotes(name: string, text: string): boolean {
    if (this.#quoted) return this.#quoted.has(name.toLowerCase());
    const { UseQuotes = 'Always' } = this.#args;
    if (UseQuotes !== 'AsNeeded') return UseQuotes === 'Always';
    return text.includes(this.#delimiter) || /["\n\r]/.test(text);
  }
}
