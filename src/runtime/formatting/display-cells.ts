import { isDecorated, stripEscapes } from '../text/escape-sequences.ts';

/** Ranges of UTF-16 units that take two cells on a console, ends included. */
const wideRanges: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3040, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
];

/** Cells that one UTF-16 unit takes: 2 for East Asian wide ones, else 1 (so a surrogate pair takes 2). */
export function unitCells(code: number): 1 | 2 {
  if (code < 0x1100) return 1;
  for (const [from, to] of wideRanges) if (code >= from && code <= to) return 2;
  return 1;
}

/** Cells a text takes on a console; decorations take none. */
export function cellLength(text: string): number {
  let cells = text.length;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x1b) return cellLengthPlain(stripEscapes(text));
    if (code >= 0x1100 && unitCells(code) === 2) cells++;
  }
  return cells;
}

function cellLengthPlain(text: string): number {
  let cells = 0;
  for (let i = 0; i < text.length; i++) cells += unitCells(text.charCodeAt(i));
  return cells;
}

/** How many units from the start of a text, decorations apart, fit into so many cells. */
export function fitFromStart(text: string, cells: number): number {
  const plain = isDecorated(text) ? stripEscapes(text) : text;
  let used = 0;
  let at = 0;
  for (; at < plain.length; at++) {
    used += unitCells(plain.charCodeAt(at));
    if (used > cells) break;
  }
  return at;
}

/** The offset, decorations apart, from which the rest of a text fits into so many cells. */
export function fitFromEnd(text: string, cells: number): number {
  const plain = isDecorated(text) ? stripEscapes(text) : text;
  let used = 0;
  let at = plain.length;
  for (; at > 0; at--) {
    used += unitCells(plain.charCodeAt(at - 1));
    if (used > cells) break;
  }
  return at;
}
