import type { TextEncoding } from '../../text/text-encoding.ts';
import { textEncodings } from '../../text/text-encoding.ts';
import { NetObject } from '../../values/net-object.ts';
import { disposed, type NetStream } from '../../values/net-stream.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { StringBuilder } from '../../values/string-builder.ts';

/** System.IO.TextWriter. */
export abstract class TextWriter extends NetObject {
  isOpen = true;
  newLine = '\n';
  /** An IFormatProvider for numbers and dates; null is the current culture. */
  formatProvider: PSValue = null;

  abstract get encoding(): TextEncoding;
  abstract write(text: string): Eventually<void>;

  flush(): Eventually<void> {
    return undefined;
  }

  close(): Eventually<void> {
    this.isOpen = false;
    return undefined;
  }
}

/** System.IO.StringWriter. */
export class StringWriter extends TextWriter {
  readonly builder: StringBuilder;

  constructor(builder: StringBuilder = new StringBuilder()) {
    super();
    this.builder = builder;
  }

  get encoding(): TextEncoding {
    return textEncodings.unicode;
  }

  write(text: string): Eventually<void> {
    if (!this.isOpen) throw disposed('writer');
    this.builder.append(text);
    return undefined;
  }
}

/** System.IO.StreamWriter: keeps text until it is flushed. */
export class StreamWriter extends TextWriter {
  readonly stream: NetStream;
  readonly encoding: TextEncoding;
  autoFlush = false;
  readonly #leavesOpen: boolean;
  #pending = '';
  #hasMark: boolean;

  constructor(stream: NetStream, encoding: TextEncoding, leavesOpen: boolean) {
    super();
    this.stream = stream;
    this.encoding = encoding;
    this.#leavesOpen = leavesOpen;
    this.#hasMark = stream.canSeek && stream.position > 0;
  }

  write(text: string): Eventually<void> {
    if (!this.isOpen) throw disposed('writer');
    this.#pending += text;
    if (this.autoFlush) return this.flush();
    return this.#pending.length > 1_048_576 ? this.push() : undefined;
  }

  override flush(): Eventually<void> {
    if (!this.isOpen) throw disposed('writer');
    return andThen(this.push(), () => this.stream.flush());
  }

  override close(): Eventually<void> {
    if (!this.isOpen) return undefined;
    const done = this.push();
    this.isOpen = false;
    return andThen(done, () => (this.#leavesOpen ? this.stream.flush() : this.stream.close()));
  }

  /** Gives what is kept to the stream. */
  private push(): Eventually<void> {
    const text = this.#pending;
    this.#pending = '';
    const mark = this.#hasMark ? new Uint8Array() : this.encoding.preamble;
    this.#hasMark = true;
    if (mark.length > 0) this.stream.write(mark);
    return text === '' ? undefined : this.stream.write(this.encoding.encode(text));
  }
}

/** A writer that hands text on: Console.Out and Console.Error. */
export class HostWriter extends TextWriter {
  readonly #write: (text: string) => Eventually<void>;

  constructor(write: (text: string) => Eventually<void>) {
    super();
    this.#write = write;
  }

  get encoding(): TextEncoding {
    return textEncodings.utf8;
  }

  write(text: string): Eventually<void> {
    return this.#write(text);
  }
}
