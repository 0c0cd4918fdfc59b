import { decoratedSlice, ESC, RESET } from '../text/escape-sequences.ts';
import type { HeaderColumn } from '../values/format-packets.ts';
import { andThen, type Eventually } from '../values/ps-value.ts';
import { computeColumnWidths } from './column-widths.ts';
import { cellLength, fitFromEnd, fitFromStart } from './display-cells.ts';
import { eachInTurn } from './eventually-all.ts';
import type { LineWriter } from './line-writer.ts';
import { ELLIPSIS, firstLineOf, wrapLines } from './text-lines.ts';
import type { Alignment } from './view.ts';

/** A table on less room than this shows nothing. */
const MIN_TABLE_CELLS = 5;

/** One column that is shown. */
interface ShownColumn {
  readonly index: number;
  readonly width: number;
  readonly align: Alignment;
  readonly matchesProperty: boolean;
  /** The last of all columns, shown or not: not padded. */
  readonly isLast: boolean;
}

/** How the columns of a table are laid out. */
export interface TableLayout {
  readonly columns: readonly HeaderColumn[];
  /** Widths asked for: those of the columns, or of their content. */
  readonly widths: readonly number[];
  readonly tableWidth: number;
  readonly hideHeader: boolean;
}

/** Writes the header and rows of one table (or of one group of it). */
export class TableWriter {
  readonly #out: LineWriter;
  readonly #columns: readonly ShownColumn[];
  readonly #labels: readonly string[];
  readonly #hideHeader: boolean;
  #header: readonly string[] | undefined;

  constructor(layout: TableLayout, out: LineWriter) {
    this.#out = out;
    this.#hideHeader = layout.hideHeader;
    this.#labels = layout.columns.map((column) => column.label);
    const fits = layout.tableWidth >= MIN_TABLE_CELLS;
    const widths = fits ? computeColumnWidths(layout.widths, layout.tableWidth) : [];
    this.#columns = widths.flatMap((width, index): ShownColumn[] => {
      const { align = 'left', matchesProperty = true } = layout.columns[index] ?? {};
      return width > 0 ? [{ index, width, align, matchesProperty, isLast: index === widths.length - 1 }] : [];
    });
  }

  /** Writes the header, and gives the number of its lines. */
  header(): Eventually<number> {
    if (this.#hideHeader || this.#columns.length === 0) return 0;
    this.#header ??= this.#headerLines();
    const lines = this.#header;
    return andThen(
      eachInTurn(lines, (line) => this.#out.line(line)),
      () => lines.length,
    );
  }

  /** Writes one row; `align` overrides the columns' alignment where it is set. */
  row(cells: readonly string[], wrap: boolean, align?: readonly (Alignment | undefined)[]): Eventually<void> {
    if (this.#columns.length === 0) return;
    if (!wrap) return this.#out.line(this.#plainRow(cells, align));
    return eachInTurn(this.#wrappedRow(cells, align, false), (line) => this.#out.line(line));
  }

  #headerLines(): string[] {
    const lines = this.#wrappedRow(this.#labels, undefined, true);
    const dashes = this.#labels.map((label, i) => {
      const width = this.#columns.find((column) => column.index === i)?.width ?? 0;
      return '-'.repeat(label === '' ? width : Math.min(width, cellLength(label)));
    });
    const { tableHeader } = this.#out.style;
    let line = '';
    for (const column of this.#columns) {
      if (column.index > 0) line += ' ';
      line += tableHeader + fitCell(dashes[column.index] ?? '', column.width, column.align, !column.isLast) + RESET;
    }
    return [...lines, line];
  }

  #plainRow(cells: readonly string[], align: readonly (Alignment | undefined)[] | undefined): string {
    let line = '';
    for (const column of this.#columns) {
      if (column.index > 0) line += ' ';
      const cell = fitCell(
        cells[column.index] ?? '',
        column.width,
        align?.[column.index] ?? column.align,
        !column.isLast,
      );
      line += cell.includes(ESC) && !cell.trimEnd().endsWith(RESET) ? cell + RESET : cell;
    }
    return line;
  }

  #wrappedRow(
    cells: readonly string[],
    align: readonly (Alignment | undefined)[] | undefined,
    isHeader: boolean,
  ): string[] {
    const last = this.#columns.length - 1;
    const stacks = this.#columns.map((column, k) => {
      const side = align?.[column.index] ?? column.align;
      const lines = this.#cellLines(cells[column.index] ?? '', column.width, side, k < last);
      return k > 0 ? lines.map((line) => ` ${line}`) : lines;
    });
    const height = Math.max(...stacks.map((stack) => stack.length));
    const rows: string[] = [];
    for (let row = 0; row < height; row++) {
      const end = stacks.findLastIndex((stack) => stack.length > row);
      let line = '';
      stacks.forEach((stack, k) => {
        const width = (this.#columns[k]?.width ?? 0) + (k > 0 ? 1 : 0);
        let text = stack[row] ?? (k > end ? '' : ' '.repeat(width));
        if (k === end && height > 1) text = text.trimEnd();
        line += isHeader ? this.#headerCell(text, k) : text;
      });
      rows.push(line);
    }
    return rows;
  }

  #headerCell(text: string, k: number): string {
    const { tableHeader, customTableHeaderLabel } = this.#out.style;
    if (this.#columns[k]?.matchesProperty) return tableHeader + text + RESET;
    const at = k === 0 || text === '' ? 0 : 1;
    return (text === '' ? '' : text.slice(0, at) + customTableHeaderLabel + text.slice(at)) + RESET;
  }

  #cellLines(text: string, width: number, align: Alignment, pad: boolean): string[] {
    const lines = wrapLines(text, { first: width, culture: this.#out.culture });
    if (!pad && align === 'left') return lines;
    return lines.map((line) => (cellLength(line) < width ? fitCell(line, width, align, pad) : line));
  }
}

/** A text on exactly so many cells: padded, or cut with an ellipsis; left cells of a last column are not padded. */
function fitCell(value: string, width: number, align: Alignment, pad: boolean): string {
  let text = firstLineOf(value);
  const cells = cellLength(text);
  if (cells < width) return padCell(text, width - cells, align, pad);
  if (cells > width) text = cutCell(text, width, align);
  if (cellLength(text) === width) return text;
  if (align === 'right') return ` ${text}`;
  return pad ? `${text} ` : text;
}

function padCell(text: string, blanks: number, align: Alignment, pad: boolean): string {
  if (align === 'right') return ' '.repeat(blanks) + text;
  if (align === 'left') return pad ? text + ' '.repeat(blanks) : text;
  const left = Math.floor(blanks / 2);
  return ' '.repeat(left) + text + (pad ? ' '.repeat(blanks - left) : '');
}

function cutCell(text: string, width: number, align: Alignment): string {
  const room = width - 1;
  if (align === 'right') {
    if (room > 0) return decoratedSlice(text, fitFromEnd(text, room), undefined, { before: ELLIPSIS });
    return decoratedSlice(text, fitFromEnd(text, width));
  }
  if (room > 0) return decoratedSlice(text, 0, fitFromStart(text, room), { after: ELLIPSIS });
  return decoratedSlice(text, 0, fitFromStart(text, width));
}
