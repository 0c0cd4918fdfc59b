import { NetException } from '../errors/net-exception.ts';
import type { AdaptedProperty } from '../values/adapted-object.ts';
import { NetEnumerable } from '../values/net-enumerable.ts';
import { nodeType } from './node-types.ts';
import type { XmlDocument } from './xml-document.ts';
import { joinName, xmlnsUri, xmlUri } from './xml-names.ts';
import { XmlNode } from './xml-node.ts';
import { escapeAttribute, type XmlOutput } from './xml-output.ts';

const contentTypes: ReadonlySet<number> = new Set([
  nodeType.element,
  nodeType.text,
  nodeType.cdata,
  nodeType.comment,
  nodeType.processingInstruction,
  nodeType.whitespace,
  nodeType.significantWhitespace,
  nodeType.entityReference,
  nodeType.documentFragment,
]);

/** An attribute; its element is `element`, its parent is none. */
export class XmlAttribute extends XmlNode {
  readonly nodeType = nodeType.attribute;
  #prefix: string;
  readonly #localName: string;
  readonly #namespace: string;
  #value: string;
  element: XmlElement | null = null;

  constructor(document: XmlDocument, prefix: string, localName: string, namespace: string, value = '') {
    super(document);
    this.#prefix = prefix;
    this.#localName = localName;
    this.#namespace = namespace;
    this.#value = value;
  }

  override get localName(): string {
    return this.#localName;
  }

  get name(): string {
    return joinName(this.#prefix, this.localName);
  }

  override get prefix(): string {
    return this.#prefix;
  }

  override set prefix(prefix: string) {
    this.#prefix = prefix;
  }

  override get namespace(): string {
    return this.#namespace;
  }

  override get value(): string {
    return this.#value;
  }

  override set value(text: string | null) {
    this.#value = text ?? '';
  }

  override get text(): string {
    return this.#value;
  }

  override set text(text: string) {
    this.#value = text;
  }

  /** Its text shows as a child would. */
  override adaptedProperties(): Iterable<AdaptedProperty> {
    return this.#value === '' ? [] : [new AttributeText(this)];
  }

  override adaptedProperty(name: string): AdaptedProperty | undefined {
    return name.toLowerCase() === '#text' && this.#value !== '' ? new AttributeText(this) : undefined;
  }

  writeTo(out: XmlOutput): void {
    out.attribute(this.#prefix === '' ? null : this.#prefix, this.localName, this.#namespace, this.#value);
  }

  override get outerXml(): string {
    return `${this.name}="${escapeAttribute(this.#value, '"')}"`;
  }

  clone(): XmlAttribute {
    return new XmlAttribute(this.owner, this.#prefix, this.localName, this.#namespace, this.#value);
  }
}

/** `#text` of an attribute. */
class AttributeText implements AdaptedProperty {
  readonly name = '#text';
  readonly typeName = 'System.String';
  readonly isSettable = true;
  readonly restriction = undefined;
  readonly #attribute: XmlAttribute;

  constructor(attribute: XmlAttribute) {
    this.#attribute = attribute;
  }

  get value(): string {
    return this.#attribute.value;
  }

  set(text: string): void {
    this.#attribute.value = text;
  }
}

/** XmlAttributeCollection: the attributes of an element. */
export class XmlAttributeMap extends NetEnumerable {
  readonly element: XmlElement;
  readonly items: XmlAttribute[] = [];

  constructor(element: XmlElement) {
    super();
    this.element = element;
  }

  [Symbol.iterator](): Iterator<XmlAttribute> {
    return this.items[Symbol.iterator]();
  }

  /** By full name, or by local name and namespace. */
  find(name: string, namespace?: string): XmlAttribute | undefined {
    return namespace === undefined
      ? this.items.find((a) => a.name === name)
      : this.items.find((a) => a.localName === name && a.namespace === namespace);
  }

  /** Adds an attribute, at the end or at a place; one of the same name goes and is answered. */
  set(attribute: XmlAttribute, at = this.items.length): XmlAttribute | null {
    if (attribute.element !== null && attribute.element !== this.element)
      throw new NetException('System.InvalidOperationException', 'The attribute belongs to another element.');
    const old = this.items.findIndex((a) => a.localName === attribute.localName && a.namespace === attribute.namespace);
    const before = this.items[old] ?? null;
    attribute.element = this.element;
    if (before) {
      if (before !== attribute) before.element = null;
      if (at >= this.items.length) {
        this.items[old] = attribute;
        return before;
      }
      this.items.splice(old, 1);
    }
    this.items.splice(at, 0, attribute);
    return before;
  }

  remove(attribute: XmlAttribute): XmlAttribute | null {
    const at = this.items.indexOf(attribute);
    if (at < 0) return null;
    this.items.splice(at, 1);
    attribute.element = null;
    return attribute;
  }

  clear(): void {
    for (const attribute of this.items.splice(0)) attribute.element = null;
  }
}

export class XmlElement extends XmlNode {
  readonly nodeType = nodeType.element;
  #prefix: string;
  #localName: string;
  #namespace: string;
  readonly #attributes: XmlAttributeMap;
  /** Written as `<a />` while nothing is in it. */
  isEmpty = true;

  constructor(document: XmlDocument, prefix: string, localName: string, namespace: string) {
    super(document);
    this.#prefix = prefix;
    this.#localName = localName;
    this.#namespace = namespace;
    this.#attributes = new XmlAttributeMap(this);
  }

  get name(): string {
    return joinName(this.#prefix, this.#localName);
  }

  override get localName(): string {
    return this.#localName;
  }

  /** Gives it another name, without a prefix. */
  rename(localName: string, namespace: string): void {
    this.#prefix = '';
    this.#localName = localName;
    this.#namespace = namespace;
  }

  override get prefix(): string {
    return this.#prefix;
  }

  override set prefix(prefix: string) {
    this.#prefix = prefix;
  }

  override get namespace(): string {
    return this.#namespace;
  }

  override get attributes(): XmlAttributeMap {
    return this.#attributes;
  }

  override accepts(type: number): boolean {
    return contentTypes.has(type);
  }

  override link(node: XmlNode, before: XmlNode | null = null): void {
    this.isEmpty = false;
    super.link(node, before);
  }

  override get innerXml(): string {
    return super.innerXml;
  }

  override set innerXml(text: string) {
    const fragment = this.owner.parseFragment(text, this);
    this.removeChildren();
    this.isEmpty = false;
    for (const child of [...fragment.children()]) this.append(child);
  }

  setAttribute(name: string, value: string): void {
    const found = this.#attributes.find(name);
    if (found) found.value = value;
    else this.#attributes.set(this.owner.createAttribute(name, value));
  }

  setAttributeIn(localName: string, namespace: string, value: string): void {
    const found = this.#attributes.find(localName, namespace);
    if (found) found.value = value;
    else this.#attributes.set(new XmlAttribute(this.owner, '', localName, namespace, value));
  }

  writeTo(out: XmlOutput): void {
    out.startElement(this.#prefix, this.localName, this.#namespace);
    for (const attribute of this.#attributes.items) attribute.writeTo(out);
    this.writeContentTo(out);
    out.endElement(!this.isEmpty);
  }

  clone(deep: boolean): XmlElement {
    const copy = new XmlElement(this.owner, this.#prefix, this.localName, this.#namespace);
    for (const attribute of this.#attributes.items) copy.attributes.set(attribute.clone());
    if (deep) this.cloneChildren(copy);
    copy.isEmpty = this.isEmpty;
    return copy;
  }

  /** The URI of a prefix as declared here or above; undefined for an unknown one. */
  namespaceOf(prefix: string): string | undefined {
    if (prefix === 'xml') return xmlUri;
    if (prefix === 'xmlns') return xmlnsUri;
    const declaration = prefix === '' ? 'xmlns' : `xmlns:${prefix}`;
    for (let node: XmlNode | null = this; node instanceof XmlElement; node = node.parent) {
      const found = node.attributes.find(declaration);
      if (found) return found.value;
      if (node.prefix === prefix) return node.namespace;
    }
    return prefix === '' ? '' : undefined;
  }
}
