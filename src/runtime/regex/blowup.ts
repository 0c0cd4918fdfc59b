import { CharSet } from './char-set.ts';
import { isDeterministicLoop } from './loop-determinism.ts';
import { childrenOf, isAnchoredAtStart, someNode } from './node-analysis.ts';
import type { RegexNode, RegexTree } from './syntax.ts';

type Loop = Extract<RegexNode, { kind: 'loop' }>;

/** Loops of one character whose length varies by at most this count as plain text. */
const SMALL_RANGE = 3;
/** Up to so many rounds of anything are looked at one by one. */
const FEW_ROUNDS = 6;
/** More loops than this at once are not followed: the pattern counts as dangerous. */
const MAX_CHAINS = 24;

/** A loop that can trade characters with one that comes later. */
interface Chain {
  readonly set: CharSet;
  /** What must be matched between the two. */
  readonly between: readonly CharSet[];
  /** How many loops hang together so far: matching costs up to the text's length to that power. */
  readonly length: number;
}

/**
 * An upper bound on how the work of a backtracking match grows: the exponent over the text's length, or Infinity
 * when it can be exponential. Used to decide which patterns may run on the host's RegExp, which cannot be stopped.
 */
export function costDegree(tree: RegexTree): number {
  const estimate = new Estimate();
  const start: Chain[] = isAnchoredAtStart(tree.root) ? [] : [{ set: CharSet.all, between: [], length: 1 }];
  estimate.walk(tree.root, start);
  return estimate.degree;
}

class Estimate {
  degree = 1;

  /** Follows the chains through a node; what they are behind it. */
  walk(node: RegexNode, chains: readonly Chain[]): readonly Chain[] {
    if (this.degree === Number.POSITIVE_INFINITY) return [];
    if (chains.length > MAX_CHAINS) {
      this.degree = Number.POSITIVE_INFINITY;
      return [];
    }
    switch (node.kind) {
      case 'char':
        return this.pass(chains, CharSet.of(node.code, node.code));
      case 'set':
        return this.pass(chains, node.set);
      case 'concat':
        return node.nodes.reduce((current, part) => this.walk(part, current), chains);
      case 'alternate':
        return merge(node.nodes.map((branch) => this.walk(branch, chains)));
      case 'loop':
        return this.loop(node, chains);
      case 'capture':
      case 'atomic':
        return this.walk(node.node, chains);
      case 'look':
        this.fail(this.walk(node.node, chains));
        this.fail(chains);
        return chains;
      case 'backreference':
        return this.repeat(chains, CharSet.all, 0);
      case 'ifGroup':
      case 'ifLook':
        return merge(childrenOf(node).map((child) => this.walk(child, chains)));
      case 'anchor':
        this.fail(chains);
        return chains;
      default:
        return chains;
    }
  }

  private loop(node: Loop, chains: readonly Chain[]): readonly Chain[] {
    const single = node.node.kind === 'set' || node.node.kind === 'char';
    if (single && node.max - node.min <= SMALL_RANGE) {
      const through = this.walk(node.node, chains);
      return node.min === 0 ? merge([chains, through]) : through;
    }
    if (node.max <= 1) return merge([chains, this.walk(node.node, chains)]);
    if (!single) {
      if (!isDeterministicLoop(node.node)) {
        if (node.max <= FEW_ROUNDS) return this.rounds(node, chains);
        this.degree = Number.POSITIVE_INFINITY;
        return [];
      }
      // A look-around that searches on in every round is a loop in a loop.
      const searching = (part: RegexNode): boolean => part.kind === 'look' && someNode(part, isOpenLoop);
      if (someNode(node.node, searching)) this.degree = Math.max(this.degree, 3);
    }
    return this.repeat(chains, alphabet(node.node), node.min);
  }

  private rounds(node: Loop, chains: readonly Chain[]): readonly Chain[] {
    let current = chains;
    for (let round = 0; round < node.max; round++) {
      const through = this.walk(node.node, current);
      current = round < node.min ? through : merge([current, through]);
    }
    return current;
  }

  /** A loop over a set: it hangs together with every chain that can reach it. */
  private repeat(chains: readonly Chain[], set: CharSet, min: number): readonly Chain[] {
    let length = 1;
    for (const chain of chains) {
      const shared = chain.set.intersect(set);
      if (shared.isEmpty || !chain.between.every((other) => other.intersects(shared))) continue;
      length = Math.max(length, chain.length + 1);
    }
    const own: Chain = { set, between: [], length };
    return [...(min === 0 ? chains : this.pass(chains, set)), own];
  }

  /** Something that must match: whatever came before may have to be tried again. */
  private pass(chains: readonly Chain[], set: CharSet): readonly Chain[] {
    this.fail(chains);
    return chains
      .filter((chain) => chain.set.intersects(set))
      .map((chain) => ({ ...chain, between: [...chain.between, set] }));
  }

  private fail(chains: readonly Chain[]): void {
    for (const chain of chains) this.degree = Math.max(this.degree, chain.length);
  }
}

function isOpenLoop(node: RegexNode): boolean {
  return node.kind === 'loop' && node.max - node.min > SMALL_RANGE;
}

function merge(lists: readonly (readonly Chain[])[]): readonly Chain[] {
  return [...new Set(lists.flat())];
}

/** Every character that a node can take. */
function alphabet(node: RegexNode): CharSet {
  if (node.kind === 'char') return CharSet.of(node.code, node.code);
  if (node.kind === 'set') return node.set;
  if (node.kind === 'backreference') return CharSet.all;
  return childrenOf(node).reduce((set, child) => set.union(alphabet(child)), CharSet.empty);
}
