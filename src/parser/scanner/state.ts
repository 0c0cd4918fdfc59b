import type { RedirectionStream } from '../ast/node.ts';
import { parseVariablePath, type VariablePath } from '../ast/variable-path.ts';
import type { ErrorId } from '../diagnostics.ts';
import type { Reporter } from '../reporter.ts';
import { Extent, type Source } from '../source.ts';
import { Token, type TokenValue } from '../tokens/token.ts';
import { TokenFlags, type TokenKind } from '../tokens/token-kinds.ts';
import { endOfText, isIdentifierPart, isWhitespace } from './characters.ts';

/** How words are read: as parts of a command, of an expression, of a type's name, or of a class. */
export type Mode = 'Command' | 'Expression' | 'TypeName' | 'Signature';

/** What a nested scan has to put back. */
export interface Suspended {
  readonly index: number;
  readonly text: string;
  readonly start: number;
  readonly shift: number;
  readonly skipped: readonly boolean[] | undefined;
  readonly tokens: Token[];
}

/** Streams by the digit that names them in a redirection; 0 stands for `*`. */
export const streams: readonly RedirectionStream[] = [
  'All',
  'Output',
  'Error',
  'Warning',
  'Verbose',
  'Debug',
  'Information',
];

/**
 * Where the scanner stands and how it reads. The text scanned is the script, or, while the inside of a string is
 * parsed, the text of a subexpression; offsets of tokens always count in the script.
 */
export class ScannerState {
  readonly source: Source;
  readonly report: Reporter;
  mode: Mode = 'Command';
  /** `-5` and `+5` are one number: where an operand is expected. */
  signedNumbers = false;
  /** `?` and `:` end a number: where a ternary operator may follow. */
  ternaryEndsNumbers = false;
  /** Words are plain names, not keywords or command words. */
  simpleNames = false;
  text: string;
  index = 0;
  /** Whether `inlinescript` is a keyword: inside a workflow. */
  inWorkflow = false;
  /** Index at which the present token starts. */
  start = 0;
  tokens: Token[] = [];
  /** The `#requires` comments, in order. */
  requires: Token[] = [];
  /** Start of a comment that looks like the head of a signature block; no statement may follow it. */
  signatureStart: number | undefined;
  /** Offset of the text's first character in the script. */
  shift = 0;
  skipped: readonly boolean[] | undefined;
  private readonly paths = new Map<string, VariablePath>();

  constructor(source: Source, report: Reporter) {
    this.source = source;
    this.report = report;
    this.text = source.text;
  }

  /** The code of the next character, or `endOfText`. */
  peek(): number {
    return this.codeAt(this.index);
  }

  codeAt(index: number): number {
    return index < this.text.length ? this.text.charCodeAt(index) : endOfText;
  }

  /** A variable's name taken apart; names of one script come again and again, and share what they are. */
  variablePath(name: string): VariablePath {
    let path = this.paths.get(name);
    if (path === undefined) {
      path = parseVariablePath(name);
      this.paths.set(name, path);
    }
    return path;
  }

  /** Moves over blanks, not over line ends. */
  skipWhitespace(): void {
    const { text } = this;
    let { index } = this;
    while (index < text.length && isWhitespace(text.charCodeAt(index))) index++;
    this.index = index;
  }

  /** Moves over what can go on an identifier. */
  skipIdentifier(): void {
    const { text } = this;
    let { index } = this;
    while (index < text.length && isIdentifierPart(text.charCodeAt(index))) index++;
    this.index = index;
  }

  /** Finishes the present token. */
  finish(kind: TokenKind, value?: TokenValue): Token {
    const token =
      this.skipped === undefined
        ? new Token(kind, this.source, this.start + this.shift, this.index + this.shift, value)
        : this.shiftedToken(kind, value);
    this.tokens.push(token);
    return token;
  }

  private shiftedToken(kind: TokenKind, value: TokenValue | undefined): Token {
    const { start, end } = this.currentRange();
    return new Token(kind, this.source, start, end, value);
  }

  /** Finishes a token that stands at an extent of its own. */
  finishAt(kind: TokenKind, extent: Extent): Token {
    const token = new Token(kind, this.source, extent.startOffset, extent.endOffset);
    this.tokens.push(token);
    return token;
  }

  /** Finishes the present token, marked when an error was reported inside it. */
  finishWith(kind: TokenKind, value: TokenValue, inError: boolean): Token {
    const token = this.finish(kind, value);
    if (inError) token.flags |= TokenFlags.TokenInError;
    return token;
  }

  /** The stretch of the present token in the script. */
  currentExtent(): Extent {
    const { start, end } = this.currentRange();
    return new Extent(this.source, start, end);
  }

  /** A stretch of the text, in the script; marks of skipped quotes do not count here. */
  extentOf(start: number, end: number): Extent {
    return new Extent(this.source, start + this.shift, end + this.shift);
  }

  /** The whole text, in the script. */
  textExtent(): Extent {
    return this.extentOf(0, this.text.length);
  }

  private currentRange(): { readonly start: number; readonly end: number } {
    let start = this.start + this.shift;
    let end = this.index + this.shift;
    if (this.skipped !== undefined) {
      let i = this.shift;
      for (; i < start && i < this.skipped.length; i++) {
        if (this.skipped[i] === true) {
          start++;
          end++;
        }
      }
      for (; i < end && i < this.skipped.length; i++) if (this.skipped[i] === true) end++;
    }
    return { start, end };
  }

  /** Reports an error at one character. */
  errorAt(index: number, errorId: ErrorId, ...details: readonly string[]): void {
    this.report.error(this.extentOf(index, index + 1), errorId, ...details);
  }

  /** Reports an error from an index to where the scanner stands, repairable when that is the end. */
  incompleteFrom(index: number, errorId: ErrorId, ...details: readonly string[]): void {
    this.report.incomplete(this.extentOf(index, this.index), errorId, ...details);
  }

  /** Goes back to an offset of the script and forgets the tokens from there on. */
  resync(offset: number): void {
    let shift = this.shift;
    if (this.skipped !== undefined) {
      for (let i = this.shift; i < offset - 1 && i < this.skipped.length; i++) if (this.skipped[i] === true) shift++;
    }
    this.index = Math.min(Math.max(offset - shift, 0), this.text.length + 1);
    dropFrom(this.tokens, offset);
    dropFrom(this.requires, offset);
  }

  /** The offset to resync to, to come back here. */
  restorePoint(): number {
    this.start = this.index;
    return this.currentRange().start;
  }

  /** Starts to scan another text that stands at an offset of the script; its tokens are kept apart. */
  enter(text: string, offset: number, skipped: readonly boolean[] | undefined): Suspended {
    const { index, start, shift, tokens } = this;
    const suspended = { index, text: this.text, start, shift, skipped: this.skipped, tokens };
    this.index = 0;
    this.text = text;
    this.start = 0;
    this.shift = offset;
    this.skipped = skipped;
    this.tokens = [];
    this.report.text = text;
    return suspended;
  }

  /** Goes on where `enter` left off. */
  leave(suspended: Suspended): void {
    this.index = suspended.index;
    this.text = suspended.text;
    this.report.text = suspended.text;
    this.start = suspended.start;
    this.shift = suspended.shift;
    this.skipped = suspended.skipped;
    this.tokens = suspended.tokens;
  }
}

function dropFrom(tokens: Token[], offset: number): void {
  let last = tokens.length - 1;
  if (last >= 0 && tokens[last]?.kind === 'EndOfInput') last--;
  while (last >= 0 && (tokens[last]?.endOffset ?? 0) > offset) last--;
  tokens.length = last + 1;
}
