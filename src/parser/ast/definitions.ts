import type { ExpressionAst, HashtableAst, StringConstantExpressionAst, VariableExpressionAst } from './expressions.ts';
import type { AstNode } from './node.ts';
import type { ScriptBlockAst } from './script-block.ts';
import type { TypeName } from './type-names.ts';

/** `Name = argument` of an attribute; with the argument left out it is the constant true and `expressionOmitted`. */
export interface NamedAttributeArgumentAst extends AstNode<'NamedAttributeArgumentAst'> {
  readonly argumentName: string;
  readonly argument: ExpressionAst;
  readonly expressionOmitted: boolean;
}

/** `[Name(arguments)]` */
export interface AttributeAst extends AstNode<'AttributeAst'> {
  readonly typeName: TypeName;
  readonly positionalArguments: readonly ExpressionAst[];
  readonly namedArguments: readonly NamedAttributeArgumentAst[];
}

/** `[T]` before a parameter, variable or expression. */
export interface TypeConstraintAst extends AstNode<'TypeConstraintAst'> {
  readonly typeName: TypeName;
}

/** Anything in brackets before a parameter. */
export type AttributeBaseAst = AttributeAst | TypeConstraintAst;

/** A formal parameter. */
export interface ParameterAst extends AstNode<'ParameterAst'> {
  readonly name: VariableExpressionAst;
  readonly attributes: readonly AttributeBaseAst[];
  readonly defaultValue: ExpressionAst | undefined;
}

/** `function`, `filter` or a method's own definition; `parameters` only those of the head, in parentheses. */
export interface FunctionDefinitionAst extends AstNode<'FunctionDefinitionAst'> {
  readonly isFilter: boolean;
  readonly isWorkflow: boolean;
  readonly name: string;
  readonly parameters: readonly ParameterAst[] | undefined;
  readonly body: ScriptBlockAst;
}

/** `class`, `interface` or `enum` */
export interface TypeDefinitionAst extends AstNode<'TypeDefinitionAst'> {
  readonly name: string;
  readonly attributes: readonly AttributeAst[];
  readonly baseTypes: readonly TypeConstraintAst[];
  readonly members: readonly MemberAst[];
  readonly typeAttributes: 'Class' | 'Interface' | 'Enum';
}

/** A property of a class, or a member of an enum. */
export interface PropertyMemberAst extends AstNode<'PropertyMemberAst'> {
  readonly name: string;
  readonly propertyType: TypeConstraintAst | undefined;
  readonly attributes: readonly AttributeAst[];
  readonly isStatic: boolean;
  readonly isHidden: boolean;
  /** True for a member of an enum. */
  readonly isLiteral: boolean;
  readonly initialValue: ExpressionAst | undefined;
}

/** A method or constructor; parameters, body and name are those of the function definition inside. */
export interface FunctionMemberAst extends AstNode<'FunctionMemberAst'> {
  readonly name: string;
  readonly returnType: TypeConstraintAst | undefined;
  readonly attributes: readonly AttributeAst[];
  readonly isStatic: boolean;
  readonly isHidden: boolean;
  readonly isConstructor: boolean;
  readonly functionDefinition: FunctionDefinitionAst;
}

/** Any member of a type definition. */
export type MemberAst = PropertyMemberAst | FunctionMemberAst;

/** What a `using` statement brings in. */
export type UsingStatementKind = 'Assembly' | 'Command' | 'Module' | 'Namespace' | 'Type';

/** `using namespace|module|assembly …`; a module may be given as a hash literal instead of a name. */
export interface UsingStatementAst extends AstNode<'UsingStatementAst'> {
  readonly usingStatementKind: UsingStatementKind;
  readonly name: StringConstantExpressionAst | undefined;
  readonly alias: StringConstantExpressionAst | undefined;
  readonly moduleSpecification: HashtableAst | undefined;
}
