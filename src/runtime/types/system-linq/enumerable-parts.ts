import { eachInTurn } from '../../values/each-in-turn.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { NetList } from '../../values/net-list.ts';
import { NetSequence } from '../../values/net-sequence.ts';
import { valueTuple } from '../../values/net-tuple.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { defaultOf } from '../default-value.ts';
import { type MemberTable, type RefSlot, type TypeArguments, withTypes } from '../define-type.ts';
import { argumentNull, invalidCast, invalidOperation, outOfRange } from '../net-error.ts';
import { filterItems, findPosition, itemsOf } from '../sequence.ts';
import { typeOf } from '../type-of.ts';
import { typeSystemOf } from '../type-system.ts';

type Func = NetDelegate | null;

/** What a selector makes of each element, with or without its position. */
export function selected(items: readonly PSValue[], selector: Func, withIndex = false): Eventually<PSValue[]> {
  if (!selector) throw argumentNull('selector');
  const out: PSValue[] = [];
  const done = eachInTurn(items, (item, i) =>
    andThen(selector.invoke(withIndex ? [item, i] : [item]), (value) => {
      out.push(value ?? null);
      return true;
    }),
  );
  return andThen(done, () => out);
}

function flat(items: readonly PSValue[], selector: Func, withIndex = false): Eventually<PSValue[]> {
  return andThen(selected(items, selector, withIndex), (parts) => parts.flatMap((p) => [...itemsOf(p)]));
}

/** How many elements at the start a predicate takes. */
function leading(
  engine: Parameters<typeof filterItems>[0],
  items: readonly PSValue[],
  predicate: Func,
  withIndex = false,
): Eventually<number> {
  if (!predicate) throw argumentNull('predicate');
  let count = 0;
  const done = eachInTurn(items, (item, i) =>
    andThen(predicate.invoke(withIndex ? [item, i] : [item]), (answer) => {
      const yes = typeSystemOf(engine).toBoolean(answer);
      if (yes) count++;
      return yes;
    }),
  );
  return andThen(done, () => count);
}

const elementDefault = (types: TypeArguments): PSValue => {
  const type = types.get('TSource');
  return type ? defaultOf(type) : null;
};

function one(items: readonly PSValue[], what: 'first' | 'last' | 'single'): PSValue {
  if (items.length === 0) throw invalidOperation('The sequence has no matching element.');
  if (what === 'single' && items.length > 1) throw invalidOperation('The sequence has more than one matching element.');
  return what === 'last' ? items.at(-1) : items[0];
}

function oneOr(items: readonly PSValue[], what: 'first' | 'last' | 'single', fallback: PSValue): PSValue {
  return items.length === 0 ? fallback : one(items, what);
}

/** First, Last and Single with their OrDefault forms. */
function picking(): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const [name, what] of [
    ['First', 'first'],
    ['Last', 'last'],
    ['Single', 'single'],
  ] as const) {
    members[`static ${name}<TSource>(IEnumerable<TSource> source) TSource`] = (source) => one(itemsOf(source), what);
    members[`static ${name}<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate) TSource`] = function (
      source,
      predicate: Func,
    ) {
      return andThen(filterItems(this, itemsOf(source), predicate), (kept) => one(kept, what));
    };
    members[`static ${name}OrDefault<TSource>(IEnumerable<TSource> source) TSource`] = withTypes(
      (types) => (source) => oneOr(itemsOf(source), what, elementDefault(types)),
    );
    members[`static ${name}OrDefault<TSource>(IEnumerable<TSource> source, TSource defaultValue) TSource`] = (
      source,
      fallback,
    ) => oneOr(itemsOf(source), what, fallback);
    members[`static ${name}OrDefault<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate) TSource`] =
      withTypes(
        (types) =>
          function (source, predicate: Func) {
            return andThen(filterItems(this, itemsOf(source), predicate), (kept) =>
              oneOr(kept, what, elementDefault(types)),
            );
          },
      );
  }
  return members;
}

function chunks(items: readonly PSValue[], size: number, type: NetType | undefined): PSValue[] {
  if (size < 1) throw outOfRange('size');
  const out: PSValue[] = [];
  for (let i = 0; i < items.length; i += size) {
    const part = items.slice(i, i + size);
    out.push(!type || type.fullName === 'System.Object' ? part : new TypedArray(type, part));
  }
  return out;
}

function range(start: number, count: number): PSValue[] {
  if (count < 0) throw outOfRange('count');
  return Array.from({ length: count }, (_, i) => start + i);
}

/** Parts of sequences: filtering, projecting, taking apart and putting together. */
export const enumerableParts: MemberTable = {
  ...picking(),
  'static All<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate) bool'(source, predicate: Func) {
    const items = itemsOf(source);
    return andThen(leading(this, items, predicate), (n) => n === items.length);
  },
  'static Any<TSource>(IEnumerable<TSource> source) bool': (source) => itemsOf(source).length > 0,
  'static Any<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate) bool'(source, predicate: Func) {
    return andThen(findPosition(this, itemsOf(source), predicate), (at) => at >= 0);
  },
  'static Append<TSource>(IEnumerable<TSource> source, TSource element) IEnumerable<TSource>': (source, item) => [
    ...itemsOf(source),
    item,
  ],
  'static AsEnumerable<TSource>(IEnumerable<TSource> source) IEnumerable<TSource>': (source) => source,
  'static Cast<TResult>(IEnumerable source) IEnumerable<TResult>': withTypes((types) => (source) => {
    const type = types.get('TResult');
    return itemsOf(source).map((item) => {
      if (item !== null && type && !type.isAssignableFrom(typeOf(item)))
        throw invalidCast(`A [${typeOf(item)}] is no [${type}].`);
      return item;
    });
  }),
  'static Chunk<TSource>(IEnumerable<TSource> source, int size) IEnumerable<TSource[]>': withTypes(
    (types) => (source, size: number) => chunks(itemsOf(source), size, types.get('TSource')),
  ),
  'static Concat<TSource>(IEnumerable<TSource> first, IEnumerable<TSource> second) IEnumerable<TSource>': (a, b) => [
    ...itemsOf(a),
    ...itemsOf(b),
  ],
  'static DefaultIfEmpty<TSource>(IEnumerable<TSource> source) IEnumerable<TSource>': withTypes((types) => (source) => {
    const items = itemsOf(source);
    return items.length > 0 ? [...items] : [elementDefault(types)];
  }),
  'static DefaultIfEmpty<TSource>(IEnumerable<TSource> source, TSource defaultValue) IEnumerable<TSource>': (
    source,
    value,
  ) => {
    const items = itemsOf(source);
    return items.length > 0 ? [...items] : [value];
  },
  'static ElementAt<TSource>(IEnumerable<TSource> source, int index) TSource': (source, index: number) => {
    const items = itemsOf(source);
    if (index < 0 || index >= items.length) throw outOfRange('index');
    return items[index];
  },
  'static ElementAtOrDefault<TSource>(IEnumerable<TSource> source, int index) TSource': withTypes(
    (types) => (source, index: number) => {
      const items = itemsOf(source);
      return index >= 0 && index < items.length ? items[index] : elementDefault(types);
    },
  ),
  'static Empty<TResult>() IEnumerable<TResult>': () => [],
  'static Index<TSource>(IEnumerable<TSource> source) IEnumerable<ValueTuple<int, TSource>>': (source) =>
    itemsOf(source).map((item, i) => valueTuple([i, item])),
  'static OfType<TResult>(IEnumerable source) IEnumerable<TResult>': withTypes((types) => (source) => {
    const type = types.get('TResult');
    return itemsOf(source).filter((item) => item !== null && type?.isAssignableFrom(typeOf(item)));
  }),
  'static Prepend<TSource>(IEnumerable<TSource> source, TSource element) IEnumerable<TSource>': (source, item) => [
    item,
    ...itemsOf(source),
  ],
  'static Range(int start, int count) IEnumerable<int>': range,
  'static Repeat<TResult>(TResult element, int count) IEnumerable<TResult>': (item, count: number) => {
    if (count < 0) throw outOfRange('count');
    return new Array(count).fill(item);
  },
  'static Reverse<TSource>(TSource[] source) IEnumerable<TSource>': (source) => [...itemsOf(source)].reverse(),
  'static Reverse<TSource>(IEnumerable<TSource> source) IEnumerable<TSource>': (source) =>
    [...itemsOf(source)].reverse(),
  'static Select<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, TResult> selector) IEnumerable<TResult>':
    (source, f: Func) => selected(itemsOf(source), f),
  'static Select<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, int, TResult> selector) IEnumerable<TResult>':
    (source, f: Func) => selected(itemsOf(source), f, true),
  'static SelectMany<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, IEnumerable<TResult>> selector) IEnumerable<TResult>':
    (source, f: Func) => flat(itemsOf(source), f),
  'static SelectMany<TSource, TResult>(IEnumerable<TSource> source, Func<TSource, int, IEnumerable<TResult>> selector) IEnumerable<TResult>':
    (source, f: Func) => flat(itemsOf(source), f, true),
  'static Skip<TSource>(IEnumerable<TSource> source, int count) IEnumerable<TSource>': (source, n: number) =>
    itemsOf(source).slice(Math.max(0, n)),
  'static SkipLast<TSource>(IEnumerable<TSource> source, int count) IEnumerable<TSource>': (source, n: number) => {
    const items = itemsOf(source);
    return items.slice(0, Math.max(0, items.length - Math.max(0, n)));
  },
  'static SkipWhile<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate) IEnumerable<TSource>'(
    source,
    predicate: Func,
  ) {
    const items = itemsOf(source);
    return andThen(leading(this, items, predicate), (n) => items.slice(n));
  },
  'static Take<TSource>(IEnumerable<TSource> source, int count) IEnumerable<TSource>': (source, n: number) =>
    itemsOf(source).slice(0, Math.max(0, n)),
  'static TakeLast<TSource>(IEnumerable<TSource> source, int count) IEnumerable<TSource>': (source, n: number) => {
    const items = itemsOf(source);
    return n <= 0 ? [] : items.slice(-n);
  },
  'static TakeWhile<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate) IEnumerable<TSource>'(
    source,
    predicate: Func,
  ) {
    const items = itemsOf(source);
    return andThen(leading(this, items, predicate), (n) => items.slice(0, n));
  },
  'static ToArray<TSource>(IEnumerable<TSource> source) TSource[]': (source) => [...itemsOf(source)],
  'static ToList<TSource>(IEnumerable<TSource> source) List<TSource>': (source) => new NetList([...itemsOf(source)]),
  'static TryGetNonEnumeratedCount<TSource>(IEnumerable<TSource> source, out int count) bool': (
    source,
    slot: RefSlot,
  ) => {
    slot.value = source instanceof NetSequence ? 0 : itemsOf(source).length;
    return !(source instanceof NetSequence);
  },
  'static Where<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate) IEnumerable<TSource>'(
    source,
    predicate: Func,
  ) {
    return filterItems(this, itemsOf(source), predicate);
  },
  'static Where<TSource>(IEnumerable<TSource> source, Func<TSource, int, bool> predicate) IEnumerable<TSource>'(
    source,
    predicate: Func,
  ) {
    const items = itemsOf(source);
    return andThen(selected(items, predicate, true), (answers) =>
      items.filter((_, i) => typeSystemOf(this).toBoolean(answers[i])),
    );
  },
  'static Zip<TFirst, TSecond>(IEnumerable<TFirst> first, IEnumerable<TSecond> second) IEnumerable<ValueTuple<TFirst, TSecond>>':
    withTypes(() => (a, b) => {
      const [x, y] = [itemsOf(a), itemsOf(b)];
      return x.slice(0, y.length).map((item, i) => valueTuple([item, y[i]]));
    }),
  'static Zip<TFirst, TSecond, TResult>(IEnumerable<TFirst> first, IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector) IEnumerable<TResult>':
    (a, b, f: Func) => {
      const [x, y] = [itemsOf(a), itemsOf(b)];
      const out: PSValue[] = [];
      const done = eachInTurn(x.slice(0, y.length), (item, i) =>
        andThen((f as NetDelegate).invoke([item, y[i]]), (v) => {
          out.push(v);
          return true;
        }),
      );
      return andThen(done, () => out);
    },
};
