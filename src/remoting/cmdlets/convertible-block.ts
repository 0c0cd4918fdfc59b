import type {
  CommandAst,
  CommandElementAst,
  ExpressionAst,
  RedirectionAst,
  ScriptBlockAst,
  StatementAst,
} from '../../parser/index.ts';
import { elementsOf } from '../../runtime/members/enumerate.ts';
import { encodeBase64Text } from '../../runtime/text/base64-text.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import { baseOf } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import {
  type CommandArgument,
  type CommandMerging,
  noMerging,
  type RemoteCommand,
  ResultTypes,
} from '../psrp/messages/pipeline.ts';

/**
 * A block of plain command calls as command objects instead of text, as PowerShell sends it: then each command stands for
 * itself on the far side, outside of any script. Undefined for every other block. Only calls whose arguments are
 * constants, `$true`, `$false`, `$null` and `$using:` values are plain.
 */
export function convertBlock(
  ast: ScriptBlockAst,
  using: Hashtable | undefined,
): readonly (readonly RemoteCommand[])[] | undefined {
  const { paramBlock, beginBlock, processBlock, cleanBlock, dynamicParamBlock, endBlock } = ast;
  if (paramBlock || beginBlock || processBlock || cleanBlock || dynamicParamBlock || !endBlock || endBlock.traps)
    return undefined;
  if (endBlock.statements.length === 0) return undefined;
  try {
    return endBlock.statements.map((statement) => convertStatement(statement, using));
  } catch (thrown) {
    if (thrown === notPlain) return undefined;
    throw thrown;
  }
}

/** Thrown inside for what cannot be converted. */
const notPlain = Symbol('not plain');

function convertStatement(statement: StatementAst, using: Hashtable | undefined): RemoteCommand[] {
  if (statement.kind !== 'PipelineAst' || statement.background) throw notPlain;
  return statement.pipelineElements.map((element) => {
    if (element.kind !== 'CommandAst') throw notPlain;
    return convertCommand(element, using);
  });
}

function convertCommand(ast: CommandAst, using: Hashtable | undefined): RemoteCommand {
  const [head, ...rest] = ast.commandElements;
  if (ast.invocationOperator === 'Dot' || head?.kind !== 'StringConstantExpressionAst' || head.value.trim() === '')
    throw notPlain;
  return {
    text: head.value,
    isScript: false,
    useLocalScope: null,
    merging: mergingOf(ast.redirections),
    arguments: rest.flatMap((element) => convertElement(element, using)),
  };
}

function convertElement(element: CommandElementAst, using: Hashtable | undefined): CommandArgument[] {
  if (element.kind === 'CommandParameterAst') {
    const { argument, parameterName } = element;
    if (!argument) return [{ name: `-${parameterName}`, value: null }];
    return [{ name: `-${parameterName}:`, value: constantOf(argument, using) }];
  }
  if (
    element.kind === 'UsingExpressionAst' &&
    element.subExpression.kind === 'VariableExpressionAst' &&
    element.subExpression.splatted
  ) {
    return splatted(constantOf(element, using));
  }
  return [{ name: null, value: constantOf(element, using) }];
}

function splatted(value: PSValue): CommandArgument[] {
  const base = baseOf(value);
  if (base instanceof Hashtable) {
    return Array.from(base.entries(), ({ key, value: item }) => ({ name: String(key), value: item }));
  }
  return (elementsOf(base) ?? [value]).map((item) => ({ name: null, value: item }));
}

const constants: ReadonlyMap<string, PSValue> = new Map<string, PSValue>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

function constantOf(ast: ExpressionAst, using: Hashtable | undefined): PSValue {
  switch (ast.kind) {
    case 'StringConstantExpressionAst':
      return ast.value;
    case 'ConstantExpressionAst':
      // a number that is written another way than it prints keeps its text only within a script
      if (typeof ast.value === 'number' && (ast.value | 0) === ast.value && String(ast.value) === ast.extent.text)
        return ast.value;
      throw notPlain;
    case 'ArrayLiteralAst':
      return ast.elements.map((element) => constantOf(element, using));
    case 'VariableExpressionAst': {
      const value = constants.get(ast.variablePath.userPath.toLowerCase());
      if (value === undefined || ast.splatted) throw notPlain;
      return value;
    }
    case 'UsingExpressionAst': {
      const { text } = ast.extent;
      const key = ast.subExpression.kind === 'VariableExpressionAst' ? text.toLowerCase() : text;
      const value = using?.get(encodeBase64Text(key));
      if (value === undefined) throw notPlain;
      return value;
    }
    default:
      throw notPlain;
  }
}

type MergeKey = 'error' | 'warning' | 'verbose' | 'debug' | 'information';

const mergeKeys: Readonly<Record<string, readonly MergeKey[]>> = {
  Error: ['error'],
  Warning: ['warning'],
  Verbose: ['verbose'],
  Debug: ['debug'],
  Information: ['information'],
  All: ['error', 'warning', 'verbose', 'debug', 'information'],
};

function mergingOf(redirections: readonly RedirectionAst[]): CommandMerging {
  const [only] = redirections;
  if (!only) return noMerging;
  if (redirections.length > 1 || only.kind !== 'MergingRedirectionAst' || only.toStream !== 'Output') throw notPlain;
  const merged = Object.fromEntries((mergeKeys[only.fromStream] ?? []).map((key) => [key, ResultTypes.Output]));
  const own = only.fromStream === 'Error' || only.fromStream === 'All';
  const old = own
    ? { myResult: only.fromStream === 'All' ? ResultTypes.All : ResultTypes.Error, toResult: ResultTypes.Output }
    : {};
  return { ...noMerging, ...merged, ...old };
}
