import { dateTimeFormatFromIntl } from './date-time-format-from-intl.ts';

/** How a culture writes dates: System.Globalization.DateTimeFormatInfo of the Gregorian calendar. */
export interface DateTimeFormatInfo {
  readonly amDesignator: string;
  readonly pmDesignator: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  /** 0 Sunday to 6 Saturday. */
  readonly firstDayOfWeek: number;
  /** 0 FirstDay, 1 FirstFullWeek, 2 FirstFourDayWeek. */
  readonly calendarWeekRule: number;
  readonly shortDatePattern: string;
  readonly longDatePattern: string;
  readonly shortTimePattern: string;
  readonly longTimePattern: string;
  readonly fullDateTimePattern: string;
  readonly monthDayPattern: string;
  readonly yearMonthPattern: string;
  /** From Sunday. */
  readonly dayNames: readonly string[];
  readonly abbreviatedDayNames: readonly string[];
  readonly shortestDayNames: readonly string[];
  /** From January; 13 of them as in .NET, the last one empty. */
  readonly monthNames: readonly string[];
  readonly abbreviatedMonthNames: readonly string[];
  /** The form beside a day number, where a language has one. */
  readonly monthGenitiveNames: readonly string[];
  readonly abbreviatedMonthGenitiveNames: readonly string[];
  readonly eraName: string;
  readonly abbreviatedEraName: string;
  /** Further short forms of date and time that the culture uses, for GetAllDateTimePatterns and parsing. */
  readonly otherPatterns: Readonly<Partial<Record<'d' | 'D' | 't' | 'T' | 'y', readonly string[]>>>;
}

/** RFC1123Pattern of every culture. */
export const RFC1123_PATTERN = "ddd, dd MMM yyyy HH':'mm':'ss 'GMT'";
/** SortableDateTimePattern of every culture. */
export const SORTABLE_PATTERN = "yyyy'-'MM'-'dd'T'HH':'mm':'ss";
/** UniversalSortableDateTimePattern of every culture. */
export const UNIVERSAL_SORTABLE_PATTERN = "yyyy'-'MM'-'dd HH':'mm':'ss'Z'";
/** The pattern of format "o". */
export const ROUND_TRIP_PATTERN = "yyyy'-'MM'-'dd'T'HH':'mm':'ss.fffffffK";

const months = 'January February March April May June July August September October November December'.split(' ');
const days = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const monthNames: readonly string[] = [...months, ''];
const shortMonthNames: readonly string[] = [...months.map((name) => name.slice(0, 3)), ''];

/** The invariant culture's dates. */
export const invariantDateTimeFormat: DateTimeFormatInfo = {
  amDesignator: 'AM',
  pmDesignator: 'PM',
  dateSeparator: '/',
  timeSeparator: ':',
  firstDayOfWeek: 0,
  calendarWeekRule: 0,
  shortDatePattern: 'MM/dd/yyyy',
  longDatePattern: 'dddd, dd MMMM yyyy',
  shortTimePattern: 'HH:mm',
  longTimePattern: 'HH:mm:ss',
  fullDateTimePattern: 'dddd, dd MMMM yyyy HH:mm:ss',
  monthDayPattern: 'MMMM dd',
  yearMonthPattern: 'yyyy MMMM',
  dayNames: days,
  abbreviatedDayNames: days.map((name) => name.slice(0, 3)),
  shortestDayNames: days.map((name) => name.slice(0, 2)),
  monthNames,
  abbreviatedMonthNames: shortMonthNames,
  monthGenitiveNames: monthNames,
  abbreviatedMonthGenitiveNames: shortMonthNames,
  eraName: 'A.D.',
  abbreviatedEraName: 'AD',
  otherPatterns: { d: ['yyyy-MM-dd'], t: ['hh:mm tt', 'H:mm', 'h:mm tt'] },
};

/** The dates of en-US as .NET has them with ICU data: a narrow no-break space (U+202F) before AM and PM. */
export const enUsDateTimeFormat: DateTimeFormatInfo = {
  ...invariantDateTimeFormat,
  shortDatePattern: 'M/d/yyyy',
  longDatePattern: 'dddd, MMMM d, yyyy',
  shortTimePattern: 'h:mm\u202ftt',
  longTimePattern: 'h:mm:ss\u202ftt',
  fullDateTimePattern: 'dddd, MMMM d, yyyy h:mm:ss\u202ftt',
  monthDayPattern: 'MMMM d',
  yearMonthPattern: 'MMMM yyyy',
  eraName: 'AD',
  abbreviatedEraName: 'A',
  otherPatterns: { d: ['MMM d, yyyy', 'M/d/yy'], D: ['MMMM d, yyyy'] },
};

const known = new Map<string, DateTimeFormatInfo>([
  ['', invariantDateTimeFormat],
  ['en-us', enUsDateTimeFormat],
]);

/**
 * The date format of a culture by name ('' is the invariant culture; case is ignored). Others than en-US come from
 * the host's Intl data on first use; names it does not know get the invariant format.
 */
export function dateTimeFormatOf(cultureName: string): DateTimeFormatInfo {
  // Asked for each number and date that is written, so also names as they are written have an entry.
  const asWritten = known.get(cultureName);
  if (asWritten !== undefined) return asWritten;
  const key = cultureName.toLowerCase();
  let found = known.get(key);
  if (found === undefined) {
    found = dateTimeFormatFromIntl(cultureName, invariantDateTimeFormat);
    known.set(key, found);
  }
  known.set(cultureName, found);
  return found;
}

/** DateTimeFormatInfo.GetAllDateTimePatterns(format): the patterns of one standard format letter. */
export function dateTimePatternsOf(info: DateTimeFormatInfo, letter: string): readonly string[] {
  const list = (key: 'd' | 'D' | 't' | 'T' | 'y', first: string): readonly string[] => [
    first,
    ...(info.otherPatterns[key] ?? []),
  ];
  const dates = list('d', info.shortDatePattern);
  const longDates = list('D', info.longDatePattern);
  const joined = (left: readonly string[], right: readonly string[]): string[] =>
    left.flatMap((date) => right.map((time) => `${date} ${time}`));
  switch (letter) {
    case 'd':
      return dates;
    case 'D':
      return longDates;
    case 'f':
      return joined(longDates, list('t', info.shortTimePattern));
    case 'F':
    case 'U':
      return joined(longDates, list('T', info.longTimePattern));
    case 'g':
      return joined(dates, list('t', info.shortTimePattern));
    case 'G':
      return joined(dates, list('T', info.longTimePattern));
    case 'm':
    case 'M':
      return [info.monthDayPattern];
    case 'o':
    case 'O':
      return [ROUND_TRIP_PATTERN];
    case 'r':
    case 'R':
      return [RFC1123_PATTERN];
    case 's':
      return [SORTABLE_PATTERN];
    case 't':
      return list('t', info.shortTimePattern);
    case 'T':
      return list('T', info.longTimePattern);
    case 'u':
      return [UNIVERSAL_SORTABLE_PATTERN];
    case 'y':
    case 'Y':
      return list('y', info.yearMonthPattern);
    default:
      return [];
  }
}

/** All standard format letters in the order in which .NET lists their patterns. */
export const DATE_TIME_FORMAT_LETTERS = 'dDfFgGmMoOrRstTuUyY';
