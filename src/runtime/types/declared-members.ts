import type { EngineContext } from '../engine.ts';
import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { type Boxer, boxerFor, unboxerFor } from './box.ts';
import { defaultOf } from './default-value.ts';
import {
  type MemberAnswer,
  type MemberFunction,
  type MemberImplementation,
  type PropertyFunctions,
  RefSlot,
  WithTypes,
} from './define-type.ts';
import type { MethodOverload, Parameter, PropertyMember } from './member.ts';
import { type ParameterText, parseSignature, type Signature } from './signature.ts';
import { genericParameter, type TypeScope, typeTable } from './type-table.ts';

/** What one declaration line became. */
export type DeclaredMember =
  | { readonly kind: 'method'; readonly overload: MethodOverload }
  | { readonly kind: 'property'; readonly property: PropertyMember }
  | {
      readonly kind: 'indexer';
      readonly name: string;
      readonly getter?: MethodOverload;
      readonly setter?: MethodOverload;
    };

/** Makes the member of one `signature: implementation` line of a type's declaration. */
export function declaredMember(text: string, code: MemberImplementation, type: NetType): DeclaredMember {
  const signature = parseSignature(text);
  const scope = typeTable().scopeOf(type);
  if (signature.kind === 'property' || signature.kind === 'field') {
    return { kind: 'property', property: property(signature, code, type, scope) };
  }
  if (signature.kind === 'indexer') return indexer(signature, code, type, scope);
  return { kind: 'method', overload: method(signature, code, type, scope) };
}

function accessors(code: MemberImplementation, scope: TypeScope): PropertyFunctions {
  if (code instanceof WithTypes) return { get: code.make(scope) };
  return typeof code === 'function' ? { get: code } : code;
}

function property(
  signature: Signature,
  code: MemberImplementation,
  declaringType: NetType,
  scope: TypeScope,
): PropertyMember {
  const type = typeTable().signatureType(signature.type, scope);
  const { get, set } = accessors(code, scope);
  const box = boxerFor(type);
  const unbox = unboxerFor(type);
  const own = unboxerFor(declaringType);
  const { isStatic } = signature;
  const boxed = (value: MemberAnswer): Eventually<PSValue> => boxResult(value, box);
  return {
    name: signature.name,
    declaringType,
    type,
    isStatic,
    isField: signature.kind === 'field',
    isHidden: false,
    ...(get && signature.canRead
      ? {
          get: isStatic
            ? (engine) => boxed(get.call(engine))
            : (engine, self) => boxed(get.call(engine, own ? own(self) : self)),
        }
      : {}),
    ...(set && signature.canWrite
      ? {
          set: (engine: EngineContext, self: PSValue, value: PSValue) => {
            const raw = unbox ? unbox(value) : value;
            const done = isStatic ? set.call(engine, raw) : set.call(engine, self, raw);
            return done instanceof Promise ? done.then(() => undefined) : undefined;
          },
        }
      : {}),
  };
}

function boxResult(value: MemberAnswer, box: Boxer | undefined): Eventually<PSValue> {
  if (value instanceof Promise) return (value as Promise<PSValue>).then((v) => (box ? box(v ?? null) : v));
  const result = value ?? null;
  return box ? box(result) : result;
}

function indexer(signature: Signature, code: MemberImplementation, type: NetType, scope: TypeScope): DeclaredMember {
  const { get, set } = accessors(code, scope);
  const { name } = signature;
  const setterSignature: Signature = {
    ...signature,
    name: `set_${name}`,
    parameters: [
      ...signature.parameters,
      { name: 'value', type: signature.type, isParams: false, isByRef: false, defaultText: undefined },
    ],
    type: 'void',
  };
  return {
    kind: 'indexer',
    name,
    ...(get && signature.canRead ? { getter: method({ ...signature, name: `get_${name}` }, get, type, scope) } : {}),
    ...(set && signature.canWrite ? { setter: method(setterSignature, set, type, scope) } : {}),
  };
}

function method(
  signature: Signature,
  code: MemberImplementation,
  declaringType: NetType,
  outer: TypeScope,
): MethodOverload {
  const open = new Map([...outer, ...signature.genericParameters.map((n) => [n, genericParameter(n)] as const)]);
  return makeMethod(signature, code, declaringType, open, signature.genericParameters.length > 0);
}

function makeMethod(
  signature: Signature,
  code: MemberImplementation,
  declaringType: NetType,
  scope: TypeScope,
  isOpen: boolean,
): MethodOverload {
  const table = typeTable();
  const run = functionOf(code, scope);
  const parameters = signature.parameters.map((p) => parameterOf(p, scope));
  const isConstructor = signature.kind === 'constructor';
  const returnType = isConstructor ? declaringType : table.signatureType(signature.type, scope);
  const isVoid = returnType.name === 'Void' && returnType.namespace === 'System';
  return {
    name: signature.name,
    declaringType,
    isStatic: signature.isStatic,
    isConstructor,
    ...(signature.interfaceText ? { interfaceType: table.signatureType(signature.interfaceText, scope) } : {}),
    genericParameters: isOpen ? signature.genericParameters : [],
    genericDepth: genericDepth(signature),
    parameters,
    returnType,
    invoke: invoker(
      run,
      parameters,
      declaringType,
      signature.isStatic,
      isVoid ? undefined : boxerFor(returnType),
      isVoid,
    ),
    ...(isOpen
      ? {
          close: (types: readonly NetType[]) => {
            if (types.length !== signature.genericParameters.length) return undefined;
            const closed = new Map(scope);
            for (const [i, n] of signature.genericParameters.entries()) closed.set(n, types[i] ?? genericParameter(n));
            return makeMethod(signature, code, declaringType, closed, false);
          },
        }
      : {}),
  };
}

function genericDepth({ genericParameters, parameters }: Signature): number {
  if (genericParameters.length === 0) return 0;
  return parameters.filter((p) => genericParameters.some((n) => new RegExp(`\\b${n}\\b`).test(p.type))).length;
}

function functionOf(code: MemberImplementation, scope: TypeScope): MemberFunction {
  if (code instanceof WithTypes) return code.make(scope);
  if (typeof code === 'function') return code;
  throw new Error('a method needs a function');
}

function parameterOf(text: ParameterText, scope: TypeScope): Parameter {
  const type = typeTable().signatureType(text.type, scope);
  const isOptional = text.defaultText !== undefined;
  return {
    name: text.name,
    type,
    isParams: text.isParams,
    isByRef: text.isByRef,
    isOptional,
    ...(isOptional ? { defaultValue: defaultFromText(text.defaultText ?? '', type) } : {}),
  };
}

function defaultFromText(text: string, type: NetType): PSValue {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  if (/^-?\d+$/.test(text)) return Number(text);
  if (text.startsWith('"')) return text.slice(1, -1);
  return defaultOf(type);
}

function invoker(
  run: MemberFunction,
  parameters: readonly Parameter[],
  declaringType: NetType,
  isStatic: boolean,
  box: Boxer | undefined,
  isVoid: boolean,
): MethodOverload['invoke'] {
  const unboxers = parameters.map((p) => (p.isByRef ? undefined : unboxerFor(p.type)));
  const needsUnboxing = unboxers.some((u) => u !== undefined);
  const slots = parameters.some((p) => p.isByRef) ? parameters : undefined;
  const own = unboxerFor(declaringType);
  return (engine, target, given) => {
    const self = own ? own(target) : target;
    const args = needsUnboxing ? given.map((a, i) => unboxers[i]?.(a) ?? a) : given;
    const result = isStatic ? callStatic(run, engine, args) : callInstance(run, engine, self, args);
    if (slots) boxSlots(slots, args);
    if (isVoid) return result instanceof Promise ? result.then(() => undefined) : undefined;
    return boxResult(result, box);
  };
}

/** Answers of ref and out parameters get the representation of their type. */
function boxSlots(parameters: readonly Parameter[], args: readonly PSValue[]): void {
  parameters.forEach((p, i) => {
    const slot = args[i];
    if (!p.isByRef || !(slot instanceof RefSlot)) return;
    const box = boxerFor(p.type);
    if (box) slot.value = box(slot.value);
  });
}

function callInstance(run: MemberFunction, engine: EngineContext, self: PSValue, args: readonly PSValue[]) {
  switch (args.length) {
    case 0:
      return run.call(engine, self);
    case 1:
      return run.call(engine, self, args[0]);
    case 2:
      return run.call(engine, self, args[0], args[1]);
    default:
      return run.call(engine, self, ...args);
  }
}

function callStatic(run: MemberFunction, engine: EngineContext, args: readonly PSValue[]) {
  switch (args.length) {
    case 0:
      return run.call(engine);
    case 1:
      return run.call(engine, args[0]);
    case 2:
      return run.call(engine, args[0], args[1]);
    default:
      return run.call(engine, ...args);
  }
}
