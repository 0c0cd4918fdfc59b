import { describe, expect, test } from 'vitest';
import { construct, invokeMethod, invokeStatic } from '../../../src/runtime/members/invoke-method.ts';
import { Byte } from '../../../src/runtime/values/byte.ts';
import { toDouble } from '../../../src/runtime/values/double.ts';
import { PSReference } from '../../../src/runtime/values/ps-reference.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { named, outcome, plainEngine } from '../types/plain-engine.ts';

const engine = plainEngine();
const call = (target: PSValue, name: string, ...args: PSValue[]): string =>
  outcome(engine, () => invokeMethod(engine, target, name, args));
const callStatic = (type: string, name: string, ...args: PSValue[]): string =>
  outcome(engine, () => invokeStatic(engine, named(engine, type), name, args));

describe('overloads', () => {
  test.each<[string, string, PSValue[], string]>([
    ['math', 'Max', [3, 7.5], 'Int32 8'],
    ['math', 'Max', [1.1, 2], 'Double 2'],
    ['math', 'Abs', [Byte.of(5)], 'Int16 5'],
    ['math', 'Round', [5], 'Decimal 5'],
    ['math', 'Floor', [3.5], 'Double 3'],
    ['math', 'Round', [2.5, 'AwayFromZero'], '!MethodArgumentConversionInvalidCastArgument'],
    ['string', 'Join', [',', 1, 2, 3], '!ArgumentOutOfRangeException'],
    ['string', 'Join', ['-', 'a', 'b'], 'String a-b'],
    ['string', 'Join', [',', [1, null, 'x']], 'String 1,,x'],
    ['string', 'Concat', ['a', 1, null], 'String a1'],
    ['string', 'Format', ['{0}{1}{2}{3}', 1, 2, 3, 4], 'String 1234'],
    ['string', 'Format', ['{0} {1}', ['a', 'b']], 'String a b'],
    ['string', 'Compare', ['a', 'B', 'Ordinal'], 'Int32 -1'],
    ['string', 'IsNullOrEmpty', [null], 'Boolean True'],
    ['int', 'Parse', [null], '!FormatException'],
    ['convert', 'ToInt32', ['ff', 16], 'Int32 255'],
    ['math', 'Nope', [1], '!MethodNotFound'],
    ['math', 'Max', [1], '!MethodCountCouldNotFindBest'],
  ])('[%s]::%s(%o) -> %s', (type, name, args, expected) => expect(callStatic(type, name, ...args)).toBe(expected));

  test.each<[PSValue, string, PSValue[], string]>([
    ['abcdef', 'Substring', ['2'], 'String cdef'],
    ['abcdef', 'Substring', [2.5, true], 'String c'],
    ['abc', 'Substring', [9], '!ArgumentOutOfRangeException'],
    ['abc', 'Substring', [], '!MethodCountCouldNotFindBest'],
    ['abc', 'Substring', ['x'], '!MethodArgumentConversionInvalidCastArgument'],
    ['abc', 'Contains', [null], 'Boolean False'],
    ['a;b', 'Trim', ['cab'], 'String ;'],
    ['a,,b', 'Split', [',', 'RemoveEmptyEntries'], '!MethodArgumentConversionInvalidCastArgument'],
    ['a-b_c', 'Split', [['-', '_']], 'String[] a-b_c'],
    ['abc', 'Nope', [], '!MethodNotFound'],
    [null, 'Nope', [], '!InvokeMethodOnNull'],
    [5, 'ToString', ['x4'], 'String 0005'],
    [['a', 'bc'], 'ToUpper', [], 'Object[] A BC'],
    [['a', 5], 'ToUpper', [], '!MethodNotFound'],
  ])('%o.%s(%o) -> %s', (target, name, args, expected) => expect(call(target, name, ...args)).toBe(expected));
});

describe('references', () => {
  test('out parameters answer through [ref]', () => {
    const box = PSReference.of(null);
    expect(callStatic('int', 'TryParse', '34', box)).toBe('Boolean True');
    expect(box.value).toBe(34);
    expect(callStatic('int', 'TryParse', 'x', box)).toBe('Boolean False');
    expect(box.value).toBe(0);
  });

  test('a missing [ref] and an unfit present value are errors', () => {
    expect(callStatic('int', 'TryParse', '7', 5)).toBe('!NonRefArgumentToRefParameterMsg');
    expect(callStatic('int', 'TryParse', '7', PSReference.of('old'))).toBe('!PSInvalidCastException');
  });
});

describe('generic methods', () => {
  test('type arguments come from the arguments', () => {
    expect(callStatic('Linq.Enumerable', 'Count', [1, 'a', null])).toBe('Int32 3');
    expect(callStatic('Linq.Enumerable', 'Count', [1, 2])).toBe('!MethodCountCouldNotFindBest');
  });

  test('or are given', () => {
    const made = invokeStatic(engine, named(engine, 'array'), 'Empty', [], { typeArguments: [named(engine, 'int')] });
    expect(outcome(engine, () => made)).toBe('Int32[] ');
  });
});

describe('constructors', () => {
  test.each<[string, PSValue[], string]>([
    ['string', ['z', 3], 'String zzz'],
    ['version', [1, 2], 'Version 1.2'],
    ['int[]', [2], 'Int32[] 0 0'],
    ['int', [], 'Int32 0'],
    ['Collections.Generic.List[int]', [['1', 2]], '!MethodCountCouldNotFindBest'],
    ['math', [], '!MethodCountCouldNotFindBest'],
    ['datetime', [2024, 13, 1], '!ArgumentOutOfRangeException'],
  ])('[%s]::new(%o) -> %s', (type, args, expected) => {
    expect(outcome(engine, () => construct(engine, named(engine, type), args))).toBe(expected);
  });

  test('doubles are boxed where they could be taken for integers', () => {
    expect(callStatic('math', 'Sqrt', toDouble(4))).toBe('Double 2');
  });
});
