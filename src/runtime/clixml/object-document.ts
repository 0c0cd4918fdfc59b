import { DOCUMENT_MARK, type ObjectWriter, type ShellItem, type ShellObjects } from '../commands/shell-objects.ts';
import type { EngineContext } from '../engine.ts';
import { hexOfSecret, secretOfHex } from '../text/secret-text.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { deserializeDocument } from './deserializer.ts';
import { engineInspector } from './engine-inspector.ts';
import { engineLiveValues } from './engine-live-values.ts';
import { errorRecordFrom, informationRecordFrom } from './record-writers.ts';
import { ROOT_ATTRIBUTES, type SerializeOptions, serializeItem } from './serializer.ts';

/** Levels of properties that travel between shells. */
const DEPTH = 2;

/** A document that grows by item; the mark and the root are written with the first. */
class ObjectDocument implements ObjectWriter {
  readonly #options: SerializeOptions;
  readonly #write: (text: string) => Eventually<void>;
  #nextId = 0;
  #isOpen = false;

  constructor(engine: EngineContext, write: (text: string) => Eventually<void>) {
    this.#options = {
      inspector: engineInspector(engine),
      localOffset: (instant) => engine.clock.localOffset(instant),
      depth: DEPTH,
      protectSecret: hexOfSecret,
    };
    this.#write = write;
  }

  add(value: PSValue, stream?: string): Eventually<void> {
    const options = { ...this.#options, firstId: this.#nextId, ...(stream === undefined ? {} : { stream }) };
    return andThen(serializeItem(value, options), ({ text, nextId }) => {
      this.#nextId = nextId;
      return this.#write(this.#opening() + text);
    });
  }

  end(): Eventually<void> {
    if (this.#isOpen) return this.#write('</Objs>');
  }

  #opening(): string {
    if (this.#isOpen) return '';
    this.#isOpen = true;
    return `${DOCUMENT_MARK}\n<Objs${ROOT_ATTRIBUTES}>`;
  }
}

/** Objects between this engine and shells that run as programs. */
export function shellObjects(engine: EngineContext): ShellObjects {
  return {
    writer: (write) => new ObjectDocument(engine, write),
    read: (text): readonly ShellItem[] =>
      deserializeDocument(text, {
        live: engineLiveValues(engine, secretOfHex),
        localOffset: (instant) => engine.clock.localOffset(instant),
      }),
    errorRecord: errorRecordFrom,
    informationRecord: (value) => informationRecordFrom(value, engine.clock.now()),
  };
}
