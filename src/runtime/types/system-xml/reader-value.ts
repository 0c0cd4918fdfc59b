import type { NetException } from '../../errors/net-exception.ts';
import { NetObject } from '../../values/net-object.ts';
import { nodeType } from '../../xml/node-types.ts';
import type { XmlDocument } from '../../xml/xml-document.ts';
import { XmlElement } from '../../xml/xml-element.ts';
import { xmlError } from '../../xml/xml-error.ts';
import type { XmlNode } from '../../xml/xml-node.ts';
import { writtenXml, type XmlOutput } from '../../xml/xml-output.ts';
import { type ScannedAttribute, XmlScanner } from '../../xml/xml-scanner.ts';

/** ReadState, by number. */
export const readState = { initial: 0, interactive: 1, error: 2, endOfFile: 3, closed: 4 } as const;

/** What a reader leaves out. */
export interface ReaderOptions {
  readonly ignoresWhitespace?: boolean;
  readonly ignoresComments?: boolean;
  readonly ignoresInstructions?: boolean;
}

const contentTypes: ReadonlySet<number> = new Set([
  nodeType.element,
  nodeType.endElement,
  nodeType.text,
  nodeType.cdata,
  nodeType.entityReference,
]);
const textTypes: ReadonlySet<number> = new Set([
  nodeType.text,
  nodeType.cdata,
  nodeType.whitespace,
  nodeType.significantWhitespace,
]);

/** XmlReader: goes through a text node by node; may stand on an attribute of an element. */
export class XmlReaderValue extends NetObject {
  readonly scanner: XmlScanner;
  options: ReaderOptions;
  /** Simple name of its class. */
  readonly kind: string;
  state: number = readState.initial;
  #attribute = -1;

  constructor(scanner: XmlScanner, options: ReaderOptions = {}, kind = 'XmlTextReaderImpl') {
    super();
    this.scanner = scanner;
    this.options = options;
    this.kind = kind;
  }

  /** The attribute it stands on. */
  get attribute(): ScannedAttribute | undefined {
    return this.#attribute < 0 ? undefined : this.scanner.attributes[this.#attribute];
  }

  get nodeType(): number {
    if (this.state !== readState.interactive) return nodeType.none;
    return this.attribute ? nodeType.attribute : this.scanner.nodeType;
  }

  get name(): string {
    return this.attribute?.name ?? this.scanner.name;
  }

  get localName(): string {
    return this.attribute?.localName ?? this.scanner.localName;
  }

  get prefix(): string {
    return this.attribute?.prefix ?? this.scanner.prefix;
  }

  get namespace(): string {
    return this.attribute?.namespace ?? this.scanner.namespace;
  }

  get value(): string {
    return this.attribute?.value ?? this.scanner.value;
  }

  get depth(): number {
    return this.scanner.depth + (this.attribute ? 1 : 0);
  }

  get isEmpty(): boolean {
    return !this.attribute && this.scanner.isEmpty;
  }

  get isAtEnd(): boolean {
    return this.state === readState.endOfFile;
  }

  /** Goes to the next node; false after the last. */
  read(): boolean {
    if (this.state > readState.interactive) return false;
    this.#attribute = -1;
    do {
      let more = false;
      try {
        more = this.scanner.read();
      } catch (thrown) {
        this.state = readState.error;
        throw thrown;
      }
      this.state = more ? readState.interactive : readState.endOfFile;
      if (!more) return false;
    } while (this.#isIgnored(this.scanner.nodeType));
    return true;
  }

  #isIgnored(type: number): boolean {
    if (type === nodeType.whitespace) return this.options.ignoresWhitespace ?? false;
    if (type === nodeType.comment) return this.options.ignoresComments ?? false;
    return type === nodeType.processingInstruction && (this.options.ignoresInstructions ?? false);
  }

  close(): void {
    this.state = readState.closed;
  }

  moveToAttribute(at: number): boolean {
    if (at < 0 || at >= this.scanner.attributes.length) return false;
    this.#attribute = at;
    return true;
  }

  moveToNextAttribute(): boolean {
    return this.moveToAttribute(this.#attribute + 1);
  }

  moveToElement(): boolean {
    if (this.#attribute < 0) return false;
    this.#attribute = -1;
    return true;
  }

  /** Position of an attribute by full name, or by local name and namespace; -1 for none. */
  findAttribute(name: string, namespace?: string): number {
    return this.scanner.attributes.findIndex((a) =>
      namespace === undefined ? a.name === name : a.localName === name && a.namespace === namespace,
    );
  }

  /** Goes on to the next element, end or text; answers the kind it stands on. */
  moveToContent(): number {
    if (this.state === readState.initial) this.read();
    this.moveToElement();
    while (!this.isAtEnd && !contentTypes.has(this.nodeType)) this.read();
    return this.nodeType;
  }

  isStart(name?: string, namespace?: string): boolean {
    if (this.moveToContent() !== nodeType.element) return false;
    if (name === undefined) return true;
    return namespace === undefined ? this.name === name : this.localName === name && this.namespace === namespace;
  }

  /** Leaves a node with all it holds. */
  skip(): void {
    this.#toEnd();
    this.read();
  }

  #isAt(type: number): boolean {
    return this.nodeType === type;
  }

  /** Goes to the end tag of the element it stands on. */
  #toEnd(): void {
    this.moveToElement();
    if (this.state === readState.initial) this.read();
    if (this.nodeType !== nodeType.element || this.isEmpty) return;
    const depth = this.scanner.depth;
    while (this.read() && !(this.#isAt(nodeType.endElement) && this.scanner.depth === depth));
  }

  /** The text of the element it stands on; goes behind it. @throws XmlException when it holds elements */
  readElementText(): string {
    this.moveToElement();
    if (this.nodeType !== nodeType.element) throw this.fail('The reader does not stand on an element.');
    let text = '';
    if (!this.isEmpty) {
      this.read();
      text = this.readText();
      if (!this.#isAt(nodeType.endElement)) throw this.fail('The element holds something other than text.');
    }
    this.read();
    return text;
  }

  /** Text from here to the next tag. */
  readText(): string {
    if (this.attribute) return this.value;
    let text = '';
    for (;;) {
      if (textTypes.has(this.nodeType)) text += this.value;
      else if (this.nodeType !== nodeType.comment && this.nodeType !== nodeType.processingInstruction) return text;
      if (!this.read()) return text;
    }
  }

  fail(message: string): NetException {
    const { line, position } = this.scanner.place;
    return xmlError(message, line, position);
  }

  /** The XML of the node it stands on, with what it holds; goes behind it unless `stays` at its end. */
  readOuter(stays = false): string {
    if (this.attribute) return `${this.name}="${this.value}"`;
    const text = writtenXml((out) => this.#copy(out));
    if (!stays) this.read();
    return text;
  }

  /** The XML of what the element it stands on holds; goes behind it. */
  readInner(): string {
    if (this.attribute) return this.value;
    if (this.nodeType !== nodeType.element) return '';
    const text = writtenXml((out) => {
      const depth = this.scanner.depth;
      if (this.isEmpty) return;
      while (this.read() && !(this.nodeType === nodeType.endElement && this.scanner.depth === depth)) this.#copy(out);
    });
    this.read();
    return text;
  }

  /** Writes the node it stands on; ends on its last token. */
  #copy(out: XmlOutput): void {
    const { scanner } = this;
    const depth = scanner.depth;
    this.writeToken(out);
    if (scanner.nodeType !== nodeType.element || scanner.isEmpty) return;
    while (this.read()) {
      this.writeToken(out);
      if (this.#isAt(nodeType.endElement) && scanner.depth === depth) return;
    }
  }

  /** Writes the node it stands on and goes behind it. */
  copyTo(out: XmlOutput): void {
    this.#copy(out);
    this.read();
  }

  writeToken(out: XmlOutput): void {
    const { scanner } = this;
    switch (scanner.nodeType) {
      case nodeType.element:
        out.startElement(scanner.prefix, scanner.localName, scanner.namespace);
        for (const a of scanner.attributes)
          out.attribute(a.prefix === '' ? null : a.prefix, a.localName, a.namespace, a.value);
        if (scanner.isEmpty) out.endElement();
        break;
      case nodeType.endElement:
        out.endElement(true);
        break;
      case nodeType.text:
        out.text(scanner.value);
        break;
      case nodeType.cdata:
        out.cdata(scanner.value);
        break;
      case nodeType.comment:
        out.comment(scanner.value);
        break;
      case nodeType.processingInstruction:
        out.instruction(scanner.name, scanner.value);
        break;
      case nodeType.whitespace:
      case nodeType.significantWhitespace:
        out.whitespace(scanner.value);
        break;
      case nodeType.documentType:
        out.documentType(scanner.name, scanner.publicId, scanner.systemId, scanner.value || null);
        break;
      default:
    }
  }

  /** Replaces the content of a document by the nodes from here on. */
  loadInto(document: XmlDocument): void {
    if (this.state === readState.initial) this.read();
    const nodes: XmlNode[] = [];
    while (this.state === readState.interactive && this.nodeType !== nodeType.endElement) {
      const node = this.readNode(document);
      if (node) nodes.push(node);
    }
    document.removeChildren();
    for (const node of nodes) document.link(node);
    if (document.root === null) throw xmlError('There is no root element.');
  }

  /** The node it stands on, with what it holds, as a node of a document; goes behind it. */
  readNode(document: XmlDocument): XmlNode | undefined {
    const { scanner } = this;
    if (scanner.nodeType !== nodeType.element) {
      const leaf = document.leafOf(scanner);
      this.read();
      return leaf;
    }
    const element = document.elementOf(scanner);
    if (!scanner.isEmpty) {
      element.isEmpty = false;
      this.read();
      while (this.state === readState.interactive && this.nodeType !== nodeType.endElement) {
        const child = this.readNode(document);
        if (child) element.link(child);
      }
    }
    this.read();
    return element;
  }
}

/** Prefixes in scope at a node, for reading its text apart from its document. */
export function scopeOf(node: XmlNode): Map<string, string> {
  const scope = new Map<string, string>();
  for (let above: XmlNode | null = node; above instanceof XmlElement; above = above.parent) {
    for (const { name, value } of above.attributes.items) {
      const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
      if (prefix !== undefined && !scope.has(prefix)) scope.set(prefix, value);
    }
  }
  return scope;
}

/** A reader of a node and what it holds. */
export function nodeReader(node: XmlNode): XmlReaderValue {
  return new XmlReaderValue(
    new XmlScanner(node.outerXml, { isFragment: true, scope: scopeOf(node) }),
    {},
    'XmlNodeReader',
  );
}
