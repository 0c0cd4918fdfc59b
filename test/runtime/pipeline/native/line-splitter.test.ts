import { describe, expect, test } from 'vitest';
import { LineSplitter } from '../../../../src/runtime/pipeline/native/line-splitter.ts';

function split(...chunks: readonly string[]): string[] {
  const splitter = new LineSplitter();
  const lines = chunks.flatMap((chunk) => splitter.push(new TextEncoder().encode(chunk)));
  return [...lines, ...splitter.finish()];
}

describe('lines of program output', () => {
  test.each([
    [['a\nb\n'], ['a', 'b']],
    [['a\nb'], ['a', 'b']],
    [['a\r\nb\rc'], ['a', 'b', 'c']],
    [
      ['a\r', '\nb'],
      ['a', 'b'],
    ],
    [
      ['a\r', 'b'],
      ['a', 'b'],
    ],
    [['\n\nx\n'], ['', '', 'x']],
    [[''], []],
    [['a\r'], ['a']],
  ])('%j gives %j', (chunks, lines) => {
    expect(split(...chunks)).toEqual(lines);
  });

  test('a character cut between chunks is put together', () => {
    const bytes = new TextEncoder().encode('né\n');
    const splitter = new LineSplitter();
    expect([...splitter.push(bytes.subarray(0, 2)), ...splitter.push(bytes.subarray(2))]).toEqual(['né']);
  });
});
