import type { Token } from '../tokens/token.ts';
import { Char, endOfText, endsWord, isDoubleQuote, isVariableStart } from './characters.ts';
import { escaped } from './escapes.ts';
import type { ScannerState } from './state.ts';
import { scanGeneric } from './words.ts';

/** Name of a variable whose name is missing. */
const errorName = ':Error:';

/**
 * Scans a variable behind its `$` or `@`. Where a command's words are expected, a variable that goes straight over into
 * other text is part of a word.
 */
export function scanVariable(s: ScannerState, splatted: boolean, inString: boolean): Token {
  const c = s.peek();
  if (c === Char.LCurly) return scanBraced(s, inString);
  if (!isVariableStart(c)) return scanGeneric(s, '$');
  const from = s.index++;
  if (c === Char.Dollar || c === Char.Question || c === Char.Caret) {
    if (s.mode === 'Command' && !endsWord(s.peek())) return restartAsWord(s);
  } else {
    skipName(s);
    const next = s.peek();
    if (s.mode === 'Command' && !endsName(next) && !endsWord(next)) return restartAsWord(s);
  }
  const variablePath = s.variablePath(s.text.slice(from, s.index));
  if (variablePath.unqualifiedPath === '') {
    const id = variablePath.isDriveQualified ? 'InvalidVariableReferenceWithDrive' : 'InvalidVariableReference';
    s.report.error(s.extentOf(s.start, s.index), id);
  }
  return s.finish(splatted ? 'SplattedVariable' : 'Variable', { is: 'variable', variablePath });
}

function restartAsWord(s: ScannerState): Token {
  s.index = s.start;
  return scanGeneric(s, '');
}

function skipName(s: ScannerState): void {
  for (;;) {
    s.skipIdentifier();
    const c = s.peek();
    if (c === Char.Colon ? s.codeAt(s.index + 1) === Char.Colon : c !== Char.Question) return;
    s.index++;
  }
}

/** `.`, `[`, `=` and `::` go on behind a variable also in a command. */
function endsName(c: number): boolean {
  return c === Char.Dot || c === Char.LBracket || c === Char.Equals || c === Char.Colon;
}

function scanBraced(s: ScannerState, inString: boolean): Token {
  const brace = s.index++;
  const { name, closed } = bracedName(s, inString);
  if (!closed) s.incompleteFrom(brace, 'IncompleteDollarVariableReference');
  else if (name === '') s.errorAt(s.index - 1, 'EmptyVariableReference');
  if (s.mode === 'Command') {
    const c = s.peek();
    if (!endsWord(c) && c !== Char.Dot && c !== Char.LBracket) return restartAsWord(s);
  }
  const variablePath = s.variablePath(name === '' ? errorName : name);
  if (variablePath.unqualifiedPath === '') {
    s.report.error(s.extentOf(s.start, s.index), 'InvalidBracedVariableReference');
  }
  return s.finish('Variable', { is: 'variable', variablePath });
}

function bracedName(s: ScannerState, inString: boolean): { readonly name: string; readonly closed: boolean } {
  let name = '';
  for (;;) {
    const c = s.peek();
    if (c === endOfText) return { name, closed: false };
    s.index++;
    if (c === Char.RCurly) return { name, closed: true };
    if (c === Char.Backtick) {
      const next = s.peek();
      if (next === endOfText) return { name, closed: false };
      s.index++;
      name += escaped(s, next);
      continue;
    }
    let kept = c;
    if (inString && isDoubleQuote(c)) {
      const next = s.peek();
      if (next === endOfText) return { name, closed: false };
      if (isDoubleQuote(next)) {
        s.index++;
        kept = next;
      }
    }
    name += String.fromCharCode(kept);
    if (c === Char.LCurly) s.errorAt(s.index, 'OpenBraceNeedsToBeBackTickedInVariableName');
  }
}
