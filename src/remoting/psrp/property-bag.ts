import { Hashtable } from '../../runtime/values/hashtable.ts';
import { baseOf, ensureNotes, notesOf, PSObject } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import { RemoteProtocolError } from './errors.ts';
import type { PayloadFormat } from './payload-format.ts';

/** An object of the protocol itself: properties without type names. Properties that are undefined are left out. */
export function bag(properties: Readonly<Record<string, PSValue>>, typeNames: readonly string[] = []): PSObject {
  const object = new PSObject();
  for (const [name, value] of Object.entries(properties)) if (value !== undefined) object.properties.set(name, value);
  object.typeNames = [...typeNames];
  return object;
}

/** An enum value as PSRP writes it: number, name and type names. */
export function enumValue(typeName: string, names: Readonly<Record<number, string>>, value: number): PSObject {
  const object = new PSObject(value);
  object.typeNames = [typeName, 'System.Enum', 'System.ValueType', 'System.Object'];
  object.text = names[value] ?? String(value);
  return object;
}

/** A PSPrimitiveDictionary, the kind of dictionary that handshake messages carry. */
export function primitiveDictionary(entries: Iterable<readonly [string, PSValue]>): Hashtable {
  const table = Hashtable.from(entries);
  ensureNotes(table).typeNames = [
    'System.Management.Automation.PSPrimitiveDictionary',
    'System.Collections.Hashtable',
    'System.Object',
  ];
  return table;
}

/** Reads the properties of a received object; a missing or ill-typed one is the peer's error. */
export class BagReader {
  readonly #value: PSValue;
  readonly #what: string;
  readonly #format: PayloadFormat;

  /** `what` names the message in errors. */
  constructor(value: PSValue, what: string, format: PayloadFormat) {
    this.#value = value;
    this.#what = what;
    this.#format = format;
  }

  has(name: string): boolean {
    return notesOf(this.#value)?.properties.has(name) ?? false;
  }

  /** The value; undefined where there is none. */
  value(name: string): PSValue {
    return notesOf(this.#value)?.properties.get(name);
  }

  /** A 32-bit or smaller number; enums count, also in the form of their name where `names` knows it. */
  int(name: string, names?: Readonly<Record<number, string>>): number {
    const value = baseOf(this.value(name));
    if (typeof value === 'number') return value;
    if (typeof value === 'bigint') return Number(value);
    if (typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'number')
      return value.value;
    const found =
      typeof value === 'string' && names ? Object.entries(names).find(([, text]) => text === value) : undefined;
    if (found) return Number(found[0]);
    throw this.#wrong(name, 'a number');
  }

  /** As {@link int}, with a default where the property is absent or Nil. */
  intOr(name: string, fallback: number): number {
    return this.value(name) === undefined || this.value(name) === null ? fallback : this.int(name);
  }

  long(name: string): bigint {
    const value = baseOf(this.value(name));
    if (typeof value === 'bigint') return value;
    if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
    throw this.#wrong(name, 'a 64-bit number');
  }

  bool(name: string): boolean {
    const value = baseOf(this.value(name));
    if (typeof value !== 'boolean') throw this.#wrong(name, 'true or false');
    return value;
  }

  boolOr(name: string, fallback: boolean): boolean {
    const value = baseOf(this.value(name));
    return typeof value === 'boolean' ? value : fallback;
  }

  text(name: string): string {
    const value = baseOf(this.value(name));
    if (typeof value !== 'string') throw this.#wrong(name, 'text');
    return value;
  }

  /** Text, or null where the property is absent, Nil or something else. */
  textOrNull(name: string): string | null {
    const value = baseOf(this.value(name));
    return typeof value === 'string' ? value : null;
  }

  items(name: string): readonly PSValue[] {
    const items = this.#format.items(this.value(name));
    if (!items) throw this.#wrong(name, 'a list');
    return items;
  }

  bag(name: string): BagReader {
    return this.of(this.value(name));
  }

  /** A reader of another object of the same message. */
  of(value: PSValue): BagReader {
    return new BagReader(value, this.#what, this.#format);
  }

  #wrong(name: string, wanted: string): RemoteProtocolError {
    const state = this.has(name) ? `a property ${name} that is not ${wanted}` : `no property ${name}`;
    return new RemoteProtocolError(`A ${this.#what} message has ${state}.`);
  }
}
