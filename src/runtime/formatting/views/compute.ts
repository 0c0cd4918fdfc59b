import { asDouble } from '../../values/double.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { FormatContext } from '../format-context.ts';
import type { Compute } from '../view.ts';

/** Reads a chain of properties; null as soon as one is missing. */
export function path(...names: readonly string[]): Compute {
  return (object, context) => readPath(object, names, context);
}

function readPath(object: PSValue, names: readonly string[], context: FormatContext): Eventually<PSValue> {
  const [name, ...rest] = names;
  if (name === undefined || object === null || object === undefined) return object;
  return andThen(context.objects.get(object, name), (value) => readPath(value, rest, context));
}

/** A value as a JS number; 0 for what is none. */
export function numberOf(value: PSValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'object' && value !== null && 'value' in value) return Number(value.value);
  return asDouble(value) ?? 0;
}

/** A numeric property in another unit, with a .NET format. */
export function scaled(name: string, divisor: number, format: string): Compute {
  return (object, context) =>
    andThen(context.objects.get(object, name), (value) => context.objects.format(numberOf(value) / divisor, format));
}

/** One of two values, by whether a property is true. */
export function ifProperty(name: string, yes: Compute, no: Compute): Compute {
  return (object, context) =>
    andThen(context.objects.get(object, name), (value) => (context.objects.isTrue(value) ? yes : no)(object, context));
}

/** Always the same text. */
export function constant(text: string): Compute {
  return () => text;
}
