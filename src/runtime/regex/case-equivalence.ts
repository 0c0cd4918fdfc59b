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
  for (let start = 0; start <= 0xffff; start += stretch) {
    const units = String.fromCharCode(...Array.from({ length: stretch }, (_, i) => start + i));
    // Most stretches know no case.
    if (units.toLowerCase() === units) continue;
    for (let code = start; code < start + stretch; code++) {
      const lower = String.fromCharCode(code).toLowerCase();
      if (lower.length !== 1 || lower.charCodeAt(0) === code) continue;
      const group = byLower.get(lower.charCodeAt(0));
      if (group === undefined) byLower.set(lower.charCodeAt(0), [code]);
      else group.push(code);
    }
  }
  groups = new Map();
  for (const [lower, others] of byLower) {
    const group = [...others, lower].sort((a, b) => a - b);
    for (const code of group) groups.set(code, group);
  }
  return groups;
}

const stretch = 0x100;

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
  for (let code = 0; code < 0x80; code++) if (set.has(code)) add(code);
  const last = set.ranges.at(-1) ?? 0;
  if (last >= 0x80) for (const code of equivalents().keys()) if (code >= 0x80 && set.has(code)) add(code);
  return extra.length === 0 ? set : set.union(CharSet.of(...extra));
}

/** Whether two characters match each other under RegexOptions.IgnoreCase. */
export function equalIgnoringCase(a: number, b: number, cultureInvariant: boolean): boolean {
  return a === b || caseEquivalents(a, cultureInvariant).includes(b);
}
