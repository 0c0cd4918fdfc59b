import { describe, expect, test } from 'vitest';
import { numberToString } from '../../../src/runtime/text/number-text.ts';
import {
  addDecimals,
  compareDecimals,
  DecimalFailure,
  divideDecimals,
  multiplyDecimals,
  remainderOfDecimals,
  roundDecimal,
} from '../../../src/runtime/values/decimal-arithmetic.ts';
import {
  decimalFromDouble,
  decimalFromSingle,
  decimalToDouble,
} from '../../../src/runtime/values/decimal-conversion.ts';
import { toDouble } from '../../../src/runtime/values/double.ts';
import { makeDecimal, readRecorded } from './make-value.ts';

const rows = readRecorded(new URL('./recorded/decimals.tsv', import.meta.url));

function text(make: () => unknown): string {
  try {
    return numberToString(make());
  } catch (error) {
    if (error instanceof DecimalFailure) return error.exceptionType.replace('System.', '');
    throw error;
  }
}

describe('decimal arithmetic', () => {
  test('gives what .NET recorded', () => {
    const wrong: string[] = [];
    for (const [what, x = '', y = '', ...expected] of rows) {
      if (what !== 'pair') continue;
      const [a, b] = [makeDecimal(x), makeDecimal(y)];
      const got = [
        text(() => addDecimals(a, b)),
        text(() => multiplyDecimals(a, b)),
        text(() => divideDecimals(a, b)),
        text(() => remainderOfDecimals(a, b)),
        String(compareDecimals(a, b)),
        numberToString(toDouble(decimalToDouble(a))),
        text(() => roundDecimal(a, 3, 'ToEven')),
      ];
      if (got.join(' ') !== expected.join(' ')) wrong.push(`${x} ${y}: ${got.join(' ')}, not ${expected.join(' ')}`);
    }
    expect(wrong).toEqual([]);
  });

  test('takes 15 digits of a double and 7 of a single', () => {
    const view = new DataView(new ArrayBuffer(8));
    const wrong: string[] = [];
    for (const [what, bits = '', ofDouble, ofSingle] of rows) {
      if (what !== 'double') continue;
      view.setBigInt64(0, BigInt(bits));
      const value = view.getFloat64(0);
      const got = [decimalFromDouble(value), decimalFromSingle(Math.fround(value))];
      const shown = got.map((d) => (d ? numberToString(d) : 'OverflowException'));
      if (shown[0] !== ofDouble || shown[1] !== ofSingle) wrong.push(`${value}: ${shown}, not ${ofDouble},${ofSingle}`);
    }
    expect(wrong).toEqual([]);
  });

  test.each([
    ['0.0', '0.00', '0.000'],
    ['0.000000000000000', '1234567890123.4567890123', '0'],
    ['0.0000000000000000000000000001', '0.0000000000000000000000000001', '0'],
    ['1.10', '2.0', '2.200'],
  ])('%s × %s keeps the scale of %s', (a, b, product) => {
    expect(text(() => multiplyDecimals(makeDecimal(a), makeDecimal(b)))).toBe(product);
  });

  test.each([
    ['2.5', 0, 'ToEven', '2'],
    ['2.5', 0, 'AwayFromZero', '3'],
    ['-2.5', 0, 'AwayFromZero', '-3'],
    ['-2.1', 0, 'ToNegativeInfinity', '-3'],
    ['-2.9', 0, 'ToPositiveInfinity', '-2'],
    ['2.99', 1, 'ToZero', '2.9'],
    ['1.1', 2, 'ToEven', '1.1'],
  ] as const)('rounds %s to %i decimals %s: %s', (value, decimals, mode, expected) => {
    expect(text(() => roundDecimal(makeDecimal(value), decimals, mode))).toBe(expected);
  });
});
