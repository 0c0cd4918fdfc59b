import { NetException } from '../errors/net-exception.ts';
import { NetEnumerable } from '../values/net-enumerable.ts';
import type { MatchData } from './compiled-regex.ts';
import type { Regex } from './regex.ts';
import type { RegexRun } from './regex-run.ts';
import { expandReplacement } from './replacement.ts';

/** System.Text.RegularExpressions.Capture: a piece of the searched text. */
export class RegexCapture {
  readonly text: string;
  readonly index: number;
  readonly length: number;

  constructor(text: string, index: number, length: number) {
    this.text = text;
    this.index = index;
    this.length = length;
  }

  get value(): string {
    return this.text.slice(this.index, this.index + this.length);
  }

  toString(): string {
    return this.value;
  }
}

/** System.Text.RegularExpressions.Group: the last capture of a group, and all of them. */
export class RegexGroup extends RegexCapture {
  readonly name: string;
  readonly success: boolean;
  private readonly places: readonly number[];
  private captureCache: readonly RegexCapture[] | undefined;

  /** `places` are the captures as start, end, start, end…; none when the group took no part. */
  constructor(text: string, name: string, places: readonly number[]) {
    const start = places[places.length - 2] ?? 0;
    super(text, start, (places[places.length - 1] ?? 0) - start);
    this.name = name;
    this.success = places.length > 0;
    this.places = places;
  }

  /** Every capture, the first one first. */
  get captures(): readonly RegexCapture[] {
    if (this.captureCache === undefined) {
      const list: RegexCapture[] = [];
      for (let i = 0; i < this.places.length; i += 2) {
        const start = this.places[i] ?? 0;
        list.push(new RegexCapture(this.text, start, (this.places[i + 1] ?? 0) - start));
      }
      this.captureCache = list;
    }
    return this.captureCache;
  }
}

/** System.Text.RegularExpressions.Match. */
export class RegexMatch extends RegexGroup {
  readonly regex: Regex;
  private readonly data: MatchData | undefined;
  private readonly searched: string;
  private readonly offset: number;
  private readonly run: RegexRun;
  private groupCache: RegexGroupCollection | undefined;

  /**
   * `searched` is what the pattern saw, which starts at `offset` in `text`; without `data` this is the match that
   * was not found.
   */
  constructor(
    regex: Regex,
    text: string,
    searched: string,
    offset: number,
    data: MatchData | undefined,
    run: RegexRun,
  ) {
    super(text, '0', data === undefined ? [] : [data.start + offset, data.end + offset]);
    this.regex = regex;
    this.searched = searched;
    this.offset = offset;
    this.data = data;
    this.run = run;
  }

  get groups(): RegexGroupCollection {
    this.groupCache ??= new RegexGroupCollection(this);
    return this.groupCache;
  }

  /** The text a group captured last, by slot; `undefined` when it took no part. Cheaper than a group object. */
  groupText(slot: number): string | undefined {
    return this.data?.groupText(slot);
  }

  /** Makes the group of a slot. */
  groupAt(slot: number): RegexGroup {
    if (slot === 0) return this;
    const name = this.regex.groupNames[slot] ?? '';
    const places = this.data?.captures(slot) ?? [];
    return new RegexGroup(this.text, name, this.offset === 0 ? places : places.map((place) => place + this.offset));
  }

  /** The match after this one; past the last, one without success. */
  nextMatch(): RegexMatch {
    if (this.data === undefined) return this;
    const { data } = this;
    const next = this.regex.rightToLeft ? data.start : data.end;
    return this.regex.findIn(this.text, this.searched, this.offset, next, data.start === data.end, this.run);
  }

  /** The replacement pattern with this match put in; a match that failed has none (NotSupportedException). */
  result(replacement: string): string {
    if (!this.success) throw new NetException('System.NotSupportedException', 'A match that failed has no result.');
    if (this.data === undefined) return '';
    return expandReplacement(this.regex.replacement(replacement), this.data, this.regex.groupNumbers.length);
  }

  /** A match that failed (Match.Empty). */
  static empty(regex: Regex): RegexMatch {
    return new RegexMatch(regex, '', '', 0, undefined, {});
  }
}

/** System.Text.RegularExpressions.GroupCollection. */
export class RegexGroupCollection extends NetEnumerable {
  private readonly match: RegexMatch;
  private readonly made: (RegexGroup | undefined)[] = [];

  constructor(match: RegexMatch) {
    super();
    this.match = match;
  }

  get count(): number {
    return this.match.success ? this.match.regex.groupNumbers.length : 1;
  }

  /** Names in the order of the group numbers. */
  get names(): readonly string[] {
    return this.match.success ? this.match.regex.groupNames : ['0'];
  }

  /** By group number; for a number that is no group, a group without success. */
  byNumber(number: number): RegexGroup {
    return this.bySlot(this.match.regex.groupNumbers.indexOf(number));
  }

  /** By name or number as text, in the pattern's case; for an unknown name a group without success. */
  byName(name: string): RegexGroup {
    return this.bySlot(this.match.regex.groupNames.indexOf(name));
  }

  has(name: string): boolean {
    return this.names.includes(name);
  }

  /** By numbers from 0 on, as .NET does it: where numbers have gaps, some groups are passed over. */
  override *[Symbol.iterator](): Iterator<RegexGroup> {
    for (let number = 0; number < this.count; number++) yield this.byNumber(number);
  }

  private bySlot(slot: number): RegexGroup {
    if (slot < 0 || !this.match.success) return slot === 0 ? this.match : new RegexGroup('', '', []);
    let group = this.made[slot];
    if (group === undefined) {
      group = this.match.groupAt(slot);
      this.made[slot] = group;
    }
    return group;
  }
}

/** System.Text.RegularExpressions.MatchCollection: matches are looked for as they are asked for. */
export class RegexMatchCollection extends NetEnumerable {
  private readonly found: RegexMatch[] = [];
  private next: RegexMatch;

  constructor(first: RegexMatch) {
    super();
    this.next = first;
  }

  get count(): number {
    while (this.advance()) {
      // To the end.
    }
    return this.found.length;
  }

  at(index: number): RegexMatch | undefined {
    while (this.found.length <= index && this.advance()) {
      // As far as needed.
    }
    return this.found[index];
  }

  override *[Symbol.iterator](): Iterator<RegexMatch> {
    for (let index = 0; ; index++) {
      const match = this.at(index);
      if (match === undefined) return;
      yield match;
    }
  }

  private advance(): boolean {
    if (!this.next.success) return false;
    this.found.push(this.next);
    this.next = this.next.nextMatch();
    return true;
  }
}
