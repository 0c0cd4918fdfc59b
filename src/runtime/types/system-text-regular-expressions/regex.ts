import type { EngineContext } from '../../engine.ts';
import { Regex } from '../../regex/regex.ts';
import { escapeRegex, unescapeRegex } from '../../regex/regex-escape.ts';
import { RegexMatch } from '../../regex/regex-match.ts';
import type { RegexRun } from '../../regex/regex-run.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { TimeSpan } from '../../values/time-span.ts';
import { coreTypes } from '../core-types.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { argumentNull, outOfRange } from '../net-error.ts';

type Text = string | null;
type Evaluator = NetDelegate | null;

const infinite = new TimeSpan(-10_000n);
const runs = new WeakMap<EngineContext, RegexRun>();

/** What bounds a match in an engine: its budget and its clock. */
export function regexRunOf(engine: EngineContext): RegexRun {
  let run = runs.get(engine);
  if (!run) {
    run = { budget: engine.budget, now: () => engine.clock.monotonic() };
    runs.set(engine, run);
  }
  return run;
}

function needed(text: Text, name = 'input'): string {
  if (text === null) throw argumentNull(name);
  return text;
}

function cached(pattern: Text, options?: EnumValue): Regex {
  return Regex.get(needed(pattern, 'pattern'), Number(options?.value ?? 0));
}

function withTimeout(pattern: Text, options: EnumValue, timeout: TimeSpan): Regex {
  if (timeout.ticks === infinite.ticks) return new Regex(needed(pattern, 'pattern'), Number(options.value));
  if (timeout.ticks <= 0n) throw outOfRange('matchTimeout');
  return new Regex(needed(pattern, 'pattern'), Number(options.value), Number(timeout.ticks) / 10_000);
}

function replaceWith(
  engine: EngineContext,
  regex: Regex,
  input: Text,
  evaluator: Evaluator,
  count?: number,
  start?: number,
): Eventually<string> {
  if (!evaluator) throw argumentNull('evaluator');
  const answer = (match: RegexMatch): Eventually<string> =>
    andThen(evaluator.invoke([match]), (text) => (typeof text === 'string' ? text : ''));
  return regex.replaceWith(needed(input), answer, count, start, regexRunOf(engine));
}

function replace(engine: EngineContext, regex: Regex, input: Text, text: Text, count?: number, start?: number): string {
  return regex.replace(needed(input), needed(text, 'replacement'), count, start, regexRunOf(engine));
}

function count(value: number): number {
  if (value < -1) throw outOfRange('count', 'The count must be -1 or more.');
  return value;
}

function split(engine: EngineContext, regex: Regex, input: Text, pieces?: number, start?: number): string[] {
  if (pieces !== undefined && pieces < 0) throw outOfRange('count', 'The count must not be negative.');
  return regex.split(needed(input), pieces, start, regexRunOf(engine));
}

/** Methods that ask: IsMatch, Match, Matches, Count. */
const asking: MemberTable = {
  'static Count(string input, string pattern, RegexOptions options) int'(
    input: Text,
    pattern: Text,
    options: EnumValue,
  ) {
    return cached(pattern, options).count(needed(input), undefined, regexRunOf(this));
  },
  'static Count(string input, string pattern) int'(input: Text, pattern: Text) {
    return cached(pattern).count(needed(input), undefined, regexRunOf(this));
  },
  'Count(string input) int'(self: Regex, input: Text) {
    return self.count(needed(input), undefined, regexRunOf(this));
  },
  'IsMatch(string input, int startat) bool'(self: Regex, input: Text, start: number) {
    return self.isMatch(needed(input), start, regexRunOf(this));
  },
  'static IsMatch(string input, string pattern) bool'(input: Text, pattern: Text) {
    return cached(pattern).isMatch(needed(input), undefined, regexRunOf(this));
  },
  'static IsMatch(string input, string pattern, RegexOptions options) bool'(
    input: Text,
    pattern: Text,
    options: EnumValue,
  ) {
    return cached(pattern, options).isMatch(needed(input), undefined, regexRunOf(this));
  },
  'static IsMatch(string input, string pattern, RegexOptions options, TimeSpan matchTimeout) bool'(
    input: Text,
    pattern: Text,
    options: EnumValue,
    timeout: TimeSpan,
  ) {
    return withTimeout(pattern, options, timeout).isMatch(needed(input), undefined, regexRunOf(this));
  },
  'IsMatch(string input) bool'(self: Regex, input: Text) {
    return self.isMatch(needed(input), undefined, regexRunOf(this));
  },
  'Match(string input) Match'(self: Regex, input: Text) {
    return self.match(needed(input), undefined, regexRunOf(this));
  },
  'Match(string input, int beginning, int length) Match'(self: Regex, input: Text, from: number, length: number) {
    return self.matchPiece(needed(input), from, length, regexRunOf(this));
  },
  'static Match(string input, string pattern, RegexOptions options) Match'(
    input: Text,
    pattern: Text,
    options: EnumValue,
  ) {
    return cached(pattern, options).match(needed(input), undefined, regexRunOf(this));
  },
  'static Match(string input, string pattern, RegexOptions options, TimeSpan matchTimeout) Match'(
    input: Text,
    pattern: Text,
    options: EnumValue,
    timeout: TimeSpan,
  ) {
    return withTimeout(pattern, options, timeout).match(needed(input), undefined, regexRunOf(this));
  },
  'Match(string input, int startat) Match'(self: Regex, input: Text, start: number) {
    return self.match(needed(input), start, regexRunOf(this));
  },
  'static Match(string input, string pattern) Match'(input: Text, pattern: Text) {
    return cached(pattern).match(needed(input), undefined, regexRunOf(this));
  },
  'static Matches(string input, string pattern) MatchCollection'(input: Text, pattern: Text) {
    return cached(pattern).matches(needed(input), undefined, regexRunOf(this));
  },
  'static Matches(string input, string pattern, RegexOptions options) MatchCollection'(
    input: Text,
    pattern: Text,
    options: EnumValue,
  ) {
    return cached(pattern, options).matches(needed(input), undefined, regexRunOf(this));
  },
  'static Matches(string input, string pattern, RegexOptions options, TimeSpan matchTimeout) MatchCollection'(
    input: Text,
    pattern: Text,
    options: EnumValue,
    timeout: TimeSpan,
  ) {
    return withTimeout(pattern, options, timeout).matches(needed(input), undefined, regexRunOf(this));
  },
  'Matches(string input) MatchCollection'(self: Regex, input: Text) {
    return self.matches(needed(input), undefined, regexRunOf(this));
  },
  'Matches(string input, int startat) MatchCollection'(self: Regex, input: Text, start: number) {
    return self.matches(needed(input), start, regexRunOf(this));
  },
};

/** Replace and Split. */
const changing: MemberTable = {
  'Replace(string input, string replacement, int count) string'(self: Regex, input: Text, text: Text, n: number) {
    return replace(this, self, input, text, count(n));
  },
  'Replace(string input, MatchEvaluator evaluator) string'(self: Regex, input: Text, evaluator: Evaluator) {
    return replaceWith(this, self, input, evaluator);
  },
  'static Replace(string input, string pattern, MatchEvaluator evaluator, RegexOptions options) string'(
    input: Text,
    pattern: Text,
    evaluator: Evaluator,
    options: EnumValue,
  ) {
    return replaceWith(this, cached(pattern, options), input, evaluator);
  },
  'static Replace(string input, string pattern, MatchEvaluator evaluator) string'(
    input: Text,
    pattern: Text,
    evaluator: Evaluator,
  ) {
    return replaceWith(this, cached(pattern), input, evaluator);
  },
  'Replace(string input, string replacement, int count, int startat) string'(
    self: Regex,
    input: Text,
    text: Text,
    n: number,
    start: number,
  ) {
    return replace(this, self, input, text, count(n), start);
  },
  'static Replace(string input, string pattern, string replacement, RegexOptions options) string'(
    input: Text,
    pattern: Text,
    text: Text,
    options: EnumValue,
  ) {
    return replace(this, cached(pattern, options), input, text);
  },
  'static Replace(string input, string pattern, string replacement, RegexOptions options, TimeSpan matchTimeout) string'(
    input: Text,
    pattern: Text,
    text: Text,
    options: EnumValue,
    timeout: TimeSpan,
  ) {
    return replace(this, withTimeout(pattern, options, timeout), input, text);
  },
  'Replace(string input, MatchEvaluator evaluator, int count) string'(
    self: Regex,
    input: Text,
    evaluator: Evaluator,
    n: number,
  ) {
    return replaceWith(this, self, input, evaluator, count(n));
  },
  'static Replace(string input, string pattern, string replacement) string'(input: Text, pattern: Text, text: Text) {
    return replace(this, cached(pattern), input, text);
  },
  'Replace(string input, string replacement) string'(self: Regex, input: Text, text: Text) {
    return replace(this, self, input, text);
  },
  'Replace(string input, MatchEvaluator evaluator, int count, int startat) string'(
    self: Regex,
    input: Text,
    evaluator: Evaluator,
    n: number,
    start: number,
  ) {
    return replaceWith(this, self, input, evaluator, count(n), start);
  },
  'static Split(string input, string pattern, RegexOptions options) string[]'(
    input: Text,
    pattern: Text,
    options: EnumValue,
  ) {
    return split(this, cached(pattern, options), input);
  },
  'Split(string input) string[]'(self: Regex, input: Text) {
    return split(this, self, input);
  },
  'Split(string input, int count, int startat) string[]'(self: Regex, input: Text, pieces: number, start: number) {
    return split(this, self, input, pieces, start);
  },
  'Split(string input, int count) string[]'(self: Regex, input: Text, pieces: number) {
    return split(this, self, input, pieces);
  },
  'static Split(string input, string pattern) string[]'(input: Text, pattern: Text) {
    return split(this, cached(pattern), input);
  },
};

/** System.Text.RegularExpressions.Regex */
export const regexType = defineType({
  name: 'System.Text.RegularExpressions.Regex',
  jsClass: Regex,
  interfaces: 'System.Runtime.Serialization.ISerializable',
  convertFrom: {
    accepts: (from) => from === coreTypes().string,
    convert: (pattern: PSValue) => new Regex(String(pattern)),
    errorId: 'InvalidCastFromStringToRegex',
  },
  members: {
    'new(string pattern)': (pattern: Text) => new Regex(needed(pattern, 'pattern')),
    'new(string pattern, RegexOptions options)': (pattern: Text, options: EnumValue) =>
      new Regex(needed(pattern, 'pattern'), Number(options.value)),
    'new(string pattern, RegexOptions options, TimeSpan matchTimeout)': withTimeout,
    'static prop CacheSize int get set': { get: () => 15, set: () => undefined },
    'prop MatchTimeout TimeSpan get': (self: Regex) =>
      Number.isFinite(self.matchTimeout) ? TimeSpan.from('Milliseconds', self.matchTimeout) : infinite,
    'prop Options RegexOptions get': (self: Regex) => self.options,
    'prop RightToLeft bool get': (self: Regex) => self.rightToLeft,
    'static field InfiniteMatchTimeout TimeSpan': () => infinite,
    ...asking,
    'static Escape(string str) string': (text: Text) => escapeRegex(needed(text, 'str')),
    'GetGroupNames() string[]': (self: Regex) => [...self.groupNames],
    'GetGroupNumbers() int[]': (self: Regex) => [...self.groupNumbers],
    'GroupNameFromNumber(int i) string': (self: Regex, number: number) => self.groupNameFromNumber(number),
    'GroupNumberFromName(string name) int': (self: Regex, name: Text) => self.groupNumberFromName(needed(name, 'name')),
    ...changing,
    'ToString() string': (self: Regex) => self.pattern,
    'static Unescape(string str) string': (text: Text) => unescapeRegex(needed(text, 'str')),
  },
});

/** Match.Empty: a match of nothing without success. */
export const emptyMatch = (): RegexMatch => new RegexMatch(Regex.get(''), '', '', 0, undefined, {});
