import type { Ast } from '../../../parser/index.ts';
import type { EngineContext } from '../../engine.ts';
import { Hashtable } from '../../values/hashtable.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { invalidOperation } from '../net-error.ts';
import { constantValue } from './ast-special.ts';

/** `Ast.SafeGetValue()`: the value of an expression that needs nothing run; InvalidOperationException for others. */
export function safeAstValue(engine: EngineContext, node: Ast): PSValue {
  switch (node.kind) {
    case 'ConstantExpressionAst':
      return constantValue(node.value);
    case 'StringConstantExpressionAst':
      return node.value;
    case 'VariableExpressionAst':
      return constantVariable(node.variablePath.userPath);
    case 'ArrayLiteralAst':
      return node.elements.map((e) => safeAstValue(engine, e));
    case 'ArrayExpressionAst':
      return node.subExpression.statements.flatMap((s) => {
        const value = safeAstValue(engine, s);
        return Array.isArray(value) ? value : [value];
      });
    case 'HashtableAst':
      return Hashtable.from(
        node.keyValuePairs.map((p) => [safeAstValue(engine, p.key), safeAstValue(engine, p.value)]),
      );
    case 'ParenExpressionAst':
      return safeAstValue(engine, node.pipeline);
    case 'PipelineAst':
      return only(engine, node.pipelineElements);
    case 'CommandExpressionAst':
      return safeAstValue(engine, node.expression);
    case 'UnaryExpressionAst':
      return negated(safeAstValue(engine, node.child), node.tokenKind);
    case 'ScriptBlockAst':
      return only(engine, node.endBlock?.statements ?? []);
    default:
      throw unsafe(node);
  }
}

function only(engine: EngineContext, nodes: readonly Ast[]): PSValue {
  const [first, second] = nodes;
  if (!first || second) throw invalidOperation('Only a single expression has a safe value.');
  return safeAstValue(engine, first);
}

function constantVariable(name: string): PSValue {
  switch (name.toLowerCase()) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'null':
      return null;
    default:
      throw invalidOperation(`The variable '${name}' has no safe value.`);
  }
}

function negated(value: PSValue, operator: string): PSValue {
  if (operator === 'Minus' && (typeof value === 'number' || typeof value === 'bigint')) return -value;
  throw invalidOperation('The operator has no safe value here.');
}

function unsafe(node: Ast) {
  return invalidOperation(`A ${node.kind} has no value that could be told without running it.`);
}
