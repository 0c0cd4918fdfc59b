import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/parser/index.ts';
import { outline } from './outline.ts';

const folder = join(import.meta.dirname, '../../grammar/corpus');
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

interface Case {
  readonly name: string;
  readonly source: string;
  readonly tree: string;
}

function casesOf(text: string): Case[] {
  return text
    .split(/^=== /m)
    .slice(1)
    .map((block) => {
      const end = block.indexOf('\n');
      const [source = '', tree = ''] = block.slice(end + 1).split(/^---\n/m);
      return { name: block.slice(0, end), source: source.replace(/\n$/, ''), tree: tree.trimEnd() };
    });
}

describe.each(files)('corpus/%s', (file) => {
  const path = join(folder, file);
  const cases = casesOf(readFileSync(path, 'utf8'));
  if (process.env['UPDATE_CORPUS'] === '1') {
    const text = cases.map(({ name, source }) => `=== ${name}\n${source}\n---\n${outline(parse(source))}\n`);
    writeFileSync(path, text.join('\n'));
  }
  it.each(cases)('$name', ({ source, tree }) => {
    expect(outline(parse(source))).toBe(tree);
  });
});
