import type { CommandAst } from '../../parser/index.ts';
import { FunctionInfo, scriptInfoOf } from '../commands/command-info.ts';
import { fail } from '../errors/terminating-error.ts';
import type { Sink } from '../pipeline/sink.ts';
import type { Stage } from '../pipeline/stage.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { compiledOf } from './block.ts';
import { callInScope, sessionStateOf } from './call-function.ts';
import { type CallPlan, CallShape, planCall, runPlan } from './call-plan.ts';
import type { Evaluate, Execute } from './closures.ts';
import { compileStage, isSplatted, siteOf } from './commands.ts';
import type { Compile } from './compile-context.ts';
import type { CompiledBlock } from './compiled-block.ts';
import type { Frame } from './frame.ts';
import { onlyExpression, ran } from './pipelines.ts';
import { evaluateAll } from './sequence.ts';
import { simpleParameters } from './simple-parameters.ts';

/** Runs a command through the pipeline and the binder; its name or block was evaluated before. */
type Slow = (frame: Frame, command: PSValue, out: Sink) => Eventually<undefined>;

/** One command alone, without redirections: functions and blocks that need no binder are called directly. */
export function compileCall(ast: CommandAst, c: Compile): Execute {
  const site = siteOf(ast);
  const { head, stage } = compileStage(ast, c, site);
  const slow: Slow = (frame, command, out) => {
    const made = stage(frame, command);
    return made instanceof Promise ? made.then((s) => runAlone(frame, s, out)) : runAlone(frame, made, out);
  };
  const run: Execute = (frame, out) => {
    const command = head(frame);
    return command instanceof Promise ? command.then((x) => slow(frame, x, out)) : slow(frame, command, out);
  };
  const [name, ...rest] = ast.commandElements;
  if (looksLikeMethodCall(ast)) return checkedInStrictMode(run);
  if (ast.redirections.length > 0 || rest.some(isSplatted)) return run;
  const isName = name?.kind === 'StringConstantExpressionAst';
  if (ast.invocationOperator === 'Unknown')
    return isName ? namedCall(new NamedCall(name.value, new CallShape(ast, site, c)), run) : run;
  if (isName) return run;
  if (ast.invocationOperator === 'Ampersand') return blockCall(new BlockCall(new CallShape(ast, site, c)), head, slow);
  return rest.length === 0 ? dottedBlock(ast, head, slow) : run;
}

function runAlone(frame: Frame, stage: Stage, out: Sink): Eventually<undefined> {
  return ran(frame.session.runPipeline(frame, [stage], undefined, out));
}

/** `f(1, 2)`: one argument, a list in parentheses without a blank before it. */
function looksLikeMethodCall({ commandElements }: CommandAst): boolean {
  const [name, list] = commandElements;
  if (commandElements.length !== 2 || list?.kind !== 'ParenExpressionAst') return false;
  if (name?.extent.endOffset !== list.extent.startOffset || list.pipeline.kind !== 'PipelineAst') return false;
  return onlyExpression(list.pipeline)?.kind === 'ArrayLiteralAst';
}

function checkedInStrictMode(run: Execute): Execute {
  return (frame, out) => {
    if (frame.engine.strictMode < 2) return run(frame, out);
    throw fail({
      id: 'StrictModeFunctionCallWithParens',
      category: 'InvalidOperation',
      message: 'A command was called as a method is: its arguments are separated by blanks, without parentheses.',
    });
  };
}

function namedCall(call: NamedCall, slow: Execute): Execute {
  const { shape } = call;
  return (frame, out) => {
    const plan = call.planFor(frame);
    if (plan === undefined || frame.engine.permit !== undefined) return slow(frame, out);
    return callDirectly(shape, plan, frame, out);
  };
}

function callDirectly(shape: CallShape, plan: CallPlan, frame: Frame, out: Sink): Eventually<undefined> {
  frame.at = shape.extent;
  const values = evaluateAll(frame, shape.values);
  if (values instanceof Promise) return values.then((v) => runPlan(shape, plan, frame, v, out));
  return runPlan(shape, plan, frame, values, out);
}

/** One place that calls a command by a fixed name; remembers what the name meant. */
class NamedCall {
  readonly name: string;
  readonly shape: CallShape;
  #plan: CallPlan | undefined = undefined;
  #version = -1;
  #state: object | undefined = undefined;

  constructor(name: string, shape: CallShape) {
    this.name = name;
    this.shape = shape;
  }

  planFor(frame: Frame): CallPlan | undefined {
    if (this.#version === frame.session.commandVersion && this.#state === frame.scope.sessionState) return this.#plan;
    this.#plan = this.#makePlan(frame);
    this.#version = frame.session.commandVersion;
    this.#state = frame.scope.sessionState;
    return this.#plan;
  }

  #makePlan(frame: Frame): CallPlan | undefined {
    const command = findFunction(frame, this.name);
    if (command === undefined) return undefined;
    if (this.#plan?.command === command) return this.#plan;
    return planCall(this.shape, frame, command, command.scriptBlock);
  }
}

/** The function a name means; undefined when an alias, a cmdlet or nothing comes first. */
function findFunction(frame: Frame, name: string): FunctionInfo | undefined {
  const key = name.toLowerCase();
  for (let scope: Frame['scope'] | null = frame.scope; scope; scope = scope.parent)
    if (scope.tables?.aliases.has(key)) return undefined;
  for (let scope: Frame['scope'] | null = frame.scope; scope; scope = scope.parent) {
    const found = scope.tables?.functions.get(key);
    if (found === undefined) continue;
    // A private function is not seen from inner scopes; discovery knows what comes then.
    if (found.options !== 0 || !(found instanceof FunctionInfo) || found.commandType !== 'Function') return undefined;
    return found;
  }
  return undefined;
}

/** `& $block …`: what is no block, and what needs the binder, goes the long way. */
function blockCall(call: BlockCall, head: Evaluate, slow: Slow): Execute {
  const go = (frame: Frame, command: PSValue, out: Sink): Eventually<undefined> => {
    const block = baseOf(command);
    const plan =
      block instanceof ScriptBlock && frame.engine.permit === undefined ? call.planFor(frame, block) : undefined;
    return plan === undefined ? slow(frame, command, out) : callDirectly(call.shape, plan, frame, out);
  };
  return (frame, out) => {
    const command = head(frame);
    return command instanceof Promise ? command.then((x) => go(frame, x, out)) : go(frame, command, out);
  };
}

/** One place that calls blocks; remembers how the values reach the parameters of the last one. */
class BlockCall {
  readonly shape: CallShape;
  #plan: CallPlan | undefined = undefined;
  /** Whose plan it is: blocks made at one place share their compiled form. */
  #compiled: CompiledBlock | undefined = undefined;
  #session: object | undefined = undefined;

  constructor(shape: CallShape) {
    this.shape = shape;
  }

  planFor(frame: Frame, block: ScriptBlock): CallPlan | undefined {
    const compiled = compiledOf(block);
    if (compiled !== this.#compiled || this.#session !== frame.session) {
      this.#plan = planCall(this.shape, frame, scriptInfoOf(block), block);
      this.#compiled = compiled;
      this.#session = frame.session;
    }
    const plan = this.#plan;
    if (plan === undefined || plan.command.scriptBlock === block) return plan;
    this.#plan = { ...plan, command: scriptInfoOf(block), state: sessionStateOf(block) };
    return this.#plan;
  }
}

/** `. $block`, without arguments: runs in the scope it is called from. */
function dottedBlock({ extent }: CommandAst, head: Evaluate, slow: Slow): Execute {
  const go = (frame: Frame, command: PSValue, out: Sink): Eventually<undefined> => {
    const block = baseOf(command);
    if (!(block instanceof ScriptBlock) || frame.engine.permit !== undefined) return slow(frame, command, out);
    const compiled = compiledOf(block);
    const isPlain = simpleParameters(frame, compiled)?.length === 0 && !compiled.mentionsInput;
    if (!isPlain) return slow(frame, command, out);
    frame.at = extent;
    return callInScope(frame, block, compiled, out);
  };
  return (frame, out) => {
    const command = head(frame);
    return command instanceof Promise ? command.then((x) => go(frame, x, out)) : go(frame, command, out);
  };
}
