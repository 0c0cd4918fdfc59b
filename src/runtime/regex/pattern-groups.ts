import type { PatternParser } from './pattern-parser.ts';
import { isWordChar, type PatternReader } from './pattern-reader.ts';
import { RegexOptions } from './regex-options.ts';
import { EMPTY_NODE, type RegexNode } from './syntax.ts';

/** Reads a group whose "(" is taken; `undefined` for `(?imnsx)`, which changes the options up to the group's end. */
export function openGroup(parser: PatternParser): RegexNode | undefined {
  const { reader } = parser;
  const outer = reader.options;
  const ignored = parser.ignoreNextParenthesis;
  parser.ignoreNextParenthesis = false;
  if (reader.peek() !== '?' || reader.peek(1) === ')') {
    if (reader.has(RegexOptions.ExplicitCapture) || ignored) return close(parser, outer, (node) => node);
    const number = parser.nextGroup++;
    return close(parser, outer, (node) => ({ kind: 'capture', number, uncapture: -1, node }));
  }
  reader.pos += 1;
  const char = reader.take();
  switch (char) {
    case ':':
      return close(parser, outer, (node) => node);
    case '=':
    case '!':
      return close(parser, outer, (node) => ({ kind: 'look', behind: false, negative: char === '!', node }));
    case '>':
      return close(parser, outer, (node) => ({ kind: 'atomic', node }));
    case '<':
    case "'":
      return named(parser, outer, char);
    case '(':
      return conditional(parser, outer);
    case '':
      return reader.fail('InvalidGroupingConstruct');
    default:
      reader.pos -= 1;
      return withOptions(parser, outer);
  }
}

/** Reads the inside and the ")" and gives the options back. */
function close(parser: PatternParser, outer: number, make: (node: RegexNode) => RegexNode): RegexNode {
  const node = parser.alternation();
  takeClosing(parser);
  parser.reader.options = outer;
  return make(node);
}

function takeClosing(parser: PatternParser): void {
  if (parser.reader.atEnd) parser.reader.fail('InsufficientClosingParentheses');
  parser.reader.pos += 1;
}

function withOptions(parser: PatternParser, outer: number): RegexNode | undefined {
  const { reader } = parser;
  reader.takeOptions();
  switch (reader.take()) {
    case ')':
      return undefined;
    case ':':
      return close(parser, outer, (node) => node);
    default:
      return reader.fail('InvalidGroupingConstruct');
  }
}

/** `(?<name>`, `(?<1>`, `(?<name-other>`, `(?<-other>`, `(?<=`, `(?<!`. */
function named(parser: PatternParser, outer: number, open: string): RegexNode {
  const { reader } = parser;
  if (reader.atEnd) reader.fail('InvalidGroupingConstruct');
  const closing = open === '<' ? '>' : "'";
  const sign = reader.peek();
  if (open === '<' && (sign === '=' || sign === '!')) {
    reader.pos += 1;
    return close(parser, outer, (node) => ({ kind: 'look', behind: true, negative: sign === '!', node }));
  }
  const number = sign === '-' ? -1 : groupName(parser, closing);
  let uncapture = -1;
  if (reader.peek() === '-' && reader.peek(1) !== '') {
    reader.pos += 1;
    uncapture = balancedGroup(parser, closing);
  }
  if ((number < 0 && uncapture < 0) || reader.take() !== closing) reader.fail('InvalidGroupingConstruct');
  return close(parser, outer, (node) => ({ kind: 'capture', number, uncapture, node }));
}

/** The name or number of the group being opened. */
function groupName(parser: PatternParser, closing: string): number {
  const { reader, groups } = parser;
  const first = reader.peek();
  let number: number | undefined;
  if (/[0-9]/.test(first)) {
    number = reader.decimal();
    if (number === 0) reader.fail('CaptureGroupOfZero');
  } else if (isWordChar(first)) {
    number = groups.numberOf.get(reader.name());
  } else {
    reader.fail('CaptureGroupNameInvalid');
  }
  const next = reader.peek();
  if (next !== '' && next !== closing && next !== '-') reader.fail('CaptureGroupNameInvalid');
  return number ?? reader.fail('CaptureGroupNameInvalid');
}

/** The group that a balancing group takes a capture from. */
function balancedGroup(parser: PatternParser, closing: string): number {
  const { reader, groups } = parser;
  const first = reader.peek();
  if (first === '') reader.fail('InvalidGroupingConstruct');
  let number: number | undefined;
  if (/[0-9]/.test(first)) {
    number = reader.decimal();
    if (!groups.numbers.includes(number)) reader.fail('UndefinedNumberedReference');
  } else if (isWordChar(first)) {
    number = groups.numberOf.get(reader.name()) ?? reader.fail('UndefinedNamedReference');
  } else {
    reader.fail('CaptureGroupNameInvalid');
  }
  const next = reader.peek();
  if (next !== '' && next !== closing) reader.fail('CaptureGroupNameInvalid');
  return number ?? -1;
}

/** `(?(1)yes|no)`, `(?(name)yes|no)` and `(?(expression)yes|no)`; the second "(" is taken. */
function conditional(parser: PatternParser, outer: number): RegexNode {
  const { reader } = parser;
  const start = reader.pos;
  const number = conditionGroup(parser, start);
  if (number !== undefined) {
    const [yes, no] = twoBranches(parser);
    reader.options = outer;
    return { kind: 'ifGroup', number, yes, no };
  }
  reader.pos = start;
  if (reader.peek() === '?') refuseCondition(reader);
  // The condition is a group of its own: a plain one captures nothing.
  reader.pos = start;
  parser.ignoreNextParenthesis = true;
  const condition = openGroup(parser) ?? EMPTY_NODE;
  const [yes, no] = twoBranches(parser);
  reader.options = outer;
  return { kind: 'ifLook', condition, yes, no };
}

function conditionGroup(parser: PatternParser, start: number): number | undefined {
  const { reader, groups } = parser;
  const first = reader.peek();
  if (/[0-9]/.test(first)) {
    const number = reader.decimal();
    if (reader.take() !== ')') {
      return reader.fail('AlternationHasMalformedReference', Math.min(reader.pos, reader.pattern.length));
    }
    if (!groups.numbers.includes(number)) reader.fail('AlternationHasUndefinedReference');
    return number;
  }
  if (!isWordChar(first)) return undefined;
  const number = groups.numberOf.get(reader.name());
  if (number !== undefined && reader.take() === ')') return number;
  reader.pos = start;
  return undefined;
}

function refuseCondition(reader: PatternReader): void {
  if (reader.peek(1) === '#') reader.fail('AlternationHasComment', reader.pos - 1);
  if (reader.peek(1) === "'") reader.fail('AlternationHasNamedCapture', reader.pos - 1);
  if (reader.peek(1) === '<' && reader.peek(2) !== '=' && reader.peek(2) !== '!') {
    reader.fail('AlternationHasNamedCapture', reader.pos - 1);
  }
}

function twoBranches(parser: PatternParser): readonly [RegexNode, RegexNode] {
  const [yes = EMPTY_NODE, no = EMPTY_NODE, ...more] = parser.branches();
  takeClosing(parser);
  if (more.length > 0) parser.reader.fail('AlternationHasTooManyConditions');
  return [yes, no];
}
