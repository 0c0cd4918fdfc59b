import { describe, expect, test } from 'vitest';
import { FormatFailure } from '../../../src/runtime/text/format-failure.ts';
import { formatNumber } from '../../../src/runtime/text/number-format.ts';
import {
  enUsNumberFormat,
  invariantNumberFormat,
  numberFormatOf,
} from '../../../src/runtime/text/number-format-info.ts';
import { numberToEngineText, numberToString } from '../../../src/runtime/text/number-text.ts';
import { toDouble } from '../../../src/runtime/values/double.ts';
import { Single } from '../../../src/runtime/values/single.ts';
import { makeValue, readRecorded, unescape } from '../values/make-value.ts';

function format(value: unknown, specifier: string, culture: string): string {
  try {
    return formatNumber(value, specifier, numberFormatOf(culture));
  } catch (error) {
    if (error instanceof FormatFailure) return 'ERR FormatException';
    throw error;
  }
}

describe('number formats', () => {
  test('print what .NET recorded', () => {
    const wrong: string[] = [];
    for (const row of readRecorded(new URL('./recorded/number-formats.tsv', import.meta.url))) {
      const [culture = '', value = '', specifier = '', expected = ''] = row;
      const got = format(makeValue(value), unescape(specifier), culture);
      if (got !== unescape(expected)) wrong.push(`${row.join(' | ')}: ${got}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    [2.34567, 'F', '2.346'],
    [2.5, 'F0', '2'],
    [3.5, 'F0', '4'],
    [2.5, '0', '3'],
    [1.005, '0.00', '1.01'],
    [-0.2, 'N0', '-0'],
    [-0.01, '0.0;(0.0)', '-0.0'],
    [0.1234, 'P', '12.340%'],
    [-3.456, 'C', '-$3.46'],
    [1234567, '#,##0', '1,234,567'],
    [1234567, '0,,.00', '1.23'],
    [12345, '0.00E+00', '1.23E+04'],
    [5551234567, '(###) ###-####', '(555) 123-4567'],
    [255, 'x4', '00ff'],
    [-1, 'X', 'FFFFFFFF'],
  ])('%d as %s in en-US is %s', (value, specifier, expected) => {
    expect(formatNumber(value, specifier, enUsNumberFormat)).toBe(expected);
  });

  test('a precision beyond .NET is refused', () => {
    expect(format(1.5, 'N1000000000', '')).toBe('ERR FormatException');
  });
});

describe('text of floating numbers', () => {
  test('is what .NET and the engine recorded', () => {
    const view = new DataView(new ArrayBuffer(8));
    const wrong: string[] = [];
    for (const [bits = '', ...expected] of readRecorded(new URL('./recorded/floating-text.tsv', import.meta.url))) {
      view.setBigInt64(0, BigInt(bits));
      const double = toDouble(view.getFloat64(0));
      view.setInt32(0, view.getInt32(0) ^ view.getInt32(4));
      const single = Single.of(view.getFloat32(0));
      const got = [double, single].flatMap((value) => [numberToEngineText(value), numberToString(value)]);
      if (got.join('\t') !== expected.join('\t')) wrong.push(`${bits}: ${got}, not ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    [0.1 + 0.2, '0.3', '0.30000000000000004'],
    [1e15, '1E+15', '1000000000000000'],
    [1e-5, '1E-05', '1E-05'],
    [Number.NaN, 'NaN', 'NaN'],
    [Number.NEGATIVE_INFINITY, '-Infinity', '-Infinity'],
  ])('%d: the engine writes %s, ToString %s', (value, engine, toString) => {
    expect([numberToEngineText(value), numberToString(value)]).toEqual([engine, toString]);
  });

  test('output follows the culture', () => {
    expect(numberToEngineText(Number.POSITIVE_INFINITY, enUsNumberFormat)).toBe('∞');
    expect(numberToEngineText(1234.5, numberFormatOf('de-DE'))).toBe('1234,5');
    expect(numberToEngineText(toDouble(-0), invariantNumberFormat)).toBe('-0');
  });
});
