import type { Tree } from './ast/tree.ts';

/** A script text with its name; answers line and column questions from a table of line starts built on first use. */
export class Source {
  readonly text: string;
  /** Path of the file the text came from, if it came from one. */
  readonly file: string | undefined;
  /** The extent of what stands nowhere in the text, such as an implied call; all its numbers are 0. */
  readonly empty: Extent;
  /** What was made of it; see {@link registerTree}. */
  tree: Tree | undefined = undefined;
  #lineStarts: readonly number[] | undefined;

  constructor(text: string, file?: string) {
    this.text = text;
    this.file = file;
    this.empty = new EmptyExtent(this, 0, 0);
  }

  /** Number of lines; an empty text has one. */
  get lineCount(): number {
    return this.#starts().length;
  }

  /** 1-based line of an offset; an offset past the end belongs to the last line. */
  lineAt(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  /** 1-based column of an offset within its line. */
  columnAt(offset: number): number {
    return offset - this.lineStart(this.lineAt(offset)) + 1;
  }

  /** Offset at which a 1-based line starts. */
  lineStart(line: number): number {
    return this.#starts()[line - 1] ?? this.text.length;
  }

  /** Text of a 1-based line without its line end. */
  lineText(line: number): string {
    const start = this.lineStart(line);
    const next = line < this.lineCount ? this.lineStart(line + 1) : this.text.length;
    return this.text.slice(start, next).replace(/\r?\n$|\r$/, '');
  }

  #starts(): readonly number[] {
    if (this.#lineStarts === undefined) this.#lineStarts = lineStartsOf(this.text);
    return this.#lineStarts;
  }
}

function lineStartsOf(text: string): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 13 && text.charCodeAt(i + 1) === 10) i++;
    else if (c !== 10 && c !== 13) continue;
    starts.push(i + 1);
  }
  return starts;
}

/** A stretch of a source, as PowerShell's IScriptExtent: offsets are stored, lines, columns and text derived on demand. */
export class Extent {
  readonly source: Source;
  readonly startOffset: number;
  /** Offset just past the last character. */
  readonly endOffset: number;

  constructor(source: Source, startOffset: number, endOffset: number) {
    this.source = source;
    this.startOffset = startOffset;
    this.endOffset = endOffset;
  }

  get text(): string {
    return this.source.text.slice(this.startOffset, this.endOffset);
  }

  /** Another stretch of the same source. */
  slice(startOffset: number, endOffset: number): Extent {
    return new Extent(this.source, startOffset, endOffset);
  }

  get file(): string | undefined {
    return this.source.file;
  }

  get startLineNumber(): number {
    return this.source.lineAt(this.startOffset);
  }

  get startColumnNumber(): number {
    return this.source.columnAt(this.startOffset);
  }

  get endLineNumber(): number {
    return this.source.lineAt(this.endOffset);
  }

  get endColumnNumber(): number {
    return this.source.columnAt(this.endOffset);
  }
}

class EmptyExtent extends Extent {
  override get file(): undefined {
    return undefined;
  }

  override get startLineNumber(): number {
    return 0;
  }

  override get startColumnNumber(): number {
    return 0;
  }

  override get endLineNumber(): number {
    return 0;
  }

  override get endColumnNumber(): number {
    return 0;
  }
}

/** The extent from the start of one to the end of another; an empty one gives way to the other. */
export function spanning(first: Extent, last: Extent): Extent {
  if (first === first.source.empty) return last;
  if (last === last.source.empty) return first;
  return new Extent(first.source, first.startOffset, last.endOffset);
}

/** The empty stretch one character before an extent, not before the text. */
export function before(extent: Extent): Extent {
  const offset = Math.max(0, extent.startOffset - 1);
  return new Extent(extent.source, offset, offset);
}

/** The empty stretch just behind an extent. */
export function after(extent: Extent): Extent {
  return new Extent(extent.source, extent.endOffset, extent.endOffset);
}
