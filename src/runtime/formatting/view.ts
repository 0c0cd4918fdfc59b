import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { FormatContext } from './format-context.ts';

/** How a cell stands in its column. */
export type Alignment = 'left' | 'center' | 'right';

/** Makes a value of an object, for built-in views. */
export type Compute = (object: PSValue, context: FormatContext) => Eventually<PSValue>;

/** Where a value comes from: a property's name, code, or a script block with `$_`. */
export type ValueSource = string | Compute | ScriptBlock;

/** One shown value. Without `source` it is `text`, or the object itself in custom views. */
export interface Field {
  readonly source?: ValueSource;
  readonly text?: string;
  /** .NET format (`N2`) or composite format (`{0:N2}`). */
  readonly format?: string;
}

/** A column of a table view. */
export interface Column extends Field {
  /** The property's name where left out. */
  readonly label?: string;
  /** 0 or left out: as wide as its content, or a share of the room. */
  readonly width?: number;
  readonly align?: Alignment;
  /** Alignment of the cells where it differs from the header's. */
  readonly cellAlign?: Alignment;
}

/** A line of a list view. */
export interface ListItem extends Field {
  readonly label?: string;
  /** Shown only where this is true of the object. */
  readonly condition?: ValueSource;
}

/** Objects an entry of a view is for: of one of these types, and where the condition holds. */
export interface Selector {
  readonly types?: readonly string[];
  readonly condition?: ValueSource;
}

/** A row definition that replaces the columns' fields for some types; an empty field keeps the column's own. */
export interface RowVariant extends Selector {
  readonly fields: readonly (Field & { readonly align?: Alignment })[];
  readonly wrap?: boolean;
}

/** The lines of a list for some types. */
export interface ListEntry extends Selector {
  readonly items: readonly ListItem[];
}

/** The field of a wide view for some types. */
export interface WideEntry extends Selector {
  readonly field: Field;
}

/** The content of a custom view for some types. */
export interface CustomEntry extends Selector {
  readonly items: readonly CustomItem[];
}

/** A custom control: the entry that fits the object is shown, the last one without selector for all others. */
export interface CustomControl {
  readonly entries: readonly CustomEntry[];
}

/** One piece of a custom view. */
export type CustomItem =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'newline'; readonly count?: number }
  | {
      readonly kind: 'frame';
      readonly left?: number;
      readonly right?: number;
      readonly firstLine?: number;
      readonly items: readonly CustomItem[];
    }
  | {
      readonly kind: 'value';
      readonly source?: ValueSource;
      readonly format?: string;
      readonly condition?: ValueSource;
      /** Shows the elements of a collection one by one. */
      readonly enumerate?: boolean;
      /** Shows the value through another control. */
      readonly control?: CustomControl;
    };

/** What starts a new group and how its heading looks. */
export interface GroupBy {
  readonly source: ValueSource;
  readonly label?: string;
  /** Replaces the heading `   label: value`. */
  readonly heading?: CustomControl;
}

interface ViewBase {
  readonly name: string;
  /** Type names it is for. */
  readonly types: readonly string[];
  readonly groupBy?: GroupBy;
  /** Shown outside of any table or list, so that it never ends one. */
  readonly outOfBand?: boolean;
}

/** A table. */
export interface TableView extends ViewBase {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  readonly variants?: readonly RowVariant[];
  readonly autoSize?: boolean;
  readonly hideHeader?: boolean;
  readonly wrap?: boolean;
}

/** A list of `name : value` lines. */
export interface ListView extends ViewBase {
  readonly kind: 'list';
  readonly entries: readonly ListEntry[];
}

/** One value an object, side by side. */
export interface WideView extends ViewBase {
  readonly kind: 'wide';
  readonly entries: readonly WideEntry[];
  readonly columns?: number;
  readonly autoSize?: boolean;
}

/** Free text. */
export interface CustomView extends ViewBase {
  readonly kind: 'custom';
  readonly control: CustomControl;
}

/** A view: how objects of some types are shown (about_Format.ps1xml). */
export type View = TableView | ListView | WideView | CustomView;

/** The four shapes. */
export type Shape = View['kind'];

/** A column of a built-in table view. */
export function column(source: ValueSource, options: Omit<Column, 'source'> = {}): Column {
  return { source, ...options };
}

type TableOptions = Omit<TableView, 'kind' | 'name' | 'types' | 'columns'>;

/** A built-in table view. */
export function table(
  name: string,
  types: readonly string[],
  columns: readonly Column[],
  options: TableOptions = {},
): TableView {
  return { kind: 'table', name, types, columns, ...options };
}

type ListOptions = Omit<ListView, 'kind' | 'name' | 'types' | 'entries'>;

/** A built-in list view with one entry for all its types; plain names stand for properties. */
export function list(
  name: string,
  types: readonly string[],
  items: readonly (string | ListItem)[],
  options: ListOptions = {},
): ListView {
  return { kind: 'list', name, types, entries: [{ items: listItems(items) }], ...options };
}

/** Items of a list entry; plain names stand for properties. */
export function listItems(items: readonly (string | ListItem)[]): ListItem[] {
  return items.map((item) => (typeof item === 'string' ? { source: item } : item));
}

/** A built-in wide view of one field. */
export function wide(name: string, types: readonly string[], source: ValueSource): WideView {
  return { kind: 'wide', name, types, entries: [{ field: { source } }] };
}

type CustomOptions = Omit<CustomView, 'kind' | 'name' | 'types' | 'control'>;

/** A built-in custom view with one entry. */
export function custom(
  name: string,
  types: readonly string[],
  items: readonly CustomItem[],
  options: CustomOptions = {},
): CustomView {
  return { kind: 'custom', name, types, control: { entries: [{ items }] }, ...options };
}
