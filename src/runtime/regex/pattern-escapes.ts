import type { CharSet } from './char-set.ts';
import { isWordChar, type PatternReader } from './pattern-reader.ts';
import { RegexOptions } from './regex-options.ts';
import { digitSet, ecmaDigitSet, ecmaSpaceSet, ecmaWordSet, propertySet, spaceSet, wordSet } from './unicode-sets.ts';

const CONTROL: Readonly<Record<string, number>> = { a: 7, b: 8, e: 27, f: 12, n: 10, r: 13, t: 9, v: 11 };

/** The set of `\d \D \s \S \w \W`, by lower-case letter. */
const SHORTHANDS: Readonly<Record<string, { readonly unicode: () => CharSet; readonly ecma: () => CharSet }>> = {
  d: { unicode: digitSet, ecma: ecmaDigitSet },
  s: { unicode: spaceSet, ecma: ecmaSpaceSet },
  w: { unicode: wordSet, ecma: ecmaWordSet },
};

/**
 * The set that `letter` stands for after a backslash (d, D, s, S, w, W, p, P), or `undefined` for another letter.
 * The reader stands behind the letter; for p and P the braces are taken.
 */
export function shorthandSet(reader: PatternReader, letter: string): CharSet | undefined {
  const lower = letter.toLowerCase();
  if (lower === 'p') {
    const set = property(reader);
    return letter === 'p' ? set : set.complement();
  }
  const shorthand = SHORTHANDS[lower];
  if (shorthand === undefined) return undefined;
  const set = reader.has(RegexOptions.ECMAScript) ? shorthand.ecma() : shorthand.unicode();
  return letter === lower ? set : set.complement();
}

/** `{Name}` behind `\p` or `\P`. */
function property(reader: PatternReader): CharSet {
  const start = reader.pos;
  const match = /^\{([\w-]+)\}/.exec(reader.pattern.slice(start));
  if (match === null) {
    const incomplete = /^\{[\w-]*/.exec(reader.pattern.slice(start))?.[0].length ?? 0;
    const whole = reader.pattern.length - start >= 3 ? incomplete : 0;
    return reader.fail('InvalidUnicodePropertyEscape', start + whole);
  }
  reader.pos += match[0].length;
  return propertySet(match[1] ?? '') ?? reader.fail('UnrecognizedUnicodeProperty');
}

/** The code of a character escape; the reader stands behind the backslash. */
export function characterEscape(reader: PatternReader): number {
  const char = reader.take();
  if (char >= '0' && char <= '7') {
    reader.pos -= 1;
    return octal(reader);
  }
  switch (char) {
    case 'x':
      return hex(reader, 2);
    case 'u':
      return hex(reader, 4);
    case 'c':
      return control(reader);
    default:
  }
  const known = CONTROL[char];
  if (known !== undefined) return known;
  if (!reader.has(RegexOptions.ECMAScript) && isWordChar(char)) reader.fail('UnrecognizedEscape');
  return char.charCodeAt(0);
}

function octal(reader: PatternReader): number {
  const digits = /^[0-7]{1,3}/.exec(reader.pattern.slice(reader.pos))?.[0] ?? '0';
  // ECMAScript stops before a number that is no byte.
  const used = reader.has(RegexOptions.ECMAScript) && Number.parseInt(digits, 8) > 0xff ? digits.slice(0, 2) : digits;
  reader.pos += used.length;
  return Number.parseInt(used, 8) & 0xff;
}

function hex(reader: PatternReader, count: number): number {
  const digits = /^[0-9a-fA-F]*/.exec(reader.pattern.slice(reader.pos, reader.pos + count))?.[0] ?? '';
  if (digits.length < count) {
    const enough = reader.pattern.length - reader.pos >= count;
    reader.fail('InsufficientOrInvalidHexDigits', reader.pos + (enough ? digits.length + 1 : 0));
  }
  reader.pos += count;
  return Number.parseInt(digits, 16);
}

function control(reader: PatternReader): number {
  if (reader.atEnd) reader.fail('MissingControlCharacter');
  const code = reader.take().toUpperCase().charCodeAt(0) - 0x40;
  if (code < 0 || code > 31) reader.fail('UnrecognizedControlCharacter');
  return code;
}
