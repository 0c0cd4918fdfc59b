import { Char, isHexDigit } from './characters.ts';
import type { ScannerState } from './state.ts';

/** What a letter behind a backtick stands for (about_Special_Characters). */
const escapes: ReadonlyMap<number, string> = new Map(
  Object.entries({ '0': '\0', a: '\x07', b: '\b', e: '\x1b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }).map(
    ([letter, text]) => [letter.charCodeAt(0), text],
  ),
);

const maxDigits = 6;
const letterU = 'u'.charCodeAt(0);

/** Character that stands for an escape that could not be read. */
const invalid = '\uffff';

/** The text that a backtick and the character `c` (already behind the scanner) stand for. */
export function escaped(s: ScannerState, c: number): string {
  if (c === letterU) return unicodeEscape(s);
  return escapes.get(c) ?? String.fromCharCode(c);
}

function unicodeEscape(s: ScannerState): string {
  const start = s.index - 2;
  if (s.peek() !== Char.LCurly) return fail(s, start, s.index, 'InvalidUnicodeEscapeSequence');
  s.index++;
  const firstDigit = s.index;
  while (s.index - firstDigit < maxDigits && isHexDigit(s.peek())) s.index++;
  const count = s.index - firstDigit;
  const c = s.peek();
  if (c === Char.RCurly) {
    s.index++;
    if (count === 0) return fail(s, start, s.index, 'InvalidUnicodeEscapeSequence');
    const code = Number.parseInt(s.text.slice(firstDigit, firstDigit + count), 16);
    if (code <= 0x10ffff) return String.fromCodePoint(code);
    return fail(s, firstDigit, s.index - 1, 'InvalidUnicodeEscapeSequenceValue');
  }
  if (count < maxDigits) return fail(s, s.index, s.index + 1, 'InvalidUnicodeEscapeSequence');
  const id = isHexDigit(c) ? 'TooManyDigitsInUnicodeEscapeSequence' : 'MissingUnicodeEscapeSequenceTerminator';
  return fail(s, s.index, s.index + 1, id);
}

function fail(
  s: ScannerState,
  start: number,
  end: number,
  id:
    | 'InvalidUnicodeEscapeSequence'
    | 'InvalidUnicodeEscapeSequenceValue'
    | 'TooManyDigitsInUnicodeEscapeSequence'
    | 'MissingUnicodeEscapeSequenceTerminator',
): string {
  s.report.error(s.extentOf(start, end), id);
  return invalid;
}
