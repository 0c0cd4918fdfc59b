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
}

/**
 * Numbers the groups as .NET does: unnamed ones from 1 in order of their parentheses, numbered ones as they say,
 * then the named ones with the numbers that are still free.
 */
export function scanGroups(pattern: string, options: number): GroupTable {
  const found = new Set([0]);
  const named: string[] = [];
  collect(new PatternReader(pattern, options), found, named);
  const numberOf = new Map<string, number>();
  let next = 1;
  for (const name of named) {
    while (found.has(next)) next += 1;
    found.add(next);
    numberOf.set(name, next);
  }
  const numbers = [...found].sort((a, b) => a - b);
  const nameOf = new Map([...numberOf].map(([name, number]) => [number, name]));
  const names = numbers.map((number) => nameOf.get(number) ?? String(number));
  for (const [index, name] of names.entries()) numberOf.set(name, numbers[index] ?? 0);
  return { numbers, names, numberOf };
}

function collect(reader: PatternReader, found: Set<number>, named: string[]): void {
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
        if (!reader.has(RegexOptions.ExplicitCapture) && !ignoreNext) found.add(auto++);
        ignoreNext = false;
      }
    }
  }
}

/** Behind `(?`; whether the next parenthesis is the condition of a conditional. */
function scanConstruct(reader: PatternReader, found: Set<number>, named: string[], saved: number[]): boolean {
  const char = reader.peek();
  if (char === '<' || char === "'") {
    reader.pos += 1;
    const first = reader.peek();
    if (first === '0' || !isWordChar(first)) return false;
    if (/[1-9]/.test(first)) {
      found.add(reader.decimal());
      return false;
    }
    const name = reader.name();
    if (!named.includes(name)) named.push(name);
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
