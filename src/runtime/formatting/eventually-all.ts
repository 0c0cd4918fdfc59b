import type { Eventually } from '../values/ps-value.ts';

/** All values of a list, as a promise only when one of them is pending. */
export function eventuallyAll<T>(values: Eventually<T>[]): Eventually<T[]> {
  for (const value of values) if (value instanceof Promise) return Promise.all(values);
  // None is a promise, as the loop has seen.
  return values as T[];
}

/** Runs `step` for each item in turn, waiting for one before the next begins. */
export function eachInTurn<T>(items: Iterable<T>, step: (item: T) => Eventually<unknown>): Eventually<void> {
  const iterator = items[Symbol.iterator]();
  return advance(iterator, step);
}

function advance<T>(iterator: Iterator<T>, step: (item: T) => Eventually<unknown>): Eventually<void> {
  for (let next = iterator.next(); !next.done; next = iterator.next()) {
    const pending = step(next.value);
    if (pending instanceof Promise) return pending.then(() => advance(iterator, step));
  }
}
