import type { Extent } from '../source.ts';
import type { Token } from '../tokens/token.ts';
import type { TokenKind } from '../tokens/token-kinds.ts';
import type { FunctionDefinitionAst, TypeConstraintAst, TypeDefinitionAst, UsingStatementAst } from './definitions.ts';
import type { ExpressionAst, ScriptBlockExpressionAst, VariableExpressionAst } from './expressions.ts';
import type { Ast } from './index.ts';
import type { AstNode, RedirectionStream } from './node.ts';

/** Statements between braces, or inside `$( )` and `@( )`. */
export interface StatementBlockAst extends AstNode<'StatementBlockAst'> {
  readonly statements: readonly StatementAst[];
  /** The trap statements of the block; they are not among `statements`. Undefined when there are none. */
  readonly traps: readonly TrapStatementAst[] | undefined;
}

/** One condition of an `if` with its block. */
export interface IfClause {
  readonly condition: PipelineBaseAst;
  readonly body: StatementBlockAst;
}

/** `if … elseif … else` */
export interface IfStatementAst extends AstNode<'IfStatementAst'> {
  readonly clauses: readonly IfClause[];
  readonly elseClause: StatementBlockAst | undefined;
}

/** `data name -SupportedCommand a, b { … }` */
export interface DataStatementAst extends AstNode<'DataStatementAst'> {
  readonly variable: string | undefined;
  readonly commandsAllowed: readonly ExpressionAst[];
  readonly body: StatementBlockAst;
}

/** `foreach ($variable in condition) body` */
export interface ForEachStatementAst extends AstNode<'ForEachStatementAst'> {
  readonly label: string | undefined;
  readonly flags: 'None' | 'Parallel';
  readonly throttleLimit: ExpressionAst | undefined;
  readonly variable: VariableExpressionAst;
  readonly condition: PipelineBaseAst;
  readonly body: StatementBlockAst;
}

/** `for (initializer; condition; iterator) body` */
export interface ForStatementAst extends AstNode<'ForStatementAst'> {
  readonly label: string | undefined;
  readonly initializer: PipelineBaseAst | undefined;
  readonly condition: PipelineBaseAst | undefined;
  readonly iterator: PipelineBaseAst | undefined;
  readonly body: StatementBlockAst;
}

/** `do body while (condition)` */
export interface DoWhileStatementAst extends AstNode<'DoWhileStatementAst'> {
  readonly label: string | undefined;
  readonly condition: PipelineBaseAst;
  readonly body: StatementBlockAst;
}

/** `do body until (condition)` */
export interface DoUntilStatementAst extends AstNode<'DoUntilStatementAst'> {
  readonly label: string | undefined;
  readonly condition: PipelineBaseAst;
  readonly body: StatementBlockAst;
}

/** `while (condition) body` */
export interface WhileStatementAst extends AstNode<'WhileStatementAst'> {
  readonly label: string | undefined;
  readonly condition: PipelineBaseAst;
  readonly body: StatementBlockAst;
}

/** One clause of a `switch`. */
export interface SwitchClause {
  readonly condition: ExpressionAst;
  readonly body: StatementBlockAst;
}

/** Flags of a `switch` as written; none of them is the empty list. */
export type SwitchFlag = 'File' | 'Regex' | 'Wildcard' | 'Exact' | 'CaseSensitive' | 'Parallel';

/** `switch -flags (condition) { clauses default }` */
export interface SwitchStatementAst extends AstNode<'SwitchStatementAst'> {
  readonly label: string | undefined;
  /** The flags in effect, each once. */
  readonly flags: readonly SwitchFlag[];
  readonly condition: PipelineBaseAst;
  readonly clauses: readonly SwitchClause[];
  readonly default: StatementBlockAst | undefined;
}

/** `catch [T], [U] { … }` */
export interface CatchClauseAst extends AstNode<'CatchClauseAst'> {
  readonly catchTypes: readonly TypeConstraintAst[];
  readonly body: StatementBlockAst;
}

/** `try … catch … finally` */
export interface TryStatementAst extends AstNode<'TryStatementAst'> {
  readonly body: StatementBlockAst;
  readonly catchClauses: readonly CatchClauseAst[];
  readonly finally: StatementBlockAst | undefined;
}

/** `trap [T] { … }` */
export interface TrapStatementAst extends AstNode<'TrapStatementAst'> {
  readonly trapType: TypeConstraintAst | undefined;
  readonly body: StatementBlockAst;
}

/** `break label` */
export interface BreakStatementAst extends AstNode<'BreakStatementAst'> {
  readonly label: ExpressionAst | undefined;
}

/** `continue label` */
export interface ContinueStatementAst extends AstNode<'ContinueStatementAst'> {
  readonly label: ExpressionAst | undefined;
}

/** `return pipeline` */
export interface ReturnStatementAst extends AstNode<'ReturnStatementAst'> {
  readonly pipeline: PipelineBaseAst | undefined;
}

/** `exit pipeline` */
export interface ExitStatementAst extends AstNode<'ExitStatementAst'> {
  readonly pipeline: PipelineBaseAst | undefined;
}

/** `throw pipeline`; without one it rethrows inside a catch. */
export interface ThrowStatementAst extends AstNode<'ThrowStatementAst'> {
  readonly pipeline: PipelineBaseAst | undefined;
}

/** `left && right` or `left || right` */
export interface PipelineChainAst extends AstNode<'PipelineChainAst'> {
  readonly lhsPipelineChain: PipelineAst | PipelineChainAst;
  readonly rhsPipeline: PipelineAst;
  readonly operator: 'AndAnd' | 'OrOr';
  readonly background: boolean;
}

/** `a | b | c` */
export interface PipelineAst extends AstNode<'PipelineAst'> {
  readonly pipelineElements: readonly CommandBaseAst[];
  readonly background: boolean;
}

/** `-Name` or `-Name:argument` of a command. */
export interface CommandParameterAst extends AstNode<'CommandParameterAst'> {
  readonly parameterName: string;
  readonly argument: ExpressionAst | undefined;
  readonly errorPosition: Extent;
}

/** A call: the first element names what is called. `invocationOperator` is `Unknown`, `Ampersand` or `Dot`. */
export interface CommandAst extends AstNode<'CommandAst'> {
  readonly commandElements: readonly CommandElementAst[];
  readonly invocationOperator: 'Unknown' | 'Ampersand' | 'Dot';
  readonly redirections: readonly RedirectionAst[];
}

/** An expression as an element of a pipeline. */
export interface CommandExpressionAst extends AstNode<'CommandExpressionAst'> {
  readonly expression: ExpressionAst;
  readonly redirections: readonly RedirectionAst[];
}

/** `2>&1` */
export interface MergingRedirectionAst extends AstNode<'MergingRedirectionAst'> {
  readonly fromStream: RedirectionStream;
  readonly toStream: RedirectionStream;
}

/** `> file` and its like */
export interface FileRedirectionAst extends AstNode<'FileRedirectionAst'> {
  readonly fromStream: RedirectionStream;
  readonly location: ExpressionAst;
  readonly append: boolean;
}

/** `left = right`; the operator is `Equals`, `PlusEquals`, … `QuestionQuestionEquals`. */
export interface AssignmentStatementAst extends AstNode<'AssignmentStatementAst'> {
  readonly left: ExpressionAst;
  readonly operator: TokenKind;
  readonly right: StatementAst;
  readonly errorPosition: Extent;
}

/** `configuration Name { … }`: recognised, never run. */
export interface ConfigurationDefinitionAst extends AstNode<'ConfigurationDefinitionAst'> {
  readonly body: ScriptBlockExpressionAst;
  readonly configurationType: 'Resource' | 'Meta';
  readonly instanceName: ExpressionAst;
}

/** A statement that begins with a dynamic keyword: recognised, never run. */
export interface DynamicKeywordStatementAst extends AstNode<'DynamicKeywordStatementAst'> {
  readonly commandElements: readonly CommandElementAst[];
}

/** `parallel { … }` or `sequence { … }` of a workflow: recognised, never run. */
export interface BlockStatementAst extends AstNode<'BlockStatementAst'> {
  readonly keyword: Token;
  readonly body: StatementBlockAst;
}

/** A flag of a statement that could not be parsed, with its argument. */
export interface ErrorStatementFlag {
  readonly name: string;
  readonly token: Token;
  readonly argument: Ast | undefined;
}

/** What is left of a statement that could not be parsed. */
export interface ErrorStatementAst extends AstNode<'ErrorStatementAst'> {
  readonly keyword: Token | undefined;
  readonly flags: readonly ErrorStatementFlag[];
  readonly conditions: readonly Ast[];
  readonly bodies: readonly Ast[];
  readonly nestedAst: readonly Ast[];
}

/** Any element of a pipeline. */
export type CommandBaseAst = CommandAst | CommandExpressionAst;

/** Any element of a command. */
export type CommandElementAst = CommandParameterAst | ExpressionAst;

/** Any redirection. */
export type RedirectionAst = FileRedirectionAst | MergingRedirectionAst;

/** What can be joined by `&&` and `||`. */
export type ChainableAst = PipelineAst | PipelineChainAst;

/** What can stand where a value is computed: in parentheses, as a condition, behind `return`. */
export type PipelineBaseAst = ChainableAst | AssignmentStatementAst | ErrorStatementAst;

/** A loop of any kind. */
export type LoopStatementAst =
  | ForEachStatementAst
  | ForStatementAst
  | DoWhileStatementAst
  | DoUntilStatementAst
  | WhileStatementAst;

/** A statement that may carry a label. */
export type LabeledStatementAst = LoopStatementAst | SwitchStatementAst;

/** Any statement. */
export type StatementAst =
  | TypeDefinitionAst
  | UsingStatementAst
  | FunctionDefinitionAst
  | IfStatementAst
  | DataStatementAst
  | LabeledStatementAst
  | TryStatementAst
  | TrapStatementAst
  | BreakStatementAst
  | ContinueStatementAst
  | ReturnStatementAst
  | ExitStatementAst
  | ThrowStatementAst
  | PipelineBaseAst
  | CommandBaseAst
  | ConfigurationDefinitionAst
  | DynamicKeywordStatementAst
  | BlockStatementAst;
