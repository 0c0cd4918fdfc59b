/** Turns the bytes of a program's output into lines: `\n`, `\r\n` and a lone `\r` end one; the last may lack its end. */
export class LineSplitter {
  readonly #decoder = new TextDecoder('utf-8');
  #rest = '';

  /** Lines that are complete with this chunk. */
  push(chunk: Uint8Array): string[] {
    return this.#take(this.#decoder.decode(chunk, { stream: true }));
  }

  /** What is left at the end. */
  finish(): string[] {
    const lines = this.#take(this.#decoder.decode());
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
