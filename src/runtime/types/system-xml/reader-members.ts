import type { EngineContext } from '../../engine.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import type { NetStream } from '../../values/net-stream.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { nodeType } from '../../xml/node-types.ts';
import type { XmlNode } from '../../xml/xml-node.ts';
import { type ScanOptions, XmlScanner } from '../../xml/xml-scanner.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';
import type { TextReader } from '../system-io/text-reader.ts';
import { typeSystemOf } from '../type-system.ts';
import { readXmlFile, xmlText } from './document-io.ts';
import { nodeReader, type ReaderOptions, readState, XmlReaderValue } from './reader-value.ts';
import { settingsMembers } from './settings.ts';

/** XmlReaderSettings */
export class XmlReaderSettings extends NetObject {
  readonly values: Record<string, PSValue> = {
    Async: false,
    LineNumberOffset: 0,
    LinePositionOffset: 0,
    ConformanceLevel: 2,
    CheckCharacters: true,
    MaxCharactersInDocument: 0n,
    MaxCharactersFromEntities: 10_000_000n,
    IgnoreWhitespace: false,
    IgnoreProcessingInstructions: false,
    IgnoreComments: false,
    DtdProcessing: 0,
    CloseInput: false,
    ValidationType: 0,
  };
}

type Text = string | null;
type Settings = XmlReaderSettings | null;

const dtdModes = ['prohibit', 'ignore', 'parse'] as const;

function readerOf(text: string, settings: Settings): XmlReaderValue {
  const values = settings?.values ?? {};
  const scan: ScanOptions = {
    isFragment: Number(values['ConformanceLevel'] ?? 2) !== 2,
    dtd: dtdModes[Number(values['DtdProcessing'] ?? 0)] ?? 'prohibit',
  };
  const options: ReaderOptions = {
    ignoresWhitespace: values['IgnoreWhitespace'] === true,
    ignoresComments: values['IgnoreComments'] === true,
    ignoresInstructions: values['IgnoreProcessingInstructions'] === true,
  };
  return new XmlReaderValue(new XmlScanner(text, scan), options);
}

function textOf(reader: TextReader | null): Eventually<string> {
  if (!reader) throw argumentNull('input');
  return reader.readToEnd();
}

function streamText(stream: NetStream | null): string {
  if (!stream) throw argumentNull('input');
  return xmlText(stream.readToEnd());
}

function fileReader(engine: EngineContext, path: Text, settings: Settings): Eventually<XmlReaderValue> {
  return andThen(readXmlFile(engine, path), (text) => readerOf(text, settings));
}

const creating: MemberTable = {
  'static Create(string inputUri) XmlReader'(path: Text) {
    return fileReader(this, path, null);
  },
  'static Create(string inputUri, XmlReaderSettings settings) XmlReader'(path: Text, settings: Settings) {
    return fileReader(this, path, settings);
  },
  'static Create(Stream input) XmlReader': (stream: NetStream | null) => readerOf(streamText(stream), null),
  'static Create(Stream input, XmlReaderSettings settings) XmlReader': (stream: NetStream | null, settings: Settings) =>
    readerOf(streamText(stream), settings),
  'static Create(TextReader input) XmlReader': (reader: TextReader | null) =>
    andThen(textOf(reader), (text) => readerOf(text, null)),
  'static Create(TextReader input, XmlReaderSettings settings) XmlReader': (
    reader: TextReader | null,
    settings: Settings,
  ) => andThen(textOf(reader), (text) => readerOf(text, settings)),
  'static Create(XmlReader reader, XmlReaderSettings settings) XmlReader': (
    reader: XmlReaderValue,
    settings: Settings,
  ) => {
    const options = readerOf('<a/>', settings).options;
    return new XmlReaderValue(reader.scanner, options);
  },
};

/** Text of the reader as a value of a type. */
const asType =
  (type: (core: ReturnType<typeof coreTypes>) => NetType, read: (reader: XmlReaderValue) => string) =>
  (engine: EngineContext, reader: XmlReaderValue): Eventually<PSValue> => {
    const text = read(reader).trim();
    const core = coreTypes();
    const wanted = type(core);
    if (wanted === core.boolean) return text === 'true' || text === '1';
    return typeSystemOf(engine).convert(text, wanted);
  };

const contentTypes: Readonly<Record<string, (core: ReturnType<typeof coreTypes>) => NetType>> = {
  Boolean: (core) => core.boolean,
  Int: (core) => core.int32,
  Long: (core) => core.int64,
  Double: (core) => core.double,
  Decimal: (core) => core.decimal,
  DateTime: (core) => core.dateTime,
};
const keywords: Readonly<Record<string, string>> = {
  Boolean: 'bool',
  Int: 'int',
  Long: 'long',
  Double: 'double',
  Decimal: 'decimal',
  DateTime: 'DateTime',
};

const reading: MemberTable = Object.fromEntries(
  Object.entries(contentTypes).flatMap(([name, type]) => {
    const element = asType(type, (r) => r.readElementText());
    const content = asType(type, (r) => r.readText());
    return [
      [
        `ReadElementContentAs${name}() ${keywords[name]}`,
        function (this: EngineContext, r: XmlReaderValue) {
          return element(this, r);
        },
      ],
      [
        `ReadContentAs${name}() ${keywords[name]}`,
        function (this: EngineContext, r: XmlReaderValue) {
          return content(this, r);
        },
      ],
    ];
  }),
);

function needStart(r: XmlReaderValue, name?: string, namespace?: string): void {
  if (!r.isStart(name, namespace))
    throw r.fail(name === undefined ? 'An element is expected.' : `The element '${name}' is expected.`);
}

function toFollowing(r: XmlReaderValue, name: string): boolean {
  while (r.read()) if (r.nodeType === nodeType.element && r.name === name) return true;
  return false;
}

function toDescendant(r: XmlReaderValue, name: string): boolean {
  if (r.state === readState.initial) return toFollowing(r, name);
  if (r.nodeType !== nodeType.element || r.isEmpty) return false;
  const { depth } = r.scanner;
  while (r.read() && r.scanner.depth > depth) if (r.nodeType === nodeType.element && r.name === name) return true;
  return false;
}

function toNextSibling(r: XmlReaderValue, name: string): boolean {
  for (;;) {
    r.skip();
    if (r.isAtEnd || r.nodeType === nodeType.endElement) return false;
    if (r.nodeType === nodeType.element && r.name === name) return true;
  }
}

const moving: MemberTable = {
  'Read() bool': (r: XmlReaderValue) => r.read(),
  'MoveToAttribute(string name) bool': (r: XmlReaderValue, name: string) => r.moveToAttribute(r.findAttribute(name)),
  'MoveToAttribute(string name, string ns) bool': (r: XmlReaderValue, name: string, ns: Text) =>
    r.moveToAttribute(r.findAttribute(name, ns ?? '')),
  'MoveToAttribute(int i) void': (r: XmlReaderValue, at: number) => {
    if (!r.moveToAttribute(at)) throw outOfRange('i');
  },
  'MoveToFirstAttribute() bool': (r: XmlReaderValue) => r.moveToAttribute(0),
  'MoveToNextAttribute() bool': (r: XmlReaderValue) => r.moveToNextAttribute(),
  'MoveToElement() bool': (r: XmlReaderValue) => r.moveToElement(),
  'MoveToContent() XmlNodeType': (r: XmlReaderValue) => r.moveToContent(),
  'Skip() void': (r: XmlReaderValue) => r.skip(),
  'IsStartElement() bool': (r: XmlReaderValue) => r.isStart(),
  'IsStartElement(string name) bool': (r: XmlReaderValue, name: string) => r.isStart(name),
  'IsStartElement(string localname, string ns) bool': (r: XmlReaderValue, name: string, ns: Text) =>
    r.isStart(name, ns ?? ''),
  'ReadToFollowing(string name) bool': toFollowing,
  'ReadToDescendant(string name) bool': toDescendant,
  'ReadToNextSibling(string name) bool': toNextSibling,
  'ReadStartElement() void': (r: XmlReaderValue) => {
    needStart(r);
    r.read();
  },
  'ReadStartElement(string name) void': (r: XmlReaderValue, name: string) => {
    needStart(r, name);
    r.read();
  },
  'ReadStartElement(string localname, string ns) void': (r: XmlReaderValue, name: string, ns: Text) => {
    needStart(r, name, ns ?? '');
    r.read();
  },
  'ReadEndElement() void': (r: XmlReaderValue) => {
    if (r.moveToContent() !== nodeType.endElement) throw r.fail('An end tag is expected.');
    r.read();
  },
  'Close() void': (r: XmlReaderValue) => r.close(),
  'Dispose() void': (r: XmlReaderValue) => r.close(),
};

const content: MemberTable = {
  'ReadString() string': (r: XmlReaderValue) => {
    if (r.nodeType === nodeType.element) {
      if (r.isEmpty) return '';
      r.read();
    }
    return r.readText();
  },
  'ReadElementString() string': (r: XmlReaderValue) => {
    needStart(r);
    return r.readElementText();
  },
  'ReadElementString(string name) string': (r: XmlReaderValue, name: string) => {
    needStart(r, name);
    return r.readElementText();
  },
  'ReadContentAsString() string': (r: XmlReaderValue) => r.readText(),
  'ReadElementContentAsString() string': (r: XmlReaderValue) => r.readElementText(),
  'ReadElementContentAsString(string localName, string namespaceURI) string': (
    r: XmlReaderValue,
    name: string,
    ns: Text,
  ) => {
    needStart(r, name, ns ?? '');
    return r.readElementText();
  },
  'ReadElementContentAsObject() object': (r: XmlReaderValue) => r.readElementText(),
  ...reading,
  'ReadInnerXml() string': (r: XmlReaderValue) => r.readInner(),
  'ReadOuterXml() string': (r: XmlReaderValue) => r.readOuter(),
  'ReadSubtree() XmlReader': (r: XmlReaderValue) => {
    if (r.nodeType !== nodeType.element) throw r.fail('The reader does not stand on an element.');
    const scope = r.scanner.scope();
    return new XmlReaderValue(new XmlScanner(r.readOuter(true), { scope }), r.options);
  },
};

const hasValue: ReadonlySet<number> = new Set([2, 3, 4, 7, 8, 10, 13, 14, 17]);

const properties: MemberTable = {
  'prop Settings XmlReaderSettings get': () => null,
  'prop NodeType XmlNodeType get': (r: XmlReaderValue) => r.nodeType,
  'prop Name string get': (r: XmlReaderValue) => r.name,
  'prop LocalName string get': (r: XmlReaderValue) => r.localName,
  'prop NamespaceURI string get': (r: XmlReaderValue) => r.namespace,
  'prop Prefix string get': (r: XmlReaderValue) => r.prefix,
  'prop HasValue bool get': (r: XmlReaderValue) => hasValue.has(r.nodeType),
  'prop Value string get': (r: XmlReaderValue) => r.value,
  'prop Depth int get': (r: XmlReaderValue) => r.depth,
  'prop BaseURI string get': () => '',
  'prop IsEmptyElement bool get': (r: XmlReaderValue) => r.isEmpty,
  'prop IsDefault bool get': () => false,
  'prop AttributeCount int get': (r: XmlReaderValue) => r.scanner.attributes.length,
  'prop HasAttributes bool get': (r: XmlReaderValue) => r.scanner.attributes.length > 0,
  'prop EOF bool get': (r: XmlReaderValue) => r.isAtEnd,
  'prop ReadState ReadState get': (r: XmlReaderValue) => r.state,
  'prop Item[int] string get': (r: XmlReaderValue, at: number) => r.scanner.attributes[at]?.value ?? null,
  'prop Item[string] string get': (r: XmlReaderValue, name: string) =>
    r.scanner.attributes[r.findAttribute(name)]?.value ?? null,
  'GetAttribute(string name) string': (r: XmlReaderValue, name: string) =>
    r.scanner.attributes[r.findAttribute(name)]?.value ?? null,
  'GetAttribute(string name, string namespaceURI) string': (r: XmlReaderValue, name: string, ns: Text) =>
    r.scanner.attributes[r.findAttribute(name, ns ?? '')]?.value ?? null,
  'GetAttribute(int i) string': (r: XmlReaderValue, at: number) => {
    const found = r.scanner.attributes[at];
    if (!found) throw outOfRange('i');
    return found.value;
  },
  'LookupNamespace(string prefix) string': (r: XmlReaderValue, prefix: string) => r.scanner.lookup(prefix) ?? null,
  'static IsName(string str) bool': (text: Text) => /^[\p{L}_:][\p{L}\p{N}_:.-]*$/u.test(text ?? ''),
};

const lineInfo: MemberTable = {
  'prop LineNumber int get': (r: XmlReaderValue) => (r.state === readState.initial ? 0 : r.scanner.place.line),
  'prop LinePosition int get': (r: XmlReaderValue) => (r.state === readState.initial ? 0 : r.scanner.place.position),
  'HasLineInfo() bool': () => true,
};

const readerInterfaces = 'IDisposable, IXmlNamespaceResolver, IXmlLineInfo';
const legacyReader = (text: string): XmlReaderValue => new XmlReaderValue(new XmlScanner(text), {}, 'XmlTextReader');

/** XmlReader and its settings. */
export const readerTypes: readonly TypeSpec[] = [
  defineType({ name: 'System.Xml.IXmlLineInfo', kind: 'interface' }),
  defineType({
    name: 'System.Xml.XmlReader',
    jsClass: XmlReaderValue,
    typeNameOf: (r: XmlReaderValue) => `System.Xml.${r.kind}`,
    isAbstract: true,
    interfaces: 'IDisposable',
    members: { ...properties, ...creating, ...moving, ...content },
  }),
  defineType({
    name: 'System.Xml.XmlTextReaderImpl',
    base: 'System.Xml.XmlReader',
    interfaces: readerInterfaces,
    members: lineInfo,
  }),
  defineType({
    name: 'System.Xml.XmlTextReader',
    base: 'System.Xml.XmlReader',
    interfaces: readerInterfaces,
    members: {
      ...lineInfo,
      'prop WhitespaceHandling WhitespaceHandling get set': {
        get: (r: XmlReaderValue) => (r.options.ignoresWhitespace ? 2 : 0),
        set: (r: XmlReaderValue, value: EnumValue) => {
          r.options = { ...r.options, ignoresWhitespace: value.value !== 0 };
        },
      },
      'new(string url)'(path: Text) {
        return andThen(readXmlFile(this, path), legacyReader);
      },
      'new(TextReader input)': (reader: TextReader | null) => andThen(textOf(reader), legacyReader),
      'new(Stream input)': (stream: NetStream | null) => legacyReader(streamText(stream)),
    },
  }),
  defineType({
    name: 'System.Xml.XmlNodeReader',
    base: 'System.Xml.XmlReader',
    interfaces: 'IDisposable, IXmlNamespaceResolver',
    members: { 'new(XmlNode node)': (node: XmlNode) => nodeReader(node) },
  }),
  defineType({
    name: 'System.Xml.XmlReaderSettings',
    jsClass: XmlReaderSettings,
    isSealed: true,
    members: {
      'new()': () => new XmlReaderSettings(),
      ...settingsMembers({
        Async: 'bool',
        LineNumberOffset: 'int',
        LinePositionOffset: 'int',
        ConformanceLevel: 'ConformanceLevel',
        CheckCharacters: 'bool',
        MaxCharactersInDocument: 'long',
        MaxCharactersFromEntities: 'long',
        IgnoreWhitespace: 'bool',
        IgnoreProcessingInstructions: 'bool',
        IgnoreComments: 'bool',
        DtdProcessing: 'DtdProcessing',
        CloseInput: 'bool',
        ValidationType: 'ValidationType',
      }),
      'prop XmlResolver XmlResolver set': { set: () => undefined },
      'Clone() XmlReaderSettings': (s: XmlReaderSettings) => {
        const copy = new XmlReaderSettings();
        Object.assign(copy.values, s.values);
        return copy;
      },
      'Reset() void': (s: XmlReaderSettings) => {
        Object.assign(s.values, new XmlReaderSettings().values);
      },
    },
  }),
];
