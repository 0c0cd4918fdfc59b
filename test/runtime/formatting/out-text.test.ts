import { describe, expect, it } from 'vitest';
import { custom, list, table } from '../../../src/runtime/formatting/view.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { linesOf, object, packetsOf, plainContext } from './plain-context.ts';

const text = (lines: readonly string[]): string => lines.map((line) => line.trimEnd()).join('\n');

describe('default output', () => {
  const cases: readonly (readonly [string, readonly PSValue[], string])[] = [
    ['strings and numbers stand for themselves', ['a', 5, true, 1.5, 'b\nc'], 'a\n5\nTrue\n1.5\nb\nc'],
    ['a table between strings', ['before', object({ A: 1, B: 'x' }), 'after'], 'before\n\nA B\n- -\n1 x\nafter\n'],
    ['rows go on after text', [object({ A: 1 }), 5, object({ A: 2 })], '\nA\n-\n1\n5\n2\n'],
    [
      'five properties make a list',
      [object({ A: 1, Bb: 2, C: 3, D: 4, E: null })],
      '\nA  : 1\nBb : 2\nC  : 3\nD  : 4\nE  :\n',
    ],
    [
      'columns fit their content',
      [object({ Name: 'alpha', N: 3 }), object({ Name: 'b', N: 12000 })],
      '\nName      N\n----      -\nalpha     3\nb     12000\n',
    ],
    ['later shapes become rows', [object({ A: 1 }), object({ B: 2, A: 'x' })], '\nA\n-\n1\nx\n'],
    ['three decimals in cells, none elsewhere', [object({ A: 0.25 })], '\n    A\n    -\n0.250\n'],
    [
      'collections in cells',
      [object({ A: [1, 'b', null, [2, 3]], B: [] })],
      '\nA                  B\n-                  -\n{1, b, $null, 2 3} {}\n',
    ],
    ['five elements are cut', [object({ A: [1, 2, 3, 4, 5] })], '\nA\n-\n{1, 2, 3, 4…}\n'],
    ['the first line of a cell', [object({ A: 'one\ntwo', B: 1 })], '\nA       B\n-       -\none…    1\n'],
  ];
  it.each(cases)('%s', (_, values, expected) => {
    expect(text(linesOf(values))).toBe(expected);
  });

  it('cuts the last column that fits in part and drops what follows', () => {
    const [, header, , row] = linesOf([object({ Id: 1, Text: 'x'.repeat(120), Tail: 'gone' })]);
    expect(header).toBe('Id Text');
    expect(row).toBe(` 1 ${'x'.repeat(75)}…`);
  });

  it('counts wide characters twice and cuts them whole', () => {
    const [, , , row] = linesOf([object({ T: '漢'.repeat(60) })]);
    expect(row).toBe(`${'漢'.repeat(39)}…`);
  });

  it('waits for widths while rows come fast, and no longer', () => {
    let now = 0;
    const lines = (step: number): string[] => {
      now = 0;
      const rows = ['a', 'bb', 'cccc'].map((A) => object({ A, B: 1 }));
      return linesOf(rows, plainContext([], { monotonic: () => (now += step) }));
    };
    expect(lines(1).slice(1, 4)).toEqual(['A    B', '-    -', 'a    1']);
    expect(lines(200).at(-2)).toBe('c… 1');
  });
});

describe('views', () => {
  const context = plainContext([
    table(
      't',
      ['My.T'],
      [
        { source: 'Name', width: 10 },
        { source: 'N', label: 'Count', align: 'right', width: 6 },
      ],
      {
        groupBy: { source: 'Team', label: 'Team' },
      },
    ),
    list('l', ['My.T'], ['N', { source: 'Name', label: 'Full' }]),
    custom(
      'c',
      ['My.Note'],
      [
        { kind: 'text', text: 'note: ' },
        { kind: 'value', source: 'Text' },
      ],
      { outOfBand: true },
    ),
  ]);
  const rows = [object({ Name: 'ann', N: 3, Team: 'Red' }, 'My.T'), object({ Name: 'cy', N: 4, Team: 'Blue' }, 'My.T')];

  it('groups a table by a property', () => {
    expect(text(linesOf(rows, context))).toBe(
      '\n   Team: Red\n\nName        Count\n----        -----\nann             3\n\n   Team: Blue\n\nName        Count\n----        -----\ncy              4\n',
    );
  });

  it('keeps objects of other types out of a view', () => {
    const note = object({ Text: 'hi' }, 'My.Note');
    expect(text(linesOf([rows[0] ?? null, note, object({ Q: 1 })], context))).toBe(
      '\n   Team: Red\n\nName        Count\n----        -----\nann             3\nnote: hi\n\nQ : 1\n\n',
    );
  });

  it('finds the views of deserialized objects', () => {
    const remote = object({ Name: 'x', N: 1, Team: 'A' }, 'Deserialized.My.T');
    expect(linesOf([remote], context)).toContain('   Team: A');
  });

  it('shows the view of a shape', () => {
    expect(text(linesOf(packetsOf(rows.slice(0, 1), { shape: 'list' }, context), context))).toBe(
      '\nN    : 3\nFull : ann\n',
    );
  });
});

describe('requests', () => {
  const show = (values: readonly PSValue[], request: Parameters<typeof packetsOf>[1]): string =>
    text(linesOf(packetsOf(values, request)));

  it('heads missing columns and leaves out missing lines', () => {
    const values = [object({ A: 1, B: 2 }), 'text', object({ B: 3 })];
    expect(show(values, { shape: 'table', properties: [{ source: 'a' }, { source: 'B' }, { source: 'Z' }] })).toBe(
      '\nA B Z\n- - -\n1 2\ntext\n  3\n',
    );
    expect(show(values.slice(0, 1), { shape: 'list', properties: [{ source: 'Z' }, { source: 'b' }] })).toBe(
      '\nB : 2\n',
    );
  });

  it('takes labels, widths, alignments and formats', () => {
    const properties = [
      { source: 'A', label: 'Amount', format: 'N2', width: 10 },
      { source: 'B', align: 'center' as const, width: 7 },
      { source: 'C', align: 'right' as const, width: 4 },
    ];
    expect(show([object({ A: 1234.5, B: 'mid', C: 'abcdef' })], { shape: 'table', properties })).toBe(
      '\n    Amount    B       C\n    ------    -       -\n  1,234.50   mid   …def\n',
    );
  });

  it('wraps cells under their column', () => {
    const lines = show([object({ Id: 1, T: `${'word '.repeat(20)}end` })], { shape: 'table', wrap: true }).split('\n');
    expect(lines.slice(3)).toEqual([` 1 ${'word '.repeat(15).trimEnd()}`, `   ${'word '.repeat(5)}end`, '']);
  });

  it('breaks long list values behind their label', () => {
    const lines = show([object({ Text: `${'word '.repeat(20)}end` })], { shape: 'list' }).split('\n');
    expect(lines.slice(1, 3)).toEqual([`Text : ${'word '.repeat(14).trimEnd()}`, `       ${'word '.repeat(6)}end`]);
  });

  it('puts wide items side by side', () => {
    const values = [1, 2, 3, 4].map((n) => object({ Name: `n${n}` }));
    expect(show(values, { shape: 'wide', columns: 3 })).toBe(`\n${'n1'.padEnd(27)}${'n2'.padEnd(27)}n3\nn4\n`);
    expect(show(values, { shape: 'wide', autoSize: true })).toBe('\nn1  n2  n3 n4\n');
  });

  it('shows the tree of an object', () => {
    const nested = object({ A: object({ In: 'y' }), L: [1, 2] });
    expect(show([nested], { shape: 'custom' })).toBe(
      '\nclass PSCustomObject\n{\n  A =\n    class PSCustomObject\n    {\n      In = y\n    }\n  L =\n    [\n      1\n      2\n    ]\n\n}\n\n',
    );
  });
});
