import type { TextEncoding } from '../../text/text-encoding.ts';
import { decodeText, markedEncoding } from '../../text/text-encoding.ts';
import { NetObject } from '../../values/net-object.ts';
import { disposed, type NetStream } from '../../values/net-stream.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';

/** System.IO.TextReader: text read character by character or line by line. */
export abstract class TextReader extends NetObject {
  isOpen = true;
  /** What is still to be read starts at `at`. */
  protected text = '';
  protected at = 0;

  /** Gets more text when all was read; false at the end. */
  protected fill(): Eventually<boolean> {
    return false;
  }

  /** The next UTF-16 unit without taking it; -1 at the end. */
  peek(): Eventually<number> {
    this.check();
    return this.withText(
      () => this.text.charCodeAt(this.at),
      () => -1,
    );
  }

  /** Takes up to `count` units. */
  read(count: number): Eventually<string> {
    this.check();
    return this.withText(
      () => {
        const piece = this.text.slice(this.at, this.at + count);
        this.at += piece.length;
        return piece;
      },
      () => '',
    );
  }

  /** A line without its end (CR, LF or both); null at the end of the text. */
  readLine(): Eventually<string | null> {
    this.check();
    return this.withText<string | null>(
      () => this.takeLine(),
      () => null,
    );
  }

  readToEnd(): Eventually<string> {
    this.check();
    return this.withText(
      () => {
        const rest = this.text.slice(this.at);
        this.at = this.text.length;
        return rest;
      },
      () => '',
    );
  }

  get atEnd(): Eventually<boolean> {
    this.check();
    return this.withText(
      () => false,
      () => true,
    );
  }

  close(): Eventually<void> {
    this.isOpen = false;
    return undefined;
  }

  protected check(): void {
    if (!this.isOpen) throw disposed('reader');
  }

  private withText<T>(present: () => T, absent: () => T): Eventually<T> {
    if (this.at < this.text.length) return present();
    return andThen(this.fill(), (more) => (more ? present() : absent()));
  }

  private takeLine(): string {
    const { text, at } = this;
    let end = at;
    for (; end < text.length; end++) {
      const code = text.charCodeAt(end);
      if (code === 10 || code === 13) break;
    }
    const isPair = text.charCodeAt(end) === 13 && text.charCodeAt(end + 1) === 10;
    this.at = end < text.length ? end + (isPair ? 2 : 1) : end;
    return text.slice(at, end);
  }
}

/** System.IO.StringReader. */
export class StringReader extends TextReader {
  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** System.IO.StreamReader: decodes what the stream holds when it is first asked, and more when that is used up. */
export class StreamReader extends TextReader {
  readonly stream: NetStream;
  encoding: TextEncoding;
  readonly #detects: boolean;
  readonly #leavesOpen: boolean;
  #isFirst = true;

  constructor(stream: NetStream, encoding: TextEncoding, detects: boolean, leavesOpen: boolean) {
    super();
    this.stream = stream;
    this.encoding = encoding;
    this.#detects = detects;
    this.#leavesOpen = leavesOpen;
  }

  protected override fill(): boolean {
    const bytes = this.stream.readToEnd();
    if (bytes.length === 0) return false;
    this.text = this.decode(bytes);
    this.at = 0;
    return this.text.length > 0;
  }

  discard(): void {
    this.text = '';
    this.at = 0;
  }

  override close(): Eventually<void> {
    this.isOpen = false;
    return this.#leavesOpen ? undefined : this.stream.close();
  }

  private decode(bytes: Uint8Array): string {
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    if (!isFirst) return this.encoding.decode(bytes);
    const marked = this.#detects ? markedEncoding(bytes) : undefined;
    if (marked) this.encoding = marked;
    return decodeText(bytes, this.encoding);
  }
}

/** A reader over lines that a host gives one by one: Console.In. */
export class HostReader extends TextReader {
  readonly #readLine: () => Eventually<string | null>;

  constructor(readLine: () => Eventually<string | null>) {
    super();
    this.#readLine = readLine;
  }

  protected override fill(): Eventually<boolean> {
    return andThen(this.#readLine(), (line) => {
      if (line === null) return false;
      this.text = `${line}\n`;
      this.at = 0;
      return true;
    });
  }
}
