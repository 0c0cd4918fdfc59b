import type { EngineContext } from '../engine.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { elementsOf } from '../members/enumerate.ts';
import { conversionRank as rank, toArrayRank } from '../types/conversion-rank.ts';
import { coreTypes } from '../types/core-types.ts';
import type { MethodOverload } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { typeTable } from '../types/type-table.ts';
import { Byte } from '../values/byte.ts';
import { Char } from '../values/char.ts';
import { Hashtable } from '../values/hashtable.ts';
import { NetList } from '../values/net-list.ts';
import { NetObject } from '../values/net-object.ts';
import type { NetType } from '../values/net-type.ts';
import { andThen, type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import type { Conversion } from './conversion.ts';
import { conversionThrew, noConversion } from './conversion-errors.ts';
import { ConversionFailure } from './conversion-failure.ts';

/** Whether PowerShell takes values of a type apart. */
export function isEnumerableType(type: NetType): boolean {
  if (type.isArray) return true;
  const core = coreTypes();
  if (type === core.string || core.dictionary.isAssignableFrom(type)) return false;
  if (type.namespace === 'System.Xml') return type.name.endsWith('List');
  return core.enumerable.isAssignableFrom(type);
}

/** An array of a type from elements that have it. */
export function arrayOf(element: NetType, items: PSValue[]): PSValue {
  if (element === coreTypes().object) return items;
  if (element !== coreTypes().byte) return new TypedArray(element, items);
  return new TypedArray(
    element,
    Uint8Array.from(items, (v) => (v instanceof Byte ? v.value : 0)),
  );
}

/** Each element converted; a failing one decides the error. */
function convertAll(engine: EngineContext, items: readonly PSValue[], element: NetType): Eventually<PSValue[]> {
  const types = typeSystemOf(engine);
  const out = items.map((item) => types.convert(item, element));
  return out.some(isPending) ? Promise.all(out) : (out as PSValue[]);
}

function toArray(element: NetType): Conversion['convert'] {
  return (engine, value) => {
    const items = elementsOf(value) ?? [value];
    if (element === coreTypes().object) return [...items];
    return andThen(convertAll(engine, items, element), (converted) => arrayOf(element, converted));
  };
}

/** Arrays and enumerables to arrays, and what replaces them: Array, ICollection kinds, IEnumerable. */
export function arrayRule(from: NetType, to: NetType): Conversion | undefined {
  const element = to.elementType;
  if (to.kind === 'array' && element && to.rank === 1) {
    if (from === coreTypes().string && element === coreTypes().char) return charArray(element);
    if (from.isArray) {
      const related = from.elementType !== undefined && element.isAssignableFrom(from.elementType);
      return { rank: related ? rank.language : rank.unrelatedArrays, convert: toArray(element) };
    }
    if (isEnumerableType(from)) return { rank: rank.language, convert: toArray(element) };
  }
  if (to === coreTypes().array && isEnumerableType(from)) {
    return { rank: from.isArray ? rank.assignable : rank.language, convert: toArray(coreTypes().object) };
  }
  return undefined;
}

function charArray(element: NetType): Conversion {
  const convert = (_engine: EngineContext, value: PSValue): PSValue => {
    return new TypedArray(
      element,
      String(value)
        .split('')
        .map((c) => Char.from(c)),
    );
  };
  return { rank: rank.stringToCharArray, convert };
}

/** One value into an array of one; `inner` is the conversion of the value to the element type. */
export function scalarToArray(to: NetType, figure: (to: NetType) => Conversion | undefined): Conversion | undefined {
  if (to === coreTypes().array) return { rank: toArrayRank(rank.assignable), convert: (_engine, value) => [value] };
  const element = to.elementType;
  if (to.kind !== 'array' || !element || to.rank !== 1) return undefined;
  const inner = figure(element);
  if (!inner) return undefined;
  return {
    rank: toArrayRank(inner.rank),
    convert: (engine, value) => {
      try {
        return andThen(inner.convert(engine, value), (item) => arrayOf(element, [item]));
      } catch (thrown) {
        if (!(thrown instanceof ConversionFailure)) throw thrown;
        throw new ConversionFailure('InvalidCastExceptionScalarToArray', thrown.message, {
          inner: engine.toException(thrown),
        });
      }
    },
  };
}

/** Dictionaries to Hashtable. */
export function hashtableRule(from: NetType, to: NetType): Conversion | undefined {
  if (to !== coreTypes().hashtable || !coreTypes().dictionary.isAssignableFrom(from)) return undefined;
  return {
    rank: rank.language,
    convert: (_engine, value) => {
      const table = new Hashtable();
      if (isDictionary(value)) for (const entry of value.entries()) table.set(entry.key, entry.value);
      return table;
    },
  };
}

/** `[List[int]](1, 2)` and `[List[int]]5`: generic collections with a constructor that takes an IEnumerable<T>. */
export function collectionRule(from: NetType, to: NetType): Conversion | undefined {
  const [element, more] = to.genericArguments;
  if (!element || more || to.isAbstract || to.kind !== 'class' || !coreTypes().enumerable.isAssignableFrom(to))
    return undefined;
  const constructor = membersOf(to).constructors.find((c) => takesElements(c, element));
  if (!constructor) return undefined;
  const isScalar = element.isAssignableFrom(from);
  return {
    rank: isScalar ? toArrayRank(rank.constructor) : rank.constructor,
    convert: (engine, value) => {
      const items = isScalar ? [value] : (elementsOf(value) ?? [value]);
      const failed = (): never => {
        throw noConversion(value, to);
      };
      try {
        const converted = convertAll(engine, items, element);
        if (isPending(converted)) return converted.then((ready) => build(engine, constructor, to, ready), failed);
        return build(engine, constructor, to, converted);
      } catch (thrown) {
        if (thrown instanceof ConversionFailure) return failed();
        throw conversionThrew(engine, 'InvalidCastConstructorTargetInvocationException', to, thrown);
      }
    },
  };
}

function takesElements(constructor: MethodOverload, element: NetType): boolean {
  const [parameter] = constructor.parameters;
  const type = parameter?.type;
  if (constructor.parameters.length !== 1 || !type?.genericDefinition) return false;
  return /^I(Enumerable|Collection|List)`1$/.test(type.genericDefinition.name) && type.genericArguments[0] === element;
}

function build(engine: EngineContext, constructor: MethodOverload, to: NetType, items: PSValue[]): Eventually<PSValue> {
  const list = new NetList(items);
  list.netType = typeTable().instantiate(coreTypes().genericList, to.genericArguments);
  return andThen(constructor.invoke(engine, null, [list]), (made) => {
    if (made instanceof NetObject) made.netType = to;
    return made;
  });
}
