import type { ScriptBlock } from '../values/script-block.ts';
import { childOf, childrenOf, numberIn, readXmlTree, textOf, type XmlNode } from '../xml/xml-leaf-tree.ts';

import type {
  Alignment,
  Column,
  CustomControl,
  CustomEntry,
  CustomItem,
  Field,
  GroupBy,
  ListEntry,
  RowVariant,
  Selector,
  ValueSource,
  View,
  WideEntry,
} from './view.ts';

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

/** A format file that cannot be used. */
export class FormatXmlError extends Error {
  override readonly name = 'FormatXmlError';
}

/** Makes a block of the text of a `<ScriptBlock>`. */
export type CompileBlock = (text: string) => ScriptBlock;

/**
 * Reads the views of a format file (about_Format.ps1xml).
 *
 * @throws FormatXmlError or ClixmlError where the file is no format file
 */
export function loadFormatXml(text: string, compile: CompileBlock): View[] {
  const root = readXmlTree(text, leaves);
  if (root.name !== 'Configuration')
    throw new FormatXmlError(`The root element is <${root.name}> instead of <Configuration>.`);
  return new FormatXmlLoader(root, compile).views();
}

class FormatXmlLoader {
  readonly #root: XmlNode;
  readonly #compile: CompileBlock;
  readonly #sets = new Map<string, readonly string[]>();
  readonly #controls = new Map<string, XmlNode>();

  constructor(root: XmlNode, compile: CompileBlock) {
    this.#root = root;
    this.#compile = compile;
    for (const set of childrenOf(childOf(root, 'SelectionSets'), 'SelectionSet')) {
      const types = childrenOf(childOf(set, 'Types'), 'TypeName').map((type) => type.text.trim());
      this.#sets.set(textOf(set, 'Name') ?? '', types);
    }
    this.#addControls(childOf(root, 'Controls'));
  }

  views(): View[] {
    return childrenOf(childOf(this.#root, 'ViewDefinitions'), 'View').map((node) => this.#view(node));
  }

  #addControls(node: XmlNode | undefined): void {
    for (const control of childrenOf(node, 'Control')) {
      const body = childOf(control, 'CustomControl');
      if (body) this.#controls.set(textOf(control, 'Name') ?? '', body);
    }
  }

  #view(node: XmlNode): View {
    const name = textOf(node, 'Name');
    const types = this.#types(childOf(node, 'ViewSelectedBy'));
    if (!name || types.length === 0)
      throw new FormatXmlError('A <View> needs a <Name> and a <ViewSelectedBy> with types.');
    this.#addControls(childOf(node, 'Controls'));
    const groupBy = this.#groupBy(childOf(node, 'GroupBy'));
    const base = { name, types, ...(groupBy && { groupBy }), ...(childOf(node, 'OutOfBand') && { outOfBand: true }) };
    const table = childOf(node, 'TableControl');
    if (table) return { ...base, ...this.#table(table) };
    const list = childOf(node, 'ListControl');
    if (list) return { ...base, kind: 'list', entries: this.#listEntries(list) };
    const wide = childOf(node, 'WideControl');
    if (wide) return { ...base, ...this.#wide(wide) };
    const control = childOf(node, 'CustomControl');
    if (control) return { ...base, kind: 'custom', control: this.#control(control) };
    throw new FormatXmlError(`The view '${name}' has no table, list, wide or custom control.`);
  }

  #types(node: XmlNode | undefined): string[] {
    const names = childrenOf(node, 'TypeName').map((type) => type.text.trim());
    const sets = childrenOf(node, 'SelectionSetName').flatMap((set) => this.#sets.get(set.text.trim()) ?? []);
    return [...names, ...sets];
  }

  #selector(node: XmlNode): Selector {
    const selected = childOf(node, 'EntrySelectedBy');
    if (!selected) return {};
    const rule = childOf(selected, 'SelectionCondition');
    const types = [...this.#types(selected), ...this.#types(rule)];
    const condition = this.#source(rule);
    return { ...(types.length > 0 && { types }), ...(condition !== undefined && { condition }) };
  }

  #source(node: XmlNode | undefined): ValueSource | undefined {
    const property = textOf(node, 'PropertyName');
    if (property !== undefined) return property;
    const block = childOf(node, 'ScriptBlock');
    return block && this.#compile(block.text);
  }

  #field(node: XmlNode): Field {
    const source = this.#source(node);
    const format = textOf(node, 'FormatString');
    const text = childOf(node, 'Text')?.text;
    return { ...(source !== undefined && { source }), ...(format && { format }), ...(text !== undefined && { text }) };
  }

  #groupBy(node: XmlNode | undefined): GroupBy | undefined {
    const source = this.#source(node);
    if (source === undefined) return undefined;
    const label = textOf(node, 'Label');
    const heading = this.#innerControl(node);
    return { source, ...(label !== undefined && { label }), ...(heading && { heading }) };
  }

  #innerControl(node: XmlNode | undefined): CustomControl | undefined {
    const named = textOf(node, 'CustomControlName');
    const body = childOf(node, 'CustomControl') ?? (named === undefined ? undefined : this.#controls.get(named));
    return body && this.#control(body);
  }

  #table(node: XmlNode): Omit<Extract<View, { kind: 'table' }>, 'name' | 'types'> {
    const headers = childrenOf(childOf(node, 'TableHeaders'), 'TableColumnHeader');
    const rows = childrenOf(childOf(node, 'TableRowEntries'), 'TableRowEntry');
    const main = rows.find((row) => !childOf(row, 'EntrySelectedBy')) ?? rows[0];
    const items = childrenOf(childOf(main, 'TableColumnItems'), 'TableColumnItem');
    if (items.length === 0) throw new FormatXmlError('A <TableControl> needs a <TableRowEntry> with columns.');
    const variants = rows.filter((row) => row !== main).map((row) => this.#variant(row));
    return {
      kind: 'table',
      columns: items.map((item, i) => this.#column(item, headers[i])),
      ...(variants.length > 0 && { variants }),
      ...(isOn(node, 'AutoSize') && { autoSize: true }),
      ...(isOn(node, 'HideTableHeaders') && { hideHeader: true }),
      ...(isOn(main, 'Wrap') && { wrap: true }),
    };
  }

  #column(item: XmlNode, header: XmlNode | undefined): Column {
    const label = textOf(header, 'Label');
    const width = numberIn(header, 'Width');
    const align = alignmentIn(header);
    const cellAlign = alignmentIn(item);
    return {
      ...this.#field(item),
      ...(label !== undefined && { label }),
      ...(width !== undefined && { width }),
      ...(align && { align }),
      ...(cellAlign && { cellAlign }),
    };
  }

  #variant(row: XmlNode): RowVariant {
    const fields = childrenOf(childOf(row, 'TableColumnItems'), 'TableColumnItem').map((item) => {
      const align = alignmentIn(item);
      return { ...this.#field(item), ...(align && { align }) };
    });
    return { ...this.#selector(row), fields, ...(isOn(row, 'Wrap') && { wrap: true }) };
  }

  #listEntries(node: XmlNode): ListEntry[] {
    return childrenOf(childOf(node, 'ListEntries'), 'ListEntry').map((entry) => ({
      ...this.#selector(entry),
      items: childrenOf(childOf(entry, 'ListItems'), 'ListItem').map((item) => {
        const label = textOf(item, 'Label');
        const condition = this.#source(childOf(item, 'ItemSelectionCondition'));
        return {
          ...this.#field(item),
          ...(label !== undefined && { label }),
          ...(condition !== undefined && { condition }),
        };
      }),
    }));
  }

  #wide(node: XmlNode): Omit<Extract<View, { kind: 'wide' }>, 'name' | 'types'> {
    const columns = numberIn(node, 'ColumnNumber');
    const entries = childrenOf(childOf(node, 'WideEntries'), 'WideEntry').map((entry): WideEntry => {
      const item = childOf(entry, 'WideItem');
      return { ...this.#selector(entry), field: item ? this.#field(item) : {} };
    });
    return {
      kind: 'wide',
      entries,
      ...(columns !== undefined && { columns }),
      ...(isOn(node, 'AutoSize') && { autoSize: true }),
    };
  }

  #control(node: XmlNode): CustomControl {
    const entries = childrenOf(childOf(node, 'CustomEntries'), 'CustomEntry').map((entry): CustomEntry => {
      return { ...this.#selector(entry), items: this.#customItems(childOf(entry, 'CustomItem')) };
    });
    return { entries };
  }

  #customItems(node: XmlNode | undefined): CustomItem[] {
    return (node?.children ?? []).flatMap((child) => this.#customItem(child) ?? []);
  }

  #customItem(node: XmlNode): CustomItem | undefined {
    switch (node.name) {
      case 'Text':
        return { kind: 'text', text: node.text };
      case 'NewLine':
        return { kind: 'newline', count: numberIn(node, 'Count') ?? 1 };
      case 'Frame':
        return {
          kind: 'frame',
          left: numberIn(node, 'LeftIndent') ?? 0,
          right: numberIn(node, 'RightIndent') ?? 0,
          firstLine: numberIn(node, 'FirstLineIndent') ?? -(numberIn(node, 'FirstLineHanging') ?? 0),
          items: this.#customItems(childOf(node, 'CustomItem')),
        };
      case 'ExpressionBinding':
        return this.#binding(node);
      default:
        return undefined;
    }
  }

  #binding(node: XmlNode): CustomItem {
    const source = this.#source(node);
    const format = textOf(node, 'FormatString');
    const condition = this.#source(childOf(node, 'ItemSelectionCondition'));
    const control = this.#innerControl(node);
    return {
      kind: 'value',
      ...(source !== undefined && { source }),
      ...(format && { format }),
      ...(condition !== undefined && { condition }),
      ...(childOf(node, 'EnumerateCollection') && { enumerate: true }),
      ...(control && { control }),
    };
  }
}

function isOn(node: XmlNode | undefined, name: string): boolean {
  return childOf(node, name) !== undefined;
}

function alignmentIn(node: XmlNode | undefined): Alignment | undefined {
  const text = textOf(node, 'Alignment')?.toLowerCase();
  return (['left', 'center', 'right'] as const).find((name) => name === text);
}
