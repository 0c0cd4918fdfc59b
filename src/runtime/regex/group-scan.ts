import { isWordChar, PatternReader } from './pattern-reader.ts';
import { readSet } from './pattern-set.ts';
import { RegexOptions } from './regex-options.ts';

/** What a first pass over a pattern finds out about its groups. */
export interface GroupTable {
  /** Ascending, from 0. */
  readonly numbers: readonly number[];
  /** By name, also those of unnamed groups ("1"). */
  readonly numberOf: ReadonlyMap<string, number>;
  readonly names: readonly string[];
  /** Where the numbers were first met in the pattern; ECMAScript has no references forward. */
  readonly positions: ReadonlyMap<number, number>;
}

/**
 * Numbers the groups as .NET does: unnamed ones from 1 in order of their parentheses, numbered ones as they say,
 * then the named ones with the numbers that are still free.
 */
export function scanGroups(pattern: string, options: number): GroupTable {
  const found = new Map([[0, 0]]);
  const named = new Map<string, number>();
  collect(new PatternReader(pattern, options), found, named);
  const numberOf = new Map<string, number>();
  let next = 1;
  for (const [name, position] of named) {
    while (found.has(next)) next += 1;
    found.set(next, position);
    numberOf.set(name, next);
  }
  const numbers = [...found.keys()].sort((a, b) => a - b);
  const nameOf = new Map([...numberOf].map(([name, number]) => [number, name]));
  const names = numbers.map((number) => nameOf.get(number) ?? String(number));
  for (const [index, name] of names.entries()) numberOf.set(name, numbers[index] ?? 0);
  return { numbers, names, numberOf, positions: found };
}

function collect(reader: PatternReader, found: Map<number, number>, named: Map<string, number>): void {
  const saved: number[] = [];
  let auto = 1;
  let ignoreNext = false;
  while (!reader.atEnd) {
    const char = reader.take();
    if (char === '\\') {
      // The letter of a control character could look like syntax.
      reader.pos += reader.peek() === 'c' ? 2 : 1;
    } else if (char === '#' && reader.has(RegexOptions.IgnorePatternWhitespace)) {
      reader.pos -= 1;
      reader.skipBlank();
    } else if (char === '[') {
      readSet(reader);
    } else if (char === ')') {
      reader.options = saved.pop() ?? reader.options;
    } else if (char === '(') {
      if (reader.peek() === '?' && reader.peek(1) === '#') {
        reader.pos -= 1;
        reader.skipBlank();
        continue;
      }
      saved.push(reader.options);
      if (reader.peek() === '?') {
        reader.pos += 1;
        ignoreNext = scanConstruct(reader, found, named, saved);
      } else {
        if (!reader.has(RegexOptions.ExplicitCapture) && !ignoreNext) {
          if (!found.has(auto)) found.set(auto, reader.pos);
          auto += 1;
        }
        ignoreNext = false;
      }
    }
  }
}

/** Behind `(?`; whether the next parenthesis is the condition of a conditional. */
function scanConstruct(
  reader: PatternReader,
  found: Map<number, number>,
  named: Map<string, number>,
  saved: number[],
): boolean {
  const char = reader.peek();
  if (char === '<' || char === "'") {
    reader.pos += 1;
    const first = reader.peek();
    if (first === '0' || !isWordChar(first)) return false;
    if (/[1-9]/.test(first)) {
      const { pos } = reader;
      const number = reader.decimal();
      if (!found.has(number)) found.set(number, pos);
      return false;
    }
    const { pos } = reader;
    const name = reader.name();
    if (!named.has(name)) named.set(name, pos);
    return false;
  }
  reader.takeOptions();
  if (reader.peek() === ')') {
    reader.pos += 1;
    saved.pop();
    return false;
  }
  return reader.peek() === '(';
}
