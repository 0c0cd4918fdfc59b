/** Starts every escape sequence. */
export const ESC = '\u001b';

/** Ends all decorations. */
export const RESET = '\u001b[0m';

/** The sequences that count as decoration: graphics (`ESC[1;31m`), private modes (`ESC[?25l`) and hyperlinks. */
const sequence = /\u001b\[\d*(?:;\d+)*m|\u001b\[\?\d+[hl]|\u001b\]8;;.*?\u001b\\/g;

/** Whether a text may hold decorations. */
export function isDecorated(text: string): boolean {
  return text.includes(ESC);
}

/** The text without its decorations (about_ANSI_Terminals). */
export function stripEscapes(text: string): string {
  return isDecorated(text) ? text.replace(sequence, '') : text;
}

/** Start → length of every decoration in a text; undefined when there is none. */
export function escapeRanges(text: string): Map<number, number> | undefined {
  if (!isDecorated(text)) return undefined;
  const ranges = new Map<number, number>();
  for (const match of text.matchAll(sequence)) ranges.set(match.index, match[0].length);
  return ranges;
}

/** What {@link decoratedSlice} puts around the part it cuts out. */
export interface SliceMarks {
  readonly before?: string;
  readonly after?: string;
}

/**
 * Cuts `length` characters from `start`, where decorations do not count and are all kept up to the end of the cut.
 * A decorated result ends with a reset.
 */
export function decoratedSlice(
  text: string,
  start: number,
  length = Number.POSITIVE_INFINITY,
  marks: SliceMarks = {},
): string {
  const { before = '', after = '' } = marks;
  const ranges = length > 0 ? escapeRanges(text) : undefined;
  if (!ranges) return before + text.slice(start, start + Math.max(0, length)) + after;
  let out = '';
  let seen = 0;
  let copied = 0;
  for (let i = 0; i < text.length; i++) {
    const skip = ranges.get(i);
    if (skip !== undefined) {
      out += text.slice(i, i + skip);
      i += skip - 1;
      continue;
    }
    if (seen++ < start) continue;
    if (copied === 0) out += before;
    out += text[i];
    if (++copied >= length) break;
  }
  return out.endsWith(RESET) ? out.slice(0, -RESET.length) + after + RESET : out + after + RESET;
}
