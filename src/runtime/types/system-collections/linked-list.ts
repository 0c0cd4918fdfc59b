import type { EngineContext } from '../../engine.ts';
import { LinkedList, LinkedListNode } from '../../values/linked-list.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberFunction, type TypeSpec } from '../define-type.ts';
import { argumentNull, invalidOperation } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';
import { enumeratorOf } from './enumerators.ts';
import { copyTo } from './list-members.ts';

type Node = LinkedListNode;

/** A value or a free node as a node of the list's element type. */
function nodeFor(list: LinkedList, value: PSValue): Node {
  if (value instanceof LinkedListNode) {
    if (value.list) throw invalidOperation('The node already belongs to a list.');
    return value;
  }
  const node = new LinkedListNode(value);
  const args = list.netType?.genericArguments;
  if (args)
    node.netType = typeTable().instantiate(typeTable().get('System.Collections.Generic.LinkedListNode`1'), args);
  return node;
}

function inList(list: LinkedList, node: Node | null): Node {
  if (!node) throw argumentNull('node');
  if (node.list !== list) throw invalidOperation('The node does not belong to this list.');
  return node;
}

const after: MemberFunction = (list: LinkedList, at: Node | null, value) => {
  const node = inList(list, at);
  const made = nodeFor(list, value);
  list.link(made, node, node.next);
  return made;
};

const before: MemberFunction = (list: LinkedList, at: Node | null, value) => {
  const node = inList(list, at);
  const made = nodeFor(list, value);
  list.link(made, node.previous, node);
  return made;
};

const first: MemberFunction = (list: LinkedList, value) => {
  const made = nodeFor(list, value);
  list.link(made, undefined, list.first);
  return made;
};

const last: MemberFunction = (list: LinkedList, value) => {
  const made = nodeFor(list, value);
  list.link(made, list.last, undefined);
  return made;
};

function find(engine: EngineContext, list: LinkedList, value: PSValue, fromEnd: boolean): Node | null {
  const types = typeSystemOf(engine);
  for (let node = fromEnd ? list.last : list.first; node; node = fromEnd ? node.previous : node.next) {
    if (types.equals(node.value, value)) return node;
  }
  return null;
}

function removeEnd(list: LinkedList, node: Node | undefined): undefined {
  if (!node) throw invalidOperation('The list is empty.');
  list.unlink(node);
  return undefined;
}

/** LinkedList<T> and its nodes. */
export const linkedListTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Collections.Generic.LinkedList<T>',
    jsClass: LinkedList,
    interfaces: 'ICollection<T>, IEnumerable<T>, IEnumerable, ICollection, IReadOnlyCollection<T>',
    members: {
      'new()': () => new LinkedList(),
      'new(IEnumerable<T> collection)'(items) {
        const list = new LinkedList();
        for (const item of itemsOf(items, 'collection')) list.link(new LinkedListNode(item), list.last, undefined);
        return list;
      },
      'prop Count int get': (l: LinkedList) => l.size,
      'prop First LinkedListNode<T> get': (l: LinkedList) => l.first ?? null,
      'prop Last LinkedListNode<T> get': (l: LinkedList) => l.last ?? null,
      'AddAfter(LinkedListNode<T> node, T value) LinkedListNode<T>': after,
      'AddAfter(LinkedListNode<T> node, LinkedListNode<T> newNode) void': after,
      'AddBefore(LinkedListNode<T> node, T value) LinkedListNode<T>': before,
      'AddBefore(LinkedListNode<T> node, LinkedListNode<T> newNode) void': before,
      'AddFirst(T value) LinkedListNode<T>': first,
      'AddFirst(LinkedListNode<T> node) void': first,
      'AddLast(T value) LinkedListNode<T>': last,
      'AddLast(LinkedListNode<T> node) void': last,
      'Clear() void': (l: LinkedList) => {
        while (l.first) l.unlink(l.first);
      },
      'Contains(T value) bool'(l: LinkedList, value) {
        return find(this, l, value, false) !== null;
      },
      'CopyTo(T[] array, int index) void': (l: LinkedList, to, at: number) => copyTo([...l], to, at),
      'Find(T value) LinkedListNode<T>'(l: LinkedList, value) {
        return find(this, l, value, false);
      },
      'FindLast(T value) LinkedListNode<T>'(l: LinkedList, value) {
        return find(this, l, value, true);
      },
      'GetEnumerator() IEnumerator': (l: LinkedList) => enumeratorOf(l, () => l[Symbol.iterator]()),
      'Remove(T value) bool'(l: LinkedList, value) {
        const node = find(this, l, value, false);
        if (node) l.unlink(node);
        return node !== null;
      },
      'Remove(LinkedListNode<T> node) void': (l: LinkedList, node: Node | null) => {
        l.unlink(inList(l, node));
      },
      'RemoveFirst() void': (l: LinkedList) => removeEnd(l, l.first),
      'RemoveLast() void': (l: LinkedList) => removeEnd(l, l.last),
    },
  }),
  defineType({
    name: 'System.Collections.Generic.LinkedListNode<T>',
    jsClass: LinkedListNode,
    members: {
      'new(T value)': (value) => new LinkedListNode(value),
      'prop List LinkedList<T> get': (n: Node) => n.list ?? null,
      'prop Next LinkedListNode<T> get': (n: Node) => n.next ?? null,
      'prop Previous LinkedListNode<T> get': (n: Node) => n.previous ?? null,
      'prop Value T get set': {
        get: (n: Node) => n.value,
        set: (n: Node, v) => {
          n.value = v;
        },
      },
    },
  }),
];
