import { Char, endOfText, isDotNetWhitespace, isLineEnd, isWhitespace } from './characters.ts';
import { looksLikeSignature } from './signature.ts';
import type { ScannerState } from './state.ts';

const requiresLine = /^#requires/i;

/** Scans a comment from its `#` (already behind the scanner) to the end of the line. */
export function scanLineComment(s: ScannerState): void {
  s.index = lineCommentEnd(s.text, s.index);
  const token = s.finish('Comment');
  const text = s.text.slice(s.start, s.index);
  if (looksLikeSignature(text.slice(1) + (s.text[s.index] ?? '\0'))) s.signatureStart = token.startOffset;
  else if (s.shift === 0 && requiresLine.test(text)) s.requires.push(token);
}

/** Scans a `<# … #>` comment whose first two characters are already behind the scanner. */
export function scanBlockComment(s: ScannerState): void {
  const opened = s.index - 2;
  const end = s.text.indexOf('#>', s.index);
  if (end < 0) {
    s.index = s.text.length;
    s.incompleteFrom(opened, 'MissingTerminatorMultiLineComment');
  } else {
    s.index = end + 2;
  }
  s.finish('Comment');
}

/** Moves past the second half of a `\r\n`, the first half being behind the scanner. */
export function skipLineFeedAfter(s: ScannerState, c: number): void {
  if (c === Char.Return && s.peek() === Char.LineFeed) s.index++;
}

/** Skips line ends, blanks and comments, and semicolons when asked; their tokens are kept. */
export function skipNewlines(s: ScannerState, semicolons: boolean): void {
  for (;;) {
    s.start = s.index;
    const c = s.peek();
    if (isWhitespace(c)) {
      s.index++;
      s.skipWhitespace();
    } else if (isLineEnd(c)) {
      s.index++;
      skipLineFeedAfter(s, c);
      s.finish('NewLine');
    } else if (c === Char.Semi && semicolons) {
      s.index++;
      s.finish('Semi');
    } else if (!skipCommentOrContinuation(s, c)) {
      return;
    }
  }
}

function skipCommentOrContinuation(s: ScannerState, c: number): boolean {
  const next = s.codeAt(s.index + 1);
  if (c === Char.Hash) {
    s.index++;
    scanLineComment(s);
  } else if (c === Char.Less && next === Char.Hash) {
    s.index += 2;
    scanBlockComment(s);
  } else if (c === Char.Backtick && isLineEnd(next)) {
    s.index += 2;
    skipLineFeedAfter(s, next);
    s.finish('LineContinuation');
  } else if (c === Char.Backtick && next !== endOfText && isDotNetWhitespace(next)) {
    s.index += 2;
    s.skipWhitespace();
  } else {
    return false;
  }
  return true;
}

function lineCommentEnd(text: string, index: number): number {
  let i = index;
  while (i < text.length && !isLineEnd(text.charCodeAt(i))) i++;
  return i;
}

function blockCommentEnd(text: string, index: number): number {
  const end = text.indexOf('#>', index);
  return end < 0 ? text.length : end + 2;
}

/** Whether only blanks and comments follow an offset; a line end is neither. */
export function onlyTriviaFollows(text: string, offset: number): boolean {
  let i = offset;
  while (i < text.length) {
    const c = text.charCodeAt(i);
    if (c === Char.Hash) i = lineCommentEnd(text, i + 1);
    else if (c === Char.Less && text.charCodeAt(i + 1) === Char.Hash) i = blockCommentEnd(text, i + 2);
    else if (isWhitespace(c)) i++;
    else return false;
  }
  return true;
}

/** Whether a pipeline goes on behind a line end: `|` stands first on a later line, with only comments between. */
export function pipeFollows(text: string, offset: number): boolean {
  if (offset >= text.length) return false;
  let afterLineEnd = true;
  let i = offset;
  while (i < text.length - 1) {
    const c = text.charCodeAt(i);
    if (isWhitespace(c)) {
      i++;
    } else if (isLineEnd(c)) {
      if (afterLineEnd) return false;
      afterLineEnd = true;
      i += c === Char.Return && text.charCodeAt(i + 1) === Char.LineFeed ? 2 : 1;
    } else {
      afterLineEnd = false;
      if (c === Char.Hash) i = lineCommentEnd(text, i + 1);
      else if (c === Char.Less && text.charCodeAt(i + 1) === Char.Hash) i = blockCommentEnd(text, i + 2);
      else return c === Char.Pipe;
    }
  }
  return text.charCodeAt(text.length - 1) === Char.Pipe;
}
