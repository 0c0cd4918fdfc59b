import { NetException } from '../errors/net-exception.ts';
import type { Eventually } from '../values/ps-value.ts';
import { CompiledRegex, type MatchData } from './compiled-regex.ts';
import { someNode } from './node-analysis.ts';
import { RegexMatch, RegexMatchCollection } from './regex-match.ts';
import { RegexOptions } from './regex-options.ts';
import { type MatchScan, replaceAll, replaceAllLater, splitText } from './regex-replace.ts';
import { FREE_RUN, type RegexRun } from './regex-run.ts';
import { expandReplacement, type Replacement, readReplacement } from './replacement.ts';
import type { RegexNode } from './syntax.ts';

export { RegexOptions };

/** Patterns that are kept for `Regex.get`, for each combination of options. */
const CACHE_SIZE = 512;
const cache = new Map<number, Map<string, Regex>>();

/** Milliseconds a match may take; Infinity is Regex.InfiniteMatchTimeout. */
const NO_TIMEOUT = Number.POSITIVE_INFINITY;

/**
 * System.Text.RegularExpressions.Regex: a pattern with its options; immutable. Making one reads the pattern and
 * throws a RegexParseFailure when it is wrong; what matching needs is made on first use. `run` carries the budget
 * that ends a hostile match with a limit error.
 */
export class Regex {
  readonly pattern: string;
  readonly options: number;
  readonly matchTimeout: number;
  private readonly compiled: CompiledRegex;
  private keys: readonly (string | number)[] | undefined;
  private replacementText: string | undefined;
  private replacementParts: Replacement = [];

  constructor(pattern: string, options: number = RegexOptions.None, matchTimeout: number = NO_TIMEOUT) {
    checkOptions(options);
    this.pattern = pattern;
    this.options = options;
    this.matchTimeout = matchTimeout;
    this.compiled = new CompiledRegex(pattern, options);
    if ((options & RegexOptions.NonBacktracking) !== 0) refuseBacktracking(this.compiled.tree.root);
  }

  /** A shared instance for a pattern and options. */
  static get(pattern: string, options: number = RegexOptions.None): Regex {
    let known = cache.get(options);
    if (known === undefined) {
      known = new Map();
      cache.set(options, known);
    }
    let regex = known.get(pattern);
    if (regex === undefined) {
      regex = new Regex(pattern, options);
      if (known.size >= CACHE_SIZE) {
        const oldest = known.keys().next().value;
        if (oldest !== undefined) known.delete(oldest);
      }
      known.set(pattern, regex);
    }
    return regex;
  }

  get rightToLeft(): boolean {
    return (this.options & RegexOptions.RightToLeft) !== 0;
  }

  get ecmaScript(): boolean {
    return (this.options & RegexOptions.ECMAScript) !== 0;
  }

  /** Ascending, from 0. */
  get groupNumbers(): readonly number[] {
    return this.compiled.tree.groupNumbers;
  }

  /** In the order of {@link groupNumbers}. */
  get groupNames(): readonly string[] {
    return this.compiled.tree.groupNames;
  }

  /** The keys of `$Matches`, in the same order: a group without a name goes by its number. */
  get groupKeys(): readonly (string | number)[] {
    this.keys ??= this.groupNames.map((name) => (/^\d+$/.test(name) ? Number(name) : name));
    return this.keys;
  }

  /** Regex.GroupNameFromNumber: '' for a number that is no group. */
  groupNameFromNumber(number: number): string {
    return this.groupNames[this.groupNumbers.indexOf(number)] ?? '';
  }

  /** Regex.GroupNumberFromName: -1 for a name that is no group. */
  groupNumberFromName(name: string): number {
    return this.groupNumbers[this.groupNames.indexOf(name)] ?? -1;
  }

  isMatch(text: string, start = this.defaultStart(text), run: RegexRun = FREE_RUN): boolean {
    this.checkStart(text, start);
    if (this.isTimed(run)) return this.find(text, start, start, run) !== undefined;
    return this.compiled.test(text, start, run, false);
  }

  match(text: string, start = this.defaultStart(text), run: RegexRun = FREE_RUN): RegexMatch {
    this.checkStart(text, start);
    return this.findIn(text, text, 0, start, false, run);
  }

  /** Regex.Match(input, beginning, length): anchors take the piece for the whole text. */
  matchPiece(text: string, beginning: number, length: number, run: RegexRun = FREE_RUN): RegexMatch {
    if (beginning < 0 || beginning > text.length || length < 0 || beginning + length > text.length) {
      throw new NetException('System.ArgumentOutOfRangeException', 'The piece to search is not inside the text.');
    }
    const piece = text.slice(beginning, beginning + length);
    return this.findIn(text, piece, beginning, this.defaultStart(piece), false, run);
  }

  matches(text: string, start = this.defaultStart(text), run: RegexRun = FREE_RUN): RegexMatchCollection {
    return new RegexMatchCollection(this.match(text, start, run));
  }

  count(text: string, start = this.defaultStart(text), run: RegexRun = FREE_RUN): number {
    return this.matches(text, start, run).count;
  }

  /** Replaces up to `count` matches (all when negative) by a replacement pattern. */
  replace(
    text: string,
    replacement: string,
    count = -1,
    start = this.defaultStart(text),
    run: RegexRun = FREE_RUN,
  ): string {
    this.checkStart(text, start);
    const parts = this.replacement(replacement);
    if (count < 0 && start === 0 && !this.rightToLeft && !this.isTimed(run)) {
      const whole = this.compiled.replaceAll(text, parts, run);
      if (whole !== undefined) return whole;
    }
    const slots = this.groupNumbers.length;
    return replaceAll(this.scan(text, start, run), count, (match) => expandReplacement(parts, match, slots));
  }

  /** As {@link replace} with a function; a promise comes out only when it gives one. */
  replaceWith(
    text: string,
    evaluator: (match: RegexMatch) => Eventually<string>,
    count = -1,
    start = this.defaultStart(text),
    run: RegexRun = FREE_RUN,
  ): Eventually<string> {
    this.checkStart(text, start);
    return replaceAllLater(this.scan(text, start, run), count, (data) =>
      evaluator(new RegexMatch(this, text, text, 0, data, run)),
    );
  }

  /** Splits at the matches into at most `count` pieces (any number when 0); captured groups stand between them. */
  split(text: string, count = 0, start = this.defaultStart(text), run: RegexRun = FREE_RUN): string[] {
    this.checkStart(text, start);
    return count === 1 ? [text] : splitText(this.scan(text, start, run), count, this.groupNumbers.length);
  }

  /** A replacement pattern, read; the last one is kept. */
  replacement(pattern: string): Replacement {
    if (this.replacementText !== pattern) {
      this.replacementParts = readReplacement(pattern, this);
      this.replacementText = pattern;
    }
    return this.replacementParts;
  }

  /** For matches: the next one from `from` on in a piece of `text`; an empty one before it must not be found again. */
  findIn(text: string, searched: string, offset: number, from: number, afterEmpty: boolean, run: RegexRun): RegexMatch {
    const position = afterEmpty ? from + (this.rightToLeft ? -1 : 1) : from;
    const inside = position >= 0 && position <= searched.length;
    const data = inside ? this.find(searched, position, from, run) : undefined;
    return new RegexMatch(this, text, searched, offset, data, run);
  }

  toString(): string {
    return this.pattern;
  }

  private scan(text: string, start: number, run: RegexRun): MatchScan {
    const { rightToLeft } = this;
    return {
      text,
      rightToLeft,
      first: this.find(text, start, start, run),
      after: (match) => {
        const from = rightToLeft ? match.start : match.end;
        const position = match.start === match.end ? from + (rightToLeft ? -1 : 1) : from;
        return position < 0 || position > text.length ? undefined : this.find(text, position, from, run);
      },
    };
  }

  private isTimed(run: RegexRun): boolean {
    return this.matchTimeout !== NO_TIMEOUT && run.now !== undefined;
  }

  private find(text: string, position: number, scanStart: number, run: RegexRun): MatchData | undefined {
    const { now } = run;
    if (this.matchTimeout === NO_TIMEOUT || now === undefined) {
      return this.compiled.find(text, position, scanStart, run, false);
    }
    const end = now() + this.matchTimeout;
    const checkTime = (): void => {
      if (now() > end) {
        throw new NetException(
          'System.Text.RegularExpressions.RegexMatchTimeoutException',
          `Matching '${this.pattern}' took longer than the ${this.matchTimeout} ms it was given.`,
        );
      }
    };
    return this.compiled.find(text, position, scanStart, { ...run, checkTime }, true);
  }

  private defaultStart(text: string): number {
    return this.rightToLeft ? text.length : 0;
  }

  private checkStart(text: string, start: number): void {
    if (start < 0 || start > text.length) {
      throw new NetException('System.ArgumentOutOfRangeException', `The text has no position ${start} to start at.`);
    }
  }
}

/** Bits that options may have: all that are named but for 128, which never was one. */
const KNOWN_OPTIONS = 0x77f;
/** What ECMAScript may be combined with. */
const WITH_ECMASCRIPT =
  RegexOptions.ECMAScript |
  RegexOptions.IgnoreCase |
  RegexOptions.Multiline |
  RegexOptions.CultureInvariant |
  RegexOptions.Compiled;

const BACKTRACKING = new Set(['look', 'atomic', 'backreference', 'ifGroup', 'ifLook']);

/** RegexOptions.NonBacktracking takes only what a finite automaton can do; for us it changes nothing else. */
function refuseBacktracking(root: RegexNode): void {
  const needsMore = someNode(
    root,
    (node) =>
      BACKTRACKING.has(node.kind) ||
      (node.kind === 'capture' && node.uncapture >= 0) ||
      (node.kind === 'anchor' && node.anchor === 'scanStart'),
  );
  if (!needsMore) return;
  throw new NetException(
    'System.NotSupportedException',
    'RegexOptions.NonBacktracking allows no look-arounds, references, conditionals, atomic or balancing groups.',
  );
}

function checkOptions(options: number): void {
  const ecmaScript = (options & RegexOptions.ECMAScript) !== 0;
  const bad = (options & ~KNOWN_OPTIONS) !== 0 || (ecmaScript && (options & ~WITH_ECMASCRIPT) !== 0);
  if (bad) {
    const error = new NetException(
      'System.ArgumentOutOfRangeException',
      `${options} is no combination of RegexOptions.`,
    );
    error.properties.set('ParamName', 'options');
    throw error;
  }
}
