import type { EngineContext } from '../engine.ts';
import { EnumValue } from '../values/enum-value.ts';
import { NetDelegate } from '../values/net-delegate.ts';
import type { NetType } from '../values/net-type.ts';
import type { PSValue } from '../values/ps-value.ts';
import { declaredMember } from './declared-members.ts';
import { defaultOf } from './default-value.ts';
import type { MemberImplementation } from './define-type.ts';
import { delegateSignature } from './delegate-signature.ts';
import { makeArray } from './make-array.ts';
import {
  IndexerGroup,
  isProperty,
  MethodGroup,
  type MethodOverload,
  type PropertyMember,
  type TypeMember,
} from './member.ts';
import { signatureName } from './signature.ts';
import { typeTable } from './type-table.ts';

/** Members of one type that were not declared by text: script classes and enum fields. */
export interface MadeMembers {
  readonly properties: readonly PropertyMember[];
  readonly methods: readonly MethodOverload[];
  readonly constructors: readonly MethodOverload[];
}

/**
 * The members of one type. Declared lines are parsed by name on first use; inherited members are looked up through
 * the base type. Get one with {@link membersOf}.
 */
export class TypeMembers {
  readonly #type: NetType;
  readonly #lines = new Map<string, [string, MemberImplementation][]>();
  readonly #found = new Map<string, TypeMember | undefined>();
  readonly #instances = new Map<string, TypeMember | null>();
  readonly #statics = new Map<string, TypeMember | null>();
  readonly #made: MadeMembers | undefined;
  #constructors: readonly MethodOverload[] | undefined;

  constructor(type: NetType, made?: MadeMembers) {
    this.#type = type;
    this.#made = made;
    const spec = made ? undefined : typeTable().specOf(type);
    for (const [text, code] of Object.entries(spec?.members ?? {})) {
      const { name, isStatic } = signatureName(text);
      const key = keyOf(name, isStatic || name === 'new');
      const lines = this.#lines.get(key);
      if (lines) lines.push([text, code]);
      else this.#lines.set(key, [[text, code]]);
    }
  }

  /** The member a name stands for, case ignored; statics and instance members are apart. */
  find(name: string, isStatic: boolean): TypeMember | undefined {
    // As written first: scripts mostly write a name in one way.
    const exact = (isStatic ? this.#statics : this.#instances).get(name);
    if (exact !== undefined) return exact ?? undefined;
    const member = this.#find(name, isStatic);
    (isStatic ? this.#statics : this.#instances).set(name, member ?? null);
    return member;
  }

  #find(name: string, isStatic: boolean): TypeMember | undefined {
    const key = keyOf(name, isStatic);
    if (this.#found.has(key)) return this.#found.get(key);
    const member = this.#lookup(name, isStatic, key);
    this.#found.set(key, member);
    return member;
  }

  /** Constructors; a struct has one without parameters where none is declared. */
  get constructors(): readonly MethodOverload[] {
    this.#constructors ??= this.#made?.constructors ?? this.#declaredConstructors();
    return this.#constructors;
  }

  /** All members that have a name, own ones first, then inherited ones that are not hidden by them. */
  all(isStatic: boolean): TypeMember[] {
    const found: TypeMember[] = [];
    for (const name of this.names(isStatic)) {
      const member = this.find(name, isStatic);
      if (member) found.push(member);
    }
    return found;
  }

  /** Names as declared. */
  names(isStatic: boolean): string[] {
    const names = new Map<string, string>();
    for (let type: NetType | null = this.#type; type; type = type.baseType) {
      for (const name of membersOf(type).#ownNames(isStatic))
        if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
    }
    return [...names.values()];
  }

  *#ownNames(isStatic: boolean): Iterable<string> {
    for (const lines of this.#lines.values()) {
      const head = signatureName(lines[0]?.[0] ?? '');
      if (head.isStatic === isStatic && head.name !== 'new') yield head.name;
    }
    for (const p of this.#made?.properties ?? []) if (p.isStatic === isStatic) yield p.name;
    for (const m of this.#made?.methods ?? []) if (m.isStatic === isStatic) yield m.name;
    if (isStatic) yield* this.#type.enumInfo?.names ?? [];
  }

  #lookup(name: string, isStatic: boolean, key: string): TypeMember | undefined {
    const base = this.#type.baseType;
    const own = this.#own(name, isStatic, key);
    if (own && !(own instanceof MethodGroup)) return own;
    const inherited = base ? membersOf(base).find(name, isStatic) : undefined;
    if (!own) return inherited ?? accessorOf(this, name, isStatic);
    return inherited instanceof MethodGroup ? mergeGroups(own, inherited) : own;
  }

  #own(name: string, isStatic: boolean, key: string): TypeMember | undefined {
    if (this.#made) return this.#madeMember(name, isStatic);
    // Constructors stand under this key; they are not inherited, and `constructors` has them.
    if (key === '!new') return undefined;
    if (this.#type.kind === 'delegate' && key === 'invoke') return delegateInvoke(this.#type);
    const lines = this.#lines.get(key);
    if (lines)
      return combine(
        lines.map(([text, code]) => declaredMember(text, code, this.#type)),
        this.#type,
      );
    return isStatic && this.#type.isEnum ? enumField(this.#type, name) : undefined;
  }

  #madeMember(name: string, isStatic: boolean): TypeMember | undefined {
    const lower = name.toLowerCase();
    const property = this.#made?.properties.find((p) => p.isStatic === isStatic && p.name.toLowerCase() === lower);
    if (property) return property;
    const methods = this.#made?.methods.filter((m) => m.isStatic === isStatic && m.name.toLowerCase() === lower) ?? [];
    if (methods[0]) return new MethodGroup(methods[0].name, methods);
    return isStatic && this.#type.isEnum ? enumField(this.#type, name) : undefined;
  }

  #declaredConstructors(): readonly MethodOverload[] {
    const type = this.#type;
    if (type.kind === 'array') return [arrayConstructor(type)];
    if (type.kind === 'delegate') return [];
    const lines = this.#lines.get(keyOf('new', true)) ?? [];
    const declared: MethodOverload[] = [];
    for (const [text, code] of lines) {
      const member = declaredMember(text, code, type);
      if (member.kind === 'method') declared.push(member.overload);
    }
    if (type.isValueType && !declared.some((c) => c.parameters.length === 0))
      declared.unshift(defaultConstructor(type));
    return declared;
  }
}

function keyOf(name: string, isStatic: boolean): string {
  return (isStatic ? '!' : '') + name.toLowerCase();
}

function combine(members: readonly ReturnType<typeof declaredMember>[], type: NetType): TypeMember | undefined {
  const overloads: MethodOverload[] = [];
  const getters: MethodOverload[] = [];
  const setters: MethodOverload[] = [];
  let indexerName = '';
  for (const member of members) {
    if (member.kind === 'property') return member.property;
    if (member.kind === 'method') overloads.push(member.overload);
    else {
      indexerName = member.name;
      if (member.getter) getters.push(member.getter);
      if (member.setter) setters.push(member.setter);
    }
  }
  if (overloads[0]) return new MethodGroup(overloads[0].name, overloads);
  return indexerName ? new IndexerGroup(indexerName, getters, setters) : missing(type);
}

function missing(type: NetType): never {
  throw new Error(`a member of ${type} declares nothing`);
}

/** Own overloads, then inherited ones whose parameters differ. */
function mergeGroups(own: MethodGroup, inherited: MethodGroup): MethodGroup {
  const more = inherited.overloads.filter((i) => !own.overloads.some((o) => sameParameters(o, i)));
  return more.length === 0 ? own : new MethodGroup(own.name, [...own.overloads, ...more]);
}

function sameParameters(a: MethodOverload, b: MethodOverload): boolean {
  return (
    a.parameters.length === b.parameters.length &&
    a.genericParameters.length === b.genericParameters.length &&
    a.parameters.every((p, i) => p.type === b.parameters[i]?.type)
  );
}

/** `get_Length()` and `set_Item(…)`: the accessor methods behind properties and indexers. */
function accessorOf(members: TypeMembers, name: string, isStatic: boolean): MethodGroup | undefined {
  const match = /^(get|set)_(\w+)$/i.exec(name);
  if (!match) return undefined;
  const reads = match[1]?.toLowerCase() === 'get';
  const target = members.find(match[2] ?? '', isStatic);
  if (target instanceof IndexerGroup) {
    const overloads = reads ? target.getters : target.setters;
    return overloads.length > 0 ? new MethodGroup(overloads[0]?.name ?? name, overloads) : undefined;
  }
  if (!isProperty(target)) return undefined;
  const overload = accessorMethod(target, reads);
  return overload && new MethodGroup(overload.name, [overload]);
}

function accessorMethod(property: PropertyMember, reads: boolean): MethodOverload | undefined {
  const { get, set, type } = property;
  const shared = {
    declaringType: property.declaringType,
    isStatic: property.isStatic,
    isConstructor: false,
    isHidden: true,
    genericParameters: [],
  };
  if (reads) {
    if (!get) return undefined;
    return {
      ...shared,
      name: `get_${property.name}`,
      parameters: [],
      returnType: type,
      invoke: (e, self) => get(e, self),
    };
  }
  if (!set) return undefined;
  return {
    ...shared,
    name: `set_${property.name}`,
    parameters: [{ name: 'value', type, isParams: false, isByRef: false, isOptional: false }],
    returnType: typeTable().get('System.Void'),
    invoke: (e, self, args) => {
      const done = set(e, self, args[0]);
      return done instanceof Promise ? done.then(() => undefined) : undefined;
    },
  };
}

function enumField(type: NetType, name: string): PropertyMember | undefined {
  const found = EnumValue.named(type, name);
  if (!found) return undefined;
  const info = type.enumInfo;
  const declared = info?.names.find((n) => n.toLowerCase() === name.toLowerCase()) ?? name;
  const get = (_engine: EngineContext, _self: PSValue): PSValue => found;
  return { name: declared, declaringType: type, type, isStatic: true, isField: true, isHidden: false, get };
}

function defaultConstructor(type: NetType): MethodOverload {
  return {
    name: 'new',
    declaringType: type,
    isStatic: true,
    isConstructor: true,
    isHidden: true,
    genericParameters: [],
    parameters: [],
    returnType: type,
    invoke: () => defaultOf(type),
  };
}

/** `$delegate.Invoke(…)`, as the type declares it. */
function delegateInvoke(type: NetType): MethodGroup {
  const { parameters, returnType } = delegateSignature(type);
  const overload: MethodOverload = {
    name: 'Invoke',
    declaringType: type,
    isStatic: false,
    isConstructor: false,
    genericParameters: [],
    parameters: parameters.map((p, i) => ({
      name: parameters.length === 1 ? 'arg' : `arg${i + 1}`,
      type: p,
      isParams: false,
      isByRef: false,
      isOptional: false,
    })),
    returnType,
    invoke: (_engine, self, args) => (self instanceof NetDelegate ? self.invoke(args) : undefined),
  };
  return new MethodGroup('Invoke', [overload]);
}

/** `[int[,]]::new(2, 3)`: one length per dimension. */
function arrayConstructor(type: NetType): MethodOverload {
  const int = typeTable().get('System.Int32');
  return {
    name: 'new',
    declaringType: type,
    isStatic: true,
    isConstructor: true,
    genericParameters: [],
    parameters: Array.from({ length: type.rank }, (_, i) => ({
      name: type.rank === 1 ? 'length' : `length${i + 1}`,
      type: int,
      isParams: false,
      isByRef: false,
      isOptional: false,
    })),
    returnType: type,
    invoke: (_engine, _self, args) => makeArray(type.elementType ?? type, args as number[]),
  };
}

/** The members of a type, made on first use. */
export function membersOf(type: NetType): TypeMembers {
  const known = type.memberTable;
  if (known instanceof TypeMembers) return known;
  const made = new TypeMembers(type);
  type.memberTable = made;
  return made;
}
