import { NetObject } from '../../values/net-object.ts';
import { valueTuple } from '../../values/net-tuple.ts';
import { defineType } from '../define-type.ts';
import { outOfRange } from '../net-error.ts';

/** System.Index: a place from the start or the end. */
class Index extends NetObject {
  readonly value: number;
  readonly isFromEnd: boolean;

  constructor(value: number, isFromEnd: boolean) {
    super();
    if (value < 0) throw outOfRange('value', 'An index must not be negative.');
    this.value = value;
    this.isFromEnd = isFromEnd;
  }

  offset(length: number): number {
    return this.isFromEnd ? length - this.value : this.value;
  }

  equalityText(): string {
    return `index ${this.toString()}`;
  }

  override toString(): string {
    return `${this.isFromEnd ? '^' : ''}${this.value}`;
  }
}

/** System.Range: from one index up to another. */
class Range extends NetObject {
  readonly start: Index;
  readonly end: Index;

  constructor(start: Index, end: Index) {
    super();
    this.start = start;
    this.end = end;
  }

  equalityText(): string {
    return `range ${this.toString()}`;
  }

  override toString(): string {
    return `${this.start}..${this.end}`;
  }
}

const first = (): Index => new Index(0, false);
const last = (): Index => new Index(0, true);

/** Index and Range. */
export const indexRangeTypes = [
  defineType({
    name: 'System.Index',
    kind: 'struct',
    jsClass: Index,
    defaultValue: first,
    members: {
      'new(int value, bool fromEnd = False)': (value: number, fromEnd: boolean) => new Index(value, fromEnd),
      'static prop End Index get': last,
      'prop IsFromEnd bool get': (self: Index) => self.isFromEnd,
      'static prop Start Index get': first,
      'prop Value int get': (self: Index) => self.value,
      'static FromEnd(int value) Index': (value: number) => new Index(value, true),
      'static FromStart(int value) Index': (value: number) => new Index(value, false),
      'GetOffset(int length) int': (self: Index, length: number) => self.offset(length),
      'ToString() string': (self: Index) => self.toString(),
    },
    casts: { 'implicit int -> Index': (value: number) => new Index(value, false) },
  }),
  defineType({
    name: 'System.Range',
    kind: 'struct',
    jsClass: Range,
    defaultValue: () => new Range(first(), first()),
    members: {
      'new(Index start, Index end)': (start: Index, end: Index) => new Range(start, end),
      'static prop All Range get': () => new Range(first(), last()),
      'prop End Index get': (self: Range) => self.end,
      'prop Start Index get': (self: Range) => self.start,
      'static EndAt(Index end) Range': (end: Index) => new Range(first(), end),
      'GetOffsetAndLength(int length) ValueTuple<int, int>': (self: Range, length: number) => {
        const [start, end] = [self.start.offset(length), self.end.offset(length)];
        if (end > length || start > end || start < 0) throw outOfRange('length');
        return valueTuple([start, end - start]);
      },
      'static StartAt(Index start) Range': (start: Index) => new Range(start, last()),
      'ToString() string': (self: Range) => self.toString(),
    },
  }),
];
