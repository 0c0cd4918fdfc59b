import type { ParameterAst } from '../ast/definitions.ts';
import { isVoidType } from '../types.ts';
import { type CheckContext, check, outer } from './check.ts';

function checkList(parameters: readonly ParameterAst[], { reporter }: CheckContext): void {
  const seen = new Set<string>();
  for (const { name, attributes } of parameters) {
    const { userPath } = name.variablePath;
    const key = userPath.toLowerCase();
    if (seen.has(key)) reporter.error(name.extent, 'DuplicateFormalParameter', userPath);
    seen.add(key);
    const nothing = attributes.find(({ kind, typeName }) => kind === 'TypeConstraintAst' && isVoidType(typeName));
    if (nothing !== undefined) reporter.error(nothing.extent, 'VoidTypeConstraintNotAllowed');
  }
}

/** Parameters of a param block have different names and no type [void]. */
export const paramBlockParameters = check('ParamBlockAst', (node, context) => checkList(node.parameters, context));

/** A function has one list of parameters, without duplicates. */
export const functionParameters = check('FunctionDefinitionAst', (node, context) => {
  if (node.parameters === undefined) return;
  const { paramBlock } = node.body;
  if (paramBlock === undefined) checkList(node.parameters, context);
  else context.reporter.error(paramBlock.extent, 'OnlyOneParameterListAllowed');
});

/** Workflows do not exist any more. */
export const workflows = check('FunctionDefinitionAst', (node, { reporter }) => {
  if (node.isWorkflow) reporter.error(node.extent, 'WorkflowNotSupportedInPowerShellCore');
});

/** A parameter of a method has one type, and none has the pseudo type [ordered]. */
export const parameterTypes = check('ParameterAst', (node, context) => {
  const { reporter } = context;
  const inMethod = outer(context, 2)?.kind === 'FunctionMemberAst';
  let typed = false;
  for (const { kind, typeName, extent } of node.attributes) {
    if (kind !== 'TypeConstraintAst') continue;
    if (typeName.fullName.toLowerCase() === 'ordered') {
      reporter.error(extent, 'OrderedAttributeOnlyOnHashLiteralNode', typeName.fullName);
    } else if (inMethod) {
      if (typed) reporter.error(extent, 'MultipleTypeConstraintsOnMethodParam');
      typed = true;
    }
  }
});
