import type { EngineContext } from '../../engine.ts';
import { sortInTurn } from '../../values/each-in-turn.ts';
import { type EqualityKey, type KeyComparer, ordinalKey } from '../../values/equality-key.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { PlainDictionary } from '../../values/net-dictionary.ts';
import { NetGrouping, OrderedSequence } from '../../values/net-sequence.ts';
import { NetSet } from '../../values/net-set.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { type MemberImplementation, type MemberTable, type TypeArguments, withTypes } from '../define-type.ts';
import { comparisonOf, itemsOf } from '../sequence.ts';
import { keyComparerOf } from '../system-collections/comparers.ts';
import { addEntry, entriesIn } from '../system-collections/table-members.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';
import { selected } from './enumerable-parts.ts';

type Func = NetDelegate | null;

/** The first element of each key. */
function distinct(items: readonly PSValue[], keys: readonly PSValue[], keyOf: KeyComparer): PSValue[] {
  const seen = new Set<EqualityKey>();
  return items.filter((_, i) => {
    const key = keyOf(keys[i]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function combine(
  a: readonly PSValue[],
  b: readonly PSValue[],
  keyOf: KeyComparer,
  how: 'Union' | 'Intersect' | 'Except',
): PSValue[] {
  if (how === 'Union') {
    const all = [...a, ...b];
    return distinct(all, all, keyOf);
  }
  const other = new Set(b.map(keyOf));
  return distinct(a, a, keyOf).filter((item) => other.has(keyOf(item)) === (how === 'Intersect'));
}

function setOperations(): MemberTable {
  const members: Record<string, MemberImplementation> = {};
  for (const how of ['Union', 'Intersect', 'Except'] as const) {
    const head = `static ${how}<TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second`;
    members[`${head}) IEnumerable<TSource>`] = (a, b) => combine(itemsOf(a), itemsOf(b), ordinalKey, how);
    members[`${head}, IEqualityComparer<TSource> comparer) IEnumerable<TSource>`] = function (a, b, comparer) {
      return combine(itemsOf(a), itemsOf(b), keyComparerOf(this, comparer), how);
    };
  }
  return members;
}

/** Elements by key, in order of first appearance. */
function grouped(keys: readonly PSValue[], elements: readonly PSValue[], keyOf: KeyComparer): NetGrouping[] {
  const groups = new Map<EqualityKey, { readonly key: PSValue; readonly items: PSValue[] }>();
  for (const [i, key] of keys.entries()) {
    const hash = keyOf(key);
    let group = groups.get(hash);
    if (!group) groups.set(hash, (group = { key, items: [] }));
    group.items.push(elements[i]);
  }
  return Array.from(groups.values(), (g) => new NetGrouping(g.key, g.items));
}

function typedGroups(types: TypeArguments, groups: NetGrouping[]): PSValue[] {
  const table = typeTable();
  const [key, element] = [types.get('TKey'), types.get('TElement') ?? types.get('TSource')];
  if (key && element) {
    const type = table.instantiate(table.get('System.Linq.Grouping`2'), [key, element]);
    for (const group of groups) group.netType = type;
  }
  return groups;
}

function ordered(
  engine: EngineContext,
  source: PSValue,
  keySelector: Func,
  comparer: PSValue,
  sign: 1 | -1,
): Eventually<OrderedSequence> {
  const items = source instanceof OrderedSequence ? source.items : itemsOf(source);
  return andThen(keySelector ? selected(items, keySelector) : [...items], (keys) => {
    const compareKeys = comparisonOf(engine, comparer);
    const keyOf = new Map<number, PSValue>(keys.map((k, i) => [i, k]));
    const positions = items.map((_, i) => i);
    const before = source instanceof OrderedSequence ? source.compare : undefined;
    const compare = (a: number, b: number): Eventually<number> =>
      andThen(before ? before(items[a], items[b]) : 0, (n) =>
        n !== 0 ? n : andThen(compareKeys(keyOf.get(a), keyOf.get(b)), (m) => m * sign),
      );
    return andThen(sortInTurn(positions, compare), (sorted) => {
      const at = new Map<PSValue, number>(items.map((item, i) => [item, i]));
      const byItem = (a: PSValue, b: PSValue): Eventually<number> => compare(at.get(a) ?? 0, at.get(b) ?? 0);
      return new OrderedSequence(
        sorted.map((i) => items[i]),
        byItem,
      );
    });
  });
}

function ordering(): MemberTable {
  const members: Record<string, MemberImplementation> = {};
  const forms = [
    ['OrderBy', 1, 'IEnumerable'],
    ['OrderByDescending', -1, 'IEnumerable'],
    ['ThenBy', 1, 'IOrderedEnumerable'],
    ['ThenByDescending', -1, 'IOrderedEnumerable'],
  ] as const;
  for (const [name, sign, from] of forms) {
    const plain = from === 'IEnumerable';
    const head = `static ${name}<TSource, TKey>(${from}<TSource> source, Func<TSource, TKey> keySelector`;
    members[`${head}) IOrderedEnumerable<TSource>`] = function (source, f: Func) {
      return ordered(this, plain ? [...itemsOf(source)] : source, f, null, sign);
    };
    members[`${head}, IComparer<TKey> comparer) IOrderedEnumerable<TSource>`] = function (source, f: Func, comparer) {
      return ordered(this, plain ? [...itemsOf(source)] : source, f, comparer, sign);
    };
  }
  for (const [name, sign] of [
    ['Order', 1],
    ['OrderDescending', -1],
  ] as const) {
    members[`static ${name}<T>(IEnumerable<T> source) IOrderedEnumerable<T>`] = function (source) {
      return ordered(this, [...itemsOf(source)], null, null, sign);
    };
    members[`static ${name}<T>(IEnumerable<T> source, IComparer<T> comparer) IOrderedEnumerable<T>`] = function (
      source,
      comparer,
    ) {
      return ordered(this, [...itemsOf(source)], null, comparer, sign);
    };
  }
  return members;
}

function toDictionary(keys: readonly PSValue[], values: readonly PSValue[], keyOf: KeyComparer): PlainDictionary {
  const table = new PlainDictionary(keyOf);
  for (const [i, key] of keys.entries()) addEntry(table, key, values[i]);
  return table;
}

/** Sets, groups, order, dictionaries. */
export const enumerableSets: MemberTable = {
  ...setOperations(),
  ...ordering(),
  'static Contains<TSource>(IEnumerable<TSource> source, TSource value) bool'(source, value) {
    return itemsOf(source).some((item) => typeSystemOf(this).equals(item, value));
  },
  'static Contains<TSource>(IEnumerable<TSource> source, TSource value, IEqualityComparer<TSource> comparer) bool'(
    source,
    value,
    comparer,
  ) {
    const keyOf = keyComparerOf(this, comparer);
    return itemsOf(source).some((item) => keyOf(item) === keyOf(value));
  },
  'static Distinct<TSource>(IEnumerable<TSource> source) IEnumerable<TSource>': (source) =>
    distinct(itemsOf(source), itemsOf(source), ordinalKey),
  'static Distinct<TSource>(IEnumerable<TSource> source, IEqualityComparer<TSource> comparer) IEnumerable<TSource>'(
    source,
    comparer,
  ) {
    return distinct(itemsOf(source), itemsOf(source), keyComparerOf(this, comparer));
  },
  'static DistinctBy<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector) IEnumerable<TSource>':
    (source, f: Func) => andThen(selected(itemsOf(source), f), (keys) => distinct(itemsOf(source), keys, ordinalKey)),
  'static GroupBy<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector) IEnumerable<IGrouping<TKey, TSource>>':
    withTypes(
      (types) => (source, f: Func) =>
        andThen(selected(itemsOf(source), f), (keys) => typedGroups(types, grouped(keys, itemsOf(source), ordinalKey))),
    ),
  'static GroupBy<TSource, TKey, TElement>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector) IEnumerable<IGrouping<TKey, TElement>>':
    withTypes(
      (types) => (source, f: Func, g: Func) =>
        andThen(selected(itemsOf(source), f), (keys) =>
          andThen(selected(itemsOf(source), g), (elements) => typedGroups(types, grouped(keys, elements, ordinalKey))),
        ),
    ),
  'static SequenceEqual<TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second) bool'(a, b) {
    const [x, y] = [itemsOf(a), itemsOf(b)];
    return x.length === y.length && x.every((item, i) => typeSystemOf(this).equals(item, y[i]));
  },
  'static SequenceEqual<TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource> comparer) bool'(
    a,
    b,
    comparer,
  ) {
    const [x, y, keyOf] = [itemsOf(a), itemsOf(b), keyComparerOf(this, comparer)];
    return x.length === y.length && x.every((item, i) => keyOf(item) === keyOf(y[i]));
  },
  'static ToDictionary<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector) Dictionary<TKey, TSource>':
    (source, f: Func) =>
      andThen(selected(itemsOf(source), f), (keys) => toDictionary(keys, itemsOf(source), ordinalKey)),
  'static ToDictionary<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey> comparer) Dictionary<TKey, TSource>'(
    source,
    f: Func,
    comparer,
  ) {
    return andThen(selected(itemsOf(source), f), (keys) =>
      toDictionary(keys, itemsOf(source), keyComparerOf(this, comparer)),
    );
  },
  'static ToDictionary<TSource, TKey, TElement>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector) Dictionary<TKey, TElement>':
    (source, f: Func, g: Func) =>
      andThen(selected(itemsOf(source), f), (keys) =>
        andThen(selected(itemsOf(source), g), (values) => toDictionary(keys, values, ordinalKey)),
      ),
  'static ToDictionary<TKey, TValue>(IEnumerable<KeyValuePair<TKey, TValue>> source) Dictionary<TKey, TValue>': (
    source,
  ) => {
    const pairs = [...entriesIn(source)];
    return toDictionary(
      pairs.map(([k]) => k),
      pairs.map(([, v]) => v),
      ordinalKey,
    );
  },
  'static ToHashSet<TSource>(IEnumerable<TSource> source) HashSet<TSource>': (source) =>
    hashSet(itemsOf(source), ordinalKey),
  'static ToHashSet<TSource>(IEnumerable<TSource> source, IEqualityComparer<TSource> comparer) HashSet<TSource>'(
    source,
    comparer,
  ) {
    return hashSet(itemsOf(source), keyComparerOf(this, comparer));
  },
};

function hashSet(items: readonly PSValue[], keyOf: KeyComparer): NetSet {
  const set = new NetSet(keyOf);
  for (const item of items) set.add(item);
  return set;
}
