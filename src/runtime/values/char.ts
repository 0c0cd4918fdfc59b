/** A System.Char: one UTF-16 code unit, immutable; interned below 256. Compare by `code`, never by identity. */
export class Char {
  readonly code: number;

  private constructor(code: number) {
    this.code = code;
  }

  /** Gives the character of a UTF-16 code unit (0 to 65535). */
  static of(code: number): Char {
    if (code >= 256) return new Char(code);
    return (interned[code] ??= new Char(code));
  }

  /** Gives the first UTF-16 unit of a text that is not empty. */
  static from(text: string): Char {
    return Char.of(text.charCodeAt(0));
  }

  /** The character as a text of one unit. */
  get text(): string {
    return String.fromCharCode(this.code);
  }
}

const interned: Char[] = [];
