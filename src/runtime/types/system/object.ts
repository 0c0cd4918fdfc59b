import { ordinalKey } from '../../values/equality-key.ts';
import { NetObject } from '../../values/net-object.ts';
import type { NetType } from '../../values/net-type.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { typeOf } from '../type-of.ts';
import { typeSystemOf } from '../type-system.ts';

/** What `[object]::new()` makes: a value that is only itself. */
export class PlainObject extends NetObject {}

const hashes = new WeakMap<object, number>();
let nextHash = 43527150;

/** A hash code: equal for equal values, else spread over Int32. */
export function hashCodeOf(value: PSValue): number {
  const key = ordinalKey(value);
  if (typeof key === 'number') return key | 0;
  if (typeof key === 'boolean') return key ? 1 : 0;
  if (typeof key === 'bigint') return Number(BigInt.asIntN(32, key ^ (key >> 32n)));
  if (typeof key === 'object' && key !== null) {
    let hash = hashes.get(key);
    if (hash === undefined) hashes.set(key, (hash = nextHash = (nextHash * 69069 + 1) & 0x3ffffff));
    return hash;
  }
  let hash = 5381;
  for (const c of String(key)) hash = (hash * 33) ^ c.charCodeAt(0);
  return hash | 0;
}

/** System.Object */
export const objectType = defineType({
  name: 'System.Object',
  jsClass: PlainObject,
  members: {
    'new()': () => new PlainObject(),
    'Equals(object obj) bool'(self, other) {
      return typeSystemOf(this).equals(self, other);
    },
    'static Equals(object objA, object objB) bool'(a, b) {
      return typeSystemOf(this).equals(a, b);
    },
    'static ReferenceEquals(object objA, object objB) bool': (a, b) => {
      const [x, y] = [baseOf(a) ?? null, baseOf(b) ?? null];
      return x === y && (typeof x === 'object' || typeof x === 'string');
    },
    'GetHashCode() int': (self) => hashCodeOf(self),
    'GetType() Type': (self) => typeOf(self),
    'ToString() string': (self) => typeOf(self).toString(),
  },
});

/** System.ValueType */
export const valueType = defineType({ name: 'System.ValueType', base: 'System.Object', isAbstract: true });

/** System.Void */
export const voidType = defineType({ name: 'System.Void', kind: 'struct' });

/** System.Nullable<T> and its static companion. */
export const nullableTypes = [
  defineType({ name: 'System.Nullable<T>', kind: 'struct', members: { 'new(T value)': (value) => value } }),
  defineType({
    name: 'System.Management.Automation.Internal.AutomationNull',
    isAbstract: true,
    isSealed: true,
    members: { 'static prop Value PSObject get': () => undefined },
  }),
  defineType({
    name: 'System.Nullable',
    isAbstract: true,
    isSealed: true,
    members: {
      'static Compare<T>(Nullable<T> n1, Nullable<T> n2) int'(a, b) {
        return typeSystemOf(this).compare(a, b);
      },
      'static Equals<T>(Nullable<T> n1, Nullable<T> n2) bool'(a, b) {
        return typeSystemOf(this).equals(a, b);
      },
      'static GetUnderlyingType(Type nullableType) Type': (type: NetType | null) => {
        if (!type) throw argumentNull('nullableType');
        return type.genericDefinition?.name === 'Nullable`1' ? type.genericArguments[0] : null;
      },
    },
  }),
];
