import { ANCHORS } from './program.ts';
import type { AnchorKind } from './syntax.ts';
import { boundarySet, ecmaWordSet } from './unicode-sets.ts';

const NEWLINE = 10;

/** Whether an anchor, by its number in {@link ANCHORS}, holds at a position. */
export function anchorHolds(index: number, text: string, pos: number, scanStart: number): boolean {
  const kind: AnchorKind = ANCHORS[index] ?? 'start';
  const end = text.length;
  switch (kind) {
    case 'start':
      return pos === 0;
    case 'end':
      return pos === end;
    case 'endOrNewline':
      return pos === end || (pos === end - 1 && text.charCodeAt(pos) === NEWLINE);
    case 'lineStart':
      return pos === 0 || text.charCodeAt(pos - 1) === NEWLINE;
    case 'lineEnd':
      return pos === end || text.charCodeAt(pos) === NEWLINE;
    case 'scanStart':
      return pos === scanStart;
    case 'boundary':
      return isWord(text, pos - 1) !== isWord(text, pos);
    case 'notBoundary':
      return isWord(text, pos - 1) === isWord(text, pos);
    case 'ecmaBoundary':
      return isEcmaWord(text, pos - 1) !== isEcmaWord(text, pos);
    case 'notEcmaBoundary':
      return isEcmaWord(text, pos - 1) === isEcmaWord(text, pos);
  }
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 128) return asciiWord(code);
  return at >= 0 && at < text.length && boundarySet().has(code);
}

function isEcmaWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 ? asciiWord(code) : at >= 0 && at < text.length && ecmaWordSet().has(code);
}

function asciiWord(code: number): boolean {
  const letter = code | 0x20;
  return (letter >= 0x61 && letter <= 0x7a) || (code >= 0x30 && code <= 0x39) || code === 0x5f;
}
