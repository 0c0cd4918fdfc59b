import type { SubExpressionText, Token, TokenValue } from '../tokens/token.ts';

/** Collects the value of a string or word: its text, and the pieces that it is put together from when it is expanded. */
export class TextBuilder {
  /** The text so far, what is to expand included as written. */
  text: string;
  private literal: string;
  private readonly pieces: (string | Token | SubExpressionText)[] = [];
  private nested = false;

  constructor(text = '') {
    this.text = text;
    this.literal = text;
  }

  append(text: string): void {
    this.text += text;
    this.literal += text;
  }

  /** Takes off the last characters, which must be literal ones. */
  truncate(length: number): void {
    const count = this.text.length - length;
    this.text = this.text.slice(0, length);
    this.literal = this.literal.slice(0, this.literal.length - count);
  }

  appendNested(written: string, piece: Token | SubExpressionText): void {
    this.text += written;
    if (this.literal !== '') this.pieces.push(this.literal);
    this.literal = '';
    this.pieces.push(piece);
    this.nested = true;
  }

  /** Whether there is anything to expand. */
  get expands(): boolean {
    return this.nested;
  }

  /** Whether an error was reported inside anything that is to expand. */
  get hasNestedError(): boolean {
    return this.pieces.some((piece) => typeof piece !== 'string' && piece.hasError);
  }

  /** The finished value; without anything to expand it is a plain string. */
  value(): TokenValue {
    if (!this.nested) return { is: 'string', string: this.text };
    const pieces = this.literal === '' ? this.pieces : [...this.pieces, this.literal];
    const nestedTokens = this.pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [tokenOf(piece)]));
    return { is: 'expandable', string: this.text, pieces, nestedTokens };
  }
}

function tokenOf(piece: Token | SubExpressionText): Token {
  return 'is' in piece ? piece.token : piece;
}
