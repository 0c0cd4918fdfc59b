/** A type name taken apart: `List[int][]` is name `List`, one argument, one array suffix of rank 1. */
export interface TypeText {
  /** As written, without arguments; `+` joins nested types; a written arity (`List`1`) stays. */
  readonly name: string;
  readonly args: readonly TypeText[];
  /** Ranks of the array suffixes, innermost first. */
  readonly ranks: readonly number[];
  /** A `?` or `&` after the name. */
  readonly nullable: boolean;
}

/**
 * Takes a type name apart, in PowerShell's writing (`Dictionary[string, int[]]`, with or without assembly names) or
 * C#'s (`Dictionary<string, int[]>`, `int?`), as signatures are written. Undefined when it is not a type name.
 */
export function parseTypeText(text: string): TypeText | undefined {
  const reader = new Reader(text);
  const type = reader.type();
  if (!type) return undefined;
  reader.blanks();
  // What follows a comma at the top is an assembly name.
  return reader.done || reader.peek() === ',' ? type : undefined;
}

const closers: Readonly<Record<string, string>> = { '[': ']', '<': '>' };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.#at >= this.#text.length;
  }

  peek(): string {
    return this.#text.charAt(this.#at);
  }

  blanks(): void {
    while (/\s/.test(this.peek())) this.#at++;
  }

  type(): TypeText | undefined {
    this.blanks();
    const name = this.#match(/[^\s,[\]<>?&*]+/y);
    if (!name) return undefined;
    this.blanks();
    let args: TypeText[] = [];
    if (closers[this.peek()] && !this.#atArraySuffix()) {
      const found = this.#arguments();
      if (!found) return undefined;
      args = found;
    }
    const nullable = this.peek() === '?';
    if (nullable) this.#at++;
    const ranks: number[] = [];
    for (this.blanks(); this.peek() === '['; this.blanks()) {
      const suffix = this.#match(/\[[\s,*]*\]/y);
      if (!suffix) return undefined;
      ranks.push(suffix.split(',').length);
    }
    return { name, args, ranks, nullable };
  }

  #atArraySuffix(): boolean {
    return this.peek() === '[' && /^\[[\s,*]*\]/.test(this.#text.slice(this.#at));
  }

  #arguments(): TypeText[] | undefined {
    const closer = closers[this.peek()];
    this.#at++;
    const args: TypeText[] = [];
    for (;;) {
      this.blanks();
      const quoted = closer === ']' && this.peek() === '[';
      if (quoted) this.#at++;
      const arg = this.type();
      if (!arg) return undefined;
      args.push(arg);
      this.blanks();
      if (quoted) {
        this.#match(/[^\]]*/y);
        this.#at++;
        this.blanks();
      }
      const next = this.peek();
      this.#at++;
      if (next === closer) return args;
      if (next !== ',') return undefined;
    }
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? '';
    this.#at += found.length;
    return found;
  }
}
