import type { EngineContext } from '../../engine.ts';
import { codePageEncoding } from '../../text/code-page-encoding.ts';
import {
  decodeText,
  findTextEncoding,
  markedEncoding,
  type TextEncoding,
  textEncodings,
} from '../../text/text-encoding.ts';
import type { NetStream } from '../../values/net-stream.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';
import { argumentNull } from '../net-error.ts';
import { readBytes } from '../system-io/file-calls.ts';
import { FileAccess, FileMode, openFile } from '../system-io/file-open.ts';
import { StreamWriter, type TextWriter } from '../system-io/text-writer.ts';
import type { XmlTarget } from './writer-value.ts';

/** The text of an XML file: its encoding is told by a mark or by the declaration. */
export function xmlText(bytes: Uint8Array): string {
  if (markedEncoding(bytes)) return decodeText(bytes);
  const isWide = bytes[0] === 0x3c && bytes[1] === 0;
  if (isWide) return decodeText(bytes, textEncodings.unicode);
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const name = /^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)["']/.exec(head)?.[1];
  const encoding = name === undefined ? undefined : (findTextEncoding(name) ?? codePageEncoding(name));
  return decodeText(bytes, encoding ?? textEncodings.utf8);
}

/** The text of the file a path or `file:` URI leads to. */
export function readXmlFile(engine: EngineContext, path: string | null): Eventually<string> {
  if (path === null) throw argumentNull('filename');
  const local = path.startsWith('file://') ? decodeURIComponent(path.slice(7)) : path;
  return andThen(readBytes(engine, local), xmlText);
}

/** A writer as target; closing it is up to its owner. */
export function writerTarget(writer: TextWriter, closes = false): XmlTarget {
  return {
    write: (text) => writer.write(text),
    flush: () => writer.flush(),
    close: () => (closes ? writer.close() : undefined),
  };
}

/** A stream as target. */
export function streamTarget(stream: NetStream | null, encoding: TextEncoding, closes = false): XmlTarget {
  if (!stream) throw argumentNull('stream');
  const writer = new StreamWriter(stream, encoding, !closes);
  return { write: (text) => writer.write(text), flush: () => writer.flush(), close: () => writer.close() };
}

/** A file as target; it is made at once. */
export function fileTarget(engine: EngineContext, path: string | null, encoding: TextEncoding): Eventually<XmlTarget> {
  if (path === null) throw argumentNull('filename');
  return andThen(openFile(engine, path, FileMode.Create, FileAccess.Write), (stream) =>
    streamTarget(stream, encoding, true),
  );
}
