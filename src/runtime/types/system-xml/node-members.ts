import { nodeType } from '../../xml/node-types.ts';
import { XmlElement } from '../../xml/xml-element.ts';
import type { XmlNode } from '../../xml/xml-node.ts';
import { XPathExpression } from '../../xml/xpath/xpath.ts';
import { parentOf } from '../../xml/xpath/xpath-values.ts';
import type { MemberTable } from '../define-type.ts';
import { badArgument } from '../net-error.ts';
import { enumeratorOf } from '../system-collections/enumerators.ts';
import { resolverOf, type XmlNamespaceManager } from './namespace-manager.ts';
import { XPathNavigator } from './navigator-value.ts';
import { XmlNodeList } from './node-lists.ts';
import type { XmlWriterValue } from './writer-value.ts';

function needed(node: XmlNode | null): XmlNode {
  if (!node) throw badArgument('A node is needed, not $null.');
  return node;
}

/** Nodes that an expression selects. */
function select(node: XmlNode, xpath: string, manager: XmlNamespaceManager | null): readonly XmlNode[] {
  return new XPathExpression(xpath, resolverOf(manager)).select(node);
}

function previousText(node: XmlNode): XmlNode | null {
  const { previous } = node;
  return previous &&
    [nodeType.text, nodeType.whitespace, nodeType.significantWhitespace].some((t) => t === previous.nodeType)
    ? previous
    : null;
}

/** The first child element of a name; with a namespace its local name counts. */
function childElement(node: XmlNode, name: string | null, namespace?: string | null): XmlElement | null {
  for (const child of node.children()) {
    if (!(child instanceof XmlElement)) continue;
    if (namespace === undefined ? child.name === name : child.localName === name && child.namespace === namespace)
      return child;
  }
  return null;
}

function elementAt(node: XmlNode): XmlElement | null {
  for (let above: XmlNode | null = node; above; above = parentOf(above)) if (above instanceof XmlElement) return above;
  return null;
}

function prefixOf(node: XmlNode, namespace: string): string {
  for (let element = elementAt(node); element; element = element.parent && elementAt(element.parent)) {
    const found = element.attributes.items.find((a) => a.value === namespace && /^xmlns(?::|$)/.test(a.name));
    if (found) return found.name === 'xmlns' ? '' : found.localName;
    if (element.namespace === namespace) return element.prefix;
  }
  return '';
}

/** What all nodes have, in the order of XmlNode. */
export const nodeMembers: MemberTable = {
  'prop Name string get': (n: XmlNode) => n.name,
  'prop Value string get set': {
    get: (n: XmlNode) => n.value,
    set: (n: XmlNode, text: string | null) => {
      n.value = text;
    },
  },
  'prop NodeType XmlNodeType get': (n: XmlNode) => n.nodeType,
  'prop ParentNode XmlNode get': (n: XmlNode) => n.parent,
  'prop ChildNodes XmlNodeList get': (n: XmlNode) => new XmlNodeList('XmlChildNodes', () => n.children()),
  'prop PreviousSibling XmlNode get': (n: XmlNode) => n.previous,
  'prop NextSibling XmlNode get': (n: XmlNode) => n.next,
  'prop Attributes XmlAttributeCollection get': (n: XmlNode) => n.attributes,
  'prop OwnerDocument XmlDocument get': (n: XmlNode) => n.document,
  'prop FirstChild XmlNode get': (n: XmlNode) => n.first,
  'prop LastChild XmlNode get': (n: XmlNode) => n.last,
  'prop HasChildNodes bool get': (n: XmlNode) => n.first !== null,
  'prop NamespaceURI string get': (n: XmlNode) => n.namespace,
  'prop Prefix string get set': {
    get: (n: XmlNode) => n.prefix,
    set: (n: XmlNode, prefix: string | null) => {
      n.prefix = prefix ?? '';
    },
  },
  'prop LocalName string get': (n: XmlNode) => n.localName,
  'prop IsReadOnly bool get': () => false,
  'prop InnerText string get set': {
    get: (n: XmlNode) => n.text,
    set: (n: XmlNode, text: string | null) => {
      n.text = text ?? '';
    },
  },
  'prop OuterXml string get': (n: XmlNode) => n.outerXml,
  'prop InnerXml string get set': {
    get: (n: XmlNode) => n.innerXml,
    set: (n: XmlNode, text: string | null) => {
      n.innerXml = text ?? '';
    },
  },
  'prop SchemaInfo IXmlSchemaInfo get': () => null,
  'prop BaseURI string get': (n: XmlNode) => n.owner.baseUri,
  'prop Item[string] XmlElement get': (n: XmlNode, name: string | null) => childElement(n, name),
  'prop Item[string, string] XmlElement get': (n: XmlNode, name: string | null, namespace: string | null) =>
    childElement(n, name, namespace ?? ''),
  'prop PreviousText XmlNode get': previousText,
  'AppendChild(XmlNode newChild) XmlNode': (n: XmlNode, child: XmlNode | null) => n.append(needed(child)),
  'PrependChild(XmlNode newChild) XmlNode': (n: XmlNode, child: XmlNode | null) =>
    n.insertBefore(needed(child), n.first),
  'InsertBefore(XmlNode newChild, XmlNode refChild) XmlNode': (
    n: XmlNode,
    child: XmlNode | null,
    before: XmlNode | null,
  ) => n.insertBefore(needed(child), before),
  'InsertAfter(XmlNode newChild, XmlNode refChild) XmlNode': (
    n: XmlNode,
    child: XmlNode | null,
    after: XmlNode | null,
  ) => n.insertBefore(needed(child), after === null ? n.first : after.next),
  'RemoveChild(XmlNode oldChild) XmlNode': (n: XmlNode, child: XmlNode | null) => n.remove(needed(child)),
  'ReplaceChild(XmlNode newChild, XmlNode oldChild) XmlNode': (n: XmlNode, child: XmlNode, old: XmlNode) => {
    const { next } = old;
    n.remove(old);
    n.insertBefore(child, next);
    return old;
  },
  'RemoveAll() void': (n: XmlNode) => {
    n.removeChildren();
    n.attributes?.clear();
  },
  'CloneNode(bool deep) XmlNode': (n: XmlNode, deep: boolean) => n.clone(deep),
  'Clone() XmlNode': (n: XmlNode) => n.clone(true),
  'Normalize() void': (n: XmlNode) => n.normalize(),
  'Supports(string feature, string version) bool': (_, feature: string) => feature.toLowerCase() === 'xml',
  'GetEnumerator() IEnumerator': (n: XmlNode) => enumeratorOf(n, () => n.children()),
  'CreateNavigator() XPathNavigator': (n: XmlNode) => new XPathNavigator(n),
  'SelectNodes(string xpath) XmlNodeList': (n: XmlNode, xpath: string) => {
    const found = select(n, xpath, null);
    return new XmlNodeList('XPathNodeList', () => found);
  },
  'SelectNodes(string xpath, XmlNamespaceManager nsmgr) XmlNodeList': (
    n: XmlNode,
    xpath: string,
    manager: XmlNamespaceManager | null,
  ) => {
    const found = select(n, xpath, manager);
    return new XmlNodeList('XPathNodeList', () => found);
  },
  'SelectSingleNode(string xpath) XmlNode': (n: XmlNode, xpath: string) => select(n, xpath, null)[0] ?? null,
  'SelectSingleNode(string xpath, XmlNamespaceManager nsmgr) XmlNode': (
    n: XmlNode,
    xpath: string,
    manager: XmlNamespaceManager | null,
  ) => select(n, xpath, manager)[0] ?? null,
  'GetNamespaceOfPrefix(string prefix) string': (n: XmlNode, prefix: string | null) =>
    elementAt(n)?.namespaceOf(prefix ?? '') ?? '',
  'GetPrefixOfNamespace(string namespaceURI) string': (n: XmlNode, namespace: string | null) =>
    prefixOf(n, namespace ?? ''),
  'WriteTo(XmlWriter w) void': (n: XmlNode, writer: XmlWriterValue) => writer.run((out) => n.writeTo(out)),
  'WriteContentTo(XmlWriter w) void': (n: XmlNode, writer: XmlWriterValue) =>
    writer.run((out) => n.writeContentTo(out)),
};

/** Properties of all nodes in the order in which a kind of node has them. */
export function nodeProperties(names: string): MemberTable {
  const byName = new Map(
    Object.entries(nodeMembers).map(([text, code]) => [/^prop (\w+)/.exec(text)?.[1] ?? '', [text, code] as const]),
  );
  return Object.fromEntries(names.split(' ').flatMap((name) => [byName.get(name)].filter((e) => e !== undefined)));
}
