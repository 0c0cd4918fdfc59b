import type { EngineContext } from '../../../engine.ts';
import { textEncodings } from '../../../text/text-encoding.ts';
import type { EnumValue } from '../../../values/enum-value.ts';
import type { NetStream } from '../../../values/net-stream.ts';
import { andThen, type Eventually, type PSValue } from '../../../values/ps-value.ts';
import { XmlDocument } from '../../../xml/xml-document.ts';
import { XmlElement } from '../../../xml/xml-element.ts';
import type { XmlNode } from '../../../xml/xml-node.ts';
import { isCharacters } from '../../../xml/xml-node.ts';
import { parentOf } from '../../../xml/xpath/xpath-values.ts';
import type { MemberTable } from '../../define-type.ts';
import { argumentNull, invalidOperation } from '../../net-error.ts';
import type { TextReader } from '../../system-io/text-reader.ts';
import type { TextWriter } from '../../system-io/text-writer.ts';
import { fileTarget, readXmlFile, streamTarget, writerTarget, xmlText } from '../document-io.ts';
import { nodeReader, type XmlReaderValue } from '../reader-value.ts';
import { type XmlTarget, XmlWriterValue } from '../writer-value.ts';
import { addContent, setContent } from './x-content.ts';
import type { XName } from './x-name.ts';
import { shows, textOfX, writeX, XDocument, type XObject, xOf, xOrNull } from './x-values.ts';

type Name = XName | null;

/** Whether a node is an element, of a name where one is asked for. */
export function isElement(node: XmlNode, name?: Name): node is XmlElement {
  if (!(node instanceof XmlElement) || name === null) return false;
  return name === undefined || (node.localName === name.localName && node.namespace === name.namespace);
}

/** Objects of the elements among nodes. */
export function elements(nodes: Iterable<XmlNode>, name?: Name): PSValue[] {
  const found: PSValue[] = [];
  for (const node of nodes) if (isElement(node, name)) found.push(xOf(node));
  return found;
}

/** A member with and without a name: `Elements()` and `Elements(XName name)`. */
export function named(call: string, nodes: (node: XmlNode) => Iterable<XmlNode>): MemberTable {
  return {
    [`${call}() IEnumerable<XElement>`]: (x: XObject) => elements(nodes(x.node)),
    [`${call}(XName name) IEnumerable<XElement>`]: (x: XObject, name: Name) => elements(nodes(x.node), name),
  };
}

function* ancestors(node: XmlNode, withSelf = false): Generator<XmlNode> {
  if (withSelf) yield node;
  for (let above = parentOf(node); above; above = parentOf(above)) yield above;
}

function* after(node: XmlNode): Generator<XmlNode> {
  for (let next = node.next; next; next = next.next) yield next;
}

function before(node: XmlNode): XmlNode[] {
  const found: XmlNode[] = [];
  for (let previous = node.previous; previous; previous = previous.previous) found.unshift(previous);
  return found;
}

export function* self(node: XmlNode, nodes: Iterable<XmlNode>): Generator<XmlNode> {
  yield node;
  yield* nodes;
}

const isDisabled = (options: EnumValue): boolean => (Number(options.value) & 1) !== 0;
const objectsOf = (nodes: Iterable<XmlNode>): PSValue[] => [...nodes].filter(shows).map((n) => xOf(n));

/** Parent of a node, where that is no document. */
function parentElement(node: XmlNode): XmlElement | null {
  const above = parentOf(node);
  return above instanceof XmlElement ? above : null;
}

export const objectMembers: MemberTable = {
  'prop BaseUri string get': () => '',
  'prop Document XDocument get': (x: XObject) => {
    let top = x.node;
    for (const above of ancestors(top)) top = above;
    const made = xOf(top);
    return made instanceof XDocument ? made : null;
  },
  'prop NodeType XmlNodeType get': (x: XObject) => x.node.nodeType,
  'prop Parent XElement get': (x: XObject) => xOrNull(parentElement(x.node)),
};

function place(x: XObject): XmlNode {
  if (x.node.parent === null) throw invalidOperation('The node has no parent.');
  return x.node.parent;
}

/** An element that lost its last node is empty again. */
export function emptied(node: XmlNode): void {
  if (node instanceof XmlElement && node.first === null) node.isEmpty = true;
}

export const nodeMembers: MemberTable = {
  'prop NextNode XNode get': (x: XObject) => xOrNull(x.node.next),
  'prop PreviousNode XNode get': (x: XObject) => xOrNull(before(x.node).filter(shows).at(-1)),
  'AddAfterSelf(object content) void'(x: XObject, content) {
    addContent(this, place(x), content, x.node.next);
  },
  'AddBeforeSelf(object content) void'(x: XObject, content) {
    addContent(this, place(x), content, x.node);
  },
  ...named('Ancestors', (n) => ancestors(n)),
  ...named('ElementsAfterSelf', after),
  ...named('ElementsBeforeSelf', before),
  'NodesAfterSelf() IEnumerable<XNode>': (x: XObject) => objectsOf(after(x.node)),
  'NodesBeforeSelf() IEnumerable<XNode>': (x: XObject) => objectsOf(before(x.node)),
  'CreateReader() XmlReader': (x: XObject): XmlReaderValue => nodeReader(x.node),
  'Remove() void': (x: XObject) => {
    const above = place(x);
    above.remove(x.node);
    emptied(above);
  },
  'ReplaceWith(object content) void'(x: XObject, content) {
    const [parent, next] = [place(x), x.node.next];
    parent.remove(x.node);
    addContent(this, parent, content, next);
  },
  'ToString() string': (x: XObject) => textOfX(x.node, true),
  'ToString(SaveOptions options) string': (x: XObject, options: EnumValue) => textOfX(x.node, !isDisabled(options)),
  'static DeepEquals(XNode n1, XNode n2) bool': (a: XObject | null, b: XObject | null) =>
    a === b || (a !== null && b !== null && textOfX(a.node, false) === textOfX(b.node, false)),
  'WriteTo(XmlWriter writer) void': (x: XObject, writer: XmlWriterValue) => writer.run((out) => writeX(x.node, out)),
};

export const containerMembers: MemberTable = {
  'prop FirstNode XNode get': (x: XObject) => {
    for (const child of x.node.children()) if (shows(child)) return xOf(child);
    return null;
  },
  'prop LastNode XNode get': (x: XObject) => xOrNull(x.node.last),
  'Add(object content) void'(x: XObject, content) {
    addContent(this, x.node, content);
  },
  'Add(params object[] content) void'(x: XObject, content) {
    addContent(this, x.node, content);
  },
  'AddFirst(object content) void'(x: XObject, content) {
    addContent(this, x.node, content, x.node.first);
  },
  'DescendantNodes() IEnumerable<XNode>': (x: XObject) => objectsOf(x.node.descendants()),
  ...named('Descendants', (n) => n.descendants()),
  'Element(XName name) XElement': (x: XObject, name: Name) => {
    for (const child of x.node.children()) if (isElement(child, name)) return xOf(child);
    return null;
  },
  ...named('Elements', (n) => n.children()),
  'Nodes() IEnumerable<XNode>': (x: XObject) => objectsOf(x.node.children()),
  'RemoveNodes() void': (x: XObject) => {
    x.node.removeChildren();
    emptied(x.node);
  },
  'ReplaceNodes(object content) void'(x: XObject, content) {
    setContent(this, x.node, content);
  },
  'ReplaceNodes(params object[] content) void'(x: XObject, content) {
    setContent(this, x.node, content);
  },
};

/** Text below a node. */
export function valueOf(node: XmlNode): string {
  return [...node.descendants()]
    .filter(isCharacters)
    .map((n) => n.value ?? '')
    .join('');
}

/** `AncestorsAndSelf` and its like. */
export const selfMembers: MemberTable = {
  ...named('AncestorsAndSelf', (n) => ancestors(n, true)),
  ...named('DescendantsAndSelf', (n) => self(n, n.descendants())),
  'DescendantNodesAndSelf() IEnumerable<XNode>': (x: XObject) => objectsOf(self(x.node, x.node.descendants())),
};

function save(x: XObject, target: XmlTarget, encodingName: string, options?: EnumValue): Eventually<PSValue> {
  const document = x.node instanceof XmlDocument ? x.node : undefined;
  const standalone = document?.declaration?.standalone || undefined;
  const writer = new XmlWriterValue(target, {
    style: 'created',
    encodingName,
    isIndented: options === undefined || !isDisabled(options),
  });
  writer.output.startDocument(standalone === undefined ? undefined : standalone === 'yes');
  writeX(x.node, writer.output);
  return writer.close();
}

function toFile(engine: EngineContext, x: XObject, path: string | null, options?: EnumValue): Eventually<PSValue> {
  const { utf8BOM } = textEncodings;
  return andThen(fileTarget(engine, path, utf8BOM), (target) => save(x, target, utf8BOM.webName, options));
}

function toWriter(x: XObject, writer: TextWriter | null, options?: EnumValue): Eventually<PSValue> {
  if (!writer) throw argumentNull('textWriter');
  return save(x, writerTarget(writer), writer.encoding.webName, options);
}

const toStream = (x: XObject, stream: NetStream | null, options?: EnumValue): Eventually<PSValue> =>
  save(x, streamTarget(stream, textEncodings.utf8BOM), 'utf-8', options);

/** Writing to files, streams and writers. */
export const savingMembers: MemberTable = {
  'Save(string fileName) void'(x: XObject, path: string | null) {
    return toFile(this, x, path);
  },
  'Save(string fileName, SaveOptions options) void'(x: XObject, path: string | null, options: EnumValue) {
    return toFile(this, x, path, options);
  },
  'Save(Stream stream) void': (x: XObject, stream: NetStream | null) => toStream(x, stream),
  'Save(Stream stream, SaveOptions options) void': toStream,
  'Save(TextWriter textWriter) void': (x: XObject, writer: TextWriter | null) => toWriter(x, writer),
  'Save(TextWriter textWriter, SaveOptions options) void': toWriter,
  'Save(XmlWriter writer) void': (x: XObject, writer: XmlWriterValue) =>
    writer.run((out) => {
      if (out.state === 0) out.startDocument();
      writeX(x.node, out);
    }),
};

/** Reading from texts, files, streams and readers: static members of a type. */
export function loadingMembers(type: string, make: (text: string, keepsBlanks: boolean) => PSValue): MemberTable {
  const keeps = (options: EnumValue | undefined): boolean => options !== undefined && (Number(options.value) & 1) !== 0;
  const fromReader = (reader: TextReader | null, options?: EnumValue): Eventually<PSValue> => {
    if (!reader) throw argumentNull('textReader');
    return andThen(reader.readToEnd(), (text) => make(text, keeps(options)));
  };
  const fromStream = (stream: NetStream | null, options?: EnumValue): PSValue => {
    if (!stream) throw argumentNull('stream');
    return make(xmlText(stream.readToEnd()), keeps(options));
  };
  const fromXml = (reader: XmlReaderValue, options?: EnumValue): PSValue => {
    reader.moveToContent();
    return make(reader.readOuter(), keeps(options));
  };
  return {
    [`static Parse(string text) ${type}`]: (text: string) => make(text, false),
    [`static Parse(string text, LoadOptions options) ${type}`]: (text: string, o: EnumValue) => make(text, keeps(o)),
    [`static Load(string uri) ${type}`](path: string | null) {
      return andThen(readXmlFile(this, path), (text) => make(text, false));
    },
    [`static Load(string uri, LoadOptions options) ${type}`](path: string | null, o: EnumValue) {
      return andThen(readXmlFile(this, path), (text) => make(text, keeps(o)));
    },
    [`static Load(Stream stream) ${type}`]: (stream: NetStream | null) => fromStream(stream),
    [`static Load(Stream stream, LoadOptions options) ${type}`]: fromStream,
    [`static Load(TextReader textReader) ${type}`]: (reader: TextReader | null) => fromReader(reader),
    [`static Load(TextReader textReader, LoadOptions options) ${type}`]: fromReader,
    [`static Load(XmlReader reader) ${type}`]: (reader: XmlReaderValue) => fromXml(reader),
    [`static Load(XmlReader reader, LoadOptions options) ${type}`]: fromXml,
  };
}
