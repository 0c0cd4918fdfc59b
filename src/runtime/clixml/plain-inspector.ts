import { encodeBase64 } from '../text/base64.ts';
import { EnumValue } from '../values/enum-value.ts';
import { Hashtable, type TableEntry } from '../values/hashtable.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { ExtendedEntry, notesOf, PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import type { ContainerView, ObjectInspector, PropertyReader } from './object-inspector.ts';

const OBJECT = 'System.Object';
const customNames = ['System.Management.Automation.PSCustomObject', OBJECT];
const arrayNames = ['System.Object[]', 'System.Array', OBJECT];
const enumNames = ['System.Enum', 'System.ValueType', OBJECT];

/** What the serializer can know without a type system: custom objects, tables, arrays and enums. */
export const plainInspector: ObjectInspector = {
  typeNames: (value) => notesOf(value)?.typeNames ?? ownTypeNames(value),
  primitive(value) {
    const bytes =
      value instanceof TypedArray && value.rank === 1 ? value.bytes : value instanceof Uint8Array ? value : undefined;
    return bytes && { tag: 'BA', text: encodeBase64(bytes) };
  },
  container: plainContainer,
  adapted: (value) => ownProperties(value, true),
  extended: (value) => ownProperties(value, false),
  text: (value) => (value instanceof EnumValue ? value.toString() : null),
  settings: () => undefined,
};

function ownTypeNames(value: PSValue): readonly string[] {
  if (value instanceof PSObject) return value.base === undefined ? customNames : ownTypeNames(value.base);
  if (Array.isArray(value)) return arrayNames;
  if (value instanceof Hashtable) return ['System.Collections.Hashtable', OBJECT];
  if (value instanceof OrderedDictionary) return ['System.Collections.Specialized.OrderedDictionary', OBJECT];
  if (value instanceof EnumValue) return [value.netType.fullName, ...enumNames];
  if (value instanceof TypedArray) return [`${value.elementType.fullName}[]`, 'System.Array', OBJECT];
  return [OBJECT];
}

/** The content of the containers of values/; undefined for everything else. */
export function plainContainer(value: object): ContainerView | undefined {
  if (Array.isArray(value)) return { tag: 'LST', items: value };
  if (value instanceof TypedArray) return { tag: 'LST', items: value.toArray() };
  if (value instanceof Hashtable || value instanceof OrderedDictionary) return dictionary(value.entries());
  return undefined;
}

function dictionary(entries: Iterable<TableEntry>): ContainerView {
  return { tag: 'DCT', items: [], entries: Array.from(entries, ({ key, value }) => [key, value] as const) };
}

/** The notes of a value: those its class had (deserialized objects only) or the others. */
function ownProperties(value: PSValue, adapted: boolean): readonly PropertyReader[] {
  const notes = notesOf(value);
  if (!notes || notes.properties.size === 0) return [];
  const fromClass = value instanceof PSObject ? value.adapted : undefined;
  const found: PropertyReader[] = [];
  notes.properties.names.forEach((name, i) => {
    const held = notes.properties.values[i];
    if (held instanceof ExtendedEntry || (fromClass?.has(name.toLowerCase()) ?? false) !== adapted) return;
    found.push({ name, read: () => held, isInstance: !adapted });
  });
  return found;
}
