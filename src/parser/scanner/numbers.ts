import type { Token } from '../tokens/token.ts';
import { Char, endsNumber, endsWord, isDash, isDigit, isHexDigit } from './characters.ts';
import { type NumberFormat, type NumberText, numberValue, type Suffix } from './number-value.ts';
import type { ScannerState } from './state.ts';
import { scanGeneric } from './words.ts';

const suffixes: ReadonlyMap<string, Suffix> = new Map<string, Suffix>([
  ['u', 'unsigned'],
  ['s', 'short'],
  ['l', 'long'],
  ['d', 'decimal'],
  ['y', 'sbyte'],
  ['n', 'bigint'],
]);

const unsignedSuffixes: ReadonlyMap<string, Suffix> = new Map<string, Suffix>([
  ['l', 'ulong'],
  ['s', 'ushort'],
  ['y', 'byte'],
]);

const multipliers: ReadonlyMap<string, bigint> = new Map([
  ['k', 1024n],
  ['m', 1024n ** 2n],
  ['g', 1024n ** 3n],
  ['t', 1024n ** 4n],
  ['p', 1024n ** 5n],
]);

/** Scans a number whose first character is behind the scanner; what turns out not to be one is a word. */
export function scanNumber(s: ScannerState): Token {
  const simple = scanPlainInteger(s);
  if (simple !== undefined) return simple;
  const text = readNumber(s);
  if (text === undefined) return restartAsWord(s);
  const number = numberValue(text);
  if (number === undefined) {
    if (s.mode !== 'Expression') return restartAsWord(s);
    s.report.error(s.extentOf(s.start, s.index), 'BadNumericConstant', s.text.slice(s.start, s.index));
  }
  return s.finish('Number', { is: 'number', number });
}

function restartAsWord(s: ScannerState): Token {
  s.index = s.start;
  return scanGeneric(s, '');
}

/** The frequent case: up to nine decimal digits and nothing else. */
function scanPlainInteger(s: ScannerState): Token | undefined {
  const first = s.codeAt(s.start);
  if (!isDigit(first)) return undefined;
  let end = s.index;
  while (end - s.start < 10 && isDigit(s.codeAt(end))) end++;
  if (end - s.start > 9 || !endsWord(s.codeAt(end))) return undefined;
  s.index = end;
  const value = Number(s.text.slice(s.start, end));
  return s.finish('Number', { is: 'number', number: { type: 'int', value } });
}

/** Whether the characters from the present token's start form a number; the scanner stays where it is. */
export function isNumberAhead(s: ScannerState): boolean {
  const { index } = s;
  const text = readNumber(s);
  s.index = index;
  return text !== undefined;
}

/** Reads the parts of a number whose first character (a sign, digit or point) is behind the scanner. */
function readNumber(s: ScannerState): NumberText | undefined {
  let sign = '';
  let first = s.codeAt(s.index - 1);
  if (isDash(first) || first === Char.Plus) {
    sign = first === Char.Plus ? '+' : '-';
    first = s.peek();
    s.index++;
  }
  const digits = readDigits(s, first);
  const suffix = readSuffix(s);
  const multiplier = readMultiplier(s);
  if (digits === undefined || suffix === undefined || multiplier === undefined) return undefined;
  const next = s.peek();
  const ended = endsWord(next) || (s.mode === 'Expression' && endsNumber(next, s.ternaryEndsNumbers));
  return ended ? { sign, ...digits, suffix, multiplier } : undefined;
}

interface Digits {
  readonly digits: string;
  readonly format: NumberFormat;
  readonly real: boolean;
}

function readDigits(s: ScannerState, first: number): Digits | undefined {
  const from = s.index - 1;
  if (first === Char.Dot) return readFraction(s, from);
  const marker = first === Char.Zero ? lowerAt(s) : '';
  if (marker === 'x' || marker === 'b') return readPrefixed(s, marker);
  while (isDigit(s.peek())) s.index++;
  const next = s.peek();
  if (next === Char.Dot && s.codeAt(s.index + 1) !== Char.Dot) {
    s.index++;
    return readFraction(s, from);
  }
  if (lowerAt(s) === 'e') {
    s.index++;
    return readExponent(s, from);
  }
  return { digits: s.text.slice(from, s.index), format: 'decimal', real: false };
}

function readPrefixed(s: ScannerState, marker: 'x' | 'b'): Digits | undefined {
  s.index++;
  const from = s.index;
  if (marker === 'x') {
    while (isHexDigit(s.peek())) s.index++;
    return { digits: `0${s.text.slice(from, s.index)}`, format: 'hex', real: false };
  }
  while (s.peek() === Char.Zero || s.peek() === Char.Zero + 1) s.index++;
  return from === s.index ? undefined : { digits: s.text.slice(from, s.index), format: 'binary', real: false };
}

function readFraction(s: ScannerState, from: number): Digits | undefined {
  while (isDigit(s.peek())) s.index++;
  if (lowerAt(s) === 'e') {
    s.index++;
    return readExponent(s, from);
  }
  return { digits: s.text.slice(from, s.index), format: 'decimal', real: true };
}

function readExponent(s: ScannerState, from: number): Digits | undefined {
  const mantissa = s.text.slice(from, s.index);
  const c = s.peek();
  let sign = '';
  if (c === Char.Plus || isDash(c)) {
    sign = c === Char.Plus ? '+' : '-';
    s.index++;
  }
  const digitsFrom = s.index;
  while (isDigit(s.peek())) s.index++;
  if (digitsFrom === s.index) return undefined;
  return { digits: mantissa + sign + s.text.slice(digitsFrom, s.index), format: 'decimal', real: true };
}

function readSuffix(s: ScannerState): Suffix | undefined {
  const first = suffixes.get(lowerAt(s));
  if (first === undefined) return 'none';
  s.index++;
  const letter = lowerAt(s);
  if (!suffixes.has(letter)) return first;
  s.index++;
  return first === 'unsigned' ? unsignedSuffixes.get(letter) : undefined;
}

function readMultiplier(s: ScannerState): bigint | undefined {
  const multiplier = multipliers.get(lowerAt(s));
  if (multiplier === undefined) return 1n;
  s.index++;
  if (lowerAt(s) !== 'b') return undefined;
  s.index++;
  return multiplier;
}

function lowerAt(s: ScannerState): string {
  return s.text.charAt(s.index).toLowerCase();
}
