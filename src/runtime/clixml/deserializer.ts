import { decodeBase64 } from '../text/base64.ts';
import { ordinalKey } from '../values/equality-key.ts';
import { Hashtable } from '../values/hashtable.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { baseOf, ensureNotes, PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { decodeEscapes } from '../xml/clixml-text.ts';
import { XmlPullReader } from '../xml/xml-pull-reader.ts';
import type { LocalOffset } from './clixml-dates.ts';
import { type LiveValues, progressFrom } from './live-values.ts';
import { primitiveReaders } from './primitive-tags.ts';

/** How to deserialize. */
export interface DeserializeOptions {
  readonly live: LiveValues;
  readonly localOffset: LocalOffset;
  /** Leaves type names as they are written; for the structures of PSRP itself. */
  readonly keepTypeNames?: boolean;
}

const MAX_NESTING = 50;
const PREFIX = 'Deserialized.';
const ORDERED = 'System.Collections.Specialized.OrderedDictionary';
const referenceTags: ReadonlySet<string> = new Set(['BA', 'URI', 'XD', 'SS', 'Ref']);
const containerTags: ReadonlySet<string> = new Set(['LST', 'IE', 'QUE', 'STK', 'DCT']);

/** One value of a document with the stream it belongs to (`S` attribute), where it has one. */
export interface DocumentItem {
  readonly value: PSValue;
  readonly stream: string | undefined;
}

/** The value of CLIXML text with one root element (MS-PSRP 2.2.5). Throws ClixmlError. */
export function deserialize(text: string, options: DeserializeOptions): PSValue {
  const run = new DeserializerRun(text, options);
  if (!run.reader.nextTag()) throw run.reader.fail('There is no element');
  if (run.reader.name !== 'Objs') return run.value();
  const items = run.items();
  return items.length === 1 ? items[0]?.value : items.map((item) => item.value);
}

/** All values of a CLIXML document (`<Objs>`); one without that root counts as one value. */
export function deserializeDocument(text: string, options: DeserializeOptions): readonly DocumentItem[] {
  const run = new DeserializerRun(text, options);
  if (!run.reader.nextTag()) throw run.reader.fail('There is no element');
  return run.reader.name === 'Objs' ? run.items() : [{ stream: run.reader.attribute('S'), value: run.value() }];
}

/** One pass over a text; the ids of objects and type-name lists count through all of it. */
class DeserializerRun {
  readonly reader: XmlPullReader;
  readonly #options: DeserializeOptions;
  readonly #objects = new Map<string, PSValue>();
  readonly #typeNames = new Map<string, readonly string[]>();
  #nesting = 0;

  constructor(text: string, options: DeserializeOptions) {
    this.reader = new XmlPullReader(text);
    this.#options = options;
  }

  items(): DocumentItem[] {
    const items: DocumentItem[] = [];
    if (this.reader.isEmpty) return items;
    while (this.reader.nextTag()) items.push({ stream: this.reader.attribute('S'), value: this.value() });
    return items;
  }

  /** The value of the element whose start tag was just read. */
  value(): PSValue {
    const { reader } = this;
    const tag = reader.name;
    if (tag === 'S') return decodeEscapes(reader.readText());
    const read = primitiveReaders.get(tag);
    if (read) {
      const value = read(reader.readText(), this.#options.localOffset);
      if (value === undefined) throw reader.fail(`The content of <${tag}> is not of that type`);
      return value;
    }
    const other = structured.get(tag);
    if (other) return other(this);
    throw reader.fail(`The element <${tag}> is not known`);
  }

  get live(): LiveValues {
    return this.#options.live;
  }

  nothing(): null {
    this.reader.skip();
    return null;
  }

  reference(): PSValue {
    const id = this.reader.attribute('RefId') ?? '';
    this.reader.skip();
    if (!this.#objects.has(id)) throw this.reader.fail(`No object has the RefId "${id}"`);
    return this.#objects.get(id);
  }

  bytes(): PSValue {
    const bytes = decodeBase64(this.reader.readText());
    if (!bytes) throw this.reader.fail('The content of <BA> is not base64');
    return this.live.byteArray(bytes);
  }

  progress(): PSValue {
    const parts = new Map<string, string>();
    if (!this.reader.isEmpty) {
      while (this.reader.nextTag()) parts.set(this.reader.name, decodeEscapes(this.reader.readText()));
    }
    return progressFrom(parts);
  }

  /** An `Obj`: type names, text, a value inside, properties of the class and notes, in any order. */
  object(): PSValue {
    if (++this.#nesting > MAX_NESTING) throw this.reader.fail(`Objects are nested deeper than ${MAX_NESTING} levels`);
    const parts = new ObjectParts(this.reader.attribute('RefId'));
    if (!this.reader.isEmpty) while (this.reader.nextTag()) this.#part(parts);
    this.#nesting--;
    const result = this.#finish(parts);
    if (parts.id !== undefined) this.#objects.set(parts.id, result);
    return result;
  }

  #part(parts: ObjectParts): void {
    const { reader } = this;
    const tag = reader.name;
    if (tag === 'TN' || tag === 'TNRef') parts.typeNames = this.#readTypeNames(tag);
    else if (tag === 'ToString') parts.object.text = decodeEscapes(reader.readText());
    else if (tag === 'Props') this.#readProperties(parts, true);
    else if (tag === 'MS') this.#readProperties(parts, false);
    else if (containerTags.has(tag)) this.#readContainer(parts, tag);
    else if (tag === 'Obj' || referenceTags.has(tag)) parts.setReference(this.value());
    else parts.object.base = this.value();
    if (parts.id !== undefined && !this.#objects.has(parts.id)) this.#objects.set(parts.id, parts.object);
  }

  #readTypeNames(tag: string): readonly string[] {
    const { reader } = this;
    const id = reader.attribute('RefId') ?? '';
    if (tag === 'TNRef') {
      reader.skip();
      const known = this.#typeNames.get(id);
      if (!known) throw reader.fail(`No type names have the RefId "${id}"`);
      return known;
    }
    const names: string[] = [];
    if (!reader.isEmpty) while (reader.nextTag()) names.push(this.#typeName(decodeEscapes(reader.readText())));
    this.#typeNames.set(id, names);
    return names;
  }

  #typeName(name: string): string {
    return this.#options.keepTypeNames || name.startsWith(PREFIX) ? name : PREFIX + name;
  }

  #readProperties(parts: ObjectParts, areAdapted: boolean): void {
    const { reader } = this;
    if (areAdapted) parts.object.adapted ??= new Set();
    if (reader.isEmpty) return;
    while (reader.nextTag()) {
      const name = decodeEscapes(reader.attribute('N') ?? '');
      if (name === '') throw reader.fail('A property has no name');
      if (reader.name === 'MS' || reader.name === 'PS') {
        reader.skip();
        continue;
      }
      const value = this.value();
      if (areAdapted) {
        if (parts.object.properties.has(name)) continue;
        parts.object.adapted?.add(name.toLowerCase());
      } else parts.object.adapted?.delete(name.toLowerCase());
      parts.object.properties.set(name, value);
    }
  }

  #readContainer(parts: ObjectParts, tag: string): void {
    if (tag === 'DCT') {
      const table = isOrdered(parts.typeNames) ? new OrderedDictionary() : new Hashtable();
      this.#contain(parts, table);
      this.#contain(parts, this.#readDictionary(table));
      return;
    }
    const items: PSValue[] = [];
    const isList = tag === 'LST' || tag === 'IE';
    if (isList) this.#contain(parts, this.live.arrayList(items));
    if (!this.reader.isEmpty) while (this.reader.nextTag()) items.push(this.value() ?? null);
    if (!isList) this.#contain(parts, tag === 'QUE' ? this.live.queue(items) : this.live.stack(items));
  }

  /** Makes a container known by its id; done before its items are read, they may refer to it. */
  #contain(parts: ObjectParts, container: PSValue): void {
    parts.setReference(container);
    if (parts.id !== undefined) this.#objects.set(parts.id, container);
  }

  #readDictionary(table: Hashtable | OrderedDictionary): PSValue {
    const { reader } = this;
    let target = table;
    if (reader.isEmpty) return target;
    while (reader.nextTag()) {
      if (reader.name !== 'En') throw reader.fail('A dictionary holds something other than entries');
      const [key, value] = this.#readEntry();
      if (target.add(key, value)) continue;
      // keys that differ only in case: the table has to tell them apart
      target = target instanceof Hashtable ? target.clone(ordinalKey) : copyOrdered(target);
      if (!target.add(key, value)) throw reader.fail('A dictionary has the same key twice');
    }
    return target;
  }

  #readEntry(): readonly [PSValue, PSValue] {
    const { reader } = this;
    const found = new Map<string, PSValue>();
    if (!reader.isEmpty) {
      while (reader.nextTag()) found.set(reader.attribute('N') ?? '', this.value());
    }
    const key = found.get('Key');
    if (key === null || key === undefined || !found.has('Value'))
      throw reader.fail('A dictionary entry lacks its key or value');
    return [baseOf(key), found.get('Value')];
  }

  #finish(parts: ObjectParts): PSValue {
    const result = parts.result();
    const first = parts.typeNames?.[0];
    if (first === undefined || this.#options.keepTypeNames) return result;
    const live = this.live.rehydrate(first.startsWith(PREFIX) ? first.slice(PREFIX.length) : first, result);
    return live === undefined ? result : live;
  }
}

/** The elements that are neither simple text nor containers. */
const structured: ReadonlyMap<string, (run: DeserializerRun) => PSValue> = new Map([
  ['Obj', (run) => run.object()],
  ['Nil', (run) => run.nothing()],
  ['Ref', (run) => run.reference()],
  ['BA', (run) => run.bytes()],
  ['URI', (run) => run.live.uri(decodeEscapes(run.reader.readText()))],
  ['XD', (run) => run.live.xmlDocument(decodeEscapes(run.reader.readText()))],
  ['SBK', (run) => decodeEscapes(run.reader.readText())],
  ['SS', (run) => run.live.secureString(run.reader.readText())],
  ['PR', (run) => run.progress()],
]);

function isOrdered(typeNames: readonly string[] | undefined): boolean {
  const first = typeNames?.[0];
  return first === PREFIX + ORDERED || first === ORDERED;
}

function copyOrdered(table: OrderedDictionary): OrderedDictionary {
  const copy = new OrderedDictionary(ordinalKey);
  for (const { key, value } of table.entries()) copy.add(key, value);
  return copy;
}

/** What has been read of one `Obj`. */
class ObjectParts {
  readonly id: string | undefined;
  readonly object = new PSObject();
  typeNames: readonly string[] | undefined = undefined;
  /** A container or other reference value that this Obj only adds notes and type names to. */
  #reference: object | undefined = undefined;

  constructor(id: string | undefined) {
    this.id = id;
  }

  /** Takes a value that keeps its identity: what else the Obj holds becomes its notes. */
  setReference(value: PSValue): void {
    if (typeof value === 'object' && value !== null) this.#reference = value;
    else this.object.base = value ?? null;
  }

  /** The reference value with its notes, a bare simple value that has none, or the object. */
  result(): PSValue {
    const { object, typeNames } = this;
    const reference = this.#reference;
    if (reference) {
      if (typeNames || object.properties.size > 0) {
        const notes = ensureNotes(reference);
        if (typeNames) notes.typeNames = [...typeNames];
        object.properties.names.forEach((name, i) => {
          notes.properties.set(name, object.properties.values[i]);
        });
      }
      return reference;
    }
    if (typeNames) object.typeNames = [...typeNames];
    const isBare = object.base !== undefined && !typeNames && object.text === undefined && object.properties.size === 0;
    return isBare ? object.base : object;
  }
}
