import { fail } from '../errors/terminating-error.ts';
import { WildcardFailure, WildcardPattern, wildcardOf } from '../text/wildcard.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { elementsOf, textOf } from './text-operand.ts';
import type { TextOperatorServices } from './text-operator-services.ts';

/**
 * `left -like right` (about_Comparison_Operators): whether the text fits the wildcard pattern; for a collection the
 * texts (not the elements themselves) that fit. `negated` is -notlike.
 */
export function like(
  left: PSValue,
  right: PSValue,
  ignoreCase: boolean,
  negated: boolean,
  services: TextOperatorServices,
): PSValue {
  const pattern = patternOf(right, ignoreCase, services);
  const elements = elementsOf(left, services);
  if (elements === undefined) return pattern.isMatch(textOf(left, services)) !== negated;
  const result: PSValue[] = [];
  for (const element of elements) {
    const text = textOf(element, services);
    if (pattern.isMatch(text) !== negated) result.push(text);
  }
  return result;
}

function patternOf(value: PSValue, ignoreCase: boolean, services: TextOperatorServices): WildcardPattern {
  const base = typeof value === 'string' ? value : baseOf(value);
  if (base instanceof WildcardPattern) return base;
  const text = textOf(value, services);
  try {
    return wildcardOf(text, ignoreCase);
  } catch (error) {
    if (!(error instanceof WildcardFailure)) throw error;
    throw fail({
      id: 'RuntimeException',
      category: 'NotSpecified',
      exceptionType: 'System.Management.Automation.WildcardPatternException',
      message: `'${text}' is no wildcard pattern: a set in it is not closed, or a range in a set runs backwards.`,
    });
  }
}
