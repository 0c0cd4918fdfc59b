import type { EngineContext } from '../../engine.ts';
import { findTextEncoding, type TextEncoding, textEncodings } from '../../text/text-encoding.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NetEnumerable } from '../../values/net-enumerable.ts';
import type { NetStream } from '../../values/net-stream.ts';
import { baseOf } from '../../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { nodeType } from '../../xml/node-types.ts';
import { XmlDocument, XmlDocumentFragment } from '../../xml/xml-document.ts';
import { XmlAttribute } from '../../xml/xml-element.ts';
import { xmlError } from '../../xml/xml-error.ts';
import {
  XmlCDataSection,
  XmlComment,
  XmlDeclaration,
  XmlDocumentType,
  XmlProcessingInstruction,
  XmlWhitespace,
} from '../../xml/xml-leaves.ts';
import { joinName } from '../../xml/xml-names.ts';
import type { XmlNode } from '../../xml/xml-node.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { argumentNull, badArgument, invalidOperation } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import type { TextReader } from '../system-io/text-reader.ts';
import type { TextWriter } from '../system-io/text-writer.ts';
import { typeSystemOf } from '../type-system.ts';
import { fileTarget, readXmlFile, streamTarget, writerTarget, xmlText } from './document-io.ts';
import { NameTable } from './namespace-manager.ts';
import { nodeProperties } from './node-members.ts';
import { elementsByName } from './node-types.ts';
import type { XmlReaderValue } from './reader-value.ts';
import { type XmlTarget, XmlWriterValue } from './writer-value.ts';

type Text = string | null;

const creating: MemberTable = {
  'CreateAttribute(string name) XmlAttribute': (d: XmlDocument, name: string) => d.createAttribute(name),
  'CreateAttribute(string qualifiedName, string namespaceURI) XmlAttribute': (
    d: XmlDocument,
    name: string,
    uri: Text,
  ) => d.createAttribute(name, '', uri ?? ''),
  'CreateAttribute(string prefix, string localName, string namespaceURI) XmlAttribute': (
    d: XmlDocument,
    prefix: Text,
    name: string,
    uri: Text,
  ) => new XmlAttribute(d, prefix ?? '', name, uri ?? ''),
  'CreateCDataSection(string data) XmlCDataSection': (d: XmlDocument, text: Text) => new XmlCDataSection(d, text ?? ''),
  'CreateComment(string data) XmlComment': (d: XmlDocument, text: Text) => new XmlComment(d, text ?? ''),
  'CreateDocumentType(string name, string publicId, string systemId, string internalSubset) XmlDocumentType': (
    d: XmlDocument,
    name: string,
    publicId: Text,
    systemId: Text,
    subset: Text,
  ) => new XmlDocumentType(d, name, publicId, systemId, subset),
  'CreateDocumentFragment() XmlDocumentFragment': (d: XmlDocument) => new XmlDocumentFragment(d),
  'CreateElement(string name) XmlElement': (d: XmlDocument, name: string) => d.createElement(name),
  'CreateElement(string qualifiedName, string namespaceURI) XmlElement': (d: XmlDocument, name: string, uri: Text) =>
    d.createElement(name, uri ?? ''),
  'CreateElement(string prefix, string localName, string namespaceURI) XmlElement': (
    d: XmlDocument,
    prefix: Text,
    name: string,
    uri: Text,
  ) => d.createElement(joinName(prefix ?? '', name), uri ?? ''),
  'CreateEntityReference(string name) XmlEntityReference': (d: XmlDocument, name: string) =>
    d.createEntityReference(name),
  'CreateProcessingInstruction(string target, string data) XmlProcessingInstruction': (
    d: XmlDocument,
    target: string,
    data: Text,
  ) => new XmlProcessingInstruction(d, target, data ?? ''),
  'CreateXmlDeclaration(string version, string encoding, string standalone) XmlDeclaration': (
    d: XmlDocument,
    version: Text,
    encoding: Text,
    standalone: Text,
  ) => {
    if (version !== '1.0') throw badArgument('The version must be 1.0.');
    if (!['', 'yes', 'no'].includes(standalone ?? '')) throw badArgument("Standalone is either 'yes' or 'no'.");
    return new XmlDeclaration(d, version, encoding ?? '', standalone ?? '');
  },
  'CreateTextNode(string text) XmlText': (d: XmlDocument, text: Text) => d.createText(text ?? ''),
  'CreateSignificantWhitespace(string text) XmlSignificantWhitespace': (d: XmlDocument, text: Text) =>
    new XmlWhitespace(d, text ?? '', true),
  'CreateWhitespace(string text) XmlWhitespace': (d: XmlDocument, text: Text) =>
    new XmlWhitespace(d, text ?? '', false),
  'CreateNode(XmlNodeType type, string name, string namespaceURI) XmlNode': (
    d: XmlDocument,
    type: EnumValue,
    name: Text,
    uri: Text,
  ) => createNode(d, Number(type.value), name ?? '', uri ?? ''),
  'CreateNode(string nodeTypeString, string name, string namespaceURI) XmlNode': (
    d: XmlDocument,
    type: string,
    name: Text,
    uri: Text,
  ) => createNode(d, nodeKind(type), name ?? '', uri ?? ''),
  'CreateNode(XmlNodeType type, string prefix, string name, string namespaceURI) XmlNode': (
    d: XmlDocument,
    type: EnumValue,
    prefix: Text,
    name: Text,
    uri: Text,
  ) => createNode(d, Number(type.value), joinName(prefix ?? '', name ?? ''), uri ?? ''),
};

function nodeKind(name: string): number {
  const kinds: Readonly<Record<string, number>> = {
    element: nodeType.element,
    attribute: nodeType.attribute,
    text: nodeType.text,
    cdatasection: nodeType.cdata,
    comment: nodeType.comment,
    document: nodeType.document,
    documentfragment: nodeType.documentFragment,
    processinginstruction: nodeType.processingInstruction,
    whitespace: nodeType.whitespace,
    significantwhitespace: nodeType.significantWhitespace,
  };
  const found = kinds[name.toLowerCase()];
  if (found === undefined) throw badArgument(`'${name}' names no kind of node.`);
  return found;
}

function createNode(d: XmlDocument, type: number, name: string, uri: string): XmlNode {
  if (type === nodeType.element) return d.createElement(name, uri);
  if (type === nodeType.attribute) return d.createAttribute(name, '', uri);
  if (type === nodeType.text) return d.createText('');
  if (type === nodeType.cdata) return new XmlCDataSection(d, '');
  if (type === nodeType.comment) return new XmlComment(d, '');
  if (type === nodeType.document) return new XmlDocument();
  if (type === nodeType.documentFragment) return new XmlDocumentFragment(d);
  if (type === nodeType.processingInstruction) return new XmlProcessingInstruction(d, name, '');
  if (type === nodeType.whitespace) return new XmlWhitespace(d, '', false);
  if (type === nodeType.significantWhitespace) return new XmlWhitespace(d, '', true);
  throw badArgument('A node of this kind cannot be made.');
}

/** The encoding a document asks for itself. */
function declaredEncoding(d: XmlDocument): TextEncoding | undefined {
  const name = d.declaration?.encoding ?? '';
  if (name === '') return undefined;
  // Whoever names UTF-8 gets it with a mark.
  return /^utf-?8$/i.test(name) ? textEncodings.utf8BOM : findTextEncoding(name);
}

/** Saves as XmlDocument does: indented unless white space is kept. */
function saveTo(d: XmlDocument, target: XmlTarget, encodingName: string): Eventually<PSValue> {
  const writer = new XmlWriterValue(target, { style: 'classic', isIndented: !d.preserveWhitespace, encodingName });
  return andThen(
    writer.run((out) => d.save(out)),
    () => writer.close(),
  );
}

function saveBytes(engine: EngineContext, d: XmlDocument, to: string | NetStream | null): Eventually<PSValue> {
  if (d.root === null) throw xmlError('The document has no root element.');
  const encoding = declaredEncoding(d) ?? textEncodings.utf8;
  const target = typeof to === 'string' ? fileTarget(engine, to, encoding) : streamTarget(to, encoding);
  return andThen(target, (t) => {
    const writer = new XmlWriterValue(t, { style: 'classic', isIndented: !d.preserveWhitespace });
    return andThen(
      writer.run((out) => d.writeContentTo(out)),
      () => writer.close(),
    );
  });
}

const inAndOut: MemberTable = {
  'Load(string filename) void'(d: XmlDocument, path: Text) {
    return andThen(readXmlFile(this, path), (text) => d.load(text));
  },
  'Load(Stream inStream) void': (d: XmlDocument, stream: NetStream | null) => {
    if (!stream) throw argumentNull('inStream');
    d.load(xmlText(stream.readToEnd()));
  },
  'Load(TextReader txtReader) void': (d: XmlDocument, reader: TextReader | null) => {
    if (!reader) throw argumentNull('txtReader');
    return andThen(reader.readToEnd(), (text) => d.load(text));
  },
  'Load(XmlReader reader) void': (d: XmlDocument, reader: XmlReaderValue | null) => {
    if (!reader) throw argumentNull('reader');
    reader.loadInto(d);
  },
  'LoadXml(string xml) void': (d: XmlDocument, text: Text) => {
    if (text === null) throw argumentNull('xml');
    d.load(text);
  },
  'Save(string filename) void'(d: XmlDocument, path: Text) {
    return saveBytes(this, d, path ?? '');
  },
  'Save(Stream outStream) void'(d: XmlDocument, stream: NetStream | null) {
    return saveBytes(this, d, stream);
  },
  'Save(TextWriter writer) void': (d: XmlDocument, writer: TextWriter | null) => {
    if (!writer) throw argumentNull('writer');
    return saveTo(d, writerTarget(writer), writer.encoding.webName);
  },
  'Save(XmlWriter w) void': (d: XmlDocument, writer: XmlWriterValue | null) => {
    if (!writer) throw argumentNull('w');
    return andThen(
      writer.run((out) => d.save(out)),
      () => writer.flush(),
    );
  },
};

/** XmlDocument, with the cast that makes one of text. */
export const documentTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Xml.XmlImplementation',
    members: { 'new()': () => null },
  }),
  defineType({
    name: 'System.Xml.XmlDocument',
    base: 'System.Xml.XmlNode',
    jsClass: XmlDocument,
    interfaces: 'ICloneable, IEnumerable, IXPathNavigable',
    members: {
      'new()': () => new XmlDocument(),
      'new(XmlNameTable nt)': () => new XmlDocument(),
      ...nodeProperties('NodeType ParentNode'),
      'prop DocumentType XmlDocumentType get': (d: XmlDocument) => d.documentType,
      ...nodeProperties('Name LocalName'),
      'prop DocumentElement XmlElement get': (d: XmlDocument) => d.root,
      ...nodeProperties('OwnerDocument'),
      'prop XmlResolver XmlResolver set': { set: () => undefined },
      'prop NameTable XmlNameTable get': () => new NameTable(),
      'prop PreserveWhitespace bool get set': {
        get: (d: XmlDocument) => d.preserveWhitespace,
        set: (d: XmlDocument, keeps: boolean) => {
          d.preserveWhitespace = keeps;
        },
      },
      ...nodeProperties('IsReadOnly InnerText InnerXml SchemaInfo BaseURI'),
      ...creating,
      'GetElementsByTagName(string name) XmlNodeList': (d: XmlDocument, name: string) => elementsByName(d, name),
      'GetElementsByTagName(string localName, string namespaceURI) XmlNodeList': (
        d: XmlDocument,
        name: string,
        uri: Text,
      ) => elementsByName(d, name, uri ?? ''),
      'GetElementById(string elementId) XmlElement': () => null,
      'ImportNode(XmlNode node, bool deep) XmlNode': (d: XmlDocument, node: XmlNode | null, deep: boolean) => {
        if (!node) throw invalidOperation('A $null cannot be imported.');
        return d.import(node, deep);
      },
      ...inAndOut,
    },
    convertFrom: {
      accepts: () => true,
      errorId: 'InvalidCastToXmlDocument',
      convert(value: PSValue) {
        const types = typeSystemOf(this);
        const base = baseOf(value);
        const isList = Array.isArray(base) || base instanceof TypedArray || base instanceof NetEnumerable;
        const text = isList
          ? itemsOf(base)
              .map((line) => types.toText(line))
              .join('\n')
          : types.toText(base);
        const document = new XmlDocument();
        if (text.trim() !== '') document.load(text);
        return document;
      },
    },
  }),
];
