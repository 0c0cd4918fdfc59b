import { NetException } from '../errors/net-exception.ts';
import { fail } from '../errors/terminating-error.ts';
import { compositeParts, formatComposite } from '../text/composite-format.ts';
import { FormatFailure } from '../text/format-failure.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { textOf } from './text-operand.ts';
import type { TextOperatorServices } from './text-operator-services.ts';

/**
 * `left -f right` (about_Operators): the items of the format string filled in the current culture. Only an object
 * array gives several arguments; any other collection is one. FormatError for a bad format or a missing argument.
 */
export function format(left: PSValue, right: PSValue, services: TextOperatorServices): PSValue {
  const text = textOf(left, services);
  const base = baseOf(right);
  const args: readonly PSValue[] = Array.isArray(base) ? base : [right];
  try {
    let columns = 0;
    for (const part of compositeParts(text)) if (typeof part !== 'string') columns += Math.abs(part.alignment);
    services.limits.checkString(text.length + columns);
    return formatComposite(text, args, (value, itemFormat) =>
      typeof value === 'string' ? value : services.formatText(value ?? null, itemFormat),
    );
  } catch (error) {
    if (!(error instanceof FormatFailure) && !isFormatException(error)) throw error;
    throw fail({
      id: 'FormatError',
      category: 'InvalidOperation',
      message: `The text could not be formatted. ${error.message}`,
      target: text,
    });
  }
}

function isFormatException(error: unknown): error is NetException {
  return error instanceof NetException && error.typeName === 'System.FormatException';
}
