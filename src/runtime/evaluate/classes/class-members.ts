import type { FunctionMemberAst } from '../../../parser/index.ts';
import type { EngineContext } from '../../engine.ts';
import { fail } from '../../errors/terminating-error.ts';
import type { MethodOverload, PropertyMember } from '../../types/member.ts';
import type { MadeMembers } from '../../types/members-of.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { NetObject } from '../../values/net-object.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { resolveTypeName } from '../type-names.ts';
import { constructors } from './class-constructors.ts';
import { fieldsOf, staticFieldsOf } from './class-fields.ts';
import { started } from './class-statics.ts';
import { compileMethod, type MethodCode, methodFrame, runMethod } from './method-code.ts';
import type { ClassField, ScriptClass } from './script-class.ts';

/** The members of a script class, made when somebody asks: they may mention classes that stand later in the text. */
export class ClassMembers implements MadeMembers {
  readonly #script: ScriptClass;
  readonly #type: NetType;
  #properties: readonly PropertyMember[] | undefined;
  #methods: readonly MethodOverload[] | undefined;
  #constructors: readonly MethodOverload[] | undefined;

  constructor(script: ScriptClass, type: NetType) {
    this.#script = script;
    this.#type = type;
  }

  get properties(): readonly PropertyMember[] {
    this.#properties ??= [
      ...fieldsOf(this.#script).map((f) => instanceProperty(f, this.#type)),
      ...staticFieldsOf(this.#script).map((f) => staticProperty(f, this.#type, this.#script)),
    ];
    return this.#properties;
  }

  get methods(): readonly MethodOverload[] {
    this.#methods ??= this.#script.functions
      .filter((f) => !f.isConstructor)
      .map((f) => method(this.#script, this.#type, f));
    return this.#methods;
  }

  get constructors(): readonly MethodOverload[] {
    this.#constructors ??= constructors(this.#script, this.#type);
    return this.#constructors;
  }
}

function fieldsIn(self: PSValue): PSValue[] {
  if (self instanceof NetObject && self.classFields !== undefined) return self.classFields;
  throw fail({
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    message: 'The object is no instance of the class.',
  });
}

function instanceProperty(field: ClassField, declaringType: NetType): PropertyMember {
  const { slot, constraints } = field;
  return {
    name: field.name,
    declaringType,
    type: field.type,
    isStatic: false,
    isField: false,
    isHidden: field.ast.isHidden,
    get: (_engine, self) => fieldsIn(self)[slot] ?? null,
    set: (_engine, self, value) => {
      const fields = fieldsIn(self);
      const checked = constraints.length === 0 ? undefined : validated(constraints, value);
      if (checked instanceof Promise)
        return checked.then(() => {
          fields[slot] = value ?? null;
        });
      fields[slot] = value ?? null;
      return undefined;
    },
  };
}

function staticProperty(field: ClassField, declaringType: NetType, script: ScriptClass): PropertyMember {
  const { slot, constraints } = field;
  return {
    name: field.name,
    declaringType,
    type: field.type,
    isStatic: true,
    isField: false,
    isHidden: field.ast.isHidden,
    get: () => {
      if (script.started) return script.statics[slot] ?? null;
      return andThen(started(script), () => script.statics[slot] ?? null);
    },
    set: (_engine, _self, value) =>
      andThen(started(script), () =>
        andThen(validated(constraints, value), () => {
          script.statics[slot] = value ?? null;
        }),
      ),
  };
}

function validated(constraints: ClassField['constraints'], value: PSValue): Eventually<void> {
  let done: Eventually<void> = undefined as Eventually<void>;
  for (const constraint of constraints) done = andThen(done, () => constraint.validate?.(value));
  return done;
}

function method(script: ScriptClass, declaringType: NetType, ast: FunctionMemberAst): MethodOverload {
  let code: MethodCode | undefined;
  const compiled = () => (code ??= compileMethod(script, ast));
  const { definition } = script;
  const isVoid = ast.returnType === undefined || /^(System\.)?void$/i.test(ast.returnType.typeName.fullName);
  const returnType = ast.returnType
    ? resolveTypeName(definition, ast.returnType.typeName)
    : definition.session.voidType;
  return {
    name: ast.name,
    declaringType,
    isStatic: ast.isStatic,
    isConstructor: false,
    isHidden: ast.isHidden,
    isScript: true,
    genericParameters: [],
    get parameters() {
      return compiled().parameters;
    },
    returnType,
    invoke(engine, self, args) {
      if (!ast.isStatic || script.started) return run(engine, self, args);
      return andThen(started(script), () => run(engine, self, args));
    },
  };

  function run(engine: EngineContext, self: PSValue, args: readonly PSValue[]): Eventually<PSValue> {
    const m = compiled();
    const result = runMethod(methodFrame(script, m, ast.isStatic ? undefined : self, args), m.body);
    if (isVoid) return result instanceof Promise ? result.then(() => undefined) : undefined;
    const types = typeSystemOf(engine);
    return result instanceof Promise
      ? result.then((v) => types.convert(v ?? null, returnType))
      : types.convert(result ?? null, returnType);
  }
}
