import type { EngineContext } from '../engine.ts';
import { boxerFor, unboxerFor } from '../types/box.ts';
import { conversionRank as rank } from '../types/conversion-rank.ts';
import { coreTypes } from '../types/core-types.ts';
import type { MemberFunction } from '../types/define-type.ts';
import { MethodGroup, type MethodOverload } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeTable } from '../types/type-table.ts';
import { CultureInfo } from '../values/culture-info.ts';
import { NetObject } from '../values/net-object.ts';
import type { NetType } from '../values/net-type.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { andThen, type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import type { Conversion } from './conversion.ts';
import { conversionThrew } from './conversion-errors.ts';
import { isInteger, isNumber, kindOf } from './number-rules.ts';

/** Runs code of a type that converts; what it throws becomes a failure with `id`. */
function guarded(engine: EngineContext, id: string, to: NetType, run: () => Eventually<PSValue>): Eventually<PSValue> {
  try {
    const value = run();
    return isPending(value)
      ? value.catch((thrown: unknown) => {
          throw conversionThrew(engine, id, to, thrown);
        })
      : value;
  } catch (thrown) {
    throw conversionThrew(engine, id, to, thrown);
  }
}

/** A text through the type's own static Parse, preferring the one with a culture (invariant). */
export function parseRule(from: NetType, to: NetType): Conversion | undefined {
  if (from !== coreTypes().string) return undefined;
  const group = membersOf(to).find('Parse', true);
  if (!(group instanceof MethodGroup)) return undefined;
  const own = group.overloads.filter((o) => o.returnType === to && o.parameters[0]?.type === from);
  const withCulture = own.find((o) => o.parameters.length === 2 && o.parameters[1]?.type.name === 'IFormatProvider');
  const plain = own.find((o) => o.parameters.length === 1);
  const chosen = withCulture ?? plain;
  if (!chosen) return undefined;
  const id = withCulture ? 'InvalidCastParseTargetInvocationWithFormatProvider' : 'InvalidCastParseTargetInvocation';
  const rest = withCulture ? [CultureInfo.invariant] : [];
  return {
    rank: rank.parse,
    convert: (engine, value) => guarded(engine, id, to, () => chosen.invoke(engine, null, [value, ...rest])),
  };
}

/** A constructor that takes just this value. */
export function constructorRule(from: NetType, to: NetType): Conversion | undefined {
  if (to.isAbstract || to.kind === 'interface') return undefined;
  const core = coreTypes();
  const collection = typeTable().get('System.Collections.ICollection');
  if (isInteger(kindOf(from)) && (core.list.isAssignableFrom(to) || collection.isAssignableFrom(to))) return undefined;
  const constructor = bestConstructor(from, to);
  const type = constructor?.parameters[0]?.type;
  if (!constructor || !type) return undefined;
  const id = 'InvalidCastConstructorException';
  return {
    rank: rank.constructor,
    convert: (engine, value) =>
      guarded(engine, id, to, () =>
        andThen(constructor.invoke(engine, null, [widened(value, type)]), (made) => {
          if (made instanceof NetObject && to.genericArguments.length > 0) made.netType = to;
          return made;
        }),
      ),
  };
}

function bestConstructor(from: NetType, to: NetType): MethodOverload | undefined {
  const single = membersOf(to).constructors.filter((c) => c.parameters.length === 1 && !c.parameters[0]?.isByRef);
  const typeOfFirst = (c: MethodOverload): NetType | undefined => c.parameters[0]?.type;
  return (
    single.find((c) => typeOfFirst(c) === from) ??
    single.find((c) => typeOfFirst(c) !== coreTypes().object && typeOfFirst(c)?.isAssignableFrom(from)) ??
    single.find((c) => widens(from, typeOfFirst(c))) ??
    single.find((c) => typeOfFirst(c)?.isAssignableFrom(from))
  );
}

/** What a primitive number may widen to, as reflection's default binder allows. */
const widenings: Partial<Record<NumberKind, readonly NumberKind[]>> = {
  [NumberKind.Byte]: [NumberKind.Int32, NumberKind.Int64, NumberKind.Double],
  [NumberKind.Int16]: [NumberKind.Int32, NumberKind.Int64, NumberKind.Double],
  [NumberKind.Int32]: [NumberKind.Int64, NumberKind.Double],
  [NumberKind.UInt32]: [NumberKind.Int64, NumberKind.UInt64, NumberKind.Double],
  [NumberKind.Int64]: [NumberKind.Double],
  [NumberKind.Single]: [NumberKind.Double],
};

function widens(from: NetType, to: NetType | undefined): boolean {
  return to !== undefined && (widenings[kindOf(from)]?.includes(kindOf(to)) ?? false);
}

function widened(value: PSValue, type: NetType): PSValue {
  if (!isNumber(kindOf(type))) return value;
  const boxed = boxerFor(type)?.(
    typeof value === 'object' && value !== null && 'value' in value ? (value.value as PSValue) : value,
  );
  return unboxerFor(type)?.(boxed) ?? boxed ?? value;
}

/** A declared conversion operator, of the target or of the source. */
export function castRule(from: NetType, to: NetType): Conversion | undefined {
  const found = castOf(to, from, to) ?? castOf(from, from, to);
  if (!found) return undefined;
  const unbox = unboxerFor(from);
  const box = boxerFor(to);
  return {
    rank: found.isImplicit ? rank.implicitCast : rank.explicitCast,
    convert: (engine, value) =>
      guarded(engine, 'InvalidCastTargetInvocationException', to, () =>
        andThen(found.run.call(engine, unbox ? unbox(value) : value) as Eventually<PSValue>, (made) => {
          if (made instanceof NetObject && to.genericArguments.length > 0) made.netType ??= to;
          return box ? box(made) : made;
        }),
      ),
  };
}

interface Cast {
  readonly isImplicit: boolean;
  readonly run: MemberFunction;
}

function castOf(owner: NetType, from: NetType, to: NetType): Cast | undefined {
  const table = typeTable();
  for (let type: NetType | null = owner; type; type = type.baseType) {
    const casts = table.specOf(type)?.casts;
    if (!casts) continue;
    const scope = table.scopeOf(type);
    for (const [text, run] of Object.entries(casts)) {
      const match = /^(implicit|explicit) (.+) -> (.+)$/.exec(text);
      if (!match) throw new Error(`not a conversion operator: ${text}`);
      const source = table.signatureType(match[2] ?? '', scope);
      const target = table.signatureType(match[3] ?? '', scope);
      if (source.isAssignableFrom(from) && to.isAssignableFrom(target))
        return { isImplicit: match[1] === 'implicit', run };
    }
  }
  return undefined;
}
