import type { CharSet } from './char-set.ts';

/** A zero-width test of the position. */
export type AnchorKind =
  | 'lineStart'
  | 'lineEnd'
  | 'start'
  | 'end'
  | 'endOrNewline'
  | 'scanStart'
  | 'boundary'
  | 'notBoundary'
  | 'ecmaBoundary'
  | 'notEcmaBoundary';

/** A parsed .NET regular expression. Options are resolved: no node depends on them. */
export type RegexNode =
  | { readonly kind: 'empty' }
  /** One code unit. */
  | { readonly kind: 'char'; readonly code: number }
  /** One code unit out of a set; case is already closed over. */
  | { readonly kind: 'set'; readonly set: CharSet }
  | { readonly kind: 'concat'; readonly nodes: readonly RegexNode[] }
  | { readonly kind: 'alternate'; readonly nodes: readonly RegexNode[] }
  | {
      readonly kind: 'loop';
      readonly node: RegexNode;
      readonly min: number;
      /** Infinity when open. */
      readonly max: number;
      readonly lazy: boolean;
    }
  /** `(?<number-uncapture>…)`; -1 for a part that is not there. */
  | { readonly kind: 'capture'; readonly number: number; readonly uncapture: number; readonly node: RegexNode }
  | { readonly kind: 'look'; readonly behind: boolean; readonly negative: boolean; readonly node: RegexNode }
  | { readonly kind: 'atomic'; readonly node: RegexNode }
  | { readonly kind: 'backreference'; readonly number: number; readonly ignoreCase: boolean }
  | { readonly kind: 'ifGroup'; readonly number: number; readonly yes: RegexNode; readonly no: RegexNode }
  | { readonly kind: 'ifLook'; readonly condition: RegexNode; readonly yes: RegexNode; readonly no: RegexNode }
  | { readonly kind: 'anchor'; readonly anchor: AnchorKind };

/** A pattern with what its groups are called. */
export interface RegexTree {
  readonly root: RegexNode;
  readonly rightToLeft: boolean;
  readonly ecmaScript: boolean;
  readonly cultureInvariant: boolean;
  /** Group numbers in ascending order, from 0; not always without gaps. */
  readonly groupNumbers: readonly number[];
  /** Names in the order of {@link groupNumbers}; a group without a name is called by its number. */
  readonly groupNames: readonly string[];
}

export const EMPTY_NODE: RegexNode = { kind: 'empty' };
