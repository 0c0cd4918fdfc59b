import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NetException } from '../../../src/runtime/errors/net-exception.ts';
import * as format from '../../../src/runtime/text/date-time-format.ts';
import { dateTimeFormatOf, invariantDateTimeFormat } from '../../../src/runtime/text/date-time-format-info.ts';
import * as parse from '../../../src/runtime/text/date-time-parse.ts';
import * as exact from '../../../src/runtime/text/date-time-parse-exact.ts';
import type { DateReadingContext } from '../../../src/runtime/text/date-time-reading.ts';
import { formatTimeSpan } from '../../../src/runtime/text/time-span-format.ts';
import { parseTimeSpan, parseTimeSpanExact } from '../../../src/runtime/text/time-span-parse.ts';
import { DateTime } from '../../../src/runtime/values/date-time.ts';
import { utcZone } from '../../../src/runtime/values/time-zone.ts';

const environment = { zone: utcZone, utcNow: () => DateTime.fromParts(2026, 11, 24, 14, 14, 40, 0, 1) };
const culture = (name: string) => dateTimeFormatOf(name === 'invariant' ? '' : name);
const context = (name: string, styles = 7): DateReadingContext => ({ info: culture(name), environment, styles });
const iso = (value: DateTime): string =>
  `${format.formatDateTime(value, 'yyyy-MM-ddTHH:mm:ss.FFFFFFF', invariantDateTimeFormat, utcZone)} ${['Unspecified', 'Utc', 'Local'][value.kind]}`;
const offsetIso = (value: Parameters<typeof format.formatDateTimeOffset>[0]): string =>
  format.formatDateTimeOffset(value, 'o', invariantDateTimeFormat, utcZone);

const operations: Record<string, (culture: string, form: string, text: string) => string> = {
  'DateTime.Parse': (c, _, s) => iso(parse.parseDateTime(s, context(c))),
  'DateTime.Parse+': (_, f, s) => iso(parse.parseDateTime(s, context('', Number(f) | 7))),
  'DateTimeOffset.Parse+': (_, f, s) => offsetIso(parse.parseDateTimeOffset(s, context('', Number(f) | 7))),
  'DateTime.ToString': (c, f, s) => format.formatDateTime(parse.parseDateTime(s, context('')), f, culture(c), utcZone),
  'DateTime.ParseExact': (c, f, s) => iso(exact.parseDateTimeExact(s, [f], context(c, 0))),
  'DateTimeOffset.ParseExact': (c, f, s) => offsetIso(exact.parseDateTimeOffsetExact(s, [f], context('', Number(c)))),
  'TimeSpan.ToString': (_, f, s) => formatTimeSpan(parseTimeSpan(s), f, '.'),
  'TimeSpan.Parse': (_, __, s) => formatTimeSpan(parseTimeSpan(s), 'c', '.'),
  'TimeSpan.ParseExact': (_, f, s) => formatTimeSpan(parseTimeSpanExact(s, [f]), 'c', '.'),
  'DateTimeOffset.ToString': (c, f, s) =>
    format.formatDateTimeOffset(parse.parseDateTimeOffset(s, context('')), f, culture(c), utcZone),
  'DateOnly.ToString': (c, f, s) => format.formatDateOnly(parse.parseDateOnly(s, context('')), f, culture(c), utcZone),
  'TimeOnly.ToString': (c, f, s) => format.formatTimeOnly(parse.parseTimeOnly(s, context('')), f, culture(c), utcZone),
  'DateOnly.Parse': (c, _, s) =>
    format.formatDateOnly(parse.parseDateOnly(s, context(c)), 'o', invariantDateTimeFormat, utcZone),
  'TimeOnly.Parse': (c, _, s) =>
    format.formatTimeOnly(parse.parseTimeOnly(s, context(c)), 'o', invariantDateTimeFormat, utcZone),
};

const ESCAPES: Record<string, string> = { t: '\t', n: '\n', r: '\r', '0': '\0' };
const unescape = (text: string): string => text.replace(/\\(.)/g, (_, letter: string) => ESCAPES[letter] ?? letter);

const rows = readFileSync(new URL('./recorded/dates.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => line.split('\t').map(unescape));

function outcome(run: () => string): string {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    return `!${error.typeName.replace(/^System\./, '').replace(/Exception$/, '')}`;
  }
}

describe('dates as .NET recorded them', () => {
  for (const operation of new Set(rows.map(([name]) => name ?? ''))) {
    test(operation, () => {
      const run = operations[operation];
      const different: string[] = [];
      for (const [, cultures = '', form = '', text = '', expected] of rows.filter(([name]) => name === operation)) {
        for (const name of cultures.split(',')) {
          const actual = outcome(() => run?.(name, form, text) ?? 'no such operation');
          if (actual !== expected) different.push(`[${name}] <${form}> <${text}>: ${actual}, recorded ${expected}`);
        }
      }
      expect(different).toEqual([]);
    });
  }
});
