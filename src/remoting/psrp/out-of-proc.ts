import { base64Length, readBase64, writeBase64 } from '../../runtime/text/base64.ts';
import { LocalProtocolError, RemoteProtocolError } from './errors.ts';
import { decodeAscii, decodeUtf8, encodeUtf8 } from './utf8.ts';

// The out-of-process framing: one XML element a line, UTF-8, ended by \n. Attributes stand in single quotes, GUIDs are
// lower-case: the real client searches lines for that very text. The nil GUID means the session.

const dataLess = ['DataAck', 'Command', 'CommandAck', 'Signal', 'SignalAck', 'Close', 'CloseAck'] as const;

/** The packets that carry nothing but the GUID of what they are about. */
export type ControlKind = (typeof dataLess)[number];

/** Fragment streams of one GUID; PromptResponse carries answers to host calls, from client to server only. */
export type PacketStream = 'Default' | 'PromptResponse';

/** A packet with (parts of) fragments. */
export interface DataPacket {
  readonly kind: 'Data';
  readonly id: string;
  readonly stream: PacketStream;
  readonly data: Uint8Array;
}

/** A packet without content. */
export interface ControlPacket {
  readonly kind: ControlKind;
  readonly id: string;
}

/** A line that is no packet: a banner, an error text of the far program, or an empty line. */
export interface TextLine {
  readonly kind: 'Text';
  readonly text: string;
}

/** One line of the channel. */
export type Packet = DataPacket | ControlPacket | TextLine;

const NEWLINE = 0x0a;
const LESS = 0x3c;
const dataEnd = encodeUtf8('</Data>\n');
const controlKinds: ReadonlySet<string> = new Set(dataLess);

/** Encodes a packet of fragments; `data` must not be empty. */
export function encodeData(id: string, stream: PacketStream, data: Uint8Array): Uint8Array {
  if (data.length === 0) throw new LocalProtocolError('A Data packet needs content.');
  const head = encodeUtf8(`<Data Stream='${stream}' PSGuid='${id}'>`);
  const line = new Uint8Array(head.length + base64Length(data.length) + dataEnd.length);
  line.set(head, 0);
  line.set(dataEnd, writeBase64(data, line, head.length));
  return line;
}

/** Encodes a packet without content. */
export function encodeControl(kind: ControlKind, id: string): Uint8Array {
  return encodeUtf8(`<${kind} PSGuid='${id}' />\n`);
}

/** Cuts the bytes of a channel into packets, whatever chunks they arrive in. */
export class PacketReader {
  readonly #chunks: Uint8Array[] = [];
  readonly #lines: Uint8Array[] = [];
  readonly #maxLine: number;
  #pending = 0;
  #nextLine = 0;

  /** `maxLine` bounds the memory one unfinished line may take. */
  constructor(maxLine = 512 * 1024 * 1024) {
    this.#maxLine = maxLine;
  }

  /** Takes the next bytes; they may be kept, so the caller must not reuse the buffer. */
  push(chunk: Uint8Array): void {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      this.#lines.push(this.#joined(chunk.subarray(from, at)));
      from = at + 1;
    }
    if (from === chunk.length) return;
    const rest = chunk.subarray(from);
    this.#chunks.push(rest);
    this.#pending += rest.length;
    if (this.#pending > this.#maxLine) throw new RemoteProtocolError(`A line is longer than ${this.#maxLine} bytes.`);
  }

  /** The next whole packet; undefined when more bytes are needed. */
  next(): Packet | undefined {
    const line = this.#lines[this.#nextLine];
    if (line === undefined) {
      this.#lines.length = 0;
      this.#nextLine = 0;
      return undefined;
    }
    this.#nextLine++;
    return parseLine(line);
  }

  #joined(last: Uint8Array): Uint8Array {
    if (this.#pending === 0) return last;
    const line = new Uint8Array(this.#pending + last.length);
    let at = 0;
    for (const chunk of this.#chunks) {
      line.set(chunk, at);
      at += chunk.length;
    }
    line.set(last, at);
    this.#chunks.length = 0;
    this.#pending = 0;
    return line;
  }
}

const headPattern = /^<([A-Za-z]+)((?:\s+[A-Za-z]+\s*=\s*(?:'[^']*'|"[^"]*"))*)\s*(\/?)>/;
const attributePattern = /([A-Za-z]+)\s*=\s*(?:'([^']*)'|"([^"]*)")/g;
const guidPattern = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i;

/** Reads one line; a line that does not look like a packet is a {@link TextLine}. */
function parseLine(raw: Uint8Array): Packet {
  const line = raw[raw.length - 1] === 0x0d ? raw.subarray(0, -1) : raw;
  if (line[0] !== LESS) return { kind: 'Text', text: decodeUtf8(line) };
  const head = headPattern.exec(decodeAscii(line.subarray(0, 300)));
  const kind = head?.[1] ?? '';
  if (!head || (kind !== 'Data' && !controlKinds.has(kind))) return { kind: 'Text', text: decodeUtf8(line) };
  const attributes = new Map<string, string>();
  for (const found of (head[2] ?? '').matchAll(attributePattern))
    attributes.set(found[1] ?? '', found[2] ?? found[3] ?? '');
  const id = guidPattern.exec(attributes.get('PSGuid') ?? '')?.[1]?.toLowerCase();
  if (id === undefined) throw new RemoteProtocolError(`A ${kind} packet has no valid PSGuid.`);
  // `controlKinds` holds exactly the ControlKind names
  if (kind !== 'Data') return { kind: kind as ControlKind, id };
  return parseData(line.subarray(head[0].length), id, attributes.get('Stream'), head[3] === '/');
}

function parseData(rest: Uint8Array, id: string, stream: string | undefined, empty: boolean): DataPacket {
  if (stream !== 'Default' && stream !== 'PromptResponse') {
    throw new RemoteProtocolError(`A Data packet names the stream '${stream ?? ''}', which does not exist.`);
  }
  const end = empty ? -1 : rest.indexOf(LESS);
  if (end <= 0) throw new RemoteProtocolError('A Data packet has no content or no end.');
  const data = readBase64(rest.subarray(0, end));
  if (!data) throw new RemoteProtocolError('A Data packet holds text that is not base64.');
  return { kind: 'Data', id, stream, data };
}
