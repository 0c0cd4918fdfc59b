import type { ExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type { PipelineBaseAst } from '../ast/statements.ts';
import { isReferenceType, isVoidType } from '../types.ts';
import { type CheckContext, check } from './check.ts';

/** The types that automatic variables have, as far as scripts can name them; assigning under another type is an error. */
const automaticVariables: ReadonlyMap<string, readonly string[]> = new Map([
  ['_', ['object', 'system.object']],
  ['args', ['object[]', 'system.object[]']],
  ['this', ['object', 'system.object']],
  ['input', ['object', 'system.object']],
  ['pscmdlet', ['system.management.automation.psscriptcmdlet']],
  ['psboundparameters', ['system.management.automation.psboundparametersdictionary']],
  ['myinvocation', ['system.management.automation.invocationinfo']],
  ['psscriptroot', ['string', 'system.string']],
  ['pscommandpath', ['string', 'system.string']],
]);

type Report = (node: Ast) => void;

/** The expression that a pipeline is nothing but, or undefined. */
export function pureExpression(pipeline: PipelineBaseAst): ExpressionAst | undefined {
  if (pipeline.kind !== 'PipelineAst' || pipeline.pipelineElements.length !== 1) return undefined;
  const element = pipeline.pipelineElements[0];
  return element?.kind === 'CommandExpressionAst' && element.redirections.length === 0 ? element.expression : undefined;
}

function checkTarget(node: ExpressionAst, simple: boolean, context: CheckContext, report: Report): void {
  switch (node.kind) {
    case 'VariableExpressionAst':
      return;
    case 'MemberExpressionAst':
    case 'InvokeMemberExpressionAst':
    case 'IndexExpressionAst':
      if (node.nullConditional) report(node);
      return;
    case 'ArrayLiteralAst':
      if (!simple) report(node);
      else for (const element of node.elements) checkTarget(element, true, context, report);
      return;
    case 'ParenExpressionAst': {
      const inner = pureExpression(node.pipeline);
      if (inner === undefined) report(node.pipeline);
      else checkTarget(inner, simple, context, report);
      return;
    }
    case 'AttributedExpressionAst':
    case 'ConvertExpressionAst':
      checkTyped(node, simple, context, report);
      return;
    default:
      report(node);
  }
}

/** A target with types and attributes before it. */
function checkTyped(node: ExpressionAst, simple: boolean, context: CheckContext, report: Report): void {
  const { reporter } = context;
  let target = node;
  let casts = 0;
  let reference: ExpressionAst['extent'] | undefined;
  let lastType = '';
  while (target.kind === 'AttributedExpressionAst' || target.kind === 'ConvertExpressionAst') {
    if (target.kind === 'ConvertExpressionAst') {
      const { type } = target;
      casts++;
      lastType = type.typeName.fullName.toLowerCase();
      if (isReferenceType(type.typeName)) reference = type.extent;
      else if (isVoidType(type.typeName)) reporter.error(type.extent, 'VoidTypeConstraintNotAllowed');
    }
    target = target.child;
  }
  if (reference !== undefined && casts > 1) {
    reporter.error(reference, 'ReferenceNeedsToBeByItselfInTypeConstraint');
    return;
  }
  if (target.kind === 'VariableExpressionAst') {
    const { isVariable, isUnscopedVariable, isLocal, isPrivate, unqualifiedPath } = target.variablePath;
    const isNear = isVariable && (isUnscopedVariable || isLocal || isPrivate);
    const expected = isNear ? automaticVariables.get(unqualifiedPath.toLowerCase()) : undefined;
    if (expected !== undefined && !expected.includes(lastType)) {
      const shown = expected.at(-1) ?? '';
      reporter.error(node.extent, 'AssignmentStatementToAutomaticNotSupported', unqualifiedPath, shown);
    }
  }
  checkTarget(target, simple, context, report);
}

/** Values are assigned to variables, members and elements only. */
export const assignments = check('AssignmentStatementAst', (node, context) => {
  checkTarget(node.left, node.operator === 'Equals', context, (bad) => {
    context.reporter.error(bad.extent, 'InvalidLeftHandSide');
  });
});

const stepOperators: ReadonlyMap<string, string> = new Map([
  ['PlusPlus', '++'],
  ['PostfixPlusPlus', '++'],
  ['MinusMinus', '--'],
  ['PostfixMinusMinus', '--'],
]);

/** `++` and `--` work on variables, members and elements only. */
export const steps = check('UnaryExpressionAst', (node, context) => {
  const operator = stepOperators.get(node.tokenKind);
  if (operator === undefined) return;
  checkTarget(node.child, false, context, (bad) => {
    context.reporter.error(bad.extent, 'OperatorRequiresVariableOrProperty', operator);
  });
});
