import type { EngineContext } from '../../engine.ts';
import { textEncodings } from '../../text/text-encoding.ts';
import { Char } from '../../values/char.ts';
import { NetEncoding } from '../../values/net-encoding.ts';
import { NetObject } from '../../values/net-object.ts';
import type { NetStream } from '../../values/net-stream.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { StringBuilder } from '../../values/string-builder.ts';
import type { XmlOutputSettings } from '../../xml/xml-output.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';
import { bytesOf, itemsOf } from '../sequence.ts';
import { base64Of } from '../system/base64.ts';
import type { TextWriter } from '../system-io/text-writer.ts';
import { encodingObject } from '../system-text/encoding.ts';
import { fileTarget, streamTarget, writerTarget } from './document-io.ts';
import { type NavigatorLike, nodeOf } from './navigator-value.ts';
import type { XmlReaderValue } from './reader-value.ts';
import { readState } from './reader-value.ts';
import { settingsMembers } from './settings.ts';
import { type XmlTarget, XmlWriterValue } from './writer-value.ts';
import { xmlValueText } from './xml-value-text.ts';

function isInteractive(reader: XmlReaderValue): boolean {
  return reader.state === readState.interactive;
}

/** XmlWriterSettings */
export class XmlWriterSettings extends NetObject {
  readonly values: Record<string, PSValue> = {
    Async: false,
    Encoding: encodingObject(textEncodings.utf8BOM),
    OmitXmlDeclaration: false,
    NewLineHandling: 0,
    NewLineChars: '\n',
    Indent: false,
    IndentChars: '  ',
    NewLineOnAttributes: false,
    CloseOutput: false,
    ConformanceLevel: 2,
    CheckCharacters: true,
    NamespaceHandling: 0,
    WriteEndDocumentOnClose: true,
    DoNotEscapeUriAttributes: false,
  };
}

type Text = string | null;
type Settings = XmlWriterSettings | null;

function encodingOf(settings: Settings): NetEncoding {
  const chosen = settings?.values['Encoding'];
  return chosen instanceof NetEncoding ? chosen : encodingObject(textEncodings.utf8BOM);
}

function outputSettings(settings: Settings, encodingName: string): XmlOutputSettings {
  const values = settings?.values ?? {};
  const text = (name: string, otherwise: string): string => {
    const value = values[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const level = Number(values['ConformanceLevel'] ?? 2);
  return {
    style: 'created',
    encodingName,
    isIndented: values['Indent'] === true,
    indentText: text('IndentChars', '  '),
    newLine: text('NewLineChars', '\n'),
    omitsDeclaration: values['OmitXmlDeclaration'] === true || level === 1,
    newLineOnAttributes: values['NewLineOnAttributes'] === true,
    isFragment: level === 1,
  };
}

/** The writers of XmlWriter.Create. */
export class CreatedXmlWriter extends XmlWriterValue {
  readonly settings: XmlWriterSettings;

  constructor(target: XmlTarget, settings: Settings, encodingName: string) {
    super(target, outputSettings(settings, encodingName));
    this.settings = settings ?? new XmlWriterSettings();
  }
}

const closes = (settings: Settings): boolean => settings?.values['CloseOutput'] === true;

function toFile(engine: EngineContext, path: Text, settings: Settings): Eventually<XmlWriterValue> {
  const { encoding } = encodingOf(settings);
  return andThen(
    fileTarget(engine, path, encoding),
    (target) => new CreatedXmlWriter(target, settings, encoding.webName),
  );
}

function toStream(stream: NetStream | null, settings: Settings): XmlWriterValue {
  const { encoding } = encodingOf(settings);
  return new CreatedXmlWriter(streamTarget(stream, encoding, closes(settings)), settings, encoding.webName);
}

function toWriter(writer: TextWriter | null, settings: Settings): XmlWriterValue {
  if (!writer) throw argumentNull('output');
  return new CreatedXmlWriter(writerTarget(writer, closes(settings)), settings, writer.encoding.webName);
}

function toBuilder(builder: StringBuilder | null, settings: Settings): XmlWriterValue {
  if (!builder) throw argumentNull('output');
  const target: XmlTarget = {
    write: (text) => {
      builder.append(text);
    },
    flush: () => undefined,
    close: () => undefined,
  };
  return new CreatedXmlWriter(target, settings, 'utf-16');
}

const creating: MemberTable = {
  'static Create(string outputFileName) XmlWriter'(path: Text) {
    return toFile(this, path, null);
  },
  'static Create(string outputFileName, XmlWriterSettings settings) XmlWriter'(path: Text, settings: Settings) {
    return toFile(this, path, settings);
  },
  'static Create(Stream output) XmlWriter': (stream: NetStream | null) => toStream(stream, null),
  'static Create(Stream output, XmlWriterSettings settings) XmlWriter': toStream,
  'static Create(TextWriter output) XmlWriter': (writer: TextWriter | null) => toWriter(writer, null),
  'static Create(TextWriter output, XmlWriterSettings settings) XmlWriter': toWriter,
  'static Create(StringBuilder output) XmlWriter': (builder: StringBuilder | null) => toBuilder(builder, null),
  'static Create(StringBuilder output, XmlWriterSettings settings) XmlWriter': toBuilder,
  'static Create(XmlWriter output) XmlWriter': (writer) => writer,
  'static Create(XmlWriter output, XmlWriterSettings settings) XmlWriter': (writer) => writer,
};

/** Writes a whole element of text. */
function element(w: XmlWriterValue, prefix: Text, name: string, ns: Text, text: Text): Eventually<PSValue> {
  return w.run((out) => {
    out.startElement(prefix, name, ns);
    if (text !== null && text !== '') out.text(text);
    out.endElement();
  });
}

const structure: MemberTable = {
  'WriteStartDocument() void': (w: XmlWriterValue) => w.run((out) => out.startDocument()),
  'WriteStartDocument(bool standalone) void': (w: XmlWriterValue, standalone: boolean) =>
    w.run((out) => out.startDocument(standalone)),
  'WriteEndDocument() void': (w: XmlWriterValue) => w.run((out) => out.endDocument()),
  'WriteDocType(string name, string pubid, string sysid, string subset) void': (
    w: XmlWriterValue,
    name: string,
    publicId: Text,
    systemId: Text,
    subset: Text,
  ) => w.run((out) => out.documentType(name, publicId, systemId, subset)),
  'WriteStartElement(string localName) void': (w: XmlWriterValue, name: string) =>
    w.run((out) => out.startElement(null, name, null)),
  'WriteStartElement(string localName, string ns) void': (w: XmlWriterValue, name: string, ns: Text) =>
    w.run((out) => out.startElement(null, name, ns)),
  'WriteStartElement(string prefix, string localName, string ns) void': (
    w: XmlWriterValue,
    prefix: Text,
    name: string,
    ns: Text,
  ) => w.run((out) => out.startElement(prefix, name, ns)),
  'WriteEndElement() void': (w: XmlWriterValue) => w.run((out) => out.endElement()),
  'WriteFullEndElement() void': (w: XmlWriterValue) => w.run((out) => out.endElement(true)),
  'WriteElementString(string localName, string value) void': (w: XmlWriterValue, name: string, text: Text) =>
    element(w, null, name, null, text),
  'WriteElementString(string localName, string ns, string value) void': (
    w: XmlWriterValue,
    name: string,
    ns: Text,
    text: Text,
  ) => element(w, null, name, ns, text),
  'WriteElementString(string prefix, string localName, string ns, string value) void': element,
  'WriteStartAttribute(string localName) void': (w: XmlWriterValue, name: string) =>
    w.run((out) => out.startAttribute(null, name, null)),
  'WriteStartAttribute(string localName, string ns) void': (w: XmlWriterValue, name: string, ns: Text) =>
    w.run((out) => out.startAttribute(null, name, ns)),
  'WriteStartAttribute(string prefix, string localName, string ns) void': (
    w: XmlWriterValue,
    prefix: Text,
    name: string,
    ns: Text,
  ) => w.run((out) => out.startAttribute(prefix, name, ns)),
  'WriteEndAttribute() void': (w: XmlWriterValue) => w.run((out) => out.endAttribute()),
  'WriteAttributeString(string localName, string value) void': (w: XmlWriterValue, name: string, text: Text) =>
    w.run((out) => out.attribute(null, name, null, text ?? '')),
  'WriteAttributeString(string localName, string ns, string value) void': (
    w: XmlWriterValue,
    name: string,
    ns: Text,
    text: Text,
  ) => w.run((out) => out.attribute(null, name, ns, text ?? '')),
  'WriteAttributeString(string prefix, string localName, string ns, string value) void': (
    w: XmlWriterValue,
    prefix: Text,
    name: string,
    ns: Text,
    text: Text,
  ) => w.run((out) => out.attribute(prefix, name, ns, text ?? '')),
};

const content: MemberTable = {
  'WriteString(string text) void': (w: XmlWriterValue, text: Text) => w.run((out) => out.text(text ?? '')),
  'WriteCData(string text) void': (w: XmlWriterValue, text: Text) => w.run((out) => out.cdata(text ?? '')),
  'WriteComment(string text) void': (w: XmlWriterValue, text: Text) => {
    if (text?.includes('--') || text?.endsWith('-')) throw badArgument("A comment must not contain '--'.");
    return w.run((out) => out.comment(text ?? ''));
  },
  'WriteProcessingInstruction(string name, string text) void': (w: XmlWriterValue, name: string, text: Text) =>
    w.run((out) => out.instruction(name, text ?? '')),
  'WriteEntityRef(string name) void': (w: XmlWriterValue, name: string) => w.run((out) => out.entityReference(name)),
  'WriteCharEntity(char ch) void': (w: XmlWriterValue, char: Char) =>
    w.run((out) => out.raw(`&#x${char.code.toString(16).toUpperCase()};`)),
  'WriteWhitespace(string ws) void': (w: XmlWriterValue, text: Text) => w.run((out) => out.whitespace(text ?? '')),
  'WriteChars(char[] buffer, int index, int count) void': (w: XmlWriterValue, buffer, index: number, count: number) => {
    const chars = itemsOf(buffer, 'buffer').slice(index, index + count);
    return w.run((out) => out.text(chars.map((c) => (c instanceof Char ? c.text : '')).join('')));
  },
  'WriteRaw(string data) void': (w: XmlWriterValue, text: Text) => w.run((out) => out.raw(text ?? '')),
  'WriteBase64(byte[] buffer, int index, int count) void': (
    w: XmlWriterValue,
    buffer,
    index: number,
    count: number,
  ) => {
    const bytes = bytesOf(buffer, 'buffer').subarray(index, index + count);
    return w.run((out) => out.text(base64Of(bytes, false)));
  },
  'WriteBinHex(byte[] buffer, int index, int count) void': (
    w: XmlWriterValue,
    buffer,
    index: number,
    count: number,
  ) => {
    const bytes = bytesOf(buffer, 'buffer').subarray(index, index + count);
    const hex = Array.from(bytes, (b) => b.toString(16).toUpperCase().padStart(2, '0')).join('');
    return w.run((out) => out.text(hex));
  },
  'WriteName(string name) void': (w: XmlWriterValue, name: string) => w.run((out) => out.text(name)),
  'WriteQualifiedName(string localName, string ns) void': (w: XmlWriterValue, name: string, ns: Text) =>
    w.run((out) => {
      const prefix = ns ? out.prefixOf(ns) : '';
      out.text(prefix ? `${prefix}:${name}` : name);
    }),
  'WriteValue(string value) void': (w: XmlWriterValue, text: Text) => w.run((out) => out.text(text ?? '')),
  'WriteValue(object value) void'(w: XmlWriterValue, value) {
    if (value === null) throw argumentNull('value');
    return w.run((out) => out.text(xmlValueText(this, value)));
  },
  ...Object.fromEntries(
    ['bool', 'DateTime', 'DateTimeOffset', 'double', 'float', 'decimal', 'int', 'long'].map((type) => [
      `WriteValue(${type} value) void`,
      function (this: EngineContext, w: XmlWriterValue, value: PSValue) {
        return w.run((out) => out.text(xmlValueText(this, value)));
      },
    ]),
  ),
  'WriteNode(XmlReader reader, bool defattr) void': (w: XmlWriterValue, reader: XmlReaderValue) =>
    w.run((out) => {
      if (reader.state !== readState.initial) {
        reader.copyTo(out);
        return;
      }
      reader.read();
      while (isInteractive(reader)) reader.copyTo(out);
    }),
  'WriteNode(XPathNavigator navigator, bool defattr) void': (w: XmlWriterValue, navigator: NavigatorLike) =>
    w.run((out) => nodeOf(navigator).writeTo(out)),
  'WriteAttributes(XmlReader reader, bool defattr) void': (w: XmlWriterValue, reader: XmlReaderValue) =>
    w.run((out) => {
      for (const a of reader.scanner.attributes) out.attribute(a.prefix || null, a.localName, a.namespace, a.value);
    }),
  'LookupPrefix(string ns) string': (w: XmlWriterValue, ns: string) => w.output.prefixOf(ns) ?? null,
  'Flush() void': (w: XmlWriterValue) => w.flush(),
  'Close() void': (w: XmlWriterValue) => w.close(),
  'Dispose() void': (w: XmlWriterValue) => w.close(),
};

/** XmlTextWriter: settings can change while it writes. */
export class XmlTextWriter extends XmlWriterValue {
  indentation = 2;
  indentChar = ' ';

  constructor(target: XmlTarget, encodingName: string | undefined) {
    super(target, { style: 'classic', encodingName });
  }

  /** Carries the properties over to the output. */
  apply(): void {
    this.output.settings.indentText = this.indentChar.repeat(this.indentation);
  }
}

function ownEncoding(encoding: NetEncoding | null): [encoding: NetEncoding, name: string | undefined] {
  return encoding ? [encoding, encoding.encoding.webName] : [encodingObject(textEncodings.utf8), undefined];
}

const textWriterMembers: MemberTable = {
  'new(TextWriter w)': (writer: TextWriter | null) => {
    if (!writer) throw argumentNull('w');
    return new XmlTextWriter(writerTarget(writer, true), writer.encoding.webName);
  },
  'new(Stream w, Encoding encoding)': (stream: NetStream | null, encoding: NetEncoding | null) => {
    const [chosen, name] = ownEncoding(encoding);
    return new XmlTextWriter(streamTarget(stream, chosen.encoding, true), name);
  },
  'new(string filename, Encoding encoding)'(path: Text, encoding: NetEncoding | null) {
    const [chosen, name] = ownEncoding(encoding);
    return andThen(fileTarget(this, path, chosen.encoding), (target) => new XmlTextWriter(target, name));
  },
  'prop Formatting Formatting get set': {
    get: (w: XmlTextWriter) => (w.output.settings.isIndented ? 1 : 0),
    set: (w: XmlTextWriter, value) => {
      w.output.settings.isIndented = Number((value as { value?: PSValue }).value ?? value) === 1;
    },
  },
  'prop Indentation int get set': {
    get: (w: XmlTextWriter) => w.indentation,
    set: (w: XmlTextWriter, count: number) => {
      if (count < 0) throw badArgument('The indentation must not be negative.');
      w.indentation = count;
      w.apply();
    },
  },
  'prop IndentChar char get set': {
    get: (w: XmlTextWriter) => Char.from(w.indentChar),
    set: (w: XmlTextWriter, char: Char) => {
      w.indentChar = char.text;
      w.apply();
    },
  },
  'prop QuoteChar char get set': {
    get: (w: XmlTextWriter) => Char.from(w.output.settings.quote ?? '"'),
    set: (w: XmlTextWriter, char: Char) => {
      w.output.settings.quote = char.text;
    },
  },
  'prop Namespaces bool get set': { get: () => true, set: () => undefined },
};

/** XmlWriter, XmlTextWriter and the settings. */
export const writerTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Xml.XmlWriter',
    jsClass: XmlWriterValue,
    isAbstract: true,
    interfaces: 'IDisposable, IAsyncDisposable',
    members: {
      'prop Settings XmlWriterSettings get': (w: XmlWriterValue) => (w instanceof CreatedXmlWriter ? w.settings : null),
      'prop WriteState WriteState get': (w: XmlWriterValue) => (w.isOpen ? w.output.state : 5),
      'prop XmlSpace XmlSpace get': () => 0,
      'prop XmlLang string get': () => null,
      ...creating,
      ...structure,
      ...content,
    },
  }),
  defineType({ name: 'System.Xml.XmlWellFormedWriter', base: 'System.Xml.XmlWriter', jsClass: CreatedXmlWriter }),
  defineType({
    name: 'System.Xml.XmlTextWriter',
    base: 'System.Xml.XmlWriter',
    jsClass: XmlTextWriter,
    members: textWriterMembers,
  }),
  defineType({
    name: 'System.Xml.XmlWriterSettings',
    jsClass: XmlWriterSettings,
    isSealed: true,
    members: {
      'new()': () => new XmlWriterSettings(),
      ...settingsMembers({
        Async: 'bool',
        Encoding: 'Encoding',
        OmitXmlDeclaration: 'bool',
        NewLineHandling: 'NewLineHandling',
        NewLineChars: 'string',
        Indent: 'bool',
        IndentChars: 'string',
        NewLineOnAttributes: 'bool',
        CloseOutput: 'bool',
        ConformanceLevel: 'ConformanceLevel',
        CheckCharacters: 'bool',
        NamespaceHandling: 'NamespaceHandling',
        WriteEndDocumentOnClose: 'bool',
        DoNotEscapeUriAttributes: 'bool',
      }),
      'Clone() XmlWriterSettings': (s: XmlWriterSettings) => {
        const copy = new XmlWriterSettings();
        Object.assign(copy.values, s.values);
        return copy;
      },
      'Reset() void': (s: XmlWriterSettings) => {
        Object.assign(s.values, new XmlWriterSettings().values);
      },
    },
  }),
];
