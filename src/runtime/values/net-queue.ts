import { collectionChanged, NetEnumerable } from './net-enumerable.ts';
import type { PSValue } from './ps-value.ts';

/** Queue<T> and System.Collections.Queue: first in, first out, in amortised constant time. */
export class NetQueue extends NetEnumerable {
  #items: PSValue[];
  #head = 0;
  version = 0;

  constructor(items: PSValue[] = []) {
    super();
    this.#items = items;
  }

  get size(): number {
    return this.#items.length - this.#head;
  }

  enqueue(item: PSValue): void {
    this.version++;
    this.#items.push(item);
  }

  /** The first item, taken out; the queue must not be empty. */
  dequeue(): PSValue {
    this.version++;
    const item = this.#items[this.#head];
    this.#items[this.#head++] = undefined;
    if (this.#head > 64 && this.#head * 2 > this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }

  peek(): PSValue {
    return this.#items[this.#head];
  }

  clear(): void {
    this.version++;
    this.#items = [];
    this.#head = 0;
  }

  toArray(): PSValue[] {
    return this.#items.slice(this.#head);
  }

  *[Symbol.iterator](): Iterator<PSValue> {
    const { version } = this;
    for (const item of this.toArray()) {
      yield item;
      if (this.version !== version) throw collectionChanged();
    }
  }
}

/** System.Collections.Queue. */
export class ObjectQueue extends NetQueue {}

/** ConcurrentQueue<T>. */
export class ConcurrentQueue extends NetQueue {}

/** Stack<T> and System.Collections.Stack: last in, first out; enumerated from the top. */
export class NetStack extends NetEnumerable {
  readonly items: PSValue[];
  version = 0;

  constructor(items: PSValue[] = []) {
    super();
    this.items = items;
  }

  toArray(): PSValue[] {
    return [...this.items].reverse();
  }

  *[Symbol.iterator](): Iterator<PSValue> {
    const { version } = this;
    for (const item of this.toArray()) {
      yield item;
      if (this.version !== version) throw collectionChanged();
    }
  }
}

/** System.Collections.Stack. */
export class ObjectStack extends NetStack {}

/** ConcurrentStack<T> and ConcurrentBag<T>. */
export class ConcurrentStack extends NetStack {}
