import type { Token } from '../tokens/token.ts';
import type { TokenKind } from '../tokens/token-kinds.ts';
import {
  Char,
  endOfText,
  endsWord,
  isDash,
  isDigit,
  isDotNetWhitespace,
  isDoubleQuote,
  isIdentifierStart,
  isLetter,
  isLineEnd,
  isSingleQuote,
  isVariableStart,
  isWhitespace,
} from './characters.ts';
import { escaped } from './escapes.ts';
import { scanHereStringExpandable, scanHereStringLiteral } from './here-strings.ts';
import { isNumberAhead, scanNumber } from './numbers.ts';
import { type ScannerState, streams } from './state.ts';
import { scanStringExpandable, scanStringLiteral } from './strings.ts';
import { scanBlockComment, scanLineComment, skipLineFeedAfter } from './trivia.ts';
import { scanVariable } from './variables.ts';
import { scanDashWord, scanGeneric, scanIdentifier, scanLabel } from './words.ts';

type Scan = (s: ScannerState, c: number) => Token | undefined;

/** Scans the next token in the present mode; comments and line continuations on the way are kept, but not returned. */
export function scanToken(s: ScannerState): Token {
  for (;;) {
    s.start = s.index;
    const c = s.peek();
    if (c === endOfText) return scanEnd(s);
    s.index++;
    const token = c < 128 ? asciiScans[c]?.(s, c) : scanBeyondAscii(s, c);
    if (token !== undefined) return token;
  }
}

/** The end of the input is reported one character behind the end of the text, as PowerShell does. */
function scanEnd(s: ScannerState): Token {
  s.index = s.start + 1;
  return s.finishAt('EndOfInput', s.extentOf(s.index, s.index));
}

function scanBeyondAscii(s: ScannerState, c: number): Token | undefined {
  if (isWhitespace(c)) return skipBlanks(s);
  if (isSingleQuote(c)) return scanStringLiteral(s);
  if (isDoubleQuote(c)) return scanStringExpandable(s);
  if (isDash(c)) return scanMinus(s);
  return isLetter(c) ? scanIdentifier(s) : scanGeneric(s, String.fromCharCode(c));
}

function skipBlanks(s: ScannerState): undefined {
  s.skipWhitespace();
  return undefined;
}

function scanLineEnd(s: ScannerState, c: number): Token {
  skipLineFeedAfter(s, c);
  return s.finish('NewLine');
}

function scanHash(s: ScannerState): undefined {
  scanLineComment(s);
  return undefined;
}

/** An operator where operands are expected; in a command it is a word when text follows directly. */
function operator(s: ScannerState, kind: TokenKind): Token {
  if (s.mode === 'Command' && !endsWord(s.peek())) return scanGeneric(s, s.text.slice(s.start, s.index));
  return s.finish(kind);
}

/** Scans `single`, or `assignment` when an equals sign follows. */
function operatorScan(single: TokenKind, assignment: TokenKind): Scan {
  return (s) => {
    if (s.peek() !== Char.Equals) return operator(s, single);
    s.index++;
    return operator(s, assignment);
  };
}

function signedNumberFollows(s: ScannerState, c: number): boolean {
  return s.signedNumbers && (isDigit(c) || c === Char.Dot);
}

function scanPlus(s: ScannerState): Token {
  const c = s.peek();
  if (c === Char.Plus || c === Char.Equals) {
    s.index++;
    return operator(s, c === Char.Plus ? 'PlusPlus' : 'PlusEquals');
  }
  return signedNumberFollows(s, c) ? scanNumber(s) : operator(s, 'Plus');
}

function scanMinus(s: ScannerState): Token {
  const c = s.peek();
  if (isDash(c) || c === Char.Equals) {
    s.index++;
    return operator(s, c === Char.Equals ? 'MinusEquals' : 'MinusMinus');
  }
  if (isLetter(c) || c === Char.Underscore || c === Char.Question) return scanDashWord(s);
  return signedNumberFollows(s, c) ? scanNumber(s) : operator(s, 'Minus');
}

function scanStar(s: ScannerState): Token {
  const c = s.peek();
  if (c === Char.Greater) return scanRedirection(s, 0);
  if (c !== Char.Equals) return operator(s, 'Multiply');
  s.index++;
  return operator(s, 'MultiplyEquals');
}

/** Scans `>`, `>>` or `>&n` behind the digit or `*` that names the stream, if there is one. */
function scanRedirection(s: ScannerState, stream: number): Token {
  s.index++;
  const fromStream = streams[stream] ?? 'Output';
  const c = s.peek();
  const append = c === Char.Greater;
  if (append) s.index++;
  const target = s.codeAt(s.index + 1) - Char.Zero;
  if (!append && c === Char.Ampersand && (target === 1 || (target === 2 && stream > 0))) {
    s.index += 2;
    return s.finish('Redirection', { is: 'merge', fromStream, toStream: streams[target] ?? 'Output' });
  }
  return s.finish('Redirection', { is: 'file', fromStream, append });
}

function scanGreater(s: ScannerState): Token {
  const append = s.peek() === Char.Greater;
  if (append) s.index++;
  return s.finish('Redirection', { is: 'file', fromStream: 'Output', append });
}

const lastStreamDigit = Char.Zero + 6;

function scanDigit(s: ScannerState, c: number): Token {
  if (c === Char.Zero || c > lastStreamDigit || s.peek() !== Char.Greater) return scanNumber(s);
  const index = s.index;
  const token = scanRedirection(s, c - Char.Zero);
  if (s.mode !== 'Expression' || token.value.is !== 'file') return token;
  s.tokens.pop();
  s.index = index;
  return s.finish('Number', { is: 'number', number: { type: 'int', value: c - Char.Zero } });
}

function scanLess(s: ScannerState): Token | undefined {
  if (s.peek() !== Char.Hash) return s.finish('RedirectInStd', { is: 'input' });
  s.index++;
  scanBlockComment(s);
  return undefined;
}

function scanAt(s: ScannerState): Token {
  const c = s.peek();
  if (isVariableStart(c)) return scanVariable(s, true, false);
  const opens = c === Char.LCurly ? 'AtCurly' : c === Char.LParen ? 'AtParen' : undefined;
  if (opens !== undefined || isSingleQuote(c) || isDoubleQuote(c)) s.index++;
  if (opens !== undefined) return s.finish(opens);
  if (isSingleQuote(c)) return scanHereStringLiteral(s);
  if (isDoubleQuote(c)) return scanHereStringExpandable(s);
  s.errorAt(s.index - 1, 'UnrecognizedToken');
  return s.finish('Unknown');
}

function scanEscape(s: ScannerState): Token | undefined {
  const c = s.peek();
  if (c === endOfText) {
    s.report.incomplete(s.extentOf(s.index + 1, s.index + 1), 'IncompleteString');
    return undefined;
  }
  s.index++;
  if (isLineEnd(c)) {
    skipLineFeedAfter(s, c);
    s.finish('LineContinuation');
    return undefined;
  }
  if (isDotNetWhitespace(c)) return skipBlanks(s);
  return scanGeneric(s, escaped(s, c));
}

function scanDollarSign(s: ScannerState): Token {
  if (s.peek() !== Char.LParen) return scanVariable(s, false, false);
  s.index++;
  return s.finish('DollarParen');
}

function scanOpenBracket(s: ScannerState): Token {
  if (s.mode === 'Command' && !endsWord(s.peek())) return scanGeneric(s, '[');
  return s.finish('LBracket');
}

function scanDot(s: ScannerState): Token {
  const c = s.peek();
  if (c === Char.Dot) {
    if (s.mode === 'Command' && !endsWord(s.codeAt(s.index + 1))) return scanGeneric(s, '.');
    s.index++;
    return s.finish('DotDot');
  }
  if (isDigit(c)) return scanNumber(s);
  const callsFollow = c === Char.Dollar || c === Char.DoubleQuote || c === Char.SingleQuote;
  if (s.mode === 'Command' && !endsWord(c) && !callsFollow) return scanGeneric(s, '.');
  return s.finish('Dot');
}

function doubled(single: TokenKind, double: TokenKind): Scan {
  return (s, c) => {
    if (s.peek() !== c) return s.finish(single);
    s.index++;
    return s.finish(double);
  };
}

function scanExclaim(s: ScannerState): Token {
  const c = s.peek();
  if (s.mode === 'Command' ? !endsWord(c) : s.mode === 'Expression' && isIdentifierStart(c)) return scanGeneric(s, '!');
  if (s.mode === 'Expression' && (isDigit(c) || c === Char.Dot) && !isNumberAhead(s)) return scanGeneric(s, '!');
  return s.finish('Exclaim');
}

function scanColon(s: ScannerState): Token {
  if (s.peek() === Char.Colon) {
    s.index++;
    if (s.mode === 'Command' && !s.simpleNames && !endsWord(s.peek())) return scanGeneric(s, '::');
    return s.finish('ColonColon');
  }
  return s.mode === 'Command' ? scanLabel(s) : s.finish('Colon');
}

function scanQuestion(s: ScannerState): Token {
  if (s.mode !== 'Expression') return scanGeneric(s, '?');
  if (s.peek() !== Char.Question) return s.finish('QuestionMark');
  s.index++;
  if (s.peek() !== Char.Equals) return s.finish('QuestionQuestion');
  s.index++;
  return s.finish('QuestionQuestionEquals');
}

function punctuation(kind: TokenKind): Scan {
  return (s) => s.finish(kind);
}

const specialScans: ReadonlyMap<string, Scan> = new Map<string, Scan>([
  ["'", scanStringLiteral],
  ['"', scanStringExpandable],
  ['@', scanAt],
  ['#', scanHash],
  ['`', scanEscape],
  ['=', (s) => operator(s, 'Equals')],
  ['+', scanPlus],
  ['-', scanMinus],
  ['*', scanStar],
  ['/', operatorScan('Divide', 'DivideEquals')],
  ['%', operatorScan('Rem', 'RemainderEquals')],
  ['$', scanDollarSign],
  ['<', scanLess],
  ['>', scanGreater],
  ['(', punctuation('LParen')],
  [')', punctuation('RParen')],
  ['[', scanOpenBracket],
  [']', punctuation('RBracket')],
  ['{', punctuation('LCurly')],
  ['}', punctuation('RCurly')],
  ['.', scanDot],
  [';', punctuation('Semi')],
  [',', punctuation('Comma')],
  ['&', doubled('Ampersand', 'AndAnd')],
  ['|', doubled('Pipe', 'OrOr')],
  ['!', scanExclaim],
  [':', scanColon],
  ['?', scanQuestion],
]);

/** What to do with each ASCII character that begins a token; a scan that answers nothing has skipped something. */
const asciiScans: readonly Scan[] = Array.from({ length: 128 }, (_, c) => scanOf(c));

function scanOf(c: number): Scan {
  const special = specialScans.get(String.fromCharCode(c));
  if (special !== undefined) return special;
  if (isWhitespace(c)) return skipBlanks;
  if (isLineEnd(c)) return scanLineEnd;
  if (isDigit(c)) return scanDigit;
  return isIdentifierStart(c) ? scanIdentifier : (s) => scanGeneric(s, String.fromCharCode(c));
}
