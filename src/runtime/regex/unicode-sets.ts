import { CharSet } from './char-set.ts';
import { UNICODE_BLOCKS } from './unicode-blocks.ts';

const CATEGORIES = new Set(
  'L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po S Sm Sc Sk So Z Zs Zl Zp C Cc Cf Cs Co Cn'.split(' '),
);

const cache = new Map<string, CharSet>();

function cached(name: string, make: () => CharSet): CharSet {
  let set = cache.get(name);
  if (set === undefined) {
    set = make();
    cache.set(name, set);
  }
  return set;
}

function ofProperty(name: string, source: string): CharSet {
  return cached(name, () => {
    const ranges: number[] = [];
    const surrogate = new RegExp(source, 'u').test('\ud800');
    if (surrogate) ranges.push(0xd800, 0xdfff);
    // One pass of the host's own matcher over all other code units finds the stretches.
    for (const [from, to] of beside) {
      const units = String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
      for (const { 0: run, index } of units.matchAll(new RegExp(`(?:${source})+`, 'gu')))
        ranges.push(from + index, from + index + run.length - 1);
    }
    return CharSet.of(...ranges);
  });
}

/** The code units that are no surrogates, in stretches short enough for the arguments of one call. */
const beside: readonly (readonly [number, number])[] = [
  ...Array.from({ length: 27 }, (_, i) => [i * 0x800, i * 0x800 + 0x7ff] as const),
  ...Array.from({ length: 4 }, (_, i) => [0xe000 + i * 0x800, 0xe000 + i * 0x800 + 0x7ff] as const),
];

/** `\p{name}`: a general category or an "Is…" block; `undefined` when .NET knows no such name. */
export function propertySet(name: string): CharSet | undefined {
  if (CATEGORIES.has(name)) return ofProperty(name, `\\p{${name}}`);
  const block = UNICODE_BLOCKS[name];
  return block === undefined ? undefined : cached(name, () => CharSet.of(...block));
}

/** `\w`: letters, non-spacing marks, decimal digits and connectors. */
export const wordSet = (): CharSet => ofProperty('word', '[\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}]');
/** What `\b` takes for a word: `\w` and the zero-width joiners. */
export const boundarySet = (): CharSet => cached('boundary', () => wordSet().union(CharSet.of(0x200c, 0x200d)));
/** `\d`. */
export const digitSet = (): CharSet => ofProperty('digit', '\\p{Nd}');
/** `\s`. */
export const spaceSet = (): CharSet => ofProperty('space', '[\\p{Z}\\t-\\r\\x85]');
/** `\w` with RegexOptions.ECMAScript (.NET counts U+0130 as a word character there). */
export const ecmaWordSet = (): CharSet => CharSet.of(0x30, 0x39, 0x41, 0x5a, 0x5f, 0x5f, 0x61, 0x7a, 0x130, 0x130);
/** `\d` with RegexOptions.ECMAScript. */
export const ecmaDigitSet = (): CharSet => CharSet.of(0x30, 0x39);
/** `\s` with RegexOptions.ECMAScript. */
export const ecmaSpaceSet = (): CharSet => CharSet.of(0x09, 0x0d, 0x20, 0x20);
/** `.` without RegexOptions.Singleline. */
export const notNewlineSet = (): CharSet => cached('notNewline', () => CharSet.of(0x0a, 0x0a).complement());
