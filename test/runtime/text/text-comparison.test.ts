import { describe, expect, test } from 'vitest';
import { compareText, equalText } from '../../../src/runtime/text/text-comparison.ts';

describe('texts compare by the invariant collation', () => {
  test.each([
    ['a', 'A', true, false],
    ['é', 'e', false, false],
    ['é', 'e\u0301', true, true],
    ['a\u00adb', 'ab', true, true],
    ['ß', 'ss', false, false],
    ['a\0b', 'ab', true, true],
    ['a\tb', 'ab', false, false],
    ['ab', 'abc', false, false],
  ])('%j and %j: -eq %s, -ceq %s', (a, b, ignoringCase, withCase) => {
    expect([equalText(a, b, true), equalText(a, b, false)]).toEqual([ignoringCase, withCase]);
  });

  test('letters sort by alphabet, punctuation and digits before them, lower case first', () => {
    const sorted = ['Zebra', 'apple', '10', '9', '_', 'Apple', '-a', 'éa', 'eb'].sort((a, b) =>
      compareText(a, b, false),
    );
    expect(sorted).toEqual(['_', '-a', '10', '9', 'apple', 'Apple', 'éa', 'eb', 'Zebra']);
  });
});
