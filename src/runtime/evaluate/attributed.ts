import type { AttributedExpressionAst } from '../../parser/index.ts';
import { fail } from '../errors/terminating-error.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';

/** `[Attribute()] $x` outside an assignment means nothing: PowerShell rejects it when it is reached. */
export function compileAttributed(ast: AttributedExpressionAst, c: Compile): Evaluate {
  if (ast.attribute.kind === 'TypeConstraintAst') {
    return c.expression({ kind: 'ConvertExpressionAst', extent: ast.extent, type: ast.attribute, child: ast.child });
  }
  return () => {
    throw fail({
      id: 'UnexpectedAttribute',
      category: 'ParserError',
      message: `The attribute [${ast.attribute.typeName.fullName}] can stand before an assigned variable only.`,
    });
  };
}
