import { CharSet } from './char-set.ts';
import type { RegexNode } from './syntax.ts';

/** Patterns with more characters than this in one loop are not looked into. */
const MAX_POSITIONS = 300;
/** Counts up to this are written out, so that `(\d{3})+` is seen to be unambiguous. */
const MAX_COPIES = 8;

/** The ends of a part of a pattern, as positions of its characters. */
interface Part {
  readonly nullable: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}

const EMPTY: Part = { nullable: true, first: [], last: [] };

class TooHard {}

/**
 * Whether a repeated body can be matched in one way only: after each character, the next one of the text decides
 * which character of the pattern comes next and through which loop. Such a loop backtracks in linear time; others
 * may need exponential time.
 */
export function isDeterministicLoop(body: RegexNode): boolean {
  const graph = new Graph();
  try {
    const part = graph.build(body);
    graph.connect(part, part);
    return graph.isUnambiguous(part);
  } catch (error) {
    if (error instanceof TooHard) return false;
    throw error;
  }
}

class Graph {
  private readonly sets: CharSet[] = [];
  /** Which positions can follow each one; one that can follow in two ways stands twice. */
  private readonly follow: number[][] = [];

  build(node: RegexNode): Part {
    switch (node.kind) {
      case 'char':
        return this.position(CharSet.of(node.code, node.code));
      case 'set':
        return this.position(node.set);
      case 'concat':
        return this.sequence(node.nodes.map((part) => () => this.build(part)));
      case 'alternate': {
        const parts = node.nodes.map((branch) => this.build(branch));
        return {
          nullable: parts.some((part) => part.nullable),
          first: parts.flatMap((part) => part.first),
          last: parts.flatMap((part) => part.last),
        };
      }
      case 'loop':
        return this.loop(node.node, node.min, node.max);
      case 'capture':
      case 'atomic':
        return this.build(node.node);
      case 'empty':
      case 'anchor':
      case 'look':
        return EMPTY;
      default:
        throw new TooHard();
    }
  }

  private loop(body: RegexNode, min: number, max: number): Part {
    if (max <= MAX_COPIES) return this.copies(body, min, max);
    const part = this.build(body);
    this.connect(part, part);
    return min === 0 ? { ...part, nullable: true } : part;
  }

  /** The body written out; a copy that may be left out takes all later ones with it. */
  private copies(body: RegexNode, min: number, max: number): Part {
    const parts = Array.from({ length: max }, () => this.build(body));
    for (const [index, part] of parts.entries()) {
      const next = parts[index + 1];
      if (next !== undefined) this.connect(part, next);
    }
    const [first] = parts;
    if (first === undefined) return EMPTY;
    const ends = parts.slice(Math.max(min - 1, 0));
    return { nullable: min === 0 || first.nullable, first: first.first, last: ends.flatMap((part) => part.last) };
  }

  private sequence(builders: readonly (() => Part)[]): Part {
    let whole = EMPTY;
    for (const build of builders) {
      const part = build();
      this.connect(whole, part);
      whole = {
        nullable: whole.nullable && part.nullable,
        first: whole.nullable ? [...whole.first, ...part.first] : whole.first,
        last: part.nullable ? [...whole.last, ...part.last] : part.last,
      };
    }
    return whole;
  }

  private position(set: CharSet): Part {
    if (this.sets.length >= MAX_POSITIONS) throw new TooHard();
    const position = this.sets.push(set) - 1;
    this.follow.push([]);
    return { nullable: false, first: [position], last: [position] };
  }

  connect(from: Part, to: Part): void {
    for (const position of from.last) this.follow[position]?.push(...to.first);
  }

  isUnambiguous(whole: Part): boolean {
    return [whole.first, ...this.follow].every((next) => this.areDisjoint(next));
  }

  private areDisjoint(positions: readonly number[]): boolean {
    let seen = CharSet.empty;
    for (const position of positions) {
      const set = this.sets[position] ?? CharSet.empty;
      if (seen.intersects(set)) return false;
      seen = seen.union(set);
    }
    return true;
  }
}
