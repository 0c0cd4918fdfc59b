import { NetEnumerator } from '../values/net-enumerable.ts';
import { type Eventually, type PSValue, restoring } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';

/** Iterates through an enumerator object, so that `$foreach.MoveNext()` in the body takes part. */
function through(enumerator: NetEnumerator): Iterator<PSValue> {
  return {
    next: () => (enumerator.moveNext() ? { done: false, value: enumerator.current } : { done: true, value: undefined }),
  };
}

/**
 * Runs a loop with its enumerator in `$foreach` or `$switch`, which is put back to what it was at the end. Only for
 * bodies that mention the variable.
 */
export function withEnumerator<T>(
  frame: Frame,
  name: 'foreach' | 'switch',
  items: Iterable<PSValue>,
  run: (items: Iterator<PSValue>) => Eventually<T>,
): Eventually<T> {
  const { scope } = frame;
  const enumerator = new NetEnumerator(() => items[Symbol.iterator]());
  const before = scope.getLocal(name);
  scope.setValue(name, name, enumerator);
  const restore = (): void => {
    if (before === undefined) scope.removeLocal(name);
    else scope.setValue(name, name, before);
  };
  return restoring(() => run(through(enumerator)), restore);
}
