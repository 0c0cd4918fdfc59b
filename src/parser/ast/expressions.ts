import type { TokenKind } from '../tokens/token-kinds.ts';
import type { AttributeAst, TypeConstraintAst } from './definitions.ts';
import type { Ast } from './index.ts';
import type { AstNode, ConstantValue, StringConstantType } from './node.ts';
import type { ScriptBlockAst } from './script-block.ts';
import type { CommandElementAst, PipelineBaseAst, StatementAst, StatementBlockAst } from './statements.ts';
import type { TypeName } from './type-names.ts';
import type { VariablePath } from './variable-path.ts';

/** `condition ? ifTrue : ifFalse` */
export interface TernaryExpressionAst extends AstNode<'TernaryExpressionAst'> {
  readonly condition: ExpressionAst;
  readonly ifTrue: ExpressionAst;
  readonly ifFalse: ExpressionAst;
}

/** `left operator right`; the operator is the TokenKind, `Ieq` for both `-eq` and `-ieq`. */
export interface BinaryExpressionAst extends AstNode<'BinaryExpressionAst'> {
  readonly left: ExpressionAst;
  readonly operator: TokenKind;
  readonly right: ExpressionAst;
  /** The operator itself. */
  readonly errorPosition: AstNode<string>['extent'];
}

/** A prefix or postfix operator; postfix ones are `PostfixPlusPlus` and `PostfixMinusMinus`, a leading comma is an ArrayLiteralAst. */
export interface UnaryExpressionAst extends AstNode<'UnaryExpressionAst'> {
  readonly tokenKind: TokenKind;
  readonly child: ExpressionAst;
}

/** `[Attribute()] expression`, as before an assigned variable. */
export interface AttributedExpressionAst extends AstNode<'AttributedExpressionAst'> {
  readonly attribute: AttributeAst | TypeConstraintAst;
  readonly child: ExpressionAst;
}

/** A cast: `[int] $x`. */
export interface ConvertExpressionAst extends AstNode<'ConvertExpressionAst'> {
  readonly type: TypeConstraintAst;
  readonly child: ExpressionAst;
}

/** `$a.Name`, `$a?.Name`, `[T]::Name`; the member may be a string, an expression or a variable. */
export interface MemberExpressionAst extends AstNode<'MemberExpressionAst'> {
  readonly expression: ExpressionAst;
  readonly member: CommandElementAst;
  readonly static: boolean;
  readonly nullConditional: boolean;
}

/** A method call; `arguments` is undefined where there is none, as PowerShell's Arguments is null. */
export interface InvokeMemberExpressionAst extends AstNode<'InvokeMemberExpressionAst'> {
  readonly expression: ExpressionAst;
  readonly member: CommandElementAst;
  readonly arguments: readonly ExpressionAst[] | undefined;
  readonly static: boolean;
  readonly nullConditional: boolean;
  readonly genericTypeArguments: readonly TypeName[] | undefined;
}

/** `: base(…)` of a constructor; written or implied. */
export interface BaseCtorInvokeMemberExpressionAst extends AstNode<'BaseCtorInvokeMemberExpressionAst'> {
  readonly expression: ExpressionAst;
  readonly member: CommandElementAst;
  readonly arguments: readonly ExpressionAst[] | undefined;
  readonly static: boolean;
  readonly nullConditional: boolean;
  readonly genericTypeArguments: readonly TypeName[] | undefined;
}

/** `[T]` as a value. */
export interface TypeExpressionAst extends AstNode<'TypeExpressionAst'> {
  readonly typeName: TypeName;
}

/** `$name`, `${name}` or `@name`. */
export interface VariableExpressionAst extends AstNode<'VariableExpressionAst'> {
  readonly variablePath: VariablePath;
  readonly splatted: boolean;
}

/** A number. The text as written, which a number argument keeps, is `extent.text`. */
export interface ConstantExpressionAst extends AstNode<'ConstantExpressionAst'> {
  readonly value: ConstantValue;
}

/** A string without anything to expand, or a bare word. */
export interface StringConstantExpressionAst extends AstNode<'StringConstantExpressionAst'> {
  readonly value: string;
  readonly stringConstantType: StringConstantType;
}

/** A string to expand. `parts` are what it concatenates, in order; `value` is the text with escapes resolved. */
export interface ExpandableStringExpressionAst extends AstNode<'ExpandableStringExpressionAst'> {
  readonly value: string;
  readonly stringConstantType: StringConstantType;
  readonly nestedExpressions: readonly ExpressionAst[];
  readonly parts: readonly (string | ExpressionAst)[];
}

/** `{ … }` as a value. */
export interface ScriptBlockExpressionAst extends AstNode<'ScriptBlockExpressionAst'> {
  readonly scriptBlock: ScriptBlockAst;
}

/** `a, b` or `, a`. */
export interface ArrayLiteralAst extends AstNode<'ArrayLiteralAst'> {
  readonly elements: readonly ExpressionAst[];
}

/** One `key = value` of a hash literal. */
export interface KeyValuePair {
  readonly key: ExpressionAst;
  readonly value: StatementAst;
}

/** `@{ … }` */
export interface HashtableAst extends AstNode<'HashtableAst'> {
  readonly keyValuePairs: readonly KeyValuePair[];
}

/** `@( … )` */
export interface ArrayExpressionAst extends AstNode<'ArrayExpressionAst'> {
  readonly subExpression: StatementBlockAst;
}

/** `( … )` */
export interface ParenExpressionAst extends AstNode<'ParenExpressionAst'> {
  readonly pipeline: PipelineBaseAst;
}

/** `$( … )` */
export interface SubExpressionAst extends AstNode<'SubExpressionAst'> {
  readonly subExpression: StatementBlockAst;
}

/** `$using:name`, with the variable and what is reached through it. */
export interface UsingExpressionAst extends AstNode<'UsingExpressionAst'> {
  readonly subExpression: ExpressionAst;
}

/** `target[index]` or `target?[index]` */
export interface IndexExpressionAst extends AstNode<'IndexExpressionAst'> {
  readonly target: ExpressionAst;
  readonly index: ExpressionAst;
  readonly nullConditional: boolean;
}

/** What is left of an expression that could not be parsed. */
export interface ErrorExpressionAst extends AstNode<'ErrorExpressionAst'> {
  readonly nestedAst: readonly Ast[];
}

/** Any expression. */
export type ExpressionAst =
  | TernaryExpressionAst
  | BinaryExpressionAst
  | UnaryExpressionAst
  | AttributedExpressionAst
  | ConvertExpressionAst
  | MemberExpressionAst
  | InvokeMemberExpressionAst
  | BaseCtorInvokeMemberExpressionAst
  | TypeExpressionAst
  | VariableExpressionAst
  | ConstantExpressionAst
  | StringConstantExpressionAst
  | ExpandableStringExpressionAst
  | ScriptBlockExpressionAst
  | ArrayLiteralAst
  | HashtableAst
  | ArrayExpressionAst
  | ParenExpressionAst
  | SubExpressionAst
  | UsingExpressionAst
  | IndexExpressionAst
  | ErrorExpressionAst;
