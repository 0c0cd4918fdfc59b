import { ProgressRecord } from '../pipeline/records.ts';
import { PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';

/**
 * Contract. Makes the values of types that live outside values/, for the deserializer. Implemented over types/;
 * {@link plainLiveValues} gives the nearest plain thing and serves where no type system is at hand.
 */
export interface LiveValues {
  /** Must keep the very array: items are added to it afterwards, since they may refer to the list. */
  arrayList(items: PSValue[]): PSValue;
  queue(items: PSValue[]): PSValue;
  /** `items` from the top of the stack down. */
  stack(items: PSValue[]): PSValue;
  byteArray(bytes: Uint8Array): PSValue;
  uri(text: string): PSValue;
  xmlDocument(text: string): PSValue;
  /** The value of an `SS` element; `protectedText` is its raw text. */
  secureString(protectedText: string): PSValue;
  /**
   * The live object a snapshot stands for (IPAddress, CultureInfo, PSCredential, ...); undefined keeps the snapshot.
   * `typeName` is the first type name, without `Deserialized.`; a container comes as itself.
   */
  rehydrate(typeName: string, snapshot: PSValue): PSValue;
}

function textWithType(text: string, typeName: string): PSObject {
  const object = new PSObject(text);
  object.typeNames = [typeName, 'System.Object'];
  return object;
}

/** Values without a type system: lists are arrays, byte[] a Uint8Array, the rest typed text. */
export const plainLiveValues: LiveValues = {
  arrayList: (items) => items,
  queue: (items) => items,
  stack: (items) => items,
  byteArray: (bytes) => bytes,
  uri: (text) => textWithType(text, 'System.Uri'),
  xmlDocument: (text) => textWithType(text, 'System.Xml.XmlDocument'),
  secureString: (text) => textWithType(text, 'System.Security.SecureString'),
  rehydrate: () => undefined,
};

/** A progress record from the parts of a `PR` element. */
export function progressFrom(parts: ReadonlyMap<string, string>): ProgressRecord {
  const number = (tag: string): number => Number(parts.get(tag) ?? '-1');
  const record = new ProgressRecord(number('AI'), parts.get('AV') ?? '', parts.get('SD') ?? '');
  record.parentActivityId = number('PI');
  record.percentComplete = number('PC');
  record.secondsRemaining = number('SR');
  record.currentOperation = parts.get('CO') ?? parts.get('S') ?? '';
  record.completed = parts.get('T') === 'Completed';
  return record;
}
