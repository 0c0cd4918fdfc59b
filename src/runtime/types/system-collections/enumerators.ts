import { NetEnumerator } from '../../values/net-enumerable.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { invalidOperation } from '../net-error.ts';
import { typeOf } from '../type-of.ts';
import { typeTable } from '../type-table.ts';

const members: MemberTable = {
  'prop Current object get': currentOf,
  'MoveNext() bool': (e: NetEnumerator) => e.moveNext(),
  'Reset() void': (e: NetEnumerator) => e.reset(),
};

const entryMembers: MemberTable = {
  'prop Entry DictionaryEntry get': currentOf,
  'prop Key object get': (e: NetEnumerator) => entryPart(e.current, 'key'),
  'prop Value object get': (e: NetEnumerator) => entryPart(e.current, 'value'),
};

function currentOf(e: NetEnumerator): PSValue {
  if (e.current === undefined) throw invalidOperation('The enumerator stands on no element.');
  return e.current;
}

function entryPart(entry: PSValue, part: 'key' | 'value'): PSValue {
  if (typeof entry === 'object' && entry !== null && 'key' in entry && 'value' in entry) return entry[part] as PSValue;
  throw invalidOperation('The enumerator stands on no entry.');
}

const simpleName = 'System.Collections.ArrayList+ArrayListEnumeratorSimple';

/** Sources whose enumerators enumerate entries, and those of plain elements: `Owner+Enumerator`. */
const ofEntries = {
  'System.Collections.Hashtable': 'HashtableEnumerator',
  'System.Collections.SortedList': 'SortedListEnumerator',
  'System.Collections.Specialized.OrderedDictionary': 'OrderedDictionaryEnumerator',
  'System.Management.Automation.OrderedHashtable': 'OrderedDictionaryEnumerator',
};
const ofElements = {
  'System.Collections.Queue': 'QueueEnumerator',
  'System.Collections.Stack': 'StackEnumerator',
  'System.Collections.BitArray': 'BitArrayEnumeratorSimple',
};
const generic = {
  List: 'T',
  Queue: 'T',
  Stack: 'T',
  LinkedList: 'T',
  HashSet: 'T',
  SortedSet: 'T',
  Dictionary: 'TKey, TValue',
  SortedDictionary: 'TKey, TValue',
};

const elementInterfaces = 'IEnumerator, ICloneable';

/** Enumerators by what they enumerate; one of `$input` or of values of no own is ArrayList's. */
export const enumeratorTypes: readonly TypeSpec[] = [
  defineType({ name: simpleName, jsClass: NetEnumerator, interfaces: elementInterfaces, members }),
  defineType({ name: 'System.ArrayEnumerator', interfaces: elementInterfaces, members }),
  defineType({
    name: 'System.CharEnumerator',
    isSealed: true,
    interfaces: 'IEnumerator<char>, IEnumerator, IDisposable, ICloneable',
    members: { ...members, 'Dispose() void': () => undefined },
  }),
  defineType({
    name: 'System.SZGenericArrayEnumerator<T>',
    interfaces: 'IEnumerator<T>, IEnumerator, IDisposable',
    members: { ...members, 'Dispose() void': () => undefined },
  }),
  ...Object.entries(ofEntries).map(([owner, name]) =>
    defineType({
      name: `${owner}+${name}`,
      interfaces: 'IDictionaryEnumerator, IEnumerator, ICloneable',
      members: { ...members, ...entryMembers },
    }),
  ),
  ...Object.entries(ofElements).map(([owner, name]) =>
    defineType({ name: `${owner}+${name}`, interfaces: elementInterfaces, members }),
  ),
  ...Object.entries(generic).map(([owner, parameters]) => {
    const [item, ...more] = parameters.split(', ');
    const element = more.length > 0 ? `KeyValuePair<${parameters}>` : item;
    return defineType({
      name: `System.Collections.Generic.${owner}\`${more.length + 1}+Enumerator<${parameters}>`,
      kind: 'struct',
      interfaces: `IEnumerator<${element}>, IEnumerator, IDisposable${more.length > 0 ? ', IDictionaryEnumerator' : ''}`,
      members: { ...members, 'Dispose() void': () => undefined },
    });
  }),
];

const named: Readonly<Record<string, string>> = {
  'System.String': 'System.CharEnumerator',
  ...Object.fromEntries(
    Object.entries({ ...ofEntries, ...ofElements }).map(([owner, name]) => [owner, `${owner}+${name}`]),
  ),
};

/** An enumerator over a collection, of the type .NET gives it. */
export function enumeratorOf(source: PSValue, start: () => Iterator<PSValue>): NetEnumerator {
  const made = new NetEnumerator(start);
  made.netType = enumeratorType(typeOf(source));
  return made;
}

function enumeratorType(source: NetType): NetType | undefined {
  const table = typeTable();
  if (source.kind === 'array') return table.find('System.ArrayEnumerator');
  const definition = source.genericDefinition;
  if (definition) {
    const own = table.find(`${definition.fullName}+Enumerator`);
    if (own) return table.instantiate(own, source.genericArguments);
    const any = table.find('System.SZGenericArrayEnumerator`1');
    return any && source.genericArguments.length === 1 ? table.instantiate(any, source.genericArguments) : undefined;
  }
  // The keys and values of a table are enumerated by what enumerates the table.
  return table.find(named[(source.declaringType ?? source).fullName] ?? simpleName);
}
