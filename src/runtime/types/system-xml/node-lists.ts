import { NetEnumerable } from '../../values/net-enumerable.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { type XmlAttribute, XmlAttributeMap } from '../../xml/xml-element.ts';
import type { XmlNode } from '../../xml/xml-node.ts';
import { defineType, type MemberTable, type TypeSpec } from '../define-type.ts';
import { badArgument, outOfRange } from '../net-error.ts';
import { enumeratorOf } from '../system-collections/enumerators.ts';
import { copyTo } from '../system-collections/list-members.ts';

/** XmlNodeList: nodes, read anew each time where the list is live. */
export class XmlNodeList extends NetEnumerable {
  readonly kind: 'XmlChildNodes' | 'XPathNodeList' | 'XmlElementList';
  readonly #read: () => Iterable<XmlNode>;

  constructor(kind: XmlNodeList['kind'], read: () => Iterable<XmlNode>) {
    super();
    this.kind = kind;
    this.#read = read;
  }

  [Symbol.iterator](): Iterator<XmlNode> {
    return this.#read()[Symbol.iterator]();
  }

  get count(): number {
    let count = 0;
    for (const _ of this.#read()) count++;
    return count;
  }

  /** The node at a position; null outside the list. */
  at(index: number): XmlNode | null {
    let at = 0;
    for (const node of this.#read()) if (at++ === index) return node;
    return null;
  }
}

const listInterfaces = 'IEnumerable, IDisposable';

const nodeListTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Xml.XmlNodeList',
    jsClass: XmlNodeList,
    typeNameOf: (list: XmlNodeList) => `System.Xml.${list.kind}`,
    isAbstract: true,
    interfaces: listInterfaces,
    members: {
      'prop Count int get': (list: XmlNodeList) => list.count,
      'prop ItemOf[int] XmlNode get': (list: XmlNodeList, at: number) => list.at(at),
      'Item(int index) XmlNode': (list: XmlNodeList, at: number) => list.at(at),
      'GetEnumerator() IEnumerator': (list: XmlNodeList) => enumeratorOf(list, () => list[Symbol.iterator]()),
      'Dispose() void': () => undefined,
    },
  }),
  ...['XmlChildNodes', 'XPathNodeList', 'XmlElementList'].map((name) =>
    defineType({ name: `System.Xml.${name}`, base: 'System.Xml.XmlNodeList' }),
  ),
];

/** The attribute of a name; with a namespace its local name counts. */
export function attributeOf(map: XmlAttributeMap, name: string | null, namespace?: string | null): XmlAttribute | null {
  return map.find(name ?? '', namespace ?? undefined) ?? null;
}

const mapMembers: MemberTable = {
  'prop Count int get': (map: XmlAttributeMap) => map.items.length,
  'GetNamedItem(string name) XmlNode': (map: XmlAttributeMap, name: string | null) => attributeOf(map, name),
  'GetNamedItem(string localName, string namespaceURI) XmlNode': (
    map: XmlAttributeMap,
    name: string | null,
    namespace: string | null,
  ) => attributeOf(map, name, namespace ?? ''),
  'SetNamedItem(XmlNode node) XmlNode': (map: XmlAttributeMap, node: XmlAttribute | null) =>
    node === null ? null : map.set(node),
  'RemoveNamedItem(string name) XmlNode': (map: XmlAttributeMap, name: string | null) => {
    const found = attributeOf(map, name);
    return found && map.remove(found);
  },
  'RemoveNamedItem(string localName, string namespaceURI) XmlNode': (
    map: XmlAttributeMap,
    name: string | null,
    namespace: string | null,
  ) => {
    const found = attributeOf(map, name, namespace ?? '');
    return found && map.remove(found);
  },
  'Item(int index) XmlNode': (map: XmlAttributeMap, at: number) => map.items[at] ?? null,
  'GetEnumerator() IEnumerator': (map: XmlAttributeMap) => enumeratorOf(map, () => map[Symbol.iterator]()),
};

function positionOf(map: XmlAttributeMap, node: XmlAttribute | null): number {
  const at = node === null ? -1 : map.items.indexOf(node);
  if (at < 0) throw badArgument('The reference node is no attribute of this element.');
  return at;
}

const attributeMembers: MemberTable = {
  'prop ItemOf[int] XmlAttribute get': (map: XmlAttributeMap, at: number) => {
    const found = map.items[at];
    if (!found) throw outOfRange('i');
    return found;
  },
  'prop ItemOf[string] XmlAttribute get': (map: XmlAttributeMap, name: string | null) => attributeOf(map, name),
  'prop ItemOf[string, string] XmlAttribute get': (
    map: XmlAttributeMap,
    name: string | null,
    namespace: string | null,
  ) => attributeOf(map, name, namespace ?? ''),
  'Append(XmlAttribute node) XmlAttribute': (map: XmlAttributeMap, node: XmlAttribute) => {
    map.set(node);
    return node;
  },
  'Prepend(XmlAttribute node) XmlAttribute': (map: XmlAttributeMap, node: XmlAttribute) => {
    map.set(node, 0);
    return node;
  },
  'InsertBefore(XmlAttribute newNode, XmlAttribute refNode) XmlAttribute': (
    map: XmlAttributeMap,
    node: XmlAttribute,
    before: XmlAttribute | null,
  ) => {
    map.set(node, before === null ? undefined : positionOf(map, before));
    return node;
  },
  'InsertAfter(XmlAttribute newNode, XmlAttribute refNode) XmlAttribute': (
    map: XmlAttributeMap,
    node: XmlAttribute,
    after: XmlAttribute | null,
  ) => {
    map.set(node, after === null ? 0 : positionOf(map, after) + 1);
    return node;
  },
  'Remove(XmlAttribute node) XmlAttribute': (map: XmlAttributeMap, node: XmlAttribute) => map.remove(node),
  'RemoveAt(int i) XmlAttribute': (map: XmlAttributeMap, at: number) => {
    const found = map.items[at];
    return found ? map.remove(found) : null;
  },
  'RemoveAll() void': (map: XmlAttributeMap) => map.clear(),
  'CopyTo(XmlAttribute[] array, int index) void': (map: XmlAttributeMap, to: PSValue, at: number) =>
    copyTo(map.items, to, at),
};

/** Lists of nodes and of attributes. */
export const nodeListTypesAll: readonly TypeSpec[] = [
  ...nodeListTypes,
  defineType({ name: 'System.Xml.XmlNamedNodeMap', interfaces: 'IEnumerable', members: mapMembers }),
  defineType({
    name: 'System.Xml.XmlAttributeCollection',
    base: 'System.Xml.XmlNamedNodeMap',
    interfaces: 'IEnumerable, ICollection',
    jsClass: XmlAttributeMap,
    isSealed: true,
    members: attributeMembers,
  }),
];
