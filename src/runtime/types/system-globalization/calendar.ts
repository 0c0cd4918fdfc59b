import { dayNumberOf, daysInMonth, isLeapYear, isValidDate } from '../../values/calendar.ts';
import { DateTime, TICKS_PER_MILLISECOND } from '../../values/date-time.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType } from '../define-type.ts';
import { invalidOperation, outOfRange } from '../net-error.ts';

/** System.Globalization.GregorianCalendar, the one calendar here. */
export class GregorianCalendar extends NetObject {
  twoDigitYearMax = 2049;
  readonly isReadOnly: boolean;

  constructor(isReadOnly = false) {
    super();
    this.isReadOnly = isReadOnly;
  }
}

/** The calendar of every culture. */
export const gregorian = new GregorianCalendar(true);

function checkMonth(year: number, month: number): void {
  if (year < 1 || year > 9999) throw outOfRange('year', 'There are years 1 to 9999.');
  if (month < 1 || month > 12) throw outOfRange('month', 'There are months 1 to 12.');
}

/** Week of the year: from the first day, the first full week or the first week with four days in the year. */
export function weekOfYear(date: DateTime, rule: number, firstDay: number): number {
  const yearStart = dayNumberOf(date.year, 1, 1);
  const dayOfYear = date.day - yearStart;
  const startDay = (yearStart + 1) % 7;
  if (rule === 0) return Math.floor((dayOfYear + ((startDay - firstDay + 7) % 7)) / 7) + 1;
  const needed = rule === 1 ? 7 : 4;
  // Days from the year's start to the first day of a week.
  const lead = (firstDay - startDay + 7) % 7;
  const firstWeek = lead >= needed ? lead - 7 : lead;
  if (dayOfYear >= firstWeek) {
    const week = Math.floor((dayOfYear - firstWeek) / 7) + 1;
    return week;
  }
  return weekOfYear(DateTime.fromParts(Math.max(date.year - 1, 1), 12, 31), rule, firstDay);
}

/** ISO 8601: the Monday of a year's first week, as a day number. */
function isoStart(year: number): number {
  const fourth = dayNumberOf(year, 1, 4);
  return fourth - ((((fourth + 1) % 7) + 6) % 7);
}

function isoYear(date: DateTime): number {
  const { year } = date;
  if (date.day < isoStart(year)) return year - 1;
  return year < 9999 && date.day >= isoStart(year + 1) ? year + 1 : year;
}

const isoWeeks = (year: number): number => (isoStart(year + 1) - isoStart(year)) / 7;

const clock = 'int year, int month, int day, int hour, int minute, int second, int millisecond';

const calendarType = defineType({
  name: 'System.Globalization.Calendar',
  isAbstract: true,
  interfaces: 'ICloneable',
  members: {
    'prop AlgorithmType CalendarAlgorithmType get': () => 1,
    'prop Eras int[] get': () => [1],
    'prop IsReadOnly bool get': (self: GregorianCalendar) => self.isReadOnly,
    'prop MaxSupportedDateTime DateTime get': () => DateTime.maxValue,
    'prop MinSupportedDateTime DateTime get': () => DateTime.minValue,
    'prop TwoDigitYearMax int get set': {
      get: (self: GregorianCalendar) => self.twoDigitYearMax,
      set: (self: GregorianCalendar, year: number) => {
        if (self.isReadOnly) throw invalidOperation('This calendar cannot be changed; change a clone.');
        if (year < 99 || year > 9999) throw outOfRange('value', 'The year must be between 99 and 9999.');
        self.twoDigitYearMax = year;
      },
    },
    'AddDays(DateTime time, int days) DateTime': (_self, time: DateTime, n: number) => time.addDays(n).withKind(0),
    'AddHours(DateTime time, int hours) DateTime': (_self, time: DateTime, n: number) => time.addHours(n).withKind(0),
    'AddMilliseconds(DateTime time, double milliseconds) DateTime': (_self, time: DateTime, n: number) =>
      time.addMilliseconds(n).withKind(0),
    'AddMinutes(DateTime time, int minutes) DateTime': (_self, time: DateTime, n: number) =>
      time.addMinutes(n).withKind(0),
    'AddMonths(DateTime time, int months) DateTime': (_self, time: DateTime, n: number) =>
      time.addMonths(n).withKind(0),
    'AddSeconds(DateTime time, int seconds) DateTime': (_self, time: DateTime, n: number) =>
      time.addSeconds(n).withKind(0),
    'AddWeeks(DateTime time, int weeks) DateTime': (_self, time: DateTime, n: number) =>
      time.addDays(n * 7).withKind(0),
    'AddYears(DateTime time, int years) DateTime': (_self, time: DateTime, n: number) => time.addYears(n).withKind(0),
    'Clone() object': () => new GregorianCalendar(),
    'GetDayOfMonth(DateTime time) int': (_self, time: DateTime) => time.dayOfMonth,
    'GetDayOfWeek(DateTime time) DayOfWeek': (_self, time: DateTime) => time.dayOfWeek,
    'GetDayOfYear(DateTime time) int': (_self, time: DateTime) => time.dayOfYear,
    'GetDaysInMonth(int year, int month) int': (_self, year: number, month: number) => {
      checkMonth(year, month);
      return daysInMonth(year, month);
    },
    'GetDaysInYear(int year) int': (_self, year: number) => (isLeapYear(year) ? 366 : 365),
    'GetEra(DateTime time) int': () => 1,
    'GetHour(DateTime time) int': (_self, time: DateTime) => time.hour,
    'GetLeapMonth(int year) int': () => 0,
    'GetMilliseconds(DateTime time) double': (_self, time: DateTime) => time.millisecond,
    'GetMinute(DateTime time) int': (_self, time: DateTime) => time.minute,
    'GetMonth(DateTime time) int': (_self, time: DateTime) => time.month,
    'GetMonthsInYear(int year) int': () => 12,
    'GetSecond(DateTime time) int': (_self, time: DateTime) => time.second,
    'GetWeekOfYear(DateTime time, CalendarWeekRule rule, DayOfWeek firstDayOfWeek) int': (
      _self,
      time: DateTime,
      rule: EnumValue,
      first: EnumValue,
    ) => weekOfYear(time, Number(rule.value), Number(first.value)),
    'GetYear(DateTime time) int': (_self, time: DateTime) => time.year,
    'IsLeapDay(int year, int month, int day) bool': (_self, year: number, month: number, day: number) => {
      if (!isValidDate(year, month, day)) throw outOfRange('day');
      return month === 2 && day === 29;
    },
    'IsLeapMonth(int year, int month) bool': () => false,
    'IsLeapYear(int year) bool': (_self, year: number) => {
      checkMonth(year, 1);
      return isLeapYear(year);
    },
    [`ToDateTime(${clock}) DateTime`]: (_self, ...parts) => {
      const [year = 1, month = 1, day = 1, hour = 0, minute = 0, second = 0, ms = 0] = parts as number[];
      return DateTime.fromParts(year, month, day, hour, minute, second, ms * TICKS_PER_MILLISECOND);
    },
    'ToFourDigitYear(int year) int': (self: GregorianCalendar, year: number) => {
      if (year < 0) throw outOfRange('year');
      if (year > 99) return year;
      const century = Math.floor(self.twoDigitYearMax / 100) * 100;
      return century + year > self.twoDigitYearMax ? century - 100 + year : century + year;
    },
  },
});

/** Calendars and ISO weeks. */
export const calendarTypes = [
  calendarType,
  defineType({
    name: 'System.Globalization.GregorianCalendar',
    base: 'Calendar',
    jsClass: GregorianCalendar,
    members: {
      'new()': () => new GregorianCalendar(),
      'prop CalendarType GregorianCalendarTypes get': () => 1,
    },
  }),
  defineType({
    name: 'System.Globalization.ISOWeek',
    isAbstract: true,
    isSealed: true,
    members: {
      'static GetWeekOfYear(DateTime date) int': (date: DateTime) =>
        Math.floor((date.day - isoStart(isoYear(date))) / 7) + 1,
      'static GetWeeksInYear(int year) int': (year: number) => isoWeeks(year),
      'static GetYear(DateTime date) int': (date: DateTime) => isoYear(date),
      'static GetYearEnd(int year) DateTime': (year: number) => new DateTime(isoStart(year + 1) - 1, 0),
      'static GetYearStart(int year) DateTime': (year: number) => new DateTime(isoStart(year), 0),
      'static ToDateTime(int year, int week, DayOfWeek dayOfWeek) DateTime': (
        year: number,
        week: number,
        day: EnumValue,
      ) => {
        if (week < 1 || week > 53) throw outOfRange('week');
        const weekday = Number(day.value) === 0 ? 7 : Number(day.value);
        return new DateTime(isoStart(year) + (week - 1) * 7 + weekday - 1, 0);
      },
    },
  }),
];
