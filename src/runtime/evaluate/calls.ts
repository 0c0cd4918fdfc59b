import type { CommandAst, Extent } from '../../parser/index.ts';
import { type Argument, parameterArgument, positionalArgument } from '../commands/argument.ts';
import { FunctionInfo } from '../commands/command-info.ts';
import { BoundParameters } from '../commands/command-invocation.ts';
import { ControlFlow } from '../errors/control-flow.ts';
import { fail } from '../errors/terminating-error.ts';
import type { Sink } from '../pipeline/sink.ts';
import type { CommandSite } from '../pipeline/stage.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { PSObject } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { compiledOf } from './block.ts';
import { callSimple, type SimpleTarget, sessionStateOf } from './call-function.ts';
import type { Evaluate, Execute } from './closures.ts';
import { compileArgumentValue, compileCommand, isSplatted, siteOf } from './commands.ts';
import type { Compile } from './compile-context.ts';
import type { CompiledBlock } from './compiled-block.ts';
import type { Frame } from './frame.ts';
import { onlyExpression, ran } from './pipelines.ts';
import { evaluateAll } from './sequence.ts';
import { type SimpleParameter, simpleParameters, slotConstraintsOf } from './simple-parameters.ts';

/** An element of a call as written: a value, or a parameter name with or without a value of its own. */
interface Element {
  readonly name: string | undefined;
  readonly value: Evaluate | undefined;
  readonly ast: CommandAst['commandElements'][number];
}

/** How the values of one call reach the parameters of one function. */
interface Plan extends SimpleTarget {
  /** Per element with a value, in order: the parameter's index, or -1 for `$args`. */
  readonly targets: readonly number[];
  /** Parameters set by a bare `-Switch`. */
  readonly switches: readonly number[];
  /** The values are the slots as they come: untyped parameters in order, nothing left over, nothing to note. */
  readonly isDirect: boolean;
}

/** One command alone, without redirections: functions that need no binder are called directly. */
export function compileCall(ast: CommandAst, c: Compile): Execute {
  const site = siteOf(ast);
  const stage = compileCommand(ast, c, site);
  const slow: Execute = (frame, out) => {
    const made = stage(frame);
    if (made instanceof Promise)
      return made.then(async (s) => {
        await frame.session.runPipeline(frame, [s], undefined, out);
        return undefined;
      });
    return ran(frame.session.runPipeline(frame, [made], undefined, out));
  };
  const [head, ...rest] = ast.commandElements;
  if (looksLikeMethodCall(ast)) return checkedInStrictMode(slow);
  if (
    head?.kind !== 'StringConstantExpressionAst' ||
    ast.invocationOperator !== 'Unknown' ||
    ast.redirections.length > 0
  )
    return slow;
  if (rest.some(isSplatted)) return slow;
  const elements = rest.map((e): Element => elementOf(e, c));
  return directCall(new Call(head.value, ast.extent, site, elements), slow);
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

function elementOf(ast: Element['ast'], c: Compile): Element {
  if (ast.kind !== 'CommandParameterAst') return { name: undefined, value: compileArgumentValue(ast, c), ast };
  return { name: ast.parameterName, value: ast.argument && compileArgumentValue(ast.argument, c), ast };
}

function directCall(call: Call, slow: Execute): Execute {
  return (frame, out) => {
    const plan = call.planFor(frame);
    if (plan === undefined || frame.engine.permit !== undefined) return slow(frame, out);
    frame.at = call.extent;
    const values = evaluateAll(frame, call.values);
    if (values instanceof Promise) return values.then((v) => run(call, plan, frame, v, out));
    return run(call, plan, frame, values, out);
  };
}

/** One place that calls a command by a fixed name; remembers what the name meant. */
class Call {
  readonly name: string;
  readonly extent: Extent;
  readonly site: CommandSite;
  readonly elements: readonly Element[];
  readonly values: readonly Evaluate[];
  #plan: Plan | undefined = undefined;
  #version = -1;
  #state: object | undefined = undefined;

  constructor(name: string, extent: Extent, site: CommandSite, elements: readonly Element[]) {
    this.name = name;
    this.extent = extent;
    this.site = site;
    this.elements = elements;
    this.values = elements.map((e) => e.value).filter((v) => v !== undefined);
  }

  planFor(frame: Frame): Plan | undefined {
    if (this.#version === frame.session.commandVersion && this.#state === frame.scope.sessionState) return this.#plan;
    this.#plan = this.#makePlan(frame);
    this.#version = frame.session.commandVersion;
    this.#state = frame.scope.sessionState;
    return this.#plan;
  }

  #makePlan(frame: Frame): Plan | undefined {
    const command = findFunction(frame, this.name);
    if (command === undefined) return undefined;
    if (this.#plan?.command === command) return this.#plan;
    const block = compiledOf(command.scriptBlock);
    const parameters = simpleParameters(frame, block);
    return parameters && arrange(this.elements, command, block, parameters);
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

/** Matches the elements of a call with parameters; undefined where only the binder knows what is meant. */
function arrange(
  elements: readonly Element[],
  command: FunctionInfo,
  block: CompiledBlock,
  parameters: readonly SimpleParameter[],
): Plan | undefined {
  const targets: number[] = [];
  const switches: number[] = [];
  const taken = new Set<number>();
  let awaiting: number | undefined;
  const positional: number[] = [];
  for (const element of elements) {
    if (element.name === undefined) {
      if (awaiting === undefined) positional.push(targets.length);
      targets.push(awaiting ?? -1);
      awaiting = undefined;
      continue;
    }
    const index = matchName(parameters, element.name);
    if (awaiting !== undefined || index < 0 || taken.has(index)) return undefined;
    taken.add(index);
    const isSwitch = parameters[index]?.isSwitch ?? false;
    if (element.value !== undefined) targets.push(index);
    else if (isSwitch) switches.push(index);
    else awaiting = index;
  }
  if (awaiting !== undefined) return undefined;
  let next = 0;
  for (const at of positional) {
    while (next < parameters.length && (taken.has(next) || parameters[next]?.isSwitch)) next++;
    if (next < parameters.length) targets[at] = next++;
  }
  const isDirect =
    switches.length === 0 &&
    !block.mentionsBoundParameters &&
    targets.every((target, i) => target === i && parameters[i]?.type === undefined);
  return {
    command,
    block,
    state: sessionStateOf(command.scriptBlock),
    parameters,
    slotConstraints: slotConstraintsOf(parameters),
    targets,
    switches,
    isDirect,
  };
}

function matchName(parameters: readonly SimpleParameter[], name: string): number {
  const key = name.toLowerCase();
  const exact = parameters.findIndex((p) => p.key === key);
  if (exact >= 0) return exact;
  const candidates = parameters.filter((p) => p.key.startsWith(key));
  const [only] = candidates;
  return candidates.length === 1 && only !== undefined ? parameters.indexOf(only) : -1;
}

const noArgs: readonly PSValue[] = [];

function run(call: Call, plan: Plan, frame: Frame, values: PSValue[], out: Sink): Eventually<undefined> {
  const { parameters, targets, block } = plan;
  if (plan.isDirect) return callSimple(frame, plan, values, noArgs, undefined, out);
  const slots = new Array<PSValue>(block.layout.size);
  let rest: PSValue[] | undefined;
  for (let i = 0; i < values.length; i++) {
    const target = targets[i] ?? -1;
    const value = values[i];
    const parameter = parameters[target];
    if (parameter === undefined) (rest ??= []).push(value);
    else if (parameter.type === undefined) slots[target] = value ?? null;
    else {
      const converted = convertArgument(frame, parameter, value);
      if (converted === unconverted) return bindSlowly(call, plan, frame, values, out);
      slots[target] = converted ?? null;
    }
  }
  for (const target of plan.switches) {
    const parameter = parameters[target];
    if (parameter) slots[target] = SwitchParameter.present;
  }
  const bound = block.mentionsBoundParameters ? boundOf(parameters, slots) : undefined;
  return callSimple(frame, plan, slots, rest ?? noArgs, bound, out);
}

const unconverted = Symbol('unconverted');

/** A conversion that is certain and at once; everything else is left to the binder. */
function convertArgument(frame: Frame, parameter: SimpleParameter, value: PSValue): PSValue | typeof unconverted {
  const { type } = parameter;
  if (type === undefined) return value;
  if (typeof value === 'object') {
    if (value === null || value instanceof PSObject) return unconverted;
    return typeOf(value) === type ? value : unconverted;
  }
  if (typeOf(value) === type) return value;
  if (parameter.isSwitch || type.fullName === 'System.Boolean' || value === undefined) return unconverted;
  try {
    const converted = typeSystemOf(frame.engine).convert(value, type);
    return converted instanceof Promise ? unconverted : converted;
  } catch (thrown) {
    if (thrown instanceof ControlFlow) throw thrown;
    return unconverted;
  }
}

/** The same call through the binder, with the values that are there. */
function bindSlowly(
  call: Call,
  plan: Plan,
  frame: Frame,
  values: readonly PSValue[],
  out: Sink,
): Eventually<undefined> {
  const args: Argument[] = [];
  let at = 0;
  for (const { name, value, ast } of call.elements) {
    if (name === undefined) args.push(positionalArgument(values[at++], ast.extent, ast));
    else if (value === undefined) args.push(parameterArgument(name, ast.extent, ast));
    else
      args.push({
        name,
        value: values[at++],
        hasValue: true,
        colon: true,
        splatted: false,
        extent: ast.extent,
        ast,
      });
  }
  const stage = { site: call.site, command: plan.command, args, redirections: [] };
  return ran(frame.session.runPipeline(frame, [stage], undefined, out));
}

/** `$PSBoundParameters` for bodies that mention it. */
function boundOf(parameters: readonly SimpleParameter[], slots: readonly PSValue[]): BoundParameters {
  const table = new BoundParameters();
  for (const [i, parameter] of parameters.entries()) {
    const held = slots[i];
    if (held !== undefined) table.set(parameter.name, held);
  }
  return table;
}
