import { NetEnumerator } from '../values/net-enumerable.ts';
import type { PSValue } from '../values/ps-value.ts';

/** `$input`: an enumerator over what came through the pipeline. */
export function inputEnumerator(items: Iterable<PSValue>): NetEnumerator {
  return new NetEnumerator(() => items[Symbol.iterator]());
}
