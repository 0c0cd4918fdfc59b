import { describe, expect, test } from 'vitest';
import { numberFormatOf } from '../../../src/runtime/text/number-format-info.ts';
import { scanNumberLiteral } from '../../../src/runtime/text/number-literal.ts';
import { parseNumber } from '../../../src/runtime/text/number-parse.ts';
import { numberToString } from '../../../src/runtime/text/number-text.ts';
import { numberKindOf } from '../../../src/runtime/values/number-kind-of.ts';
import { numberKindOfType, numberTypeNames } from '../../../src/runtime/values/number-type-names.ts';
import { readRecorded, unescape } from '../values/make-value.ts';

const kindOf = (type: string) =>
  numberKindOfType(type === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${type}`);

test('Parse gives what .NET recorded', () => {
  const wrong: string[] = [];
  for (const row of readRecorded(new URL('./recorded/number-parsing.tsv', import.meta.url))) {
    const [culture = '', type = '', styles = '', text = '', expected = ''] = row;
    const parsed = parseNumber(kindOf(type), unescape(text), Number(styles), numberFormatOf(culture));
    const failures: Record<string, string> = { format: 'FormatException', overflow: 'OverflowException' };
    const got = typeof parsed === 'string' ? failures[parsed] : numberToString(parsed);
    if (got !== expected) wrong.push(`${row.join(' | ')}: ${got}`);
  }
  expect(wrong).toEqual([]);
});

describe('number literals', () => {
  test.each([
    ['5', 'Int32', '5'],
    ['2147483648', 'Int64', '2147483648'],
    ['9223372036854775808', 'Decimal', '9223372036854775808'],
    ['99999999999999999999999999999999', 'Double', '1E+32'],
    ['0xFFFFFFFF', 'Int32', '-1'],
    ['0x0FFFFFFFF', 'Int64', '4294967295'],
    ['0xFFFFFFFFl', 'Int64', '4294967295'],
    ['0b11111111', 'Int32', '-1'],
    ['0b111111111', 'Int32', '511'],
    ['1.5u', 'UInt32', '2'],
    ['2.5l', 'Int64', '2'],
    ['1.10d', 'Decimal', '1.10'],
    ['1.5kb', 'Double', '1536'],
    ['8192pb', 'Decimal', '9223372036854775808'],
    ['1dkb', 'Decimal', '1024'],
    ['–5', 'Int32', '-5'],
    ['-0.0', 'Double', '-0'],
    ['12n', 'BigInteger', '12'],
    ['4294967296u', 'UInt64', '4294967296'],
  ])('%s is %s %s', (text, type, shown) => {
    const value = scanNumberLiteral(text);
    expect([numberTypeNames[numberKindOf(value)].split('.').at(-1), numberToString(value)]).toEqual([type, shown]);
  });

  test.each(['', 'x', '5 ', '256uy', '-1u', '1e', '--5', '0b2', '1,000', '5k', '5ud', '.', '1..2'])(
    '%j is none',
    (text) => {
      expect(scanNumberLiteral(text)).toBeUndefined();
    },
  );
});
