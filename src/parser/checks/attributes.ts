import type { ExpressionAst } from '../ast/expressions.ts';
import { type CheckContext, check, outer } from './check.ts';
import { attributeRules, classAttributeRules, isConstant } from './constants.ts';

function isOfClass(context: CheckContext): boolean {
  switch (outer(context)?.kind) {
    case 'TypeDefinitionAst':
    case 'PropertyMemberAst':
    case 'FunctionMemberAst':
      return true;
    case 'ParameterAst':
      return context.member?.kind === 'FunctionMemberAst';
    default:
      return false;
  }
}

/** Arguments of attributes are constant, and named ones stand once. */
export const attributes = check('AttributeAst', (node, context) => {
  const { reporter, types } = context;
  const ofClass = isOfClass(context);
  const rules = ofClass ? classAttributeRules : attributeRules;
  const checkConstant = (argument: ExpressionAst): void => {
    if (isConstant(argument, rules, types)) return;
    const id = ofClass
      ? 'ParameterAttributeArgumentNeedsToBeConstant'
      : 'ParameterAttributeArgumentNeedsToBeConstantOrScriptBlock';
    reporter.error(argument.extent, id);
  };
  const seen = new Set<string>();
  for (const { extent, argumentName, argument, expressionOmitted } of node.namedArguments) {
    const key = argumentName.toLowerCase();
    if (seen.has(key)) reporter.error(extent, 'DuplicateNamedArgument', argumentName);
    else if (!expressionOmitted) checkConstant(argument);
    seen.add(key);
  }
  node.positionalArguments.forEach(checkConstant);
});

/** An attribute inside an expression stands before a variable. */
export const attributedExpressions = check('AttributedExpressionAst', (node, { reporter }) => {
  let inner: ExpressionAst = node;
  while (inner.kind === 'AttributedExpressionAst' || inner.kind === 'ConvertExpressionAst') {
    if (inner.child.kind === 'VariableExpressionAst') return;
    inner = inner.child;
  }
  reporter.error(node.attribute.extent, 'UnexpectedAttribute', node.attribute.typeName.fullName);
});
