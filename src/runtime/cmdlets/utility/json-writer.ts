import type { EngineContext } from '../../engine.ts';
import { fail } from '../../errors/terminating-error.ts';
import { type DictionaryValue, isDictionary } from '../../members/dictionary-access.ts';
import { enumerableOf } from '../../members/enumerate.ts';
import { isPropertyKind, listMembers, type MemberView } from '../../members/member-list.ts';
import { formatDateTime, formatDateTimeOffset } from '../../text/date-time-format.ts';
import { dateTimeFormatOf } from '../../text/date-time-format-info.ts';
import { numberToString } from '../../text/number-text.ts';
import { zoneOf } from '../../types/engine-zone.ts';
import { typeOf } from '../../types/type-of.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Char } from '../../values/char.ts';
import { DateTime } from '../../values/date-time.ts';
import { DateTimeOffset } from '../../values/date-time-offset.ts';
import { Decimal } from '../../values/decimal.ts';
import { asDouble } from '../../values/double.ts';
import { EnumValue } from '../../values/enum-value.ts';
import { Guid } from '../../values/guid.ts';
import { numberKindOf } from '../../values/number-kind-of.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import type { PSMember } from '../../values/ps-member.ts';
import { baseOf, notesOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { Single } from '../../values/single.ts';

/** How JSON text is written. */
export interface JsonWriterOptions {
  readonly depth: number;
  readonly compress: boolean;
  readonly enumsAsStrings: boolean;
  readonly escape: 'Default' | 'EscapeNonAscii' | 'EscapeHtml';
}

/** Thrown for a property whose value is still being computed: wait for it and begin again. */
export class PendingMember {
  readonly owner: PSValue;
  readonly name: string;
  readonly value: Promise<PSValue>;

  constructor(owner: PSValue, name: string, value: Promise<PSValue>) {
    this.owner = owner;
    this.name = name;
    this.value = value;
  }
}

const named: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const special = {
  Default: /["\\\u0000-\u001f\u0085\u2028\u2029]/g,
  EscapeNonAscii: /["\\\u0000-\u001f\u007f-\uffff]/g,
  EscapeHtml: /["\\\u0000-\u001f\u0085\u2028\u2029<>&']/g,
} as const;

/** Writes values as JSON (ConvertTo-Json). */
export class JsonWriter {
  readonly #engine: EngineContext;
  readonly #options: JsonWriterOptions;
  /** Values of properties that were pending at an earlier try, by owner and name. */
  readonly #known: ReadonlyMap<PSValue, ReadonlyMap<string, PSValue>>;
  /** Set when something lay deeper than asked for and was written as text. */
  wasCut = false;

  constructor(
    engine: EngineContext,
    options: JsonWriterOptions,
    known: ReadonlyMap<PSValue, ReadonlyMap<string, PSValue>>,
  ) {
    this.#engine = engine;
    this.#options = options;
    this.#known = known;
  }

  /** The JSON text of a value. @throws PendingMember */
  write(value: PSValue): string {
    return this.#value(value, 0, '');
  }

  #value(value: PSValue, depth: number, indent: string): string {
    if (value === null || value === undefined) return 'null';
    const base = baseOf(value);
    const scalar = this.#scalar(base);
    if (scalar !== undefined) return scalar;
    const plain = this.#primitive(base);
    if (plain !== undefined) return this.#withNotes(value, plain, depth, indent);
    if (depth > this.#options.depth) {
      this.wasCut = true;
      return this.#string(typeSystemOf(this.#engine).toText(value));
    }
    if (isDictionary(base)) return this.#dictionary(value, base, depth, indent);
    const elements = enumerableOf(base);
    if (elements) return this.#array(elements, depth, indent);
    return this.#object(value, base, depth, indent);
  }

  /** Values that never carry notes in JSON. */
  #scalar(base: PSValue): string | undefined {
    if (typeof base === 'string') return this.#string(base);
    if (typeof base === 'boolean') return base ? 'true' : 'false';
    const double = asDouble(base);
    if (double !== undefined) return this.#float(double, base);
    if (typeof base !== 'object' || base === null) return undefined;
    if (base instanceof Single) return this.#float(base.value, base);
    if (base instanceof Decimal) return withPoint(numberToString(base));
    if (numberKindOf(base) === NumberKind.BigInteger) return numberToString(base);
    if (base instanceof Char) return this.#string(base.text);
    if (base instanceof Guid) return this.#string(typeSystemOf(this.#engine).toText(base));
    return this.#textual(base);
  }

  #textual(base: object): string | undefined {
    const info = dateTimeFormatOf('');
    const zone = zoneOf(this.#engine);
    if (base instanceof DateTime)
      return this.#string(formatDateTime(base, "yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFK", info, zone));
    if (base instanceof DateTimeOffset) {
      return this.#string(formatDateTimeOffset(base, "yyyy'-'MM'-'dd'T'HH':'mm':'ss.FFFFFFFzzz", info, zone));
    }
    const { fullName } = typeOf(base);
    if (fullName === 'System.DBNull' || fullName === 'System.Management.Automation.Language.NullString') return 'null';
    if (fullName !== 'System.Uri') return undefined;
    return this.#string(
      'originalString' in base ? String(base.originalString) : typeSystemOf(this.#engine).toText(base),
    );
  }

  #float(number: number, base: PSValue): string {
    if (!Number.isFinite(number))
      return this.#string(Number.isNaN(number) ? 'NaN' : number > 0 ? 'Infinity' : '-Infinity');
    return withPoint(numberToString(base));
  }

  /** Integers and enums, which become objects when they carry notes. */
  #primitive(base: PSValue): string | undefined {
    if (base instanceof EnumValue) {
      if (this.#options.enumsAsStrings || typeof base.value === 'bigint') return this.#string(base.toString());
      return String(base.value);
    }
    return numberKindOf(base) === NumberKind.None ? undefined : numberToString(base);
  }

  #withNotes(value: PSValue, text: string, depth: number, indent: string): string {
    const notes = notesOf(value);
    if (!notes || notes.properties.size === 0) return text;
    const members = this.#members(value, 'extended', depth, indent);
    return members.length === 0 ? text : this.#braces([['value', text], ...members], indent);
  }

  #dictionary(value: PSValue, table: DictionaryValue, depth: number, indent: string): string {
    const members: [string, string][] = [];
    for (const { key, value: entry } of table.entries()) {
      const name = baseOf(key);
      if (typeof name !== 'string') throw this.#badKey(table);
      members.push([name, this.#value(entry, depth + 1, this.#deeper(indent))]);
    }
    if ((notesOf(value)?.properties.size ?? 0) > 0) members.push(...this.#members(value, 'extended', depth, indent));
    return this.#braces(members, indent);
  }

  #badKey(table: PSValue): unknown {
    return fail({
      id: 'NonStringKeyInDictionary',
      category: 'InvalidOperation',
      exceptionType: 'System.InvalidOperationException',
      message: `A dictionary of type ${typeOf(table)} can become JSON only when all its keys are strings.`,
    });
  }

  #array(elements: Iterable<PSValue>, depth: number, indent: string): string {
    const inner = this.#deeper(indent);
    const parts: string[] = [];
    for (const element of elements) parts.push(this.#value(element, depth + 1, inner));
    if (parts.length === 0) return '[]';
    if (this.#options.compress) return `[${parts.join(',')}]`;
    return `[\n${inner}${parts.join(`,\n${inner}`)}\n${indent}]`;
  }

  #object(value: PSValue, base: PSValue, depth: number, indent: string): string {
    const isCustom = base instanceof PSObject;
    const members = this.#members(isCustom ? value : base, isCustom ? 'all' : 'adapted', depth, indent);
    if (!isCustom) {
      const seen = new Set(members.map(([name]) => name));
      members.push(...this.#members(value, 'extended', depth, indent).filter(([name]) => !seen.has(name)));
    }
    return this.#braces(members, indent);
  }

  #members(value: PSValue, view: MemberView, depth: number, indent: string): [string, string][] {
    const inner = this.#deeper(indent);
    const members: [string, string][] = [];
    for (const member of listMembers(this.#engine, value, view)) {
      if (!isPropertyKind(member) || (view !== 'adapted' && member.isHidden) || !member.access.get) continue;
      members.push([member.name, this.#value(this.#read(value, member), depth + 1, inner)]);
    }
    return members;
  }

  #read(owner: PSValue, member: PSMember): PSValue {
    const known = this.#known.get(owner)?.get(member.name);
    if (known !== undefined) return known;
    const value = member.getValue(this.#engine);
    if (value instanceof Promise) throw new PendingMember(owner, member.name, value);
    return value;
  }

  #braces(members: readonly (readonly [string, string])[], indent: string): string {
    if (members.length === 0) return '{}';
    if (this.#options.compress) return `{${members.map(([name, text]) => `${this.#string(name)}:${text}`).join(',')}}`;
    const inner = this.#deeper(indent);
    return `{\n${inner}${members.map(([name, text]) => `${this.#string(name)}: ${text}`).join(`,\n${inner}`)}\n${indent}}`;
  }

  #deeper(indent: string): string {
    return this.#options.compress ? '' : `${indent}  `;
  }

  #string(text: string): string {
    const pattern = special[this.#options.escape];
    if (text.search(pattern) < 0) return `"${text}"`;
    const escaped = text.replace(
      pattern,
      (unit) => named[unit] ?? `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return `"${escaped}"`;
  }
}

function withPoint(text: string): string {
  return /[.eE]/.test(text) ? text : `${text}.0`;
}
