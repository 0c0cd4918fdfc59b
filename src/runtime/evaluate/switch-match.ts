import type { SwitchFlag, TokenKind } from '../../parser/index.ts';
import { Regex } from '../regex/regex.ts';
import { RegexOptions } from '../regex/regex-options.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { isTrue } from './conditionals.ts';
import type { Frame } from './frame.ts';
import { binaryOperators } from './operator-table.ts';
import { textOf } from './strings.ts';

/** Whether an item satisfies a clause. */
export type Matcher = (frame: Frame, item: PSValue, clause: PSValue) => Eventually<boolean>;

/** How a switch with these flags compares; the last of Regex, Wildcard and Exact counts. */
export function matcherFor(flags: readonly SwitchFlag[]): Matcher {
  const caseSensitive = flags.includes('CaseSensitive');
  const kind = flags.findLast((f) => f === 'Regex' || f === 'Wildcard' || f === 'Exact');
  if (kind === 'Regex') return throughOperator(caseSensitive ? 'Cmatch' : 'Imatch', true);
  if (kind === 'Wildcard') return throughOperator(caseSensitive ? 'Clike' : 'Ilike', false);
  return caseSensitive ? sameText : sameTextIgnoringCase;
}

/** A [regex] object is used as it is where its case sensitivity is the switch's; else only its pattern counts. */
function patternOf(frame: Frame, clause: PSValue, ignoreCase: boolean): PSValue {
  const base = baseOf(clause);
  if (!(base instanceof Regex)) return textOf(frame, clause);
  return ((base.options & RegexOptions.IgnoreCase) !== 0) === ignoreCase ? base : base.pattern;
}

/** A pattern clause; a [regex] object brings its own options. */
function throughOperator(operator: TokenKind, keepsObjects: boolean): Matcher {
  return (frame, item, clause) => {
    const operation = binaryOperators[operator];
    if (operation === undefined) return false;
    const pattern = keepsObjects ? patternOf(frame, clause, operator === 'Imatch') : textOf(frame, clause);
    const result = operation(frame, textOf(frame, item), pattern);
    return result instanceof Promise ? result.then((r) => isTrue(frame, r)) : isTrue(frame, result);
  };
}

/** Item and clause are compared as text; only `$null` matches a clause of `$null`. */
const sameText: Matcher = (frame, item, clause) => {
  if (clause === null || clause === undefined) return item === null || item === undefined;
  return textOf(frame, item) === textOf(frame, clause);
};

const sameTextIgnoringCase: Matcher = (frame, item, clause) => {
  if (typeof item === 'number' && typeof clause === 'number') return item === clause;
  if (clause === null || clause === undefined) return item === null || item === undefined;
  const [a, b] = [textOf(frame, item), textOf(frame, clause)];
  return a === b || (a.length === b.length && a.toLowerCase() === b.toLowerCase());
};
