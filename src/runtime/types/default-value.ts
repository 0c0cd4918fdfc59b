import { BigInteger } from '../values/big-integer.ts';
import { Byte } from '../values/byte.ts';
import { Char } from '../values/char.ts';
import { Decimal } from '../values/decimal.ts';
import { toDouble } from '../values/double.ts';
import { EnumValue } from '../values/enum-value.ts';
import { Int16 } from '../values/int16.ts';
import type { NetType } from '../values/net-type.ts';
import type { NumberKind } from '../values/number-kinds.ts';
import { numberTypeNames } from '../values/number-type-names.ts';
import type { PSValue } from '../values/ps-value.ts';
import { SByte } from '../values/sbyte.ts';
import { Single } from '../values/single.ts';
import { UInt16 } from '../values/uint16.ts';
import { UInt32 } from '../values/uint32.ts';
import { UInt64 } from '../values/uint64.ts';
import { typeTable } from './type-table.ts';

const zeros: Readonly<Record<string, PSValue>> = {
  Boolean: false,
  Char: Char.of(0),
  SByte: SByte.of(0),
  Byte: Byte.of(0),
  Int16: Int16.of(0),
  UInt16: UInt16.of(0),
  Int32: 0,
  UInt32: UInt32.of(0),
  Int64: 0n,
  UInt64: UInt64.of(0n),
  Single: Single.of(0),
  Double: toDouble(0),
  Decimal: Decimal.of(0n, 0),
  BigInteger: BigInteger.of(0n),
};

/** `default(T)`: zero for value types, null for the others. */
export function defaultOf(type: NetType): PSValue {
  if (!type.isValueType) return null;
  if (type.isEnum) {
    const wide = /64$/.test(type.enumInfo?.underlying.name ?? '');
    return EnumValue.of(type, wide ? 0n : 0);
  }
  if (type.namespace === 'System' || type.namespace === 'System.Numerics') {
    const zero = zeros[type.name];
    if (zero !== undefined) return zero;
  }
  const spec = typeTable().specOf(type);
  return spec?.defaultValue?.() ?? null;
}

/** The zero of a kind of number. */
export function zeroOf(kind: NumberKind): PSValue {
  const name = numberTypeNames[kind];
  return zeros[name.slice(name.lastIndexOf('.') + 1)] ?? 0;
}
