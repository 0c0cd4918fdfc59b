import { defineType, type TypeSpec } from '../define-type.ts';

const c = 'System.Collections.';
const g = `${c}Generic.`;

/** Interfaces that conversions and `-is` ask for: name, what it extends. */
const table: readonly (readonly [string, string])[] = [
  [`${c}IEnumerable`, ''],
  [`${c}IEnumerator`, ''],
  [`${c}ICollection`, 'IEnumerable'],
  [`${c}IList`, 'ICollection, IEnumerable'],
  [`${c}IDictionary`, 'ICollection, IEnumerable'],
  [`${c}IDictionaryEnumerator`, 'IEnumerator'],
  [`${c}IComparer`, ''],
  [`${c}IEqualityComparer`, ''],
  [`${c}IStructuralComparable`, ''],
  [`${c}IStructuralEquatable`, ''],
  [`${c}Specialized.IOrderedDictionary`, 'IDictionary, ICollection, IEnumerable'],
  [`${g}IEnumerable<T>`, 'IEnumerable'],
  [`${g}IEnumerator<T>`, 'IEnumerator, IDisposable'],
  [`${g}IReadOnlyCollection<T>`, 'IEnumerable<T>, IEnumerable'],
  [`${g}ICollection<T>`, 'IEnumerable<T>, IEnumerable'],
  [`${g}IReadOnlyList<T>`, 'IReadOnlyCollection<T>, IEnumerable<T>, IEnumerable'],
  [`${g}IList<T>`, 'ICollection<T>, IEnumerable<T>, IEnumerable'],
  [`${g}ISet<T>`, 'ICollection<T>, IEnumerable<T>, IEnumerable'],
  [`${g}IReadOnlySet<T>`, 'IReadOnlyCollection<T>, IEnumerable<T>, IEnumerable'],
  [
    `${g}IDictionary<TKey, TValue>`,
    'ICollection<KeyValuePair<TKey, TValue>>, IEnumerable<KeyValuePair<TKey, TValue>>, IEnumerable',
  ],
  [
    `${g}IReadOnlyDictionary<TKey, TValue>`,
    'IReadOnlyCollection<KeyValuePair<TKey, TValue>>, IEnumerable<KeyValuePair<TKey, TValue>>, IEnumerable',
  ],
  [`${g}IComparer<T>`, ''],
  [`${g}IEqualityComparer<T>`, ''],
  ['System.Linq.IGrouping<TKey, TElement>', 'IEnumerable<TElement>, IEnumerable'],
  ['System.Linq.IOrderedEnumerable<TElement>', 'IEnumerable<TElement>, IEnumerable'],
  ['System.Linq.ILookup<TKey, TElement>', 'IEnumerable<IGrouping<TKey, TElement>>, IEnumerable'],
  ['System.IComparable', ''],
  ['System.IComparable<T>', ''],
  ['System.IEquatable<T>', ''],
  ['System.IConvertible', ''],
  ['System.IFormattable', ''],
  ['System.ISpanFormattable', 'IFormattable'],
  ['System.IFormatProvider', ''],
  ['System.ICustomFormatter', ''],
  ['System.ICloneable', ''],
  ['System.IDisposable', ''],
  ['System.IAsyncDisposable', ''],
  ['System.IAsyncResult', ''],
  ['System.Runtime.Serialization.ISerializable', ''],
  ['System.Runtime.CompilerServices.ITuple', ''],
];

/** The interfaces of .NET that exist here. */
export const interfaceTypes: readonly TypeSpec[] = table.map(([name, interfaces]) =>
  defineType({ name, kind: 'interface', interfaces }),
);
