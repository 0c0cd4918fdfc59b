import type { TypeName } from './ast/type-names.ts';

/** What the checks ask about a type. */
export interface KnownType {
  /** Full .NET name, such as `System.Int32`. */
  readonly fullName: string;
  /** Whether values of it can be made and compared without running anything: numbers, text, dates, booleans, chars. */
  readonly isSimple: boolean;
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

const referenceNames: ReadonlySet<string> = new Set([
  'ref',
  'psreference',
  'system.management.automation.psreference',
  'management.automation.psreference',
]);
const voidNames: ReadonlySet<string> = new Set(['void', 'system.void']);
