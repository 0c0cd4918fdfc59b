import type { NetType } from './net-type.ts';

/** A value of an enum type; interned per type and number, so that equal values are identical. */
export class EnumValue {
  readonly netType: NetType;
  /** A number; a bigint only when the underlying type is Int64 or UInt64. */
  readonly value: number | bigint;

  private constructor(netType: NetType, value: number | bigint) {
    this.netType = netType;
    this.value = value;
  }

  /** Gives the value of `type` with that number, declared or not. */
  static of(type: NetType, value: number | bigint): EnumValue {
    let known = interned.get(type);
    if (!known) {
      known = new Map();
      interned.set(type, known);
    }
    let found = known.get(value);
    if (!found) {
      found = new EnumValue(type, value);
      known.set(value, found);
    }
    return found;
  }

  /** The value with a declared name (case ignored), or undefined. */
  static named(type: NetType, name: string): EnumValue | undefined {
    const info = type.enumInfo;
    if (!info) return undefined;
    const wanted = name.toLowerCase();
    const at = info.names.findIndex((n) => n.toLowerCase() === wanted);
    const value = info.values[at];
    return value === undefined ? undefined : EnumValue.of(type, value);
  }

  /** The name, a comma list of flags, or the number: `Enum.ToString()`. */
  toString(): string {
    return enumText(this);
  }
}

const interned = new WeakMap<NetType, Map<number | bigint, EnumValue>>();

function enumText({ netType, value }: EnumValue): string {
  const info = netType.enumInfo;
  const at = info ? info.values.indexOf(value) : -1;
  if (!info || at >= 0) return info?.names[at] ?? String(value);
  return (info.flags && flagsText(BigInt(value), info.names, info.values)) || String(value);
}

/** Declared flags from the largest down, printed from the smallest; empty when bits are left over. */
function flagsText(value: bigint, names: readonly string[], values: readonly (number | bigint)[]): string {
  const mask = (1n << 64n) - 1n;
  let rest = value & mask;
  const parts: string[] = [];
  for (let i = names.length - 1; i >= 0; i--) {
    const flag = BigInt(values[i] ?? 0) & mask;
    if (flag === 0n || (rest & flag) !== flag) continue;
    rest &= ~flag;
    parts.unshift(names[i] ?? '');
  }
  return rest === 0n ? parts.join(', ') : '';
}
