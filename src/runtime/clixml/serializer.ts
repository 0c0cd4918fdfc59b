import { ProgressRecord } from '../pipeline/records.ts';
import { EnumValue } from '../values/enum-value.ts';
import { PSObject } from '../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { encodeAttribute, encodeMarkup, encodeText } from '../xml/clixml-text.ts';
import type { LocalOffset } from './clixml-dates.ts';
import { ClixmlWriter } from './clixml-writer.ts';
import type { ContainerView, ObjectInspector, PropertyReader } from './object-inspector.ts';
import { primitiveText } from './primitive-tags.ts';

/** How to serialize. */
export interface SerializeOptions {
  readonly inspector: ObjectInspector;
  readonly localOffset: LocalOffset;
  /** Levels of object properties; 1 where PowerShell sends objects, 2 for Export-Clixml. */
  readonly depth?: number;
  /** Wraps the values in `<Objs>` and indents, as Export-Clixml and [PSSerializer] do. */
  readonly document?: boolean;
  /** What `SS` holds for a secret; without it, secrets are refused. */
  readonly protectSecret?: (text: string) => string;
  /** The stream that a value of a document belongs to (`S` attribute). */
  readonly stream?: string;
  /** The number of the first object and type-name list; 0 if left out. */
  readonly firstId?: number;
  /** Deserialized objects keep one level of properties even at depth 0 (remoting). */
  readonly keepDeserialized?: boolean;
}

const MAX_NESTING = 50;
/** The attributes of a document's root element. */
export const ROOT_ATTRIBUTES = ' Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"';

/** Thrown inside the serializer when a getter is still pending; {@link serialize} waits and starts again. */
class PendingRead {
  readonly promise: Promise<unknown>;
  constructor(promise: Promise<unknown>) {
    this.promise = promise;
  }
}

/**
 * CLIXML of values (MS-PSRP 2.2.5): one element each, or a document. Gives a promise only where a property getter or
 * ToString of a script is pending.
 */
export function serialize(values: readonly PSValue[], options: SerializeOptions): Eventually<string> {
  return andThen(attempt(values, options, new Map()), (run) => run.writer.toString());
}

/** One value of a document that is written piece by piece: its text, and the first number that is free after it. */
export function serializeItem(
  value: PSValue,
  options: SerializeOptions,
): Eventually<{ readonly text: string; readonly nextId: number }> {
  return andThen(attempt([value], options, new Map()), (run) => ({ text: run.writer.toString(), nextId: run.nextId }));
}

/** As {@link serialize} for one value on the wire, where no script is involved; a pending getter is left out. */
export function serializeNow(value: PSValue, options: SerializeOptions): string {
  const text = serialize([value], options);
  return typeof text === 'string' ? text : write([value], options, new Map(), true).writer.toString();
}

type KnownReads = Map<object, Map<string, PSValue>>;

function attempt(values: readonly PSValue[], options: SerializeOptions, known: KnownReads): Eventually<SerializerRun> {
  try {
    return write(values, options, known, false);
  } catch (thrown) {
    if (!(thrown instanceof PendingRead)) throw thrown;
    return thrown.promise.then(() => attempt(values, options, known));
  }
}

function write(
  values: readonly PSValue[],
  options: SerializeOptions,
  known: KnownReads,
  skipPending: boolean,
): SerializerRun {
  const run = new SerializerRun(options, known, skipPending);
  if (options.document) run.writer.open('Objs', ROOT_ATTRIBUTES);
  for (const value of values) run.value(value, undefined, options.depth ?? 1);
  if (options.document) run.writer.close('Objs');
  return run;
}

/** One pass over the values; ids of objects and type-name lists count through all of it. */
class SerializerRun {
  readonly writer: ClixmlWriter;
  readonly #options: SerializeOptions;
  readonly #inspect: ObjectInspector;
  readonly #known: KnownReads;
  readonly #skipPending: boolean;
  readonly #objectIds = new Map<object, number>();
  readonly #typeIds = new Map<string, number>();
  readonly #firstId: number;
  #nextObject: number;
  #nesting = 0;

  constructor(options: SerializeOptions, known: KnownReads, skipPending: boolean) {
    this.writer = new ClixmlWriter(options.document ?? false);
    this.#options = options;
    this.#inspect = options.inspector;
    this.#known = known;
    this.#skipPending = skipPending;
    this.#firstId = options.firstId ?? 0;
    this.#nextObject = this.#firstId;
  }

  /** The first number that neither an object nor a type-name list has. */
  get nextId(): number {
    return Math.max(this.#nextObject, this.#firstId + this.#typeIds.size);
  }

  /** Writes one value; `name` is the property it stands for. */
  value(value: PSValue, name: string | undefined, depth: number): void {
    if (value === null || value === undefined) {
      this.writer.empty('Nil', this.#attribute(name));
      return;
    }
    if (this.#nesting >= MAX_NESTING) {
      this.writer.leaf(
        'S',
        this.#attribute(name),
        encodeText(`An object nested ${MAX_NESTING} levels deep is not serialized further.`),
      );
      return;
    }
    this.#nesting++;
    this.#dispatch(value, name, this.#depthOf(value, depth));
    this.#nesting--;
  }

  /** The name of a property; of a value of a document its stream. */
  #attribute(name: string | undefined): string {
    if (name !== undefined) return ` N="${encodeAttribute(name)}"`;
    const { stream } = this.#options;
    return stream === undefined || this.#nesting > 1 ? '' : ` S="${stream}"`;
  }

  #dispatch(value: PSValue, name: string | undefined, depth: number): void {
    if (this.#primitive(value, name)) return;
    if (typeof value !== 'object' || value === null) return;
    const id = this.#objectIds.get(value);
    if (id !== undefined) {
      this.writer.empty('Ref', `${this.#attribute(name)} RefId="${id}"`);
      return;
    }
    if (value instanceof PSObject && value.base !== undefined && this.#wrappedPrimitive(value, name, depth)) return;
    const container = this.#containerOf(value);
    if (container) this.#container(value, container, name, depth);
    else if (depth <= 0 || this.#inspect.settings(value)?.asText) this.#asText(value, name, depth);
    else this.#complex(value, name, depth);
  }

  /** A simple value without notes: one element. */
  #primitive(value: PSValue, name: string | undefined): boolean {
    const simple = primitiveText(value, this.#options.localOffset);
    if (simple) {
      this.writer.leaf(simple.tag, this.#attribute(name), simple.content);
      return true;
    }
    if (value instanceof ProgressRecord) {
      this.#progress(value, name);
      return true;
    }
    if (typeof value !== 'object' || value === null || value instanceof PSObject || value instanceof EnumValue)
      return false;
    const other = this.#inspect.primitive(value);
    if (!other) return false;
    this.#tagged(other.tag, other.text, name);
    return true;
  }

  #tagged(tag: string, text: string, name: string | undefined): void {
    if (tag === 'BA' && text === '') this.writer.empty(tag, this.#attribute(name));
    else this.writer.leaf(tag, this.#attribute(name), this.#taggedContent(tag, text));
  }

  #taggedContent(tag: string, text: string): string {
    if (tag === 'BA') return text;
    if (tag === 'XD') return encodeMarkup(text);
    if (tag !== 'SS') return encodeText(text);
    const { protectSecret } = this.#options;
    if (!protectSecret) throw new Error('A secure string can only be serialized where a key protects it.');
    return protectSecret(text);
  }

  /** A wrapped simple value: alone when it has nothing of its own, else an Obj round it. */
  #wrappedPrimitive(value: PSObject, name: string | undefined, depth: number): boolean {
    const { base } = value;
    const isSimple =
      primitiveText(base, this.#options.localOffset) !== undefined ||
      base instanceof ProgressRecord ||
      (typeof base === 'object' &&
        base !== null &&
        !(base instanceof EnumValue) &&
        this.#inspect.primitive(base) !== undefined);
    if (!isSimple) return false;
    if (value.properties.size === 0 && value.typeNames === undefined && value.text === undefined) {
      this.#primitive(base, name);
      return true;
    }
    this.#open(value, name, value.typeNames === undefined ? undefined : value.typeNames, value.text);
    this.#nesting++;
    this.#primitive(base, undefined);
    this.#nesting--;
    this.#properties(value, 'MS', this.#inspect.extended(value), depth);
    this.writer.close('Obj');
    return true;
  }

  #container(value: object, view: ContainerView, name: string | undefined, depth: number): void {
    this.#open(value, name, this.#inspect.typeNames(value), undefined);
    this.writer.open(view.tag);
    if (view.entries) for (const [key, item] of view.entries) this.#entry(key, item, depth);
    else for (const item of view.items) this.value(item, undefined, depth);
    this.writer.close(view.tag);
    if (depth > 0) {
      const isSnapshot = value instanceof PSObject && value.adapted !== undefined;
      if (view.tag === 'IE' || isSnapshot) this.#properties(value, 'Props', this.#inspect.adapted(value), depth - 1);
      this.#properties(
        value,
        'MS',
        this.#inspect.extended(value).filter((p) => p.isInstance || view.tag === 'IE' || isSnapshot),
        depth,
      );
    }
    this.writer.close('Obj');
  }

  #entry(key: PSValue, item: PSValue, depth: number): void {
    this.writer.open('En');
    this.value(key, 'Key', depth);
    this.value(item, 'Value', depth);
    this.writer.close('En');
  }

  /** An object past the depth: its text, in an Obj when it has notes or type names of its own. */
  #asText(value: PSValue, name: string | undefined, depth: number): void {
    const text = this.#textOf(value);
    const own = value instanceof PSObject && value.base !== undefined ? value : undefined;
    if (own && (own.typeNames !== undefined || own.properties.size > 0)) {
      this.#open(own, name, own.typeNames, undefined);
      this.value(text, undefined, depth);
      this.#properties(own, 'MS', this.#inspect.extended(own), depth);
      this.writer.close('Obj');
    } else this.value(text, name, depth);
  }

  #complex(value: object, name: string | undefined, depth: number): void {
    const base = value instanceof PSObject && value.base !== undefined ? value.base : value;
    const isCustom = base instanceof PSObject;
    const text = isCustom ? base.text : this.#textOf(value);
    this.#open(value, name, this.#inspect.typeNames(value), text ?? undefined);
    const only = this.#inspect.settings(value)?.properties;
    if (base instanceof EnumValue) this.value(base.value, undefined, depth);
    else this.#properties(value, 'Props', chosen(this.#inspect.adapted(value), only), depth - 1);
    this.#properties(value, 'MS', chosen(this.#inspect.extended(value), only), depth);
    this.writer.close('Obj');
  }

  #properties(owner: object, tag: 'Props' | 'MS', properties: readonly PropertyReader[], depth: number): void {
    if (properties.length === 0) return;
    this.writer.open(tag);
    for (const property of properties) {
      const value = this.#resolve(owner, tag + property.name, () => property.read());
      if (value !== failed) this.value(value, property.name, tag === 'MS' && !property.isInstance ? depth - 1 : depth);
    }
    this.writer.close(tag);
  }

  /** Writes the start of an Obj: its id, its type names, its text. */
  #open(
    value: object,
    name: string | undefined,
    typeNames: readonly string[] | undefined,
    text: string | undefined,
  ): void {
    const id = this.#nextObject++;
    this.#objectIds.set(value, id);
    if (value instanceof PSObject && typeof value.base === 'object' && value.base !== null)
      this.#objectIds.set(value.base, id);
    this.writer.open('Obj', `${this.#attribute(name)} RefId="${id}"`);
    if (typeNames && typeNames.length > 0) this.#typeNames(typeNames);
    if (text !== undefined) this.writer.leaf('ToString', '', encodeText(text));
  }

  #typeNames(names: readonly string[]): void {
    const key = names.join('\n');
    const id = this.#typeIds.get(key);
    if (id !== undefined) {
      this.writer.empty('TNRef', ` RefId="${id}"`);
      return;
    }
    const next = this.#firstId + this.#typeIds.size;
    this.#typeIds.set(key, next);
    this.writer.open('TN', ` RefId="${next}"`);
    for (const name of names) this.writer.leaf('T', '', encodeText(name));
    this.writer.close('TN');
  }

  #progress(record: ProgressRecord, name: string | undefined): void {
    this.writer.open('PR', this.#attribute(name));
    this.writer.leaf('AV', '', encodeText(record.activity));
    this.writer.leaf('AI', '', String(record.activityId));
    if (record.currentOperation === '') this.writer.empty('Nil');
    else this.writer.leaf('S', '', encodeText(record.currentOperation));
    this.writer.leaf('PI', '', String(record.parentActivityId));
    this.writer.leaf('PC', '', String(record.percentComplete));
    this.writer.leaf('T', '', record.completed ? 'Completed' : 'Processing');
    this.writer.leaf('SR', '', String(record.secondsRemaining));
    this.writer.leaf('SD', '', encodeText(record.statusDescription));
    this.writer.close('PR');
  }

  #containerOf(value: object): ContainerView | undefined {
    if (!(value instanceof PSObject)) return this.#inspect.container(value);
    const { base } = value;
    return typeof base === 'object' && base !== null ? this.#inspect.container(base) : undefined;
  }

  #depthOf(value: PSValue, depth: number): number {
    if (typeof value !== 'object' || value === null) return depth;
    if (this.#options.keepDeserialized && depth <= 0 && value instanceof PSObject && value.adapted) return 1;
    const own = this.#inspect.settings(value)?.depth;
    return own !== undefined && own > 0 ? own : depth;
  }

  #textOf(value: PSValue): string | null {
    if (value instanceof PSObject && value.text !== undefined) return value.text;
    if (typeof value !== 'object' || value === null) return String(value);
    const text = this.#resolve(value, '()', () => this.#inspect.text(value));
    return typeof text === 'string' ? text : null;
  }

  /** Reads something that may be pending or fail; what was pending is remembered for the next attempt. */
  #resolve(owner: object, name: string, read: () => Eventually<PSValue>): PSValue {
    const known = this.#known.get(owner);
    if (known?.has(name)) return known.get(name);
    let value: Eventually<PSValue>;
    try {
      value = read();
    } catch (thrown) {
      if (thrown instanceof PendingRead) throw thrown;
      return failed;
    }
    if (!(value instanceof Promise)) return value;
    if (this.#skipPending) return failed;
    throw new PendingRead(
      value.then(
        (result) => this.#remember(owner, name, result),
        () => this.#remember(owner, name, failed),
      ),
    );
  }

  #remember(owner: object, name: string, value: PSValue): void {
    const known = this.#known.get(owner) ?? new Map<string, PSValue>();
    known.set(name, value);
    this.#known.set(owner, known);
  }
}

/** Stands for a getter that threw. */
const failed: object = Object.freeze({});

function chosen(properties: readonly PropertyReader[], only: readonly string[] | undefined): readonly PropertyReader[] {
  if (!only) return properties;
  const wanted = new Set(only.map((name) => name.toLowerCase()));
  return properties.filter((property) => wanted.has(property.name.toLowerCase()));
}
