import { NetException } from '../../errors/net-exception.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import { Layout } from '../../scope/layout.ts';
import { Scope } from '../../scope/scope.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';
import { callingScope } from '../call-function.ts';
import { Frame } from '../frame.ts';
import { isUncatchable } from '../terminating.ts';
import { initialValue, staticFieldsOf } from './class-fields.ts';
import { compileMethod, methodFrame, runMethod } from './method-code.ts';
import { type ScriptClass, scriptClassOf } from './script-class.ts';

/** Makes sure that a class's static initialisers and static constructor have run: once, before its first use. */
export function started(script: ScriptClass): Eventually<void> {
  if (script.startFailure !== undefined) throw script.startFailure;
  if (script.started) return undefined;
  script.started = true;
  const base = scriptClassOf(script.baseType);
  return andThen(base && started(base), () => start(script));
}

/** Runs the initialisers; what they throw is a TypeInitializationException, now and at every later use. */
function start(script: ScriptClass): Eventually<void> {
  try {
    const done = initialise(script);
    return done instanceof Promise ? done.catch((thrown) => failStart(script, thrown)) : done;
  } catch (thrown) {
    return failStart(script, thrown);
  }
}

function failStart(script: ScriptClass, thrown: unknown): never {
  if (!(thrown instanceof TerminatingError) || isUncatchable(thrown)) throw thrown;
  const { record } = thrown;
  for (let cause: NetException | null = record.exception; cause; cause = cause.innerException)
    cause.errorRecord ??= record;
  script.started = false;
  script.startFailure = new NetException(
    'System.TypeInitializationException',
    `The class '${script.ast.name}' could not be made ready: ${record.exception.message}`,
    record.exception,
  );
  throw script.startFailure;
}

function initialise(script: ScriptClass): Eventually<void> {
  const frame = initialiserFrame(script);
  const fields = staticFieldsOf(script);
  const fill = (start: number): Eventually<void> => {
    for (let i = start; i < fields.length; i++) {
      const field = fields[i];
      if (field === undefined) break;
      const value = initialValue(frame, field);
      if (value instanceof Promise)
        return value.then((v) => {
          script.statics[field.slot] = v;
          return fill(i + 1);
        });
      script.statics[field.slot] = value;
    }
    return staticConstructor(script);
  };
  return fill(0);
}

function staticConstructor(script: ScriptClass): Eventually<void> {
  const ast = script.functions.find((f) => f.isConstructor && f.isStatic);
  if (ast === undefined) return undefined;
  const code = compileMethod(script, ast);
  const done = runMethod(methodFrame(script, code, undefined, []), code.body);
  return done instanceof Promise ? done.then(() => undefined) : undefined;
}

/** A frame in which initialisers run, with `$this` when there is an instance. */
export function initialiserFrame(script: ScriptClass, self?: object): Frame {
  const { session, sessionState, block } = script.definition;
  const caller = session.frame ?? session.root;
  const scope = new Scope(callingScope(caller, sessionState), sessionState, new Layout(), [], 'local');
  const frame = new Frame(session, scope, caller.streams, caller, block);
  frame.propagate = true;
  if (self !== undefined) frame.thisValue = self;
  scope.automatic = frame;
  return frame;
}
