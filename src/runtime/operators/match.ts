import { Regex, RegexOptions } from '../regex/regex.ts';
import type { RegexMatch } from '../regex/regex-match.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { elementsOf, textOf } from './text-operand.ts';
import type { MatchEntry, TextOperatorServices } from './text-operator-services.ts';

/**
 * `left -match right` (about_Comparison_Operators): for a single value, whether the pattern is found in its text, and
 * `$Matches` is set when it is; for a collection, the elements in which it is found, and `$Matches` stays. A [regex]
 * on the right keeps its own options. `negated` is -notmatch.
 */
export function match(
  left: PSValue,
  right: PSValue,
  ignoreCase: boolean,
  negated: boolean,
  services: TextOperatorServices,
): PSValue {
  const regex = regexOf(right, ignoreCase, services);
  const elements = elementsOf(left, services);
  if (elements === undefined) {
    const found = regex.match(textOf(left, services), undefined, services.regexRun);
    if (found.success) services.setMatches(matchEntries(found));
    return found.success !== negated;
  }
  const result: PSValue[] = [];
  for (const element of elements) {
    const found = regex.isMatch(textOf(element, services), undefined, services.regexRun);
    if (found !== negated) result.push(element ?? null);
  }
  return result;
}

/** What `$Matches` holds for a match: the groups that took part, unnamed ones under their number. */
export function matchEntries(found: RegexMatch): readonly MatchEntry[] {
  const entries: MatchEntry[] = [];
  const { groupKeys } = found.regex;
  for (let slot = 0; slot < groupKeys.length; slot++) {
    const key = groupKeys[slot];
    const text = found.groupText(slot);
    if (key !== undefined && text !== undefined) entries.push([key, text]);
  }
  return entries;
}

/** The right operand as a pattern; throws RegexParseFailure. */
export function regexOf(pattern: PSValue, ignoreCase: boolean, services: TextOperatorServices): Regex {
  if (typeof pattern !== 'string') {
    const base = baseOf(pattern);
    if (base instanceof Regex) return base;
  }
  return Regex.get(textOf(pattern, services), ignoreCase ? RegexOptions.IgnoreCase : RegexOptions.None);
}
