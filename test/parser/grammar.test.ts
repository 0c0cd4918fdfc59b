import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { GrammarParser } from '../../src/parser/grammar/parser.ts';

const root = join(import.meta.dirname, '../..');
const families = [
  ['type', 'attribute', 'expression', 'primary', 'member', 'group', 'command', 'pipeline', 'statement'],
  ['loop', 'switch', 'handler', 'script', 'class', 'definition'],
].flat();
const rulesFolder = join(root, 'src/parser/grammar');

/** The productions that stand above rules, in order, with the names of the rules. */
function productionsInSource(): { readonly rule: string; readonly production: string }[] {
  return families.flatMap((family) => {
    const text = readFileSync(join(rulesFolder, `${family}-rules.ts`), 'utf8');
    const pattern = /((?: {2}\/\/ .*\n)+) {2}readonly \w+[^;]*?this\.RULE\(\s*'(\w+)'/g;
    return [...text.matchAll(pattern)].map(([, comment = '', rule = '']) => ({
      rule,
      production: comment.replaceAll(/^ {2}\/\/ ?/gm, '').trim(),
    }));
  });
}

function productionsInGrammar(): string[] {
  const text = readFileSync(join(root, 'grammar/powershell.ebnf'), 'utf8').replaceAll(/\(\*[\s\S]*?\*\)/g, '');
  return text
    .split(/\n\n+/)
    .map((production) => production.trim())
    .filter((production) => production !== '');
}

describe('the grammar', () => {
  it('passes the validations of the grammar engine', () => {
    expect(() => new GrammarParser(false)).not.toThrow();
  });

  it('has each production above its rule and in the file, in the same order', () => {
    const inSource = productionsInSource();
    expect(inSource.map(({ production }) => production)).toEqual(productionsInGrammar());
    const kebab = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    for (const { rule, production } of inSource) expect(production.startsWith(`${kebab(rule)} =`)).toBe(true);
  });

  it('names every rule of the parser', () => {
    const parser = new GrammarParser(true);
    const rules = Object.keys(parser.getGAstProductions());
    expect(productionsInSource().map(({ rule }) => rule)).toEqual(rules);
  });

  it('lists every family of rules', () => {
    const files = readdirSync(rulesFolder).filter((name) => name.endsWith('-rules.ts') && name !== 'requires-rules.ts');
    expect(families.map((family) => `${family}-rules.ts`).sort()).toEqual(files.sort());
  });
});
