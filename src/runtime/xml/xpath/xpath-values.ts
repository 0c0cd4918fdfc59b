import { nodeType } from '../node-types.ts';
import { XmlAttribute } from '../xml-element.ts';
import type { XmlNode } from '../xml-node.ts';

/** A value of XPath 1.0; node sets stand in document order. */
export type XPathValue = string | number | boolean | readonly XmlNode[];

/** string() */
export function stringOf(value: XPathValue): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return numberText(value);
  const [first] = value;
  return first ? textOf(first) : '';
}

/** The string value of a node. */
export function textOf(node: XmlNode): string {
  return node.nodeType === nodeType.element || node.nodeType === nodeType.document ? node.text : (node.value ?? '');
}

/** number() */
export function numberOf(value: XPathValue): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  const text = stringOf(value).trim();
  return /^-?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text) ? Number(text) : Number.NaN;
}

/** boolean() */
export function booleanOf(value: XPathValue): boolean {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0 && !Number.isNaN(value);
  return value.length > 0;
}

function numberText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  if (Object.is(value, -0)) return '0';
  const text = String(value);
  return text.includes('e') ? value.toFixed(Math.abs(value) < 1 ? 20 : 0).replace(/(\.\d*?)0+$/, '$1') : text;
}

/** What stands above a node; of an attribute its element. */
export function parentOf(node: XmlNode): XmlNode | null {
  return node instanceof XmlAttribute ? node.element : node.parent;
}

/** Whether XPath sees a node at all. */
export function isVisible(node: XmlNode): boolean {
  return node.nodeType !== nodeType.xmlDeclaration && node.nodeType !== nodeType.documentType;
}

/** The topmost node above a node. */
export function rootOf(node: XmlNode): XmlNode {
  let top = node;
  for (let above = parentOf(top); above; above = parentOf(above)) top = above;
  return top;
}

/** Nodes without repetition in document order. */
export function inDocumentOrder(nodes: readonly XmlNode[]): XmlNode[] {
  const [first] = nodes;
  if (!first) return [];
  const wanted = new Set(nodes);
  if (wanted.size === 1) return [first];
  const sorted: XmlNode[] = [];
  const visit = (node: XmlNode): void => {
    if (wanted.has(node)) sorted.push(node);
    for (const attribute of node.attributes?.items ?? []) if (wanted.has(attribute)) sorted.push(attribute);
    for (const child of node.children()) {
      if (sorted.length === wanted.size) return;
      visit(child);
    }
  };
  visit(rootOf(first));
  return sorted.length === wanted.size ? sorted : [...wanted];
}
