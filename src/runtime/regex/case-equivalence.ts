import { CharSet } from './char-set.ts';

/** U+0130, which lower-cases to "i" in every culture but the invariant one. */
const DOTTED_I = 0x130;
const SMALL_I = 0x69;
const CAPITAL_I = 0x49;

let groups: Map<number, readonly number[]> | undefined;

/** Code units that share a lower-case form, for each that has company. */
function equivalents(): Map<number, readonly number[]> {
  if (groups !== undefined) return groups;
  const byLower = new Map<number, number[]>();
  for (let code = 0; code <= 0xffff; code++) {
    const lower = String.fromCharCode(code).toLowerCase();
    const key = lower.length === 1 ? lower.charCodeAt(0) : code;
    const group = byLower.get(key);
    if (group === undefined) byLower.set(key, [code]);
    else group.push(code);
  }
  groups = new Map();
  for (const group of byLower.values()) {
    if (group.length > 1) for (const code of group) groups.set(code, group);
  }
  return groups;
}

/** Everything that a character matches under RegexOptions.IgnoreCase, itself included. */
export function caseEquivalents(code: number, cultureInvariant: boolean): readonly number[] {
  if (code < 0x80) return asciiEquivalents(code, cultureInvariant);
  return equivalents().get(code) ?? [code];
}

function asciiEquivalents(code: number, cultureInvariant: boolean): readonly number[] {
  const upper = code & ~0x20;
  if (upper < 0x41 || upper > 0x5a || (code & 0x40) === 0) return [code];
  const lower = upper | 0x20;
  if (lower === SMALL_I && !cultureInvariant) return [CAPITAL_I, SMALL_I, DOTTED_I];
  // K has the Kelvin sign beside it.
  return lower === 0x6b ? [upper, lower, 0x212a] : [upper, lower];
}

/** A set with all case equivalents of its members. */
export function closeOverCase(set: CharSet, cultureInvariant: boolean): CharSet {
  const extra: number[] = [];
  const add = (code: number): void => {
    for (const other of caseEquivalents(code, cultureInvariant)) if (!set.has(other)) extra.push(other, other);
  };
  for (let i = 0; i < set.ranges.length; i += 2) {
    const from = set.ranges[i] ?? 0;
    const to = set.ranges[i + 1] ?? 0;
    for (let code = from; code <= Math.min(to, 0x7f); code++) add(code);
    if (to < 0x80) continue;
    for (const code of equivalents().keys()) if (code >= 0x80 && code >= from && code <= to) add(code);
  }
  return extra.length === 0 ? set : set.union(CharSet.of(...extra));
}

/** Whether two characters match each other under RegexOptions.IgnoreCase. */
export function equalIgnoringCase(a: number, b: number, cultureInvariant: boolean): boolean {
  return a === b || caseEquivalents(a, cultureInvariant).includes(b);
}
