import { type ScriptCommandInfo, scriptInfoOf } from '../commands/command-info.ts';
import { type ControlFlow, ReturnSignal } from '../errors/control-flow.ts';
import type { Sink } from '../pipeline/sink.ts';
import { Scope, type SlotConstraints } from '../scope/scope.ts';
import type { SessionState } from '../scope/session-state.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { Execute } from './closures.ts';
import type { CompiledBlock } from './compiled-block.ts';
import { Frame } from './frame.ts';
import { type SimpleParameter, unboundValue } from './simple-parameters.ts';
import { callDepthOverflow } from './terminating.ts';

/** Every so many nested calls (a power of two) the callee starts on an empty native stack. */
const stackSlice = 64;

/** The session state a block is bound to. */
export function sessionStateOf(block: ScriptBlock): SessionState {
  // Contract of ScriptBlock: `sessionState` is the SessionState it was made in.
  return block.sessionState as SessionState;
}

/** The scope a block of some session state is called from: that of the nearest frame of the same session state. */
export function callingScope(frame: Frame, state: SessionState): Scope {
  for (let f: Frame | null = frame; f; f = f.caller) if (f.scope.sessionState === state) return f.scope;
  return state.topScope;
}

/** Runs a body in its frame: the innermost frame is noted, and deep nesting continues on an empty native stack. */
export function runBody(caller: Frame, callee: Frame, body: Execute, out: Sink): Eventually<ControlFlow | undefined> {
  const { session } = callee;
  const { depth } = callee;
  if (depth > session.maxDepth) throw callDepthOverflow();
  session.frame = callee;
  if ((depth & (stackSlice - 1)) === 0 && !session.synchronous) {
    return Promise.resolve()
      .then(() => body(callee, out))
      .then((signal) => leave(caller, signal));
  }
  const signal = body(callee, out);
  if (signal instanceof Promise) return signal.then((s) => leave(caller, s));
  session.frame = caller;
  return signal;
}

function leave(caller: Frame, signal: ControlFlow | undefined): ControlFlow | undefined {
  caller.session.frame = caller;
  return signal;
}

/** A function that can be called without the binder. */
export interface SimpleTarget {
  readonly command: ScriptCommandInfo;
  /** The operator it is called with, for `$MyInvocation.InvocationName`; empty for a function called by name. */
  readonly operator: '' | '&' | '.';
  readonly block: CompiledBlock;
  readonly state: SessionState;
  readonly parameters: readonly SimpleParameter[];
  readonly slotConstraints: SlotConstraints | undefined;
}

/**
 * Calls the body of a simple function (no named blocks, no binder): the path of ordinary calls in expressions.
 *
 * @param slots bound parameters by their position, undefined where nothing was bound
 * @param args what was left over, for `$args`
 * @param bound `$PSBoundParameters`, where the body mentions it
 */
export function callSimple(
  frame: Frame,
  { block, state, command, operator, parameters, slotConstraints }: SimpleTarget,
  slots: PSValue[],
  args: readonly PSValue[],
  bound: PSValue,
  out: Sink,
): Eventually<undefined> {
  const { session } = frame;
  const { budget } = session.engine;
  budget.charge(1);
  const parent = frame.scope.sessionState === state ? frame.scope : callingScope(frame, state);
  const scope = new Scope(parent, state, block.layout, slots, 'local');
  scope.args = args;
  if (slotConstraints !== undefined) scope.slotConstraints = slotConstraints;
  const callee = new Frame(session, scope, frame.streams, frame, block);
  callee.command = command;
  if (operator !== '') callee.operator = operator;
  if (bound !== undefined) callee.boundParameters = bound;
  scope.automatic = callee;
  const pause = budget.pause();
  if (pause !== undefined) return pause.then(() => fillThenEnter(frame, callee, parameters, out));
  for (let i = 0; i < parameters.length; i++)
    if (slots[i] === undefined) return fillThenEnter(frame, callee, parameters, out);
  return enter(frame, callee, out);
}

/** Gives unbound parameters their defaults, in order, in the callee's own frame. */
function fillThenEnter(
  frame: Frame,
  callee: Frame,
  parameters: readonly SimpleParameter[],
  out: Sink,
  start = 0,
): Eventually<undefined> {
  const { slots } = callee.scope;
  callee.session.frame = callee;
  for (let i = start; i < parameters.length; i++) {
    const parameter = parameters[i];
    if (parameter === undefined || slots[i] !== undefined) continue;
    const value = unboundValue(callee, parameter);
    if (value instanceof Promise) {
      return value.then((v) => {
        slots[i] = v ?? null;
        return fillThenEnter(frame, callee, parameters, out, i + 1);
      });
    }
    slots[i] = value ?? null;
  }
  return enter(frame, callee, out);
}

function enter(frame: Frame, callee: Frame, out: Sink): Eventually<undefined> {
  const body = callee.block?.end;
  if (body === undefined) return done(frame, callee, undefined);
  const signal = runBody(frame, callee, body, out);
  if (signal instanceof Promise) return signal.then((s) => done(frame, callee, s));
  return done(frame, callee, signal);
}

function done(frame: Frame, callee: Frame, signal: ControlFlow | undefined): undefined {
  const { tables } = callee.scope;
  if (tables !== undefined && (tables.functions.size > 0 || tables.aliases.size > 0)) frame.session.commandVersion++;
  return leaveBlock(frame, signal);
}

/** Runs a block without parameters in the scope it is called from (`. { … }`). */
export function callInScope(
  frame: Frame,
  block: ScriptBlock,
  compiled: CompiledBlock,
  out: Sink,
): Eventually<undefined> {
  const { session } = frame;
  const { budget } = session.engine;
  budget.charge(1);
  const scope = callingScope(frame, sessionStateOf(block));
  const { args, automatic, dollarUnder } = scope;
  const callee = new Frame(session, scope, frame.streams, frame, compiled);
  callee.command = scriptInfoOf(block);
  callee.operator = '.';
  scope.args = noArgs;
  scope.automatic = callee;
  const restore = (): void => {
    scope.args = args;
    scope.automatic = automatic;
    scope.dollarUnder = dollarUnder;
  };
  const run = (): Eventually<ControlFlow | undefined> => {
    const body = compiled.end;
    return body === undefined ? undefined : runBody(frame, callee, body, out);
  };
  let signal: Eventually<ControlFlow | undefined>;
  try {
    const pause = budget.pause();
    signal = pause === undefined ? run() : pause.then(run);
  } catch (thrown) {
    restore();
    throw thrown;
  }
  if (signal instanceof Promise) return signal.finally(restore).then((s) => leaveBlock(frame, s));
  restore();
  return leaveBlock(frame, signal);
}

function leaveBlock(frame: Frame, signal: ControlFlow | undefined): undefined {
  if (signal !== undefined && !(signal instanceof ReturnSignal)) throw signal;
  frame.engine.lastSucceeded = true;
  return undefined;
}

const noArgs: readonly PSValue[] = [];
