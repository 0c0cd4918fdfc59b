import { RegexOptions } from './regex-options.ts';
import { type RegexParseError, RegexParseFailure } from './regex-parse-failure.ts';
import { wordSet } from './unicode-sets.ts';

const INT32_MAX = 2_147_483_647;

/** Letters of inline options, `(?imnsx-imnsx)`. */
const OPTION_LETTERS: Readonly<Record<string, number>> = {
  i: RegexOptions.IgnoreCase,
  m: RegexOptions.Multiline,
  n: RegexOptions.ExplicitCapture,
  s: RegexOptions.Singleline,
  x: RegexOptions.IgnorePatternWhitespace,
};

/** A pattern and the place where it is being read, with the options that hold there. */
export class PatternReader {
  readonly pattern: string;
  pos = 0;
  options: number;

  constructor(pattern: string, options: number) {
    this.pattern = pattern;
    this.options = options;
  }

  has(option: number): boolean {
    return (this.options & option) !== 0;
  }

  get atEnd(): boolean {
    return this.pos >= this.pattern.length;
  }

  /** The character `ahead` of the place; '' past the end. */
  peek(ahead = 0): string {
    return this.pattern.charAt(this.pos + ahead);
  }

  /** Takes one character; '' at the end, where the place stays. */
  take(): string {
    const char = this.pattern.charAt(this.pos);
    if (char !== '') this.pos += 1;
    return char;
  }

  fail(error: RegexParseError, offset = this.pos): never {
    throw new RegexParseFailure(error, this.pattern, offset);
  }

  /** Skips `(?#…)` comments and, with IgnorePatternWhitespace, blanks and `#` comments. */
  skipBlank(): void {
    for (;;) {
      const char = this.peek();
      if (this.has(RegexOptions.IgnorePatternWhitespace) && char !== '' && /[\t-\r ]/.test(char)) {
        this.pos += 1;
      } else if (this.has(RegexOptions.IgnorePatternWhitespace) && char === '#') {
        while (!this.atEnd && this.peek() !== '\n') this.pos += 1;
      } else if (char === '(' && this.peek(1) === '?' && this.peek(2) === '#') {
        const end = this.pattern.indexOf(')', this.pos);
        if (end < 0) this.fail('UnterminatedComment', this.pattern.length);
        this.pos = end + 1;
      } else {
        return;
      }
    }
  }

  /** Takes decimal digits as an Int32. */
  decimal(): number {
    let value = 0;
    while (/[0-9]/.test(this.peek())) {
      value = value * 10 + Number(this.take());
      if (value > INT32_MAX) this.fail('QuantifierOrCaptureGroupOutOfRange', this.pos);
    }
    return value;
  }

  /** Takes word characters. */
  name(): string {
    const start = this.pos;
    while (isWordChar(this.peek())) this.pos += 1;
    return this.pattern.slice(start, this.pos);
  }

  /** Takes option letters and signs as far as they go. */
  takeOptions(): void {
    let off = false;
    for (; !this.atEnd; this.pos += 1) {
      const char = this.peek();
      if (char === '-' || char === '+') {
        off = char === '-';
        continue;
      }
      const option = OPTION_LETTERS[char.toLowerCase()];
      if (option === undefined) return;
      this.options = off ? this.options & ~option : this.options | option;
    }
  }
}

/** Whether a character belongs to names: `\w`. */
export function isWordChar(char: string): boolean {
  if (char === '') return false;
  const code = char.charCodeAt(0);
  return code < 128 ? /\w/.test(char) : wordSet().has(code);
}
