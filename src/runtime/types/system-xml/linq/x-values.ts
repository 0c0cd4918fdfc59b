import { NetObject } from '../../../values/net-object.ts';
import { nodeType } from '../../../xml/node-types.ts';
import { XmlDocument } from '../../../xml/xml-document.ts';
import { XmlAttribute, XmlElement } from '../../../xml/xml-element.ts';
import type { XmlNode } from '../../../xml/xml-node.ts';
import { XmlOutput, type XmlOutputSettings } from '../../../xml/xml-output.ts';

/** A node as XLinq shows it; one object per node. */
export class XObject extends NetObject {
  readonly node: XmlNode;

  constructor(node: XmlNode) {
    super();
    this.node = node;
  }
}

export class XAttribute extends XObject {
  declare readonly node: XmlAttribute;
}
export class XNode extends XObject {}
export class XElement extends XNode {
  declare readonly node: XmlElement;
}
export class XDocument extends XNode {
  declare readonly node: XmlDocument;
}

const objects = new WeakMap<XmlNode, XObject>();

/** The object that stands for a node. */
export function xOf(node: XmlElement): XElement;
export function xOf(node: XmlAttribute): XAttribute;
export function xOf(node: XmlDocument): XDocument;
export function xOf(node: XmlNode): XObject;
export function xOf(node: XmlNode): XObject {
  let made = objects.get(node);
  if (!made) {
    if (node instanceof XmlElement) made = new XElement(node);
    else if (node instanceof XmlAttribute) made = new XAttribute(node);
    else made = node instanceof XmlDocument ? new XDocument(node) : new XNode(node);
    objects.set(node, made);
  }
  return made;
}

/** The object for a node that may not be there. */
export function xOrNull(node: XmlNode | null | undefined): XObject | null {
  return node ? xOf(node) : null;
}

/** Whether a node shows: the declaration of a document is no node here. */
export function shows(node: XmlNode): boolean {
  return node.nodeType !== nodeType.xmlDeclaration;
}

function prefixHere(element: XmlElement): string | undefined {
  const found = element.attributes.items.find((a) => a.value === element.namespace && /^xmlns(?::|$)/.test(a.name));
  return found && (found.name === 'xmlns' ? '' : found.localName);
}

/** Writes a node; prefixes are those declared around it. */
export function writeX(node: XmlNode, out: XmlOutput): void {
  if (!(node instanceof XmlElement)) {
    if (node instanceof XmlDocument) for (const child of node.children()) if (shows(child)) writeX(child, out);
    if (!(node instanceof XmlDocument)) node.writeTo(out);
    return;
  }
  const prefix = prefixHere(node) ?? out.prefixOf(node.namespace) ?? '';
  out.startElement(prefix, node.localName, node.namespace);
  for (const attribute of node.attributes.items) attribute.writeTo(out);
  for (const child of node.children()) writeX(child, out);
  out.endElement(!node.isEmpty);
}

/** XML of a node, indented or as it is. */
export function textOfX(node: XmlNode, isIndented: boolean): string {
  if (node instanceof XmlAttribute) return node.outerXml;
  let text = '';
  const settings: XmlOutputSettings = { style: 'created', isFragment: true, isIndented };
  const out = new XmlOutput((piece) => {
    text += piece;
  }, settings);
  writeX(node, out);
  out.flush();
  return text;
}
