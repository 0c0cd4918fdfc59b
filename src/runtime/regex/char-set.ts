const LAST = 0xffff;

/**
 * A set of UTF-16 code units, held as sorted ranges that neither overlap nor touch; immutable. .NET regular
 * expressions work on code units, not on code points.
 */
export class CharSet {
  static readonly empty: CharSet = new CharSet([]);
  static readonly all: CharSet = new CharSet([0, LAST]);

  /** Flat: from, to, from, to, … (both inclusive). */
  readonly ranges: readonly number[];
  private lowTable: Uint8Array | undefined = undefined;

  private constructor(ranges: readonly number[]) {
    this.ranges = ranges;
  }

  /** 1 for each member below 256. */
  get low(): Uint8Array {
    let low = this.lowTable;
    if (low === undefined) {
      low = new Uint8Array(256);
      for (let i = 0; i < this.ranges.length; i += 2) {
        const from = this.ranges[i] ?? 0;
        if (from > 255) break;
        low.fill(1, from, Math.min(this.ranges[i + 1] ?? 0, 255) + 1);
      }
      this.lowTable = low;
    }
    return low;
  }

  /** From ranges in any order, overlapping or not. */
  static of(...ranges: readonly number[]): CharSet {
    const pairs: [number, number][] = [];
    for (let i = 0; i + 1 < ranges.length; i += 2) pairs.push([ranges[i] ?? 0, ranges[i + 1] ?? 0]);
    pairs.sort((a, b) => a[0] - b[0]);
    const flat: number[] = [];
    for (const [from, to] of pairs) {
      const last = flat.length - 1;
      const end = flat[last];
      if (end !== undefined && from <= end + 1) flat[last] = Math.max(end, to);
      else flat.push(from, to);
    }
    return flat.length === 0 ? CharSet.empty : new CharSet(flat);
  }

  /** The set of the characters of a text. */
  static ofText(text: string): CharSet {
    return CharSet.of(...Array.from({ length: text.length * 2 }, (_, i) => text.charCodeAt(i >> 1)));
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  has(code: number): boolean {
    if (code < 256) return this.low[code] === 1;
    const ranges = this.ranges;
    let low = 0;
    let high = ranges.length >> 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ranges[middle * 2 + 1] ?? 0) < code) low = middle + 1;
      else high = middle;
    }
    const from = ranges[low * 2];
    return from !== undefined && from <= code;
  }

  union(other: CharSet): CharSet {
    if (other.isEmpty) return this;
    return this.isEmpty ? other : CharSet.of(...this.ranges, ...other.ranges);
  }

  complement(): CharSet {
    const flat: number[] = [];
    let next = 0;
    for (let i = 0; i < this.ranges.length; i += 2) {
      const from = this.ranges[i] ?? 0;
      if (from > next) flat.push(next, from - 1);
      next = (this.ranges[i + 1] ?? 0) + 1;
    }
    if (next <= LAST) flat.push(next, LAST);
    return new CharSet(flat);
  }

  intersect(other: CharSet): CharSet {
    if (this === CharSet.all || this === other) return other;
    if (other === CharSet.all) return this;
    const flat: number[] = [];
    const [a, b] = [this.ranges, other.ranges];
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      const from = Math.max(a[i] ?? 0, b[j] ?? 0);
      const [endA, endB] = [a[i + 1] ?? 0, b[j + 1] ?? 0];
      const to = Math.min(endA, endB);
      if (from <= to) flat.push(from, to);
      if (endA <= endB) i += 2;
      if (endB <= endA) j += 2;
    }
    return new CharSet(flat);
  }

  intersects(other: CharSet): boolean {
    const [a, b] = [this.ranges, other.ranges];
    for (let i = 0, j = 0; i < a.length && j < b.length; ) {
      const [endA, endB] = [a[i + 1] ?? 0, b[j + 1] ?? 0];
      if (Math.max(a[i] ?? 0, b[j] ?? 0) <= Math.min(endA, endB)) return true;
      if (endA <= endB) i += 2;
      else j += 2;
    }
    return false;
  }

  difference(other: CharSet): CharSet {
    return this.intersect(other.complement());
  }

  /** The only member, or `undefined` when there are none or several. */
  get single(): number | undefined {
    const [from, to] = this.ranges;
    return this.ranges.length === 2 && from === to ? from : undefined;
  }
}
