import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Frame } from './frame.ts';

/** Evaluates expressions from left to right; AutomationNull becomes `$null`, or stays what it is in array literals. */
export function evaluateAll(frame: Frame, list: readonly Evaluate[], keepsEmpty = false): Eventually<PSValue[]> {
  const empty = keepsEmpty ? undefined : null;
  const values: PSValue[] = [];
  for (let i = 0; i < list.length; i++) {
    const value = list[i]?.(frame);
    if (value instanceof Promise) return evaluateRest(frame, list, values, value, empty);
    values.push(value === undefined ? empty : value);
  }
  return values;
}

async function evaluateRest(
  frame: Frame,
  list: readonly Evaluate[],
  values: PSValue[],
  first: Promise<PSValue>,
  empty: null | undefined,
): Promise<PSValue[]> {
  const head = await first;
  values.push(head === undefined ? empty : head);
  while (values.length < list.length) {
    const value = await list[values.length]?.(frame);
    values.push(value === undefined ? empty : value);
  }
  return values;
}
