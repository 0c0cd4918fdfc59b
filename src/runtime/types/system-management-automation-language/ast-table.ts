/**
 * The classes of PowerShell's tree: `Class < Base`, then its properties as `Name: Type`. `T[]` is a
 * ReadOnlyCollection<T>, `(A, B)[]` one of tuples; a type in `#` is an enum that the tree keeps as its name. A
 * property is the field of the same name in the parser's node unless ast-special.ts says otherwise.
 */
export const astTable = `
Ast: Extent IScriptExtent; Parent Ast
AttributeBaseAst < Ast: TypeName ITypeName
AttributeAst < AttributeBaseAst: NamedArguments NamedAttributeArgumentAst[]; PositionalArguments ExpressionAst[]
TypeConstraintAst < AttributeBaseAst
NamedAttributeArgumentAst < Ast: Argument ExpressionAst; ArgumentName string; ExpressionOmitted bool
ParamBlockAst < Ast: Attributes AttributeAst[]; Parameters ParameterAst[]
ParameterAst < Ast: Attributes AttributeBaseAst[]; DefaultValue ExpressionAst; Name VariableExpressionAst; StaticType Type
NamedBlockAst < Ast: BlockKind #TokenKind; Statements StatementAst[]; Traps TrapStatementAst[]; Unnamed bool
ScriptBlockAst < Ast: Attributes AttributeAst[]; BeginBlock NamedBlockAst; CleanBlock NamedBlockAst; DynamicParamBlock NamedBlockAst; EndBlock NamedBlockAst; ParamBlock ParamBlockAst; ProcessBlock NamedBlockAst; ScriptRequirements ScriptRequirements; UsingStatements UsingStatementAst[]
CatchClauseAst < Ast: Body StatementBlockAst; CatchTypes TypeConstraintAst[]; IsCatchAll bool
StatementBlockAst < Ast: Statements StatementAst[]; Traps TrapStatementAst[]
RedirectionAst < Ast: FromStream #RedirectionStream
FileRedirectionAst < RedirectionAst: Append bool; Location ExpressionAst
MergingRedirectionAst < RedirectionAst: ToStream #RedirectionStream
MemberAst < Ast: Name string
FunctionMemberAst < MemberAst: Attributes AttributeAst[]; Body ScriptBlockAst; IsConstructor bool; IsHidden bool; IsPrivate bool; IsPublic bool; IsStatic bool; MethodAttributes #MethodAttributes; Parameters ParameterAst[]; ReturnType TypeConstraintAst
PropertyMemberAst < MemberAst: Attributes AttributeAst[]; InitialValue ExpressionAst; IsHidden bool; IsPrivate bool; IsPublic bool; IsStatic bool; PropertyAttributes #PropertyAttributes; PropertyType TypeConstraintAst
StatementAst < Ast
BlockStatementAst < StatementAst: Body StatementBlockAst; Kind Token
BreakStatementAst < StatementAst: Label ExpressionAst
CommandBaseAst < StatementAst: Redirections RedirectionAst[]
CommandAst < CommandBaseAst: CommandElements CommandElementAst[]; DefiningKeyword object; InvocationOperator #TokenKind
CommandExpressionAst < CommandBaseAst: Expression ExpressionAst
ConfigurationDefinitionAst < StatementAst: Body ScriptBlockExpressionAst; ConfigurationType #ConfigurationType; InstanceName ExpressionAst
ContinueStatementAst < StatementAst: Label ExpressionAst
DataStatementAst < StatementAst: Body StatementBlockAst; CommandsAllowed ExpressionAst[]; Variable string
DynamicKeywordStatementAst < StatementAst: CommandElements CommandElementAst[]
ExitStatementAst < StatementAst: Pipeline PipelineBaseAst
FunctionDefinitionAst < StatementAst: Body ScriptBlockAst; IsFilter bool; IsWorkflow bool; Name string; Parameters ParameterAst[]
IfStatementAst < StatementAst: Clauses (PipelineBaseAst, StatementBlockAst)[]; ElseClause StatementBlockAst
LabeledStatementAst < StatementAst: Condition PipelineBaseAst; Label string
LoopStatementAst < LabeledStatementAst: Body StatementBlockAst
DoUntilStatementAst < LoopStatementAst
DoWhileStatementAst < LoopStatementAst
ForEachStatementAst < LoopStatementAst: Flags #ForEachFlags; ThrottleLimit ExpressionAst; Variable VariableExpressionAst
ForStatementAst < LoopStatementAst: Initializer PipelineBaseAst; Iterator PipelineBaseAst
WhileStatementAst < LoopStatementAst
SwitchStatementAst < LabeledStatementAst: Clauses (ExpressionAst, StatementBlockAst)[]; Default StatementBlockAst; Flags #SwitchFlags
PipelineBaseAst < StatementAst
AssignmentStatementAst < PipelineBaseAst: ErrorPosition IScriptExtent; Left ExpressionAst; Operator #TokenKind; Right StatementAst
ChainableAst < PipelineBaseAst
PipelineAst < ChainableAst: Background bool; PipelineElements CommandBaseAst[]
PipelineChainAst < ChainableAst: Background bool; LhsPipelineChain ChainableAst; Operator #TokenKind; RhsPipeline PipelineAst
ErrorStatementAst < PipelineBaseAst: Bodies Ast[]; Conditions Ast[]; Flags object; Kind Token; NestedAst Ast[]
ReturnStatementAst < StatementAst: Pipeline PipelineBaseAst
ThrowStatementAst < StatementAst: IsRethrow bool; Pipeline PipelineBaseAst
TrapStatementAst < StatementAst: Body StatementBlockAst; TrapType TypeConstraintAst
TryStatementAst < StatementAst: Body StatementBlockAst; CatchClauses CatchClauseAst[]; Finally StatementBlockAst
TypeDefinitionAst < StatementAst: Attributes AttributeAst[]; BaseTypes TypeConstraintAst[]; IsClass bool; IsEnum bool; IsInterface bool; Members MemberAst[]; Name string; TypeAttributes #TypeAttributes
UsingStatementAst < StatementAst: Alias StringConstantExpressionAst; ModuleSpecification HashtableAst; Name StringConstantExpressionAst; UsingStatementKind #UsingStatementKind
CommandElementAst < Ast
CommandParameterAst < CommandElementAst: Argument ExpressionAst; ErrorPosition IScriptExtent; ParameterName string
ExpressionAst < CommandElementAst: StaticType Type
ArrayExpressionAst < ExpressionAst: SubExpression StatementBlockAst
ArrayLiteralAst < ExpressionAst: Elements ExpressionAst[]
AttributedExpressionAst < ExpressionAst: Attribute AttributeBaseAst; Child ExpressionAst
ConvertExpressionAst < AttributedExpressionAst: Type TypeConstraintAst
BinaryExpressionAst < ExpressionAst: ErrorPosition IScriptExtent; Left ExpressionAst; Operator #TokenKind; Right ExpressionAst
ConstantExpressionAst < ExpressionAst: Value object
StringConstantExpressionAst < ConstantExpressionAst: StringConstantType #StringConstantType; Value string
ErrorExpressionAst < ExpressionAst: NestedAst Ast[]
ExpandableStringExpressionAst < ExpressionAst: NestedExpressions ExpressionAst[]; StringConstantType #StringConstantType; Value string
HashtableAst < ExpressionAst: KeyValuePairs (ExpressionAst, StatementAst)[]
IndexExpressionAst < ExpressionAst: Index ExpressionAst; NullConditional bool; Target ExpressionAst
MemberExpressionAst < ExpressionAst: Expression ExpressionAst; Member CommandElementAst; NullConditional bool; Static bool
InvokeMemberExpressionAst < MemberExpressionAst: Arguments ExpressionAst[]; GenericTypeArguments ITypeName[]
BaseCtorInvokeMemberExpressionAst < InvokeMemberExpressionAst
ParenExpressionAst < ExpressionAst: Pipeline PipelineBaseAst
ScriptBlockExpressionAst < ExpressionAst: ScriptBlock ScriptBlockAst
SubExpressionAst < ExpressionAst: SubExpression StatementBlockAst
TernaryExpressionAst < ExpressionAst: Condition ExpressionAst; IfFalse ExpressionAst; IfTrue ExpressionAst
TypeExpressionAst < ExpressionAst: TypeName ITypeName
UnaryExpressionAst < ExpressionAst: Child ExpressionAst; TokenKind #TokenKind
UsingExpressionAst < ExpressionAst: SubExpression ExpressionAst
VariableExpressionAst < ExpressionAst: Splatted bool; VariablePath VariablePath
`;

/** Classes of which there are only instances of derived classes. */
export const abstractClasses: ReadonlySet<string> = new Set(
  'Ast AttributeBaseAst RedirectionAst MemberAst StatementAst CommandBaseAst LabeledStatementAst LoopStatementAst PipelineBaseAst ChainableAst CommandElementAst ExpressionAst'.split(
    ' ',
  ),
);
