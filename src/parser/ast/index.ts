import type {
  AttributeAst,
  FunctionDefinitionAst,
  FunctionMemberAst,
  NamedAttributeArgumentAst,
  ParameterAst,
  PropertyMemberAst,
  TypeConstraintAst,
  TypeDefinitionAst,
  UsingStatementAst,
} from './definitions.ts';
import type { ExpressionAst } from './expressions.ts';
import type { NamedBlockAst, ParamBlockAst, ScriptBlockAst } from './script-block.ts';
import type {
  CatchClauseAst,
  CommandParameterAst,
  RedirectionAst,
  StatementAst,
  StatementBlockAst,
} from './statements.ts';

export type * from './definitions.ts';
export type * from './expressions.ts';
export type * from './node.ts';
export type * from './script-block.ts';
export type * from './statements.ts';
export type * from './type-names.ts';
export type * from './variable-path.ts';

/** Any node of a tree. */
export type Ast =
  | ScriptBlockAst
  | ParamBlockAst
  | NamedBlockAst
  | NamedAttributeArgumentAst
  | AttributeAst
  | TypeConstraintAst
  | ParameterAst
  | StatementBlockAst
  | PropertyMemberAst
  | FunctionMemberAst
  | CatchClauseAst
  | CommandParameterAst
  | RedirectionAst
  | StatementAst
  | ExpressionAst
  | TypeDefinitionAst
  | UsingStatementAst
  | FunctionDefinitionAst;

/** The name of a kind of node. */
export type AstKind = Ast['kind'];

/** The interface behind a kind's name. */
export type AstByKind = { readonly [K in AstKind]: Extract<Ast, { readonly kind: K }> };
