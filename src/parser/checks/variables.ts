import type { ExpressionAst } from '../ast/expressions.ts';
import { check, outer } from './check.ts';
import { attributeRules, isConstant } from './constants.ts';

/** `@name` is an argument of its own. */
export const splatting = check('VariableExpressionAst', (node, context) => {
  if (!node.splatted) return;
  const parent = outer(context);
  if (parent?.kind === 'CommandAst' || parent?.kind === 'UsingExpressionAst') return;
  const inList = parent?.kind === 'ArrayLiteralAst' && outer(context, 2)?.kind === 'CommandAst';
  const id = inList ? 'SplattingNotPermittedInArgumentList' : 'SplattingNotPermitted';
  context.reporter.error(node.extent, id, node.variablePath.userPath);
});

/** Static members have no `$this`. */
export const staticThis = check('VariableExpressionAst', (node, { reporter, member }) => {
  const { userPath } = node.variablePath;
  if (member?.isStatic === true && userPath.toLowerCase() === 'this') {
    reporter.error(node.extent, 'NonStaticMemberAccessInStaticMember', userPath);
  }
});

/** Behind `$using:` stand properties and constant indexes only. */
export const usingExpressions = check('UsingExpressionAst', (node, { reporter, types }) => {
  let inner: ExpressionAst = node.subExpression;
  for (;;) {
    if (inner.kind === 'VariableExpressionAst') return;
    if (inner.kind === 'MemberExpressionAst' && inner.member.kind === 'StringConstantExpressionAst') {
      inner = inner.expression;
    } else if (inner.kind === 'IndexExpressionAst') {
      if (!isConstant(inner.index, attributeRules, types)) {
        reporter.error(inner.index.extent, 'InvalidUsingExpression');
        return;
      }
      inner = inner.target;
    } else {
      reporter.error(inner.extent, 'InvalidUsingExpression');
      return;
    }
  }
});
