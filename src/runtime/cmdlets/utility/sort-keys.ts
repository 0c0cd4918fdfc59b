import { type Flow, settle } from '../../commands/flow.ts';
import type { EngineContext } from '../../engine.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import type { FormatContext } from '../../formatting/format-context.ts';
import { evaluateSource, isPattern } from '../../formatting/property-expression.ts';
import type { ValueSource } from '../../formatting/view.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import type { PropertyTable } from '../property-parameter.ts';
import type { ValueOrder } from './value-order.ts';

/** A value that an object is compared by; absent where the object has no such property. */
export interface KeyValue {
  readonly exists: boolean;
  readonly value: PSValue;
}

/** An object with the values it is compared by. */
export interface KeyedObject {
  readonly object: PSValue;
  readonly keys: readonly KeyValue[];
  /** Position in the input. */
  readonly index: number;
}

/** The expression of a property table. */
export function sourceOf(table: PropertyTable): ValueSource {
  const expression = table.get('expression');
  return expression instanceof ScriptBlock ? expression : String(expression ?? '');
}

/** Patterns among the sources give way to the names that any object has. */
export function expandSources(
  sources: readonly ValueSource[],
  objects: readonly PSValue[],
  context: FormatContext,
): ValueSource[] {
  return sources.flatMap((source) => {
    if (typeof source !== 'string' || !isPattern(source)) return [source];
    const names = new Map<string, string>();
    for (const object of objects) {
      for (const name of context.objects.resolve(object, source))
        if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
    return [...names.values()];
  });
}

/** The objects with their keys: what the sources give, or without sources the object itself. */
export function* keyed(
  objects: readonly PSValue[],
  sources: readonly ValueSource[],
  engine: EngineContext,
): Flow<KeyedObject[]> {
  const context = formatContextOf(engine);
  const items: KeyedObject[] = [];
  for (const object of objects) {
    const keys: KeyValue[] = [];
    if (sources.length === 0) keys.push({ exists: true, value: baseOf(object) ?? null });
    for (const source of sources) {
      const result = evaluateSource(source, object, context);
      const key = result instanceof Promise ? yield* settle(result) : result;
      if (key.failure !== undefined) engine.rememberError(engine.toErrorRecord(key.failure));
      keys.push({ exists: key.found, value: key.value ?? null });
    }
    items.push({ object, keys, index: items.length });
  }
  return items;
}

/** Compares by keys in turn; an object without a property comes after those that have it, whatever the direction. */
export function keyOrder(
  order: ValueOrder,
  descending: readonly boolean[],
): (a: KeyedObject, b: KeyedObject) => number {
  return (a, b) => {
    for (let i = 0; i < a.keys.length; i++) {
      const [left, right] = [a.keys[i], b.keys[i]];
      if (!left?.exists || !right?.exists) {
        if (left?.exists) return -1;
        if (right?.exists) return 1;
        continue;
      }
      const result = order(left.value, right.value);
      if (result !== 0) return descending[i] ? -result : result;
    }
    return 0;
  };
}

/**
 * Sorts in place, equal ones in input order. Two and three elements are compared first with second, as .NET does:
 * it shows where values of different types are ordered by the left one.
 */
export function sortKeyed(items: KeyedObject[], compare: (a: KeyedObject, b: KeyedObject) => number): void {
  const stable = (a: KeyedObject, b: KeyedObject): number => compare(a, b) || a.index - b.index;
  if (items.length > 3) {
    items.sort(stable);
    return;
  }
  const order = (i: number, j: number): void => {
    const [a, b] = [items[i], items[j]];
    if (a && b && stable(a, b) > 0) [items[i], items[j]] = [b, a];
  };
  order(0, 1);
  order(0, 2);
  order(1, 2);
}
