import type { PipelineChainAst } from '../../parser/index.ts';
import type { Execute } from './closures.ts';
import type { Compile } from './compile-context.ts';
import { compileBackground } from './pipelines.ts';

/** `a && b`, `a || b`: the right side runs as `$?` of the left side says (about_Pipeline_Chain_Operators). */
export function compileChain(ast: PipelineChainAst, c: Compile): Execute {
  if (ast.background) return compileBackground(ast, c);
  const left = c.statement(ast.lhsPipelineChain);
  const right = c.statement(ast.rhsPipeline);
  const wanted = ast.operator === 'AndAnd';
  return (frame, out) => {
    const signal = left(frame, out);
    if (signal instanceof Promise)
      return signal.then((s) => s ?? (frame.engine.lastSucceeded === wanted ? right(frame, out) : undefined));
    if (signal !== undefined) return signal;
    return frame.engine.lastSucceeded === wanted ? right(frame, out) : undefined;
  };
}
