import type { EngineContext } from '../engine.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { castCause } from '../members/member-errors.ts';
import { setNetProperty } from '../members/set-member.ts';
import { conversionRank as rank } from '../types/conversion-rank.ts';
import { coreTypes } from '../types/core-types.ts';
import { isProperty } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { displayTypeName } from '../types/type-names.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { eachInTurn } from '../values/each-in-turn.ts';
import { Hashtable } from '../values/hashtable.ts';
import type { NetType } from '../values/net-type.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { ExtendedEntry, PSObject } from '../values/ps-object.ts';
import { andThen, type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import type { Conversion } from './conversion.ts';
import { ConversionFailure } from './conversion-failure.ts';
import { kindOf } from './number-rules.ts';

/** A dictionary or custom object into an object with a constructor without parameters: its entries set properties. */
export function objectRule(from: NetType, to: NetType): Conversion | undefined {
  const isTable = coreTypes().dictionary.isAssignableFrom(from);
  if (!isTable && from !== coreTypes().psCustomObject) return undefined;
  if (to.isAbstract || to.kind === 'interface' || to.isArray) return undefined;
  const constructor = membersOf(to).constructors.find((c) => c.parameters.length === 0);
  if (!constructor || kindOf(to) !== 0 || to.isEnum) return undefined;
  if (!isTable && !membersOf(to).all(false).some(isProperty)) return undefined;
  return {
    rank: rank.constructor,
    convert: (engine, value) => {
      const failed = isTable ? creationFailed : propertyConversionFailed;
      try {
        const made = andThen(constructor.invoke(engine, null, []), (object) =>
          fill(engine, to, object, entriesOf(engine, value)),
        );
        return isPending(made) ? made.catch((thrown: unknown) => failed(engine, to, thrown)) : made;
      } catch (thrown) {
        return failed(engine, to, thrown);
      }
    },
  };
}

type Entry = readonly [string, PSValue];

function entriesOf(engine: EngineContext, value: PSValue): readonly Entry[] {
  if (isDictionary(value)) {
    const types = typeSystemOf(engine);
    return Array.from(value.entries(), ({ key, value: v }): Entry => [types.toText(key), v]);
  }
  if (!(value instanceof PSObject)) return [];
  return value.properties.names.map((name, i): Entry => {
    const entry = value.properties.values[i];
    return [name, entry instanceof ExtendedEntry ? null : entry];
  });
}

function fill(engine: EngineContext, to: NetType, object: PSValue, entries: readonly Entry[]): Eventually<PSValue> {
  if (object instanceof Object && to.genericArguments.length > 0 && 'netType' in object) object.netType = to;
  const done = eachInTurn(entries, ([name, value]) => andThen(setOne(engine, to, object, name, value), () => true));
  return andThen(done, () => object);
}

function setOne(engine: EngineContext, to: NetType, object: PSValue, name: string, value: PSValue): Eventually<void> {
  const member = membersOf(to).find(name, false);
  if (isProperty(member)) return setNetProperty(engine, object, member, value);
  const names = membersOf(to)
    .all(false)
    .filter(isProperty)
    .map((p) => p.name);
  throw new ConversionFailure(
    'ObjectCreationError',
    `[${displayTypeName(to)}] has no property '${name}'; it has ${names.join(', ')}.`,
    {
      innerType: 'System.InvalidOperationException',
      innerMessage: `There is no property '${name}'.`,
    },
  );
}

function creationFailed(engine: EngineContext, to: NetType, thrown: unknown): never {
  if (thrown instanceof ConversionFailure && thrown.id === 'ObjectCreationError') throw thrown;
  const outer = engine.toException(thrown);
  const isSetter = outer.typeName.endsWith('.SetValueInvocationException');
  const isReadOnly = outer.innerException?.typeName.endsWith('.SetValueException') ?? false;
  const inner = (isSetter || isReadOnly ? outer.innerException : undefined) ?? outer;
  throw new ConversionFailure('ObjectCreationError', `A [${displayTypeName(to)}] could not be made: ${inner.message}`, {
    inner,
  });
}

/** A custom object that does not fit: the failure of the setting, inside one of the conversion. */
function propertyConversionFailed(engine: EngineContext, to: NetType, thrown: unknown): never {
  try {
    creationFailed(engine, to, thrown);
  } catch (failure) {
    const inner = castCause(engine.toException(failure));
    throw new ConversionFailure('InvalidCastConstructorException', inner.message, { inner });
  }
}

/** `[pscustomobject]@{…}`: a dictionary becomes a custom object in its order; `PSTypeName` names its type. */
export function toCustomObject(engine: EngineContext, value: PSValue): PSValue {
  if (!(value instanceof Hashtable || value instanceof OrderedDictionary)) return value;
  const object = new PSObject();
  for (const [name, entry] of entriesOf(engine, value)) {
    if (name.toLowerCase() === 'pstypename') {
      object.typeNames = [
        typeSystemOf(engine).toText(entry),
        'System.Management.Automation.PSCustomObject',
        'System.Object',
      ];
    } else object.properties.set(name, entry ?? null);
  }
  return object;
}
