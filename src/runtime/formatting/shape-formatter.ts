import { ErrorRecord } from '../errors/error-record.ts';
import {
  type CustomText,
  FormatEndData,
  FormatEntryData,
  FormatPacket,
  FormatStartData,
  GroupEndData,
  GroupStartData,
} from '../values/format-packets.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { controlText } from './custom-maker.ts';
import { displayText, isScalar } from './display-text.ts';
import { type EntryMaker, type FormatFailure, hasOwnProperties, type MakerSettings } from './entry-maker.ts';
import { eachInTurn } from './eventually-all.ts';
import type { FormatContext } from './format-context.ts';
import type { FormatRequest } from './format-request.ts';
import { PropertyListMaker } from './list-maker.ts';
import { evaluateSource, sourceName } from './property-expression.ts';
import { makerForView, selectMaker } from './select-view.ts';
import type { TextStream } from './text-sink.ts';
import type { GroupBy, View } from './view.ts';
import { withoutDeserializedPrefix } from './view-table.ts';

/** Takes the packets of a formatter. */
export type PacketSink = (packet: FormatPacket) => Eventually<void>;

/** A value that was never a grouping key. */
const noKey = Symbol('no key');

/**
 * Turns objects into format packets: what Format-* commands and the default formatter do. The first object that is
 * no bare text decides on the view; later ones that the view is not for are shown by themselves, as text or list.
 */
export class ShapeFormatter {
  readonly #context: FormatContext;
  readonly #request: FormatRequest;
  readonly #sink: PacketSink;
  readonly #failures: FormatFailure[] = [];
  #limit: number | undefined;
  #maker: EntryMaker | undefined;
  #inGroup = false;
  #groupKey: PSValue | typeof noKey = noKey;
  #groupName = '';
  #lastView: View | undefined;
  #lastNames: readonly string[] | undefined;
  #lastApplies = false;

  constructor(context: FormatContext, request: FormatRequest, sink: PacketSink) {
    this.#context = context;
    this.#request = request;
    this.#sink = sink;
  }

  /** Formats one pipeline object; collections are taken apart. */
  process(value: PSValue, stream: TextStream = 'output'): Eventually<void> {
    if (value === null || value === undefined) return;
    this.#limit ??= this.#context.enumerationLimit();
    const elements = typeof value === 'object' ? this.#context.objects.elements(value) : undefined;
    if (!elements || this.#request.expand === 'CoreOnly') return this.#object(value, stream);
    const each = (element: PSValue): Eventually<void> => this.#object(element ?? '', stream);
    if (this.#request.expand !== 'Both') return eachInTurn(elements, each);
    const all = [...elements];
    return andThen(this.#describeCollection(value, all.length, stream), () => eachInTurn(all, each));
  }

  /** Closes what is open. */
  end(): Eventually<void> {
    if (!this.#maker) return;
    this.#maker = undefined;
    const closing = this.#inGroup ? [new GroupEndData(), new FormatEndData()] : [new FormatEndData()];
    this.#inGroup = false;
    this.#groupKey = noKey;
    return eachInTurn(closing, this.#sink);
  }

  get #settings(): MakerSettings {
    return { context: this.#context, request: this.#request, limit: this.#limit ?? 4, failures: this.#failures };
  }

  #object(object: PSValue, stream: TextStream): Eventually<void> {
    if (object instanceof FormatPacket) return this.#sink(object);
    if (!(this.#request.force && this.#request.shape)) {
      const early = this.#outOfBand(object, stream, false);
      if (early !== undefined) return andThen(early, this.#sink);
    }
    if (this.#maker) return this.#inDocument(object, stream, this.#maker);
    const maker = selectMaker(object, this.#settings);
    return andThen(maker.start(object), (shape) => {
      this.#maker = maker;
      return andThen(this.#sink(new FormatStartData(shape, maker.autoSize)), () =>
        this.#inDocument(object, stream, maker),
      );
    });
  }

  #inDocument(object: PSValue, stream: TextStream, maker: EntryMaker): Eventually<void> {
    if (!(this.#request.force && this.#request.shape) && maker.view && !this.#applies(maker.view, object)) {
      const apart = this.#outOfBand(object, stream, true);
      if (apart !== undefined) return andThen(apart, this.#sink);
    }
    return andThen(this.#enterGroup(object, maker), () =>
      andThen(maker.entry(object), (entry) => {
        const packet = new FormatEntryData(entry);
        packet.stream = stream;
        const sent = this.#sink(packet);
        return this.#failures.length === 0 ? sent : andThen(sent, () => this.#reportFailures());
      }),
    );
  }

  #applies(view: View, object: PSValue): boolean {
    const names = this.#context.objects.typeNames(object);
    if (view === this.#lastView && names === this.#lastNames) return this.#lastApplies;
    const types = new Set(view.types.map((name) => name.toLowerCase()));
    const matches = (list: readonly string[] | undefined): boolean =>
      list?.some((name) => types.has(name.toLowerCase())) ?? false;
    this.#lastView = view;
    this.#lastNames = names;
    this.#lastApplies = matches(names) || matches(withoutDeserializedPrefix(names));
    return this.#lastApplies;
  }

  /** The packet of an object that stands outside of tables and lists, or undefined when it belongs inside. */
  #outOfBand(object: PSValue, stream: TextStream, always: boolean): Eventually<FormatEntryData> | undefined {
    const { objects, views } = this.#context;
    const finish = (entry: FormatEntryData): FormatEntryData => {
      entry.stream = stream;
      return entry;
    };
    const raw = (): Eventually<FormatEntryData> =>
      andThen(objects.text(object), (text) => finish(new FormatEntryData({ kind: 'raw', text }, true)));
    if (typeof object !== 'object' || object === null) return raw();
    const typeNames = objects.typeNames(object);
    const view = views.findOutOfBand(typeNames);
    if (view) return this.#apart(makerForView(view, object, this.#settings), object, finish);
    if (isScalar(object, () => typeNames) || !hasOwnProperties(object, this.#context)) return raw();
    if (!always) return undefined;
    return this.#apart(new PropertyListMaker({ ...this.#settings, request: {} }), object, finish);
  }

  #apart(
    maker: EntryMaker,
    object: PSValue,
    finish: (entry: FormatEntryData) => FormatEntryData,
  ): Eventually<FormatEntryData> {
    return andThen(maker.entry(object), (entry) => finish(new FormatEntryData(entry, true)));
  }

  #enterGroup(object: PSValue, maker: EntryMaker): Eventually<void> {
    const { groupBy } = this.#request;
    const by: GroupBy | undefined = groupBy ?? maker.view?.groupBy;
    if (!by) return this.#inGroup ? undefined : this.#startGroup(undefined);
    return andThen(evaluateSource(by.source, object, this.#context), (result) => {
      const readable = result.found && !('failure' in result);
      const changed = readable ? this.#changesGroup(result.value, result.name) : false;
      return andThen(changed, (isNew) => {
        if (this.#inGroup && !isNew) return;
        const heading = this.#heading(by, object, maker);
        if (!this.#inGroup) return andThen(heading, (parts) => this.#startGroup(parts));
        const blank = new FormatEntryData({ kind: 'custom', parts: [] }, true);
        return andThen(eachInTurn([blank, new GroupEndData()], this.#sink), () =>
          andThen(heading, (parts) => this.#startGroup(parts)),
        );
      });
    });
  }

  #changesGroup(key: PSValue, name: string): Eventually<boolean> {
    const before = this.#groupKey;
    this.#groupKey = key;
    const update = (same: boolean): boolean => {
      if (!same) this.#groupName = name;
      return !same;
    };
    return before === noKey ? update(false) : andThen(this.#context.objects.sameGroup(key, before), update);
  }

  #startGroup(heading: readonly CustomText[] | undefined): Eventually<void> {
    this.#inGroup = true;
    return this.#sink(new GroupStartData(heading));
  }

  #heading(by: GroupBy, object: PSValue, maker: EntryMaker): Eventually<readonly CustomText[] | undefined> {
    const key = this.#groupKey;
    if (key === noKey) return undefined;
    const control = this.#request.groupBy ? undefined : maker.view?.groupBy?.heading;
    if (control) return controlText(control, object, this.#settings);
    const label = by.label ?? (this.#groupName || sourceName(by.source));
    return andThen(displayText(key, { limit: this.#settings.limit }, this.#context), (text) => [`   ${label}: `, text]);
  }

  /** -ShowError: what failed in the object just written follows it as errors. */
  #reportFailures(): Eventually<void> {
    const failures = this.#failures.splice(0);
    return eachInTurn(failures, ({ thrown, name, object }) => {
      const { exception } = this.#context.toErrorRecord(thrown);
      const record = new ErrorRecord(exception, 'PSPropertyExpressionError', 'InvalidArgument', object);
      record.errorDetails = { message: `The expression '${name}' failed: ${exception.message}`, recommendedAction: '' };
      const packet = this.#outOfBand(record, 'error', true);
      return packet === undefined ? undefined : andThen(packet, this.#sink);
    });
  }

  /** -Expand Both: the collection itself, framed by two remarks. */
  #describeCollection(value: PSValue, count: number, stream: TextStream): Eventually<void> {
    const remark = (text: string): Eventually<void> => this.#sink(new FormatEntryData({ kind: 'raw', text }, true));
    const follows = count === 0 ? 'It has no elements.' : count === 1 ? 'Its element:' : `Its ${count} elements:`;
    return andThen(remark('The following object is a collection:'), () => {
      const packet = this.#outOfBand(value, stream, true);
      return andThen(packet === undefined ? undefined : andThen(packet, this.#sink), () => remark(follows));
    });
  }
}
