import { describe, expect, test } from 'vitest';
import { hasWildcards, wildcardMatcher } from '../../../src/runtime/commands/wildcard-name.ts';

describe('wildcard names', () => {
  test.each([
    ['Get-*', 'get-item', true],
    ['*', 'anything', true],
    ['?et', 'Set', true],
    ['?et', 'Sett', false],
    ['[gs]et-x', 'GET-X', true],
    ['[a-c]1', 'b1', true],
    ['[!a]', '!', true],
    ['[!a]', 'b', false],
    ['a`*', 'a*', true],
    ['a`*', 'ab', false],
    ['a.b', 'axb', false],
    ['[ab', '[ab', true],
  ])('%s against %s is %s', (pattern, name, expected) => {
    expect(wildcardMatcher(pattern)(name)).toBe(expected);
  });

  test('escaped wildcards do not count', () => {
    expect([hasWildcards('a*'), hasWildcards('a`*'), hasWildcards('a[b]'), hasWildcards('abc')]).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});
