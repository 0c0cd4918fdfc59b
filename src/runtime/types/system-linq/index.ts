import { NetEnumerator } from '../../values/net-enumerable.ts';
import { NetGrouping, NetSequence, OrderedSequence } from '../../values/net-sequence.ts';
import { defineType, type TypeSpec } from '../define-type.ts';
import { enumerableParts } from './enumerable-parts.ts';
import { enumerableSets } from './enumerable-sets.ts';
import { enumerableTotals } from './enumerable-totals.ts';

const enumerate = { 'GetEnumerator() IEnumerator': (s: NetSequence) => new NetEnumerator(() => s[Symbol.iterator]()) };

/** System.Linq: Enumerable and what its members answer. */
export const linqTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Linq.Enumerable',
    isAbstract: true,
    members: { ...enumerableParts, ...enumerableTotals, ...enumerableSets },
  }),
  defineType({
    name: 'System.Linq.Iterator<TSource>',
    jsClass: NetSequence,
    interfaces: 'IEnumerable<TSource>, IEnumerable',
    members: enumerate,
  }),
  defineType({
    name: 'System.Linq.OrderedIterator<TElement>',
    jsClass: OrderedSequence,
    interfaces: 'IOrderedEnumerable<TElement>, IEnumerable<TElement>, IEnumerable',
    members: enumerate,
  }),
  defineType({
    name: 'System.Linq.Grouping<TKey, TElement>',
    jsClass: NetGrouping,
    interfaces: 'IGrouping<TKey, TElement>, IEnumerable<TElement>, IEnumerable',
    members: {
      'prop Key TKey get': (g: NetGrouping) => g.key,
      'prop Count int get': (g: NetGrouping) => g.items.length,
      ...enumerate,
    },
  }),
];
