import { NetException } from '../errors/net-exception.ts';
import { fail, type TerminatingError } from '../errors/terminating-error.ts';
import { EnumValue } from '../values/enum-value.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { elementsOf, textOf } from './text-operand.ts';
import type { TextOperatorServices } from './text-operator-services.ts';

/** System.Management.Automation.SplitOptions. */
export const SplitOptions = {
  SimpleMatch: 1,
  RegexMatch: 2,
  CultureInvariant: 4,
  IgnorePatternWhitespace: 8,
  Multiline: 16,
  Singleline: 32,
  IgnoreCase: 64,
  ExplicitCapture: 128,
} as const;

/** The options operand of -split: a number, names (or unique beginnings of them) between commas, or a list of both. */
export function splitOptionsOf(value: PSValue, services: TextOperatorServices): number {
  const base = baseOf(value);
  if (typeof base === 'number') return base;
  if (base instanceof EnumValue) return Number(base.value);
  const elements = elementsOf(base, services);
  if (elements !== undefined) {
    let sum = 0;
    for (const element of elements) sum |= splitOptionsOf(element, services);
    return sum;
  }
  let sum = 0;
  for (const name of textOf(base, services).split(',')) sum |= optionNamed(name.trim());
  return sum;
}

function optionNamed(name: string): number {
  if (/^\d+$/.test(name)) return Number(name);
  const wanted = name.toLowerCase();
  const found = Object.entries(SplitOptions).filter(([option]) => option.toLowerCase().startsWith(wanted));
  const exact =
    found.find(([option]) => option.toLowerCase() === wanted) ?? (found.length === 1 ? found[0] : undefined);
  if (exact === undefined || wanted === '') {
    throw badOperand(`'${name}' is no option of -split; there are ${Object.keys(SplitOptions).join(', ')}.`);
  }
  return exact[1];
}

/** The error of an operand of -split that cannot be converted. */
export function badOperand(message: string): TerminatingError {
  return fail({
    id: 'RuntimeException',
    category: 'NotSpecified',
    message,
    inner: new NetException('System.Management.Automation.PSInvalidCastException', message),
  });
}
