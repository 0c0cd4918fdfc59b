/** One step of a pattern: a literal unit, any one unit, any run, or one of a set. */
type Part = number | 'one' | 'run' | CharSet;

interface CharSet {
  /** Inclusive ranges of UTF-16 units. */
  readonly ranges: readonly (readonly [number, number])[];
}

const star = 42;
const mark = 63;
const open = 91;
const close = 93;
const tick = 96;
const dash = 45;

/** Reads `[...]`; undefined when it is never closed, which makes the pattern invalid. */
function readSet(pattern: string, start: number): { readonly set: CharSet; readonly end: number } | undefined {
  const units: { readonly code: number; readonly plain: boolean }[] = [];
  let i = start + 1;
  for (; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i);
    if (code === close && units.length > 0) break;
    if (code === tick && i + 1 < pattern.length) units.push({ code: pattern.charCodeAt(++i), plain: true });
    else units.push({ code, plain: false });
  }
  if (i >= pattern.length) return undefined;
  const ranges: [number, number][] = [];
  for (let k = 0; k < units.length; k++) {
    const first = units[k];
    const middle = units[k + 1];
    const last = units[k + 2];
    if (!first) break;
    if (middle?.code === dash && !middle.plain && last) {
      if (last.code < first.code) return undefined;
      ranges.push([first.code, last.code]);
      k += 2;
    } else ranges.push([first.code, first.code]);
  }
  return { set: { ranges }, end: i };
}

function compile(pattern: string): Part[] | undefined {
  const parts: Part[] = [];
  // A backtick with nothing behind it is literal, except where it is all there is.
  if (pattern === '`') return parts;
  for (let i = 0; i < pattern.length; i++) {
    const code = pattern.charCodeAt(i);
    if (code === star) {
      if (parts.at(-1) !== 'run') parts.push('run');
    } else if (code === mark) parts.push('one');
    else if (code === open) {
      const found = readSet(pattern, i);
      if (!found) return undefined;
      parts.push(found.set);
      i = found.end;
    } else if (code === tick && i + 1 < pattern.length) parts.push(pattern.charCodeAt(++i));
    else parts.push(code);
  }
  return parts;
}

const lower = (code: number): number =>
  code < 128 ? (code >= 65 && code <= 90 ? code + 32 : code) : String.fromCharCode(code).toLowerCase().charCodeAt(0);

/** Thrown for a pattern with an open `[` or a range that runs backwards: PowerShell's WildcardPatternException. */
export class WildcardFailure {
  readonly pattern: string;
  constructor(pattern: string) {
    this.pattern = pattern;
  }
}

/**
 * A wildcard of PowerShell (about_Wildcards): `*`, `?`, `[a-z]`, and a backtick before what is meant literally. There is
 * no negation in sets. Matching takes time proportional to pattern and text, whatever they are.
 */
export class WildcardPattern {
  readonly pattern: string;
  readonly ignoreCase: boolean;
  readonly #parts: readonly Part[];

  constructor(pattern: string, ignoreCase = false) {
    this.pattern = pattern;
    this.ignoreCase = ignoreCase;
    const parts = compile(pattern);
    if (!parts) throw new WildcardFailure(pattern);
    this.#parts = ignoreCase ? parts.map((part) => (typeof part === 'number' ? lower(part) : part)) : parts;
  }

  /** Whether the whole text fits. */
  isMatch(text: string): boolean {
    const parts = this.#parts;
    let at = 0;
    let part = 0;
    let retryPart = -1;
    let retryAt = 0;
    while (at < text.length) {
      const step = parts[part];
      if (step === 'run') {
        retryPart = ++part;
        retryAt = at;
      } else if (step !== undefined && this.#fits(step, text.charCodeAt(at))) {
        part++;
        at++;
      } else if (retryPart >= 0) {
        part = retryPart;
        at = ++retryAt;
      } else return false;
    }
    while (parts[part] === 'run') part++;
    return part === parts.length;
  }

  #fits(step: Exclude<Part, 'run'>, code: number): boolean {
    if (typeof step === 'number') return step === code || (this.ignoreCase && step === lower(code));
    if (step === 'one') return true;
    if (inRanges(step, code)) return true;
    if (!this.ignoreCase) return false;
    const text = String.fromCharCode(code);
    return inRanges(step, text.toLowerCase().charCodeAt(0)) || inRanges(step, text.toUpperCase().charCodeAt(0));
  }
}

function inRanges(set: CharSet, code: number): boolean {
  for (const [from, to] of set.ranges) if (code >= from && code <= to) return true;
  return false;
}

const cache = new Map<string, WildcardPattern>();
const cacheWithoutCase = new Map<string, WildcardPattern>();

/** A shared pattern; the last few hundred are kept. */
export function wildcardOf(pattern: string, ignoreCase: boolean): WildcardPattern {
  const known = ignoreCase ? cacheWithoutCase : cache;
  let found = known.get(pattern);
  if (found === undefined) {
    found = new WildcardPattern(pattern, ignoreCase);
    if (known.size >= 500) known.clear();
    known.set(pattern, found);
  }
  return found;
}

/** Whether a text has a wildcard character that no backtick takes away. */
export function containsWildcard(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === tick) i++;
    else if (code === star || code === mark || code === open || code === close) return true;
  }
  return false;
}

/** The pattern that only the text itself fits (WildcardPattern.Escape). */
export function escapeWildcard(text: string): string {
  return text.replace(/[*?[\]`]/g, '`$&');
}

/** Takes the backticks of escaped wildcard characters away (WildcardPattern.Unescape). */
export function unescapeWildcard(text: string): string {
  return text.replace(/`([*?[\]`])/g, '$1');
}
