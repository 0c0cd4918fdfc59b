import type { ErrorExpressionAst, StringConstantExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type { Extent } from '../source.ts';

/** Makes a bare word. */
export function bareWord(extent: Extent, value: string): StringConstantExpressionAst {
  return { kind: 'StringConstantExpressionAst', extent, value, stringConstantType: 'BareWord' };
}

/** Makes what stands for an expression that could not be parsed. */
export function errorExpression(extent: Extent, nestedAst: readonly Ast[]): ErrorExpressionAst {
  return { kind: 'ErrorExpressionAst', extent, nestedAst };
}
