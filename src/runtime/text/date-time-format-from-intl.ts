import type { DateTimeFormatInfo } from './date-time-format-info.ts';

/** Reads a culture's dates from the host's Intl data; `fallback` fills in what Intl does not tell. */
export function dateTimeFormatFromIntl(cultureName: string, fallback: DateTimeFormatInfo): DateTimeFormatInfo {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(cultureName);
    if (Intl.DateTimeFormat.supportedLocalesOf(cultureName).length === 0) return fallback;
  } catch {
    return fallback;
  }
  const name = locale.toString();
  const shortDate = pattern(name, { year: 'numeric', month: 'numeric', day: 'numeric' }, { dateStyle: 'short' });
  const longDate = pattern(name, { dateStyle: 'full' });
  const shortTime = pattern(name, { timeStyle: 'short' });
  const longTime = pattern(name, { timeStyle: 'medium' });
  const week = weekOf(locale);
  const monthNames = names(name, { month: 'long' });
  const narrowEra = era(name, 'narrow');
  const shortDays = dayNames(name, 'short');
  const shortMonthNames = names(name, { month: 'short' });
  return {
    amDesignator: dayPeriod(name, 9),
    pmDesignator: dayPeriod(name, 15),
    dateSeparator: /[^yMd'\s]+/.exec(shortDate.replace(/'[^']*'/g, ''))?.[0]?.trim() || fallback.dateSeparator,
    timeSeparator: /[^Hhmst'\s]/.exec(shortTime)?.[0] ?? fallback.timeSeparator,
    firstDayOfWeek: week.firstDay,
    calendarWeekRule: week.rule,
    shortDatePattern: shortDate,
    longDatePattern: longDate,
    shortTimePattern: shortTime,
    longTimePattern: longTime,
    fullDateTimePattern: `${longDate} ${longTime}`,
    monthDayPattern: pattern(name, { month: 'long', day: 'numeric' }),
    yearMonthPattern: pattern(name, { year: 'numeric', month: 'long' }),
    dayNames: dayNames(name, 'long'),
    abbreviatedDayNames: shortDays,
    shortestDayNames: shortDays.map((day) => day.slice(0, 2)),
    monthNames,
    abbreviatedMonthNames: shortMonthNames,
    monthGenitiveNames: names(name, { month: 'long', day: 'numeric' }, monthNames),
    abbreviatedMonthGenitiveNames: names(name, { month: 'short', day: 'numeric' }, shortMonthNames),
    eraName: era(name, 'short') || fallback.eraName,
    abbreviatedEraName: narrowEra.length > 1 ? narrowEra : era(name, 'short'),
    otherPatterns: {},
  };
}

/** 2024-11-23T04:05:06Z, a Saturday: every part has its own digits. */
const SAMPLE = Date.UTC(2024, 10, 23, 4, 5, 6);
const OPTIONS = { timeZone: 'UTC', numberingSystem: 'latn', calendar: 'gregory' } as const;

/**
 * A .NET pattern made from the parts Intl writes for a sample. `style` decides digits where given with `options`,
 * as .NET always writes four digits of the year in short dates.
 */
function pattern(locale: string, options: Intl.DateTimeFormatOptions, style?: Intl.DateTimeFormatOptions): string {
  const parts = new Intl.DateTimeFormat(locale, { ...OPTIONS, ...(style ?? options) }).formatToParts(SAMPLE);
  const early = new Intl.DateTimeFormat(locale, { ...OPTIONS, ...(style ?? options) }).formatToParts(
    Date.UTC(2024, 1, 3, 14, 5, 6),
  );
  const twoDigits = new Set(early.filter((part) => /^0\d$/.test(part.value)).map((part) => part.type));
  const hasPeriod = parts.some((part) => part.type === 'dayPeriod');
  let text = '';
  for (const part of parts) text += partPattern(part, twoDigits.has(part.type), hasPeriod, locale);
  return text.trim();
}

/** Letters that .NET puts in quotes in a pattern; East Asian signs stand bare. */
const QUOTED_WORD =
  /(?:(?!\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana})\p{L})+(?:[.' ]*(?:(?!\p{Script=Han}|\p{Script=Hangul})\p{L})+)*/gu;

function partPattern(part: Intl.DateTimeFormatPart, twoDigits: boolean, hasPeriod: boolean, locale: string): string {
  switch (part.type) {
    case 'year':
      return 'yyyy';
    case 'month':
      if (/\d/.test(part.value) && !/[^\d]/.test(part.value)) return twoDigits ? 'MM' : 'M';
      return isLongMonth(part.value, locale) ? 'MMMM' : 'MMM';
    case 'day':
      return twoDigits ? 'dd' : 'd';
    case 'weekday':
      return 'dddd';
    case 'hour':
      return (hasPeriod ? 'h' : 'H').repeat(/^0/.test(part.value) ? 2 : 1);
    case 'minute':
      return 'mm';
    case 'second':
      return 'ss';
    case 'dayPeriod':
      return 'tt';
    case 'literal':
      return part.value.replace(QUOTED_WORD, (word) => `'${word.replaceAll("'", "\\'")}'`);
    default:
      return '';
  }
}

function isLongMonth(value: string, locale: string): boolean {
  const long = new Intl.DateTimeFormat(locale, { ...OPTIONS, month: 'long', day: 'numeric' })
    .formatToParts(SAMPLE)
    .find((part) => part.type === 'month')?.value;
  const alone = new Intl.DateTimeFormat(locale, { ...OPTIONS, month: 'long' }).format(SAMPLE);
  return value === long || value === alone;
}

/** Month names; where the parts hold only the number, the whole text is the name (2月) or `plain` is. */
function names(locale: string, options: Intl.DateTimeFormatOptions, plain?: readonly string[]): readonly string[] {
  const formatter = new Intl.DateTimeFormat(locale, { ...OPTIONS, ...options });
  const list: string[] = [];
  for (let month = 0; month < 12; month++) {
    const date = Date.UTC(2024, month, 15);
    const name = formatter.formatToParts(date).find((part) => part.type === 'month')?.value ?? '';
    list.push(/^\d+$/.test(name) ? (plain?.[month] ?? formatter.format(date)) : name);
  }
  return [...list, ''];
}

function dayNames(locale: string, weekday: 'long' | 'short'): readonly string[] {
  const formatter = new Intl.DateTimeFormat(locale, { ...OPTIONS, weekday });
  // 2024-11-03 is a Sunday.
  return Array.from({ length: 7 }, (_, day) => formatter.format(Date.UTC(2024, 10, 3 + day)));
}

function dayPeriod(locale: string, hour: number): string {
  const formatter = new Intl.DateTimeFormat(locale, { ...OPTIONS, hour: 'numeric', hour12: true });
  const part = formatter.formatToParts(Date.UTC(2024, 10, 23, hour)).find(({ type }) => type === 'dayPeriod');
  return part?.value.replaceAll('\u202f', '\u00a0') ?? '';
}

function era(locale: string, width: 'short' | 'narrow'): string {
  const formatter = new Intl.DateTimeFormat(locale, { ...OPTIONS, year: 'numeric', era: width });
  return formatter.formatToParts(SAMPLE).find(({ type }) => type === 'era')?.value ?? '';
}

/** Territories whose first week of a year is the first with four days in it (CLDR supplemental week data). */
const FOUR_DAY_WEEK = new Set(
  (
    'AD AN AT AX BE BG CH CZ DE DK EE ES FI FJ FO FR GB GF GG GI GP GR HU IE IM IS IT JE LI LT LU MC MQ NL NO PL RE RU ' +
    'SE SJ SK SM VA'
  ).split(' '),
);

/** First day (0 Sunday) and CalendarWeekRule. */
function weekOf(locale: Intl.Locale): { readonly firstDay: number; readonly rule: number } {
  // Boundary: weekInfo is newer than the library typings, as a getter or a method depending on the host.
  const source = locale as { weekInfo?: WeekInfo; getWeekInfo?: () => WeekInfo };
  const firstDay = (source.getWeekInfo?.() ?? source.weekInfo)?.firstDay ?? 1;
  return { firstDay: firstDay % 7, rule: FOUR_DAY_WEEK.has(locale.maximize().region ?? '') ? 2 : 0 };
}

interface WeekInfo {
  readonly firstDay?: number;
}
