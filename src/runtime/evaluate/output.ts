import { enumerableOf } from '../members/enumerate.ts';
import type { Sink } from '../pipeline/sink.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { ClassInstance } from '../values/net-object.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';

/** Collects a statement's output as a value without an array for the usual single object. */
export class ValueSink implements Sink {
  #first: PSValue = undefined;
  #all: PSValue[] | undefined = undefined;
  #count = 0;

  write(value: PSValue): void {
    if (this.#count === 0) this.#first = value;
    else if (this.#all === undefined) this.#all = [this.#first, value];
    else this.#all.push(value);
    this.#count++;
  }

  /** Nothing, the one object, or an array (about_Pipelines). */
  value(): PSValue {
    return this.#all ?? this.#first;
  }

  /** Always an array, as `@( )` makes it. */
  array(): PSValue[] {
    if (this.#all) return this.#all;
    return this.#count === 0 ? [] : [this.#first];
  }
}

/** Writes an expression's value to a stream: collections one level unrolled, no output for AutomationNull. */
export function emit(frame: Frame, out: Sink, value: PSValue): Eventually<void> {
  if (typeof value !== 'object' || value === null) return value === undefined ? undefined : out.write(value);
  if (Array.isArray(value)) return emitItems(out, value, 0);
  const items = elementsOfAny(frame, value);
  if (items === undefined) return out.write(value);
  if (items instanceof Promise) return items.then((found) => emitIterator(out, found[Symbol.iterator]()));
  return emitIterator(out, items[Symbol.iterator]());
}

function emitItems(out: Sink, items: readonly PSValue[], start: number): Eventually<void> {
  for (let i = start; i < items.length; i++) {
    const item = items[i];
    // AutomationNull as an element counts, but it is no output.
    if (item === undefined) continue;
    const pending = out.write(item);
    if (pending instanceof Promise) return pending.then(() => emitItems(out, items, i + 1));
  }
  return undefined;
}

function emitIterator(out: Sink, items: Iterator<PSValue>): Eventually<void> {
  for (let step = items.next(); !step.done; step = items.next()) {
    const pending = out.write(step.value ?? null);
    if (pending instanceof Promise) return pending.then(() => emitIterator(out, items));
  }
  return undefined;
}

/**
 * The elements of what a pipeline or `foreach` takes apart; undefined for what counts as one object. Pending only for
 * script classes that implement IEnumerable in script.
 */
export function elementsOfAny(frame: Frame, value: PSValue): Eventually<Iterable<PSValue>> | undefined {
  const found = enumerableOf(value);
  if (found !== undefined) return found;
  const base = baseOf(value);
  return base instanceof ClassInstance && isEnumerableClass(base) ? scriptElements(frame, base) : undefined;
}

function isEnumerableClass(instance: ClassInstance): boolean {
  return instance.netType.interfaces.some((i) => i.name === 'IEnumerable' && i.namespace === 'System.Collections');
}

function scriptElements(frame: Frame, instance: ClassInstance): Eventually<Iterable<PSValue>> {
  const enumerator = typeSystemOf(frame.engine).invoke(instance, 'GetEnumerator', []);
  return enumerator instanceof Promise ? enumerator.then((e) => drain(frame, e)) : drain(frame, enumerator);
}

/** Everything an enumerator has; one that is itself a script class is asked through MoveNext and Current. */
function drain(frame: Frame, enumerator: PSValue): Eventually<Iterable<PSValue>> {
  const known = enumerableOf(enumerator);
  return known ?? drainScript(frame, enumerator);
}

async function drainScript(frame: Frame, enumerator: PSValue): Promise<Iterable<PSValue>> {
  const types = typeSystemOf(frame.engine);
  const items: PSValue[] = [];
  while (types.toBoolean(await types.invoke(enumerator, 'MoveNext', [])))
    items.push(await types.invoke(enumerator, 'get_Current', []));
  return items;
}
