import type { EngineContext } from '../../engine.ts';
import { NetObject } from '../../values/net-object.ts';
import { isPending, type PSValue } from '../../values/ps-value.ts';
import { defineType, type RefSlot } from '../define-type.ts';
import { invalidOperation } from '../net-error.ts';
import { comparisonOf, itemsOf } from '../sequence.ts';

/** PriorityQueue<TElement,TPriority>: a heap with four children per node, as .NET's, so that ties leave alike. */
class PriorityQueue extends NetObject {
  readonly nodes: (readonly [PSValue, PSValue])[] = [];
  readonly comparer: PSValue;

  constructor(comparer: PSValue) {
    super();
    this.comparer = comparer;
  }
}

function less(engine: EngineContext, queue: PriorityQueue, a: PSValue, b: PSValue): boolean {
  const order = comparisonOf(engine, queue.comparer)(a, b);
  if (isPending(order)) throw invalidOperation('The comparer did not answer at once.');
  return order < 0;
}

function enqueue(engine: EngineContext, queue: PriorityQueue, element: PSValue, priority: PSValue): void {
  const { nodes } = queue;
  let at = nodes.length;
  nodes.push([element, priority]);
  while (at > 0) {
    const parent = (at - 1) >> 2;
    const above = nodes[parent];
    if (!above || !less(engine, queue, priority, above[1])) break;
    nodes[at] = above;
    at = parent;
  }
  nodes[at] = [element, priority];
}

function dequeue(engine: EngineContext, queue: PriorityQueue): readonly [PSValue, PSValue] {
  const { nodes } = queue;
  const [top] = nodes;
  const last = nodes.pop();
  if (!top || !last) throw invalidOperation('The queue is empty.');
  if (nodes.length === 0) return top;
  let at = 0;
  for (;;) {
    const child = smallestChild(engine, queue, at);
    const below = child === undefined ? undefined : nodes[child];
    if (child === undefined || !below || !less(engine, queue, below[1], last[1])) break;
    nodes[at] = below;
    at = child;
  }
  nodes[at] = last;
  return top;
}

function smallestChild(engine: EngineContext, queue: PriorityQueue, at: number): number | undefined {
  let best: number | undefined;
  for (let i = at * 4 + 1; i <= at * 4 + 4 && i < queue.nodes.length; i++) {
    const [candidate, present] = [queue.nodes[i], best === undefined ? undefined : queue.nodes[best]];
    if (!present || (candidate && less(engine, queue, candidate[1], present[1]))) best = i;
  }
  return best;
}

function top(queue: PriorityQueue): readonly [PSValue, PSValue] {
  const [first] = queue.nodes;
  if (!first) throw invalidOperation('The queue is empty.');
  return first;
}

/** System.Collections.Generic.PriorityQueue<TElement,TPriority> */
export const priorityQueueType = defineType({
  name: 'System.Collections.Generic.PriorityQueue<TElement, TPriority>',
  jsClass: PriorityQueue,
  members: {
    'new()': () => new PriorityQueue(null),
    'new(int initialCapacity)': () => new PriorityQueue(null),
    'new(IComparer<TPriority> comparer)': (comparer) => new PriorityQueue(comparer),
    'prop Count int get': (q: PriorityQueue) => q.nodes.length,
    'prop UnorderedItems object get': (q: PriorityQueue) => q.nodes.map(([element]) => element),
    'Clear() void': (q: PriorityQueue) => {
      q.nodes.length = 0;
    },
    'Dequeue() TElement'(q: PriorityQueue) {
      return dequeue(this, q)[0];
    },
    'Enqueue(TElement element, TPriority priority) void'(q: PriorityQueue, element, priority) {
      enqueue(this, q, element, priority);
    },
    'EnqueueDequeue(TElement element, TPriority priority) TElement'(q: PriorityQueue, element, priority) {
      enqueue(this, q, element, priority);
      return dequeue(this, q)[0];
    },
    'EnqueueRange(IEnumerable<TElement> elements, TPriority priority) void'(q: PriorityQueue, elements, priority) {
      for (const element of itemsOf(elements, 'elements')) enqueue(this, q, element, priority);
    },
    'Peek() TElement': (q: PriorityQueue) => top(q)[0],
    'TryDequeue(out TElement element, out TPriority priority) bool'(
      q: PriorityQueue,
      element: RefSlot,
      priority: RefSlot,
    ) {
      if (q.nodes.length === 0) return false;
      [element.value, priority.value] = dequeue(this, q);
      return true;
    },
    'TryPeek(out TElement element, out TPriority priority) bool': (
      q: PriorityQueue,
      element: RefSlot,
      priority: RefSlot,
    ) => {
      if (q.nodes.length === 0) return false;
      [element.value, priority.value] = top(q);
      return true;
    },
  },
});
