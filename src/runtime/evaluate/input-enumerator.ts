import { defineType } from '../types/define-type.ts';
import { typeTable } from '../types/type-table.ts';
import { NetEnumerator } from '../values/net-enumerable.ts';
import type { PSValue } from '../values/ps-value.ts';

const name = 'System.Collections.ArrayList+ArrayListEnumeratorSimple';

/** The type of `$input`. */
export const inputEnumeratorType = defineType({ name, base: 'System.Collections.Enumerator' });

/** `$input`: an enumerator over what came through the pipeline. */
export function inputEnumerator(items: Iterable<PSValue>): NetEnumerator {
  const enumerator = new NetEnumerator(() => items[Symbol.iterator]());
  enumerator.netType = typeTable().find(name);
  return enumerator;
}
