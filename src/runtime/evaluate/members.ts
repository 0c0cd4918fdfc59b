import type {
  BaseCtorInvokeMemberExpressionAst,
  CommandElementAst,
  ExpressionAst,
  InvokeMemberExpressionAst,
  MemberExpressionAst,
  TypeName,
} from '../../parser/index.ts';
import { fail } from '../errors/terminating-error.ts';
import { MethodSite, PropertySite, StaticMethodSite } from '../members/call-site.ts';
import { getMember, getStatic } from '../members/get-member.ts';
import { type InvokeOptions, invokeMethod, invokeStatic } from '../members/invoke-method.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { NetType } from '../values/net-type.ts';
import { baseOf, ExtendedEntry, PSObject } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { evaluateAll } from './sequence.ts';
import { typeNameReader } from './type-names.ts';

/** The name of a member: a fixed text, or whatever an expression gives. */
export function compileMemberName(ast: CommandElementAst, c: Compile): string | Evaluate {
  if (ast.kind === 'StringConstantExpressionAst') return ast.value;
  if (ast.kind === 'CommandParameterAst') return ast.parameterName;
  return c.expression(ast);
}

/** `$a.Name`, `[T]::Name`, `$a?.Name` */
export function compileMember(ast: MemberExpressionAst, c: Compile): Evaluate {
  const target = c.expression(ast.expression);
  const name = compileMemberName(ast.member, c);
  const { nullConditional } = ast;
  if (ast.static) return compileStaticMember(target, name);
  if (typeof name === 'string') return readNamed(target, name, nullConditional);
  return (frame) => {
    const t = target(frame);
    if (t instanceof Promise) return t.then((x) => withName(frame, x));
    return withName(frame, t);
  };

  function withName(frame: Frame, t: PSValue): Eventually<PSValue> {
    if (nullConditional && isNull(t)) return null;
    const n = (name as Evaluate)(frame);
    if (n instanceof Promise) return n.then((x) => getMember(frame.engine, t, x ?? null));
    return getMember(frame.engine, t, n ?? null);
  }
}

function isNull(value: PSValue): boolean {
  return value === null || value === undefined;
}

function readNamed(target: Evaluate, name: string, nullConditional: boolean): Evaluate {
  const site = new PropertySite(name);
  const read = (frame: Frame, value: PSValue): Eventually<PSValue> => {
    if (value instanceof PSObject) {
      const held = value.properties.get(name);
      if (held !== undefined && !(held instanceof ExtendedEntry)) return held;
    } else if (nullConditional && isNull(value)) return null;
    return site.read(frame.engine, value);
  };
  return (frame) => {
    const value = target(frame);
    return value instanceof Promise ? value.then((v) => read(frame, v)) : read(frame, value);
  };
}

function compileStaticMember(target: Evaluate, name: string | Evaluate): Evaluate {
  const read = (frame: Frame, value: PSValue, n: PSValue): Eventually<PSValue> =>
    getStatic(frame.engine, typeOfTarget(value), typeof n === 'string' ? n : typeSystemOf(frame.engine).toText(n));
  return (frame) => {
    const value = target(frame);
    const n = typeof name === 'string' ? name : name(frame);
    if (value instanceof Promise || n instanceof Promise)
      return Promise.all([value, n]).then(([v, m]) => read(frame, v, m));
    return read(frame, value, n);
  };
}

/** The type before `::`; the type of any other value. */
export function typeOfTarget(value: PSValue): NetType {
  const base = baseOf(value);
  if (base instanceof NetType) return base;
  if (isNull(base)) {
    throw fail({
      id: 'InvokeMethodOnNull',
      category: 'InvalidOperation',
      message: 'A static member was asked of $null; a type is needed before ::.',
    });
  }
  return typeOf(base);
}

type InvokeAst = InvokeMemberExpressionAst | BaseCtorInvokeMemberExpressionAst;

/** What the casts in a call say about it; undefined for a call without any. */
function constraintsIn(ast: InvokeAst): ((frame: Frame) => InvokeOptions) | undefined {
  const casts = (ast.arguments ?? []).map((argument) => reader(castType(argument)));
  const cast = reader(castType(ast.expression));
  const generic = ast.genericTypeArguments?.map(typeNameReader);
  if (cast === undefined && generic === undefined && !casts.some((t) => t !== undefined)) return undefined;
  return (frame) => ({
    ...(cast && !ast.static ? { targetType: cast(frame) } : {}),
    ...(generic ? { typeArguments: generic.map((read) => read(frame)) } : {}),
    argumentTypes: casts.map((read) => read?.(frame)),
  });
}

function reader(name: TypeName | undefined): ((frame: Frame) => NetType) | undefined {
  return name && typeNameReader(name);
}

const noTypes = new Set(['ref', 'ordered', 'void', 'pscustomobject']);

function castType(ast: ExpressionAst): TypeName | undefined {
  if (ast.kind === 'ConvertExpressionAst') {
    const name = ast.type.typeName;
    return noTypes.has(name.fullName.toLowerCase()) ? undefined : name;
  }
  if (ast.kind !== 'ParenExpressionAst' || ast.pipeline.kind !== 'PipelineAst') return undefined;
  const [element] = ast.pipeline.pipelineElements;
  if (ast.pipeline.pipelineElements.length !== 1 || element?.kind !== 'CommandExpressionAst') return undefined;
  return castType(element.expression);
}

/** `$a.Method(…)`, `[T]::Method(…)`, `$a?.Method(…)` */
export function compileInvokeMember(ast: InvokeAst, c: Compile): Evaluate {
  const target = c.expression(ast.expression);
  const name = compileMemberName(ast.member, c);
  const args = (ast.arguments ?? []).map((a) => c.expression(a));
  const options = constraintsIn(ast);
  const { nullConditional } = ast;
  if (typeof name === 'string' && options === undefined && !nullConditional) {
    return ast.static ? callNamedStatic(target, name, args) : callNamed(target, name, args);
  }
  const call = ast.static ? callStatic : callInstance;

  const withArgs = (frame: Frame, self: PSValue, n: PSValue, given: PSValue[]): Eventually<PSValue> => {
    const method = typeof n === 'string' ? n : typeSystemOf(frame.engine).toText(n);
    return call(frame, self, method, given, options?.(frame));
  };
  const withTarget = (frame: Frame, self: PSValue): Eventually<PSValue> => {
    if (nullConditional && isNull(self)) return null;
    const n = typeof name === 'string' ? name : name(frame);
    if (n instanceof Promise) return n.then(async (m) => withArgs(frame, self, m, await evaluateAll(frame, args)));
    const given = evaluateAll(frame, args);
    if (given instanceof Promise) return given.then((g) => withArgs(frame, self, n, g));
    return withArgs(frame, self, n, given);
  };
  return (frame) => {
    const self = target(frame);
    return self instanceof Promise ? self.then((s) => withTarget(frame, s)) : withTarget(frame, self);
  };
}

/** `$a.Method(…)` with a fixed name. */
function callNamed(target: Evaluate, name: string, args: readonly Evaluate[]): Evaluate {
  const site = new MethodSite(name);
  const withTarget = (frame: Frame, self: PSValue): Eventually<PSValue> => {
    const given = evaluateAll(frame, args);
    if (given instanceof Promise) return given.then((g) => site.invoke(frame.engine, self, g));
    return site.invoke(frame.engine, self, given);
  };
  return (frame) => {
    const self = target(frame);
    return self instanceof Promise ? self.then((s) => withTarget(frame, s)) : withTarget(frame, self);
  };
}

/** `[T]::Method(…)` with a fixed name. */
function callNamedStatic(target: Evaluate, name: string, args: readonly Evaluate[]): Evaluate {
  const site = new StaticMethodSite(name);
  const withTarget = (frame: Frame, value: PSValue): Eventually<PSValue> => {
    const given = evaluateAll(frame, args);
    if (given instanceof Promise) return given.then((g) => site.invoke(frame.engine, typeOfTarget(value), g));
    return site.invoke(frame.engine, typeOfTarget(value), given);
  };
  return (frame) => {
    const value = target(frame);
    return value instanceof Promise ? value.then((v) => withTarget(frame, v)) : withTarget(frame, value);
  };
}

function callInstance(
  frame: Frame,
  self: PSValue,
  name: string,
  args: readonly PSValue[],
  options: InvokeOptions | undefined,
): Eventually<PSValue> {
  return invokeMethod(frame.engine, self, name, args, options);
}

function callStatic(
  frame: Frame,
  self: PSValue,
  name: string,
  args: readonly PSValue[],
  options: InvokeOptions | undefined,
): Eventually<PSValue> {
  return invokeStatic(frame.engine, typeOfTarget(self), name, args, options);
}
