import { NetException } from '../errors/net-exception.ts';
import { TimeSpan } from '../values/time-span.ts';
import { readQuoted } from './date-time-format.ts';

/** Why a text is no TimeSpan: its form, or a part that is out of range. */
export type TimeSpanFailure = 'format' | 'overflow';

/** What {@link readTimeSpan} makes of a text. */
export type TimeSpanReading = TimeSpan | TimeSpanFailure;

interface Parts {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
  /** Ticks below a second. */
  fraction: number;
}

/** TimeSpan.Parse: FormatException or OverflowException when the text is no TimeSpan. */
export function parseTimeSpan(text: string, decimalSeparator = '.'): TimeSpan {
  return orThrow(readTimeSpan(text, decimalSeparator), text);
}

/**
 * Reads `[-]d`, `[-][d.]h:m[:s[.f]]` or `[-]d:h:m:s[.f]`. `h:m:s` whose first number is above 23 counts as days,
 * hours and minutes.
 */
export function readTimeSpan(text: string, decimalSeparator = '.'): TimeSpanReading {
  const body = text.trim();
  const negative = body.startsWith('-');
  const match = /^(\d+)(?:\.(\d+))?(?::(\d+))?(?::(\d+))?(?::(\d+))?(?:([^\d:]+)(\d+))?$/.exec(
    negative ? body.slice(1) : body,
  );
  if (match === null) return 'format';
  const [, first = '', dotted, ...rest] = match;
  const [second, third, fourth, separator, fraction] = rest;
  if (separator !== undefined && separator !== '.' && separator !== decimalSeparator) return 'format';
  const numbers = [first, dotted, second, third, fourth].filter((part) => part !== undefined);
  if (numbers.some((part) => part.replace(/^0+/, '').length > 8) || (fraction?.length ?? 0) > 7) return 'overflow';
  const values = numbers.map(Number);
  const parts = partsOf(values, dotted !== undefined, fraction !== undefined);
  if (parts === undefined) return 'format';
  parts.fraction = Number((fraction ?? '').padEnd(7, '0'));
  return joinParts(parts, negative);
}

/** Which number is which, by their count. */
function partsOf(values: readonly number[], dotted: boolean, hasFraction: boolean): Parts | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = values;
  if (dotted) {
    if (values.length === 3 && !hasFraction) return { days: a, hours: b, minutes: c, seconds: 0, fraction: 0 };
    return values.length === 4 ? { days: a, hours: b, minutes: c, seconds: d, fraction: 0 } : undefined;
  }
  switch (values.length) {
    case 1:
      return hasFraction ? undefined : { days: a, hours: 0, minutes: 0, seconds: 0, fraction: 0 };
    case 2:
      return hasFraction ? undefined : { days: 0, hours: a, minutes: b, seconds: 0, fraction: 0 };
    case 3:
      if (a > 23 && !hasFraction) return { days: a, hours: b, minutes: c, seconds: 0, fraction: 0 };
      return { days: 0, hours: a, minutes: b, seconds: c, fraction: 0 };
    case 4:
      return { days: a, hours: b, minutes: c, seconds: d, fraction: 0 };
    default:
      return undefined;
  }
}

function joinParts(parts: Parts, negative: boolean): TimeSpanReading {
  if (parts.days > 10_675_199 || parts.hours > 23 || parts.minutes > 59 || parts.seconds > 59) return 'overflow';
  const inDay = ((parts.hours * 60 + parts.minutes) * 60 + parts.seconds) * 10_000_000 + parts.fraction;
  const ticks = BigInt(parts.days) * 864_000_000_000n + BigInt(inDay);
  const signed = negative ? -ticks : ticks;
  if (signed > TimeSpan.maxValue.ticks || signed < TimeSpan.minValue.ticks) return 'overflow';
  return new TimeSpan(signed);
}

/** TimeSpan.ParseExact with one or more formats; `negative` is TimeSpanStyles.AssumeNegative (custom formats only). */
export function parseTimeSpanExact(
  text: string,
  formats: readonly string[],
  decimalSeparator = '.',
  negative = false,
): TimeSpan {
  let reading: TimeSpanReading = 'format';
  for (const format of formats) {
    reading = readTimeSpanExact(text, format, decimalSeparator, negative);
    if (reading instanceof TimeSpan) return reading;
  }
  return orThrow(formats.length > 1 ? 'format' : reading, text);
}

/** As {@link parseTimeSpanExact} for one format, without exceptions but for a bad format. */
export function readTimeSpanExact(
  text: string,
  format: string,
  decimalSeparator = '.',
  negative = false,
): TimeSpanReading {
  if (/^[ctT]$/.test(format)) return readTimeSpan(text, '.');
  if (format === 'g' || format === 'G') {
    const body = text.trim();
    if (format === 'G' && !/^-?\d+:\d+:\d+:\d+\D\d+$/.test(body)) return 'format';
    if (/^-?\d+\.\d+:/.test(body)) return 'format';
    return readTimeSpan(text, decimalSeparator);
  }
  if (format.length <= 1) return 'format';
  const parts: Parts = { days: 0, hours: 0, minutes: 0, seconds: 0, fraction: 0 };
  const end = readCustom(text, format, parts);
  if (end === undefined || end !== text.length) return 'format';
  return joinParts(parts, negative);
}

const CUSTOM: Readonly<Record<string, { readonly part: keyof Parts; readonly max: number }>> = {
  d: { part: 'days', max: 8 },
  h: { part: 'hours', max: 2 },
  m: { part: 'minutes', max: 2 },
  s: { part: 'seconds', max: 2 },
  f: { part: 'fraction', max: 7 },
  F: { part: 'fraction', max: 7 },
};

/** Matches `text` against a custom format; where it ended, or `undefined`. Each letter may be used once. */
function readCustom(text: string, format: string, parts: Parts): number | undefined {
  const seen = new Set<keyof Parts>();
  let at = 0;
  for (let index = 0; index < format.length; ) {
    const char = format.charAt(index);
    const specifier = CUSTOM[char];
    if (specifier !== undefined) {
      let length = 1;
      while (format.charAt(index + length) === char) length += 1;
      if (length > specifier.max || seen.has(specifier.part)) return undefined;
      seen.add(specifier.part);
      const digits = readDigits(text, at, char, length);
      if (digits === undefined) return undefined;
      parts[specifier.part] = Number(specifier.part === 'fraction' ? digits.padEnd(7, '0') : digits);
      at += digits.length;
      index += length;
      continue;
    }
    const literal = readLiteral(format, index);
    if (literal === undefined) return undefined;
    if (!text.startsWith(literal.text, at)) return undefined;
    at += literal.text.length;
    index += literal.length;
  }
  return at;
}

function readDigits(text: string, at: number, letter: string, length: number): string | undefined {
  const available = /^\d*/.exec(text.slice(at))?.[0] ?? '';
  if (letter === 'F') return available.slice(0, length);
  if (letter === 'f') return available.length >= length ? available.slice(0, length) : undefined;
  const most = letter === 'd' ? 8 : 2;
  if (available.length < length) return undefined;
  return available.slice(0, length > 1 ? (letter === 'd' ? Math.max(length, 1) : 2) : most);
}

function readLiteral(format: string, index: number): { readonly text: string; readonly length: number } | undefined {
  const char = format.charAt(index);
  if (char === "'" || char === '"') return readQuoted(format, index);
  if (char === '\\' && index + 1 < format.length) return { text: format.charAt(index + 1), length: 2 };
  // A "%" before a letter only keeps it from being a standard format.
  if (char === '%' && CUSTOM[format.charAt(index + 1)] !== undefined) return { text: '', length: 1 };
  return undefined;
}

function orThrow(reading: TimeSpanReading, text: string): TimeSpan {
  if (reading instanceof TimeSpan) return reading;
  if (reading === 'overflow') {
    throw new NetException('System.OverflowException', `A part of the TimeSpan '${text}' is out of range.`);
  }
  throw new NetException('System.FormatException', `'${text}' is no TimeSpan.`);
}
