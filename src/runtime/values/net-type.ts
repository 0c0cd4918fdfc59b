import { NetObject } from './net-object.ts';

/** What a type is. A generic definition (`List<>`) and its instantiations carry the kind of their shape. */
export type NetTypeKind =
  | 'class'
  | 'struct'
  | 'enum'
  | 'interface'
  | 'array'
  | 'delegate'
  | 'genericParameter'
  | 'byRef';

/** What an enum declares. Values are numbers; those of Int64 and UInt64 enums are bigints. */
export interface EnumInfo {
  readonly underlying: NetType;
  readonly flags: boolean;
  /** Names in order of their unsigned value, as `Enum.GetNames` lists them. */
  readonly names: readonly string[];
  /** Values beside `names`. */
  readonly values: readonly (number | bigint)[];
}

/** What is needed to make a {@link NetType}; thunks are called once, on first use. */
export interface NetTypeSpec {
  /** `List`1`, `Int32[]`. */
  readonly name: string;
  /** Null for script classes and generic parameters. */
  readonly namespace: string | null;
  readonly kind: NetTypeKind;
  readonly base?: () => NetType | null;
  readonly interfaces?: () => readonly NetType[];
  readonly declaringType?: NetType;
  readonly elementType?: NetType;
  readonly rank?: number;
  readonly genericParameters?: readonly string[];
  readonly genericDefinition?: NetType;
  readonly genericArguments?: readonly NetType[];
  readonly enumInfo?: () => EnumInfo;
  readonly isAbstract?: boolean;
  readonly isSealed?: boolean;
  readonly isPublic?: boolean;
  /** Simple assembly name. */
  readonly assembly?: string;
}

/**
 * Contract. A `[type]`: one object per .NET type, so that types compare by identity. Made by the type table
 * (types/type-table.ts) or, for script classes, by the evaluator through types/script-type.ts.
 */
export class NetType extends NetObject {
  readonly name: string;
  readonly namespace: string | null;
  readonly kind: NetTypeKind;
  readonly declaringType: NetType | undefined;
  /** Of arrays and byRef types. */
  readonly elementType: NetType | undefined;
  /** Dimensions of an array, else 0. */
  readonly rank: number;
  /** Names of the parameters of a generic definition, else empty. */
  readonly genericParameters: readonly string[];
  readonly genericDefinition: NetType | undefined;
  readonly genericArguments: readonly NetType[];
  readonly isAbstract: boolean;
  readonly isSealed: boolean;
  readonly isPublic: boolean;
  readonly assembly: string;
  /** The members, made on first use by types/members-of.ts; no other folder touches this. */
  memberTable: object | undefined = undefined;
  /** Conversions to this type that were decided, by source type; conversion/figure-conversion.ts fills it. */
  readonly conversions = new Map<NetType, object | undefined>();
  /** What the evaluator knows about a script class (its AST, defaults, static state). */
  scriptClass: object | undefined = undefined;
  readonly #spec: NetTypeSpec;
  #base: NetType | null | undefined = undefined;
  #interfaces: readonly NetType[] | undefined = undefined;
  #enumInfo: EnumInfo | undefined = undefined;
  #fullName: string | undefined = undefined;
  #ancestors: Set<NetType> | undefined = undefined;

  constructor(spec: NetTypeSpec) {
    super();
    this.#spec = spec;
    this.name = spec.name;
    this.namespace = spec.namespace;
    this.kind = spec.kind;
    this.declaringType = spec.declaringType;
    this.elementType = spec.elementType;
    this.rank = spec.rank ?? 0;
    this.genericParameters = spec.genericParameters ?? [];
    this.genericDefinition = spec.genericDefinition;
    this.genericArguments = spec.genericArguments ?? [];
    this.isAbstract = spec.isAbstract ?? false;
    this.isSealed = spec.isSealed ?? (spec.kind === 'struct' || spec.kind === 'enum' || spec.kind === 'array');
    this.isPublic = spec.isPublic ?? true;
    this.assembly = spec.assembly ?? 'System.Private.CoreLib';
  }

  /** The direct base; null for System.Object and interfaces. */
  get baseType(): NetType | null {
    if (this.#base === undefined) this.#base = this.#spec.base?.() ?? null;
    return this.#base;
  }

  /** All interfaces, those of the bases and of the interfaces included. */
  get interfaces(): readonly NetType[] {
    this.#interfaces ??= collectInterfaces(this.#spec.interfaces?.() ?? [], this.baseType);
    return this.#interfaces;
  }

  get enumInfo(): EnumInfo | undefined {
    if (this.kind !== 'enum') return undefined;
    this.#enumInfo ??= this.#spec.enumInfo?.();
    return this.#enumInfo;
  }

  get isEnum(): boolean {
    return this.kind === 'enum';
  }

  get isArray(): boolean {
    return this.kind === 'array';
  }

  get isInterface(): boolean {
    return this.kind === 'interface';
  }

  get isValueType(): boolean {
    return this.kind === 'struct' || this.kind === 'enum';
  }

  /** `List<>` itself, not an instantiation. */
  get isGenericDefinition(): boolean {
    return this.genericParameters.length > 0;
  }

  /** `Type.FullName`: arguments of generics are written with their assembly. */
  get fullName(): string {
    this.#fullName ??= this.#makeFullName();
    return this.#fullName;
  }

  #makeFullName(): string {
    if (this.elementType) return this.elementType.fullName + this.#suffix();
    if (this.genericArguments.length === 0) return this.#qualified();
    const args = this.genericArguments.map((a) => `[${a.fullName}, ${assemblyNameOf(a)}]`);
    return `${this.#qualified()}[${args.join(',')}]`;
  }

  /** `Type.ToString()`: arguments of generics without assembly. */
  override toString(): string {
    if (this.kind === 'genericParameter') return this.name;
    if (this.elementType) return this.elementType.toString() + this.#suffix();
    const list = this.isGenericDefinition ? this.genericParameters : this.genericArguments;
    return list.length === 0 ? this.#qualified() : `${this.#qualified()}[${list.join(',')}]`;
  }

  /** Whether a value of `other` can stand where this type is asked for, without conversion. */
  isAssignableFrom(other: NetType): boolean {
    if (other === this) return true;
    if (this.kind === 'genericParameter') return false;
    other.#ancestors ??= collectAncestors(other);
    if (other.#ancestors.has(this)) return true;
    return isVariantMatch(this, other, other.#ancestors);
  }

  /** Whether this type derives from `other` (classes only, not itself). */
  isSubclassOf(other: NetType): boolean {
    for (let t = this.baseType; t; t = t.baseType) if (t === other) return true;
    return false;
  }

  #suffix(): string {
    return this.kind === 'byRef' ? '&' : `[${','.repeat(this.rank - 1)}]`;
  }

  #qualified(): string {
    if (this.kind === 'genericParameter') return this.name;
    if (this.declaringType) return `${this.declaringType.#qualified()}+${this.name}`;
    return this.namespace ? `${this.namespace}.${this.name}` : this.name;
  }
}

/** `AssemblyQualifiedName` is FullName, a comma and this. */
export function assemblyNameOf(type: NetType): string {
  const [version, token] = signatures.find(([pattern]) => pattern.test(type.assembly))?.[1] ?? ['0.0.0.0', 'null'];
  return `${type.assembly}, Version=${version}, Culture=neutral, PublicKeyToken=${token}`;
}

/** Version and public key token of assemblies by name. */
const signatures: readonly (readonly [RegExp, readonly [string, string]])[] = [
  [/^System\.Management\.Automation$|^Microsoft\.PowerShell/, ['7.6.0.500', '31bf3856ad364e35']],
  [/^System\.Private\.CoreLib$/, ['10.0.0.0', '7cec85d7bea7798e']],
  [/^System\.Private\.Xml/, ['10.0.0.0', 'cc7b13ffcd2ddd51']],
  [/^System\./, ['10.0.0.0', 'b03f5f7f11d50a3a']],
];

function collectInterfaces(own: readonly NetType[], base: NetType | null): readonly NetType[] {
  const all = new Set<NetType>();
  for (const i of base?.interfaces ?? []) all.add(i);
  for (const i of own) {
    all.add(i);
    for (const more of i.interfaces) all.add(more);
  }
  return [...all];
}

function collectAncestors(type: NetType): Set<NetType> {
  const all = new Set<NetType>(type.interfaces);
  let top: NetType = type;
  for (let t = type.baseType; t; t = t.baseType) {
    all.add(t);
    top = t;
  }
  if (type.kind === 'interface' && top === type) {
    const root = rootType.value;
    if (root) all.add(root);
  }
  return all;
}

/** Where the type table puts System.Object, which every interface value also is. */
export const rootType: { value: NetType | undefined } = { value: undefined };

/** Generic interfaces and delegates whose arguments may vary; value types never do. */
const variantNames = new Set([
  'IEnumerable`1',
  'IEnumerator`1',
  'IReadOnlyCollection`1',
  'IReadOnlyList`1',
  'IComparer`1',
  'IEqualityComparer`1',
]);

function isVariantMatch(target: NetType, source: NetType, ancestors: Set<NetType>): boolean {
  if (target.kind === 'array') {
    const [to, from] = [target.elementType, source.elementType];
    if (source.kind !== 'array' || source.rank !== target.rank || !to || !from) return false;
    return !to.isValueType && !from.isValueType && to.isAssignableFrom(from);
  }
  const definition = target.genericDefinition;
  if (!definition || !variantNames.has(definition.name)) return false;
  const contravariant = definition.name.endsWith('Comparer`1');
  for (const candidate of [source, ...ancestors]) {
    if (candidate.genericDefinition !== definition) continue;
    const fits = candidate.genericArguments.every((from, i) => {
      const to = target.genericArguments[i];
      if (!to || to.isValueType || from.isValueType) return to === from;
      return contravariant ? from.isAssignableFrom(to) : to.isAssignableFrom(from);
    });
    if (fits) return true;
  }
  return false;
}
