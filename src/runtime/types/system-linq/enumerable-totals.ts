import type { EngineContext } from '../../engine.ts';
import { Decimal } from '../../values/decimal.ts';
import { addDecimals, compareDecimals, divideDecimals } from '../../values/decimal-arithmetic.ts';
import { Double } from '../../values/double.ts';
import { eachInTurn } from '../../values/each-in-turn.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { Single } from '../../values/single.ts';
import type { MemberImplementation, MemberTable } from '../define-type.ts';
import { invalidOperation, overflow } from '../net-error.ts';
import { comparisonOf, filterItems, itemsOf } from '../sequence.ts';
import { selected } from './enumerable-parts.ts';

type Func = NetDelegate | null;

/** How a type of numbers is added up and compared. */
interface Arithmetic {
  readonly zero: PSValue;
  readonly add: (a: PSValue, b: PSValue) => PSValue;
  readonly divide: (sum: PSValue, count: number) => PSValue;
  readonly less: (a: PSValue, b: PSValue) => boolean;
}

const plain = (v: PSValue): number => (v instanceof Double || v instanceof Single ? v.value : Number(v));

function checked(n: number): number {
  if ((n | 0) !== n) throw overflow('The sum does not fit System.Int32.');
  return n;
}

const floating: Arithmetic = {
  zero: 0,
  add: (a, b) => plain(a) + plain(b),
  divide: (sum, count) => plain(sum) / count,
  less: (a, b) => plain(a) < plain(b),
};

const arithmetics: Readonly<Record<string, Arithmetic>> = {
  int: { ...floating, add: (a, b) => checked(plain(a) + plain(b)) },
  long: {
    zero: 0n,
    add: (a, b) => BigInt(a as bigint) + BigInt(b as bigint),
    divide: (sum, count) => Number(sum) / count,
    less: (a, b) => BigInt(a as bigint) < BigInt(b as bigint),
  },
  float: floating,
  double: floating,
  decimal: {
    zero: Decimal.of(0n, 0),
    add: (a, b) => addDecimals(a as Decimal, b as Decimal),
    divide: (sum, count) => divideDecimals(sum as Decimal, Decimal.of(BigInt(count), 0)),
    less: (a, b) => compareDecimals(a as Decimal, b as Decimal) < 0,
  },
};

function filledOnly(items: readonly PSValue[]): readonly PSValue[] {
  if (items.length === 0) throw invalidOperation('The sequence has no elements.');
  return items;
}

function total(items: readonly PSValue[], by: Arithmetic): PSValue {
  return items.reduce<PSValue>(by.add, by.zero);
}

function extreme(items: readonly PSValue[], by: Arithmetic, wantsMax: boolean): PSValue {
  return filledOnly(items).reduce<PSValue>(
    (best, item) => ((wantsMax ? by.less(best, item) : by.less(item, best)) ? item : best),
    items[0],
  );
}

const averageTypes: Readonly<Record<string, string>> = {
  int: 'double',
  long: 'double',
  float: 'float',
  double: 'double',
  decimal: 'decimal',
};

function numberTotals(): MemberTable {
  const members: Record<string, MemberImplementation> = {};
  for (const [t, by] of Object.entries(arithmetics)) {
    const average = (items: readonly PSValue[]): PSValue => by.divide(total(filledOnly(items), by), items.length);
    const forms: readonly (readonly [string, string, (items: readonly PSValue[]) => PSValue])[] = [
      ['Sum', t, (items) => total(items, by)],
      ['Average', averageTypes[t] ?? t, average],
      ['Max', t, (items) => extreme(items, by, true)],
      ['Min', t, (items) => extreme(items, by, false)],
    ];
    for (const [name, result, compute] of forms) {
      members[`static ${name}(IEnumerable<${t}> source) ${result}`] = (source) => compute(itemsOf(source));
      members[`static ${name}<TSource>(IEnumerable<TSource> source, Func<TSource, ${t}> selector) ${result}`] = (
        source,
        f: Func,
      ) => andThen(selected(itemsOf(source), f), compute);
    }
  }
  return members;
}

/** The element that is first or last by an order; the earliest of equals. */
function best(
  engine: EngineContext,
  items: readonly PSValue[],
  keys: readonly PSValue[],
  comparer: PSValue,
  sign: 1 | -1,
): Eventually<PSValue> {
  filledOnly(items);
  const compare = comparisonOf(engine, comparer);
  let at = 0;
  const done = eachInTurn(items, (_, i) =>
    andThen(i === 0 ? 0 : compare(keys[i], keys[at]), (order) => {
      if (order * sign > 0) at = i;
      return true;
    }),
  );
  return andThen(done, () => items[at]);
}

function extremes(): MemberTable {
  const members: Record<string, MemberImplementation> = {};
  for (const [name, sign] of [
    ['Max', 1],
    ['Min', -1],
  ] as const) {
    members[`static ${name}<TSource>(IEnumerable<TSource> source) TSource`] = function (source) {
      return best(this, itemsOf(source), itemsOf(source), null, sign);
    };
    members[`static ${name}<TSource>(IEnumerable<TSource> source, IComparer<TSource> comparer) TSource`] = function (
      source,
      comparer,
    ) {
      return best(this, itemsOf(source), itemsOf(source), comparer, sign);
    };
    members[`static ${name}By<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector) TSource`] =
      function (source, f: Func) {
        return andThen(selected(itemsOf(source), f), (keys) => best(this, itemsOf(source), keys, null, sign));
      };
    members[
      `static ${name}By<TSource, TKey>(IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey> comparer) TSource`
    ] = function (source, f: Func, comparer) {
      return andThen(selected(itemsOf(source), f), (keys) => best(this, itemsOf(source), keys, comparer, sign));
    };
  }
  return members;
}

function fold(items: readonly PSValue[], seed: PSValue, f: Func): Eventually<PSValue> {
  let value = seed;
  const done = eachInTurn(items, (item) =>
    andThen((f as NetDelegate).invoke([value, item]), (next) => {
      value = next ?? null;
      return true;
    }),
  );
  return andThen(done, () => value);
}

/** Count, Sum, Average, Min, Max, Aggregate. */
export const enumerableTotals: MemberTable = {
  ...numberTotals(),
  ...extremes(),
  'static Aggregate<TSource>(IEnumerable<TSource> source, Func<TSource, TSource, TSource> func) TSource': (
    source,
    f: Func,
  ) => {
    const [first, ...rest] = filledOnly(itemsOf(source));
    return fold(rest, first, f);
  },
  'static Aggregate<TSource, TAccumulate>(IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func) TAccumulate':
    (source, seed, f: Func) => fold(itemsOf(source), seed, f),
  'static Aggregate<TSource, TAccumulate, TResult>(IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, Func<TAccumulate, TResult> resultSelector) TResult':
    (source, seed, f: Func, result: Func) =>
      andThen(fold(itemsOf(source), seed, f), (v) => (result as NetDelegate).invoke([v])),
  'static Count<TSource>(IEnumerable<TSource> source) int': (source) => itemsOf(source).length,
  'static Count<TSource>(IEnumerable<TSource> source, Func<TSource, bool> predicate) int'(source, predicate: Func) {
    return andThen(filterItems(this, itemsOf(source), predicate), (kept) => kept.length);
  },
  'static LongCount<TSource>(IEnumerable<TSource> source) long': (source) => itemsOf(source).length,
};
