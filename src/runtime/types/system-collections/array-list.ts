import type { EngineContext } from '../../engine.ts';
import { ArrayList, type NetList } from '../../values/net-list.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberFunction, type MemberImplementation } from '../define-type.ts';
import { makeArray } from '../make-array.ts';
import { argumentNull, notSupported, outOfRange } from '../net-error.ts';
import { checkRange, itemsOf, writeItems } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';
import { listMembers, removeFirst } from './list-members.ts';

/** Members that change the number of elements fail on a fixed-size list; a read-only one allows no change at all. */
function guarded(code: MemberImplementation, changesSize: boolean): MemberImplementation {
  if (typeof code !== 'function') return code;
  const run: MemberFunction = code;
  return function (this: EngineContext, list: ArrayList, ...args: PSValue[]) {
    if (list.isReadOnly) throw notSupported('The list is read-only.');
    if (changesSize && list.isFixedSize) throw notSupported('The list has a fixed size.');
    return run.call(this, list, ...args);
  };
}

const shared = Object.fromEntries(
  Object.entries(listMembers('object', 'ICollection', 'IComparer')).map(([text, code]) => {
    const resizes = /^(AddRange|Clear|Insert|InsertRange|RemoveAt|RemoveRange)\(/.test(text);
    return [text, resizes || /^(Sort|Reverse)\(/.test(text) ? guarded(code, resizes) : code];
  }),
);

function wrapped(list: NetList, kind: 'fixed' | 'readOnly'): ArrayList {
  const made = new ArrayList(list.items);
  made.isFixedSize = true;
  made.isReadOnly = kind === 'readOnly';
  return made;
}

/** System.Collections.ArrayList */
export const arrayListType = defineType({
  name: 'System.Collections.ArrayList',
  jsClass: ArrayList,
  interfaces: 'IList, ICollection, IEnumerable, ICloneable',
  members: {
    'new()': () => new ArrayList(),
    'new(int capacity)': (capacity: number) => {
      if (capacity < 0) throw outOfRange('capacity', 'The capacity must not be negative.');
      const list = new ArrayList();
      list.capacity = capacity;
      return list;
    },
    'new(ICollection c)': (items) => {
      if (items === null) throw argumentNull('c');
      return new ArrayList([...itemsOf(items, 'c')]);
    },
    ...shared,
    'prop IsFixedSize bool get': (list: ArrayList) => list.isFixedSize,
    'prop IsReadOnly bool get': (list: ArrayList) => list.isReadOnly,
    'Add(object value) int': guarded((list: ArrayList, value) => {
      list.version++;
      return list.items.push(value) - 1;
    }, true),
    'Clone() object': (list: ArrayList) => new ArrayList([...list.items]),
    'GetRange(int index, int count) ArrayList': (list: ArrayList, index: number, count: number) => {
      checkRange(index, count, list.items.length);
      return new ArrayList(list.items.slice(index, index + count));
    },
    'Remove(object obj) void': guarded(function (this: EngineContext, list: ArrayList, value: PSValue) {
      removeFirst(this, list, value);
    }, true),
    'SetRange(int index, ICollection c) void': (list: ArrayList, index: number, items) => {
      const values = itemsOf(items, 'c');
      checkRange(index, values.length, list.items.length);
      writeItems(list, values, index);
    },
    'ToArray() object[]': (list: ArrayList) => [...list.items],
    'ToArray(Type type) Array'(list: ArrayList, type: NetType | null) {
      if (!type) throw argumentNull('type');
      const types = typeSystemOf(this);
      const array = makeArray(type, [list.items.length]);
      writeItems(
        array,
        list.items.map((v) => types.convert(v, type) as PSValue),
      );
      return array;
    },
    'TrimToSize() void': (list: ArrayList) => {
      list.capacity = list.items.length;
    },
    'static Adapter(IList list) ArrayList': (list: NetList) => new ArrayList(list.items ?? [...itemsOf(list)]),
    'static FixedSize(ArrayList list) ArrayList': (list: ArrayList) => wrapped(list, 'fixed'),
    'static ReadOnly(ArrayList list) ArrayList': (list: ArrayList) => wrapped(list, 'readOnly'),
    'static Repeat(object value, int count) ArrayList': (value, count: number) =>
      new ArrayList(new Array(count).fill(value)),
    'static Synchronized(ArrayList list) ArrayList': (list) => list,
  },
});
