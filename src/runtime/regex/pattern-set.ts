import { closeOverCase } from './case-equivalence.ts';
import { CharSet } from './char-set.ts';
import { characterEscape, shorthandSet } from './pattern-escapes.ts';
import type { PatternReader } from './pattern-reader.ts';
import { RegexOptions } from './regex-options.ts';

/** What stands at one place in a set. */
type Item = { readonly code: number; readonly escaped: boolean } | { readonly set: CharSet };

/**
 * Reads a bracketed set; the reader stands behind the `[`. A `]` at the first place is a literal; `-[…]` at the end
 * is subtracted, after case has been closed over.
 */
export function readSet(reader: PatternReader): CharSet {
  const negated = reader.peek() === '^';
  if (negated) reader.pos += 1;
  let set = CharSet.empty;
  const ranges: number[] = [];
  let subtracted: CharSet | undefined;
  for (let first = true; ; first = false) {
    if (reader.atEnd) reader.fail('UnterminatedBracket');
    const char = reader.take();
    if (char === ']' && !first) break;
    if (char === '-' && !first && reader.peek() === '[') {
      subtracted = readSubtraction(reader);
      break;
    }
    const item = readItem(reader, char);
    if ('set' in item) {
      set = set.union(item.set);
      continue;
    }
    if (reader.peek() !== '-' || reader.peek(1) === ']' || reader.peek(1) === '') {
      ranges.push(item.code, item.code);
      continue;
    }
    reader.pos += 1;
    if (reader.peek() === '[') {
      ranges.push(item.code, item.code);
      reader.pos += 1;
      subtracted = finishSubtraction(reader);
      break;
    }
    const end = readItem(reader, reader.take());
    if ('set' in end) return reader.fail('ShorthandClassInCharacterRange');
    if (end.code < item.code) reader.fail('ReversedCharacterRange');
    ranges.push(item.code, end.code);
  }
  set = set.union(CharSet.of(...ranges));
  if (reader.has(RegexOptions.IgnoreCase)) set = closeOverCase(set, reader.has(RegexOptions.CultureInvariant));
  if (negated) set = set.complement();
  return subtracted === undefined ? set : set.difference(subtracted);
}

function readSubtraction(reader: PatternReader): CharSet {
  reader.pos += 1;
  return finishSubtraction(reader);
}

/** Reads the inner set and the `]` that must follow it. */
function finishSubtraction(reader: PatternReader): CharSet {
  const inner = readSet(reader);
  if (reader.atEnd) reader.fail('UnterminatedBracket');
  if (reader.peek() !== ']') reader.fail('ExclusionGroupNotLast');
  reader.pos += 1;
  return inner;
}

function readItem(reader: PatternReader, char: string): Item {
  if (char === '[' && reader.peek() === ':' && reader.peek(1) === ':' && reader.peek(2) === ']') {
    reader.pos += 3;
    return { code: 0x5b, escaped: false };
  }
  if (char !== '\\') return { code: char.charCodeAt(0), escaped: false };
  if (reader.atEnd) reader.fail('UnterminatedBracket');
  const letter = reader.peek();
  reader.pos += 1;
  const set = shorthandSet(reader, letter);
  if (set !== undefined) return { set };
  reader.pos -= 1;
  return { code: characterEscape(reader), escaped: true };
}
