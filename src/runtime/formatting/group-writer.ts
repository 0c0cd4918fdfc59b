import type { FormatEntry, ShapeInfo } from '../values/format-packets.ts';
import { andThen, type Eventually } from '../values/ps-value.ts';
import { writeCustom } from './custom-writer.ts';
import type { LineWriter } from './line-writer.ts';
import { writeList } from './list-writer.ts';
import { TableWriter } from './table-writer.ts';

/** Writes the entries of one group. */
export interface GroupWriter {
  start(): Eventually<void>;
  entry(entry: FormatEntry): Eventually<void>;
  end(): Eventually<void>;
}

/** The room a group has. */
export interface GroupRoom {
  /** Where text is broken. */
  readonly width: number;
  readonly tableWidth: number;
  /** What the content of the group needs, by column; for wide views one number. */
  readonly contentWidths: readonly number[] | undefined;
  /** Lines of the console, for repeated headers. */
  readonly height: number | undefined;
}

/** The writer of one group of a shape. */
export function groupWriter(shape: ShapeInfo, out: LineWriter, room: GroupRoom): GroupWriter {
  switch (shape.kind) {
    case 'table':
      return new TableGroup(shape, out, room);
    case 'wide':
      return new WideGroup(shape.columns, out, room);
    case 'list':
      return {
        start() {},
        entry: (entry) =>
          entry.kind === 'list'
            ? andThen(writeList(entry.labels, entry.values, room.width, out), () => out.line(''))
            : undefined,
        end() {},
      };
    case 'custom':
      return {
        start() {},
        entry: (entry) => (entry.kind === 'custom' ? writeCustom(entry.parts, room.width, out) : undefined),
        end() {},
      };
  }
}

/** Lines that a pager and the blank before a repeated header take. */
const PAGE_MARGIN = 2;

class TableGroup implements GroupWriter {
  readonly #writer: TableWriter;
  readonly #out: LineWriter;
  readonly #repeatAt: number;
  #lines = 0;

  constructor(shape: Extract<ShapeInfo, { kind: 'table' }>, out: LineWriter, room: GroupRoom) {
    this.#out = out;
    const { columns, hideHeader } = shape;
    const widths = room.contentWidths ?? columns.map((column) => column.width);
    this.#writer = new TableWriter({ columns, widths, tableWidth: room.tableWidth, hideHeader }, out);
    this.#repeatAt = shape.repeatHeader && room.height ? room.height - PAGE_MARGIN : Number.POSITIVE_INFINITY;
  }

  start(): Eventually<void> {
    return andThen(this.#writer.header(), (lines) => {
      this.#lines += lines;
    });
  }

  entry(entry: FormatEntry): Eventually<void> {
    if (entry.kind !== 'table') return;
    const pending = this.#lines >= this.#repeatAt ? this.#repeatHeader() : undefined;
    this.#lines++;
    if (pending === undefined) return this.#writer.row(entry.cells, entry.wrap, entry.align);
    return andThen(pending, () => this.#writer.row(entry.cells, entry.wrap, entry.align));
  }

  end(): void {}

  #repeatHeader(): Eventually<void> {
    this.#lines = 0;
    return andThen(this.#out.line(''), () => this.start());
  }
}

class WideGroup implements GroupWriter {
  readonly #writer: TableWriter;
  readonly #perRow: number;
  #cells: string[] = [];

  constructor(columns: number, out: LineWriter, room: GroupRoom) {
    const [longest = 0] = room.contentWidths ?? [];
    this.#perRow = longest > 0 ? bestItemsPerRow(longest, room.tableWidth) : columns > 0 ? columns : 2;
    const header = { label: '', width: 0, align: 'left', matchesProperty: true } as const;
    const all = Array.from({ length: this.#perRow }, () => header);
    this.#writer = new TableWriter(
      { columns: all, widths: all.map(() => 0), tableWidth: room.tableWidth, hideHeader: true },
      out,
    );
  }

  start(): void {}

  entry(entry: FormatEntry): Eventually<void> {
    if (entry.kind !== 'wide') return;
    this.#cells.push(entry.value);
    return this.#cells.length === this.#perRow ? this.end() : undefined;
  }

  end(): Eventually<void> {
    if (this.#cells.length === 0) return;
    const cells = this.#cells;
    this.#cells = [];
    return this.#writer.row(cells, false);
  }
}

/** As many items as fit into a row, a blank between them and one cell to spare. */
function bestItemsPerRow(longest: number, tableWidth: number): number {
  let items = 1;
  while (longest * (items + 1) + items < tableWidth) items++;
  return items;
}
