import type { ConstantValue, RedirectionStream } from '../ast/node.ts';
import type { VariablePath } from '../ast/variable-path.ts';
import { Extent, type Source } from '../source.ts';
import { TokenFlags, type TokenKind, tokenKinds, tokenTraits } from './token-kinds.ts';
import { tokenTypes } from './token-types.ts';

/**
 * A token of a script: its kind, where it stands, and what the scanner made of its text. Only the parser changes one,
 * when it learns more about it (that a word is a command's name or argument, what stands inside an expandable string).
 */
export class Token {
  kind: TokenKind;
  readonly source: Source;
  readonly startOffset: number;
  /** Offset just past the last character. */
  readonly endOffset: number;
  /** What the grammar's rules compare. */
  readonly tokenTypeIdx: number;
  /** Bits of TokenFlags: those of the kind, and what the parser found out about this one. */
  flags: number;
  value: TokenValue;

  constructor(kind: TokenKind, source: Source, startOffset: number, endOffset: number, value: TokenValue = nothing) {
    this.kind = kind;
    this.source = source;
    this.startOffset = startOffset;
    this.endOffset = endOffset;
    const type = kindTable.get(kind);
    this.tokenTypeIdx = type?.index ?? 0;
    this.flags = type?.flags ?? 0;
    this.value = value;
  }

  get extent(): Extent {
    return new Extent(this.source, this.startOffset, this.endOffset);
  }

  get text(): string {
    return this.source.text.slice(this.startOffset, this.endOffset);
  }

  /** True when the scanner reported an error inside the token. */
  get hasError(): boolean {
    return (this.flags & TokenFlags.TokenInError) !== 0;
  }

  /** The text, under the name that the grammar's engine knows. */
  get image(): string {
    return this.text;
  }

  /** The type, under the name that the grammar's engine knows. */
  get tokenType(): (typeof tokenTypes)[TokenKind] {
    return tokenTypes[this.kind];
  }
}

/** What a token carries besides its text; the case follows from its kind. */
export type TokenValue =
  | { readonly is: 'nothing' }
  | { readonly is: 'number'; readonly number: ConstantValue | undefined }
  /** Quoted strings and the words of commands, with their escapes resolved. */
  | { readonly is: 'string'; readonly string: string }
  | ExpandableValue
  | { readonly is: 'parameter'; readonly parameterName: string; readonly usedColon: boolean }
  | { readonly is: 'variable'; readonly variablePath: VariablePath }
  | { readonly is: 'label'; readonly labelText: string }
  | { readonly is: 'file'; readonly fromStream: RedirectionStream; readonly append: boolean }
  | { readonly is: 'merge'; readonly fromStream: RedirectionStream; readonly toStream: RedirectionStream }
  | { readonly is: 'input' };

/** What a string or word with something to expand carries. */
export interface ExpandableValue {
  readonly is: 'expandable';
  /** The whole text with escapes resolved and what is to expand as written. */
  readonly string: string;
  /** Literal stretches and, between them, what is to expand. */
  readonly pieces: readonly (string | Token | SubExpressionText)[];
  /** The tokens inside; those of subexpressions once the string has been parsed. */
  readonly nestedTokens: readonly Token[];
}

/** A `$( … )` inside a string, found by counting parentheses and scanned when the string is parsed. */
export interface SubExpressionText {
  readonly is: 'subexpression';
  readonly startOffset: number;
  /** The text with doubled quotes made single. */
  readonly text: string;
  /** Marks, by offset in the source, the quotes left out of `text`. */
  readonly skipped: readonly boolean[] | undefined;
  readonly hasError: boolean;
  /** What stands for it among the nested tokens of a string that is never parsed, such as a command's name. */
  readonly token: Token;
}

const nothing: TokenValue = { is: 'nothing' };

const kindTable: ReadonlyMap<string, { readonly flags: number; readonly index: number }> = new Map(
  tokenKinds.map((kind) => [kind, { flags: tokenTraits[kind].flags, index: tokenTypes[kind].tokenTypeIdx ?? 0 }]),
);
