import type { EngineContext } from '../../../engine.ts';
import { NetEnumerable } from '../../../values/net-enumerable.ts';
import { baseOf } from '../../../values/ps-object.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import { TypedArray } from '../../../values/typed-array.ts';
import { adopt, XmlDocument } from '../../../xml/xml-document.ts';
import { XmlAttribute, XmlElement } from '../../../xml/xml-element.ts';
import { XmlText } from '../../../xml/xml-leaves.ts';
import type { XmlNode } from '../../../xml/xml-node.ts';
import { badArgument, invalidOperation } from '../../net-error.ts';
import { itemsOf } from '../../sequence.ts';
import { xmlValueText } from '../xml-value-text.ts';
import { XObject } from './x-values.ts';

/** The nodes content stands for: texts, nodes, attributes and lists of them. Nodes that stand elsewhere are copied. */
function nodesOf(engine: EngineContext, content: PSValue, owner: XmlDocument, out: XmlNode[]): void {
  const base = baseOf(content);
  if (base === null || base === undefined) return;
  if (base instanceof XObject) {
    if (base.node instanceof XmlDocument) throw badArgument('A document cannot stand inside another node.');
    const isFree = base.node instanceof XmlAttribute ? base.node.element === null : base.node.parent === null;
    const node = isFree && !out.includes(base.node) ? base.node : base.node.clone(true);
    adopt(node, owner);
    out.push(node);
  } else if (Array.isArray(base) || base instanceof TypedArray || base instanceof NetEnumerable) {
    for (const item of itemsOf(base)) nodesOf(engine, item, owner, out);
  } else out.push(new XmlText(owner, xmlValueText(engine, base)));
}

/** Adds content to an element or document, in front of a child or at the end. */
export function addContent(engine: EngineContext, to: XmlNode, content: PSValue, before: XmlNode | null = null): void {
  const nodes: XmlNode[] = [];
  nodesOf(engine, content, to.owner, nodes);
  for (const node of nodes) {
    if (node instanceof XmlAttribute) {
      if (!(to instanceof XmlElement)) throw badArgument('An attribute can only stand in an element.');
      if (to.attributes.find(node.localName, node.namespace)) throw invalidOperation('The attribute is there twice.');
      to.attributes.set(node);
      continue;
    }
    const neighbour = before ? before.previous : to.last;
    if (node instanceof XmlText && neighbour instanceof XmlText) neighbour.value += node.value;
    else to.insertBefore(node, before);
    if (to instanceof XmlElement) to.isEmpty = false;
  }
}

/** Replaces the nodes inside an element or document. */
export function setContent(engine: EngineContext, to: XmlNode, content: PSValue): void {
  to.removeChildren();
  if (to instanceof XmlElement) to.isEmpty = content === null;
  addContent(engine, to, content);
}
