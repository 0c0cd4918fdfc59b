import type { EngineContext } from '../../engine.ts';
import { compareText } from '../../text/text-comparison.ts';
import { ignoreCaseKey, type KeyComparer, ordinalKey } from '../../values/equality-key.ts';
import { NetComparer } from '../../values/net-comparer.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { andThen } from '../../values/ps-value.ts';
import { defineType, withTypes } from '../define-type.ts';
import { MethodGroup } from '../member.ts';
import { membersOf } from '../members-of.ts';
import { hashCodeOf } from '../system/object.ts';
import { compareOrdinal } from '../system/string-comparison.ts';
import { typeOf } from '../type-of.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';

const text = (compare: (a: string, b: string) => number) => (engine: EngineContext, a: PSValue, b: PSValue) =>
  typeof a === 'string' && typeof b === 'string' ? compare(a, b) : typeSystemOf(engine).compare(a, b);

const cultureAware = 'System.CultureAwareComparer';

/** The StringComparer objects by property name. */
export const stringComparers: Readonly<Record<string, NetComparer>> = {
  InvariantCulture: new NetComparer(
    cultureAware,
    text((a, b) => compareText(a, b, false)),
    ordinalKey,
  ),
  InvariantCultureIgnoreCase: new NetComparer(
    cultureAware,
    text((a, b) => compareText(a, b, true)),
    ignoreCaseKey,
  ),
  CurrentCulture: new NetComparer(
    cultureAware,
    text((a, b) => compareText(a, b, false)),
    ordinalKey,
  ),
  CurrentCultureIgnoreCase: new NetComparer(
    cultureAware,
    text((a, b) => compareText(a, b, true)),
    ignoreCaseKey,
  ),
  Ordinal: new NetComparer(
    'System.OrdinalCaseSensitiveComparer',
    text((a, b) => compareOrdinal(a, b)),
    ordinalKey,
  ),
  OrdinalIgnoreCase: new NetComparer(
    'System.OrdinalIgnoreCaseComparer',
    text((a, b) => compareOrdinal(a, b, true)),
    ignoreCaseKey,
  ),
};

const byDefault = (engine: EngineContext, a: PSValue, b: PSValue): number => typeSystemOf(engine).compare(a, b);

/** Comparer.Default and EqualityComparer<T>.Default. */
export const defaultComparer = new NetComparer('System.Collections.Comparer', byDefault, ordinalKey);

/** How a collection finds keys under an IEqualityComparer argument; a script class is asked for GetHashCode. */
export function keyComparerOf(engine: EngineContext, comparer: PSValue): KeyComparer {
  if (comparer === null || comparer === undefined) return ordinalKey;
  if (comparer instanceof NetComparer) return comparer.key;
  const hash = membersOf(typeOf(comparer)).find('GetHashCode', false);
  const overload = hash instanceof MethodGroup ? hash.overloads.find((o) => o.parameters.length === 1) : undefined;
  return (value) => {
    const answer = overload?.invoke(engine, comparer, [value]);
    return typeof answer === 'number' ? `\u0000h${answer}` : ordinalKey(value);
  };
}

const comparerMembers = {
  'Compare(object x, object y) int'(this: EngineContext, c: NetComparer, a: PSValue, b: PSValue) {
    return Math.sign(c.compare(this, a, b));
  },
  'Equals(object x, object y) bool': (c: NetComparer, a: PSValue, b: PSValue) => c.key(a) === c.key(b),
  'GetHashCode(object obj) int': (c: NetComparer, v: PSValue) => hashCodeOf(c.key(v)),
};

/** A comparer made from a Comparison delegate. */
function created(comparison: PSValue): NetComparer {
  return new NetComparer(
    'System.Collections.Generic.Comparer',
    (engine, a, b) => {
      const answer = typeSystemOf(engine).invoke(comparison, 'Invoke', [a, b]);
      return typeof answer === 'number' ? answer : 0;
    },
    ordinalKey,
  );
}

/** StringComparer, Comparer, CaseInsensitiveComparer, Comparer<T>, EqualityComparer<T>. */
export const comparerTypes = [
  defineType({
    name: 'System.StringComparer',
    isAbstract: true,
    jsClass: NetComparer as never,
    typeNameOf: (c: NetComparer) => c.typeName,
    interfaces: 'IComparer, IComparer<string>, IEqualityComparer, IEqualityComparer<string>',
    members: {
      ...Object.fromEntries(
        Object.entries(stringComparers).map(([name, c]) => [`static prop ${name} StringComparer get`, () => c]),
      ),
      'static Create(CultureInfo culture, bool ignoreCase) StringComparer': (_culture, ignoreCase) =>
        ignoreCase ? stringComparers['CurrentCultureIgnoreCase'] : stringComparers['CurrentCulture'],
      'static FromComparison(StringComparison comparisonType) StringComparer': (c: { toString(): string }) =>
        stringComparers[c.toString()] ?? null,
      ...comparerMembers,
      'Compare(string x, string y) int'(c: NetComparer, a, b) {
        return c.compare(this, a, b);
      },
      'Equals(string x, string y) bool': (c: NetComparer, a, b) => c.key(a) === c.key(b),
    },
  }),
  defineType({ name: 'System.CultureAwareComparer', base: 'System.StringComparer' }),
  defineType({ name: 'System.OrdinalCaseSensitiveComparer', base: 'System.StringComparer' }),
  defineType({ name: 'System.OrdinalIgnoreCaseComparer', base: 'System.StringComparer' }),
  defineType({
    name: 'System.Collections.Comparer',
    interfaces: 'IComparer',
    members: {
      'static field Default Comparer': () => defaultComparer,
      'static field DefaultInvariant Comparer': () => defaultComparer,
      ...comparerMembers,
    },
  }),
  defineType({
    name: 'System.Collections.CaseInsensitiveComparer',
    interfaces: 'IComparer',
    members: {
      'new()': () =>
        new NetComparer(
          'System.Collections.CaseInsensitiveComparer',
          text((a, b) => compareText(a, b, true)),
          ignoreCaseKey,
        ),
      'static prop Default CaseInsensitiveComparer get': () =>
        new NetComparer(
          'System.Collections.CaseInsensitiveComparer',
          text((a, b) => compareText(a, b, true)),
          ignoreCaseKey,
        ),
      ...comparerMembers,
    },
  }),
  defineType({
    name: 'System.Collections.Generic.Comparer<T>',
    isAbstract: true,
    interfaces: 'IComparer<T>, IComparer',
    members: {
      'static prop Default Comparer<T> get': withTypes((types) => () => typed('Comparer', types.get('T'))),
      'static Create(Comparison<T> comparison) Comparer<T>': withTypes((types) => (comparison) => {
        const made = created(comparison);
        made.netType = genericOf('Comparer', types.get('T'));
        return made;
      }),
      'Compare(T x, T y) int'(c: NetComparer, a, b) {
        return andThen(c.compare(this, a, b), (n) => n);
      },
    },
  }),
  defineType({
    name: 'System.Collections.Generic.EqualityComparer<T>',
    isAbstract: true,
    interfaces: 'IEqualityComparer<T>, IEqualityComparer',
    members: {
      'static prop Default EqualityComparer<T> get': withTypes(
        (types) => () => typed('EqualityComparer', types.get('T')),
      ),
      'Equals(T x, T y) bool': (c: NetComparer, a, b) => c.key(a) === c.key(b),
      'GetHashCode(T obj) int': (c: NetComparer, v) => hashCodeOf(c.key(v)),
    },
  }),
];

function genericOf(name: string, of: NetType | undefined): NetType {
  const table = typeTable();
  return table.instantiate(table.get(`System.Collections.Generic.${name}\`1`), [of ?? table.get('System.Object')]);
}

function typed(name: string, of: NetType | undefined): NetComparer {
  const made = new NetComparer(`System.Collections.Generic.${name}`, byDefault, ordinalKey);
  made.netType = genericOf(name, of);
  return made;
}
