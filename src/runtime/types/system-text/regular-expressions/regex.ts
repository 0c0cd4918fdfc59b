import type { EngineContext } from '../../../engine.ts';
import { Regex } from '../../../regex/regex.ts';
import { escapeRegex, unescapeRegex } from '../../../regex/regex-escape.ts';
import type { RegexMatch } from '../../../regex/regex-match.ts';
import type { RegexRun } from '../../../regex/regex-run.ts';
import type { EnumValue } from '../../../values/enum-value.ts';
import type { NetDelegate } from '../../../values/net-delegate.ts';
import { andThen, type Eventually } from '../../../values/ps-value.ts';
import { TimeSpan } from '../../../values/time-span.ts';
import { defineType, type MemberTable } from '../../define-type.ts';
import { outOfRange } from '../../net-error.ts';
import { needed } from './match.ts';

type Text = string | null;
type Options = EnumValue | null;

/** -1 ms stands for no timeout. */
const infiniteTimeout = new TimeSpan(-10_000n);

/** What a match may spend: the engine's budget, and its clock for timeouts. */
function runOf(engine: EngineContext): RegexRun {
  return { budget: engine.budget, now: () => engine.clock.now() };
}

function flags(options: Options): number {
  return Number(options?.value ?? 0);
}

function withTimeout(pattern: Text, options: Options, timeout: TimeSpan): Regex {
  const milliseconds = timeout.total('Milliseconds');
  const infinite = timeout.equals(infiniteTimeout);
  if (!infinite && !(milliseconds > 0 && milliseconds <= 2_147_483_646)) throw outOfRange('matchTimeout');
  return new Regex(needed(pattern, 'pattern'), flags(options), infinite ? Number.POSITIVE_INFINITY : milliseconds);
}

/** A shared instance for the static methods. */
function cached(pattern: Text, options: Options = null): Regex {
  return Regex.get(needed(pattern, 'pattern'), flags(options));
}

/** Where a search starts that was not told. */
function startOf(regex: Regex, text: string): number {
  return regex.rightToLeft ? text.length : 0;
}

function replaceWith(
  engine: EngineContext,
  regex: Regex,
  input: Text,
  evaluator: NetDelegate | null,
  count = -1,
  start?: number,
): Eventually<string> {
  const text = needed(input, 'input');
  const { invoke } = needed(evaluator, 'evaluator');
  checkCount(count);
  const evaluate = (match: RegexMatch): Eventually<string> =>
    andThen(invoke([match]), (value) => (typeof value === 'string' ? value : ''));
  return regex.replaceWith(text, evaluate, count, start ?? startOf(regex, text), runOf(engine));
}

function replace(
  engine: EngineContext,
  regex: Regex,
  input: Text,
  replacement: Text,
  count = -1,
  start?: number,
): string {
  const text = needed(input, 'input');
  checkCount(count);
  const by = needed(replacement, 'replacement');
  return regex.replace(text, by, count, start ?? startOf(regex, text), runOf(engine));
}

function checkCount(count: number): void {
  if (count < -1) throw outOfRange('count', 'A count is at least -1, which means all.');
}

function split(engine: EngineContext, regex: Regex, input: Text, count = 0, start?: number): string[] {
  const text = needed(input, 'input');
  if (count < 0) throw outOfRange('count', 'A count is not negative.');
  return regex.split(text, count, start ?? startOf(regex, text), runOf(engine));
}

const finding: MemberTable = {
  'IsMatch(string input) bool'(self: Regex, input: Text) {
    return self.isMatch(needed(input, 'input'), undefined, runOf(this));
  },
  'IsMatch(string input, int startat) bool'(self: Regex, input: Text, start: number) {
    return self.isMatch(needed(input, 'input'), start, runOf(this));
  },
  'static IsMatch(string input, string pattern) bool'(input: Text, pattern: Text) {
    return cached(pattern).isMatch(needed(input, 'input'), undefined, runOf(this));
  },
  'static IsMatch(string input, string pattern, RegexOptions options) bool'(
    input: Text,
    pattern: Text,
    options: Options,
  ) {
    return cached(pattern, options).isMatch(needed(input, 'input'), undefined, runOf(this));
  },
  'static IsMatch(string input, string pattern, RegexOptions options, TimeSpan matchTimeout) bool'(
    input: Text,
    pattern: Text,
    options: Options,
    timeout: TimeSpan,
  ) {
    return withTimeout(pattern, options, timeout).isMatch(needed(input, 'input'), undefined, runOf(this));
  },
  'Match(string input) Match'(self: Regex, input: Text) {
    return self.match(needed(input, 'input'), undefined, runOf(this));
  },
  'Match(string input, int startat) Match'(self: Regex, input: Text, start: number) {
    return self.match(needed(input, 'input'), start, runOf(this));
  },
  'Match(string input, int beginning, int length) Match'(self: Regex, input: Text, beginning: number, length: number) {
    return self.matchPiece(needed(input, 'input'), beginning, length, runOf(this));
  },
  'static Match(string input, string pattern) Match'(input: Text, pattern: Text) {
    return cached(pattern).match(needed(input, 'input'), undefined, runOf(this));
  },
  'static Match(string input, string pattern, RegexOptions options) Match'(
    input: Text,
    pattern: Text,
    options: Options,
  ) {
    return cached(pattern, options).match(needed(input, 'input'), undefined, runOf(this));
  },
  'static Match(string input, string pattern, RegexOptions options, TimeSpan matchTimeout) Match'(
    input: Text,
    pattern: Text,
    options: Options,
    timeout: TimeSpan,
  ) {
    return withTimeout(pattern, options, timeout).match(needed(input, 'input'), undefined, runOf(this));
  },
  'Matches(string input) MatchCollection'(self: Regex, input: Text) {
    return self.matches(needed(input, 'input'), undefined, runOf(this));
  },
  'Matches(string input, int startat) MatchCollection'(self: Regex, input: Text, start: number) {
    return self.matches(needed(input, 'input'), start, runOf(this));
  },
  'static Matches(string input, string pattern) MatchCollection'(input: Text, pattern: Text) {
    return cached(pattern).matches(needed(input, 'input'), undefined, runOf(this));
  },
  'static Matches(string input, string pattern, RegexOptions options) MatchCollection'(
    input: Text,
    pattern: Text,
    options: Options,
  ) {
    return cached(pattern, options).matches(needed(input, 'input'), undefined, runOf(this));
  },
  'Count(string input) int'(self: Regex, input: Text) {
    return self.count(needed(input, 'input'), undefined, runOf(this));
  },
  'static Count(string input, string pattern) int'(input: Text, pattern: Text) {
    return cached(pattern).count(needed(input, 'input'), undefined, runOf(this));
  },
  'static Count(string input, string pattern, RegexOptions options) int'(input: Text, pattern: Text, options: Options) {
    return cached(pattern, options).count(needed(input, 'input'), undefined, runOf(this));
  },
};

const replacing: MemberTable = {
  'Replace(string input, string replacement) string'(self: Regex, input: Text, replacement: Text) {
    return replace(this, self, input, replacement);
  },
  'Replace(string input, string replacement, int count) string'(
    self: Regex,
    input: Text,
    replacement: Text,
    count: number,
  ) {
    return replace(this, self, input, replacement, count);
  },
  'Replace(string input, string replacement, int count, int startat) string'(
    self: Regex,
    input: Text,
    replacement: Text,
    count: number,
    start: number,
  ) {
    return replace(this, self, input, replacement, count, start);
  },
  'static Replace(string input, string pattern, string replacement) string'(
    input: Text,
    pattern: Text,
    replacement: Text,
  ) {
    return replace(this, cached(pattern), input, replacement);
  },
  'static Replace(string input, string pattern, string replacement, RegexOptions options) string'(
    input: Text,
    pattern: Text,
    replacement: Text,
    options: Options,
  ) {
    return replace(this, cached(pattern, options), input, replacement);
  },
  'Replace(string input, MatchEvaluator evaluator) string'(self: Regex, input: Text, evaluator: NetDelegate | null) {
    return replaceWith(this, self, input, evaluator);
  },
  'Replace(string input, MatchEvaluator evaluator, int count) string'(
    self: Regex,
    input: Text,
    evaluator: NetDelegate | null,
    count: number,
  ) {
    return replaceWith(this, self, input, evaluator, count);
  },
  'Replace(string input, MatchEvaluator evaluator, int count, int startat) string'(
    self: Regex,
    input: Text,
    evaluator: NetDelegate | null,
    count: number,
    start: number,
  ) {
    return replaceWith(this, self, input, evaluator, count, start);
  },
  'static Replace(string input, string pattern, MatchEvaluator evaluator) string'(
    input: Text,
    pattern: Text,
    evaluator: NetDelegate | null,
  ) {
    return replaceWith(this, cached(pattern), input, evaluator);
  },
  'static Replace(string input, string pattern, MatchEvaluator evaluator, RegexOptions options) string'(
    input: Text,
    pattern: Text,
    evaluator: NetDelegate | null,
    options: Options,
  ) {
    return replaceWith(this, cached(pattern, options), input, evaluator);
  },
};

const splitting: MemberTable = {
  'Split(string input) string[]'(self: Regex, input: Text) {
    return split(this, self, input);
  },
  'Split(string input, int count) string[]'(self: Regex, input: Text, count: number) {
    return split(this, self, input, count);
  },
  'Split(string input, int count, int startat) string[]'(self: Regex, input: Text, count: number, start: number) {
    return split(this, self, input, count, start);
  },
  'static Split(string input, string pattern) string[]'(input: Text, pattern: Text) {
    return split(this, cached(pattern), input);
  },
  'static Split(string input, string pattern, RegexOptions options) string[]'(
    input: Text,
    pattern: Text,
    options: Options,
  ) {
    return split(this, cached(pattern, options), input);
  },
};

/** System.Text.RegularExpressions.Regex */
export const regexType = defineType({
  name: 'System.Text.RegularExpressions.Regex',
  interfaces: 'System.Runtime.Serialization.ISerializable',
  jsClass: Regex,
  convertFrom: {
    accepts: (from) => from.name === 'String',
    convert: (text: Text) => new Regex(needed(text, 'pattern')),
    errorId: 'InvalidCastFromStringToRegex',
  },
  members: {
    'new(string pattern)': (pattern: Text) => new Regex(needed(pattern, 'pattern')),
    'new(string pattern, RegexOptions options)': (pattern: Text, options: Options) =>
      new Regex(needed(pattern, 'pattern'), flags(options)),
    'new(string pattern, RegexOptions options, TimeSpan matchTimeout)': withTimeout,
    'static field InfiniteMatchTimeout TimeSpan': () => infiniteTimeout,
    'prop MatchTimeout TimeSpan get': (self: Regex) =>
      self.matchTimeout === Number.POSITIVE_INFINITY
        ? infiniteTimeout
        : TimeSpan.from('Milliseconds', self.matchTimeout),
    'prop Options RegexOptions get': (self: Regex) => self.options,
    'prop RightToLeft bool get': (self: Regex) => self.rightToLeft,
    'static Escape(string str) string': (text: Text) => escapeRegex(needed(text, 'str')),
    'static Unescape(string str) string': (text: Text) => unescapeRegex(needed(text, 'str')),
    'GetGroupNames() string[]': (self: Regex) => [...self.groupNames],
    'GetGroupNumbers() int[]': (self: Regex) => [...self.groupNumbers],
    'GroupNameFromNumber(int i) string': (self: Regex, number: number) => self.groupNameFromNumber(number),
    'GroupNumberFromName(string name) int': (self: Regex, name: Text) => self.groupNumberFromName(needed(name, 'name')),
    'ToString() string': (self: Regex) => self.pattern,
    ...finding,
    ...replacing,
    ...splitting,
  },
});
