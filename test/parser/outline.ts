import { type Ast, childrenOf, constantText, type ParseResult } from '../../src/parser/index.ts';

/** The tree of a script as indented lines, one node each, without the root, and its errors. */
export function outline({ ast, errors }: ParseResult): string {
  const lines: string[] = [];
  const walk = (node: Ast, depth: number): void => {
    lines.push(`${'  '.repeat(depth)}${[node.kind.replace(/Ast$/, ''), ...details(node)].join(' ')}`);
    for (const child of childrenOf(node)) walk(child, depth + 1);
  };
  for (const child of childrenOf(ast)) walk(child, 0);
  for (const { errorId, extent, incomplete } of errors) {
    lines.push(`! ${errorId} ${extent.startOffset}..${extent.endOffset}${incomplete ? ' incomplete' : ''}`);
  }
  return lines.join('\n');
}

/** What distinguishes a node from others of its kind. */
function details(node: Ast): string[] {
  switch (node.kind) {
    case 'ConstantExpressionAst':
      return [node.value.type, constantText(node.value)];
    case 'StringConstantExpressionAst':
    case 'ExpandableStringExpressionAst':
      return [node.stringConstantType, JSON.stringify(node.value)];
    case 'VariableExpressionAst':
      return [`${node.splatted ? '@' : '$'}${node.variablePath.userPath}`];
    case 'BinaryExpressionAst':
    case 'AssignmentStatementAst':
      return [node.operator];
    case 'UnaryExpressionAst':
      return [node.tokenKind];
    case 'PipelineChainAst':
      return [node.operator, ...flag(node.background, 'background')];
    case 'PipelineAst':
      return flag(node.background, 'background');
    case 'CommandAst':
      return flag(node.invocationOperator !== 'Unknown', node.invocationOperator);
    case 'CommandParameterAst':
      return [`-${node.parameterName}`];
    case 'TypeConstraintAst':
    case 'TypeExpressionAst':
    case 'AttributeAst':
      return [`[${node.typeName.fullName}]`];
    case 'MemberExpressionAst':
    case 'InvokeMemberExpressionAst':
      return [...flag(node.static, 'static'), ...flag(node.nullConditional, 'nullConditional'), ...typeArguments(node)];
    default:
      return moreDetails(node);
  }
}

function moreDetails(node: Ast): string[] {
  switch (node.kind) {
    case 'IndexExpressionAst':
      return flag(node.nullConditional, 'nullConditional');
    case 'NamedBlockAst':
      return [node.blockKind, ...flag(node.unnamed, 'unnamed')];
    case 'FunctionDefinitionAst':
      return [node.name, ...flag(node.isFilter, 'filter')];
    case 'FunctionMemberAst':
    case 'PropertyMemberAst':
      return [node.name, ...flag(node.isStatic, 'static'), ...flag(node.isHidden, 'hidden')];
    case 'TypeDefinitionAst':
      return [node.typeAttributes, node.name];
    case 'NamedAttributeArgumentAst':
      return [node.argumentName, ...flag(node.expressionOmitted, 'omitted')];
    case 'FileRedirectionAst':
      return [node.fromStream, ...flag(node.append, 'append')];
    case 'MergingRedirectionAst':
      return [node.fromStream, node.toStream];
    case 'SwitchStatementAst':
      return [...label(node.label), ...node.flags];
    case 'ForEachStatementAst':
    case 'ForStatementAst':
    case 'WhileStatementAst':
    case 'DoWhileStatementAst':
    case 'DoUntilStatementAst':
      return label(node.label);
    case 'UsingStatementAst':
      return [node.usingStatementKind];
    case 'DataStatementAst':
      return node.variable === undefined ? [] : [node.variable];
    default:
      return [];
  }
}

function flag(holds: boolean, text: string): string[] {
  return holds ? [text] : [];
}

function label(text: string | undefined): string[] {
  return text === undefined ? [] : [`:${text}`];
}

function typeArguments(node: Ast): string[] {
  if (node.kind !== 'InvokeMemberExpressionAst' || node.genericTypeArguments === undefined) return [];
  return [`[${node.genericTypeArguments.map(({ fullName }) => fullName).join(', ')}]`];
}
