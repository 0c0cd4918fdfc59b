import { toDouble } from '../../values/double.ts';
import { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { nodeType } from '../../xml/node-types.ts';
import { XmlDocument } from '../../xml/xml-document.ts';
import { XmlAttribute, XmlElement } from '../../xml/xml-element.ts';
import type { XmlNode } from '../../xml/xml-node.ts';
import { XPathExpression } from '../../xml/xpath/xpath.ts';
import { axes } from '../../xml/xpath/xpath-axes.ts';
import { inDocumentOrder, parentOf, rootOf, textOf, type XPathValue } from '../../xml/xpath/xpath-values.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { invalidOperation } from '../net-error.ts';
import { enumeratorOf } from '../system-collections/enumerators.ts';
import type { TextReader } from '../system-io/text-reader.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';
import { readXmlFile } from './document-io.ts';
import { resolverOf, type XmlNamespaceManager } from './namespace-manager.ts';
import { XPathNavigator, XPathNodeIterator } from './navigator-value.ts';
import { nodeReader, type XmlReaderValue } from './reader-value.ts';

/** XPathDocument: a document only for reading. */
export class XPathDocument extends NetObject {
  readonly document: XmlDocument;

  constructor(text: string) {
    super();
    this.document = new XmlDocument();
    this.document.preserveWhitespace = true;
    this.document.load(text);
  }
}

type Resolver = XmlNamespaceManager | null;

const nodeKinds: Readonly<Record<number, number>> = {
  [nodeType.document]: 0,
  [nodeType.documentFragment]: 0,
  [nodeType.element]: 1,
  [nodeType.attribute]: 2,
  [nodeType.text]: 4,
  [nodeType.cdata]: 4,
  [nodeType.significantWhitespace]: 5,
  [nodeType.whitespace]: 6,
  [nodeType.processingInstruction]: 7,
  [nodeType.comment]: 8,
};

function result(value: XPathValue): PSValue {
  if (typeof value === 'number') return toDouble(value);
  return typeof value === 'object' ? new XPathNodeIterator(value) : value;
}

function expression(xpath: string | XPathExpressionValue, resolver: Resolver = null): XPathExpression {
  if (typeof xpath === 'string') return new XPathExpression(xpath, resolverOf(resolver));
  return new XPathExpression(xpath.text, resolverOf(resolver ?? xpath.resolver));
}

/** XPathExpression as scripts see it: text with the prefixes it is read with. */
export class XPathExpressionValue extends NetObject {
  readonly text: string;
  resolver: Resolver;

  constructor(text: string, resolver: Resolver = null) {
    super();
    this.text = text;
    this.resolver = resolver;
  }
}

const select = (n: XPathNavigator, xpath: string | XPathExpressionValue, resolver: Resolver = null) =>
  new XPathNodeIterator(expression(xpath, resolver).select(n.node));
const first = (n: XPathNavigator, xpath: string | XPathExpressionValue, resolver: Resolver = null) => {
  const [found] = expression(xpath, resolver).select(n.node);
  return found ? new XPathNavigator(found) : null;
};
const evaluate = (n: XPathNavigator, xpath: string | XPathExpressionValue, resolver: Resolver = null) =>
  result(expression(xpath, resolver).evaluate(n.node));

const firstOf = (nodes: Iterable<XmlNode>, test: (n: XmlNode) => boolean = () => true): XmlNode | undefined => {
  for (const node of nodes) if (test(node)) return node;
  return undefined;
};
const axis = (name: string, node: XmlNode): Iterable<XmlNode> => axes[name]?.(node) ?? [];
const isElement =
  (name: string, ns: string | null) =>
  (n: XmlNode): boolean =>
    n.nodeType === nodeType.element && n.localName === name && n.namespace === (ns ?? '');

const querying: MemberTable = {
  'Compile(string xpath) XPathExpression': (_, xpath: string) =>
    new XPathExpressionValue(new XPathExpression(xpath, () => '').text),
  'Select(string xpath) XPathNodeIterator': (n: XPathNavigator, xpath: string) => select(n, xpath),
  'Select(string xpath, IXmlNamespaceResolver resolver) XPathNodeIterator': select,
  'Select(XPathExpression expr) XPathNodeIterator': (n: XPathNavigator, e: XPathExpressionValue) => select(n, e),
  'SelectSingleNode(string xpath) XPathNavigator': (n: XPathNavigator, xpath: string) => first(n, xpath),
  'SelectSingleNode(string xpath, IXmlNamespaceResolver resolver) XPathNavigator': first,
  'SelectSingleNode(XPathExpression expression) XPathNavigator': (n: XPathNavigator, e: XPathExpressionValue) =>
    first(n, e),
  'Evaluate(string xpath) object': (n: XPathNavigator, xpath: string) => evaluate(n, xpath),
  'Evaluate(string xpath, IXmlNamespaceResolver resolver) object': evaluate,
  'Evaluate(XPathExpression expr) object': (n: XPathNavigator, e: XPathExpressionValue) => evaluate(n, e),
  'Matches(string xpath) bool': (n: XPathNavigator, xpath: string) =>
    expression(xpath)
      .select(parentOf(n.node) ?? n.node)
      .includes(n.node),
  'SelectChildren(string name, string namespaceURI) XPathNodeIterator': (n: XPathNavigator, name: string, ns: string) =>
    new XPathNodeIterator([...axis('child', n.node)].filter(isElement(name, ns))),
  'SelectDescendants(string name, string namespaceURI, bool matchSelf) XPathNodeIterator': (
    n: XPathNavigator,
    name: string,
    ns: string,
    self: boolean,
  ) => new XPathNodeIterator([...axis(self ? 'descendant-or-self' : 'descendant', n.node)].filter(isElement(name, ns))),
};

const moving: MemberTable = {
  'MoveToFirstChild() bool': (n: XPathNavigator) => n.moveTo(firstOf(axis('child', n.node))),
  'MoveToNext() bool': (n: XPathNavigator) => n.moveTo(firstOf(axis('following-sibling', n.node))),
  'MoveToNext(string localName, string namespaceURI) bool': (n: XPathNavigator, name: string, ns: string) =>
    n.moveTo(firstOf(axis('following-sibling', n.node), isElement(name, ns))),
  'MoveToPrevious() bool': (n: XPathNavigator) => n.moveTo(firstOf(axis('preceding-sibling', n.node))),
  'MoveToFirst() bool': (n: XPathNavigator) => n.moveTo(n.node.parent && firstOf(axis('child', n.node.parent))),
  'MoveToParent() bool': (n: XPathNavigator) => n.moveTo(parentOf(n.node)),
  'MoveToRoot() void': (n: XPathNavigator) => {
    n.node = rootOf(n.node);
  },
  'MoveTo(XPathNavigator other) bool': (n: XPathNavigator, other: XPathNavigator) => n.moveTo(other.node),
  'MoveToChild(string localName, string namespaceURI) bool': (n: XPathNavigator, name: string, ns: string) =>
    n.moveTo(firstOf(axis('child', n.node), isElement(name, ns))),
  'MoveToFollowing(string localName, string namespaceURI) bool': (n: XPathNavigator, name: string, ns: string) =>
    n.moveTo(
      firstOf(axis('descendant', n.node), isElement(name, ns)) ??
        firstOf(axis('following', n.node), isElement(name, ns)),
    ),
  'MoveToAttribute(string localName, string namespaceURI) bool': (n: XPathNavigator, name: string, ns: string | null) =>
    n.moveTo(n.node.attributes?.find(name, ns ?? '')),
  'MoveToFirstAttribute() bool': (n: XPathNavigator) => n.moveTo(firstOf(axis('attribute', n.node))),
  'MoveToNextAttribute() bool': (n: XPathNavigator) => {
    if (!(n.node instanceof XmlAttribute) || !n.node.element) return false;
    const all = [...axis('attribute', n.node.element)];
    return n.moveTo(all[all.indexOf(n.node) + 1]);
  },
  'IsSamePosition(XPathNavigator other) bool': (n: XPathNavigator, other: XPathNavigator) => n.node === other.node,
  'IsDescendant(XPathNavigator nav) bool': (n: XPathNavigator, other: XPathNavigator) =>
    firstOf(axis('ancestor', other.node), (above) => above === n.node) !== undefined,
  'ComparePosition(XPathNavigator nav) XmlNodeOrder': (n: XPathNavigator, other: XPathNavigator) => {
    if (n.node === other.node) return 2;
    if (rootOf(n.node) !== rootOf(other.node)) return 3;
    return inDocumentOrder([n.node, other.node])[0] === n.node ? 0 : 1;
  },
};

const editing: MemberTable = {
  'SetValue(string value) void': (n: XPathNavigator, text: string | null) => {
    if (n.node.nodeType === nodeType.element) n.node.text = text ?? '';
    else n.node.value = text;
  },
  'AppendChild(string newChild) void': (n: XPathNavigator, xml: string) => {
    if (!(n.node instanceof XmlElement)) throw invalidOperation('Only an element can get children.');
    n.node.append(n.node.owner.parseFragment(xml, n.node));
  },
  'InsertAfter(string newSibling) void': (n: XPathNavigator, xml: string) => {
    n.node.parent?.insertBefore(n.node.owner.parseFragment(xml), n.node.next);
  },
  'InsertBefore(string newSibling) void': (n: XPathNavigator, xml: string) => {
    n.node.parent?.insertBefore(n.node.owner.parseFragment(xml), n.node);
  },
  'CreateAttribute(string prefix, string localName, string namespaceURI, string value) void': (
    n: XPathNavigator,
    prefix: string | null,
    name: string,
    ns: string | null,
    value: string | null,
  ) => {
    n.node.attributes?.set(new XmlAttribute(n.node.owner, prefix ?? '', name, ns ?? '', value ?? ''));
  },
  'DeleteSelf() void': (n: XPathNavigator) => {
    const { node } = n;
    const above = parentOf(node);
    if (!above) throw invalidOperation('The root cannot be deleted.');
    if (node instanceof XmlAttribute) node.element?.attributes.remove(node);
    else above.remove(node);
    n.node = above;
  },
};

const hashName = (name: string): string => (name.startsWith('#') ? '' : name);

function valueAs(
  engine: Parameters<typeof typeSystemOf>[0],
  n: XPathNavigator,
  type: 'int32' | 'int64' | 'double' | 'dateTime',
): Eventually<PSValue> {
  return typeSystemOf(engine).convert(textOf(n.node).trim(), coreTypes()[type]);
}

const properties: MemberTable = {
  'prop NodeType XPathNodeType get': (n: XPathNavigator) => nodeKinds[n.node.nodeType] ?? 9,
  'prop LocalName string get': (n: XPathNavigator) => hashName(n.node.localName),
  'prop Name string get': (n: XPathNavigator) => hashName(n.node.name),
  'prop NamespaceURI string get': (n: XPathNavigator) => n.node.namespace,
  'prop Prefix string get': (n: XPathNavigator) => n.node.prefix,
  'prop BaseURI string get': (n: XPathNavigator) => n.node.owner.baseUri,
  'prop IsEmptyElement bool get': (n: XPathNavigator) => n.node instanceof XmlElement && n.node.isEmpty,
  'prop UnderlyingObject object get': (n: XPathNavigator) => n.node,
  'prop HasAttributes bool get': (n: XPathNavigator) => firstOf(axis('attribute', n.node)) !== undefined,
  'prop HasChildren bool get': (n: XPathNavigator) => firstOf(axis('child', n.node)) !== undefined,
  'prop CanEdit bool get': () => true,
  'prop IsNode bool get': () => true,
  'prop OuterXml string get': (n: XPathNavigator) => n.node.outerXml,
  'prop InnerXml string get set': {
    get: (n: XPathNavigator) => n.node.innerXml,
    set: (n: XPathNavigator, text: string | null) => {
      n.node.innerXml = text ?? '';
    },
  },
  'prop Value string get': (n: XPathNavigator) => textOf(n.node),
  'prop TypedValue object get': (n: XPathNavigator) => textOf(n.node),
  'prop ValueAsBoolean bool get': (n: XPathNavigator) => ['true', '1'].includes(textOf(n.node).trim()),
  'prop ValueAsInt int get'(n: XPathNavigator) {
    return valueAs(this, n, 'int32');
  },
  'prop ValueAsLong long get'(n: XPathNavigator) {
    return valueAs(this, n, 'int64');
  },
  'prop ValueAsDouble double get'(n: XPathNavigator) {
    return valueAs(this, n, 'double');
  },
  'prop ValueAsDateTime DateTime get'(n: XPathNavigator) {
    return valueAs(this, n, 'dateTime');
  },
  'GetAttribute(string localName, string namespaceURI) string': (n: XPathNavigator, name: string, ns: string | null) =>
    n.node.attributes?.find(name, ns ?? '')?.value ?? '',
  'LookupNamespace(string prefix) string': (n: XPathNavigator, prefix: string) =>
    n.node instanceof XmlElement ? (n.node.namespaceOf(prefix) ?? null) : null,
  'Clone() XPathNavigator': (n: XPathNavigator) => new XPathNavigator(n.node),
  'CreateNavigator() XPathNavigator': (n: XPathNavigator) => new XPathNavigator(n.node),
  'ReadSubtree() XmlReader': (n: XPathNavigator): XmlReaderValue => nodeReader(n.node),
  'ToString() string': (n: XPathNavigator) => textOf(n.node),
};

/** XPathNavigator, iterators, expressions and read-only documents. */
export const navigatorTypes: readonly TypeSpec[] = [
  defineType({ name: 'System.Xml.XPath.XPathItem', isAbstract: true }),
  defineType({
    name: 'System.Xml.XPath.XPathNavigator',
    base: 'System.Xml.XPath.XPathItem',
    jsClass: XPathNavigator,
    typeNameOf: () => 'System.Xml.DocumentXPathNavigator',
    isAbstract: true,
    interfaces: 'ICloneable, IXPathNavigable, IXmlNamespaceResolver',
    members: { ...properties, ...querying, ...moving, ...editing },
  }),
  defineType({ name: 'System.Xml.DocumentXPathNavigator', base: 'System.Xml.XPath.XPathNavigator' }),
  defineType({
    name: 'System.Xml.XPath.XPathNodeIterator',
    jsClass: XPathNodeIterator,
    typeNameOf: () => 'MS.Internal.Xml.XPath.XPathSelectionIterator',
    interfaces: 'ICloneable, IEnumerable',
    isAbstract: true,
    members: {
      'prop Current XPathNavigator get': (i: XPathNodeIterator) => {
        const node = i.nodes[i.position - 1];
        return node ? new XPathNavigator(node) : null;
      },
      'prop CurrentPosition int get': (i: XPathNodeIterator) => i.position,
      'prop Count int get': (i: XPathNodeIterator) => i.nodes.length,
      'MoveNext() bool': (i: XPathNodeIterator) => {
        if (i.position >= i.nodes.length) return false;
        i.position++;
        return true;
      },
      'Clone() XPathNodeIterator': (i: XPathNodeIterator) => {
        const copy = new XPathNodeIterator(i.nodes);
        copy.position = i.position;
        return copy;
      },
      'GetEnumerator() IEnumerator': (i: XPathNodeIterator) => enumeratorOf(i, () => i[Symbol.iterator]()),
    },
  }),
  defineType({ name: 'MS.Internal.Xml.XPath.XPathSelectionIterator', base: 'System.Xml.XPath.XPathNodeIterator' }),
  defineType({
    name: 'System.Xml.XPath.XPathExpression',
    jsClass: XPathExpressionValue,
    isAbstract: true,
    members: {
      'prop Expression string get': (e: XPathExpressionValue) => e.text,
      'prop ReturnType XPathResultType get': (e: XPathExpressionValue) => {
        const type = typeTable().get('System.Xml.XPath.XPathResultType');
        const sample = new XPathExpression(e.text, resolverOf(e.resolver)).evaluate(new XmlDocument());
        return EnumValue.of(type, { number: 0, string: 1, boolean: 2, object: 3 }[typeof sample as 'string'] ?? 5);
      },
      'SetContext(XmlNamespaceManager nsManager) void': (e: XPathExpressionValue, manager: Resolver) => {
        e.resolver = manager;
      },
      'SetContext(IXmlNamespaceResolver nsResolver) void': (e: XPathExpressionValue, manager: Resolver) => {
        e.resolver = manager;
      },
      'static Compile(string xpath) XPathExpression': (xpath: string) => new XPathExpressionValue(xpath),
      'static Compile(string xpath, IXmlNamespaceResolver nsResolver) XPathExpression': (
        xpath: string,
        manager: Resolver,
      ) => new XPathExpressionValue(xpath, manager),
    },
  }),
  defineType({
    name: 'System.Xml.XPath.XPathDocument',
    jsClass: XPathDocument,
    interfaces: 'IXPathNavigable',
    members: {
      'new(string uri)'(path: string | null) {
        return andThen(readXmlFile(this, path), (text) => new XPathDocument(text));
      },
      'new(TextReader textReader)': (reader: TextReader) =>
        andThen(reader.readToEnd(), (text) => new XPathDocument(text)),
      'new(XmlReader reader)': (reader: XmlReaderValue) => new XPathDocument(reader.readOuter()),
      'CreateNavigator() XPathNavigator': (d: XPathDocument) => new XPathNavigator(d.document),
    },
  }),
];
