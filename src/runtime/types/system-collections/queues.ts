import {
  ConcurrentQueue,
  ConcurrentStack,
  NetQueue,
  NetStack,
  ObjectQueue,
  ObjectStack,
} from '../../values/net-queue.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defaultOf } from '../default-value.ts';
import { defineType, type MemberTable, type RefSlot, type TypeSpec, withTypes } from '../define-type.ts';
import { invalidOperation } from '../net-error.ts';
import { itemsOf, positionOf } from '../sequence.ts';
import { enumeratorOf } from './enumerators.ts';
import { copyTo } from './list-members.ts';

type Line = NetQueue | NetStack;

function empty(): never {
  throw invalidOperation('The collection is empty.');
}

function dequeue(q: NetQueue): PSValue {
  return q.size === 0 ? empty() : q.dequeue();
}

function pop(s: NetStack): PSValue {
  if (s.items.length === 0) empty();
  s.version++;
  return s.items.pop();
}

function sizeOf(line: Line): number {
  return line instanceof NetQueue ? line.size : line.items.length;
}

/** A try-method: the item or the default of T, and whether there was one. */
function attempt(take: (line: never) => PSValue) {
  return withTypes((types) => (line: Line, slot: RefSlot) => {
    const type: NetType | undefined = types.get('T');
    const has = sizeOf(line) > 0;
    slot.value = has ? take(line as never) : type ? defaultOf(type) : null;
    return has;
  });
}

function shared(t: string): MemberTable {
  const array = t === 'object' ? 'Array' : 'T[]';
  return {
    'prop Count int get': sizeOf,
    'prop SyncRoot object get': (line) => line,
    'prop IsSynchronized bool get': () => false,
    'Clear() void': (line: Line) => {
      if (line instanceof NetQueue) line.clear();
      else {
        line.items.length = 0;
        line.version++;
      }
    },
    [`Contains(${t} item) bool`](line: Line, item) {
      const items = line.toArray();
      return positionOf(this, items, item, 0, items.length) >= 0;
    },
    [`CopyTo(${array} array, int arrayIndex) void`]: (line: Line, to, at: number) => copyTo(line.toArray(), to, at),
    'GetEnumerator() IEnumerator': (line: Line) => enumeratorOf(line, () => line[Symbol.iterator]()),
    [`ToArray() ${t}[]`]: (line: Line) => line.toArray(),
  };
}

const peekQueue = (q: NetQueue): PSValue => (q.size === 0 ? empty() : q.peek());
const peekStack = (s: NetStack): PSValue => (s.items.length === 0 ? empty() : s.items.at(-1));

function queueMembers(t: string): MemberTable {
  return {
    ...shared(t),
    [`Dequeue() ${t}`]: dequeue,
    [`Enqueue(${t} item) void`]: (q: NetQueue, item) => q.enqueue(item),
    [`Peek() ${t}`]: peekQueue,
  };
}

function stackMembers(t: string): MemberTable {
  return {
    ...shared(t),
    [`Peek() ${t}`]: peekStack,
    [`Pop() ${t}`]: pop,
    [`Push(${t} item) void`]: (s: NetStack, item) => {
      s.version++;
      s.items.push(item);
    },
  };
}

const tries: MemberTable = {
  'TryDequeue(out T result) bool': attempt(dequeue),
  'TryPeek(out T result) bool': attempt(peekQueue),
};

const stackTries: MemberTable = {
  'TryPop(out T result) bool': attempt(pop),
  'TryPeek(out T result) bool': attempt(peekStack),
};

const generic = 'IEnumerable<T>, IEnumerable, ICollection, IReadOnlyCollection<T>';
const plain = 'ICollection, IEnumerable, ICloneable';

/** Queues and stacks, generic, plain and concurrent. */
export const queueTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Collections.Generic.Queue<T>',
    jsClass: NetQueue,
    interfaces: generic,
    members: {
      'new()': () => new NetQueue(),
      'new(int capacity)': () => new NetQueue(),
      'new(IEnumerable<T> collection)': (items) => new NetQueue([...itemsOf(items, 'collection')]),
      ...queueMembers('T'),
      ...tries,
      'TrimExcess() void': () => undefined,
    },
  }),
  defineType({
    name: 'System.Collections.Queue',
    jsClass: ObjectQueue,
    interfaces: plain,
    members: {
      'new()': () => new ObjectQueue(),
      'new(int capacity)': () => new ObjectQueue(),
      'new(ICollection col)': (items) => new ObjectQueue([...itemsOf(items, 'col')]),
      ...queueMembers('object'),
      'Clone() object': (q: NetQueue) => new ObjectQueue(q.toArray()),
      'static Synchronized(Queue queue) Queue': (q) => q,
    },
  }),
  defineType({
    name: 'System.Collections.Generic.Stack<T>',
    jsClass: NetStack,
    interfaces: generic,
    members: {
      'new()': () => new NetStack(),
      'new(int capacity)': () => new NetStack(),
      'new(IEnumerable<T> collection)': (items) => new NetStack([...itemsOf(items, 'collection')]),
      ...stackMembers('T'),
      ...stackTries,
      'TrimExcess() void': () => undefined,
    },
  }),
  defineType({
    name: 'System.Collections.Stack',
    jsClass: ObjectStack,
    interfaces: plain,
    members: {
      'new()': () => new ObjectStack(),
      'new(int initialCapacity)': () => new ObjectStack(),
      'new(ICollection col)': (items) => new ObjectStack([...itemsOf(items, 'col')]),
      ...stackMembers('object'),
      'Clone() object': (s: NetStack) => new ObjectStack([...s.items]),
      'static Synchronized(Stack stack) Stack': (s) => s,
    },
  }),
  defineType({
    name: 'System.Collections.Concurrent.ConcurrentQueue<T>',
    jsClass: ConcurrentQueue,
    interfaces: generic,
    members: {
      'new()': () => new ConcurrentQueue(),
      'new(IEnumerable<T> collection)': (items) => new ConcurrentQueue([...itemsOf(items, 'collection')]),
      ...shared('T'),
      'prop IsEmpty bool get': (q: NetQueue) => q.size === 0,
      'Enqueue(T item) void': (q: NetQueue, item) => q.enqueue(item),
      ...tries,
    },
  }),
  ...['Stack', 'Bag'].map((name) =>
    defineType({
      name: `System.Collections.Concurrent.Concurrent${name}<T>`,
      ...(name === 'Stack' ? { jsClass: ConcurrentStack } : {}),
      interfaces: generic,
      members: {
        'new()': () => new ConcurrentStack(),
        'new(IEnumerable<T> collection)': (items) => new ConcurrentStack([...itemsOf(items, 'collection')]),
        ...shared('T'),
        'prop IsEmpty bool get': (s: NetStack) => s.items.length === 0,
        [name === 'Stack' ? 'Push(T item) void' : 'Add(T item) void']: (s: NetStack, item: PSValue) => {
          s.items.push(item);
        },
        [name === 'Stack' ? 'TryPop(out T result) bool' : 'TryTake(out T result) bool']: attempt(pop),
        'TryPeek(out T result) bool': attempt(peekStack),
      },
    }),
  ),
];
