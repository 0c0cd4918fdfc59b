import type { Ast, AstByKind, AstKind } from './index.ts';

/**
 * The properties of each kind of node that hold its children, in the order PowerShell visits them. What PowerShell does
 * not visit (the throttle limit of a foreach loop, the allowed commands of a data section) is not here.
 */
export const childKeys: { readonly [K in AstKind]: readonly (keyof AstByKind[K] & string)[] } = {
  ScriptBlockAst: [
    'usingStatements',
    'attributes',
    'paramBlock',
    'dynamicParamBlock',
    'beginBlock',
    'processBlock',
    'endBlock',
    'cleanBlock',
  ],
  ParamBlockAst: ['attributes', 'parameters'],
  NamedBlockAst: ['traps', 'statements'],
  NamedAttributeArgumentAst: ['argument'],
  AttributeAst: ['positionalArguments', 'namedArguments'],
  TypeConstraintAst: [],
  ParameterAst: ['attributes', 'name', 'defaultValue'],
  StatementBlockAst: ['traps', 'statements'],
  TypeDefinitionAst: ['attributes', 'baseTypes', 'members'],
  PropertyMemberAst: ['propertyType', 'attributes', 'initialValue'],
  FunctionMemberAst: ['attributes', 'returnType', 'functionDefinition'],
  FunctionDefinitionAst: ['parameters', 'body'],
  UsingStatementAst: ['name', 'moduleSpecification', 'alias'],
  IfStatementAst: ['clauses', 'elseClause'],
  DataStatementAst: ['body'],
  ForEachStatementAst: ['variable', 'condition', 'body'],
  ForStatementAst: ['initializer', 'condition', 'iterator', 'body'],
  DoWhileStatementAst: ['condition', 'body'],
  DoUntilStatementAst: ['condition', 'body'],
  WhileStatementAst: ['condition', 'body'],
  SwitchStatementAst: ['condition', 'clauses', 'default'],
  CatchClauseAst: ['catchTypes', 'body'],
  TryStatementAst: ['body', 'catchClauses', 'finally'],
  TrapStatementAst: ['trapType', 'body'],
  BreakStatementAst: ['label'],
  ContinueStatementAst: ['label'],
  ReturnStatementAst: ['pipeline'],
  ExitStatementAst: ['pipeline'],
  ThrowStatementAst: ['pipeline'],
  PipelineChainAst: ['lhsPipelineChain', 'rhsPipeline'],
  PipelineAst: ['pipelineElements'],
  CommandParameterAst: ['argument'],
  CommandAst: ['commandElements', 'redirections'],
  CommandExpressionAst: ['expression', 'redirections'],
  MergingRedirectionAst: [],
  FileRedirectionAst: ['location'],
  AssignmentStatementAst: ['left', 'right'],
  ConfigurationDefinitionAst: ['instanceName', 'body'],
  DynamicKeywordStatementAst: ['commandElements'],
  BlockStatementAst: ['body'],
  ErrorStatementAst: ['nestedAst'],
  TernaryExpressionAst: ['condition', 'ifTrue', 'ifFalse'],
  BinaryExpressionAst: ['left', 'right'],
  UnaryExpressionAst: ['child'],
  AttributedExpressionAst: ['attribute', 'child'],
  ConvertExpressionAst: ['type', 'child'],
  MemberExpressionAst: ['expression', 'member'],
  InvokeMemberExpressionAst: ['expression', 'member', 'arguments'],
  BaseCtorInvokeMemberExpressionAst: ['expression', 'member', 'arguments'],
  TypeExpressionAst: [],
  VariableExpressionAst: [],
  ConstantExpressionAst: [],
  StringConstantExpressionAst: [],
  ExpandableStringExpressionAst: ['nestedExpressions'],
  ScriptBlockExpressionAst: ['scriptBlock'],
  ArrayLiteralAst: ['elements'],
  HashtableAst: ['keyValuePairs'],
  ArrayExpressionAst: ['subExpression'],
  ParenExpressionAst: ['pipeline'],
  SubExpressionAst: ['subExpression'],
  UsingExpressionAst: ['subExpression'],
  IndexExpressionAst: ['target', 'index'],
  ErrorExpressionAst: ['nestedAst'],
};

/** The children of a node in the order PowerShell visits them; both halves of a clause or pair count. */
export function childrenOf(node: Ast): readonly Ast[] {
  const keys = childKeys[node.kind];
  if (keys.length === 0) return none;
  const children: Ast[] = [];
  // The table is typed from the union, so every value below is a node, a pair of nodes or a list of either.
  const record = node as unknown as Readonly<Record<string, ChildValue>>;
  for (const key of keys) collect(record[key], children);
  return children;
}

const none: readonly Ast[] = [];

type Pair = Readonly<Record<string, Ast>>;
type ChildValue = Ast | Pair | readonly (Ast | Pair)[] | undefined;

function collect(value: ChildValue, into: Ast[]): void {
  if (value === undefined) return;
  if (isList(value)) for (const item of value) collect(item, into);
  else if (isNode(value)) into.push(value);
  else for (const key in value) collect(value[key], into);
}

function isList(value: Exclude<ChildValue, undefined>): value is readonly (Ast | Pair)[] {
  return Array.isArray(value);
}

function isNode(value: Ast | Pair): value is Ast {
  return typeof value.kind === 'string';
}
