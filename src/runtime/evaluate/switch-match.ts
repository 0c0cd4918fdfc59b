import type { SwitchFlag, TokenKind } from '../../parser/index.ts';
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

/** A pattern clause; a [regex] object brings its own options. */
function throughOperator(operator: TokenKind, keepsObjects: boolean): Matcher {
  return (frame, item, clause) => {
    const operation = binaryOperators[operator];
    if (operation === undefined) return false;
    const pattern = keepsObjects && typeof clause === 'object' ? clause : textOf(frame, clause);
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
