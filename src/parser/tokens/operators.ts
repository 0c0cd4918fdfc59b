import type { TokenKind } from './token-kinds.ts';

/** The comparison-like operators that also exist with the prefixes `i` and `c`. */
const sensitive = [
  'eq',
  'ne',
  'ge',
  'gt',
  'lt',
  'le',
  'like',
  'notlike',
  'match',
  'notmatch',
  'replace',
  'contains',
  'notcontains',
  'in',
  'notin',
  'split',
] as const;

/** The operators written as a dash and a word, without the dash (about_Operators). */
export const dashOperators: ReadonlyMap<string, TokenKind> = new Map<string, TokenKind>([
  ...sensitive.flatMap((word): [string, TokenKind][] => [
    [word, `I${word}`],
    [`i${word}`, `I${word}`],
    [`c${word}`, `C${word}`],
  ]),
  ['and', 'And'],
  ['or', 'Or'],
  ['xor', 'Xor'],
  ['not', 'Not'],
  ['band', 'Band'],
  ['bor', 'Bor'],
  ['bxor', 'Bxor'],
  ['bnot', 'Bnot'],
  ['is', 'Is'],
  ['isnot', 'IsNot'],
  ['as', 'As'],
  ['f', 'Format'],
  ['join', 'Join'],
  ['shl', 'Shl'],
  ['shr', 'Shr'],
]);

/** The operator a word behind a dash is, in any letter case, or undefined. */
export function dashOperatorOf(word: string): TokenKind | undefined {
  return dashOperators.get(word.toLowerCase());
}
