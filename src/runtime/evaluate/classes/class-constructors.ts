import { fail } from '../../errors/terminating-error.ts';
import { construct } from '../../members/invoke-method.ts';
import { noBestOverload } from '../../members/member-errors.ts';
import { overloadCacheOf } from '../../members/overload-cache.ts';
import type { MethodOverload } from '../../types/member.ts';
import { membersOf } from '../../types/members-of.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { ClassInstance, NetObject } from '../../values/net-object.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { Frame } from '../frame.ts';
import { evaluateAll } from '../sequence.ts';
import { fieldsOf, initialValue } from './class-fields.ts';
import { initialiserFrame, started } from './class-statics.ts';
import { HashedInstance, hashes } from './hashed-instance.ts';
import { compileMethod, type MethodCode, methodFrame, runMethod } from './method-code.ts';
import { type ScriptClass, scriptClassOf } from './script-class.ts';

const codes = new WeakMap<MethodOverload, () => MethodCode | undefined>();

/** The constructors of a class; one without parameters where none is declared. */
export function constructors(script: ScriptClass, type: NetType): readonly MethodOverload[] {
  const declared = script.functions.filter((f) => f.isConstructor && !f.isStatic);
  if (declared.length === 0) return [overload(script, type, undefined, false)];
  return declared.map((ast) => {
    let code: MethodCode | undefined;
    return overload(script, type, () => (code ??= compileMethod(script, ast)), ast.isHidden);
  });
}

function overload(
  script: ScriptClass,
  type: NetType,
  code: (() => MethodCode) | undefined,
  isHidden: boolean,
): MethodOverload {
  const made: MethodOverload = {
    name: type.name,
    declaringType: type,
    isStatic: true,
    isConstructor: true,
    isHidden,
    isScript: true,
    genericParameters: [],
    get parameters() {
      return code?.().parameters ?? [];
    },
    returnType: type,
    invoke: (_engine, _self, args) => andThen(started(script), () => create(script, type, code?.(), args)),
  };
  codes.set(made, () => code?.());
  return made;
}

/** One class on the way up from the one that is constructed. */
interface Level {
  readonly script: ScriptClass;
  readonly code: MethodCode | undefined;
  readonly frame: Frame | undefined;
}

function create(
  script: ScriptClass,
  type: NetType,
  code: MethodCode | undefined,
  args: readonly PSValue[],
): Eventually<PSValue> {
  const levels: Level[] = [];
  return andThen(climb(levels, script, code, args), (baseArgs) =>
    andThen(allocate(script, type, levels, baseArgs), (self) =>
      andThen(initialise(levels, self, 0), () => andThen(runBodies(levels, self, levels.length - 1), () => self)),
    ),
  );
}

/** Evaluates the arguments of `: base(…)` level by level; answers those for the .NET base class. */
function climb(
  levels: Level[],
  script: ScriptClass,
  code: MethodCode | undefined,
  args: readonly PSValue[],
): Eventually<readonly PSValue[]> {
  const frame = code && methodFrame(script, code, undefined, args);
  levels.push({ script, code, frame });
  const given = frame && code?.baseArguments ? evaluateAll(frame, code.baseArguments) : [];
  const base = scriptClassOf(script.baseType);
  return andThen(given, (values) => {
    if (base === undefined) return values;
    const chosen = choose(script, base, values);
    return andThen(convertAll(script, chosen, values), (converted) =>
      climb(levels, base, codes.get(chosen)?.(), converted),
    );
  });
}

function choose(script: ScriptClass, base: ScriptClass, values: readonly PSValue[]): MethodOverload {
  const types = typeSystemOf(script.definition.engine);
  const chosen = overloadCacheOf(membersOf(script.baseType).constructors).choose(types, values);
  if (typeof chosen === 'string') throw noBestOverload(base.ast.name, values.length, chosen === 'ambiguous');
  return chosen.overload;
}

function convertAll(script: ScriptClass, { parameters }: MethodOverload, values: readonly PSValue[]) {
  const types = typeSystemOf(script.definition.engine);
  const converted = values.map((v, i) => {
    const type = parameters[i]?.type;
    return type === undefined ? v : types.convert(v, type);
  });
  return converted.some((v) => v instanceof Promise) ? Promise.all(converted) : (converted as PSValue[]);
}

/** Makes the object: by the .NET base class where there is one, else a bare instance. */
function allocate(
  script: ScriptClass,
  type: NetType,
  levels: readonly Level[],
  baseArgs: readonly PSValue[],
): Eventually<NetObject> {
  const fields = new Array<PSValue>(script.fieldCount).fill(null);
  const top = levels.at(-1)?.script ?? script;
  if (top.baseType === script.definition.session.objectType)
    return (script.hashes ??= hashes(type))
      ? new HashedInstance(script.definition.session, type, fields)
      : new ClassInstance(type, fields);
  return andThen(construct(script.definition.engine, top.baseType, baseArgs), (made) => {
    if (!(made instanceof NetObject)) throw cannotDerive(top.baseType);
    made.netType = type;
    made.classFields = fields;
    return made;
  });
}

function cannotDerive(type: NetType) {
  return fail({
    id: 'SealedBaseClass',
    category: 'InvalidOperation',
    message: `This engine cannot make instances of classes that derive from [${type}].`,
  });
}

function initialise(levels: readonly Level[], self: NetObject, start: number): Eventually<void> {
  for (let i = start; i < levels.length; i++) {
    const level = levels[i];
    if (level === undefined) break;
    const fields = fieldsOf(level.script);
    if (fields.length === 0) continue;
    const pending = fillFields(level, self, 0);
    if (pending instanceof Promise) return pending.then(() => initialise(levels, self, i + 1));
  }
  return undefined;
}

function fillFields({ script }: Level, self: NetObject, start: number): Eventually<void> {
  const fields = fieldsOf(script);
  const values = self.classFields ?? [];
  let frame: Frame | undefined;
  for (let i = start; i < fields.length; i++) {
    const field = fields[i];
    if (field === undefined) break;
    frame ??= initialiserFrame(script, self);
    const value = initialValue(frame, field);
    if (value instanceof Promise)
      return value.then((v) => {
        values[field.slot] = v ?? null;
        return fillFields({ script, code: undefined, frame: undefined }, self, i + 1);
      });
    values[field.slot] = value ?? null;
  }
  return undefined;
}

/** Constructor bodies run from the outermost base down. */
function runBodies(levels: readonly Level[], self: NetObject, start: number): Eventually<void> {
  for (let i = start; i >= 0; i--) {
    const { frame, code } = levels[i] ?? {};
    if (frame === undefined || code === undefined) continue;
    frame.thisValue = self;
    const done = runMethod(frame, code.body);
    if (done instanceof Promise) return done.then(() => runBodies(levels, self, i - 1));
  }
  return undefined;
}
