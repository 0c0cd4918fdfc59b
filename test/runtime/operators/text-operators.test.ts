import { describe, expect, test } from 'vitest';
import { NetException } from '../../../src/runtime/errors/net-exception.ts';
import { TerminatingError } from '../../../src/runtime/errors/terminating-error.ts';
import { format } from '../../../src/runtime/operators/format.ts';
import { join, unaryJoin } from '../../../src/runtime/operators/join.ts';
import { like } from '../../../src/runtime/operators/like.ts';
import { match } from '../../../src/runtime/operators/match.ts';
import { replace } from '../../../src/runtime/operators/replace.ts';
import { split, unarySplit } from '../../../src/runtime/operators/split.ts';
import type { MatchEntry, TextOperatorServices } from '../../../src/runtime/operators/text-operator-services.ts';
import { Regex, RegexOptions } from '../../../src/runtime/regex/regex.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { ScriptBlock } from '../../../src/runtime/values/script-block.ts';

/** A block that does what a function does. */
class Block extends ScriptBlock {
  readonly run: (value: unknown) => PSValue;

  constructor(run: (value: unknown) => PSValue) {
    // Boundary: nothing here looks into the tree.
    super({} as ScriptBlock['ast'], {});
    this.run = run;
  }
}

let matches: readonly MatchEntry[] = [];

const services: TextOperatorServices = {
  toText: (value) => (value === true ? 'True' : Array.isArray(value) ? value.join(' ') : String(value)),
  elementsOf: (value) => (Array.isArray(value) ? value : undefined),
  limits: { checkString: () => {}, checkArray: () => {} },
  regexRun: {},
  joinText: (value) => (value === null ? '' : Array.isArray(value) ? 'System.Object[]' : String(value)),
  formatText: (value, form) => (value === null ? '' : form === 'x' ? Number(value).toString(16) : String(value)),
  toInt: (value) => Math.round(Number(value)),
  isTrue: (value) => value === true,
  stringArray: (items) => items,
  callSeparator: (block, character) => (block instanceof Block ? block.run(character) : false),
  evaluatorOf: (value) => (value instanceof Block ? (found) => value.run(found.value) : undefined),
  setMatches(entries) {
    matches = entries;
  },
};

function idOf(run: () => unknown): string {
  try {
    run();
    return 'none';
  } catch (error) {
    if (error instanceof TerminatingError) return error.record.fullyQualifiedErrorId;
    return error instanceof NetException ? error.typeName : String(error);
  }
}

describe('-match', () => {
  const run = (left: PSValue, right: PSValue, negated = false): PSValue => match(left, right, true, negated, services);

  test('sets the groups that took part, unnamed ones by number', () => {
    expect(run('2024-05-06', '(?<y>\\d{4})-(?<m>\\d\\d)-(\\d\\d)(x)?')).toBe(true);
    expect(matches).toEqual([
      [0, '2024-05-06'],
      [1, '06'],
      ['y', '2024'],
      ['m', '05'],
    ]);
  });

  test('leaves the groups alone when it fails and for a collection', () => {
    run('abc', 'b');
    run('abc', 'x');
    expect(run(['a', 'b', 'ab'], 'a')).toEqual(['a', 'ab']);
    expect(run(['a', 'b'], 'a', true)).toEqual(['b']);
    expect(run([1, 2, 12], '1')).toEqual([1, 12]);
    expect(matches).toEqual([[0, 'b']]);
  });

  test('keeps the options of a regex object', () => {
    expect(run('ABC', new Regex('abc'))).toBe(false);
    expect(run('ABC', 'abc')).toBe(true);
    expect(match('ABC', new Regex('abc', RegexOptions.IgnoreCase), false, false, services)).toBe(true);
  });

  test('takes null for empty text', () => {
    expect(run(null, '')).toBe(true);
    expect(run('a', null)).toBe(true);
    expect(run(null, 'a', true)).toBe(true);
  });

  test('fails with the exception of the pattern', () => {
    expect(idOf(() => run('a', '('))).toBe('System.Text.RegularExpressions.RegexParseException');
  });
});

describe('-replace', () => {
  const run = (left: PSValue, right: PSValue, ignoreCase = true) => replace(left, right, ignoreCase, services);

  test.each<[PSValue, PSValue, PSValue]>([
    ['hello', ['l', 'L'], 'heLLo'],
    ['hello', 'L', 'heo'],
    ['abc', ['b', '[$0]'], 'a[b]c'],
    ['abc', [], 'abc'],
    ['abc', [null, 'x'], 'xaxbxcx'],
    ['aBc', [new Regex('b'), 'x'], 'aBc'],
    [null, ['a', 'b'], ''],
    [
      [null, 'a'],
      ['a', 'b'],
      ['', 'b'],
    ],
    [123, ['2', 4], '143'],
    ['abc', ['b', null], 'ac'],
  ])('%j -replace %j', (left, right, expected) => {
    expect(run(left, right)).toEqual(expected);
  });

  test('runs a block for each match and waits for promises', async () => {
    expect(run('abc', ['.', new Block((value) => `<${value}>`)])).toBe('<a><b><c>');
    const later = run(['ab', 'b'], ['b', new Block((value) => Promise.resolve(`${value}!`))]);
    expect(await later).toEqual(['ab!', 'b!']);
  });

  test('has ids for its errors', () => {
    expect(idOf(() => run('a', '('))).toBe('InvalidRegularExpression');
    expect(idOf(() => run('a', ['a', 'b', 'c']))).toBe('BadReplaceArgument');
  });
});

describe('-split', () => {
  const run = (left: PSValue, right: PSValue, ignoreCase = true) => split(left, right, ignoreCase, services);

  test.each<[PSValue, PSValue, string[]]>([
    ['a,b', ',', ['a', 'b']],
    [['a,b', 'c'], ',', ['a', 'b', 'c']],
    ['a.b', ['.', 0, 'SimpleMatch'], ['a', 'b']],
    ['a,b,c,d', [',', 2], ['a', 'b,c,d']],
    ['a,b,c,d', [',', -2], ['a,b,c', 'd']],
    ['a,b,c,d', [',', -1], ['a,b,c,d']],
    ['a1b2c', ['(\\d)', 2], ['a', '1', 'b2c']],
    ['aXbxc', 'x', ['a', 'b', 'c']],
    ['aXbxc', ['x', 0, ''], ['aXb', 'c']],
    ['', ',', ['']],
    [null, ',', ['']],
    [[], ',', []],
    ['a b', ['a #c', 0, 'IgnorePatternWhitespace'], ['', ' b']],
    ['a\nb', ['^B', 0, ['Multiline', 'IgnoreCase']], ['a\n', '']],
    ['abc', ['b', '2'], ['a', 'c']],
  ])('%j -split %j', (left, right, expected) => {
    expect(run(left, right)).toEqual(expected);
  });

  test('-csplit heeds case unless told', () => {
    expect(run('aXbxc', 'x', false)).toEqual(['aXb', 'c']);
    expect(run('aXbxc', ['x', 0, 'IgnoreCase'], false)).toEqual(['a', 'b', 'c']);
  });

  test.each<[number, string[]]>([
    [0, ['a', 'ca', 'c']],
    [2, ['a', 'cabc']],
    [-2, ['abca', 'c']],
    [1, ['abcabc']],
    [-1, ['abcabc']],
  ])('a block with the limit %s', async (limit, expected) => {
    expect(run('abcabc', [new Block((value) => value === 'b'), limit])).toEqual(expected);
    const later = new Block((value) => Promise.resolve(value === 'b'));
    expect(await run('abcabc', [later, limit])).toEqual(expected);
  });

  test('has ids for its errors', () => {
    expect(idOf(() => run('a', []))).toBe('BadOperatorArgument');
    expect(idOf(() => run('a', ['.', 0, 'SimpleMatch,Multiline']))).toBe('InvalidSplitOptionCombination');
    expect(idOf(() => run('a', [new Block(() => false), 0, 'IgnoreCase']))).toBe('InvalidSplitOptionWithPredicate');
    expect(idOf(() => run('a', [',', 0, 'Nope']))).toBe('RuntimeException');
    expect(idOf(() => run('a', '*'))).toBe('System.Text.RegularExpressions.RegexParseException');
  });

  test('alone it cuts at white space', () => {
    expect(unarySplit('  a  b\tc\n', services)).toEqual(['a', 'b', 'c']);
    expect(unarySplit([' a b', ' c '], services)).toEqual(['a', 'b', 'c']);
    expect(unarySplit('', services)).toEqual(['']);
  });
});

test('-join writes elements and leaves single values', () => {
  expect(join([1, null, 2], ',', services)).toBe('1,,2');
  expect(join([1, [2, 3]], ',', services)).toBe('1,System.Object[]');
  expect(join('a', ',', services)).toBe('a');
  expect(join(null, ',', services)).toBe('');
  expect(join([1, 2], null, services)).toBe('12');
  expect(join([1, 2], [',', ';'], services)).toBe('1, ;2');
  expect(unaryJoin([1, 2, 3], services)).toBe('123');
});

test('-like gives texts for a collection', () => {
  const run = (left: PSValue, right: PSValue, negated = false): PSValue => like(left, right, true, negated, services);
  expect(run('abc', 'A*')).toBe(true);
  expect(like('abc', 'A*', false, false, services)).toBe(false);
  expect(run([1, 2, 12], '1*')).toEqual(['1', '12']);
  expect(run([null, 'a'], '*')).toEqual(['', 'a']);
  expect(run(['a', 'b'], 'a', true)).toEqual(['b']);
  expect(run('a*', 'a`*')).toBe(true);
  expect(idOf(() => run('a', '['))).toBe('RuntimeException');
});

test('-f takes the elements of an array as arguments and names its error', () => {
  expect(format('{0}|{1,3}|{1,-3:x}|', ['a', 10], services)).toBe('a| 10|a  |');
  expect(format('{0}', null, services)).toBe('');
  expect(format('{0}', [[1, 2]], services)).toBe('1,2');
  expect(format(['a{0}', 'b{0}'], 1, services)).toBe('a1 b1');
  for (const text of ['{1}', '{', '}', '{ 0}', '{0,a}']) {
    expect(idOf(() => format(text, 1, services))).toBe('FormatError');
  }
});
