import { NetException } from '../errors/net-exception.ts';
import type { TimeSpan } from '../values/time-span.ts';
import { readQuoted } from './date-time-format.ts';

/** The parts of a span, all positive, with its sign apart. */
interface Parts {
  readonly negative: boolean;
  readonly days: number;
  readonly hours: number;
  readonly minutes: number;
  readonly seconds: number;
  /** Ticks below a second. */
  readonly fraction: number;
}

/**
 * TimeSpan.ToString(format, culture): c (also t, T and no format), g, G and custom formats. Of the culture only the
 * decimal separator counts, in g and G. FormatException for a bad format.
 */
export function formatTimeSpan(value: TimeSpan, format: string | null, decimalSeparator: string): string {
  const parts = partsOf(value);
  if (!format || /^[ctT]$/.test(format)) return writeConstant(parts);
  if (format === 'g') return writeGeneral(parts, decimalSeparator, false);
  if (format === 'G') return writeGeneral(parts, decimalSeparator, true);
  if (format.length === 1) throw badFormat(format);
  return writeCustom(parts, format);
}

function partsOf(value: TimeSpan): Parts {
  const negative = value.ticks < 0n;
  const ticks = negative ? -value.ticks : value.ticks;
  const days = ticks / 864_000_000_000n;
  const rest = Number(ticks - days * 864_000_000_000n);
  return {
    negative,
    days: Number(days),
    hours: Math.floor(rest / 36_000_000_000),
    minutes: Math.floor(rest / 600_000_000) % 60,
    seconds: Math.floor(rest / 10_000_000) % 60,
    fraction: rest % 10_000_000,
  };
}

const two = (value: number): string => String(value).padStart(2, '0');
const seven = (value: number): string => String(value).padStart(7, '0');

function writeConstant(parts: Parts): string {
  const days = parts.days > 0 ? `${parts.days}.` : '';
  const fraction = parts.fraction > 0 ? `.${seven(parts.fraction)}` : '';
  return `${parts.negative ? '-' : ''}${days}${two(parts.hours)}:${two(parts.minutes)}:${two(parts.seconds)}${fraction}`;
}

function writeGeneral(parts: Parts, separator: string, long: boolean): string {
  const days = parts.days > 0 || long ? `${parts.days}:` : '';
  const hours = long ? two(parts.hours) : parts.hours;
  const digits = long ? seven(parts.fraction) : seven(parts.fraction).replace(/0+$/, '');
  const fraction = digits === '' ? '' : separator + digits;
  return `${parts.negative ? '-' : ''}${days}${hours}:${two(parts.minutes)}:${two(parts.seconds)}${fraction}`;
}

/** What each letter writes and how often it may stand in a row. */
const SPECIFIERS: Readonly<
  Record<string, { readonly max: number; readonly write: (parts: Parts, length: number) => string }>
> = {
  d: { max: 8, write: (parts, length) => String(parts.days).padStart(length, '0') },
  h: { max: 2, write: (parts, length) => String(parts.hours).padStart(length, '0') },
  m: { max: 2, write: (parts, length) => String(parts.minutes).padStart(length, '0') },
  s: { max: 2, write: (parts, length) => String(parts.seconds).padStart(length, '0') },
  f: { max: 7, write: (parts, length) => seven(parts.fraction).slice(0, length) },
  F: { max: 7, write: (parts, length) => seven(parts.fraction).slice(0, length).replace(/0+$/, '') },
};

function writeCustom(parts: Parts, format: string): string {
  let text = '';
  for (let at = 0; at < format.length; ) {
    const char = format.charAt(at);
    const specifier = SPECIFIERS[char];
    if (specifier !== undefined) {
      let length = 1;
      while (format.charAt(at + length) === char) length += 1;
      if (length > specifier.max) throw badFormat(format);
      text += specifier.write(parts, length);
      at += length;
    } else if (char === "'" || char === '"') {
      const quoted = readQuoted(format, at);
      text += quoted.text;
      at += quoted.length;
    } else if (char === '%') {
      const next = format.charAt(at + 1);
      if (next === '' || next === '%') throw badFormat(format);
      text += writeCustom(parts, next);
      at += 2;
    } else if (char === '\\' && at + 1 < format.length) {
      text += format.charAt(at + 1);
      at += 2;
    } else {
      throw badFormat(format);
    }
  }
  return text;
}

function badFormat(format: string): NetException {
  return new NetException('System.FormatException', `'${format}' is no format for a TimeSpan.`);
}
