import type { Token } from '../tokens/token.ts';
import { Char, endOfText, isDoubleQuote, isLineEnd, isWhitespace } from './characters.ts';
import type { ScannerState } from './state.ts';
import { scanBlockComment, scanLineComment } from './trivia.ts';

/**
 * Scans `.`, `::`, `?.` or, when brackets are allowed, `[` or `?[` right behind an operand; block comments may stand
 * between. In a command a point or double colon before a blank belongs to the next argument.
 */
export function scanMemberOperator(s: ScannerState, brackets: boolean): Token | undefined {
  for (;;) {
    s.start = s.index;
    if (s.peek() !== Char.Less || s.codeAt(s.index + 1) !== Char.Hash) break;
    s.index += 2;
    scanBlockComment(s);
  }
  const c = s.peek();
  const next = s.codeAt(s.index + 1);
  if (c === Char.Dot) {
    if (next === Char.Dot || endsArgument(s, next)) return undefined;
    return operator(s, 1, 'Dot');
  }
  if (c === Char.Colon) {
    if (next !== Char.Colon || endsArgument(s, s.codeAt(s.index + 2))) return undefined;
    return operator(s, 2, 'ColonColon');
  }
  if (c === Char.LBracket) return brackets ? operator(s, 1, 'LBracket') : undefined;
  if (c !== Char.Question) return undefined;
  if (next === Char.Dot) return operator(s, 2, 'QuestionDot');
  return next === Char.LBracket && brackets ? operator(s, 2, 'QuestionLBracket') : undefined;
}

function endsArgument(s: ScannerState, c: number): boolean {
  return s.mode === 'Command' && (isWhitespace(c) || isLineEnd(c) || c === endOfText || c === Char.Null);
}

function operator(
  s: ScannerState,
  length: number,
  kind: 'Dot' | 'ColonColon' | 'LBracket' | 'QuestionDot' | 'QuestionLBracket',
): Token {
  s.index += length;
  return s.finish(kind);
}

/**
 * Scans a `[` that begins a type or attribute, behind any blanks and comments. Blanks that turn out to stand before a
 * member operator are put back, unless a block comment ends them.
 */
export function scanTypeBracket(s: ScannerState): Token | undefined {
  const offset = s.restorePoint();
  let sawBlank = false;
  for (;;) {
    s.start = s.index;
    const c = s.peek();
    if (isWhitespace(c)) {
      sawBlank = true;
      s.skipWhitespace();
    } else if (c === Char.Hash) {
      sawBlank = true;
      s.index++;
      scanLineComment(s);
    } else if (c === Char.Less && s.codeAt(s.index + 1) === Char.Hash) {
      sawBlank = false;
      s.index += 2;
      scanBlockComment(s);
    } else {
      if (c === Char.LBracket) return operator(s, 1, 'LBracket');
      if ((c === Char.Dot || c === Char.Colon) && sawBlank) s.resync(offset);
      return undefined;
    }
  }
}

/** Scans the rest of the line as one word, up to a pipe or `&&` that stands outside double quotes. */
export function scanVerbatim(s: ScannerState): Token {
  s.skipWhitespace();
  s.start = s.index;
  let quoted = false;
  for (;;) {
    const c = s.peek();
    if (isLineEnd(c) || c === endOfText) break;
    const ends = c === Char.Pipe || (c === Char.Ampersand && s.codeAt(s.index + 1) === Char.Ampersand);
    if (ends && !quoted) break;
    if (isDoubleQuote(c)) quoted = !quoted;
    s.index++;
  }
  return s.finish('Generic', { is: 'string', string: s.text.slice(s.start, s.index) });
}
