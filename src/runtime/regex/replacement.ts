import type { MatchData } from './compiled-regex.ts';
import { isWordChar } from './pattern-reader.ts';

/** A replacement pattern that has been read. */
export type Replacement = readonly (string | number | { readonly piece: string })[];

/** What reading a replacement needs to know of the groups. */
interface Groups {
  readonly groupNumbers: readonly number[];
  readonly groupNames: readonly string[];
  readonly ecmaScript: boolean;
}

/**
 * Reads a replacement pattern: `$1`, `${1}`, `${name}`, `$$`, `$&`, `` $` ``, `$'`, `$+` and `$_`. What names no
 * group stays as it is.
 */
export function readReplacement(pattern: string, groups: Groups): Replacement {
  if (!pattern.includes('$')) return pattern === '' ? [] : [pattern];
  const parts: (string | number | { readonly piece: string })[] = [];
  let text = '';
  const add = (part: number | { readonly piece: string }): void => {
    if (text !== '') parts.push(text);
    text = '';
    parts.push(part);
  };
  for (let at = 0; at < pattern.length; ) {
    const char = pattern.charAt(at);
    if (char !== '$') {
      text += char;
      at += 1;
      continue;
    }
    const reference = groupReference(pattern, at + 1, groups);
    const next = pattern.charAt(at + 1);
    if (reference !== undefined) {
      add(reference.slot);
      at = reference.end;
    } else if (next === '$') {
      text += '$';
      at += 2;
    } else if (next !== '' && "&`'+_".includes(next)) {
      add(next === '&' ? 0 : { piece: next });
      at += 2;
    } else {
      text += '$';
      at += 1;
    }
  }
  if (text !== '') parts.push(text);
  return parts;
}

/** Puts a match into a replacement; `slots` is how many groups the pattern has. */
export function expandReplacement(replacement: Replacement, match: MatchData, slots: number): string {
  let result = '';
  for (const part of replacement) {
    if (typeof part === 'string') result += part;
    else if (typeof part === 'number') result += match.groupText(part) ?? '';
    else result += piece(part.piece, match, slots);
  }
  return result;
}

function piece(kind: string, match: MatchData, slots: number): string {
  switch (kind) {
    case '`':
      return match.text.slice(0, match.start);
    case "'":
      return match.text.slice(match.end);
    case '+':
      return match.groupText(slots - 1) ?? '';
    default:
      return match.text;
  }
}

function groupReference(
  pattern: string,
  start: number,
  groups: Groups,
): { readonly slot: number; readonly end: number } | undefined {
  const braced = pattern.charAt(start) === '{';
  let at = braced ? start + 1 : start;
  const digits = /^\d+/.exec(pattern.slice(at))?.[0] ?? '';
  if (digits !== '') {
    if (!braced && groups.ecmaScript) return ecmaReference(digits, at, groups);
    at += digits.length;
    if (braced && pattern.charAt(at) !== '}') return undefined;
    const slot = groups.groupNumbers.indexOf(Number(digits));
    return slot < 0 ? undefined : { slot, end: braced ? at + 1 : at };
  }
  if (!braced || !isWordChar(pattern.charAt(at))) return undefined;
  const nameStart = at;
  while (isWordChar(pattern.charAt(at))) at += 1;
  if (pattern.charAt(at) !== '}') return undefined;
  const slot = groups.groupNames.indexOf(pattern.slice(nameStart, at));
  return slot < 0 ? undefined : { slot, end: at + 1 };
}

/** ECMAScript takes the longest run of digits that names a group. */
function ecmaReference(
  digits: string,
  at: number,
  groups: Groups,
): { readonly slot: number; readonly end: number } | undefined {
  for (let length = digits.length; length > 0; length--) {
    const slot = groups.groupNumbers.indexOf(Number(digits.slice(0, length)));
    if (slot >= 0) return { slot, end: at + length };
  }
  return undefined;
}
