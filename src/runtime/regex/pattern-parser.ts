import { NetException } from '../errors/net-exception.ts';
import { caseEquivalents } from './case-equivalence.ts';
import { CharSet } from './char-set.ts';
import { type GroupTable, scanGroups } from './group-scan.ts';
import { readBackslash } from './pattern-backslash.ts';
import { openGroup } from './pattern-groups.ts';
import { PatternReader } from './pattern-reader.ts';
import { readSet } from './pattern-set.ts';
import { RegexOptions } from './regex-options.ts';
import { EMPTY_NODE, type RegexNode, type RegexTree } from './syntax.ts';
import { notNewlineSet } from './unicode-sets.ts';

/** Groups nested deeper than this would run out of the host's stack somewhere. */
const MAX_DEPTH = 800;

/** Reads a .NET regular expression; a RegexParseFailure says where it is wrong. */
export function parsePattern(pattern: string, options: number): RegexTree {
  const groups = scanGroups(pattern, options);
  const parser = new PatternParser(pattern, options, groups);
  const root = parser.alternation();
  if (!parser.reader.atEnd) parser.reader.fail('InsufficientOpeningParentheses', parser.reader.pos + 1);
  return {
    root,
    rightToLeft: (options & RegexOptions.RightToLeft) !== 0,
    ecmaScript: (options & RegexOptions.ECMAScript) !== 0,
    cultureInvariant: (options & RegexOptions.CultureInvariant) !== 0,
    groupNumbers: groups.numbers,
    groupNames: groups.names,
  };
}

/** Recursive descent over a pattern; the constructs behind "(" and "\" have files of their own. */
export class PatternParser {
  readonly reader: PatternReader;
  readonly groups: GroupTable;
  /** Number of the next unnamed group. */
  nextGroup = 1;
  /** The next plain parenthesis is the condition of a conditional and captures nothing. */
  ignoreNextParenthesis = false;
  private depth = 0;

  constructor(pattern: string, options: number, groups: GroupTable) {
    this.reader = new PatternReader(pattern, options);
    this.groups = groups;
  }

  /** Branches up to a ")" or the end, neither of which is taken. */
  alternation(): RegexNode {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) {
      throw new NetException(
        'System.InsufficientExecutionStackException',
        `The groups of the regular expression are nested more than ${MAX_DEPTH} deep.`,
      );
    }
    const branches = this.branches();
    this.depth -= 1;
    return branches.length === 1 ? (branches[0] ?? EMPTY_NODE) : { kind: 'alternate', nodes: branches };
  }

  /** As {@link alternation}, but the branches apart. */
  branches(): readonly RegexNode[] {
    const branches = [this.sequence()];
    while (this.reader.peek() === '|') {
      this.reader.pos += 1;
      branches.push(this.sequence());
    }
    return branches;
  }

  private sequence(): RegexNode {
    const { reader } = this;
    const nodes: RegexNode[] = [];
    for (;;) {
      reader.skipBlank();
      const char = reader.peek();
      if (char === '' || char === '|' || char === ')') break;
      // A quantifier here follows nothing: whole units take theirs at once.
      if (this.atQuantifier()) reader.fail('QuantifierAfterNothing', reader.pos + 1);
      reader.pos += 1;
      const node = this.unit(char);
      if (node !== undefined) nodes.push(this.quantified(node));
    }
    if (nodes.length === 1) return nodes[0] ?? EMPTY_NODE;
    return nodes.length === 0 ? EMPTY_NODE : { kind: 'concat', nodes };
  }

  /** One unit that starts with `char`, already taken; `undefined` for inline options. */
  private unit(char: string): RegexNode | undefined {
    const { reader } = this;
    switch (char) {
      case '(':
        return openGroup(this);
      case '[':
        return setNode(readSet(reader));
      case '\\':
        return readBackslash(this);
      case '^':
        return { kind: 'anchor', anchor: reader.has(RegexOptions.Multiline) ? 'lineStart' : 'start' };
      case '$':
        return { kind: 'anchor', anchor: reader.has(RegexOptions.Multiline) ? 'lineEnd' : 'endOrNewline' };
      case '.':
        return { kind: 'set', set: reader.has(RegexOptions.Singleline) ? CharSet.all : notNewlineSet() };
      default:
        return this.charNode(char.charCodeAt(0));
    }
  }

  /** A literal under the options that hold here. */
  charNode(code: number): RegexNode {
    if (!this.reader.has(RegexOptions.IgnoreCase)) return { kind: 'char', code };
    const equivalents = caseEquivalents(code, this.reader.has(RegexOptions.CultureInvariant));
    if (equivalents.length === 1) return { kind: 'char', code };
    return { kind: 'set', set: CharSet.of(...equivalents.flatMap((other) => [other, other])) };
  }

  /** Whether a quantifier stands here; a "{" is one only with digits and braces behind it. */
  private atQuantifier(): boolean {
    const char = this.reader.peek();
    if (char === '*' || char === '+' || char === '?') return true;
    return char === '{' && /^\{\d+(?:,\d*)?\}/.test(this.reader.pattern.slice(this.reader.pos, this.reader.pos + 32));
  }

  private quantified(node: RegexNode): RegexNode {
    const { reader } = this;
    reader.skipBlank();
    if (!this.atQuantifier()) return node;
    const [min, max] = this.quantifier();
    reader.skipBlank();
    const lazy = reader.peek() === '?';
    if (lazy) reader.pos += 1;
    if (min > max) reader.fail('ReversedQuantifierRange');
    reader.skipBlank();
    if (this.atQuantifier()) reader.fail('NestedQuantifiersNotParenthesized', reader.pos + 1);
    return min === 1 && max === 1 ? node : { kind: 'loop', node, min, max, lazy };
  }

  private quantifier(): readonly [number, number] {
    const { reader } = this;
    switch (reader.take()) {
      case '*':
        return [0, Number.POSITIVE_INFINITY];
      case '+':
        return [1, Number.POSITIVE_INFINITY];
      case '?':
        return [0, 1];
      default: {
        const min = reader.decimal();
        let max = min;
        if (reader.peek() === ',') {
          reader.pos += 1;
          max = reader.peek() === '}' ? Number.POSITIVE_INFINITY : reader.decimal();
        }
        reader.pos += 1;
        return [min, max];
      }
    }
  }
}

/** A set, or the single character that it has. */
export function setNode(set: CharSet): RegexNode {
  return set.single === undefined ? { kind: 'set', set } : { kind: 'char', code: set.single };
}
