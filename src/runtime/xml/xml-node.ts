import { NetException } from '../errors/net-exception.ts';
import { AdaptedObject, type AdaptedProperty } from '../values/adapted-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { nodeType } from './node-types.ts';
import type { XmlDocument } from './xml-document.ts';
import type { XmlAttributeMap } from './xml-element.ts';
import { writtenXml, type XmlOutput } from './xml-output.ts';

/**
 * A node of a document (System.Xml.XmlNode). Children hang in a linked list. Scripts see children and attributes as
 * properties ({@link AdaptedObject}), in front of the properties of the class.
 */
export abstract class XmlNode extends AdaptedObject {
  /** The document it belongs to; of a document itself null. */
  document: XmlDocument | null;
  parent: XmlNode | null = null;
  previous: XmlNode | null = null;
  next: XmlNode | null = null;
  first: XmlNode | null = null;
  last: XmlNode | null = null;

  constructor(document: XmlDocument | null) {
    super();
    this.document = document;
  }

  abstract readonly nodeType: number;
  abstract readonly name: string;
  abstract writeTo(out: XmlOutput): void;
  abstract clone(deep: boolean): XmlNode;

  get localName(): string {
    return this.name;
  }

  get prefix(): string {
    return '';
  }

  set prefix(_prefix: string) {
    // Only elements and attributes have one.
  }

  get namespace(): string {
    return '';
  }

  get value(): string | null {
    return null;
  }

  set value(_value: string | null) {
    throw invalid('A value cannot be set on a node of this kind.');
  }

  get attributes(): XmlAttributeMap | null {
    return null;
  }

  /** The document new nodes are made by. */
  get owner(): XmlDocument {
    if (this.document === null) throw invalid('The node belongs to no document.');
    return this.document;
  }

  /** Whether a node of a kind may hang below this one. */
  accepts(_type: number): boolean {
    return false;
  }

  *children(): Generator<XmlNode, undefined, undefined> {
    for (let node = this.first; node; node = node.next) yield node;
  }

  /** All nodes below, in document order. */
  *descendants(): Generator<XmlNode, undefined, undefined> {
    for (let node = this.first; node; node = node.next) {
      yield node;
      yield* node.descendants();
    }
  }

  get childCount(): number {
    let count = 0;
    for (let node = this.first; node; node = node.next) count++;
    return count;
  }

  get text(): string {
    if (this.first === null) return '';
    if (this.first === this.last && isCharacters(this.first)) return this.first.value ?? '';
    let text = '';
    for (const node of this.descendants()) if (isCharacters(node)) text += node.value ?? '';
    return text;
  }

  set text(text: string) {
    const only = this.first;
    if (only !== null && only === this.last && only.nodeType === nodeType.text) {
      only.value = text;
      return;
    }
    this.removeChildren();
    this.append(this.owner.createText(text));
  }

  get outerXml(): string {
    return writtenXml((out) => this.writeTo(out));
  }

  get innerXml(): string {
    return writtenXml((out) => this.writeContentTo(out));
  }

  set innerXml(_text: string) {
    throw invalid('The content of this node cannot be set as XML.');
  }

  writeContentTo(out: XmlOutput): void {
    for (const child of this.children()) child.writeTo(out);
  }

  /** Adds a node behind the last child. */
  append(node: XmlNode): XmlNode {
    return this.insertBefore(node, null);
  }

  /** Adds a node in front of a child, or at the end; the children of a fragment instead of itself. */
  insertBefore(node: XmlNode, before: XmlNode | null): XmlNode {
    if (before !== null && before.parent !== this)
      throw new NetException('System.ArgumentException', 'The reference node is no child of this node.');
    if (node === before) return node;
    if (node.nodeType === nodeType.documentFragment) {
      for (const child of [...node.children()]) this.insertBefore(child, before);
      return node;
    }
    for (let above: XmlNode | null = this; above; above = above.parent) {
      if (above === node) throw new NetException('System.ArgumentException', 'A node cannot hang below itself.');
    }
    // It leaves its place even when it may not stand here.
    node.parent?.remove(node);
    this.checkChild(node, before);
    this.link(node, before);
    return node;
  }

  protected checkChild(node: XmlNode, _before: XmlNode | null): void {
    const own = this.nodeType === nodeType.document ? this : this.document;
    if (node.document !== own && node.document !== null)
      throw new NetException('System.ArgumentException', 'The node belongs to another document; import it first.');
    if (!this.accepts(node.nodeType)) throw invalid('A node of this kind cannot stand here.');
  }

  /** Links a node that hangs nowhere, without checks. */
  link(node: XmlNode, before: XmlNode | null = null): void {
    const previous = before ? before.previous : this.last;
    node.parent = this;
    node.previous = previous;
    node.next = before;
    if (previous) previous.next = node;
    else this.first = node;
    if (before) before.previous = node;
    else this.last = node;
  }

  remove(node: XmlNode): XmlNode {
    if (node.parent !== this) throw new NetException('System.ArgumentException', 'The node is no child of this node.');
    if (node.previous) node.previous.next = node.next;
    else this.first = node.next;
    if (node.next) node.next.previous = node.previous;
    else this.last = node.previous;
    node.parent = null;
    node.previous = null;
    node.next = null;
    return node;
  }

  removeChildren(): void {
    while (this.first) this.remove(this.first);
  }

  /** Joins neighbouring texts and drops empty ones, here and below. */
  normalize(): void {
    for (const node of [...this.children()]) {
      if (node.nodeType !== nodeType.text) node.normalize();
      else if (node.value === '') this.remove(node);
      else if (node.previous?.nodeType === nodeType.text) {
        node.previous.value = `${node.previous.value}${node.value}`;
        this.remove(node);
      }
    }
  }

  protected cloneChildren(to: XmlNode): void {
    for (const child of this.children()) to.link(child.clone(true));
  }

  /** Nodes by the property they show as: attributes first, then children. */
  override adaptedProperties(): Iterable<AdaptedProperty> {
    const groups = new Map<string, NodeProperty>();
    const add = (node: XmlNode): void => {
      const key = node.localName.toLowerCase();
      const group = groups.get(key);
      if (group) group.nodes.push(node);
      else groups.set(key, new NodeProperty(node));
    };
    for (const attribute of this.attributes?.items ?? []) add(attribute);
    for (const child of this.children()) if (child.nodeType !== nodeType.whitespace) add(child);
    return groups.values();
  }

  override adaptedProperty(name: string): AdaptedProperty | undefined {
    const key = name.toLowerCase();
    let found: NodeProperty | undefined;
    const look = (node: XmlNode): void => {
      if (node.localName.toLowerCase() !== key || node.nodeType === nodeType.whitespace) return;
      if (found) found.nodes.push(node);
      else found = new NodeProperty(node);
    };
    for (const attribute of this.attributes?.items ?? []) look(attribute);
    for (let child = this.first; child; child = child.next) look(child);
    return found;
  }
}

/** Whether a node is text that counts as content. */
export function isCharacters(node: XmlNode): boolean {
  const { nodeType: type } = node;
  return (
    type === nodeType.text ||
    type === nodeType.cdata ||
    type === nodeType.whitespace ||
    type === nodeType.significantWhitespace
  );
}

function invalid(message: string): NetException {
  return new NetException('System.InvalidOperationException', message);
}

const restriction = (name: string, why: string): { readonly id: string; readonly message: string } => ({
  id: `XmlNodeSetRestrictions${why}`,
  message: `'${name}' cannot be set: only a single plain text can be set on an XML node.`,
});

/** A name below a node: one attribute or child, or several of that name. */
class NodeProperty implements AdaptedProperty {
  readonly name: string;
  readonly nodes: XmlNode[];

  constructor(node: XmlNode) {
    this.name = node.localName;
    this.nodes = [node];
  }

  get value(): PSValue {
    const [first] = this.nodes;
    return this.nodes.length === 1 && first ? plainValue(first) : this.nodes.map(plainValue);
  }

  /** 'string' where the value is set and read as text. */
  get typeName(): string {
    const { value } = this;
    return typeof value === 'string'
      ? 'System.String'
      : Array.isArray(value)
        ? 'System.Object[]'
        : 'System.Xml.XmlElement';
  }

  get isSettable(): boolean {
    return this.nodes.length === 1 && this.nodes.every(isPlain);
  }

  get restriction(): { readonly id: string; readonly message: string } | undefined {
    if (this.nodes.length > 1) return restriction(this.name, 'MoreThanOneNode');
    const [node] = this.nodes;
    if (!node || isPlain(node)) return undefined;
    return restriction(this.name, (node.attributes?.items.length ?? 0) > 0 ? 'NodeWithAttributes' : 'UnknownNodeType');
  }

  set(text: string): void {
    const [node] = this.nodes;
    if (node?.nodeType === nodeType.element) node.text = text;
    else if (node) node.value = text;
  }
}

/** What a node shows as: text where it is nothing but text. */
function plainValue(node: XmlNode): PSValue {
  if (node.nodeType === nodeType.text) return node.value;
  if ((node.attributes?.items.length ?? 0) > 0) return node;
  if (node.first === null) return node.nodeType === nodeType.element ? '' : (node.value ?? node.text);
  return node.first === node.last && node.first.nodeType === nodeType.text ? node.text : node;
}

function isPlain(node: XmlNode): boolean {
  if (node.nodeType !== nodeType.element) return node.nodeType !== nodeType.documentType;
  if ((node.attributes?.items.length ?? 0) > 0) return false;
  return node.first === null || (node.first === node.last && node.first.nodeType === nodeType.text);
}
