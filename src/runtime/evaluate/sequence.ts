import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Frame } from './frame.ts';

/** Evaluates expressions from left to right; AutomationNull becomes `$null`. */
export function evaluateAll(frame: Frame, list: readonly Evaluate[]): Eventually<PSValue[]> {
  const values: PSValue[] = [];
  for (let i = 0; i < list.length; i++) {
    const value = list[i]?.(frame);
    if (value instanceof Promise) return evaluateRest(frame, list, values, value);
    values.push(value ?? null);
  }
  return values;
}

async function evaluateRest(
  frame: Frame,
  list: readonly Evaluate[],
  values: PSValue[],
  first: Promise<PSValue>,
): Promise<PSValue[]> {
  values.push((await first) ?? null);
  while (values.length < list.length) values.push((await list[values.length]?.(frame)) ?? null);
  return values;
}
