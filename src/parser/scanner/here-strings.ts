import type { Token } from '../tokens/token.ts';
import { TextBuilder } from './builder.ts';
import { Char, endOfText, isDoubleQuote, isLineEnd, isSingleQuote, isWhitespace } from './characters.ts';
import type { ScannerState } from './state.ts';
import { scanBacktick, scanDollar } from './strings.ts';
import { skipLineFeedAfter } from './trivia.ts';

interface Footer {
  readonly isQuote: (c: number) => boolean;
  /** As error messages show it. */
  readonly text: string;
  readonly quote: number;
  /** Index of the first quote and `@` that had blanks before them. */
  indented: number | undefined;
}

/** Scans `@'` … `'@` behind its first two characters. */
export function scanHereStringLiteral(s: ScannerState): Token {
  const footer: Footer = { isQuote: isSingleQuote, text: "'@", quote: Char.SingleQuote, indented: undefined };
  return scanHereString(s, footer, 'HereStringLiteral', () => false);
}

/** Scans `@"` … `"@` behind its first two characters. */
export function scanHereStringExpandable(s: ScannerState): Token {
  const footer: Footer = { isQuote: isDoubleQuote, text: '"@', quote: Char.DoubleQuote, indented: undefined };
  return scanHereString(s, footer, 'HereStringExpandable', scanSpecial);
}

function scanSpecial(s: ScannerState, c: number, builder: TextBuilder): boolean {
  if (c === Char.Backtick) {
    s.index++;
    scanBacktick(s, builder);
    return true;
  }
  if (c !== Char.Dollar) return false;
  s.index++;
  if (!scanDollar(s, builder, true)) builder.append('$');
  return true;
}

function scanHereString(
  s: ScannerState,
  footer: Footer,
  kind: 'HereStringLiteral' | 'HereStringExpandable',
  special: (s: ScannerState, c: number, builder: TextBuilder) => boolean,
): Token {
  const header = s.index - 2;
  if (!scanHeader(s, header, footer)) return s.finishWith(kind, { is: 'string', string: '' }, true);
  const builder = new TextBuilder();
  let closed = scanFooter(s, footer, builder);
  while (!closed) {
    const c = s.peek();
    if (c === endOfText) {
      if (footer.indented === undefined) s.incompleteFrom(header, 'TerminatorExpectedAtEndOfString', footer.text);
      else s.incompleteFrom(footer.indented, 'WhitespaceBeforeHereStringFooter');
      break;
    }
    if (isLineEnd(c)) {
      const length = builder.text.length;
      const from = s.index++;
      skipLineFeedAfter(s, c);
      builder.append(s.text.slice(from, s.index));
      closed = scanFooter(s, footer, builder);
      if (closed) builder.truncate(length);
    } else if (!special(s, c, builder)) {
      const from = s.index++;
      while (isPlain(s.peek())) s.index++;
      builder.append(s.text.slice(from, s.index));
    }
  }
  return s.finishWith(kind, builder.value(), !closed || builder.hasNestedError);
}

function isPlain(c: number): boolean {
  return c !== endOfText && !isLineEnd(c) && c !== Char.Dollar && c !== Char.Backtick;
}

/** Only blanks may stand between the header and its line end; otherwise looks for a footer on the line and gives up. */
function scanHeader(s: ScannerState, header: number, footer: Footer): boolean {
  s.skipWhitespace();
  const c = s.peek();
  if (isLineEnd(c)) {
    s.index++;
    skipLineFeedAfter(s, c);
    return true;
  }
  if (c === endOfText) {
    s.incompleteFrom(header, 'TerminatorExpectedAtEndOfString', footer.text);
    return false;
  }
  s.errorAt(s.index, 'UnexpectedCharactersAfterHereStringHeader');
  for (;;) {
    const next = s.peek();
    if (next === endOfText || isLineEnd(next)) return false;
    s.index++;
    if (next === footer.quote && s.peek() === Char.At) {
      s.index++;
      return false;
    }
  }
}

/** At the start of a line: moves past the footer, or adds the blanks (and a footer misplaced behind them). */
function scanFooter(s: ScannerState, footer: Footer, builder: TextBuilder): boolean {
  if (footer.isQuote(s.peek()) && s.codeAt(s.index + 1) === Char.At) {
    s.index += 2;
    return true;
  }
  const from = s.index;
  while (isWhitespace(s.peek())) s.index++;
  if (footer.isQuote(s.peek()) && s.codeAt(s.index + 1) === Char.At) {
    footer.indented ??= s.index;
    s.index += 2;
  }
  builder.append(s.text.slice(from, s.index));
  return false;
}
