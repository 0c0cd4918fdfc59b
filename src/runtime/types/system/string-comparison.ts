import { compareText, equalText } from '../../text/text-comparison.ts';
import type { EnumValue } from '../../values/enum-value.ts';

/** How two texts are compared: by the culture's rules or by code unit, with or without case. */
export interface TextMode {
  readonly ordinal: boolean;
  readonly ignoreCase: boolean;
}

const modes: readonly TextMode[] = [
  { ordinal: false, ignoreCase: false },
  { ordinal: false, ignoreCase: true },
  { ordinal: false, ignoreCase: false },
  { ordinal: false, ignoreCase: true },
  { ordinal: true, ignoreCase: false },
  { ordinal: true, ignoreCase: true },
];

/** The mode of a StringComparison value. */
export function modeOf(comparison: EnumValue): TextMode {
  return modes[Number(comparison.value)] ?? { ordinal: false, ignoreCase: false };
}

export const cultureMode: TextMode = { ordinal: false, ignoreCase: false };
export const ordinalMode: TextMode = { ordinal: true, ignoreCase: false };

/** `String.Compare`; null sorts first. */
export function compareStrings(a: string | null, b: string | null, mode: TextMode): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  return mode.ordinal ? compareOrdinal(a, b, mode.ignoreCase) : compareText(a, b, mode.ignoreCase);
}

/** Difference of the first code units that differ, or of the lengths. */
export function compareOrdinal(a: string, b: string, ignoreCase = false): number {
  const [x, y] = ignoreCase ? [a.toUpperCase(), b.toUpperCase()] : [a, b];
  const length = Math.min(x.length, y.length);
  for (let i = 0; i < length; i++) {
    const d = x.charCodeAt(i) - y.charCodeAt(i);
    if (d !== 0) return d;
  }
  return x.length - y.length;
}

/** `String.Equals` with a comparison. */
export function equalStrings(a: string | null, b: string | null, mode: TextMode): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (!mode.ordinal) return equalText(a, b, mode.ignoreCase);
  return mode.ignoreCase && a.length === b.length && a.toUpperCase() === b.toUpperCase();
}

/** Letters made comparable for searching; positions stay. */
export function foldFor(text: string, mode: TextMode): string {
  if (!mode.ignoreCase) return text;
  const folded = text.toLowerCase();
  return folded.length === text.length
    ? folded
    : text.replace(/./gs, (c) => (c.toLowerCase().length === 1 ? c.toLowerCase() : c));
}

/** First position of `value` in `text` from `start` within `count` units, or -1. */
export function indexOfText(text: string, value: string, start: number, count: number, mode: TextMode): number {
  return foldFor(text, mode)
    .slice(0, start + count)
    .indexOf(foldFor(value, mode), start);
}

/** Last position of `value` that ends at or before `start`, going back at most `count` units, or -1. */
export function lastIndexOfText(text: string, value: string, start: number, count: number, mode: TextMode): number {
  if (text.length === 0) return value.length === 0 ? 0 : -1;
  const end = Math.min(start, text.length - 1);
  const from = end - count + 1;
  const at = foldFor(text, mode).lastIndexOf(foldFor(value, mode), end - value.length + 1);
  if (value.length === 0) return end + 1;
  return at >= from ? at : -1;
}
