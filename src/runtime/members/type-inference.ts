import type { MethodOverload } from '../types/member.ts';
import type { NetType } from '../values/net-type.ts';
import { baseOf } from '../values/ps-object.ts';
import { PSReference } from '../values/ps-reference.ts';
import type { PSValue } from '../values/ps-value.ts';
import { effectiveType } from './overload-resolution.ts';

/** The type arguments of a generic method that its arguments, or casts on them, imply; undefined where they do not settle all. */
export function inferTypeArguments(
  method: MethodOverload,
  args: readonly PSValue[],
  casts: readonly (NetType | undefined)[] = [],
): readonly NetType[] | undefined {
  const found = new Map<string, NetType>();
  const { parameters } = method;
  for (let i = 0; i < args.length; i++) {
    const parameter = parameters[Math.min(i, parameters.length - 1)];
    if (!parameter) return undefined;
    const arg = baseOf(args[i]);
    const type = casts[i] ?? effectiveType(arg instanceof PSReference ? arg.value : arg);
    if (type === null) continue;
    const spread = parameter.isParams && (args.length !== parameters.length || !type.isArray);
    if (!unify(spread ? (parameter.type.elementType ?? parameter.type) : parameter.type, type, found)) return undefined;
  }
  const types = method.genericParameters.map((n) => found.get(n));
  return types.every((t) => t !== undefined) ? types : undefined;
}

/** Binds the parameters in `pattern` so that `type` fits it; of several candidates the most general is taken. */
function unify(pattern: NetType, type: NetType, found: Map<string, NetType>): boolean {
  if (pattern.kind === 'genericParameter') {
    const known = found.get(pattern.name);
    if (known && known !== type && !known.isAssignableFrom(type) && !type.isAssignableFrom(known)) return false;
    if (!known?.isAssignableFrom(type)) found.set(pattern.name, type);
    return true;
  }
  if (pattern.kind === 'array') {
    if (!pattern.elementType || !mentionsParameter(pattern)) return true;
    return (
      type.elementType !== undefined &&
      type.rank === pattern.rank &&
      unify(pattern.elementType, type.elementType, found)
    );
  }
  if (!pattern.genericDefinition || !mentionsParameter(pattern)) return true;
  const match = instancesOf(type, pattern.genericDefinition);
  const only = match.length === 1 ? match[0] : undefined;
  return (
    only !== undefined &&
    pattern.genericArguments.every((p, i) => {
      const arg = only.genericArguments[i];
      return arg !== undefined && unify(p, arg, found);
    })
  );
}

function mentionsParameter(type: NetType): boolean {
  if (type.kind === 'genericParameter') return true;
  return type.elementType ? mentionsParameter(type.elementType) : type.genericArguments.some(mentionsParameter);
}

/** The instantiations of a definition among a type, its bases and its interfaces. */
function instancesOf(type: NetType, definition: NetType): NetType[] {
  const all = new Set<NetType>(type.interfaces);
  for (let t: NetType | null = type; t; t = t.baseType) all.add(t);
  return [...all].filter((t) => t.genericDefinition === definition);
}
