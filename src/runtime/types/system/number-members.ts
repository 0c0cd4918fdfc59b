import type { EngineContext } from '../../engine.ts';
import { formatNumber } from '../../text/number-format.ts';
import { defaultNumberStyles, parseNumber } from '../../text/number-parse.ts';
import { numberToString } from '../../text/number-text.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { NumberKind } from '../../values/number-kinds.ts';
import { numberTypeNames } from '../../values/number-type-names.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { zeroOf } from '../default-value.ts';
import type { MemberTable, RefSlot } from '../define-type.ts';
import { numberFormatFrom } from '../format-provider.ts';
import { argumentNull, badArgument, badFormat, overflow } from '../net-error.ts';
import { typeOf } from '../type-of.ts';

/** Parses as `T.Parse`; throws FormatException or OverflowException. */
export function parseOrThrow(
  engine: EngineContext,
  kind: NumberKind,
  text: string | null,
  styles: number,
  provider: PSValue,
): PSValue {
  if (text === null) throw argumentNull('s');
  const parsed = parseNumber(kind, text, styles, numberFormatFrom(engine, provider));
  if (parsed === 'format') throw badFormat(`'${text}' is not written as a ${numberTypeNames[kind]}.`);
  if (parsed === 'overflow') throw overflow(`'${text}' does not fit ${numberTypeNames[kind]}.`);
  return parsed;
}

function tryParse(
  engine: EngineContext,
  kind: NumberKind,
  text: string | null,
  styles: number,
  provider: PSValue,
  slot: RefSlot,
): boolean {
  const parsed = text === null ? 'format' : parseNumber(kind, text, styles, numberFormatFrom(engine, provider));
  slot.value = typeof parsed === 'string' ? zeroOf(kind) : parsed;
  return typeof parsed !== 'string';
}

/** Parse, TryParse, ToString, CompareTo and Equals of a number type; `t` is its name in signatures. */
export function numberMembers(
  t: string,
  kind: NumberKind,
  compare: (a: never, b: never) => number,
  box: (value: PSValue) => PSValue = (v) => v,
): MemberTable {
  const styles = defaultNumberStyles(kind);
  const styleOf = (style: EnumValue): number => Number(style.value);
  const text = (engine: EngineContext, self: PSValue, format: string | null, provider: PSValue): string => {
    const info = numberFormatFrom(engine, provider);
    return format ? formatNumber(box(self), format, info) : numberToString(box(self), info);
  };
  return {
    [`CompareTo(${t} value) int`]: (self, other) => Math.sign(compare(self as never, other as never)),
    'CompareTo(object value) int': (self, other) => {
      if (other === null) return 1;
      if (typeOf(other) !== typeOf(box(self)))
        throw badArgument(`The argument must be of type ${numberTypeNames[kind]}.`);
      return Math.sign(compare(self as never, rawOf(other) as never));
    },
    [`Equals(${t} obj) bool`]: (self, other) => compare(self as never, other as never) === 0,
    'GetTypeCode() TypeCode': () => kind,
    'ToString() string'(self) {
      return text(this, self, null, null);
    },
    'ToString(string format) string'(self, format: string | null) {
      return text(this, self, format, null);
    },
    'ToString(IFormatProvider provider) string'(self, provider) {
      return text(this, self, null, provider);
    },
    'ToString(string format, IFormatProvider provider) string'(self, format: string | null, provider) {
      return text(this, self, format, provider);
    },
    [`static Parse(string s) ${t}`](s: string | null) {
      return parseOrThrow(this, kind, s, styles, null);
    },
    [`static Parse(string s, NumberStyles style) ${t}`](s: string | null, style: EnumValue) {
      return parseOrThrow(this, kind, s, styleOf(style), null);
    },
    [`static Parse(string s, IFormatProvider provider) ${t}`](s: string | null, provider) {
      return parseOrThrow(this, kind, s, styles, provider);
    },
    [`static Parse(string s, NumberStyles style, IFormatProvider provider) ${t}`](
      s: string | null,
      style: EnumValue,
      provider,
    ) {
      return parseOrThrow(this, kind, s, styleOf(style), provider);
    },
    [`static TryParse(string s, out ${t} result) bool`](s: string | null, slot: RefSlot) {
      return tryParse(this, kind, s, styles, null, slot);
    },
    [`static TryParse(string s, IFormatProvider provider, out ${t} result) bool`](
      s: string | null,
      provider,
      slot: RefSlot,
    ) {
      return tryParse(this, kind, s, styles, provider, slot);
    },
    [`static TryParse(string s, NumberStyles style, IFormatProvider provider, out ${t} result) bool`](
      s: string | null,
      style: EnumValue,
      provider,
      slot: RefSlot,
    ) {
      return tryParse(this, kind, s, styleOf(style), provider, slot);
    },
  };
}

/** What implementations of number members work with: the JS number or bigint inside a boxed number. */
export function rawOf(value: PSValue): PSValue {
  if (typeof value === 'object' && value !== null && 'value' in value) {
    const inner = value.value;
    if (typeof inner === 'number' || typeof inner === 'bigint') return inner;
  }
  return value;
}
