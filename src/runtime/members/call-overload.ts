import type { EngineContext } from '../engine.ts';
import { RefSlot } from '../types/define-type.ts';
import type { MethodOverload, Parameter } from '../types/member.ts';
import { type TypeSystem, typeSystemOf } from '../types/type-system.ts';
import { typeTable } from '../types/type-table.ts';
import type { NetType } from '../values/net-type.ts';
import { baseOf } from '../values/ps-object.ts';
import { PSReference } from '../values/ps-reference.ts';
import { type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import { badArgument, invocationFailed, noBestGeneric, noBestOverload, refExpected } from './member-errors.ts';
import { type OverloadCache, overloadCacheOf } from './overload-cache.ts';
import { type CallConstraints, type ChosenOverload, chooseOverload } from './overload-resolution.ts';

/** Chooses among overloads and calls: conversion of arguments, `params`, `[ref]`, wrapping of what is thrown. */
export function callOverloads(
  engine: EngineContext,
  overloads: readonly MethodOverload[],
  self: PSValue,
  name: string,
  args: readonly PSValue[],
  constraints?: CallConstraints,
): Eventually<PSValue> {
  if (constraints === undefined) return callCached(engine, overloadCacheOf(overloads), self, name, args);
  const chosen = chooseOverload(typeSystemOf(engine), overloads, args, constraints);
  if (chosen === 'none' && constraints.typeArguments)
    throw noBestGeneric(name, constraints.typeArguments.length, args.length);
  if (typeof chosen === 'string') throw noBestOverload(name, args.length, chosen === 'ambiguous');
  return callChosen(engine, chosen, self, name, args);
}

/** As {@link callOverloads}, where the cache of the overloads is at hand. */
export function callCached(
  engine: EngineContext,
  overloads: OverloadCache,
  self: PSValue,
  name: string,
  args: readonly PSValue[],
): Eventually<PSValue> {
  const chosen = overloads.choose(typeSystemOf(engine), args);
  if (typeof chosen === 'string') throw noBestOverload(name, args.length, chosen === 'ambiguous');
  return callChosen(engine, chosen, self, name, args);
}

/** Calls an overload that was chosen before. */
export function callChosen(
  engine: EngineContext,
  chosen: ChosenOverload,
  self: PSValue,
  name: string,
  args: readonly PSValue[],
): Eventually<PSValue> {
  const { overload } = chosen;
  if (chosen.direct === true) return runDirect(engine, overload, self, name, args);
  const converted = convertArguments(engine, chosen, name, args);
  if (isPending(converted)) return converted.then((ready) => run(engine, overload, self, name, args, ready));
  return run(engine, overload, self, name, args, converted);
}

/** As {@link run}, where nothing was converted and nothing is handed back. */
function runDirect(
  engine: EngineContext,
  overload: MethodOverload,
  self: PSValue,
  name: string,
  args: readonly PSValue[],
): Eventually<PSValue> {
  if (overload.isScript) return overload.invoke(engine, self, args);
  try {
    const result = overload.invoke(engine, self, args);
    if (!isPending(result)) return result;
    return result.catch((thrown: unknown) => {
      throw invocationFailed(engine, name, args.length, thrown);
    });
  } catch (thrown) {
    throw invocationFailed(engine, name, args.length, thrown);
  }
}

function run(
  engine: EngineContext,
  overload: MethodOverload,
  self: PSValue,
  name: string,
  args: readonly PSValue[],
  converted: readonly PSValue[],
): Eventually<PSValue> {
  if (overload.isScript) return overload.invoke(engine, self, converted);
  try {
    const result = overload.invoke(engine, self, converted);
    if (isPending(result)) {
      return result.then(
        (value) => finish(overload, args, converted, value),
        (thrown) => {
          throw invocationFailed(engine, name, args.length, thrown);
        },
      );
    }
    return finish(overload, args, converted, result);
  } catch (thrown) {
    throw invocationFailed(engine, name, args.length, thrown);
  }
}

/** Hands the answers of ref and out parameters to the caller's `[ref]`. */
function finish(
  overload: MethodOverload,
  args: readonly PSValue[],
  converted: readonly PSValue[],
  result: PSValue,
): PSValue {
  const { parameters } = overload;
  for (let i = 0; i < parameters.length; i++) {
    if (!parameters[i]?.isByRef) continue;
    const reference = baseOf(args[i]);
    const slot = converted[i];
    if (reference instanceof PSReference && slot instanceof RefSlot) reference.value = slot.value;
  }
  return result;
}

function convertArguments(
  engine: EngineContext,
  { overload, expandParams }: ChosenOverload,
  name: string,
  args: readonly PSValue[],
): Eventually<readonly PSValue[]> {
  const { parameters } = overload;
  const types = typeSystemOf(engine);
  const out: Eventually<PSValue>[] = [];
  let pending = false;
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i];
    if (!parameter) break;
    let value: Eventually<PSValue>;
    if (parameter.isParams && expandParams) value = spread(engine, types, parameter, name, args.slice(i));
    else if (i >= args.length) value = missing(parameter);
    else if (parameter.isByRef) value = refSlot(engine, types, parameter, name, args[i], i);
    else value = convertArgument(engine, types, parameter, parameter.type, name, args[i]);
    pending ||= isPending(value);
    out.push(value);
  }
  return pending ? Promise.all(out) : (out as PSValue[]);
}

function missing(parameter: Parameter): PSValue {
  return parameter.isParams ? typedArray(parameter.type.elementType, []) : (parameter.defaultValue ?? null);
}

function convertArgument(
  engine: EngineContext,
  types: TypeSystem,
  parameter: Parameter,
  type: NetType,
  name: string,
  arg: PSValue,
): Eventually<PSValue> {
  try {
    const value = types.convert(arg, type);
    if (!isPending(value)) return value;
    return value.catch((thrown: unknown) => {
      throw badArgument(name, parameter.name, type, engine.toException(thrown));
    });
  } catch (thrown) {
    throw badArgument(name, parameter.name, type, engine.toException(thrown));
  }
}

function spread(
  engine: EngineContext,
  types: TypeSystem,
  parameter: Parameter,
  name: string,
  args: readonly PSValue[],
): Eventually<PSValue> {
  const element = parameter.type.elementType ?? parameter.type;
  const values = args.map((a) => convertArgument(engine, types, parameter, element, name, a));
  if (values.some(isPending)) return Promise.all(values).then((ready) => typedArray(element, ready));
  return typedArray(element, values as PSValue[]);
}

function typedArray(element: NetType | undefined, items: PSValue[]): PSValue {
  const object = typeTable().get('System.Object');
  if (!element || element === object) return items;
  if (element.name !== 'Byte') return new TypedArray(element, items);
  const array = new TypedArray(element, new Uint8Array(items.length));
  for (const [i, item] of items.entries()) array.set(i, item);
  return array;
}

function refSlot(
  engine: EngineContext,
  types: TypeSystem,
  parameter: Parameter,
  name: string,
  arg: PSValue,
  position: number,
): Eventually<PSValue> {
  const reference = baseOf(arg);
  if (!(reference instanceof PSReference)) throw refExpected(name, position + 1);
  const present = reference.value;
  try {
    const value = types.convert(present, parameter.type);
    return isPending(value) ? value.then((v) => new RefSlot(v)) : new RefSlot(value);
  } catch (thrown) {
    throw invocationFailed(engine, name, position + 1, thrown);
  }
}
