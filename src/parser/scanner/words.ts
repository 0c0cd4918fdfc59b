import { keywordOf } from '../tokens/keywords.ts';
import { dashOperatorOf } from '../tokens/operators.ts';
import type { Token } from '../tokens/token.ts';
import { TokenFlags } from '../tokens/token-kinds.ts';
import { TextBuilder } from './builder.ts';
import {
  Char,
  endOfText,
  endsAssemblyWord,
  endsWord,
  isDoubleQuote,
  isIdentifierStart,
  isLetter,
  isLetterOrDigit,
  isSingleQuote,
  isWhitespace,
} from './characters.ts';
import type { ScannerState } from './state.ts';
import { scanBacktick, scanDollar, scanExpandableText, scanLiteralText } from './strings.ts';

/**
 * Scans the rest of a word of a command, `prefix` being what the scanned part of it stands for. Quoted parts, escapes,
 * variables and subexpressions inside belong to the word.
 */
export function scanGeneric(s: ScannerState, prefix: string): Token {
  const from = s.index;
  let c = s.peek();
  while (!endsWord(c) && !isSpecialInWord(c)) {
    s.index++;
    c = s.peek();
  }
  const text = prefix + s.text.slice(from, s.index);
  if (endsWord(c)) return s.finish('Generic', { is: 'string', string: text });
  const builder = new TextBuilder(text);
  scanRest(s, builder);
  return s.finishWith('Generic', builder.value(), builder.hasNestedError);
}

function isSpecialInWord(c: number): boolean {
  return c === Char.Backtick || c === Char.Dollar || isSingleQuote(c) || isDoubleQuote(c);
}

function scanRest(s: ScannerState, builder: TextBuilder): void {
  for (let c = s.peek(); !endsWord(c); c = s.peek()) {
    s.index++;
    if (c === Char.Backtick) scanBacktick(s, builder);
    else if (isSingleQuote(c)) builder.append(scanLiteralText(s).text);
    else if (isDoubleQuote(c)) scanExpandableText(s, builder);
    else if (c !== Char.Dollar || !scanDollar(s, builder, false)) builder.append(String.fromCharCode(c));
  }
}

/** Scans what begins with a letter, the letter being behind the scanner: a keyword, name, type name or word. */
export function scanIdentifier(s: ScannerState): Token {
  s.skipIdentifier();
  if (s.mode === 'TypeName') return scanTypeName(s);
  if (!s.simpleNames && s.mode !== 'Expression') {
    if (s.mode === 'Command' && !endsWord(s.peek())) return scanGeneric(s, s.text.slice(s.start, s.index));
    const keyword = keywordOf(s.text.slice(s.start, s.index));
    if (keyword !== undefined && (keyword !== 'InlineScript' || s.inWorkflow)) return s.finish(keyword);
  }
  return s.finish('Identifier');
}

function scanTypeName(s: ScannerState): Token {
  while (isTypeNamePart(s.peek())) s.index++;
  const token = s.finish('Identifier');
  token.flags |= TokenFlags.TypeName;
  return token;
}

function isTypeNamePart(c: number): boolean {
  return (
    isLetterOrDigit(c) ||
    c === Char.Dot ||
    c === Char.Backtick ||
    c === Char.Underscore ||
    c === Char.Plus ||
    c === Char.Hash ||
    c === Char.Backslash
  );
}

/** Scans an assembly's name and properties behind the comma of a type name; empty when there is none. */
export function scanAssemblyName(s: ScannerState): string {
  let name = scanAssemblyWord(s);
  while (s.peek() === Char.Comma) {
    s.start = s.index++;
    s.finish('Comma');
    name += `, ${scanAssemblyWord(s)}`;
    if (s.peek() === Char.Equals) {
      s.start = s.index++;
      s.finish('Equals');
      name += `=${scanAssemblyWord(s)}`;
    }
  }
  return name;
}

function scanAssemblyWord(s: ScannerState): string {
  s.skipWhitespace();
  s.start = s.index;
  while (!endsAssemblyWord(s.peek())) s.index++;
  const word = s.text.slice(s.start, s.index);
  s.finish('Identifier').flags |= TokenFlags.TypeName;
  s.skipWhitespace();
  return word;
}

/** Scans a parameter or a dash operator behind its dash. */
export function scanDashWord(s: ScannerState): Token {
  const command = s.mode === 'Command';
  const from = s.index;
  let usedColon = false;
  for (let c = s.peek(); !endsDashWord(c); c = s.peek()) {
    if (c === Char.Colon) {
      usedColon = true;
      break;
    }
    const quote = isSingleQuote(c) || isDoubleQuote(c);
    if (quote && command) return scanGeneric(s, s.text.slice(s.start, s.index));
    if (!command && !isAsciiLetter(c)) break;
    s.index++;
  }
  const name = s.text.slice(from, s.index);
  if (usedColon && command) s.index++;
  if (s.mode === 'Expression') {
    const operator = dashOperatorOf(name);
    if (operator !== undefined) return s.finish(operator);
  }
  if (name === '') return s.finish('Minus');
  return s.finish('Parameter', { is: 'parameter', parameterName: name, usedColon });
}

function isAsciiLetter(c: number): boolean {
  return c < 128 && isLetter(c);
}

function endsDashWord(c: number): boolean {
  return c === endOfText || c === Char.Dot || c === Char.LBracket || isWhitespace(c) || endsWord(c);
}

/** Scans `:name`, a label, behind its colon; other text behind a colon is a word. */
export function scanLabel(s: ScannerState): Token {
  const first = s.peek();
  if (!isIdentifierStart(first)) return scanGeneric(s, ':');
  s.skipIdentifier();
  const labelText = s.text.slice(s.start + 1, s.index);
  if (!endsWord(s.peek())) {
    s.index++;
    return scanGeneric(s, s.text.slice(s.start, s.index));
  }
  return s.finish('Label', { is: 'label', labelText });
}
