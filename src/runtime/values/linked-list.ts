import { NetEnumerable } from './net-enumerable.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** LinkedListNode<T>. */
export class LinkedListNode extends NetObject {
  value: PSValue;
  list: LinkedList | undefined = undefined;
  next: LinkedListNode | undefined = undefined;
  previous: LinkedListNode | undefined = undefined;

  constructor(value: PSValue) {
    super();
    this.value = value;
  }
}

/** LinkedList<T>: doubly linked. */
export class LinkedList extends NetEnumerable {
  first: LinkedListNode | undefined = undefined;
  last: LinkedListNode | undefined = undefined;
  size = 0;

  /** Puts a node between two neighbours. */
  link(node: LinkedListNode, previous: LinkedListNode | undefined, next: LinkedListNode | undefined): void {
    node.list = this;
    node.previous = previous;
    node.next = next;
    if (previous) previous.next = node;
    else this.first = node;
    if (next) next.previous = node;
    else this.last = node;
    this.size++;
  }

  /** Takes a node out. */
  unlink(node: LinkedListNode): void {
    if (node.previous) node.previous.next = node.next;
    else this.first = node.next;
    if (node.next) node.next.previous = node.previous;
    else this.last = node.previous;
    node.list = undefined;
    node.next = undefined;
    node.previous = undefined;
    this.size--;
  }

  *[Symbol.iterator](): Iterator<PSValue> {
    for (let node = this.first; node; node = node.next) yield node.value;
  }
}
