import { nodeType } from '../../xml/node-types.ts';
import { XmlDocumentFragment } from '../../xml/xml-document.ts';
import { XmlAttribute, XmlElement } from '../../xml/xml-element.ts';
import {
  XmlCDataSection,
  XmlCharacters,
  XmlComment,
  XmlDeclaration,
  XmlDocumentType,
  XmlEntityReference,
  XmlProcessingInstruction,
  XmlText,
  XmlWhitespace,
} from '../../xml/xml-leaves.ts';
import { XmlNode } from '../../xml/xml-node.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { outOfRange } from '../net-error.ts';
import { attributeOf, XmlNodeList } from './node-lists.ts';
import { nodeMembers, nodeProperties } from './node-members.ts';

const nodeInterfaces = 'ICloneable, IEnumerable, IXPathNavigable';

/** Elements below a node by full name, or by local name and namespace; `*` is any. */
export function elementsByName(node: XmlNode, name: string | null, namespace?: string | null): XmlNodeList {
  const fits = (wanted: string | null, actual: string): boolean => wanted === '*' || wanted === actual;
  return new XmlNodeList('XmlElementList', function* () {
    for (const below of node.descendants()) {
      if (!(below instanceof XmlElement)) continue;
      if (
        namespace === undefined
          ? fits(name, below.name)
          : fits(name, below.localName) && fits(namespace, below.namespace)
      )
        yield below;
    }
  });
}

function removeAttribute(element: XmlElement, found: XmlAttribute | null): XmlAttribute | null {
  return found && element.attributes.remove(found);
}

const elementMembers: MemberTable = {
  ...nodeProperties('Name LocalName NamespaceURI Prefix NodeType ParentNode OwnerDocument'),
  'prop IsEmpty bool get set': {
    get: (e: XmlElement) => e.isEmpty,
    set: (e: XmlElement, isEmpty: boolean) => {
      if (isEmpty) e.removeChildren();
      e.isEmpty = isEmpty;
    },
  },
  ...nodeProperties('Attributes'),
  'prop HasAttributes bool get': (e: XmlElement) => e.attributes.items.length > 0,
  ...nodeProperties('SchemaInfo InnerXml InnerText NextSibling PreviousSibling'),
  'GetAttribute(string name) string': (e: XmlElement, name: string) => attributeOf(e.attributes, name)?.value ?? '',
  'GetAttribute(string localName, string namespaceURI) string': (e: XmlElement, name: string, uri: string | null) =>
    attributeOf(e.attributes, name, uri ?? '')?.value ?? '',
  'SetAttribute(string name, string value) void': (e: XmlElement, name: string, value: string | null) =>
    e.setAttribute(name, value ?? ''),
  'SetAttribute(string localName, string namespaceURI, string value) string': (
    e: XmlElement,
    name: string,
    uri: string | null,
    value: string | null,
  ) => {
    e.setAttributeIn(name, uri ?? '', value ?? '');
    return value ?? '';
  },
  'RemoveAttribute(string name) void': (e: XmlElement, name: string) => {
    removeAttribute(e, attributeOf(e.attributes, name));
  },
  'RemoveAttribute(string localName, string namespaceURI) void': (e: XmlElement, name: string, uri: string | null) => {
    removeAttribute(e, attributeOf(e.attributes, name, uri ?? ''));
  },
  'GetAttributeNode(string name) XmlAttribute': (e: XmlElement, name: string) => attributeOf(e.attributes, name),
  'GetAttributeNode(string localName, string namespaceURI) XmlAttribute': (
    e: XmlElement,
    name: string,
    uri: string | null,
  ) => attributeOf(e.attributes, name, uri ?? ''),
  'SetAttributeNode(XmlAttribute newAttr) XmlAttribute': (e: XmlElement, attribute: XmlAttribute) =>
    e.attributes.set(attribute),
  'SetAttributeNode(string localName, string namespaceURI) XmlAttribute': (
    e: XmlElement,
    name: string,
    uri: string | null,
  ) => {
    const made = new XmlAttribute(e.owner, '', name, uri ?? '');
    e.attributes.set(made);
    return made;
  },
  'RemoveAttributeNode(XmlAttribute oldAttr) XmlAttribute': (e: XmlElement, attribute: XmlAttribute) =>
    e.attributes.remove(attribute),
  'RemoveAttributeNode(string localName, string namespaceURI) XmlAttribute': (
    e: XmlElement,
    name: string,
    uri: string | null,
  ) => removeAttribute(e, attributeOf(e.attributes, name, uri ?? '')),
  'GetElementsByTagName(string name) XmlNodeList': (e: XmlElement, name: string) => elementsByName(e, name),
  'GetElementsByTagName(string localName, string namespaceURI) XmlNodeList': (
    e: XmlElement,
    name: string,
    uri: string | null,
  ) => elementsByName(e, name, uri ?? ''),
  'HasAttribute(string name) bool': (e: XmlElement, name: string) => attributeOf(e.attributes, name) !== null,
  'HasAttribute(string localName, string namespaceURI) bool': (e: XmlElement, name: string, uri: string | null) =>
    attributeOf(e.attributes, name, uri ?? '') !== null,
  'RemoveAttributeAt(int i) XmlNode': (e: XmlElement, at: number) => removeAttribute(e, e.attributes.items[at] ?? null),
  'RemoveAllAttributes() void': (e: XmlElement) => e.attributes.clear(),
};

function checkPlace(data: string, offset: number): void {
  if (offset < 0 || offset > data.length) throw outOfRange('offset');
}

const characterMembers: MemberTable = {
  ...nodeProperties('Value InnerText'),
  'prop Data string get set': {
    get: (n: XmlCharacters) => n.value,
    set: (n: XmlCharacters, text: string | null) => {
      n.value = text;
    },
  },
  'prop Length int get': (n: XmlCharacters) => n.value.length,
  'Substring(int offset, int count) string': (n: XmlCharacters, offset: number, count: number) => {
    checkPlace(n.value, offset);
    return n.value.slice(offset, offset + count);
  },
  'AppendData(string strData) void': (n: XmlCharacters, text: string | null) => {
    n.value += text ?? '';
  },
  'InsertData(int offset, string strData) void': (n: XmlCharacters, offset: number, text: string | null) => {
    checkPlace(n.value, offset);
    n.value = n.value.slice(0, offset) + (text ?? '') + n.value.slice(offset);
  },
  'DeleteData(int offset, int count) void': (n: XmlCharacters, offset: number, count: number) => {
    checkPlace(n.value, offset);
    n.value = n.value.slice(0, offset) + n.value.slice(offset + count);
  },
  'ReplaceData(int offset, int count, string strData) void': (
    n: XmlCharacters,
    offset: number,
    count: number,
    text: string | null,
  ) => {
    checkPlace(n.value, offset);
    n.value = n.value.slice(0, offset) + (text ?? '') + n.value.slice(offset + count);
  },
};

const linked = (name: string, members: MemberTable, jsClass?: TypeSpec['jsClass']): TypeSpec =>
  defineType({
    name: `System.Xml.${name}`,
    base: 'System.Xml.XmlLinkedNode',
    interfaces: nodeInterfaces,
    members,
    ...(jsClass ? { jsClass } : {}),
  });

const characters = (name: string, jsClass?: TypeSpec['jsClass'], members: MemberTable = {}): TypeSpec =>
  defineType({
    name: `System.Xml.${name}`,
    base: 'System.Xml.XmlCharacterData',
    interfaces: nodeInterfaces,
    members: { ...nodeProperties('Name LocalName NodeType ParentNode'), ...members },
    ...(jsClass ? { jsClass } : {}),
  });

const instructionData = {
  get: (n: XmlProcessingInstruction) => n.data,
  set: (n: XmlProcessingInstruction, text: string | null) => {
    n.data = text ?? '';
  },
};

/** All kinds of nodes but the document. */
export const nodeTypes: readonly TypeSpec[] = [
  defineType({ name: 'System.Xml.XPath.IXPathNavigable', kind: 'interface' }),
  defineType({
    name: 'System.Xml.XmlNode',
    jsClass: XmlNode,
    isAbstract: true,
    interfaces: nodeInterfaces,
    members: nodeMembers,
  }),
  defineType({
    name: 'System.Xml.XmlLinkedNode',
    base: 'System.Xml.XmlNode',
    isAbstract: true,
    interfaces: nodeInterfaces,
  }),
  linked('XmlElement', elementMembers, XmlElement),
  defineType({
    name: 'System.Xml.XmlAttribute',
    base: 'System.Xml.XmlNode',
    jsClass: XmlAttribute,
    interfaces: nodeInterfaces,
    members: {
      ...nodeProperties(
        'ParentNode Name LocalName NamespaceURI Prefix NodeType OwnerDocument Value SchemaInfo InnerText',
      ),
      'prop Specified bool get': () => true,
      'prop OwnerElement XmlElement get': (a: XmlAttribute) => a.element,
      'prop InnerXml string set': {
        set: (a: XmlAttribute, text: string | null) => {
          a.value = text;
        },
      },
    },
  }),
  linked('XmlCharacterData', characterMembers, XmlCharacters),
  characters('XmlText', XmlText, {
    'SplitText(int offset) XmlText': (t: XmlText, at: number) => {
      checkPlace(t.value, at);
      return t.split(at);
    },
  }),
  characters('XmlCDataSection', XmlCDataSection),
  characters('XmlComment', XmlComment),
  defineType({
    ...characters('XmlWhitespace', XmlWhitespace),
    typeNameOf: (n: XmlWhitespace) =>
      n.nodeType === nodeType.whitespace ? 'System.Xml.XmlWhitespace' : 'System.Xml.XmlSignificantWhitespace',
  }),
  characters('XmlSignificantWhitespace'),
  linked(
    'XmlProcessingInstruction',
    {
      ...nodeProperties('Name LocalName Value'),
      'prop Target string get': (n: XmlProcessingInstruction) => n.name,
      'prop Data string get set': instructionData,
      ...nodeProperties('InnerText NodeType'),
    },
    XmlProcessingInstruction,
  ),
  linked(
    'XmlDeclaration',
    {
      'prop Version string get': (d: XmlDeclaration) => d.version,
      'prop Encoding string get set': {
        get: (d: XmlDeclaration) => d.encoding,
        set: (d: XmlDeclaration, text: string | null) => {
          d.encoding = text ?? '';
        },
      },
      'prop Standalone string get set': {
        get: (d: XmlDeclaration) => d.standalone,
        set: (d: XmlDeclaration, text: string | null) => {
          d.standalone = text ?? '';
        },
      },
      ...nodeProperties('Value InnerText Name LocalName NodeType'),
    },
    XmlDeclaration,
  ),
  linked(
    'XmlDocumentType',
    {
      ...nodeProperties('Name LocalName NodeType IsReadOnly'),
      'prop PublicId string get': (d: XmlDocumentType) => d.publicId,
      'prop SystemId string get': (d: XmlDocumentType) => d.systemId,
      'prop InternalSubset string get': (d: XmlDocumentType) => d.internalSubset,
    },
    XmlDocumentType,
  ),
  linked('XmlEntityReference', nodeProperties('Name LocalName Value NodeType'), XmlEntityReference),
  defineType({
    name: 'System.Xml.XmlDocumentFragment',
    base: 'System.Xml.XmlNode',
    jsClass: XmlDocumentFragment,
    interfaces: nodeInterfaces,
    members: nodeProperties('Name LocalName NodeType ParentNode OwnerDocument InnerXml'),
  }),
];
