import { NetException } from '../errors/net-exception.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/**
 * Contract. Base of emulated collections that PowerShell enumerates (pipelines, foreach, member enumeration). What it
 * takes as one object although .NET can enumerate it (dictionaries, XML nodes) derives from NetObject instead.
 */
export abstract class NetEnumerable extends NetObject {
  abstract [Symbol.iterator](): Iterator<PSValue>;
}

/** An IEnumerator: enumerating it takes what is left. */
export class NetEnumerator extends NetEnumerable {
  readonly #restart: () => Iterator<PSValue>;
  #iterator: Iterator<PSValue>;
  /** The element the last MoveNext went to; undefined before the first and after the last. */
  current: PSValue = undefined;

  constructor(restart: () => Iterator<PSValue>) {
    super();
    this.#restart = restart;
    this.#iterator = restart();
  }

  moveNext(): boolean {
    const step = this.#iterator.next();
    this.current = step.done ? undefined : (step.value ?? null);
    return !step.done;
  }

  reset(): void {
    this.#iterator = this.#restart();
    this.current = undefined;
  }

  *[Symbol.iterator](): Iterator<PSValue> {
    while (this.moveNext()) yield this.current;
  }
}

/** What .NET throws when a collection was changed while it was enumerated. */
export function collectionChanged(): NetException {
  return new NetException(
    'System.InvalidOperationException',
    'The collection was changed while it was being enumerated; enumerate a copy instead.',
  );
}
