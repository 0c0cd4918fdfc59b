import { classSource, escapeCode } from './javascript-class.ts';
import { isNullable } from './node-analysis.ts';
import type { AnchorKind, RegexNode, RegexTree } from './syntax.ts';
import { boundarySet, ecmaWordSet } from './unicode-sets.ts';

/** A pattern as a JavaScript regular expression that matches exactly the same. */
export interface JavaScriptForm {
  readonly source: string;
  /** It may only match where the search starts (a leading \G). */
  readonly sticky: boolean;
  /** For each JavaScript group from 1 the .NET slot, or -1 for a group of our own. */
  readonly slots: readonly number[];
  /** Slots whose group can capture more than once in a match. */
  readonly repeated: ReadonlySet<number>;
}

class NotExact {}

/**
 * Translates a pattern, or gives `undefined` where JavaScript would behave otherwise: groups that keep a capture
 * from an earlier round of a loop, loops over what can be empty, references to groups that may not have matched,
 * balancing groups, conditionals, reading right to left. `ascii` gives a shorter form for texts of ASCII only.
 */
export function toJavaScript(tree: RegexTree, ascii: boolean): JavaScriptForm | undefined {
  if (tree.rightToLeft) return undefined;
  const writer = new Writer(tree, ascii);
  try {
    const [sticky, root] = withoutScanStart(tree.root);
    const source = writer.write(root);
    return { source, sticky, slots: writer.slots, repeated: writer.repeated };
  } catch (error) {
    if (error instanceof NotExact) return undefined;
    throw error;
  }
}

function withoutScanStart(root: RegexNode): readonly [boolean, RegexNode] {
  const isStart = (node: RegexNode | undefined): boolean => node?.kind === 'anchor' && node.anchor === 'scanStart';
  if (isStart(root)) return [true, { kind: 'empty' }];
  if (root.kind === 'concat' && isStart(root.nodes[0])) return [true, { kind: 'concat', nodes: root.nodes.slice(1) }];
  return [false, root];
}

const ANCHOR_SOURCE: Readonly<Partial<Record<AnchorKind, string>>> = {
  start: '^',
  end: '$',
  endOrNewline: '(?=\\n?$)',
  lineStart: '(?<![^\\n])',
  lineEnd: '(?![^\\n])',
};

class Writer {
  readonly slots: number[] = [];
  readonly repeated = new Set<number>();
  private readonly tree: RegexTree;
  private readonly ascii: boolean;
  private readonly slotOf: ReadonlyMap<number, number>;
  /** Slots that have surely captured when the present place is reached, to their JavaScript group. */
  private definite = new Map<number, number>();
  private readonly written = new Set<number>();
  private behind = false;
  private loops = 0;

  constructor(tree: RegexTree, ascii: boolean) {
    this.tree = tree;
    this.ascii = ascii;
    this.slotOf = new Map(tree.groupNumbers.map((number, slot) => [number, slot]));
  }

  write(node: RegexNode): string {
    switch (node.kind) {
      case 'empty':
        return '(?:)';
      case 'char':
        return escapeCode(node.code);
      case 'set':
        return classSource(node.set, this.ascii);
      case 'concat':
        return this.concat(node.nodes);
      case 'alternate':
        return this.alternate(node.nodes);
      case 'loop':
        return this.loop(node);
      case 'capture':
        return this.capture(node);
      case 'look':
        return this.look(node);
      case 'atomic':
        return this.atomic(node.node);
      case 'backreference':
        return this.backreference(node.number, node.ignoreCase);
      case 'anchor':
        return this.anchor(node.anchor);
      default:
        throw new NotExact();
    }
  }

  private concat(nodes: readonly RegexNode[]): string {
    if (!this.behind) return nodes.map((node) => this.write(node)).join('');
    // Read right to left: what is definite is found out in that order, but groups are numbered from the left.
    if (nodes.some(hasReference)) throw new NotExact();
    return nodes.map((node) => this.write(node)).join('');
  }

  private alternate(nodes: readonly RegexNode[]): string {
    const before = this.definite;
    let after: Map<number, number> | undefined;
    const sources: string[] = [];
    for (const node of nodes) {
      this.definite = new Map(before);
      sources.push(node.kind === 'empty' ? '' : this.write(node));
      const definite = this.definite;
      after = after === undefined ? definite : new Map([...after].filter(([slot]) => definite.has(slot)));
    }
    this.definite = after ?? before;
    return `(?:${sources.join('|')})`;
  }

  private loop(node: Extract<RegexNode, { kind: 'loop' }>): string {
    const { min, max, lazy } = node;
    if (isNullable(node.node) && max > 0) throw new NotExact();
    const inside = capturesIn(node.node);
    if (max > 1 && inside.size > 0) {
      // JavaScript forgets captures at the start of each round; that shows unless every round makes them all.
      const sure = sureCaptures(node.node);
      for (const number of inside) if (!sure.has(number)) throw new NotExact();
    }
    const before = new Map(this.definite);
    if (max > 1) this.loops += 1;
    const body = this.write(node.node);
    if (max > 1) this.loops -= 1;
    if (min === 0) this.definite = before;
    const atom = isAtom(node.node) ? body : `(?:${body})`;
    return atom + quantifier(min, max) + (lazy ? '?' : '');
  }

  private capture(node: Extract<RegexNode, { kind: 'capture' }>): string {
    const slot = this.slotOf.get(node.number) ?? -1;
    // Two groups of one number: which of them captured last cannot be told.
    if (node.uncapture >= 0 || slot < 0 || this.written.has(slot)) throw new NotExact();
    this.written.add(slot);
    const index = this.slots.push(slot);
    if (this.loops > 0) this.repeated.add(slot);
    const body = this.write(node.node);
    this.definite.set(slot, index);
    return `(${node.node.kind === 'empty' ? '' : body})`;
  }

  private look(node: Extract<RegexNode, { kind: 'look' }>): string {
    const before = new Map(this.definite);
    const outer = this.behind;
    if (outer !== node.behind && hasReference(node.node)) throw new NotExact();
    this.behind = node.behind;
    const body = this.write(node.node);
    this.behind = outer;
    if (node.negative) this.definite = before;
    return `(?${node.behind ? '<' : ''}${node.negative ? '!' : '='}${body})`;
  }

  /** A look-ahead gives nothing back; what it matched is then taken by a reference. */
  private atomic(node: RegexNode): string {
    if (this.behind) throw new NotExact();
    const index = this.slots.push(-1);
    const body = this.write(node);
    return `(?:(?=(${body}))\\${index})`;
  }

  private backreference(number: number, ignoreCase: boolean): string {
    const index = this.definite.get(this.slotOf.get(number) ?? -1);
    if (index === undefined || ignoreCase || this.behind || this.tree.ecmaScript) throw new NotExact();
    return `(?:\\${index})`;
  }

  private anchor(anchor: AnchorKind): string {
    const source = ANCHOR_SOURCE[anchor];
    if (source !== undefined) return source;
    if (anchor === 'scanStart') throw new NotExact();
    const negated = anchor === 'notBoundary' || anchor === 'notEcmaBoundary';
    if (this.ascii) return negated ? '\\B' : '\\b';
    const word = classSource(anchor === 'boundary' || anchor === 'notBoundary' ? boundarySet() : ecmaWordSet(), false);
    return negated
      ? `(?:(?<=${word})(?=${word})|(?<!${word})(?!${word}))`
      : `(?:(?<=${word})(?!${word})|(?<!${word})(?=${word}))`;
  }
}

function isAtom(node: RegexNode): boolean {
  return node.kind === 'char' || node.kind === 'set' || node.kind === 'capture';
}

function quantifier(min: number, max: number): string {
  if (max === Number.POSITIVE_INFINITY) return min === 0 ? '*' : min === 1 ? '+' : `{${min},}`;
  if (min === 0 && max === 1) return '?';
  return min === max ? `{${min}}` : `{${min},${max}}`;
}

function hasReference(node: RegexNode): boolean {
  if (node.kind === 'backreference') return true;
  return 'nodes' in node ? node.nodes.some(hasReference) : 'node' in node && hasReference(node.node);
}

function capturesIn(node: RegexNode, found: Set<number> = new Set()): Set<number> {
  if (node.kind === 'capture') found.add(node.number);
  if ('nodes' in node) for (const part of node.nodes) capturesIn(part, found);
  else if ('node' in node) capturesIn(node.node, found);
  return found;
}

/** Groups that capture in every match of the node. */
function sureCaptures(node: RegexNode): Set<number> {
  switch (node.kind) {
    case 'capture':
      return sureCaptures(node.node).add(node.number);
    case 'concat':
      return new Set(node.nodes.flatMap((part) => [...sureCaptures(part)]));
    case 'alternate': {
      const [first = new Set<number>(), ...rest] = node.nodes.map(sureCaptures);
      return new Set([...first].filter((number) => rest.every((other) => other.has(number))));
    }
    case 'loop':
      return node.min > 0 ? sureCaptures(node.node) : new Set();
    case 'look':
      return node.negative ? new Set() : sureCaptures(node.node);
    case 'atomic':
      return sureCaptures(node.node);
    default:
      return new Set();
  }
}
