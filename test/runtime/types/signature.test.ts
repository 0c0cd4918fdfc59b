import { describe, expect, test } from 'vitest';
import { parseSignature, splitTopLevel } from '../../../src/runtime/types/signature.ts';
import { parseTypeText } from '../../../src/runtime/types/type-text.ts';

describe('signature texts', () => {
  test('name what they declare', () => {
    const cases = [
      ['new(char c, int count)', 'constructor new'],
      ['Substring(int startIndex) string', 'method Substring'],
      ['static Join(string separator, params object[] values) string', 'method Join'],
      ['prop Length int get', 'property Length'],
      ['prop Item[TKey] TValue get set', 'indexer Item'],
      ['static field Empty string', 'field Empty'],
    ] as const;
    for (const [text, expected] of cases) {
      const { kind, name } = parseSignature(text);
      expect(`${kind} ${name}`).toBe(expected);
    }
  });

  test('take parameters apart', () => {
    const { parameters, type, genericParameters, isStatic } = parseSignature(
      'static M<T, U>(Dictionary<T, U> map, ref int n, params object[] rest) IEnumerable<U>',
    );
    expect(isStatic).toBe(true);
    expect(genericParameters).toEqual(['T', 'U']);
    expect(type).toBe('IEnumerable<U>');
    expect(parameters.map((p) => [p.type, p.name, p.isByRef, p.isParams])).toEqual([
      ['Dictionary<T, U>', 'map', false, false],
      ['int', 'n', true, false],
      ['object[]', 'rest', false, true],
    ]);
  });

  test('know defaults and access', () => {
    expect(parseSignature('M(int a = 5) void').parameters[0]?.defaultText).toBe('5');
    expect(parseSignature('prop Capacity int get set')).toMatchObject({ canRead: true, canWrite: true, type: 'int' });
    expect(parseSignature('prop Count int get')).toMatchObject({ canRead: true, canWrite: false });
  });

  test('split only outside brackets', () => {
    expect(splitTopLevel('A<B, C>, D[E, F], G')).toEqual(['A<B, C>', 'D[E, F]', 'G']);
    expect(splitTopLevel('')).toEqual([]);
  });
});

describe('type texts', () => {
  const flat = (text: string): unknown => {
    const parsed = parseTypeText(text);
    return parsed && [parsed.name, parsed.args.map((a) => a.name), parsed.ranks];
  };
  test.each([
    ['int', ['int', [], []]],
    ['string[]', ['string', [], [1]]],
    ['int[,][]', ['int', [], [2, 1]]],
    ['List[int]', ['List', ['int'], []]],
    ['Dictionary[string, int[]]', ['Dictionary', ['string', 'int'], []]],
    ['Dictionary<string, int>', ['Dictionary', ['string', 'int'], []]],
    [
      'System.Collections.Generic.List`1[[System.Int32, mscorlib]]',
      ['System.Collections.Generic.List`1', ['System.Int32'], []],
    ],
    ['System.Int32, System.Private.CoreLib', ['System.Int32', [], []]],
    ['Environment+SpecialFolder', ['Environment+SpecialFolder', [], []]],
    ['List[', undefined],
    ['', undefined],
  ])('%s', (text, expected) => expect(flat(text)).toEqual(expected));
});
