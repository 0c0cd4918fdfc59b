import type { EngineContext } from '../engine.ts';
import { typeDataOf } from '../members/type-data-of.ts';
import { coreTypes } from '../types/core-types.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { ArrayList } from '../values/net-list.ts';
import type { NetType } from '../values/net-type.ts';
import { baseOf, ensureNotes, notesOf, PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { SecureString } from '../values/secure-string.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { TypedArray } from '../values/typed-array.ts';
import { type LiveValues, plainLiveValues } from './live-values.ts';

/** How the live objects of one type come back from their snapshot; undefined leaves the snapshot. */
type Rehydrate = (engine: EngineContext, snapshot: PSValue) => PSValue;

function property(snapshot: PSValue, name: string): PSValue {
  return baseOf(notesOf(snapshot)?.properties.get(name));
}

function textOf(snapshot: PSValue): string | undefined {
  return snapshot instanceof PSObject ? snapshot.text : undefined;
}

/** The value a type's conversion makes of the snapshot's text, or of one of its properties. */
function fromText(typeName: string, propertyName?: string): Rehydrate {
  return (engine, snapshot) => {
    const held = propertyName === undefined ? undefined : property(snapshot, propertyName);
    const text = typeof held === 'string' ? held : textOf(snapshot);
    return text === undefined ? undefined : converted(engine, text, typeName);
  };
}

/** DeserializingTypeConverter of PowerShell: the types whose snapshots become live objects again. */
const rehydrations: ReadonlyMap<string, Rehydrate> = new Map<string, Rehydrate>([
  ['System.Net.IPAddress', fromText('System.Net.IPAddress')],
  ['System.Globalization.CultureInfo', fromText('System.Globalization.CultureInfo', 'Name')],
  ['System.Net.Mail.MailAddress', fromText('System.Net.Mail.MailAddress')],
  ['System.Management.Automation.SwitchParameter', (_, snapshot) => switchParameter(snapshot)],
  ['System.Management.Automation.PSPrimitiveDictionary', (_, snapshot) => primitiveDictionary(snapshot)],
  ['System.Management.Automation.PSCredential', credential],
]);

function switchParameter(snapshot: PSValue): PSValue {
  const isPresent = property(snapshot, 'IsPresent');
  return typeof isPresent === 'boolean' ? SwitchParameter.of(isPresent) : undefined;
}

function primitiveDictionary(snapshot: PSValue): PSValue {
  if (typeof snapshot !== 'object' || snapshot === null) return undefined;
  const notes = ensureNotes(snapshot);
  notes.typeNames = notes.typeNames?.map((name) => name.replace(/^Deserialized\./, ''));
  return snapshot;
}

function credential(engine: EngineContext, snapshot: PSValue): PSValue {
  const userName = property(snapshot, 'UserName');
  const password = property(snapshot, 'Password');
  const type = engine.resolveType('System.Management.Automation.PSCredential');
  if (!type || typeof userName !== 'string' || password === null || password === undefined) return undefined;
  return settled(() => typeSystemOf(engine).construct(type, [userName, password]));
}

/** A conversion that never waits for a script: undefined when it fails or would have to. */
function settled(make: () => PSValue | Promise<PSValue>): PSValue {
  try {
    const value = make();
    if (!(value instanceof Promise)) return value;
    value.catch(() => undefined);
    return undefined;
  } catch {
    return undefined;
  }
}

function converted(engine: EngineContext, text: string, typeName: string): PSValue {
  const type = engine.resolveType(typeName);
  return type && settled(() => typeSystemOf(engine).convert(text, type));
}

function constructed(engine: EngineContext, typeName: string, items: PSValue[]): PSValue {
  const type = engine.resolveType(typeName);
  return type && settled(() => typeSystemOf(engine).construct(type, [items]));
}

/** What the deserializer makes of an engine's types. `readSecret` gives the text of an `SS` element. */
export function engineLiveValues(engine: EngineContext, readSecret: (text: string) => string | undefined): LiveValues {
  return {
    arrayList: (items) => new ArrayList(items),
    queue: (items) => constructed(engine, 'System.Collections.Queue', items) ?? new ArrayList(items),
    stack: (items) => constructed(engine, 'System.Collections.Stack', [...items].reverse()) ?? new ArrayList(items),
    byteArray: (bytes) => new TypedArray(byteType(), bytes),
    uri: (text) => converted(engine, text, 'System.Uri') ?? plainLiveValues.uri(text),
    xmlDocument: (text) => converted(engine, text, 'System.Xml.XmlDocument') ?? plainLiveValues.xmlDocument(text),
    secureString: (text) => makeSecureString(readSecret(text) ?? ''),
    rehydrate: (typeName, snapshot) => {
      const live = rehydrations.get(typeName)?.(engine, snapshot);
      if (live !== undefined) return live;
      const target = typeDataOf(engine).entry(`Deserialized.${typeName}`)?.targetTypeForDeserialization;
      return target && target.fullName !== 'Microsoft.PowerShell.DeserializingTypeConverter'
        ? toType(engine, snapshot, target)
        : undefined;
    },
  };
}

function toType(engine: EngineContext, snapshot: PSValue, type: NetType): PSValue {
  return settled(() => typeSystemOf(engine).convert(snapshot, type));
}

function byteType(): NetType {
  return coreTypes().byte;
}

/** A read-only SecureString of a text. */
export function makeSecureString(text: string): SecureString {
  const secret = new SecureString(text);
  secret.isReadOnly = true;
  return secret;
}
