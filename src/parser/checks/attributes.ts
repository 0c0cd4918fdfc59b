import type { AttributeAst, TypeDefinitionAst } from '../ast/definitions.ts';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { Reporter } from '../reporter.ts';
import { type CheckContext, check, outer } from './check.ts';
import { attributeRules, classAttributeRules, isConstant } from './constants.ts';
import { type AttributeTarget, knownAttribute } from './known-attributes.ts';

const typeTargets: Readonly<Record<TypeDefinitionAst['typeAttributes'], AttributeTarget>> = {
  Class: 'Class',
  Enum: 'Enum',
  Interface: 'Interface',
};

/** What an attribute stands on, when it is a type, a member of one, or (with no target of its own) a parameter of one. */
function targetsOf(context: CheckContext): readonly AttributeTarget[] | undefined {
  const owner = outer(context);
  switch (owner?.kind) {
    case 'TypeDefinitionAst':
      return [typeTargets[owner.typeAttributes]];
    case 'PropertyMemberAst':
      return ['Property', 'Field'];
    case 'FunctionMemberAst':
      return [owner.isConstructor ? 'Constructor' : 'Method'];
    case 'ParameterAst':
      return context.member?.kind === 'FunctionMemberAst' ? [] : undefined;
    default:
      return undefined;
  }
}

/** Attributes of classes stand where they may, and their named arguments set properties that they have. */
function checkUse(node: AttributeAst, targets: readonly AttributeTarget[], reporter: Reporter): void {
  const attribute = knownAttribute(node.typeName.fullName);
  if (attribute === undefined) return;
  if (targets.length > 0 && !targets.some((target) => attribute.validOn.includes(target))) {
    const allowed = attribute.validOn.join(', ');
    reporter.error(node.extent, 'AttributeNotAllowedOnDeclaration', attribute.fullName, allowed);
  }
  for (const { extent, argumentName } of node.namedArguments) {
    const settable = attribute.properties.get(argumentName.toLowerCase());
    if (settable === undefined) {
      reporter.error(extent, 'PropertyNotFoundForAttribute', argumentName, attribute.fullName);
    } else if (!settable) {
      reporter.error(extent, 'ReadOnlyProperty', argumentName);
    }
  }
}

/** Arguments of attributes are constant, and named ones stand once. */
export const attributes = check('AttributeAst', (node, context) => {
  const { reporter, types } = context;
  const targets = targetsOf(context);
  const ofClass = targets !== undefined;
  if (ofClass) checkUse(node, targets, reporter);
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
