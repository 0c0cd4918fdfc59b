import { characterEscape, shorthandSet } from './pattern-escapes.ts';
import { type PatternParser, setNode } from './pattern-parser.ts';
import { isWordChar } from './pattern-reader.ts';
import { RegexOptions } from './regex-options.ts';
import type { AnchorKind, RegexNode } from './syntax.ts';

const ANCHORS: Readonly<Record<string, AnchorKind>> = {
  A: 'start',
  G: 'scanStart',
  Z: 'endOrNewline',
  z: 'end',
};

/** Reads what follows a backslash outside a set. */
export function readBackslash(parser: PatternParser): RegexNode {
  const { reader } = parser;
  if (reader.atEnd) reader.fail('UnescapedEndingBackslash');
  const char = reader.peek();
  const anchor = ANCHORS[char] ?? boundary(char, reader.has(RegexOptions.ECMAScript));
  if (anchor !== undefined) {
    reader.pos += 1;
    return { kind: 'anchor', anchor };
  }
  reader.pos += 1;
  const set = shorthandSet(reader, char);
  if (set !== undefined) return setNode(set);
  reader.pos -= 1;
  return readReference(parser) ?? parser.charNode(characterEscape(reader));
}

function boundary(char: string, ecmaScript: boolean): AnchorKind | undefined {
  if (char === 'b') return ecmaScript ? 'ecmaBoundary' : 'boundary';
  if (char === 'B') return ecmaScript ? 'notEcmaBoundary' : 'notBoundary';
  return undefined;
}

/** A backreference, or `undefined` with the reader where it was when this is a character escape. */
function readReference(parser: PatternParser): RegexNode | undefined {
  const { reader } = parser;
  const start = reader.pos;
  const char = reader.take();
  let close = '';
  if (char === 'k') {
    if (reader.pattern.length - reader.pos < 2)
      reader.fail('MalformedNamedReference', Math.min(reader.pos + (reader.atEnd ? -1 : 1), reader.pattern.length));
    close = closing(reader.take());
    if (close === '') reader.fail('MalformedNamedReference');
  } else if (char === '<' || char === "'") {
    close = closing(char);
  } else {
    reader.pos -= 1;
  }
  const reference = close === '' ? numbered(parser) : angled(parser, close);
  if (reference !== undefined) return reference;
  if (char === 'k') reader.fail('MalformedNamedReference');
  reader.pos = start;
  return undefined;
}

function closing(open: string): string {
  return open === '<' ? '>' : open === "'" ? "'" : '';
}

/** `\k<name>`, `\k<1>` and the same without the k. */
function angled(parser: PatternParser, close: string): RegexNode | undefined {
  const { reader, groups } = parser;
  const char = reader.peek();
  if (/[0-9]/.test(char)) {
    const number = reader.decimal();
    if (reader.peek() !== close) return undefined;
    reader.pos += 1;
    if (!groups.numbers.includes(number)) reader.fail('UndefinedNumberedReference');
    return reference(parser, number);
  }
  if (!isWordChar(char)) return undefined;
  const name = reader.name();
  if (reader.peek() !== close) return undefined;
  reader.pos += 1;
  return reference(parser, groups.numberOf.get(name) ?? reader.fail('UndefinedNamedReference'));
}

/** `\1` to `\9` must name a group; a longer number that names none is an octal escape. */
function numbered(parser: PatternParser): RegexNode | undefined {
  const { reader, groups } = parser;
  if (!/[1-9]/.test(reader.peek())) return undefined;
  if (reader.has(RegexOptions.ECMAScript)) return ecmaNumbered(parser);
  const number = reader.decimal();
  if (groups.numbers.includes(number)) return reference(parser, number);
  if (number <= 9) reader.fail('UndefinedNumberedReference');
  return undefined;
}

/** ECMAScript takes as many digits as still name a group. */
function ecmaNumbered(parser: PatternParser): RegexNode | undefined {
  const { reader, groups } = parser;
  const digits = /^[0-9]+/.exec(reader.pattern.slice(reader.pos))?.[0] ?? '';
  const highest = groups.numbers[groups.numbers.length - 1] ?? 0;
  for (let length = digits.length; length > 0; length--) {
    const number = Number(digits.slice(0, length));
    const position = groups.positions.get(number);
    if (number > highest || position === undefined || position >= reader.pos) continue;
    reader.pos += length;
    return reference(parser, number);
  }
  return undefined;
}

function reference(parser: PatternParser, number: number): RegexNode {
  return { kind: 'backreference', number, ignoreCase: parser.reader.has(RegexOptions.IgnoreCase) };
}
