import { XmlPullReader } from '../clixml/xml-pull-reader.ts';

/** An element of a format file. */
export interface FormatXmlNode {
  readonly name: string;
  readonly children: readonly FormatXmlNode[];
  /** Text of a leaf. */
  readonly text: string;
}

/** Elements that hold text and nothing else. */
const leaves = new Set([
  'Name',
  'TypeName',
  'PropertyName',
  'ScriptBlock',
  'Label',
  'Width',
  'Alignment',
  'FormatString',
  'ColumnNumber',
  'SelectionSetName',
  'CustomControlName',
  'Text',
  'LeftIndent',
  'RightIndent',
  'FirstLineHanging',
  'FirstLineIndent',
  'Count',
  'PropertyCountForTable',
  'ShowError',
  'DisplayError',
  'Expand',
]);

/** Reads the text of a format file into a tree. @throws ClixmlError where it is no well-formed XML */
export function readFormatXml(text: string): FormatXmlNode {
  const reader = new XmlPullReader(text);
  if (!reader.nextTag()) throw reader.fail('There is no element');
  return readNode(reader);
}

function readNode(reader: XmlPullReader): FormatXmlNode {
  const { name } = reader;
  if (leaves.has(name)) return { name, children: [], text: reader.readText() };
  const children: FormatXmlNode[] = [];
  if (reader.isEmpty) return { name, children, text: '' };
  while (reader.nextTag()) children.push(readNode(reader));
  if (reader.name !== name) throw reader.fail(`<${name}> is not closed`);
  return { name, children, text: '' };
}

/** The children of that name. */
export function childrenOf(node: FormatXmlNode | undefined, name: string): readonly FormatXmlNode[] {
  return node?.children.filter((child) => child.name === name) ?? [];
}

/** The first child of that name, going down through the names in turn. */
export function childOf(node: FormatXmlNode | undefined, ...names: readonly string[]): FormatXmlNode | undefined {
  let at = node;
  for (const name of names) at = at?.children.find((child) => child.name === name);
  return at;
}

/** The trimmed text of a child leaf. */
export function textOf(node: FormatXmlNode | undefined, name: string): string | undefined {
  return childOf(node, name)?.text.trim();
}

/** The number in a child leaf. */
export function numberIn(node: FormatXmlNode | undefined, name: string): number | undefined {
  const text = textOf(node, name);
  const value = text === undefined || text === '' ? Number.NaN : Number(text);
  return Number.isInteger(value) ? value : undefined;
}
