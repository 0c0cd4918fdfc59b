import type { ConstantValue, RedirectionStream } from '../ast/node.ts';
import type { VariablePath } from '../ast/variable-path.ts';
import type { Extent } from '../source.ts';
import type { TokenKind } from './token-kinds.ts';

/** A token of a script: its kind, where it stands, and what the scanner made of its text. */
export interface Token {
  readonly kind: TokenKind;
  /** Bits of TokenFlags: those of the kind, and what the parser found out about this one. */
  readonly flags: number;
  readonly extent: Extent;
  readonly text: string;
  /** True when the scanner reported an error inside the token. */
  readonly hasError: boolean;
  readonly value: TokenValue;
}

/** What a token carries besides its text; the case follows from its kind. */
export type TokenValue =
  | { readonly is: 'nothing' }
  | { readonly is: 'number'; readonly number: ConstantValue }
  /** Strings, and generic tokens and identifiers that are strings in command mode. */
  | { readonly is: 'string'; readonly string: string }
  | { readonly is: 'expandable'; readonly string: string; readonly nestedTokens: readonly Token[] }
  | { readonly is: 'parameter'; readonly parameterName: string; readonly usedColon: boolean }
  | { readonly is: 'variable'; readonly variablePath: VariablePath }
  | { readonly is: 'label'; readonly labelText: string }
  | { readonly is: 'file'; readonly fromStream: RedirectionStream; readonly append: boolean }
  | { readonly is: 'merge'; readonly fromStream: RedirectionStream; readonly toStream: RedirectionStream }
  | { readonly is: 'input' };
