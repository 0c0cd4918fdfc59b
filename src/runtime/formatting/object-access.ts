import type { Eventually, PSValue } from '../values/ps-value.ts';

/** A property with its declared name. */
export interface PlainProperty {
  readonly found: true;
  readonly value: PSValue;
  readonly name: string;
}

/** What formatting asks of objects; implemented over the members layer by engine-objects.ts. */
export interface ObjectAccess {
  /** Type names, most derived first, as `$o.PSObject.TypeNames`. */
  typeNames(value: PSValue): readonly string[];
  /** Names of all visible properties in display order: those of the type, then the extended ones. */
  propertyNames(value: PSValue): readonly string[];
  /**
   * Declared names of the properties that a name (any case) or a wildcard pattern stands for; property sets give
   * their members; the keys of a hashtable count as properties.
   */
  resolve(value: PSValue, pattern: string): readonly string[];
  /**
   * The property that a name stands for and its value, where that is known without more ado: a note of a custom object,
   * or a property of the type. Undefined for all others, patterns among them; {@link resolve} then knows.
   */
  plain(value: PSValue, name: string): Eventually<PlainProperty> | undefined;
  /** A property's value; throws what its getter throws. */
  get(value: PSValue, name: string): Eventually<PSValue>;
  /** The DefaultDisplayPropertySet of the object or its type. */
  defaultProperties(value: PSValue): readonly string[] | undefined;
  /** The DefaultDisplayProperty of the type. */
  defaultProperty(value: PSValue): string | undefined;
  /** The elements where the value counts as a collection (dictionaries give their entries); else undefined. */
  elements(value: PSValue): Iterable<PSValue> | undefined;
  /** `PSObject.ToString()` in the current culture. */
  text(value: PSValue): Eventually<string>;
  /** Whether the value's own class declares ToString(). */
  hasOwnText(value: PSValue): boolean;
  /** `'{0:format}' -f value`, or `-f` of the whole format when it holds placeholders; throws as -f does. */
  format(value: PSValue, format: string): Eventually<string>;
  /** Whether two values are equal for grouping: compared as `-eq`, by text where they do not compare. */
  sameGroup(a: PSValue, b: PSValue): Eventually<boolean>;
  /** Whether a value counts as true. */
  isTrue(value: PSValue): boolean;
}
