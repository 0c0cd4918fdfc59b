import type { TypeName } from './ast/type-names.ts';

/** What the checks ask about a type. */
export interface KnownType {
  /** Full .NET name, such as `System.Int32`. */
  readonly fullName: string;
  /** Whether values of it can be made and compared without running anything: numbers, text, dates, booleans, chars. */
  readonly isSimple: boolean;
  readonly isSealed: boolean;
  readonly isInterface: boolean;
  /** Whether it is derived from another type, directly or not. */
  isSubclassOf(other: KnownType): boolean;
}

/** The types that exist where a script is to run; without one, checks that depend on types are left out. */
export interface TypeCatalogue {
  /** The type a name means, or undefined. Attributes are also found without their ending `Attribute`. */
  resolve(name: TypeName, use: 'type' | 'attribute', namespaces: readonly string[]): KnownType | undefined;
}

/** Whether a type name means `System.Management.Automation.PSReference`. */
export function isReferenceType(name: TypeName): boolean {
  return referenceNames.has(name.fullName.toLowerCase());
}

/** Whether a type name means `System.Void`. */
export function isVoidType(name: TypeName): boolean {
  return voidNames.has(name.fullName.toLowerCase());
}

/** Whether a type name means a number, text, boolean, character or date: the types whose values need no code. */
export function isSimpleName(name: TypeName): boolean {
  return name.kind === 'TypeName' && simpleNames.test(name.fullName);
}

const simpleNames =
  /^(?:system\.)?(?:string|char|bool|boolean|byte|sbyte|short|int16|ushort|uint16|int|int32|uint|uint32|long|int64|ulong|uint64|float|single|double|decimal|datetime)$/i;
const referenceNames: ReadonlySet<string> = new Set([
  'ref',
  'psreference',
  'system.management.automation.psreference',
  'management.automation.psreference',
]);
const voidNames: ReadonlySet<string> = new Set(['void', 'system.void']);

/** Names of the same type that differ: shortcuts and full names. */
const shortcuts: ReadonlyMap<string, string> = new Map([
  ['int', 'int32'],
  ['long', 'int64'],
  ['short', 'int16'],
  ['uint', 'uint32'],
  ['ulong', 'uint64'],
  ['ushort', 'uint16'],
  ['float', 'single'],
  ['bool', 'boolean'],
  ['switch', 'management.automation.switchparameter'],
  ['hashtable', 'collections.hashtable'],
  ['regex', 'text.regularexpressions.regex'],
]);

/** A name that types with several names share: in lower case, without `System.`, shortcuts written out. */
export function canonicalName({ fullName }: TypeName): string {
  const name = fullName.toLowerCase();
  const [, element = name, ranks = ''] = /^(.*?)((?:\[,*\])*)$/.exec(name) ?? [];
  const short = element.replace(/^system\./, '');
  return (shortcuts.get(short) ?? short) + ranks;
}
