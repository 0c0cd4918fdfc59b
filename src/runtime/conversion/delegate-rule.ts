import type { EngineContext } from '../engine.ts';
import { callOverloads } from '../members/call-overload.ts';
import type { PSMethod } from '../members/ps-method.ts';
import { conversionRank as rank } from '../types/conversion-rank.ts';
import { coreTypes } from '../types/core-types.ts';
import { delegateSignature } from '../types/delegate-signature.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { NetDelegate } from '../values/net-delegate.ts';
import type { NetType } from '../values/net-type.ts';
import { baseOf } from '../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { Conversion } from './conversion.ts';

/** Script blocks and methods to delegates. */
export function delegateRule(from: NetType, to: NetType): Conversion | undefined {
  if (to.kind !== 'delegate') return undefined;
  if (from === coreTypes().scriptBlock) {
    return { rank: rank.language, convert: (engine, value) => blockDelegate(engine, value as ScriptBlock, to) };
  }
  if (from.name !== 'PSMethod') return undefined;
  return {
    rank: rank.language,
    convert: (engine, value) => {
      const method = value as PSMethod;
      const self = method.isStatic ? null : baseOf(method.target);
      return new NetDelegate(to, (args) => callOverloads(engine, method.overloads, self, method.name, args), method);
    },
  };
}

/** A block as a delegate: arguments bind to its parameters; its output converts to the declared result. */
function blockDelegate(engine: EngineContext, block: ScriptBlock, type: NetType): NetDelegate {
  const { parameters, returnType } = delegateSignature(type);
  const isVoid = returnType === coreTypes().void;
  const isEvent = isVoid && parameters.length === 2 && (parameters[1]?.name.endsWith('EventArgs') ?? false);
  const invoke = (args: readonly PSValue[]): Eventually<PSValue> => {
    const event = isEvent ? { thisValue: args[0] ?? null, dollarUnder: args[1] ?? null } : {};
    const output = engine.invokeBlock(block, { args, ...event });
    return andThen(output, (value) => (isVoid ? undefined : typeSystemOf(engine).convert(value ?? null, returnType)));
  };
  return new NetDelegate(type, invoke, block);
}
