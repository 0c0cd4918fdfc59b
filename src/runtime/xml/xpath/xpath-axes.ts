import { nodeType } from '../node-types.ts';
import type { XmlNode } from '../xml-node.ts';
import { isVisible, parentOf } from './xpath-values.ts';

/** The nodes an axis gives for a node, in the order of the axis. */
export type Axis = (node: XmlNode) => Iterable<XmlNode>;

function* children(node: XmlNode): Generator<XmlNode> {
  for (let child = node.first; child; child = child.next) if (isVisible(child)) yield child;
}

function* descendants(node: XmlNode): Generator<XmlNode> {
  let at = node.first;
  while (at) {
    if (isVisible(at)) yield at;
    let next: XmlNode | null = at.first;
    for (let above: XmlNode | null = at; !next && above && above !== node; above = above.parent) next = above.next;
    at = next;
  }
}

function* descendantsOrSelf(node: XmlNode): Generator<XmlNode> {
  yield node;
  yield* descendants(node);
}

function* ancestors(node: XmlNode): Generator<XmlNode> {
  for (let above = parentOf(node); above; above = parentOf(above)) yield above;
}

function* ancestorsOrSelf(node: XmlNode): Generator<XmlNode> {
  yield node;
  yield* ancestors(node);
}

function* followingSiblings(node: XmlNode): Generator<XmlNode> {
  for (let next = node.next; next; next = next.next) if (isVisible(next)) yield next;
}

function* precedingSiblings(node: XmlNode): Generator<XmlNode> {
  for (let previous = node.previous; previous; previous = previous.previous) if (isVisible(previous)) yield previous;
}

function* following(node: XmlNode): Generator<XmlNode> {
  // An attribute stands in front of the children of its element.
  const element = node.nodeType === nodeType.attribute ? parentOf(node) : null;
  if (element) yield* descendants(element);
  for (let above: XmlNode | null = element ?? node; above; above = parentOf(above)) {
    for (const next of followingSiblings(above)) yield* descendantsOrSelf(next);
  }
}

function* preceding(node: XmlNode): Generator<XmlNode> {
  for (let above: XmlNode | null = node; above; above = parentOf(above)) {
    for (const previous of precedingSiblings(above)) yield* [...descendantsOrSelf(previous)].reverse();
  }
}

function attributes(node: XmlNode): Iterable<XmlNode> {
  const items = node.attributes?.items ?? [];
  return items.filter((a) => a.name !== 'xmlns' && a.prefix !== 'xmlns');
}

/** The axes of XPath 1.0; the namespace axis gives nothing. */
export const axes: Readonly<Record<string, Axis>> = {
  child: children,
  descendant: descendants,
  'descendant-or-self': descendantsOrSelf,
  parent: (node) => [parentOf(node)].filter((n) => n !== null),
  ancestor: ancestors,
  'ancestor-or-self': ancestorsOrSelf,
  'following-sibling': followingSiblings,
  'preceding-sibling': precedingSiblings,
  following,
  preceding,
  attribute: attributes,
  namespace: () => [],
  self: (node) => [node],
};

/** Axes whose nodes come in reverse document order. */
export const reverseAxes: ReadonlySet<string> = new Set([
  'ancestor',
  'ancestor-or-self',
  'preceding',
  'preceding-sibling',
]);
