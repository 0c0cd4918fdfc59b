import { describe, expect, test } from 'vitest';
import { NetException } from '../../../src/runtime/errors/net-exception.ts';
import { costDegree } from '../../../src/runtime/regex/blowup.ts';
import { parsePattern } from '../../../src/runtime/regex/pattern-parser.ts';
import { Regex } from '../../../src/runtime/regex/regex.ts';

class LimitReached {}

/** A budget that ends after `limit` steps. */
function budget(limit: number) {
  let spent = 0;
  return {
    charge(steps: number): void {
      spent += steps;
      if (spent > limit) throw new LimitReached();
    },
  };
}

describe('a pattern that backtracks without end', () => {
  test.each([
    ['(a+)+$', 'a'.repeat(40)],
    ['(x+x+)+y', 'x'.repeat(60)],
    ['(a|aa)+$', 'a'.repeat(80)],
    ['^(a|ab|abc|c)*$', 'abc'.repeat(60)],
    ['(.*)*x', 'a'.repeat(60)],
    ['^(?:a?){30}a{30}$', 'a'.repeat(29)],
    ['\\s+$', ' '.repeat(300_000)],
    ['.*.*.*=', 'a'.repeat(8000)],
    ['(?=(a+)+b)', 'a'.repeat(50)],
    ['(?<n>a+)+\\k<n>b', 'a'.repeat(50)],
  ])('%s ends at the budget', (pattern, text) => {
    const run = { budget: budget(2e5) };
    let ended = false;
    try {
      ended = !new Regex(pattern).isMatch(`${text}!`, 0, run);
    } catch (error) {
      ended = error instanceof LimitReached;
    }
    expect(ended).toBe(true);
  });

  test('ends at its timeout', () => {
    let time = 0;
    const run = { now: () => time++ };
    const regex = new Regex('(a+)+$', 0, 50);
    expect(() => regex.isMatch(`${'a'.repeat(60)}!`, 0, run)).toThrow(NetException);
  });
});

test.each([
  ['^(?:(\\d+),?)+$', Number.POSITIVE_INFINITY],
  ['(a|b|ab)*c', Number.POSITIVE_INFINITY],
  ['(\\w+\\s+)*end', 2],
  ['\\d{1,3}(\\.\\d{1,3}){3}', 1],
  ['(?=(\\d{3})+$)', 2],
  ['^\\s*(\\w+)\\s*=\\s*(.*)$', 2],
  ['^(\\w+)@(\\w+)$', 1],
  ['"(?:[^"\\\\]|\\\\.)*"', 2],
  ['.*.*.*=', 4],
])('the cost of %s grows with the power %s of the text', (pattern, degree) => {
  expect(costDegree(parsePattern(pattern, 0))).toBe(degree);
});

test('a long text does not use the native stack', () => {
  const text = 'ab'.repeat(200_000);
  expect(new Regex('^(?:a|b|ab)*$').match(text).length).toBe(400_000);
  expect(new Regex('^(?:(a)|b)*$').match(text).groups.byNumber(1).captures.length).toBe(200_000);
});

test('nesting has an end', () => {
  const nested = (depth: number): string => `${'('.repeat(depth)}a${')'.repeat(depth)}`;
  expect(new Regex(nested(700)).match('a').groups.count).toBe(701);
  expect(new Regex(`(?:${nested(300)})+`).isMatch('b')).toBe(false);
  expect(() => new Regex(nested(50_000))).toThrow(NetException);
});

test('a replacement waits for an evaluator that gives promises', async () => {
  const regex = new Regex('\\d');
  const now = regex.replaceWith('a1b2', (match) => `<${match.value}>`);
  const later = regex.replaceWith('a1b2c3', (match) =>
    match.value === '2' ? Promise.resolve('two') : match.value.repeat(2),
  );
  expect(now).toBe('a<1>b<2>');
  expect(later).toBeInstanceOf(Promise);
  expect(await later).toBe('a11btwoc33');
});
