// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the pieces are of the script language.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Extent, findAll, parse } from '../../src/parser/index.ts';

/** Inputs per property; NACRE_FUZZ_RUNS asks for another number. */
const defaultRuns = 300;
const seed = 20_240_607;
const numRuns = Number(process.env['NACRE_FUZZ_RUNS'] ?? defaultRuns);
const settings: fc.Parameters<unknown> = { seed, numRuns };
/** Milliseconds that parsing one of these short inputs may take, on a busy machine. */
const patience = 2000;

const folder = join(import.meta.dirname, '../../grammar/corpus');
const scripts = readdirSync(folder).flatMap((name) =>
  [...readFileSync(join(folder, name), 'utf8').matchAll(/^=== .*\n([\s\S]*?)\n---\n/gm)].map(
    ([, source = '']) => source,
  ),
);

const pieces = [
  ...'(){}[]$@"\'`|&;,.:=+-*/%!?<>#~^\\\n\t _aZ09'.split(''),
  ...[
    '$(',
    '@(',
    '@{',
    '@"\n',
    '\n"@',
    "@'\n",
    "\n'@",
    '::',
    '..',
    '??',
    '?.',
    '?[',
    '&&',
    '||',
    '2>&1',
    '>>',
    '<#',
    '#>',
    '--%',
    '--',
  ],
  ...[
    'if',
    'else',
    'elseif',
    'switch',
    'for',
    'foreach',
    'in',
    'while',
    'do',
    'until',
    'try',
    'catch',
    'finally',
    'trap',
    'data',
  ],
  ...[
    'function',
    'filter',
    'param',
    'begin',
    'process',
    'end',
    'clean',
    'dynamicparam',
    'class',
    'enum',
    'static',
    'hidden',
    'using',
  ],
  ...[
    'return',
    'break',
    'continue',
    'throw',
    'exit',
    '-eq',
    '-f',
    '-not',
    '-join',
    '-x',
    '-x:',
    '$x',
    '${x}',
    '$env:x',
    '[int]',
    '1',
    '1kb',
    'f',
  ],
  ...[
    'namespace',
    'module',
    'base',
    '#requires -',
    'configuration',
    '\u2019',
    '\u201c',
    '\u2013',
    '\u0000',
    '\ud800',
    '\u00a0',
    '\r\n',
  ],
];

/** How far past the end positions may lie: PowerShell counts each cut short hash literal as one further. */
const slack = 50;

function check(source: string): void {
  const start = performance.now();
  const { ast, tokens, errors } = parse(source);
  expect(performance.now() - start).toBeLessThan(patience);
  const last = source.length + slack;
  const isInside = ({ startOffset, endOffset }: Extent): boolean => startOffset <= endOffset && endOffset <= last;
  expect(errors.filter(({ extent }) => !isInside(extent))).toEqual([]);
  expect(tokens.length).toBeGreaterThan(0);
  expect(findAll(ast, ({ extent }) => !isInside(extent), true).map(({ kind }) => kind)).toEqual([]);
}

describe('any input', () => {
  it('made of any characters', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), check), settings);
  });

  it('made of pieces of the language', () => {
    const source = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(''));
    fc.assert(fc.property(source, check), settings);
  });

  it('made of pieces with spaces', () => {
    const source = fc.array(fc.constantFrom(...pieces), { maxLength: 40 }).map((list) => list.join(' '));
    fc.assert(fc.property(source, check), settings);
  });

  it('made of scripts that have been changed', () => {
    const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 4 }), piece: fc.constantFrom('', ...pieces) });
    const source = fc
      .tuple(fc.constantFrom(...scripts), fc.array(edit, { minLength: 1, maxLength: 4 }))
      .map(([script, edits]) =>
        edits.reduce((text, { at, cut, piece }) => {
          const offset = at % (text.length + 1);
          return text.slice(0, offset) + piece + text.slice(offset + cut);
        }, script),
      );
    fc.assert(fc.property(source, check), settings);
  });

  it('cut short', () => {
    const source = fc
      .tuple(fc.constantFrom(...scripts), fc.nat())
      .map(([script, at]) => script.slice(0, at % (script.length + 1)));
    fc.assert(fc.property(source, check), settings);
  });
});
