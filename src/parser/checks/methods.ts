import type { FunctionMemberAst } from '../ast/definitions.ts';
import type { Ast } from '../ast/index.ts';
import { isVoidType } from '../types.ts';
import { check } from './check.ts';
import { analyzeMethod } from './method-flow.ts';

/** Whether a method returns nothing: it has no type or the type [void]; constructors always do. */
export function isVoidMethod({ returnType }: FunctionMemberAst): boolean {
  return returnType === undefined || isVoidType(returnType.typeName);
}

/** A method has no param block and no named blocks, a constructor no type, and every way through it returns. */
export const methods = check('FunctionMemberAst', (node, { reporter }) => {
  const { body } = node.functionDefinition;
  if (body.paramBlock !== undefined) reporter.error(body.paramBlock.extent, 'ParamBlockNotAllowedInMethod');
  const { dynamicParamBlock, beginBlock, processBlock, endBlock, cleanBlock } = body;
  const named = dynamicParamBlock ?? beginBlock ?? processBlock;
  if (named !== undefined || cleanBlock !== undefined || endBlock?.unnamed !== true) {
    const shown = named ?? endBlock ?? cleanBlock;
    if (shown !== undefined) reporter.error(shown.extent, 'NamedBlockNotAllowedInMethod');
  }
  if (node.isConstructor && node.returnType !== undefined) {
    reporter.error(node.returnType.extent, 'ConstructorCantHaveReturnType');
  }
  const { returns, unassigned } = analyzeMethod(node.functionDefinition);
  for (const variable of unassigned) unassignedVariables.add(variable);
  if (!returns && !isVoidMethod(node)) {
    const { startOffset } = node.functionDefinition.extent;
    const { source } = node.extent;
    const nameLength = methodNameLength(source.text, startOffset, node.name);
    reporter.error(node.extent.slice(startOffset, startOffset + nameLength), 'MethodHasCodePathNotReturn');
  }
});

function methodNameLength(text: string, offset: number, name: string): number {
  return text.startsWith(name, offset) ? name.length : 0;
}

/** Variables of methods that are read where they may not have been assigned; found with the method, reported in place. */
const unassignedVariables = new WeakSet<Ast>();

/** A method reads its own variables only, and only once they have been assigned. */
export const methodVariables = check('VariableExpressionAst', (node, { reporter }) => {
  if (unassignedVariables.has(node)) reporter.error(node.extent, 'VariableNotLocal');
});

/** A property has a type that values can have. */
export const propertyTypes = check('PropertyMemberAst', ({ propertyType }, { reporter }) => {
  if (propertyType !== undefined && isVoidType(propertyType.typeName)) {
    reporter.error(propertyType.extent, 'TypeNotAllowedForProperty', propertyType.typeName.fullName);
  }
});
