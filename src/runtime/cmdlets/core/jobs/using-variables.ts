import { findAll } from '../../../../parser/index.ts';
import type { CallFrame } from '../../../commands/call-frame.ts';
import { compiledOf } from '../../../evaluate/block.ts';
import { BlockCompiler } from '../../../evaluate/compile.ts';
import { Frame } from '../../../evaluate/frame.ts';
import { UsingValues, usingKeyOf } from '../../../evaluate/using.ts';
import { Layout } from '../../../scope/layout.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import type { ScriptBlock } from '../../../values/script-block.ts';

/** The values of a block's `$using:` expressions, evaluated in the frame that hands the block over. */
export async function usingValues(caller: CallFrame, block: ScriptBlock): Promise<UsingValues> {
  const values = new Map<string, PSValue>();
  const found = findAll(block.ast, (node) => node.kind === 'UsingExpressionAst', true);
  if (found.length === 0 || !(caller instanceof Frame)) return new UsingValues(values);
  const compiler = new BlockCompiler(new Layout(), compiledOf(block).unit, false);
  for (const node of found) {
    if (node.kind !== 'UsingExpressionAst') continue;
    values.set(usingKeyOf(node), (await compiler.expression(node.subExpression)(caller)) ?? null);
  }
  return new UsingValues(values);
}
