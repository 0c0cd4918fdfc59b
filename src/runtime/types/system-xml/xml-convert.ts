import type { EngineContext } from '../../engine.ts';
import { Char } from '../../values/char.ts';
import { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import type { NetType } from '../../values/net-type.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { TimeSpan } from '../../values/time-span.ts';
import { xmlError } from '../../xml/xml-error.ts';
import { invalidCharacter, isBlank, isName, isNameCharacter, isNameStart } from '../../xml/xml-names.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type MemberFunction, type TypeSpec } from '../define-type.ts';
import { argumentNull, badFormat } from '../net-error.ts';
import { typeSystemOf } from '../type-system.ts';
import { durationTicks, xmlValueText } from './xml-value-text.ts';

/** XmlQualifiedName */
export class XmlQualifiedName extends NetObject {
  readonly name: string;
  readonly namespace: string;

  constructor(name: string, namespace: string) {
    super();
    this.name = name;
    this.namespace = namespace;
  }

  equalityText(): string {
    return `qualified ${this.toText()}`;
  }

  toText(): string {
    return this.namespace === '' ? this.name : `${this.namespace}:${this.name}`;
  }
}

const escapeOf = (char: string): string => {
  const code = char.codePointAt(0) ?? 0;
  return `_x${code
    .toString(16)
    .toUpperCase()
    .padStart(code > 0xffff ? 8 : 4, '0')}_`;
};

function encodeName(name: string | null, allowsColon: boolean): string | null {
  if (name === null || name === '') return name;
  return Array.from(name, (char, i) => {
    if (char === ':' && allowsColon) return char;
    if (char === '_' && /^_x[0-9A-Fa-f]{4}/.test(Array.from(name).slice(i).join(''))) return '_x005F_';
    return (i === 0 ? isNameStart(char) : isNameCharacter(char)) ? char : escapeOf(char);
  }).join('');
}

function decodeName(name: string | null): string | null {
  return (
    name?.replace(/_x([0-9A-Fa-f]{8}|[0-9A-Fa-f]{4})_/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    ) ?? null
  );
}

function checkName(name: string | null, allowsColon: boolean): string {
  if (name === null) throw argumentNull('name');
  if (!isName(name) || (!allowsColon && name.includes(':'))) throw xmlError(`'${name}' is no XML name.`);
  return name;
}

const kinds: Readonly<Record<string, [keyword: string, type: (core: ReturnType<typeof coreTypes>) => NetType]>> = {
  Int32: ['int', (c) => c.int32],
  Int64: ['long', (c) => c.int64],
  Double: ['double', (c) => c.double],
  Decimal: ['decimal', (c) => c.decimal],
};

const code =
  (test: (char: string) => boolean): MemberFunction =>
  (char: Char) =>
    test(char.text);

function toNumber(engine: EngineContext, text: string, type: NetType): Eventually<PSValue> {
  const plain = text.trim();
  const given = plain === 'INF' ? 'Infinity' : plain === '-INF' ? '-Infinity' : plain;
  if (plain === '') throw badFormat(`'${text}' is no number.`);
  return typeSystemOf(engine).convert(given, type);
}

const shown = [
  'bool',
  'char',
  'decimal',
  'double',
  'float',
  'int',
  'long',
  'short',
  'byte',
  'sbyte',
  'ushort',
  'uint',
  'ulong',
  'TimeSpan',
  'DateTimeOffset',
  'Guid',
  'DateTime',
];

/** XmlConvert and XmlQualifiedName. */
export const convertTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Xml.XmlConvert',
    members: {
      'static EncodeName(string name) string': (name: string | null) => encodeName(name, true),
      'static EncodeLocalName(string name) string': (name: string | null) => encodeName(name, false),
      'static EncodeNmToken(string name) string': (name: string | null) => encodeName(name, true),
      'static DecodeName(string name) string': decodeName,
      'static VerifyName(string name) string': (name: string | null) => checkName(name, true),
      'static VerifyNCName(string name) string': (name: string | null) => checkName(name, false),
      'static VerifyXmlChars(string content) string': (text: string) => {
        const bad = invalidCharacter(text);
        if (bad !== undefined)
          throw xmlError(`The character 0x${bad.charCodeAt(0).toString(16)} is not allowed in XML.`);
        return text;
      },
      'static IsXmlChar(char ch) bool': code((c) => invalidCharacter(c) === undefined),
      'static IsStartNCNameChar(char ch) bool': code(isNameStart),
      'static IsNCNameChar(char ch) bool': code(isNameCharacter),
      'static IsWhitespaceChar(char ch) bool': code(isBlank),
      'static ToString(string value) string': (text: string | null) => text,
      ...Object.fromEntries(
        shown.map((type) => [
          `static ToString(${type} value) string`,
          function (this: EngineContext, value: PSValue) {
            return xmlValueText(this, value);
          },
        ]),
      ),
      'static ToString(DateTime value, XmlDateTimeSerializationMode dateTimeOption) string'(value, mode: EnumValue) {
        const types = typeSystemOf(this);
        const call = ['ToLocalTime', 'ToUniversalTime'][Number(mode.value)];
        const moved = call === undefined ? value : (types.invoke(value, call, []) as PSValue);
        return xmlValueText(this, moved);
      },
      'static ToString(DateTime value, string format) string'(value, format: string) {
        return typeSystemOf(this).netText(value, format, '');
      },
      'static ToBoolean(string s) bool': (text: string) => {
        const plain = text.trim();
        if (plain === '1' || plain === 'true') return true;
        if (plain === '0' || plain === 'false') return false;
        throw badFormat(`'${text}' is neither true nor false.`);
      },
      'static ToChar(string s) char': (text: string) => {
        if (text.length !== 1) throw badFormat('The text must be one character.');
        return Char.from(text);
      },
      ...Object.fromEntries(
        Object.entries(kinds).map(([name, [keyword, type]]) => [
          `static To${name}(string s) ${keyword}`,
          function (this: EngineContext, text: string) {
            return toNumber(this, text, type(coreTypes()));
          },
        ]),
      ),
      'static ToDateTime(string s, XmlDateTimeSerializationMode dateTimeOption) DateTime'(
        text: string,
        mode: EnumValue,
      ) {
        const types = typeSystemOf(this);
        const styles = EnumValue.of(types.findType('System.Globalization.DateTimeStyles') as NetType, 128);
        const culture = types.invokeStatic(types.findType('cultureinfo') as NetType, 'GetCultureInfo', ['']) as PSValue;
        const parsed = types.invokeStatic(coreTypes().dateTime, 'Parse', [text, culture, styles]) as PSValue;
        const call = ['ToLocalTime', 'ToUniversalTime'][Number(mode.value)];
        return call === undefined ? parsed : types.invoke(parsed, call, []);
      },
      'static ToDateTimeOffset(string s) DateTimeOffset'(text: string) {
        const types = typeSystemOf(this);
        return types.convert(text, types.findType('datetimeoffset') as NetType);
      },
      'static ToTimeSpan(string s) TimeSpan': (text: string) => {
        const ticks = durationTicks(text);
        if (ticks === undefined) throw badFormat(`'${text}' is no duration.`);
        return new TimeSpan(ticks);
      },
      'static ToGuid(string s) Guid'(text: string) {
        const types = typeSystemOf(this);
        return types.convert(text, types.findType('guid') as NetType);
      },
    },
  }),
  defineType({
    name: 'System.Xml.XmlQualifiedName',
    jsClass: XmlQualifiedName,
    members: {
      'new()': () => new XmlQualifiedName('', ''),
      'new(string name)': (name: string | null) => new XmlQualifiedName(name ?? '', ''),
      'new(string name, string ns)': (name: string | null, ns: string | null) =>
        new XmlQualifiedName(name ?? '', ns ?? ''),
      'prop Namespace string get': (q: XmlQualifiedName) => q.namespace,
      'prop Name string get': (q: XmlQualifiedName) => q.name,
      'prop IsEmpty bool get': (q: XmlQualifiedName) => q.name === '' && q.namespace === '',
      'ToString() string': (q: XmlQualifiedName) => q.toText(),
    },
  }),
];
