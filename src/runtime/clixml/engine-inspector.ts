import type { EngineContext } from '../engine.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { listMembers } from '../members/member-list.ts';
import { NativeCode } from '../members/native-code.ts';
import { typeDataOf } from '../members/type-data-of.ts';
import { InformationalRecord } from '../pipeline/records.ts';
import { typeNamesFor } from '../types/type-names.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { EnumValue } from '../values/enum-value.ts';
import { NetDictionary } from '../values/net-dictionary.ts';
import { NetEnumerable } from '../values/net-enumerable.ts';
import { NetList } from '../values/net-list.ts';
import { ClassInstance } from '../values/net-object.ts';
import type { NetType } from '../values/net-type.ts';
import { baseOf, ExtendedEntry, type ExtendedMember, notesOf, PSObject } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { SecureString } from '../values/secure-string.ts';
import type {
  ContainerTag,
  ContainerView,
  ObjectInspector,
  PropertyReader,
  SerializationSettings,
} from './object-inspector.ts';
import { plainContainer, plainInspector } from './plain-inspector.ts';
import { errorRecordReaders, informationalRecordReaders } from './record-readers.ts';

const propertyKinds: ReadonlySet<string> = new Set(['ScriptProperty', 'AliasProperty', 'CodeProperty', 'NoteProperty']);

/** Depths that PowerShell gives to types whatever the caller asks for. */
const fixedDepths: ReadonlyMap<string, number> = new Map([
  ['System.Management.Automation.PSCredential', 1],
  ['System.Management.Automation.SwitchParameter', 1],
  ['System.Management.Automation.Remoting.PSSenderInfo', 4],
]);

/** What the serializer asks about values, answered by an engine's members and type data. */
export function engineInspector(engine: EngineContext): ObjectInspector {
  return {
    typeNames: (value) => typeNamesFor(value),
    primitive: (value) => simpleText(engine, value),
    container: containerOf,
    adapted: (value) => adaptedOf(engine, value),
    extended: (value) => extendedOf(engine, value),
    text: (value) => textOf(engine, value),
    settings: (value) => settingsOf(engine, value),
  };
}

const simpleTypes: ReadonlyMap<string, 'URI' | 'XD' | 'SS'> = new Map([
  ['System.Uri', 'URI'],
  ['System.Xml.XmlDocument', 'XD'],
  ['System.Security.SecureString', 'SS'],
]);

function simpleText(engine: EngineContext, value: object): ReturnType<ObjectInspector['primitive']> {
  if (value instanceof ScriptBlock) return { tag: 'SBK', text: typeSystemOf(engine).netText(value) };
  const plain = plainInspector.primitive(value);
  if (plain || value instanceof PSObject || Array.isArray(value)) return plain;
  const tag = simpleTypes.get(typeOf(value).fullName);
  if (!tag) return undefined;
  if (tag === 'SS') return { tag, text: secretText(value) };
  const text = tag === 'URI' ? uriText(value) : xmlText(value);
  return { tag, text: text ?? typeSystemOf(engine).netText(value) };
}

function secretText(value: object): string {
  return value instanceof SecureString ? value.text : '';
}

/** The text a Uri was made of, where its class keeps it. */
function uriText(value: object): string | undefined {
  return 'originalString' in value && typeof value.originalString === 'string' ? value.originalString : undefined;
}

/** The markup of a document, where its class gives it. */
function xmlText(value: object): string | undefined {
  return 'outerXml' in value && typeof value.outerXml === 'string' ? value.outerXml : undefined;
}

function containerOf(value: object): ContainerView | undefined {
  const plain = plainContainer(value);
  if (plain) return plain;
  if (value instanceof NetDictionary) {
    return { tag: 'DCT', items: [], entries: Array.from(value.entries(), (e) => [e.key, e.value] as const) };
  }
  if (!(value instanceof NetEnumerable)) return undefined;
  return { tag: enumerableTag(value), items: { [Symbol.iterator]: () => value[Symbol.iterator]() } };
}

function enumerableTag(value: NetEnumerable): ContainerTag {
  if (value instanceof NetList) return 'LST';
  const type = typeOf(value);
  for (let t: NetType | null = type; t; t = t.baseType) {
    if (/^System\.Collections\.(Generic\.)?Queue(`1)?$/.test(`${t.namespace}.${t.name}`)) return 'QUE';
    if (/^System\.Collections\.(Generic\.)?Stack(`1)?$/.test(`${t.namespace}.${t.name}`)) return 'STK';
  }
  return type.interfaces.some((i) => i.name === 'IList') ? 'LST' : 'IE';
}

/** Whether a value's properties are all its own: a custom object, or a snapshot from elsewhere. */
function isBag(value: PSValue): boolean {
  return value instanceof PSObject && value.base === undefined;
}

function adaptedOf(engine: EngineContext, value: PSValue): readonly PropertyReader[] {
  if (isBag(value)) return plainInspector.adapted(value);
  const base = baseOf(value);
  if (base instanceof ErrorRecord || base instanceof InformationalRecord || base instanceof EnumValue) return [];
  return listMembers(engine, base, 'adapted')
    .filter((member) => member.kind === 'Property' && member.access.get)
    .map((member) => ({ name: member.name, read: () => member.getValue(engine) }));
}

function extendedOf(engine: EngineContext, value: PSValue): readonly PropertyReader[] {
  const found: PropertyReader[] = [];
  const names = new Set<string>();
  const add = (reader: PropertyReader): void => {
    const key = reader.name.toLowerCase();
    if (names.has(key)) return;
    names.add(key);
    found.push(reader);
  };
  const base = baseOf(value);
  if (base instanceof ErrorRecord) errorRecordReaders(engine, base).forEach(add);
  if (base instanceof InformationalRecord) informationalRecordReaders(base).forEach(add);
  for (const holder of value === base ? [value] : [value, base]) ownReaders(engine, holder, value).forEach(add);
  for (const member of typeDataOf(engine).membersOf(value)) {
    if (propertyKinds.has(member.kind)) add({ name: member.name, read: () => readMember(engine, value, member) });
  }
  return found;
}

function ownReaders(engine: EngineContext, holder: PSValue, self: PSValue): PropertyReader[] {
  const notes = notesOf(holder);
  if (!notes || notes.properties.size === 0) return [];
  const fromClass = holder instanceof PSObject ? holder.adapted : undefined;
  const found: PropertyReader[] = [];
  notes.properties.names.forEach((name, i) => {
    if (fromClass?.has(name.toLowerCase())) return;
    const held = notes.properties.values[i];
    if (!(held instanceof ExtendedEntry)) found.push({ name, read: () => held, isInstance: true });
    else if (propertyKinds.has(held.member.kind)) {
      found.push({ name, read: () => readMember(engine, self, held.member), isInstance: true });
    }
  });
  return found;
}

/** Reads an extended property; unlike reading it in a script, a getter that throws does throw. */
function readMember(engine: EngineContext, self: PSValue, member: ExtendedMember): Eventually<PSValue> {
  const { kind, value } = member;
  if (kind === 'NoteProperty') return value;
  if (kind === 'AliasProperty') return typeSystemOf(engine).members(self).find(String(value))?.getValue(engine) ?? null;
  if (value instanceof ScriptBlock) return engine.invokeBlock(value, { thisValue: self });
  return value instanceof NativeCode ? value.run(engine, self, []) : null;
}

function textOf(engine: EngineContext, value: PSValue): Eventually<string | null> {
  const base = baseOf(value);
  const types = typeSystemOf(engine);
  if (base instanceof ClassInstance) {
    const text = types.invoke(base, 'ToString', []);
    return text instanceof Promise ? text.then(textOrNull) : textOrNull(text);
  }
  return base === null || base === undefined ? null : types.netText(base, null, '');
}

function textOrNull(value: PSValue): string | null {
  return typeof value === 'string' ? value : null;
}

function settingsOf(engine: EngineContext, value: PSValue): SerializationSettings | undefined {
  if (isBag(value) && notesOf(value)?.typeNames === undefined) return undefined;
  const data = typeDataOf(engine);
  const depth = data.first(value, (entry) => entry.serializationDepth) ?? fixedDepths.get(typeNamesFor(value)[0] ?? '');
  const method = data.first(value, (entry) => entry.serializationMethod);
  const properties =
    method === 'SpecificProperties' ? data.first(value, (entry) => entry.propertySerializationSet) : undefined;
  if (depth === undefined && method === undefined) return undefined;
  return {
    ...(depth === undefined ? {} : { depth }),
    ...(method === 'String' ? { asText: true } : {}),
    ...(properties ? { properties } : {}),
  };
}
