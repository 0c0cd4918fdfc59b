import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { NetException } from '../../../src/runtime/errors/net-exception.ts';
import { Regex } from '../../../src/runtime/regex/regex.ts';
import { escapeRegex, unescapeRegex } from '../../../src/runtime/regex/regex-escape.ts';
import type { RegexMatch } from '../../../src/runtime/regex/regex-match.ts';
import { RegexParseFailure } from '../../../src/runtime/regex/regex-parse-failure.ts';
import type { RegexRun } from '../../../src/runtime/regex/regex-run.ts';

/** With a clock and a timeout a pattern runs on our own matcher; without, on the host's where that is exact. */
const engines: readonly { readonly name: string; readonly timeout: number; readonly run: RegexRun }[] = [
  { name: 'the host where exact', timeout: Number.POSITIVE_INFINITY, run: {} },
  { name: 'our own matcher', timeout: 1e9, run: { now: () => 0 } },
];

type Engine = (typeof engines)[number];
type Operation = (pattern: string, options: number, text: string, argument: string, engine: Engine) => string;

const make = (pattern: string, options: number, engine: Engine): Regex => new Regex(pattern, options, engine.timeout);
const startOf = (regex: Regex, text: string): number => (regex.rightToLeft ? text.length : 0);

function shown(first: RegexMatch, limit: number, names: boolean): string {
  let result = '';
  let count = 0;
  for (let match = first; match.success && count < limit; match = match.nextMatch(), count++) {
    result += `[${match.index}:${match.length}`;
    for (const group of [...match.groups].slice(1)) {
      result += `|${names ? `${group.name}=` : ''}`;
      for (const capture of group.captures) result += `${capture.index}:${capture.length},`;
    }
    result += ']';
  }
  return result;
}

function place(match: RegexMatch): string {
  return `${match.success ? 'True' : 'False'} ${match.index}:${match.length}`;
}

const find =
  (limit: number, names: boolean): Operation =>
  (pattern, options, text, _, engine) => {
    const regex = make(pattern, options, engine);
    return shown(regex.match(text, startOf(regex, text), engine.run), limit, names);
  };

const replace =
  (count: number): Operation =>
  (pattern, options, text, argument, engine) => {
    const regex = make(pattern, options, engine);
    return regex.replace(text, argument, count, startOf(regex, text), engine.run);
  };

const operations: Readonly<Record<string, Operation>> = {
  match: find(30, true),
  fuzz: find(12, false),
  replace: replace(-1),
  replace2: replace(2),
  split(pattern, options, text, argument, engine) {
    const regex = make(pattern, options, engine);
    return regex.split(text, Number(argument), startOf(regex, text), engine.run).join('~');
  },
  escape: (pattern) => escapeRegex(pattern),
  unescape: (pattern) => unescapeRegex(pattern),
  at: (pattern, options, text, argument, engine) =>
    place(make(pattern, options, engine).match(text, Number(argument), engine.run)),
  piece(pattern, options, text, argument, engine) {
    const [start = 0, length = 0] = argument.split(' ').map(Number);
    return place(make(pattern, options, engine).matchPiece(text, start, length, engine.run));
  },
  options: (pattern, options, text, _, engine) =>
    make(pattern, options, engine).isMatch(text, 0, engine.run) ? 'True' : 'False',
  parse(pattern, options, _, __, engine) {
    const regex = make(pattern, options, engine);
    return `OK ${regex.groupNames.join(',')} ${regex.groupNumbers.join(',')}`;
  },
};

const ESCAPES: Record<string, string> = { t: '\t', n: '\n', r: '\r', '0': '\0', v: '\v' };
const unescape = (text: string): string => text.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);

const rows = readFileSync(new URL('./recorded/regex.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('# '))
  .map((line) => line.split('\t').map(unescape));

function outcome(run: () => string, parsing: boolean): string {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof NetException)) throw error;
    const failure = error instanceof RegexParseFailure ? `${error.error} ${error.offset}` : '';
    if (parsing) return failure;
    return `!${error.typeName.split('.').at(-1)}${failure && ` ${failure}`}`;
  }
}

describe.each(engines)('regular expressions as .NET recorded them, on $name', (engine) => {
  for (const operation of new Set(rows.map(([name]) => name ?? ''))) {
    test(operation, () => {
      const run = operations[operation];
      const different: string[] = [];
      for (const [name, pattern = '', options = '', text = '', argument = '', expected] of rows) {
        // What a cast to RegexOptions refuses never reaches the constructor.
        if (name !== operation || expected === '!PSInvalidCastException') continue;
        const actual = outcome(
          () => run?.(pattern, Number(options), text, argument, engine) ?? '',
          operation === 'parse',
        );
        if (actual !== expected) different.push(`${pattern} [${options}] on ${text}: ${actual}, recorded ${expected}`);
      }
      expect(different).toEqual([]);
    });
  }
});
