import { expect, test } from 'vitest';
import { ConversionFailure } from '../../../src/runtime/conversion/conversion-failure.ts';
import { isNumeric, numberToBool, numberToChar, toNumber } from '../../../src/runtime/conversion/to-number.ts';
import { numberToString } from '../../../src/runtime/text/number-text.ts';
import { EnumValue } from '../../../src/runtime/values/enum-value.ts';
import { NetType } from '../../../src/runtime/values/net-type.ts';
import { numberKindOf } from '../../../src/runtime/values/number-kind-of.ts';
import { NumberKind } from '../../../src/runtime/values/number-kinds.ts';
import { numberKindOfType } from '../../../src/runtime/values/number-type-names.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { makeValue, readRecorded } from '../values/make-value.ts';

function cast(value: PSValue, target: string): string {
  if (target === 'Char' && isNumeric(value)) return String(numberToChar(value).code);
  if (target === 'Boolean' && isNumeric(value)) return numberToBool(value) ? 'True' : 'False';
  const kind = numberKindOfType(target === 'BigInteger' ? 'System.Numerics.BigInteger' : `System.${target}`);
  const converted = toNumber(value, kind);
  expect(numberKindOf(converted)).toBe(kind);
  return numberToString(converted);
}

test('casts between texts, numbers, characters and booleans give what PowerShell recorded', () => {
  const wrong: string[] = [];
  for (const [value = '', target = '', expected = ''] of readRecorded(
    new URL('./recorded/number-casts.tsv', import.meta.url),
  )) {
    let got: string;
    try {
      got = cast(makeValue(value), target);
    } catch (error) {
      if (!(error instanceof ConversionFailure)) throw error;
      got = `${error.id} ${error.innerType?.replace('System.', '')}`;
    }
    if (got !== expected) wrong.push(`[${target}]${value}: ${got}, not ${expected}`);
  }
  expect(wrong).toEqual([]);
});

test('an enum converts by its value, other objects do not', () => {
  const byte = new NetType({ name: 'Byte', namespace: 'System', kind: 'struct' });
  const info = { underlying: byte, flags: false, names: ['A'], values: [7] };
  const type = new NetType({ name: 'E', namespace: null, kind: 'enum', enumInfo: () => info });
  expect(toNumber(EnumValue.of(type, 7), NumberKind.Int64)).toBe(7n);
  expect(toNumber([5], NumberKind.Int32)).toBeUndefined();
});
