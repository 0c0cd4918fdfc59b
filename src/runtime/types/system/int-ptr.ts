import { NetObject } from '../../values/net-object.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { overflow } from '../net-error.ts';

/** System.IntPtr and System.UIntPtr: a number as wide as an address, 64 bits here. */
export class Pointer extends NetObject {
  readonly value: bigint;

  constructor(value: bigint) {
    super();
    this.value = value;
  }

  equalityText(): string {
    return `pointer ${this.value}`;
  }

  override toString(): string {
    return String(this.value);
  }
}

/** System.IntPtr */
export class IntPtr extends Pointer {}
class UIntPtr extends Pointer {}

const order = (a: Pointer, b: Pointer): number => (a.value < b.value ? -1 : a.value > b.value ? 1 : 0);

function pointerType(name: 'IntPtr' | 'UIntPtr', type: typeof IntPtr, isSigned: boolean): TypeSpec {
  const [small, wide] = isSigned ? ['int', 'long'] : ['uint', 'ulong'];
  const [smallName, wideName] = isSigned ? ['Int32', 'Int64'] : ['UInt32', 'UInt64'];
  const bits = isSigned ? (n: bigint) => BigInt.asIntN(64, n) : (n: bigint) => BigInt.asUintN(64, n);
  const raw = (value: unknown): bigint =>
    typeof value === 'object' && value !== null && 'value' in value
      ? BigInt(value.value as bigint)
      : BigInt(value as number);
  const make = (value: unknown): Pointer => new type(raw(value));
  const narrow = (self: Pointer): number => {
    const n = Number(isSigned ? BigInt.asIntN(32, self.value) : BigInt.asUintN(32, self.value));
    if (BigInt(n) !== self.value) throw overflow(`${self.value} does not fit System.${smallName}.`);
    return n;
  };
  const members: MemberTable = {
    [`new(${small} value)`]: make,
    [`new(${wide} value)`]: make,
    [`static prop MaxValue ${name} get`]: () => new type(isSigned ? (1n << 63n) - 1n : (1n << 64n) - 1n),
    [`static prop MinValue ${name} get`]: () => new type(isSigned ? -(1n << 63n) : 0n),
    'static prop Size int get': () => 8,
    [`static field Zero ${name}`]: () => new type(0n),
    [`static Add(${name} pointer, int offset) ${name}`]: (self: Pointer, n: number) =>
      new type(bits(self.value + BigInt(n))),
    [`static Subtract(${name} pointer, int offset) ${name}`]: (self: Pointer, n: number) =>
      new type(bits(self.value - BigInt(n))),
    [`CompareTo(${name} value) int`]: order,
    [`Equals(${name} other) bool`]: (a: Pointer, b: Pointer) => order(a, b) === 0,
    [`To${smallName}() ${small}`]: narrow,
    [`To${wideName}() ${wide}`]: (self: Pointer) => self.value,
    'ToString() string': (self: Pointer) => self.toString(),
    [`static op_Addition(${name} pointer, int offset) ${name}`]: (self: Pointer, n: number) =>
      new type(bits(self.value + BigInt(n))),
    [`static op_Subtraction(${name} pointer, int offset) ${name}`]: (self: Pointer, n: number) =>
      new type(bits(self.value - BigInt(n))),
  };
  return defineType({
    name: `System.${name}`,
    kind: 'struct',
    jsClass: type,
    interfaces: `IComparable, IComparable<${name}>, IEquatable<${name}>, IFormattable`,
    defaultValue: () => new type(0n),
    members,
    casts: {
      [`explicit ${small} -> ${name}`]: make,
      [`explicit ${wide} -> ${name}`]: make,
      [`explicit ${name} -> ${small}`]: narrow,
      [`explicit ${name} -> ${wide}`]: (self: Pointer) => self.value,
    },
  });
}

/** IntPtr and UIntPtr. */
export const pointerTypes = [pointerType('IntPtr', IntPtr, true), pointerType('UIntPtr', UIntPtr, false)];
