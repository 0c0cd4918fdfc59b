import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ParseError, parse } from '../../src/parser/index.ts';

function listed(errors: readonly ParseError[]): string {
  return errors
    .map(({ errorId, extent, incomplete }) => {
      return `${errorId} ${extent.startOffset}..${extent.endOffset}${incomplete ? ' incomplete' : ''}`;
    })
    .join('; ');
}

/** Each line is a script as a JSON string, two spaces, and its errors in order. */
const cases = readFileSync(join(import.meta.dirname, 'errors.txt'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => {
    const end = line.lastIndexOf('"') + 1;
    return [JSON.parse(line.slice(0, end)) as string, line.slice(end).trim()] as const;
  });

describe('errors of scripts', () => {
  it.each(cases)('%j', (source, expected) => {
    expect(listed(parse(source).errors)).toBe(expected);
  });

  it('have messages without gaps', () => {
    const messages = cases.flatMap(([source]) => parse(source).errors.map(({ message }) => message));
    expect(messages.filter((message) => message === '' || /\{\d\}|undefined/.test(message))).toEqual([]);
  });
});
