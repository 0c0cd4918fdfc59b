import { XmlPullReader } from './xml-pull-reader.ts';

/** An element of a file whose text stands in leaves alone. */
export interface XmlNode {
  readonly name: string;
  readonly children: readonly XmlNode[];
  /** Text of a leaf. */
  readonly text: string;
}

/**
 * Reads the text of a format or type file into a tree.
 *
 * @param leaves elements that hold text and nothing else
 * @throws ClixmlError where it is no well-formed XML
 */
export function readXmlTree(text: string, leaves: ReadonlySet<string>): XmlNode {
  const reader = new XmlPullReader(text);
  if (!reader.nextTag()) throw reader.fail('There is no element');
  return readNode(reader, leaves);
}

function readNode(reader: XmlPullReader, leaves: ReadonlySet<string>): XmlNode {
  const { name } = reader;
  if (leaves.has(name)) return { name, children: [], text: reader.readText() };
  const children: XmlNode[] = [];
  if (reader.isEmpty) return { name, children, text: '' };
  while (reader.nextTag()) children.push(readNode(reader, leaves));
  if (reader.name !== name) throw reader.fail(`<${name}> is not closed`);
  return { name, children, text: '' };
}

/** The children of that name. */
export function childrenOf(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** The first child of that name, going down through the names in turn. */
export function childOf(node: XmlNode | undefined, ...names: readonly string[]): XmlNode | undefined {
  let at = node;
  for (const name of names) at = at?.children.find((child) => child.name === name);
  return at;
}

/** The trimmed text of a child leaf. */
export function textOf(node: XmlNode | undefined, name: string): string | undefined {
  return childOf(node, name)?.text.trim();
}

/** The number in a child leaf. */
export function numberIn(node: XmlNode | undefined, name: string): number | undefined {
  const text = textOf(node, name);
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) ? value : undefined;
}
