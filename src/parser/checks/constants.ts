import type { ExpressionAst } from '../ast/expressions.ts';
import type { StatementAst, StatementBlockAst } from '../ast/statements.ts';
import { TokenFlags, tokenTraits } from '../tokens/token-kinds.ts';
import type { TypeCatalogue } from '../types.ts';
import { pureExpression } from './assignments.ts';

/** What counts as constant besides numbers, text and what can be computed from them. */
export interface ConstantRules {
  readonly arrays: boolean;
  readonly hashtables: boolean;
  readonly scriptBlocks: boolean;
  /** Type literals count even when the type is not known. */
  readonly anyType: boolean;
}

/** Arguments of attributes of functions and parameters. */
export const attributeRules: ConstantRules = { arrays: true, hashtables: false, scriptBlocks: true, anyType: true };

/** Arguments of attributes of classes and their members. */
export const classAttributeRules: ConstantRules = { ...attributeRules, scriptBlocks: false };

/** Arguments of `#requires`. */
export const requiresRules: ConstantRules = { arrays: true, hashtables: true, scriptBlocks: false, anyType: false };

const canFold = TokenFlags.CanConstantFold;
const simpleTypes =
  /^(?:system\.)?(?:string|char|bool|boolean|byte|sbyte|short|int16|ushort|uint16|int|int32|uint|uint32|long|int64|ulong|uint64|float|single|double|decimal|datetime|bigint|numerics\.biginteger)$/;

/** Whether an expression always has the same value and can be evaluated without running anything. */
export function isConstant(node: ExpressionAst, rules: ConstantRules, types: TypeCatalogue | undefined): boolean {
  const all = (...nodes: readonly ExpressionAst[]): boolean => nodes.every((item) => isConstant(item, rules, types));
  switch (node.kind) {
    case 'ConstantExpressionAst':
    case 'StringConstantExpressionAst':
      return true;
    case 'VariableExpressionAst':
      return isConstantVariable(node);
    case 'TernaryExpressionAst':
      return all(node.condition, node.ifTrue, node.ifFalse);
    case 'BinaryExpressionAst':
      return folds(node.operator) && all(node.left, node.right) && !isNullDivisor(node.operator, node.right);
    case 'UnaryExpressionAst':
      return folds(node.tokenKind) && all(node.child);
    case 'ConvertExpressionAst':
      return simpleTypes.test(node.type.typeName.fullName.toLowerCase()) && all(node.child);
    case 'ParenExpressionAst':
      return isConstantStatement(node.pipeline, rules, types);
    case 'SubExpressionAst':
      return isConstantBlock(node.subExpression, rules, types);
    case 'UsingExpressionAst':
      return all(node.subExpression);
    case 'TypeExpressionAst':
      return rules.anyType || types?.resolve(node.typeName, 'type', []) !== undefined;
    case 'MemberExpressionAst':
      return node.static && node.expression.kind === 'TypeExpressionAst' && isFieldName(node.member.kind);
    case 'ArrayLiteralAst':
      return rules.arrays && all(...node.elements);
    case 'HashtableAst':
      return (
        rules.hashtables &&
        node.keyValuePairs.every(({ key, value }) => all(key) && isConstantStatement(value, rules, types))
      );
    case 'ScriptBlockExpressionAst':
      return rules.scriptBlocks;
    default:
      return false;
  }
}

/** Whether a variable is `$true`, `$false` or `$null`. */
export function isConstantVariable(node: Extract<ExpressionAst, { readonly kind: 'VariableExpressionAst' }>): boolean {
  const { isVariable, unqualifiedPath } = node.variablePath;
  return isVariable && /^(?:true|false|null)$/i.test(unqualifiedPath);
}

function isConstantStatement(node: StatementAst, rules: ConstantRules, types: TypeCatalogue | undefined): boolean {
  if (node.kind !== 'PipelineAst') return false;
  const expression = pureExpression(node);
  return expression !== undefined && isConstant(expression, rules, types);
}

function isConstantBlock(node: StatementBlockAst, rules: ConstantRules, types: TypeCatalogue | undefined): boolean {
  const statement = node.statements[0];
  const isSingle = node.traps === undefined && node.statements.length === 1;
  return isSingle && statement !== undefined && isConstantStatement(statement, rules, types);
}

function folds(operator: keyof typeof tokenTraits): boolean {
  return (tokenTraits[operator].flags & canFold) !== 0;
}

function isNullDivisor(operator: string, right: ExpressionAst): boolean {
  if (operator !== 'Divide' && operator !== 'Rem') return false;
  return right.kind === 'VariableExpressionAst' && /^(?:false|null)$/i.test(right.variablePath.unqualifiedPath);
}

/** Fields of types, such as members of enums, are constant; which names are fields only the type could tell. */
function isFieldName(kind: string): boolean {
  return kind === 'StringConstantExpressionAst';
}
