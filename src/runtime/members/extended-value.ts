import type { EngineContext } from '../engine.ts';
import { ControlFlow } from '../errors/control-flow.ts';
import { NetException } from '../errors/net-exception.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { NetType } from '../values/net-type.ts';
import type { ExtendedMember } from '../values/ps-object.ts';
import { andThen, type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { getMember } from './get-member.ts';
import { propertyAssignment, scriptMethodFailed, settingFailed } from './member-errors.ts';
import { memberInfoOf } from './member-info.ts';
import { NativeCode } from './native-code.ts';
import { setMember } from './set-member.ts';

/** Reads an extended member of a value. A getter that throws gives `$null`. */
export function extendedValue(engine: EngineContext, self: PSValue, member: ExtendedMember): Eventually<PSValue> {
  switch (member.kind) {
    case 'NoteProperty':
      return member.value instanceof NativeCode ? run(engine, self, member.value, []) : member.value;
    case 'ScriptProperty':
    case 'CodeProperty':
      return quietly(() => run(engine, self, member.value, []));
    case 'AliasProperty':
      return aliasValue(engine, self, member);
    default:
      return memberInfoOf(engine, self, member);
  }
}

function aliasValue(engine: EngineContext, self: PSValue, member: ExtendedMember): Eventually<PSValue> {
  const value = getMember(engine, self, typeSystemOf(engine).toText(member.value));
  const type = member.secondValue;
  return type instanceof NetType ? andThen(value, (v) => typeSystemOf(engine).convert(v, type)) : value;
}

/** Runs script or native code of a member on a value. */
function run(engine: EngineContext, self: PSValue, code: PSValue, args: readonly PSValue[]): Eventually<PSValue> {
  if (code instanceof NativeCode) return code.run(engine, self, args);
  if (code instanceof ScriptBlock) return engine.invokeBlock(code, { args, thisValue: self });
  return null;
}

/** The value of a getter, or null when it throws an error. */
export function quietly(get: () => Eventually<PSValue>): Eventually<PSValue> {
  try {
    const value = get();
    return isPending(value) ? value.catch(hush) : (value ?? null);
  } catch (thrown) {
    return hush(thrown);
  }
}

/** What a getter gives that threw. */
export function hush(thrown: unknown): null {
  if (thrown instanceof ControlFlow) throw thrown;
  // A class that could not be made ready has no properties to read.
  if (thrown instanceof NetException && thrown.typeName === 'System.TypeInitializationException') throw thrown;
  return null;
}

/** Sets a script, code or alias property of a value. */
export function setExtended(
  engine: EngineContext,
  self: PSValue,
  member: ExtendedMember,
  value: PSValue,
): Eventually<void> {
  if (member.kind === 'AliasProperty') return setMember(engine, self, typeSystemOf(engine).toText(member.value), value);
  const setter = member.secondValue;
  if (!(setter instanceof NativeCode || setter instanceof ScriptBlock))
    throw propertyAssignment(member.name, 'readOnly');
  const failed = (thrown: unknown): never => {
    if (thrown instanceof ControlFlow) throw thrown;
    throw settingFailed(member.name, engine.toException(thrown));
  };
  try {
    const done = run(engine, self, setter, [value]);
    return isPending(done) ? done.then(() => undefined, failed) : undefined;
  } catch (thrown) {
    return failed(thrown);
  }
}

/** Calls a ScriptMethod or CodeMethod. */
export function callExtended(
  engine: EngineContext,
  self: PSValue,
  member: ExtendedMember,
  args: readonly PSValue[],
): Eventually<PSValue> {
  try {
    const result = run(engine, self, member.value, args);
    if (!isPending(result)) return result;
    return result.catch((thrown: unknown) => {
      throw scriptMethodFailed(engine, member.name, args.length, thrown);
    });
  } catch (thrown) {
    throw scriptMethodFailed(engine, member.name, args.length, thrown);
  }
}
