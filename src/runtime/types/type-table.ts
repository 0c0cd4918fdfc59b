import { type EnumInfo, NetType, type NetTypeKind, rootType } from '../values/net-type.ts';
import type { TypeSpec } from './define-type.ts';
import { allTypes } from './index.ts';
import { splitTopLevel } from './signature.ts';
import { parseTypeText, type TypeText } from './type-text.ts';

/** Type parameters in force: name to type. */
export type TypeScope = ReadonlyMap<string, NetType>;

const noScope: TypeScope = new Map();

/** C# keywords and the arrays' root, by what signatures call them. */
const keywords: Readonly<Record<string, string>> = {
  object: 'System.Object',
  string: 'System.String',
  char: 'System.Char',
  bool: 'System.Boolean',
  byte: 'System.Byte',
  sbyte: 'System.SByte',
  short: 'System.Int16',
  ushort: 'System.UInt16',
  int: 'System.Int32',
  uint: 'System.UInt32',
  long: 'System.Int64',
  ulong: 'System.UInt64',
  float: 'System.Single',
  double: 'System.Double',
  decimal: 'System.Decimal',
  void: 'System.Void',
};

/**
 * All emulated types, shared by all engines. Types are made on first use, and once: they compare by identity.
 */
export class TypeTable {
  readonly #lists = new Set<readonly TypeSpec[]>();
  readonly #byFullName = new Map<string, TypeSpec>();
  readonly #bySimpleName = new Map<string, TypeSpec>();
  readonly #types = new Map<TypeSpec, NetType>();
  readonly #specs = new WeakMap<NetType, TypeSpec>();
  readonly #unknown = new Map<string, NetType>();
  readonly #classes = new Map<unknown, TypeSpec>();
  /** Declarations that have their classes from elsewhere: what makes them may run later (see the start-up bundle). */
  readonly #late: TypeSpec[] = [];
  readonly #arrays = new WeakMap<NetType, NetType[]>();
  readonly #instances = new WeakMap<NetType, Map<string, NetType>>();
  readonly #ids = new WeakMap<NetType, number>();
  #nextId = 1;

  constructor(specs: readonly TypeSpec[]) {
    this.declare(specs);
  }

  /** Adds types whose JS classes live in higher layers; the same list a second time changes nothing. */
  declare(specs: readonly TypeSpec[]): void {
    if (this.#lists.has(specs)) return;
    this.#lists.add(specs);
    for (const spec of specs) {
      const full = nameWithArity(spec.name);
      this.#byFullName.set(full.toLowerCase(), spec);
      const simple = full.slice(Math.max(full.lastIndexOf('.'), full.lastIndexOf('+')) + 1).toLowerCase();
      if (!this.#bySimpleName.has(simple)) this.#bySimpleName.set(simple, spec);
      if ('jsClass' in spec && !Object.hasOwn(spec, 'jsClass')) this.#late.push(spec);
      for (const jsClass of classesOf(spec)) if (!this.#classes.has(jsClass)) this.#classes.set(jsClass, spec);
    }
  }

  /** All declared types, made or not. */
  specs(): Iterable<TypeSpec> {
    return this.#byFullName.values();
  }

  /** The type with a full name (any case, arity written as in `List`1`). */
  find(fullName: string): NetType | undefined {
    const spec = this.#byFullName.get(fullName.toLowerCase());
    return spec && this.typeOf(spec);
  }

  /** A type that is known to be declared. */
  get(fullName: string): NetType {
    const found = this.find(fullName);
    if (!found) throw new Error(`type ${fullName} is not declared`);
    return found;
  }

  /** The declaration of a type; of the definition for instantiated generics; undefined for arrays and script types. */
  specOf(type: NetType): TypeSpec | undefined {
    return this.#specs.get(type.genericDefinition ?? type);
  }

  /** The declaration for a JS class, or for one of its bases. */
  specOfClass(jsClass: unknown): TypeSpec | undefined {
    const known = this.#classes.get(jsClass);
    if (known || typeof jsClass !== 'function') return known;
    const late = this.#late.find((spec) => classesOf(spec).includes(jsClass));
    const found = late ?? this.specOfClass(Object.getPrototypeOf(jsClass));
    if (found) this.#classes.set(jsClass, found);
    return found;
  }

  /** The type of a declaration. */
  typeOf(spec: TypeSpec): NetType {
    let type = this.#types.get(spec);
    if (!type) {
      type = this.#make(spec);
      this.#types.set(spec, type);
      this.#specs.set(type, spec);
      if (spec.name === 'System.Object') rootType.value = type;
    }
    return type;
  }

  /**
   * The type of a type text as signatures write it: keywords, simple names and the parameters in `scope`. A name that
   * is not declared gives a type without members to which nothing converts, so that signatures may mention it.
   */
  signatureType(text: string, scope: TypeScope = noScope): NetType {
    const parsed = parseTypeText(text);
    if (!parsed) throw new Error(`not a type: ${text}`);
    return this.#ofSignature(parsed, scope);
  }

  /** `element[]`, or with several dimensions. */
  arrayOf(element: NetType, rank = 1): NetType {
    let made = this.#arrays.get(element);
    if (!made) {
      made = [];
      this.#arrays.set(element, made);
    }
    return (made[rank] ??= this.#makeArray(element, rank));
  }

  /** The instantiation of a generic definition. */
  instantiate(definition: NetType, args: readonly NetType[]): NetType {
    const first = args[0];
    if (!first) return definition;
    let made = this.#instances.get(first);
    if (!made) {
      made = new Map();
      this.#instances.set(first, made);
    }
    const key = [definition, ...args].map((t) => this.#id(t)).join();
    let type = made.get(key);
    if (!type) {
      type = this.#makeInstance(definition, args);
      made.set(key, type);
    }
    return type;
  }

  /** The parameters of a closed generic type with their arguments; empty for others. */
  scopeOf(type: NetType): TypeScope {
    const names = type.genericDefinition?.genericParameters;
    if (!names) {
      return type.isGenericDefinition ? new Map(type.genericParameters.map((n) => [n, genericParameter(n)])) : noScope;
    }
    return new Map(names.map((n, i) => [n, type.genericArguments[i] ?? this.get('System.Object')]));
  }

  #id(type: NetType): number {
    let id = this.#ids.get(type);
    if (id === undefined) this.#ids.set(type, (id = this.#nextId++));
    return id;
  }

  #ofSignature(text: TypeText, scope: TypeScope): NetType {
    const inScope = text.args.length === 0 ? scope.get(text.name) : undefined;
    let type = inScope ?? this.#named(text);
    if (text.args.length > 0)
      type = this.instantiate(
        type,
        text.args.map((a) => this.#ofSignature(a, scope)),
      );
    if (text.nullable) type = this.instantiate(this.get('System.Nullable`1'), [type]);
    for (const rank of text.ranks) type = this.arrayOf(type, rank);
    return type;
  }

  #named(text: TypeText): NetType {
    const keyword = keywords[text.name];
    if (keyword) return this.get(keyword);
    const name = text.args.length > 0 ? `${text.name}\`${text.args.length}` : text.name;
    const spec = this.#bySimpleName.get(name.toLowerCase()) ?? this.#byFullName.get(name.toLowerCase());
    if (spec) return this.typeOf(spec);
    let type = this.#unknown.get(name);
    if (!type) {
      type = new NetType({
        name,
        namespace: null,
        kind: 'class',
        genericParameters: text.args.map((_, i) => `T${i}`),
        base: () => this.get('System.Object'),
      });
      this.#unknown.set(name, type);
    }
    return type;
  }

  #make(spec: TypeSpec): NetType {
    const full = nameWithArity(spec.name);
    const plus = full.lastIndexOf('+');
    const cut = plus >= 0 ? plus : full.lastIndexOf('.');
    const kind = spec.kind ?? 'class';
    const parameters = parameterNames(spec.name);
    const scope: TypeScope = new Map(parameters.map((n) => [n, genericParameter(n)]));
    const outer = plus >= 0 ? this.find(full.slice(0, plus)) : undefined;
    return new NetType({
      name: full.slice(cut + 1),
      namespace: outer ? outer.namespace : full.slice(0, Math.max(cut, 0)) || null,
      kind,
      ...(outer ? { declaringType: outer } : {}),
      base: () => this.#baseOf(spec, kind, scope),
      interfaces: () => splitTopLevel(spec.interfaces ?? '').map((t) => this.signatureType(t, scope)),
      genericParameters: parameters,
      enumInfo: () => this.#enumInfo(spec),
      isAbstract: spec.isAbstract ?? kind === 'interface',
      ...(spec.isSealed === undefined && !isStaticClass(spec) ? {} : { isSealed: spec.isSealed ?? true }),
      assembly: spec.assembly ?? assemblyOf(full),
    });
  }

  #baseOf(spec: TypeSpec, kind: NetTypeKind, scope: TypeScope): NetType | null {
    if (spec.base) return this.signatureType(spec.base, scope);
    if (spec.name === 'System.Object' || kind === 'interface') return null;
    return this.get(defaultBases[kind] ?? 'System.Object');
  }

  #enumInfo(spec: TypeSpec): EnumInfo {
    const pairs = [...(spec.enumValues ?? [])];
    pairs.sort(([, a], [, b]) => unsignedOrder(a, b));
    return {
      underlying: this.get(spec.underlying ?? 'System.Int32'),
      flags: spec.isFlags ?? false,
      names: pairs.map(([name]) => name),
      values: pairs.map(([, value]) => value),
    };
  }

  #makeArray(element: NetType, rank: number): NetType {
    return new NetType({
      name: `${element.name}[${','.repeat(rank - 1)}]`,
      namespace: element.namespace,
      kind: 'array',
      elementType: element,
      rank,
      base: () => this.get('System.Array'),
      interfaces: () =>
        rank === 1
          ? ['IList', 'ICollection', 'IEnumerable', 'IReadOnlyList', 'IReadOnlyCollection'].map((i) =>
              this.instantiate(this.get(`System.Collections.Generic.${i}\`1`), [element]),
            )
          : [],
      assembly: element.assembly,
    });
  }

  #makeInstance(definition: NetType, args: readonly NetType[]): NetType {
    const spec = this.#specs.get(definition);
    const scope: TypeScope = new Map(definition.genericParameters.map((n, i) => [n, args[i] ?? definition]));
    return new NetType({
      name: definition.name,
      namespace: definition.namespace,
      kind: definition.kind,
      genericDefinition: definition,
      genericArguments: args,
      ...(definition.declaringType ? { declaringType: definition.declaringType } : {}),
      base: () => (spec ? this.#baseOf(spec, definition.kind, scope) : definition.baseType),
      interfaces: () =>
        spec ? splitTopLevel(spec.interfaces ?? '').map((t) => this.signatureType(t, scope)) : definition.interfaces,
      isAbstract: definition.isAbstract,
      isSealed: definition.isSealed,
      assembly: definition.assembly,
    });
  }
}

const defaultBases: Partial<Record<NetTypeKind, string>> = {
  struct: 'System.ValueType',
  enum: 'System.Enum',
  delegate: 'System.MulticastDelegate',
};

const parameters = new Map<string, NetType>();

/** The type that stands for a type parameter of an open generic. */
export function genericParameter(name: string): NetType {
  let type = parameters.get(name);
  if (!type) {
    type = new NetType({ name, namespace: null, kind: 'genericParameter' });
    parameters.set(name, type);
  }
  return type;
}

/** A class with nothing but statics is abstract and sealed in .NET. */
export function isStaticClass(spec: TypeSpec): boolean {
  const { isAbstract, kind, base } = spec;
  if (!isAbstract || kind !== undefined || base !== undefined) return false;
  if (spec.isStatic !== undefined) return spec.isStatic;
  const names = Object.keys(spec.members ?? {});
  return names.length > 0 && names.every((n) => n.startsWith('static '));
}

function classesOf({ jsClass }: TypeSpec): readonly unknown[] {
  return jsClass === undefined ? [] : Array.isArray(jsClass) ? jsClass : [jsClass];
}

function parameterNames(name: string): string[] {
  const open = name.indexOf('<');
  return open < 0 ? [] : splitTopLevel(name.slice(open + 1, -1));
}

function nameWithArity(name: string): string {
  const open = name.indexOf('<');
  if (open < 0) return name;
  const plain = name.slice(0, open);
  // A type nested in a generic one repeats its parameters without counting them.
  return /`\d+\+/.test(plain) ? plain : `${plain}\`${parameterNames(name).length}`;
}

function unsignedOrder(a: number | bigint, b: number | bigint): number {
  const [x, y] = [BigInt.asUintN(64, BigInt(a)), BigInt.asUintN(64, BigInt(b))];
  return x < y ? -1 : x > y ? 1 : 0;
}

const assemblies: readonly (readonly [RegExp, string])[] = [
  [/^System\.Management\.Automation\./, 'System.Management.Automation'],
  [/^Microsoft\.PowerShell\.Commands\./, 'Microsoft.PowerShell.Commands.Utility'],
  [
    /^System\.Collections\.(Specialized|Generic\.(SortedSet|SortedList|LinkedList|Stack|PriorityQueue|SortedDictionary))/,
    'System.Collections',
  ],
  [/^System\.Collections\.(SortedList|Queue|Stack|BitArray)/, 'System.Collections.NonGeneric'],
  [/^System\.Collections\.Concurrent\./, 'System.Collections.Concurrent'],
  [/^System\.Linq\./, 'System.Linq'],
  [/^System\.Text\.RegularExpressions\./, 'System.Text.RegularExpressions'],
  [/^System\.Xml\./, 'System.Private.Xml'],
  [/^System\.(Uri|UriBuilder|UriFormatException)/, 'System.Private.Uri'],
  [/^System\.Net\./, 'System.Net.Primitives'],
  [/^System\.Numerics\.BigInteger/, 'System.Runtime.Numerics'],
  [/^System\.Console/, 'System.Console'],
  [/^System\.Security\.Cryptography\./, 'System.Security.Cryptography'],
  [/^System\.Diagnostics\.Process/, 'System.Diagnostics.Process'],
];

function assemblyOf(fullName: string): string {
  return assemblies.find(([pattern]) => pattern.test(fullName))?.[1] ?? 'System.Private.CoreLib';
}

let table: TypeTable | undefined;

/** The table of all emulated types, built on first use. */
export function typeTable(): TypeTable {
  table ??= new TypeTable(allTypes);
  return table;
}
