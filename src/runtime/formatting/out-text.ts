import { fail } from '../errors/terminating-error.ts';
import { InformationalRecord } from '../pipeline/records.ts';
import { stripEscapes } from '../text/escape-sequences.ts';
import {
  FormatEndData,
  FormatEntryData,
  FormatPacket,
  FormatStartData,
  GroupEndData,
  GroupStartData,
  type ShapeInfo,
} from '../values/format-packets.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { writeCustom } from './custom-writer.ts';
import { cellLength } from './display-cells.ts';
import { eachInTurn } from './eventually-all.ts';
import type { FormatContext } from './format-context.ts';
import { GroupQueue } from './group-queue.ts';
import { type GroupWriter, groupWriter } from './group-writer.ts';
import type { LineWriter } from './line-writer.ts';
import { writeList } from './list-writer.ts';
import { ShapeFormatter } from './shape-formatter.ts';
import type { TextSink, TextStream } from './text-sink.ts';

/** Where text goes and how wide it may be. */
export interface OutTextOptions {
  /** Cells in a line: a console's width less one; left out for files and strings, which break no text. */
  readonly width?: number;
  /** The host shows decorations or strips them itself; files and strings only keep them when Ansi is asked for. */
  readonly isHost?: boolean;
}

type State = 'reset' | 'formatting' | 'group';

/** What each packet needs to find and what it leaves behind. */
const transitions: readonly (readonly [new (...args: never[]) => FormatPacket, State, State])[] = [
  [FormatStartData, 'reset', 'formatting'],
  [GroupStartData, 'formatting', 'group'],
  [GroupEndData, 'group', 'formatting'],
  [FormatEndData, 'formatting', 'reset'],
];

/**
 * Writes objects as a console shows them: packets of Format-* commands as they say, everything else through the
 * default formatter. One instance lives as long as its output (Out-Default: the whole script), so that a table goes
 * on over several statements.
 */
export class OutText {
  readonly #context: FormatContext;
  readonly #sink: TextSink;
  readonly #options: OutTextOptions;
  readonly #formatter: ShapeFormatter;
  #queue: GroupQueue | undefined;
  #state: State = 'reset';
  #shape: ShapeInfo | undefined;
  #group: GroupWriter | undefined;
  #contentWidths: readonly number[] | undefined;
  #stream: TextStream = 'output';
  readonly #lines: LineWriter;

  constructor(context: FormatContext, sink: TextSink, options: OutTextOptions = {}) {
    this.#context = context;
    this.#sink = sink;
    this.#options = options;
    this.#formatter = new ShapeFormatter(context, {}, (packet) => this.#accept(packet));
    this.#lines = {
      line: (text) => this.#sink(this.#rendered(text), this.#stream),
      style: context.style,
      culture: context.culture,
    };
  }

  /** Shows one object. */
  write(value: PSValue, stream: TextStream = 'output'): Eventually<void> {
    if (value === null || value === undefined) return;
    if (value instanceof FormatPacket) return this.#accept(value);
    // A warning that was merged into the output is still shown as one.
    const merged = value instanceof InformationalRecord && stream === 'output';
    return this.#formatter.process(value, merged ? value.kind : stream);
  }

  /** Ends what is open and writes what is held back. */
  end(): Eventually<void> {
    return andThen(this.#formatter.end(), () => {
      const rest = this.#queue?.drain() ?? [];
      this.#queue = undefined;
      return eachInTurn(rest, (packet) => this.#write(packet));
    });
  }

  #rendered(text: string): string {
    const { outputRendering } = this.#context.style;
    const plain = outputRendering === 'PlainText' || (outputRendering === 'Host' && !this.#options.isHost);
    return plain ? stripEscapes(text) : text;
  }

  get #width(): number {
    return this.#options.width ?? Number.POSITIVE_INFINITY;
  }

  #accept(packet: FormatPacket): Eventually<void> {
    if (packet instanceof FormatStartData && this.#state === 'group') {
      return andThen(this.end(), () => this.#acceptInOrder(packet));
    }
    return this.#acceptInOrder(packet);
  }

  #acceptInOrder(packet: FormatPacket): Eventually<void> {
    this.#checkOrder(packet);
    if (packet instanceof FormatStartData) this.#startQueue(packet);
    const ready = this.#queue ? this.#queue.add(packet) : [packet];
    const [only] = ready;
    if (ready.length === 1 && only) return this.#write(only);
    return eachInTurn(ready, (each) => this.#write(each));
  }

  #checkOrder(packet: FormatPacket): void {
    if (packet instanceof FormatEntryData) {
      if (!packet.outOfBand && this.#state !== 'group') throw outOfSequence(packet);
      return;
    }
    const found = transitions.find(([type]) => packet instanceof type);
    if (!found) return;
    const [, needed, after] = found;
    if (this.#state !== needed) throw outOfSequence(packet);
    this.#state = after;
  }

  #startQueue({ shape, autoSize }: FormatStartData): void {
    this.#queue = undefined;
    const fitsContent = shape.kind === 'table' && shape.columns.length > 0 && shape.columns[0]?.width === 0;
    if (!autoSize && !fitsContent) return;
    const now = (): number => this.#context.monotonic();
    this.#queue = new GroupQueue(autoSize, now, (entries) => {
      this.#contentWidths = contentWidths(shape, entries);
    });
  }

  #write(packet: FormatPacket): Eventually<void> {
    if (packet instanceof FormatEntryData) return this.#writeEntry(packet);
    if (packet instanceof FormatStartData) {
      this.#shape = packet.shape;
      return this.#lines.line('');
    }
    if (packet instanceof GroupStartData) return this.#startGroup(packet);
    if (packet instanceof GroupEndData) {
      const ended = this.#group;
      this.#group = undefined;
      return ended?.end();
    }
    const { kind } = this.#shape ?? {};
    this.#shape = undefined;
    return kind === 'list' ? undefined : this.#lines.line('');
  }

  #startGroup({ heading }: GroupStartData): Eventually<void> {
    const tableWidth = this.#options.width ?? this.#context.consoleWidth;
    const shape = this.#shape ?? { kind: 'custom' };
    const group = groupWriter(shape, this.#lines, {
      width: this.#width,
      tableWidth,
      contentWidths: this.#contentWidths,
      height: this.#context.consoleHeight,
    });
    this.#contentWidths = undefined;
    this.#group = group;
    if (!heading) return group.start();
    return andThen(writeCustom(heading, this.#width, this.#lines), () =>
      andThen(this.#lines.line(''), () => group.start()),
    );
  }

  #writeEntry(packet: FormatEntryData): Eventually<void> {
    this.#stream = packet.stream;
    const done = packet.outOfBand ? this.#writeApart(packet) : this.#group?.entry(packet.entry);
    if (done instanceof Promise) return done.then(() => this.#resetStream());
    this.#resetStream();
  }

  #resetStream(): void {
    this.#stream = 'output';
  }

  #writeApart({ entry, stream }: FormatEntryData): Eventually<void> {
    switch (entry.kind) {
      case 'raw':
        return this.#sink(entry.text, stream);
      case 'custom':
        return writeCustom(entry.parts, Number.POSITIVE_INFINITY, this.#lines);
      case 'list':
        return eachInTurn(
          [
            () => this.#lines.line(''),
            () => writeList(entry.labels, entry.values, this.#width, this.#lines),
            () => this.#lines.line(''),
          ],
          (step) => step(),
        );
      default:
        return undefined;
    }
  }
}

/** The widths that hold the labels and all cells of a group. */
function contentWidths(shape: ShapeInfo, entries: readonly FormatEntryData[]): number[] {
  if (shape.kind === 'table') {
    const widths = shape.columns.map((column) => cellLength(column.label));
    for (const { entry } of entries) {
      if (entry.kind !== 'table') continue;
      for (let k = 0; k < widths.length; k++) {
        const cells = cellLength(entry.cells[k] ?? '');
        if (cells > (widths[k] ?? 0)) widths[k] = cells;
      }
    }
    return widths;
  }
  return [Math.max(0, ...entries.map(({ entry }) => (entry.kind === 'wide' ? cellLength(entry.value) : 0)))];
}

function outOfSequence(packet: FormatPacket): unknown {
  return fail({
    id: 'ConsoleLineOutputOutOfSequencePacket',
    category: 'InvalidData',
    exceptionType: 'System.InvalidOperationException',
    message: `A formatted object (${packet.constructor.name}) came out of its order. Pass on everything a Format-* command writes, from its start to its end.`,
  });
}
