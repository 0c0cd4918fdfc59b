import { ConversionFailure } from '../../conversion/conversion-failure.ts';
import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import type { EvaluateEngine } from '../../evaluate/session.ts';
import { equalScalars, orderScalars } from '../../operators/compare-scalars.ts';
import { OperatorFailure } from '../../operators/operator-failure.ts';
import type { OperatorServices } from '../../operators/operator-services.ts';
import { compareText } from '../../text/text-comparison.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** Compares two values: below 0 when the first comes before the second. */
export type ValueOrder = (a: PSValue, b: PSValue) => number;

/** The operators of an engine. */
export function operatorsOf(engine: EngineContext): OperatorServices {
  // Commands run in engines made by the runspace only, which are EvaluateEngines.
  return (engine as EvaluateEngine).session.operators;
}

/**
 * How Sort-, Group-, Compare-Object and Get-Unique compare: the right value is converted to the type of the left one;
 * what has no order is compared by its text. Never fails.
 */
export function valueOrder(engine: EngineContext, caseSensitive: boolean): ValueOrder {
  const ignoreCase = !caseSensitive;
  const services = operatorsOf(engine);
  const text = (value: PSValue): string => plainText(engine, value);
  return (left, right) => {
    if (typeof left === 'number' && typeof right === 'number') return left - right || compareNaN(left, right);
    if (typeof left === 'string' && typeof right === 'string') return compareText(left, right, ignoreCase);
    const a = baseOf(left) ?? null;
    const b = baseOf(right) ?? null;
    if (a === b) return 0;
    return ordered(a, b, ignoreCase, services) ?? compareText(text(a), text(b), ignoreCase);
  };
}

function compareNaN(a: number, b: number): number {
  if (a === b) return 0;
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1;
}

/** The order of two values by the operators; undefined where they have none. */
function ordered(a: PSValue, b: PSValue, ignoreCase: boolean, services: OperatorServices): number | undefined {
  if (a instanceof PSObject || b instanceof PSObject) return undefined;
  try {
    if (orderScalars('lt', a, b, ignoreCase, services)) return -1;
    if (equalScalars(a, b, ignoreCase, services)) return 0;
    return orderScalars('gt', a, b, ignoreCase, services) ? 1 : 0;
  } catch (thrown) {
    const expected =
      thrown instanceof OperatorFailure ||
      thrown instanceof ConversionFailure ||
      thrown instanceof NetException ||
      thrown instanceof TerminatingError;
    if (expected) return undefined;
    throw thrown;
  }
}

/** `ToString()` of the bare value; a custom object has none. */
function plainText(engine: EngineContext, value: PSValue): string {
  if (value === null || value === undefined || value instanceof PSObject) return '';
  return typeSystemOf(engine).netText(value);
}
