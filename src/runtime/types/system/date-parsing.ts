import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { type DateReadingContext, DateTimeStyles } from '../../text/date-time-reading.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import type { MemberTable, RefSlot } from '../define-type.ts';
import { dateEnvironmentOf } from '../engine-zone.ts';
import { dateFormatFrom } from '../format-provider.ts';
import { argumentNull, badArgument } from '../net-error.ts';

type Text = string | null;

/** How one of the date types is read. */
export interface DateReader {
  readonly parse: (text: string, context: DateReadingContext) => PSValue;
  readonly parseExact: (text: string, formats: readonly string[], context: DateReadingContext) => PSValue;
  /** What TryParse leaves when it fails. */
  readonly zero: PSValue;
}

/** What the members of one type are called. */
export interface DateParsingNames {
  readonly type: string;
  readonly text: string;
  readonly provider: string;
  readonly styles: string;
  /** Whether the exact readers exist without culture and style (DateOnly, TimeOnly). */
  readonly isShort: boolean;
}

function contextOf(engine: EngineContext, provider: PSValue, style: EnumValue | undefined): DateReadingContext {
  const styles = Number(style?.value ?? 0);
  const assumed = styles & (DateTimeStyles.AssumeLocal | DateTimeStyles.AssumeUniversal);
  const both = assumed === (DateTimeStyles.AssumeLocal | DateTimeStyles.AssumeUniversal);
  const adjusted = assumed | (styles & DateTimeStyles.AdjustToUniversal);
  if (styles & ~0xff || both || (styles & DateTimeStyles.RoundtripKind && adjusted)) {
    throw badArgument('The date styles exclude one another.', 'styles');
  }
  return { info: dateFormatFrom(engine, provider), environment: dateEnvironmentOf(engine), styles };
}

function needed(text: Text, name: string): string {
  if (text === null) throw argumentNull(name);
  return text;
}

function formatsIn(formats: TypedArray | null): string[] {
  if (!formats) throw argumentNull('formats');
  return formats.toArray().map((f) => (typeof f === 'string' ? f : ''));
}

function attempt(slot: RefSlot, zero: PSValue, read: () => PSValue): boolean {
  try {
    slot.value = read();
    return true;
  } catch (thrown) {
    if (!(thrown instanceof NetException) || thrown.typeName === 'System.ArgumentException') throw thrown;
    slot.value = zero;
    return false;
  }
}

/** Parse, ParseExact, TryParse and TryParseExact of a date type. */
export function dateParsingMembers(names: DateParsingNames, reader: DateReader): MemberTable {
  const { type: t, text: s, provider: p, styles: style } = names;
  const anyOf = (engine: EngineContext, text: Text, provider: PSValue, styles?: EnumValue): PSValue =>
    reader.parse(needed(text, s), contextOf(engine, provider, styles));
  const exact = (
    engine: EngineContext,
    text: Text,
    formats: readonly string[],
    provider: PSValue,
    styles?: EnumValue,
  ): PSValue => reader.parseExact(needed(text, s), formats, contextOf(engine, provider, styles));
  const optional = names.isShort ? ' = None' : '';
  return {
    [`static Parse(string ${s}) ${t}`](text: Text) {
      return anyOf(this, text, null);
    },
    [`static Parse(string ${s}, IFormatProvider ${p}) ${t}`](text: Text, provider) {
      return anyOf(this, text, provider);
    },
    [`static Parse(string ${s}, IFormatProvider ${p}, DateTimeStyles ${style}) ${t}`](
      text: Text,
      provider,
      styles: EnumValue,
    ) {
      return anyOf(this, text, provider, styles);
    },
    ...(names.isShort ? shortExactMembers(names, reader, exact) : exactWithProvider(names, exact)),
    [`static ParseExact(string ${s}, string[] formats, IFormatProvider ${p}, DateTimeStyles ${style}${optional}) ${t}`](
      text: Text,
      formats: TypedArray | null,
      provider,
      styles: EnumValue,
    ) {
      return exact(this, text, formatsIn(formats), provider, styles);
    },
    [`static ParseExact(string ${s}, string format, IFormatProvider ${p}, DateTimeStyles ${style}${optional}) ${t}`](
      text: Text,
      format: Text,
      provider,
      styles: EnumValue,
    ) {
      return exact(this, text, [needed(format, 'format')], provider, styles);
    },
    [`static TryParse(string ${s}, ref ${t} result) bool`](text: Text, slot: RefSlot) {
      return attempt(slot, reader.zero, () => anyOf(this, text, null));
    },
    [`static TryParse(string ${s}, IFormatProvider ${p}, DateTimeStyles ${style}, ref ${t} result) bool`](
      text: Text,
      provider,
      styles: EnumValue,
      slot: RefSlot,
    ) {
      return attempt(slot, reader.zero, () => anyOf(this, text, provider, styles));
    },
    [`static TryParse(string ${s}, IFormatProvider ${p}, ref ${t} result) bool`](text: Text, provider, slot: RefSlot) {
      return attempt(slot, reader.zero, () => anyOf(this, text, provider));
    },
    [`static TryParseExact(string ${s}, string format, IFormatProvider ${p}, DateTimeStyles ${style}, ref ${t} result) bool`](
      text: Text,
      format: Text,
      provider,
      styles: EnumValue,
      slot: RefSlot,
    ) {
      return attempt(slot, reader.zero, () => exact(this, text, [needed(format, 'format')], provider, styles));
    },
    [`static TryParseExact(string ${s}, string[] formats, IFormatProvider ${p}, DateTimeStyles ${style}, ref ${t} result) bool`](
      text: Text,
      formats: TypedArray | null,
      provider,
      styles: EnumValue,
      slot: RefSlot,
    ) {
      return attempt(slot, reader.zero, () => exact(this, text, formatsIn(formats), provider, styles));
    },
  };
}

type Exact = (
  engine: EngineContext,
  text: Text,
  formats: readonly string[],
  provider: PSValue,
  styles?: EnumValue,
) => PSValue;

function exactWithProvider({ type: t, text: s, provider: p }: DateParsingNames, exact: Exact): MemberTable {
  return {
    [`static ParseExact(string ${s}, string format, IFormatProvider ${p}) ${t}`](text: Text, format: Text, provider) {
      return exact(this, text, [needed(format, 'format')], provider);
    },
  };
}

function shortExactMembers({ type: t, text: s }: DateParsingNames, reader: DateReader, exact: Exact): MemberTable {
  return {
    [`static ParseExact(string ${s}, string[] formats) ${t}`](text: Text, formats: TypedArray | null) {
      return exact(this, text, formatsIn(formats), null);
    },
    [`static ParseExact(string ${s}, string format) ${t}`](text: Text, format: Text) {
      return exact(this, text, [needed(format, 'format')], null);
    },
    [`static TryParseExact(string ${s}, string format, ref ${t} result) bool`](
      text: Text,
      format: Text,
      slot: RefSlot,
    ) {
      return attempt(slot, reader.zero, () => exact(this, text, [needed(format, 'format')], null));
    },
    [`static TryParseExact(string ${s}, string[] formats, ref ${t} result) bool`](
      text: Text,
      formats: TypedArray | null,
      slot: RefSlot,
    ) {
      return attempt(slot, reader.zero, () => exact(this, text, formatsIn(formats), null));
    },
  };
}
