import { describe, expect, test } from 'vitest';
import { add, multiply, subtract } from '../../../src/runtime/operators/arithmetic.ts';
import { bitNot, bitOr } from '../../../src/runtime/operators/bitwise.ts';
import { contains, equal, inOrder, notEqual } from '../../../src/runtime/operators/compare.ts';
import { range } from '../../../src/runtime/operators/range.ts';
import { shiftLeft } from '../../../src/runtime/operators/shift.ts';
import { Char } from '../../../src/runtime/values/char.ts';
import { EnumValue } from '../../../src/runtime/values/enum-value.ts';
import { Hashtable } from '../../../src/runtime/values/hashtable.ts';
import { NetType } from '../../../src/runtime/values/net-type.ts';
import { OrderedDictionary } from '../../../src/runtime/values/ordered-dictionary.ts';
import { TypedArray } from '../../../src/runtime/values/typed-array.ts';
import { describeResult, scalarServices as s } from './scalar-services.ts';

const int32 = new NetType({ name: 'Int32', namespace: 'System', kind: 'struct' });
const day = new NetType({
  name: 'DayOfWeek',
  namespace: 'System',
  kind: 'enum',
  enumInfo: () => ({ underlying: int32, flags: false, names: ['Monday', 'Tuesday', 'Wednesday'], values: [1, 2, 3] }),
});
const monday = EnumValue.of(day, 1);

describe('collections', () => {
  test('+ makes an object[] of both sides', () => {
    expect(add([1, 2], 3, s)).toEqual([1, 2, 3]);
    expect(add([1, 2], [3, 4], s)).toEqual([1, 2, 3, 4]);
    expect(add([1], null, s)).toEqual([1, null]);
    expect(add(new TypedArray(int32, [1]), 'x', s)).toEqual([1, 'x']);
    expect(describeResult(() => subtract([1, 2], 1, s))).toContain('MethodNotFound');
    expect(describeResult(() => add(1, [1, 2], s))).toContain('MethodNotFound');
  });

  test('* repeats, and keeps the type of typed arrays', () => {
    expect(multiply([1, 2], 2, s)).toEqual([1, 2, 1, 2]);
    expect(multiply(new TypedArray(int32, [7]), '3', s)).toEqual(new TypedArray(int32, [7, 7, 7]));
    expect(multiply('ab', 1.5, s)).toBe('abab');
    expect(describeResult(() => multiply('ab', -1, s))).toContain('System.ArgumentOutOfRangeException');
    expect(describeResult(() => multiply([1], -1, s))).toContain('InvalidCastIConvertible');
  });

  test('hashtables add up, the left one decides the order', () => {
    const [a, b] = [Hashtable.from([['a', 1]]), Hashtable.from([['b', 2]])];
    expect((add(a, b, s) as Hashtable).keys()).toEqual(['a', 'b']);
    expect(add(OrderedDictionary.from([['x', 1]]), b, s)).toBeInstanceOf(OrderedDictionary);
    expect(describeResult(() => add(a, Hashtable.from([['A', 2]]), s))).toContain('System.ArgumentException');
    expect(describeResult(() => add(a, 5, s))).toContain('AddHashTableToNonHashTable');
  });

  test('comparison filters a collection on the left', () => {
    expect(equal([1, 2, 3, 2], 2, true, s)).toEqual([2, 2]);
    expect(notEqual([1, 2], 2, true, s)).toEqual([1]);
    expect(inOrder('gt', [1, 2, 3], 1, true, s)).toEqual([2, 3]);
    expect(equal(['a', 'B', 'b'], 'b', false, s)).toEqual(['b']);
    expect(equal(null, [], true, s)).toBe(false);
  });

  test('-contains converts to the type of the element', () => {
    expect(contains([1, 2], '2', true, s)).toBe(true);
    expect(contains(['a', 'b'], 'B', true, s)).toBe(true);
    expect(contains(['a', 'b'], 'B', false, s)).toBe(false);
    expect(contains('abc', 'abc', true, s)).toBe(true);
    expect(contains([], null, true, s)).toBe(false);
    expect(contains(null, null, true, s)).toBe(true);
  });
});

describe('enums', () => {
  test('stay enums on the left', () => {
    expect(add(monday, 1, s)).toBe(EnumValue.of(day, 2));
    expect(add(monday, '2', s)).toBe(EnumValue.of(day, 3));
    expect(add(1, monday, s)).toBe(2);
    expect(add(1.5, monday, s)).toBe(2.5);
    expect(bitOr(monday, 'Tuesday', s)).toBe(EnumValue.of(day, 3));
    expect(bitOr(1, monday, s)).toBe(1);
    expect(bitNot(monday, s)).toBe(EnumValue.of(day, -2));
  });

  test('fail where the result is no value of the enum', () => {
    expect(describeResult(() => add(monday, 1.5, s))).toContain('System.InvalidCastException');
    expect(describeResult(() => shiftLeft(monday, 1, s))).toContain('System.InvalidOperationException');
    expect(describeResult(() => inOrder('lt', monday, null, true, s))).toContain('System.InvalidOperationException');
    expect(describeResult(() => inOrder('lt', monday, 'x', true, s))).toContain('SubstringDisambiguation');
  });

  test('compare by number or name', () => {
    expect(equal(monday, 'monday', true, s)).toBe(true);
    expect(equal(monday, 1, true, s)).toBe(true);
    expect(equal(1, monday, true, s)).toBe(true);
    expect(equal(monday, 'nope', true, s)).toBe(false);
    expect(inOrder('lt', monday, 'Tuesday', true, s)).toBe(true);
  });
});

test('ranges run over characters or integers, either way', () => {
  expect(range('a', 'c', s.limits)).toEqual([97, 98, 99].map((code) => Char.of(code)));
  expect(range('3', '1', s.limits)).toEqual([3, 2, 1]);
  expect(range(1.4, 3.6, s.limits)).toEqual([1, 2, 3, 4]);
  expect(describeResult(() => range(1, 'x', s.limits))).toContain('System.FormatException');
});
