import { NetException } from '../errors/net-exception.ts';
import { nodeType } from './node-types.ts';
import { XmlAttribute, XmlElement } from './xml-element.ts';
import { xmlError } from './xml-error.ts';
import {
  XmlCDataSection,
  XmlComment,
  XmlDeclaration,
  XmlDocumentType,
  XmlEntityReference,
  XmlProcessingInstruction,
  XmlText,
  XmlWhitespace,
} from './xml-leaves.ts';
import { isName, splitName, xmlnsUri, xmlUri } from './xml-names.ts';
import { XmlNode } from './xml-node.ts';
import type { XmlOutput } from './xml-output.ts';
import { XmlScanner } from './xml-scanner.ts';

const topTypes: ReadonlySet<number> = new Set([
  nodeType.element,
  nodeType.comment,
  nodeType.processingInstruction,
  nodeType.whitespace,
  nodeType.documentType,
  nodeType.xmlDeclaration,
  nodeType.documentFragment,
]);

/** Nodes without a parent, to be added together. */
export class XmlDocumentFragment extends XmlNode {
  readonly nodeType = nodeType.documentFragment;
  readonly name = '#document-fragment';

  override accepts(type: number): boolean {
    return type !== nodeType.attribute && type !== nodeType.document;
  }

  override get innerXml(): string {
    return super.innerXml;
  }

  override set innerXml(text: string) {
    const parsed = this.owner.parseFragment(text);
    this.removeChildren();
    for (const child of [...parsed.children()]) this.append(child);
  }

  writeTo(out: XmlOutput): void {
    this.writeContentTo(out);
  }

  clone(deep: boolean): XmlDocumentFragment {
    const copy = new XmlDocumentFragment(this.owner);
    if (deep) this.cloneChildren(copy);
    return copy;
  }
}

export class XmlDocument extends XmlNode {
  readonly nodeType = nodeType.document;
  readonly name = '#document';
  preserveWhitespace = false;
  /** Where it was loaded from. */
  baseUri = '';

  constructor() {
    super(null);
  }

  override get owner(): XmlDocument {
    return this;
  }

  get root(): XmlElement | null {
    for (const node of this.children()) if (node instanceof XmlElement) return node;
    return null;
  }

  get declaration(): XmlDeclaration | null {
    return this.first instanceof XmlDeclaration ? this.first : null;
  }

  get documentType(): XmlDocumentType | null {
    for (const node of this.children()) if (node instanceof XmlDocumentType) return node;
    return null;
  }

  override accepts(type: number): boolean {
    return topTypes.has(type);
  }

  protected override checkChild(node: XmlNode, before: XmlNode | null): void {
    super.checkChild(node, before);
    if (node instanceof XmlElement && this.root !== null && this.root !== node)
      throw new NetException('System.InvalidOperationException', 'The document has a root element already.');
    if (node instanceof XmlDeclaration && before !== this.first)
      throw new NetException('System.InvalidOperationException', 'The declaration must be the first node.');
  }

  override get text(): string {
    return super.text;
  }

  override set text(_text: string) {
    throw new NetException('System.InvalidOperationException', 'The text of a document cannot be set.');
  }

  override get innerXml(): string {
    return super.innerXml;
  }

  override set innerXml(text: string) {
    this.load(text);
  }

  writeTo(out: XmlOutput): void {
    this.writeContentTo(out);
  }

  /** Writes it with a declaration in front, its own or a new one. */
  save(out: XmlOutput): void {
    const declaration = this.declaration;
    if (out.state === 0) {
      out.startDocument(declaration && declaration.standalone !== '' ? declaration.standalone === 'yes' : undefined);
      for (const child of this.children()) if (child !== declaration) child.writeTo(out);
    } else this.writeContentTo(out);
    out.flush();
  }

  clone(deep: boolean): XmlDocument {
    const copy = new XmlDocument();
    copy.preserveWhitespace = this.preserveWhitespace;
    if (deep) for (const child of this.children()) copy.link(copy.import(child, true));
    return copy;
  }

  /** A copy of a node of another document. */
  import(node: XmlNode, deep: boolean): XmlNode {
    if (node.nodeType === nodeType.document)
      throw new NetException('System.InvalidOperationException', 'A document cannot be imported.');
    const copy = node.clone(deep);
    adopt(copy, this);
    return copy;
  }

  /** Replaces the content by that of a text. @throws XmlException */
  load(text: string): void {
    const nodes = this.#read(new XmlScanner(text));
    this.removeChildren();
    for (const node of nodes) this.link(node);
  }

  /** Replaces the content by what a scanner still gives. */
  loadFrom(scanner: XmlScanner): void {
    const nodes = this.#read(scanner);
    this.removeChildren();
    for (const node of nodes) this.link(node);
    if (this.root === null) throw xmlError('There is no root element.');
  }

  /** The nodes of a text that stands inside an element. */
  parseFragment(text: string, inside?: XmlElement): XmlDocumentFragment {
    const scope = new Map<string, string>();
    for (let node: XmlNode | null = inside ?? null; node instanceof XmlElement; node = node.parent) {
      for (const { name, value } of node.attributes.items) {
        const prefix = name === 'xmlns' ? '' : name.startsWith('xmlns:') ? name.slice(6) : undefined;
        if (prefix !== undefined && !scope.has(prefix)) scope.set(prefix, value);
      }
      if (!scope.has(node.prefix)) scope.set(node.prefix, node.namespace);
    }
    const fragment = new XmlDocumentFragment(this);
    for (const node of this.#read(new XmlScanner(text, { isFragment: true, scope }))) fragment.link(node);
    return fragment;
  }

  #read(scanner: XmlScanner): XmlNode[] {
    const top: XmlNode[] = [];
    const at: { open: XmlElement | null } = { open: null };
    const add = (node: XmlNode): void => {
      if (at.open) at.open.link(node);
      else top.push(node);
    };
    while (scanner.read()) {
      if (scanner.nodeType === nodeType.element) {
        const element = this.elementOf(scanner);
        add(element);
        if (!scanner.isEmpty) {
          element.isEmpty = false;
          at.open = element;
        }
      } else if (scanner.nodeType === nodeType.endElement) {
        // Elements at the top hang nowhere yet.
        at.open = at.open?.parent instanceof XmlElement ? at.open.parent : null;
      } else {
        const node = this.leafOf(scanner);
        if (node) add(node);
      }
    }
    return top;
  }

  /** The element of a scanned start tag, with its attributes. */
  elementOf(scanner: XmlScanner): XmlElement {
    const element = new XmlElement(this, scanner.prefix, scanner.localName, scanner.namespace);
    for (const a of scanner.attributes) {
      const attribute = new XmlAttribute(this, a.prefix, a.localName, a.namespace, a.value);
      attribute.element = element;
      element.attributes.items.push(attribute);
    }
    return element;
  }

  /** The node of anything else that was scanned; undefined for white space that is not kept. */
  leafOf(scanner: XmlScanner): XmlNode | undefined {
    const { value } = scanner;
    switch (scanner.nodeType) {
      case nodeType.text:
        return new XmlText(this, value);
      case nodeType.cdata:
        return new XmlCDataSection(this, value);
      case nodeType.comment:
        return new XmlComment(this, value);
      case nodeType.whitespace:
        return this.preserveWhitespace ? new XmlWhitespace(this, value, false) : undefined;
      case nodeType.significantWhitespace:
        return new XmlWhitespace(this, value, true);
      case nodeType.processingInstruction:
        return new XmlProcessingInstruction(this, scanner.name, value);
      case nodeType.xmlDeclaration: {
        const part = (name: string): string => scanner.attributes.find((a) => a.name === name)?.value ?? '';
        return new XmlDeclaration(this, part('version'), part('encoding'), part('standalone'));
      }
      case nodeType.documentType:
        return new XmlDocumentType(this, scanner.name, scanner.publicId, scanner.systemId, value === '' ? null : value);
      default:
        return undefined;
    }
  }

  createText(text: string): XmlText {
    return new XmlText(this, text);
  }

  /** An element by full name; its prefix has the given namespace. */
  createElement(name: string, namespace = ''): XmlElement {
    const { prefix, localName } = checkedName(name);
    return new XmlElement(this, prefix, localName, namespace);
  }

  createAttribute(name: string, value = '', namespace?: string): XmlAttribute {
    const { prefix, localName } = checkedName(name);
    const known =
      prefix === 'xmlns' || (prefix === '' && localName === 'xmlns') ? xmlnsUri : prefix === 'xml' ? xmlUri : '';
    return new XmlAttribute(this, prefix, localName, namespace ?? known, value);
  }

  createEntityReference(name: string): XmlEntityReference {
    return new XmlEntityReference(this, name);
  }
}

function checkedName(name: string): { prefix: string; localName: string } {
  if (name === '') throw new NetException('System.ArgumentException', 'A node must have a name.');
  if (!isName(name)) throw xmlError(`'${name}' is no XML name.`);
  return splitName(name);
}

/** Makes a node and what is below it belong to a document. */
export function adopt(node: XmlNode, document: XmlDocument): void {
  node.document = document;
  for (const attribute of node.attributes?.items ?? []) attribute.document = document;
  for (const child of node.children()) adopt(child, document);
}
