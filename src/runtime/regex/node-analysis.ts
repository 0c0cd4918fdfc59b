import { CharSet } from './char-set.ts';
import type { RegexNode } from './syntax.ts';

/** Fewest code units that a match of the node takes (forwards or backwards). */
export function minLength(node: RegexNode): number {
  switch (node.kind) {
    case 'char':
    case 'set':
      return 1;
    case 'concat':
      return node.nodes.reduce((sum, part) => sum + minLength(part), 0);
    case 'alternate':
      return Math.min(...node.nodes.map(minLength));
    case 'loop':
      return node.min === 0 ? 0 : Math.min(minLength(node.node) * node.min, 0x7fffffff);
    case 'capture':
    case 'atomic':
      return minLength(node.node);
    case 'ifGroup':
    case 'ifLook':
      return Math.min(minLength(node.yes), minLength(node.no));
    default:
      return 0;
  }
}

/** Whether the node can match the empty text. */
export function isNullable(node: RegexNode): boolean {
  return minLength(node) === 0;
}

/**
 * What a match of the node can start with when read forwards; `undefined` when it can be empty or when a reference
 * decides.
 */
export function firstSet(node: RegexNode): CharSet | undefined {
  switch (node.kind) {
    case 'char':
      return CharSet.of(node.code, node.code);
    case 'set':
      return node.set;
    case 'concat': {
      let set = CharSet.empty;
      for (const part of node.nodes) {
        if (part.kind === 'anchor' || part.kind === 'empty') continue;
        const optional = isNullable(part);
        const first = optional ? firstOfOptional(part) : firstSet(part);
        if (first === undefined) return undefined;
        set = set.union(first);
        if (!optional) return set;
      }
      return undefined;
    }
    case 'alternate': {
      let set = CharSet.empty;
      for (const branch of node.nodes) {
        const first = firstSet(branch);
        if (first === undefined) return undefined;
        set = set.union(first);
      }
      return set;
    }
    case 'loop':
      return node.min === 0 ? undefined : firstSet(node.node);
    case 'capture':
    case 'atomic':
      return firstSet(node.node);
    default:
      return undefined;
  }
}

/** What a nullable part can start with when it is not empty, for the simple shapes that occur. */
function firstOfOptional(node: RegexNode): CharSet | undefined {
  if (node.kind === 'loop') return firstSet(node.node);
  if (node.kind === 'capture' || node.kind === 'atomic') return firstOfOptional(node.node);
  if (node.kind === 'look') return CharSet.empty;
  return undefined;
}

/** Literal text that every forward match starts with. */
export function literalPrefix(node: RegexNode): string {
  switch (node.kind) {
    case 'char':
      return String.fromCharCode(node.code);
    case 'capture':
    case 'atomic':
      return literalPrefix(node.node);
    case 'concat': {
      let text = '';
      for (const part of node.nodes) {
        if (part.kind === 'char') text += String.fromCharCode(part.code);
        else if (text !== '') return text;
        else return literalPrefix(part);
      }
      return text;
    }
    default:
      return '';
  }
}

/** Whether a forward match can only start at the start of the text. */
export function isAnchoredAtStart(node: RegexNode): boolean {
  switch (node.kind) {
    case 'anchor':
      return node.anchor === 'start';
    case 'concat':
      return node.nodes[0] !== undefined && isAnchoredAtStart(node.nodes[0]);
    case 'alternate':
      return node.nodes.every(isAnchoredAtStart);
    case 'capture':
    case 'atomic':
      return isAnchoredAtStart(node.node);
    case 'loop':
      return node.min > 0 && isAnchoredAtStart(node.node);
    default:
      return false;
  }
}

/** The nodes directly inside a node. */
export function childrenOf(node: RegexNode): readonly RegexNode[] {
  switch (node.kind) {
    case 'concat':
    case 'alternate':
      return node.nodes;
    case 'loop':
    case 'capture':
    case 'look':
    case 'atomic':
      return [node.node];
    case 'ifGroup':
      return [node.yes, node.no];
    case 'ifLook':
      return [node.condition, node.yes, node.no];
    default:
      return [];
  }
}

/** Whether `test` holds for the node or something in it. */
export function someNode(node: RegexNode, test: (node: RegexNode) => boolean): boolean {
  return test(node) || childrenOf(node).some((child) => someNode(child, test));
}
