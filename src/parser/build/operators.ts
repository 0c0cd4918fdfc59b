import type { ExpressionAst } from '../ast/expressions.ts';
import { Extent } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags } from '../tokens/token-kinds.ts';

/**
 * Folds a flat list of operands and the operators between them: commas make arrays first, then each operator takes its
 * neighbours by precedence, all from left to right. There is one operand more than there are operators.
 */
export function foldOperators(
  operands: readonly ExpressionAst[],
  operators: readonly Token[],
): ExpressionAst | undefined {
  if (operators.length === 0) return operands[0];
  const values: ExpressionAst[] = [];
  const pending: Token[] = [];
  let at = 0;
  const next = (): ExpressionAst | undefined => {
    const start = at;
    while (operators[at]?.kind === 'Comma') at++;
    at++;
    return start === at - 1 ? operands[start] : arrayOf(operands.slice(start, at));
  };
  const reduce = (): void => {
    const right = values.pop();
    const left = values.pop();
    const operator = pending.pop();
    if (left !== undefined && right !== undefined && operator !== undefined) values.push(binary(left, operator, right));
  };
  for (let value = next(); value !== undefined; value = next()) {
    values.push(value);
    const operator = operators[at - 1];
    if (operator === undefined) break;
    const precedence = operator.flags & TokenFlags.BinaryPrecedenceMask;
    while (pending.length > 0 && precedence <= precedenceOf(pending.at(-1))) reduce();
    pending.push(operator);
  }
  while (pending.length > 0) reduce();
  return values[0];
}

function precedenceOf(token: Token | undefined): number {
  return (token?.flags ?? 0) & TokenFlags.BinaryPrecedenceMask;
}

function spanOf(first: ExpressionAst, last: ExpressionAst): Extent {
  return new Extent(first.extent.source, first.extent.startOffset, last.extent.endOffset);
}

function arrayOf(elements: readonly ExpressionAst[]): ExpressionAst | undefined {
  const first = elements[0];
  const last = elements.at(-1);
  if (first === undefined || last === undefined) return undefined;
  return { kind: 'ArrayLiteralAst', extent: spanOf(first, last), elements };
}

function binary(left: ExpressionAst, operator: Token, right: ExpressionAst): ExpressionAst {
  return {
    kind: 'BinaryExpressionAst',
    extent: spanOf(left, right),
    left,
    operator: operator.kind,
    right,
    errorPosition: operator.extent,
  };
}
