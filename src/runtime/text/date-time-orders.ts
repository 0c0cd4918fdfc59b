import { isValidDate } from '../values/calendar.ts';
import type { DateTimeFormatInfo } from './date-time-format-info.ts';
import type { CompleteState } from './date-time-parse-states.ts';
import { type DateTimeReading, fourDigitYear } from './date-time-reading.ts';

/** What a date text gave before its order is known. */
export interface DateNumbers {
  /** A number of three or more digits, or -1. */
  readonly year: number;
  /** From a month name, or -1. */
  readonly month: number;
  readonly numbers: readonly number[];
}

type Order = 'YMD' | 'MDY' | 'DMY' | 'YDM';

type Completion = (known: DateNumbers, reading: DateTimeReading) => boolean;

/** The order of year, month and day in a pattern; only letters outside quotes count. */
function orderOf(pattern: string): string {
  let order = '';
  for (const [letter] of pattern.replace(/'[^']*'|"[^"]*"|\\./g, '').matchAll(/d+|M+|y+/g)) {
    // Three and more d are the day of the week.
    if (letter.startsWith('d') && letter.length > 2) continue;
    order += letter.charAt(0).toUpperCase();
  }
  return order;
}

function dateOrder(info: DateTimeFormatInfo): Order {
  const order = orderOf(info.shortDatePattern);
  return order === 'YMD' || order === 'DMY' || order === 'YDM' ? order : 'MDY';
}

/** Whether a culture reads a year in front as year, day, month. */
export function isDayBeforeMonth(info: DateTimeFormatInfo): boolean {
  return info.shortDatePattern.startsWith('y') && dateOrder(info) === 'YDM';
}

/** How a complete state becomes a date; `false` when there is no such day. */
export const COMPLETE_DATES: Readonly<Partial<Record<CompleteState, Completion>>> = {
  '=DNN': ({ numbers: [a = 0, b = 0] }, reading) => {
    const monthFirst = orderOf(reading.context.info.monthDayPattern) === 'MD';
    const year = reading.currentYear();
    return monthFirst ? reading.setDate(year, a, b) : reading.setDate(year, b, a);
  },
  '=DNNN': ({ numbers: [a = 0, b = 0, c = 0] }, reading) => {
    switch (dateOrder(reading.context.info)) {
      case 'YMD':
        return reading.setDate(fourDigitYear(a), b, c);
      case 'DMY':
        return reading.setDate(fourDigitYear(c), b, a);
      case 'YDM':
        return reading.setDate(fourDigitYear(a), c, b);
      default:
        return reading.setDate(fourDigitYear(c), a, b);
    }
  },
  '=DMN': ({ month, numbers: [n = 0] }, reading) => {
    const { info } = reading.context;
    // Behind a month a number is a day, unless the culture writes days first and the year behind the month.
    if (orderOf(info.monthDayPattern) === 'DM' && orderOf(info.yearMonthPattern) === 'MY') {
      return reading.setDate(fourDigitYear(n), month, 1);
    }
    return reading.setDate(reading.currentYear(), month, n);
  },
  '=DNM': ({ month, numbers: [n = 0] }, reading) => {
    const { info } = reading.context;
    if (orderOf(info.monthDayPattern) === 'MD' && orderOf(info.yearMonthPattern) === 'YM') {
      return reading.setDate(fourDigitYear(n), month, 1);
    }
    return reading.setDate(reading.currentYear(), month, n);
  },
  '=DMNN': ({ month, numbers: [a = 0, b = 0] }, reading) => {
    const yearFirst = dateOrder(reading.context.info) === 'YMD';
    const [year, day] = yearFirst ? [a, b] : [b, a];
    if (isValidDate(fourDigitYear(year), month, day)) return reading.setDate(fourDigitYear(year), month, day);
    return reading.setDate(fourDigitYear(day), month, year);
  },
  '=DYNN': ({ year, numbers: [a = 0, b = 0] }, reading) => {
    const dayFirst = dateOrder(reading.context.info) === 'YDM';
    return dayFirst ? reading.setDate(year, b, a) : reading.setDate(year, a, b);
  },
  '=DNNY': ({ year, numbers: [a = 0, b = 0] }, reading) => {
    const order = dateOrder(reading.context.info);
    return order === 'MDY' || order === 'YMD' ? reading.setDate(year, a, b) : reading.setDate(year, b, a);
  },
  '=DYMN': ({ year, month, numbers: [n = 0] }, reading) => reading.setDate(year, month, n),
  '=DYN': ({ year, numbers: [n = 0] }, reading) => reading.setDate(year, n, 1),
  '=DYM': ({ year, month }, reading) => reading.setDate(year, Math.max(month, reading.month), 1),
  '=DS': (_, reading) => {
    reading.haveDate = true;
    return true;
  },
  '=DSN': ({ numbers: [n = 0] }, reading) => {
    if (reading.year < 0 || reading.month < 0) return false;
    return reading.setDate(reading.year, reading.month, n);
  },
  '=DNS': ({ numbers: [n = 0] }, reading) => completeSuffixes([n], reading),
  '=DNNS': ({ numbers }, reading) => completeSuffixes(numbers, reading),
};

/** Numbers without a suffix fill in what the suffixes left open, year first. */
function completeSuffixes(numbers: readonly number[], reading: DateTimeReading): boolean {
  const rest = [...numbers];
  const take = (known: number): number => (known >= 0 ? known : (rest.shift() ?? -1));
  const year = take(reading.year);
  const month = take(reading.month);
  const day = take(reading.day);
  return reading.setDate(fourDigitYear(year), month, day);
}
