import { NetEnumerable } from '../../values/net-enumerable.ts';
import { NetObject } from '../../values/net-object.ts';
import type { XmlNode } from '../../xml/xml-node.ts';

/** XPathNavigator: a cursor that stands on a node. */
export class XPathNavigator extends NetObject {
  node: XmlNode;

  constructor(node: XmlNode) {
    super();
    this.node = node;
  }

  /** Goes to a node where there is one. */
  moveTo(node: XmlNode | null | undefined): boolean {
    if (!node) return false;
    this.node = node;
    return true;
  }
}

/** XPathNodeIterator: nodes that an expression gave. */
export class XPathNodeIterator extends NetEnumerable {
  readonly nodes: readonly XmlNode[];
  /** From 1; 0 before the first. */
  position = 0;

  constructor(nodes: readonly XmlNode[]) {
    super();
    this.nodes = nodes;
  }

  *[Symbol.iterator](): Iterator<XPathNavigator> {
    for (const node of this.nodes) yield new XPathNavigator(node);
  }
}

/** Anything that stands on a node. */
export interface NavigatorLike {
  readonly node: XmlNode;
}

/** The node a navigator stands on. */
export function nodeOf(navigator: NavigatorLike): XmlNode {
  return navigator.node;
}
