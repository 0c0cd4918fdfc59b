import type { EngineContext } from '../../../engine.ts';
import { toDouble } from '../../../values/double.ts';
import { NetObject } from '../../../values/net-object.ts';
import type { NetType } from '../../../values/net-type.ts';
import type { Eventually, PSValue } from '../../../values/ps-value.ts';
import { nodeType } from '../../../xml/node-types.ts';
import { XmlDocument } from '../../../xml/xml-document.ts';
import { XmlAttribute, XmlElement } from '../../../xml/xml-element.ts';
import {
  XmlCDataSection,
  XmlComment,
  XmlDeclaration,
  XmlDocumentType,
  XmlProcessingInstruction,
  XmlText,
} from '../../../xml/xml-leaves.ts';
import { XPathExpression } from '../../../xml/xpath/xpath.ts';
import { defineType, type MemberFunction, type MemberTable, type TypeSpec } from '../../define-type.ts';
import { argumentNull, invalidOperation } from '../../net-error.ts';
import { itemsOf } from '../../sequence.ts';
import { typeSystemOf } from '../../type-system.ts';
import { resolverOf, type XmlNamespaceManager } from '../namespace-manager.ts';
import { xmlValueText } from '../xml-value-text.ts';
import { addContent, setContent } from './x-content.ts';
import {
  containerMembers,
  elements,
  emptied,
  loadingMembers,
  nodeMembers,
  objectMembers,
  savingMembers,
  selfMembers,
  valueOf,
} from './x-members.ts';
import { XName, XNamespace } from './x-name.ts';
import { textOfX, XAttribute, XDocument, XElement, XNode, XObject, xOf, xOrNull } from './x-values.ts';

type Name = XName | null;

/** XDeclaration */
export class XDeclaration extends NetObject {
  version: string | null;
  encoding: string | null;
  standalone: string | null;

  constructor(version: string | null, encoding: string | null, standalone: string | null) {
    super();
    this.version = version;
    this.encoding = encoding;
    this.standalone = standalone;
  }

  toText(): string {
    const part = (name: string, value: string | null): string => (value ? ` ${name}="${value}"` : '');
    return `<?xml${part('version', this.version ?? '1.0')}${part('encoding', this.encoding)}${part('standalone', this.standalone)}?>`;
  }
}

function needName(name: Name): XName {
  if (!name) throw argumentNull('name');
  return name;
}

function makeElement(engine: EngineContext, name: Name, content: PSValue = null): XElement {
  const { localName, namespace } = needName(name);
  const element = new XmlElement(new XmlDocument(), '', localName, namespace);
  addContent(engine, element, content);
  return xOf(element);
}

function attributeOf(x: XElement, name: Name): XmlAttribute | undefined {
  return name ? x.node.attributes.find(name.localName, name.namespace) : undefined;
}

function makeAttribute(engine: EngineContext, name: Name, value: PSValue): XAttribute {
  if (value === null) throw argumentNull('value');
  const { localName, namespace } = needName(name);
  const isDeclaration = namespace === 'http://www.w3.org/2000/xmlns/';
  const prefix = isDeclaration ? 'xmlns' : '';
  return xOf(new XmlAttribute(new XmlDocument(), prefix, localName, namespace, xmlValueText(engine, value)));
}

function setAttribute(engine: EngineContext, x: XElement, name: Name, value: PSValue): void {
  const found = attributeOf(x, name);
  if (value === null) {
    if (found) x.node.attributes.remove(found);
  } else if (found) found.value = xmlValueText(engine, value);
  else addContent(engine, x.node, makeAttribute(engine, name, value));
}

function setElement(engine: EngineContext, x: XElement, name: Name, value: PSValue): void {
  const wanted = needName(name);
  const [found] = elements(x.node.children(), wanted);
  const child = found instanceof XElement ? found : undefined;
  if (value === null) {
    if (child) x.node.remove(child.node);
  } else if (child) setContent(engine, child.node, xmlValueText(engine, value));
  else addContent(engine, x.node, makeElement(engine, wanted, xmlValueText(engine, value)));
}

function parsed(text: string, keepsBlanks: boolean): XmlDocument {
  const document = new XmlDocument();
  document.preserveWhitespace = keepsBlanks;
  document.load(text);
  return document;
}

function rootOf(text: string, keepsBlanks: boolean): PSValue {
  const document = parsed(text, keepsBlanks);
  const root = document.root as XmlElement;
  document.remove(root);
  return xOf(root);
}

const numeric = [
  'int',
  'long',
  'double',
  'float',
  'decimal',
  'uint',
  'ulong',
  'Guid',
  'DateTime',
  'DateTimeOffset',
  'TimeSpan',
];

/** `[int]$element` and its like. */
function valueCasts(type: string, text: (x: XObject) => string): Readonly<Record<string, MemberFunction>> {
  return {
    [`explicit ${type} -> string`]: (x: XObject) => text(x),
    [`explicit ${type} -> bool`]: (x: XObject) => ['true', '1'].includes(text(x).trim().toLowerCase()),
    ...Object.fromEntries(
      numeric.map((to) => [
        `explicit ${type} -> ${to}`,
        function (this: EngineContext, x: XObject): Eventually<PSValue> {
          const types = typeSystemOf(this);
          return types.convert(text(x).trim(), types.findType(to) as NetType);
        },
      ]),
    ),
  };
}

const elementMembers: MemberTable = {
  'new(XName name)'(name: Name) {
    return makeElement(this, name);
  },
  'new(XName name, object content)'(name: Name, content) {
    return makeElement(this, name, content);
  },
  'new(XName name, params object[] content)'(name: Name, content) {
    return makeElement(this, name, content);
  },
  'new(XElement other)': (x: XElement) => xOf(x.node.clone(true)),
  'static prop EmptySequence IEnumerable<XElement> get': () => [],
  'prop FirstAttribute XAttribute get': (x: XElement) => xOrNull(x.node.attributes.items[0]),
  'prop HasAttributes bool get': (x: XElement) => x.node.attributes.items.length > 0,
  'prop HasElements bool get': (x: XElement) => elements(x.node.children()).length > 0,
  'prop IsEmpty bool get': (x: XElement) => x.node.isEmpty,
  'prop LastAttribute XAttribute get': (x: XElement) => xOrNull(x.node.attributes.items.at(-1)),
  'prop Name XName get set': {
    get: (x: XElement) => new XName(x.node.localName, x.node.namespace),
    set: (x: XElement, name: Name) => {
      const { localName, namespace } = needName(name);
      x.node.rename(localName, namespace);
    },
  },
  'prop NodeType XmlNodeType get': () => nodeType.element,
  'prop Value string get set': {
    get: (x: XElement) => valueOf(x.node),
    set(x: XElement, text: string | null) {
      setContent(this, x.node, text);
    },
  },
  ...selfMembers,
  'Attribute(XName name) XAttribute': (x: XElement, name: Name) => xOrNull(attributeOf(x, name)),
  'Attributes() IEnumerable<XAttribute>': (x: XElement) => x.node.attributes.items.map((a) => xOf(a)),
  'Attributes(XName name) IEnumerable<XAttribute>': (x: XElement, name: Name) => {
    const found = attributeOf(x, name);
    return found ? [xOf(found)] : [];
  },
  'GetDefaultNamespace() XNamespace': (x: XElement) => new XNamespace(x.node.namespaceOf('') ?? ''),
  'GetNamespaceOfPrefix(string prefix) XNamespace': (x: XElement, prefix: string) => {
    const uri = x.node.namespaceOf(prefix);
    return uri === undefined ? null : new XNamespace(uri);
  },
  'RemoveAttributes() void': (x: XElement) => x.node.attributes.clear(),
  'RemoveAll() void': (x: XElement) => {
    x.node.attributes.clear();
    x.node.removeChildren();
    emptied(x.node);
  },
  'ReplaceAll(params object[] content) void'(x: XElement, content) {
    x.node.attributes.clear();
    setContent(this, x.node, content);
  },
  'ReplaceAttributes(params object[] content) void'(x: XElement, content) {
    x.node.attributes.clear();
    addContent(this, x.node, content);
  },
  'SetAttributeValue(XName name, object value) void'(x: XElement, name: Name, value) {
    setAttribute(this, x, name, value);
  },
  'SetElementValue(XName name, object value) void'(x: XElement, name: Name, value) {
    setElement(this, x, name, value);
  },
  'SetValue(object value) void'(x: XElement, value) {
    if (value === null) throw argumentNull('value');
    setContent(this, x.node, xmlValueText(this, value));
  },
  ...loadingMembers('XElement', rootOf),
  ...savingMembers,
};

function makeDocument(engine: EngineContext, declaration: XDeclaration | null, content: PSValue): XDocument {
  const document = new XmlDocument();
  if (declaration) setDeclaration(document, declaration);
  addContent(engine, document, content);
  return xOf(document);
}

function setDeclaration(document: XmlDocument, d: XDeclaration | null): void {
  if (document.declaration) document.remove(document.declaration);
  if (!d) return;
  document.link(new XmlDeclaration(document, d.version ?? '1.0', d.encoding ?? '', d.standalone ?? ''), document.first);
}

const documentMembers: MemberTable = {
  'new()'() {
    return makeDocument(this, null, null);
  },
  'new(params object[] content)'(content) {
    return makeDocument(this, null, content);
  },
  'new(XDeclaration declaration, params object[] content)'(declaration: XDeclaration | null, content) {
    return makeDocument(this, declaration, content);
  },
  'new(XDocument other)': (x: XDocument) => xOf(x.node.clone(true)),
  'prop Declaration XDeclaration get set': {
    get: (x: XDocument) => {
      const d = x.node.declaration;
      return d && new XDeclaration(d.version, d.encoding || null, d.standalone || null);
    },
    set: (x: XDocument, d: XDeclaration | null) => setDeclaration(x.node, d),
  },
  'prop DocumentType XDocumentType get': (x: XDocument) => xOrNull(x.node.documentType),
  'prop NodeType XmlNodeType get': () => nodeType.document,
  'prop Root XElement get': (x: XDocument) => xOrNull(x.node.root),
  ...loadingMembers('XDocument', (text, keepsBlanks) => xOf(parsed(text, keepsBlanks))),
  ...savingMembers,
};

const attributeMembers: MemberTable = {
  'new(XName name, object value)'(name: Name, value) {
    return makeAttribute(this, name, value);
  },
  'new(XAttribute other)': (x: XAttribute) => xOf(x.node.clone()),
  'prop IsNamespaceDeclaration bool get': (x: XAttribute) => /^xmlns(?::|$)/.test(x.node.name),
  'prop Name XName get': (x: XAttribute) =>
    new XName(x.node.localName, x.node.name === 'xmlns' ? '' : x.node.namespace),
  'prop NextAttribute XAttribute get': (x: XAttribute) => neighbour(x, 1),
  'prop NodeType XmlNodeType get': () => nodeType.attribute,
  'prop PreviousAttribute XAttribute get': (x: XAttribute) => neighbour(x, -1),
  'prop Value string get set': {
    get: (x: XAttribute) => x.node.value,
    set: (x: XAttribute, text: string | null) => {
      if (text === null) throw argumentNull('value');
      x.node.value = text;
    },
  },
  'Remove() void': (x: XAttribute) => {
    if (!x.node.element) throw invalidOperation('The attribute has no parent.');
    x.node.element.attributes.remove(x.node);
  },
  'SetValue(object value) void'(x: XAttribute, value) {
    x.node.value = xmlValueText(this, value);
  },
  'ToString() string': (x: XAttribute) => textOfX(x.node, false),
};

function neighbour(x: XAttribute, step: number): PSValue {
  const items = x.node.element?.attributes.items ?? [];
  return xOrNull(items[items.indexOf(x.node) + step]);
}

const text: MemberTable = {
  'prop Value string get set': {
    get: (x: XNode) => x.node.value,
    set: (x: XNode, value: string | null) => {
      x.node.value = value;
    },
  },
};

const kinds: Readonly<Record<number, string>> = {
  [nodeType.text]: 'XText',
  [nodeType.whitespace]: 'XText',
  [nodeType.significantWhitespace]: 'XText',
  [nodeType.cdata]: 'XCData',
  [nodeType.comment]: 'XComment',
  [nodeType.processingInstruction]: 'XProcessingInstruction',
  [nodeType.documentType]: 'XDocumentType',
};

const linq = (name: string, base: string, spec: Omit<TypeSpec, 'name' | 'base'>): TypeSpec =>
  defineType({ name: `System.Xml.Linq.${name}`, base: base ? `System.Xml.Linq.${base}` : 'System.Object', ...spec });

const evaluated = (value: ReturnType<XPathExpression['evaluate']>): PSValue => {
  if (typeof value === 'number') return toDouble(value);
  return typeof value === 'object' ? value.map((n) => xOf(n)) : value;
};
const selected = (x: XObject, path: string, manager: XmlNamespaceManager | null): PSValue[] =>
  elements(new XPathExpression(path, resolverOf(manager)).select(x.node));

/** System.Xml.Linq, with the XPath methods for it. */
export const xTypes: readonly TypeSpec[] = [
  linq('XObject', '', { jsClass: XObject, isAbstract: true, interfaces: 'IXmlLineInfo', members: objectMembers }),
  linq('XAttribute', 'XObject', {
    jsClass: XAttribute,
    members: attributeMembers,
    casts: valueCasts('XAttribute', (x) => x.node.value ?? ''),
  }),
  linq('XNode', 'XObject', {
    jsClass: XNode,
    typeNameOf: (x: XNode) => `System.Xml.Linq.${kinds[x.node.nodeType] ?? 'XNode'}`,
    isAbstract: true,
    members: nodeMembers,
  }),
  linq('XContainer', 'XNode', { isAbstract: true, members: containerMembers }),
  linq('XElement', 'XContainer', {
    jsClass: XElement,
    members: elementMembers,
    casts: valueCasts('XElement', (x) => valueOf(x.node)),
  }),
  linq('XDocument', 'XContainer', { jsClass: XDocument, members: documentMembers }),
  linq('XText', 'XNode', {
    members: { 'new(string value)': (value: string) => xOf(new XmlText(new XmlDocument(), value)), ...text },
  }),
  linq('XCData', 'XText', {
    members: { 'new(string value)': (value: string) => xOf(new XmlCDataSection(new XmlDocument(), value)) },
  }),
  linq('XComment', 'XNode', {
    members: { 'new(string value)': (value: string) => xOf(new XmlComment(new XmlDocument(), value)), ...text },
  }),
  linq('XProcessingInstruction', 'XNode', {
    members: {
      'new(string target, string data)': (target: string, data: string | null) =>
        xOf(new XmlProcessingInstruction(new XmlDocument(), target, data ?? '')),
      'prop Data string get': (x: XNode) => x.node.value,
      'prop Target string get': (x: XNode) => x.node.name,
    },
  }),
  linq('XDocumentType', 'XNode', {
    members: {
      'new(string name, string publicId, string systemId, string internalSubset)': (
        name: string,
        publicId: string | null,
        systemId: string | null,
        subset: string | null,
      ) => xOf(new XmlDocumentType(new XmlDocument(), name, publicId, systemId, subset)),
      'prop Name string get': (x: XNode) => x.node.name,
    },
  }),
  linq('XDeclaration', '', {
    jsClass: XDeclaration,
    members: {
      'new(string version, string encoding, string standalone)': (
        version: string | null,
        encoding: string | null,
        standalone: string | null,
      ) => new XDeclaration(version, encoding, standalone),
      ...Object.fromEntries(
        (['encoding', 'standalone', 'version'] as const).map((name) => [
          `prop ${name[0]?.toUpperCase()}${name.slice(1)} string get set`,
          {
            get: (d: XDeclaration) => d[name],
            set: (d: XDeclaration, value: string | null) => {
              d[name] = value;
            },
          },
        ]),
      ),
      'ToString() string': (d: XDeclaration) => d.toText(),
    },
  }),
  linq('Extensions', '', {
    isAbstract: true,
    members: {
      'static Remove(IEnumerable<XNode> source) void': (source) => {
        for (const x of itemsOf(source)) if (x instanceof XNode) x.node.parent?.remove(x.node);
      },
    },
  }),
  defineType({
    name: 'System.Xml.XPath.Extensions',
    isAbstract: true,
    members: {
      'static XPathSelectElement(XNode node, string expression) XElement': (x: XObject, path: string) =>
        selected(x, path, null)[0] ?? null,
      'static XPathSelectElement(XNode node, string expression, IXmlNamespaceResolver resolver) XElement': (
        x: XObject,
        path: string,
        manager: XmlNamespaceManager | null,
      ) => selected(x, path, manager)[0] ?? null,
      'static XPathSelectElements(XNode node, string expression) IEnumerable<XElement>': (x: XObject, path: string) =>
        selected(x, path, null),
      'static XPathSelectElements(XNode node, string expression, IXmlNamespaceResolver resolver) IEnumerable<XElement>':
        selected,
      'static XPathEvaluate(XNode node, string expression) object': (x: XObject, path: string) =>
        evaluated(new XPathExpression(path).evaluate(x.node)),
    },
  }),
];
