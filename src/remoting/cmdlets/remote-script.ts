import { find, type ScriptBlockAst } from '../../parser/index.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import { typeSystemOf } from '../../runtime/types/type-system.ts';
import type { Hashtable } from '../../runtime/values/hashtable.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { ScriptBlock } from '../../runtime/values/script-block.ts';
import type { CreatePipeline, RemoteCommand } from '../psrp/messages/pipeline.ts';
import { noMerging, plainRequest } from '../psrp/messages/pipeline.ts';

/** What a script block becomes on the wire. */
export interface RemoteScript {
  /** Command objects, where the block is made of plain calls. */
  readonly statements?: readonly (readonly RemoteCommand[])[] | undefined;
  readonly text: string;
  readonly args: readonly PSValue[];
  readonly using: Hashtable | undefined;
  readonly hasInput: boolean;
}

/** The request that runs a script in a session's own scope. */
export function scriptRequest(script: RemoteScript): Omit<CreatePipeline, 'hostInfo'> {
  const args = script.args.map((value) => ({ name: null, value }));
  const using = script.using ? [{ name: '--%', value: script.using }] : [];
  const command = {
    text: script.text,
    isScript: true,
    useLocalScope: null,
    merging: noMerging,
    arguments: [...args, ...using],
  };
  return {
    statements: script.statements ?? [[command]],
    noInput: !script.hasInput,
    ...plainRequest,
  };
}

/**
 * The text of a block as it is sent. A block that is one pipeline of commands gets the input at its start, unless it
 * looks into `$input` itself.
 */
export function blockText(engine: EngineContext, block: ScriptBlock, hasInput: boolean): string {
  const text = typeSystemOf(engine).netText(block);
  const pipeline = hasInput ? inputTaker(block.ast) : undefined;
  if (pipeline === undefined) return text;
  return `${block.ast.paramBlock?.extent.text ?? ''}\n$input | ${pipeline}`;
}

/** The text of the only pipeline of a block, where it begins with a command and does not use `$input`. */
function inputTaker(ast: ScriptBlockAst): string | undefined {
  const { beginBlock, processBlock, cleanBlock, dynamicParamBlock, endBlock } = ast;
  if (beginBlock || processBlock || cleanBlock || dynamicParamBlock || !endBlock || endBlock.traps) return undefined;
  const [statement] = endBlock.statements;
  if (endBlock.statements.length !== 1 || statement?.kind !== 'PipelineAst') return undefined;
  if (statement.pipelineElements[0]?.kind !== 'CommandAst') return undefined;
  const usesInput = find(
    ast,
    (node) => node.kind === 'VariableExpressionAst' && node.variablePath.userPath.toLowerCase() === 'input',
    true,
  );
  return usesInput ? undefined : statement.extent.text;
}
