import { TokenFlags, tokenTraits } from '../tokens/token-kinds.ts';
import type { ExpressionAst, HashtableAst, IndexExpressionAst, VariableExpressionAst } from './expressions.ts';
import type { Ast } from './index.ts';
import type { ConstantValue } from './node.ts';
import type { StatementAst, StatementBlockAst } from './statements.ts';

/** Makes the values of a runtime from what a script says without running anything; `safeValue` calls it bottom up. */
export interface SafeValueBuilder<Value> {
  text(text: string): Value;
  number(constant: ConstantValue): Value;
  array(items: readonly Value[]): Value;
  hashtable(entries: readonly (readonly [key: Value, value: Value])[]): Value;
  /** The items that a value spreads into where statements are collected; one item unless it is a collection. */
  spread(value: Value): readonly Value[];
  /** A variable that `isSafeValue` lets pass: `$true`, `$false`, `$null` and what the caller has allowed. */
  variable(node: VariableExpressionAst): Value;
  /** A string with values in it. */
  expand(parts: readonly (string | Value)[]): Value;
  index(target: Value, index: Value, node: IndexExpressionAst): Value;
  scriptBlock(node: ExpressionAst): Value;
  /** Unary operators, casts and ternaries over safe operands, for the runtime to evaluate. */
  evaluate(node: ExpressionAst): Value;
}

/** What may count as safe besides constants and collections of them. */
export interface SafeValueRules {
  readonly isSafeVariable: (node: VariableExpressionAst) => boolean;
  readonly isSafeType: (fullName: string) => boolean;
  /** Most entries of a hash literal. */
  readonly maxEntries: number;
  /** Most nodes. */
  readonly maxNodes: number;
}

const simpleTypes =
  /^(?:system\.)?(?:string|char|bool|boolean|byte|sbyte|short|int16|ushort|uint16|int|int32|uint|uint32|long|int64|ulong|uint64|float|single|double|decimal|datetime)$/i;

/** The rules of PowerShell's `SafeGetValue()`: constant variables, conversions to primitive types, limited size. */
export const defaultSafeRules: SafeValueRules = {
  isSafeVariable: ({ variablePath }) =>
    variablePath.isVariable && /^(?:true|false|null)$/i.test(variablePath.unqualifiedPath),
  isSafeType: (fullName) => simpleTypes.test(fullName),
  maxEntries: 500,
  maxNodes: 5000,
};

/** Whether a node has a value that can be known without running anything, as `SafeGetValue()` asks first. */
export function isSafeValue(node: Ast, rules: SafeValueRules = defaultSafeRules): boolean {
  const checker = new SafeChecker(rules);
  return checker.isSafe(node) && checker.visits < rules.maxNodes;
}

class SafeChecker {
  visits = 0;
  private readonly rules: SafeValueRules;

  constructor(rules: SafeValueRules) {
    this.rules = rules;
  }

  isSafe(node: Ast): boolean {
    this.visits++;
    switch (node.kind) {
      case 'ConstantExpressionAst':
      case 'StringConstantExpressionAst':
      case 'ScriptBlockExpressionAst':
        return true;
      case 'VariableExpressionAst':
        return this.rules.isSafeVariable(node);
      case 'ExpandableStringExpressionAst':
        return this.all(node.nestedExpressions);
      case 'ArrayLiteralAst':
        return this.all(node.elements);
      case 'StatementBlockAst':
        return this.all(node.statements);
      case 'SubExpressionAst':
      case 'ArrayExpressionAst':
      case 'UsingExpressionAst':
        return this.isSafe(node.subExpression);
      case 'ParenExpressionAst':
        return this.isSafe(node.pipeline);
      case 'IndexExpressionAst':
        return this.all([node.index, node.target]);
      case 'TernaryExpressionAst':
        return this.all([node.condition, node.ifTrue, node.ifFalse]);
      case 'ConvertExpressionAst':
        return this.rules.isSafeType(node.type.typeName.fullName) && this.isSafe(node.child);
      default:
        return this.isSafeComposite(node);
    }
  }

  private isSafeComposite(node: Ast): boolean {
    switch (node.kind) {
      case 'PipelineAst': {
        const element = node.pipelineElements.length === 1 ? node.pipelineElements[0] : undefined;
        if (element?.kind !== 'CommandExpressionAst' || element.redirections.length > 0) return false;
        return this.isSafe(element.expression);
      }
      case 'UnaryExpressionAst': {
        const { flags } = tokenTraits[node.tokenKind];
        const folds = (flags & TokenFlags.CanConstantFold) !== 0;
        return folds && (flags & TokenFlags.DisallowedInRestrictedMode) === 0 && this.isSafe(node.child);
      }
      case 'HashtableAst':
        return (
          node.keyValuePairs.length <= this.rules.maxEntries &&
          node.keyValuePairs.every(({ key, value }) => this.isSafe(key) && this.isSafe(value))
        );
      default:
        return false;
    }
  }

  private all(nodes: readonly Ast[]): boolean {
    return nodes.every((node) => this.isSafe(node));
  }
}

/** The value of a node that `isSafeValue` lets pass; undefined for others. */
export function safeValue<Value>(
  node: Ast,
  builder: SafeValueBuilder<Value>,
  rules: SafeValueRules = defaultSafeRules,
): Value | undefined {
  return isSafeValue(node, rules) ? evaluate(node, builder) : undefined;
}

function evaluate<Value>(node: Ast, builder: SafeValueBuilder<Value>): Value {
  const of = (child: Ast): Value => evaluate(child, builder);
  switch (node.kind) {
    case 'ConstantExpressionAst':
      return builder.number(node.value);
    case 'StringConstantExpressionAst':
      return builder.text(node.value);
    case 'ExpandableStringExpressionAst':
      return builder.expand(node.parts.map((part) => (typeof part === 'string' ? part : of(part))));
    case 'VariableExpressionAst':
      return builder.variable(node);
    case 'ArrayLiteralAst':
      return builder.array(node.elements.map(of));
    case 'HashtableAst':
      return evaluateHashtable(node, builder);
    case 'IndexExpressionAst':
      return builder.index(of(node.target), of(node.index), node);
    case 'ParenExpressionAst':
      return of(node.pipeline);
    case 'UsingExpressionAst':
    case 'SubExpressionAst':
    case 'ArrayExpressionAst':
      return of(node.subExpression);
    case 'StatementBlockAst':
      return evaluateBlock(node, builder);
    case 'PipelineAst':
      return evaluateStatement(node, builder);
    case 'ScriptBlockExpressionAst':
      return builder.scriptBlock(node);
    case 'UnaryExpressionAst':
    case 'ConvertExpressionAst':
    case 'TernaryExpressionAst':
      return builder.evaluate(node);
    default:
      throw new TypeError(`${node.kind} has no safe value`);
  }
}

function evaluateHashtable<Value>(node: HashtableAst, builder: SafeValueBuilder<Value>): Value {
  return builder.hashtable(
    node.keyValuePairs.map(({ key, value }) => [evaluate(key, builder), evaluate(value, builder)] as const),
  );
}

function evaluateBlock<Value>(node: StatementBlockAst, builder: SafeValueBuilder<Value>): Value {
  return builder.array(node.statements.flatMap((statement) => [...builder.spread(evaluate(statement, builder))]));
}

function evaluateStatement<Value>(node: StatementAst, builder: SafeValueBuilder<Value>): Value {
  const element = node.kind === 'PipelineAst' ? node.pipelineElements[0] : undefined;
  if (element?.kind !== 'CommandExpressionAst') throw new TypeError(`${node.kind} has no safe value`);
  return evaluate(element.expression, builder);
}
