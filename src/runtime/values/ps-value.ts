/**
 * Contract. Any value a script can hold. `null` is `$null`; `undefined` is AutomationNull ("no output") and
 * exists only inside the engine: it becomes `null` when it is stored or passed on. See ARCHITECTURE.md, "Values".
 */
export type PSValue = null | undefined | boolean | number | string | bigint | object;

/** A value now, or a promise of it; nothing in the engine returns a promise unless something is pending. */
export type Eventually<T> = T | Promise<T>;

/** Whether `value` is a promise of the engine's own (host promises are converted at the boundary). */
export function isPending<T>(value: T | Promise<T>): value is Promise<T> {
  return value instanceof Promise;
}

/** Does some work, and `restore` once it has ended, however it ends. */
export function restoring<T>(work: () => Eventually<T>, restore: () => void): Eventually<T> {
  let result: Eventually<T>;
  try {
    result = work();
  } catch (thrown) {
    restore();
    throw thrown;
  }
  if (result instanceof Promise) return result.finally(restore);
  restore();
  return result;
}

/** Continues with `next` at once when `value` is there, else when it arrives. */
export function andThen<A, B>(value: Eventually<A>, next: (value: A) => Eventually<B>): Eventually<B> {
  return value instanceof Promise ? value.then(next) : next(value);
}
