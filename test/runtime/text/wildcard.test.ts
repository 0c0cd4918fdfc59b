import { expect, test } from 'vitest';
import {
  containsWildcard,
  escapeWildcard,
  unescapeWildcard,
  WildcardFailure,
  WildcardPattern,
} from '../../../src/runtime/text/wildcard.ts';

test.each([
  ['*', '', true],
  ['a*b', 'axxb', true],
  ['a*b', 'axxbc', false],
  ['?', '', false],
  ['[abc]x', 'bx', true],
  ['[a-c]', 'd', false],
  ['[!a]', '!', true],
  ['[!a]', 'b', false],
  ['[]a]', ']', true],
  ['[a-]', '-', true],
  ['a]', 'a]', true],
  ['`[a`]', '[a]', true],
  ['a`*', 'a*', true],
  ['`', '', true],
  ['`', '`', false],
  ['a`', 'a`', true],
  ['*a*a*a*a*a*b', 'a'.repeat(2000), false],
])('%j on %j', (pattern, text, expected) => {
  expect(new WildcardPattern(pattern).isMatch(text)).toBe(expected);
});

test('case counts unless told', () => {
  expect(new WildcardPattern('A[B-C]É').isMatch('abé')).toBe(false);
  expect(new WildcardPattern('A[B-C]É', true).isMatch('abé')).toBe(true);
});

test('an open set and a backward range are refused', () => {
  for (const pattern of ['[', '[a', 'x[a-', '[z-a]']) {
    expect(() => new WildcardPattern(pattern)).toThrow(WildcardFailure);
  }
});

test('escaping and back', () => {
  for (const text of ['a*b?[c]', '`x`', 'plain']) {
    const escaped = escapeWildcard(text);
    expect(unescapeWildcard(escaped)).toBe(text);
    expect(containsWildcard(escaped)).toBe(false);
    expect(new WildcardPattern(escaped).isMatch(text)).toBe(true);
  }
  expect(escapeWildcard('a`b*')).toBe('a``b`*');
});
