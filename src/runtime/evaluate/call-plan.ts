import type { CommandAst, Extent } from '../../parser/index.ts';
import { type Argument, parameterArgument, positionalArgument } from '../commands/argument.ts';
import type { ScriptCommandInfo } from '../commands/command-info.ts';
import { BoundParameters } from '../commands/command-invocation.ts';
import { ControlFlow } from '../errors/control-flow.ts';
import type { Sink } from '../pipeline/sink.ts';
import type { CommandSite } from '../pipeline/stage.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { PSObject } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { compiledOf } from './block.ts';
import { callSimple, type SimpleTarget, sessionStateOf } from './call-function.ts';
import type { Evaluate } from './closures.ts';
import { compileArgumentValue } from './commands.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { ran } from './pipelines.ts';
import { type SimpleParameter, simpleParameters, slotConstraintsOf } from './simple-parameters.ts';

/** An element of a call as written: a value, or a parameter name with or without a value of its own. */
interface Element {
  readonly name: string | undefined;
  readonly value: Evaluate | undefined;
  readonly ast: CommandAst['commandElements'][number];
}

/** What is written behind the name or block of a call. */
export class CallShape {
  readonly extent: Extent;
  readonly site: CommandSite;
  readonly elements: readonly Element[];
  readonly values: readonly Evaluate[];

  constructor(ast: CommandAst, site: CommandSite, c: Compile) {
    this.extent = ast.extent;
    this.site = site;
    this.elements = ast.commandElements.slice(1).map((e) => elementOf(e, c));
    this.values = this.elements.map((e) => e.value).filter((v) => v !== undefined);
  }
}

function elementOf(ast: Element['ast'], c: Compile): Element {
  if (ast.kind !== 'CommandParameterAst') return { name: undefined, value: compileArgumentValue(ast, c), ast };
  return { name: ast.parameterName, value: ast.argument && compileArgumentValue(ast.argument, c), ast };
}

/** How the values of one call reach the parameters of one function or block. */
export interface CallPlan extends SimpleTarget {
  /** Per element with a value, in order: the parameter's index, or -1 for `$args`. */
  readonly targets: readonly number[];
  /** Parameters set by a bare `-Switch`. */
  readonly switches: readonly number[];
  /** The values are the slots as they come: untyped parameters in order, nothing left over, nothing to note. */
  readonly isDirect: boolean;
}

/** The plan for a call of a function or block; undefined where only the binder knows what is meant. */
export function planCall(
  { elements, site }: CallShape,
  frame: Frame,
  command: ScriptCommandInfo,
  script: ScriptBlock,
): CallPlan | undefined {
  const block = compiledOf(script);
  // Only the long way gives a call an `$input` of its own.
  const parameters = block.mentionsInput ? undefined : simpleParameters(frame, block);
  if (parameters === undefined) return undefined;
  const arranged = arrange(elements, parameters);
  if (arranged === undefined) return undefined;
  const { targets, switches } = arranged;
  const isDirect =
    switches.length === 0 &&
    !block.mentionsBoundParameters &&
    targets.every((target, i) => target === i && parameters[i]?.type === undefined);
  return {
    command,
    operator: site.invocationOperator,
    block,
    state: sessionStateOf(script),
    parameters,
    slotConstraints: slotConstraintsOf(parameters),
    targets,
    switches,
    isDirect,
  };
}

/** Matches the elements of a call with parameters. */
function arrange(
  elements: readonly Element[],
  parameters: readonly SimpleParameter[],
): Pick<CallPlan, 'targets' | 'switches'> | undefined {
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
  return { targets, switches };
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

/** Calls what a plan is for with the values of its elements. */
export function runPlan(
  call: CallShape,
  plan: CallPlan,
  frame: Frame,
  values: PSValue[],
  out: Sink,
): Eventually<undefined> {
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
  call: CallShape,
  plan: CallPlan,
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
