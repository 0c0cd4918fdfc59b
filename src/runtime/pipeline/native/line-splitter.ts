import { joinBytes } from '../../text/join-bytes.ts';
import type { TextEncoding } from '../../text/text-encoding.ts';

/** Turns the bytes of a program's output into lines: `\n`, `\r\n` and a lone `\r` end one; the last may lack its end. */
export class LineSplitter {
  readonly #decode: (chunk?: Uint8Array) => string;
  #rest = '';

  constructor(encoding?: TextEncoding) {
    this.#decode = encoding && encoding.webName !== 'utf-8' ? unitDecoder(encoding) : utf8Decoder();
  }

  /** Lines that are complete with this chunk. */
  push(chunk: Uint8Array): string[] {
    return this.#take(this.#decode(chunk));
  }

  /** What is left at the end. */
  finish(): string[] {
    const lines = this.#take(this.#decode());
    const last = this.#rest;
    this.#rest = '';
    if (last === '') return lines;
    return [...lines, last.endsWith('\r') ? last.slice(0, -1) : last];
  }

  #take(text: string): string[] {
    const all = this.#rest + text;
    const lines: string[] = [];
    let start = 0;
    for (let i = 0; i < all.length; i++) {
      const c = all.charCodeAt(i);
      if (c !== 10 && c !== 13) continue;
      // A \r at the very end may be half of \r\n.
      if (c === 13 && i === all.length - 1) break;
      lines.push(all.slice(start, i));
      if (c === 13 && all.charCodeAt(i + 1) === 10) i++;
      start = i + 1;
    }
    this.#rest = all.slice(start);
    return lines;
  }
}

function utf8Decoder(): (chunk?: Uint8Array) => string {
  const decoder = new TextDecoder('utf-8');
  return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
}

/** For encodings whose characters are made of units of one, two or four bytes: half units wait for their rest. */
function unitDecoder(encoding: TextEncoding): (chunk?: Uint8Array) => string {
  const unit = encoding.webName.startsWith('utf-32') ? 4 : encoding.webName.startsWith('utf-16') ? 2 : 1;
  let waiting = new Uint8Array();
  return (chunk) => {
    if (!chunk) return encoding.decode(waiting);
    const bytes = waiting.length === 0 ? chunk : joinBytes([waiting, chunk]);
    const whole = bytes.length - (bytes.length % unit);
    waiting = bytes.slice(whole);
    return encoding.decode(bytes.subarray(0, whole));
  };
}
