import { joinBytes } from '../../text/join-bytes.ts';
import { typeOf } from '../../types/type-of.ts';
import { EnumValue } from '../../values/enum-value.ts';
import type { NetType } from '../../values/net-type.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';

/** Bytes of the numbers of each primitive type. */
const sizes: Readonly<Record<string, number>> = {
  'System.Byte': 1,
  'System.SByte': 1,
  'System.Boolean': 1,
  'System.Char': 2,
  'System.Int16': 2,
  'System.UInt16': 2,
  'System.Int32': 4,
  'System.UInt32': 4,
  'System.Single': 4,
  'System.Int64': 8,
  'System.UInt64': 8,
  'System.Double': 8,
};

/** A value as bytes, with its type. */
export interface ValueBytes {
  readonly bytes: Uint8Array;
  readonly type: NetType;
  readonly isArray: boolean;
}

/** The bytes of a number, a boolean, a character, an enum value, or an array of them; undefined for anything else. */
export function bytesOfValue(value: PSValue): ValueBytes | undefined {
  const base = baseOf(value);
  if (base instanceof TypedArray) {
    const { elementType } = base;
    if (base.bytes) return { bytes: base.bytes, type: typeOf(base), isArray: true };
    const parts = base.toArray().map((item) => primitiveBytes(item, elementType));
    return parts.every((part) => part !== undefined)
      ? { bytes: joinBytes(parts), type: typeOf(base), isArray: true }
      : undefined;
  }
  const type = base instanceof EnumValue ? (base.netType.enumInfo?.underlying ?? typeOf(base)) : typeOf(base);
  const bytes = primitiveBytes(base, type);
  return bytes && { bytes, type, isArray: false };
}

function primitiveBytes(value: PSValue, type: NetType): Uint8Array | undefined {
  const { fullName } = type;
  const size = sizes[fullName];
  if (size === undefined) return undefined;
  const view = new DataView(new ArrayBuffer(size));
  const number = numberOf(value);
  if (fullName === 'System.Double') view.setFloat64(0, Number(number), true);
  else if (fullName === 'System.Single') view.setFloat32(0, Number(number), true);
  else if (size === 8) view.setBigUint64(0, BigInt.asUintN(64, BigInt(number)), true);
  else if (size === 4) view.setUint32(0, Number(number), true);
  else if (size === 2) view.setUint16(0, Number(number), true);
  else view.setUint8(0, Number(number));
  return new Uint8Array(view.buffer);
}

function numberOf(value: PSValue): number | bigint {
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value !== 'object' || value === null) return 0;
  const inner = 'value' in value ? value.value : 'code' in value ? value.code : 0;
  return typeof inner === 'bigint' || typeof inner === 'number' ? inner : 0;
}
