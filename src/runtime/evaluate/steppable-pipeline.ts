import type { CommandAst } from '../../parser/index.ts';
import { fail } from '../errors/terminating-error.ts';
import type { Stage } from '../pipeline/stage.ts';
import { SteppablePipeline } from '../pipeline/steppable-pipeline.ts';
import { Layout } from '../scope/layout.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { compiledOf } from './block.ts';
import { callingScope, sessionStateOf } from './call-function.ts';
import { compileCommand } from './commands.ts';
import { BlockCompiler } from './compile.ts';
import { Frame } from './frame.ts';
import type { Session } from './session.ts';

/** `GetSteppablePipeline()`: the one pipeline of a block, its arguments evaluated now, where the block was made. */
export function steppablePipeline(
  session: Session,
  block: ScriptBlock,
  _args: readonly PSValue[],
): Eventually<PSValue> {
  const commands = commandsOf(block);
  const caller = session.frame ?? session.root;
  const compiled = compiledOf(block);
  const frame = new Frame(session, callingScope(caller, sessionStateOf(block)), caller.streams, caller, compiled);
  const compiler = new BlockCompiler(new Layout(), compiled.unit, false);
  const stages: Stage[] = [];
  const codes = commands.map((ast) => compileCommand(ast, compiler));
  for (const code of codes) {
    const stage = code(frame);
    if (stage instanceof Promise) return rest(frame, codes.slice(stages.length + 1), stages, stage);
    stages.push(stage);
  }
  return new SteppablePipeline(frame, stages);
}

async function rest(
  frame: Frame,
  codes: readonly ReturnType<typeof compileCommand>[],
  stages: Stage[],
  first: Promise<Stage>,
): Promise<PSValue> {
  stages.push(await first);
  for (const code of codes) stages.push(await code(frame));
  return new SteppablePipeline(frame, stages);
}

/** A block for stepping is one pipeline of commands. */
function commandsOf({ ast }: ScriptBlock): readonly CommandAst[] {
  const [statement, ...more] = ast.endBlock?.statements ?? [];
  if (statement?.kind !== 'PipelineAst' || more.length > 0) throw notSteppable();
  const commands: CommandAst[] = [];
  for (const element of statement.pipelineElements) {
    if (element.kind !== 'CommandAst') throw notSteppable();
    commands.push(element);
  }
  return commands;
}

function notSteppable() {
  return fail({
    id: 'CanConvertOneClauseOnly',
    category: 'InvalidOperation',
    exceptionType: 'System.InvalidOperationException',
    message: 'Only a block that is a single pipeline of commands can be stepped through.',
  });
}
