import { type SubExpressionText, Token } from '../tokens/token.ts';
import { TokenFlags } from '../tokens/token-kinds.ts';
import { TextBuilder } from './builder.ts';
import { Char, endOfText, isDoubleQuote, isSingleQuote, isVariableStart } from './characters.ts';
import { escaped } from './escapes.ts';
import type { ScannerState } from './state.ts';
import { scanVariable } from './variables.ts';

/** The text of a single-quoted string behind its opening quote, and whether it is closed. */
export function scanLiteralText(s: ScannerState): { readonly text: string; readonly closed: boolean } {
  const opened = s.index - 1;
  let text = '';
  let from = s.index;
  for (;;) {
    const c = s.peek();
    if (c === endOfText) {
      text += s.text.slice(from, s.index);
      s.incompleteFrom(opened, 'TerminatorExpectedAtEndOfString', "'");
      return { text, closed: false };
    }
    s.index++;
    if (!isSingleQuote(c)) continue;
    if (!isSingleQuote(s.peek())) return { text: text + s.text.slice(from, s.index - 1), closed: true };
    text += s.text.slice(from, s.index - 1);
    from = s.index;
    s.index++;
  }
}

/** Scans `'…'` behind its opening quote. */
export function scanStringLiteral(s: ScannerState): Token {
  const { text, closed } = scanLiteralText(s);
  return s.finishWith('StringLiteral', { is: 'string', string: text }, !closed);
}

/** Scans `"…"` behind its opening quote. */
export function scanStringExpandable(s: ScannerState): Token {
  const builder = new TextBuilder();
  const closed = scanExpandableText(s, builder);
  return s.finishWith('StringExpandable', builder.value(), !closed || builder.hasNestedError);
}

/** Adds the text of a double-quoted string behind its opening quote; answers whether it is closed. */
export function scanExpandableText(s: ScannerState, builder: TextBuilder): boolean {
  const opened = s.index - 1;
  for (;;) {
    const from = s.index;
    let c = s.peek();
    while (c !== endOfText && c !== Char.Dollar && c !== Char.Backtick && !isDoubleQuote(c)) {
      s.index++;
      c = s.peek();
    }
    if (s.index > from) builder.append(s.text.slice(from, s.index));
    if (c === endOfText) {
      s.incompleteFrom(opened, 'TerminatorExpectedAtEndOfString', '"');
      return false;
    }
    s.index++;
    if (isDoubleQuote(c)) {
      if (!isDoubleQuote(s.peek())) return true;
      builder.append(String.fromCharCode(s.peek()));
      s.index++;
    } else if (c === Char.Dollar) {
      if (!scanDollar(s, builder, false)) builder.append('$');
    } else {
      scanBacktick(s, builder);
    }
  }
}

/** Adds what a backtick behind the scanner and the next character stand for; at the end, or before NUL, itself. */
export function scanBacktick(s: ScannerState, builder: TextBuilder): void {
  const c = s.peek();
  if (c === endOfText || c === Char.Null) {
    builder.append('`');
    return;
  }
  s.index++;
  builder.append(escaped(s, c));
}

/** Adds the variable or subexpression whose `$` is behind the scanner; false, and nothing, when there is none. */
export function scanDollar(s: ScannerState, builder: TextBuilder, hereString: boolean): boolean {
  const dollar = s.index - 1;
  const c = s.peek();
  if (c !== Char.LParen && c !== Char.LCurly && !isVariableStart(c)) return false;
  const { start, mode, tokens } = s;
  s.tokens = [];
  s.mode = 'Expression';
  let piece: Token | SubExpressionText;
  if (c === Char.LParen) {
    s.index++;
    piece = scanSubExpression(s, hereString);
  } else {
    s.start = dollar;
    piece = scanVariable(s, false, true);
  }
  s.tokens = tokens;
  s.start = start;
  s.mode = mode;
  builder.appendNested(s.text.slice(dollar, s.index), piece);
  return true;
}

function scanSubExpression(s: ScannerState, hereString: boolean): SubExpressionText {
  s.start = s.index - 2;
  let text = '$(';
  let from = s.index;
  let depth = 1;
  let hasError = false;
  let skipped: boolean[] | undefined;
  while (depth > 0) {
    const c = s.peek();
    if (c === endOfText) {
      s.incompleteFrom(s.start, 'IncompleteDollarSubexpressionReference');
      hasError = true;
      break;
    }
    s.index++;
    if (c === Char.LParen) {
      depth++;
    } else if (c === Char.RParen) {
      depth--;
    } else if (!hereString && (c === Char.Backtick || isDoubleQuote(c)) && isDoubleQuote(s.peek())) {
      text += s.text.slice(from, s.index - 1);
      from = s.index;
      s.index++;
      skipped ??= [];
      skipped[s.index - 2 + s.shift] = true;
    }
  }
  text += s.text.slice(from, s.index);
  const { startOffset, endOffset } = s.currentExtent();
  const token = new Token('StringLiteral', s.source, startOffset, endOffset, { is: 'string', string: text });
  if (hasError) token.flags |= TokenFlags.TokenInError;
  return { is: 'subexpression', startOffset, text, skipped: skipped ?? s.skipped, hasError, token };
}
