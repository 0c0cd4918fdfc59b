import { describe, expect, test } from 'vitest';
import {
  add,
  divide,
  multiply,
  negate,
  plus,
  remainder,
  step,
  subtract,
} from '../../../src/runtime/operators/arithmetic.ts';
import { bitAnd, bitNot, bitOr, bitXor } from '../../../src/runtime/operators/bitwise.ts';
import { equal, inOrder, notEqual } from '../../../src/runtime/operators/compare.ts';
import { range } from '../../../src/runtime/operators/range.ts';
import { shiftLeft, shiftRight } from '../../../src/runtime/operators/shift.ts';
import { Double } from '../../../src/runtime/values/double.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { makeValue, readRecorded } from '../values/make-value.ts';
import { describeResult, scalarServices as s } from './scalar-services.ts';

const operators: Readonly<Record<string, (left: PSValue, right: PSValue) => PSValue>> = {
  '+': (a, b) => add(a, b, s),
  '-': (a, b) => subtract(a, b, s),
  '*': (a, b) => multiply(a, b, s),
  '/': (a, b) => divide(a, b, s),
  '%': (a, b) => remainder(a, b, s),
  '-band': (a, b) => bitAnd(a, b, s),
  '-bor': (a, b) => bitOr(a, b, s),
  '-bxor': (a, b) => bitXor(a, b, s),
  '-shl': (a, b) => shiftLeft(a, b, s),
  '-shr': (a, b) => shiftRight(a, b, s),
  '-eq': (a, b) => equal(a, b, true, s),
  '-ne': (a, b) => notEqual(a, b, true, s),
  '-ceq': (a, b) => equal(a, b, false, s),
  '-lt': (a, b) => inOrder('lt', a, b, true, s),
  '-le': (a, b) => inOrder('le', a, b, true, s),
  '-gt': (a, b) => inOrder('gt', a, b, true, s),
  '-ge': (a, b) => inOrder('ge', a, b, true, s),
  '-clt': (a, b) => inOrder('lt', a, b, false, s),
  '0-': (a) => negate(a, s),
  '0+': (a) => plus(a, s),
  '-bnot': (a) => bitNot(a, s),
  '++': (a) => step(a, 1, s),
  '--': (a) => step(a, -1, s),
};

function rangeResult(left: PSValue, right: PSValue): string {
  let found: PSValue[] = [];
  const failure = describeResult(() => (found = range(left, right, s.limits)).length);
  if (failure.startsWith('ERR')) return failure;
  const type = describeResult(() => found[0]).split(' ')[0];
  return `Range ${type} ${[found[0], found.at(-1)].map((v) => s.toText(v)).join(',')},${found.length}`;
}

test('operators on scalars of every kind give what PowerShell recorded', () => {
  const wrong: string[] = [];
  for (const row of readRecorded(new URL('./recorded/number-operators.tsv', import.meta.url))) {
    const [operator = '', left = '', right = '', expected = ''] = row;
    const [a, b] = [makeValue(left), right === '' ? null : makeValue(right)];
    const got = operator === '..' ? rangeResult(a, b) : describeResult(() => operators[operator]?.(a, b));
    if (got !== expected) wrong.push(`${left} ${operator} ${right}: ${got}, not ${expected}`);
  }
  expect(wrong).toEqual([]);
});

describe('raw numbers keep their kind', () => {
  test.each<[string, PSValue, PSValue]>([
    ['a Double sum with an integer value is boxed', add(1.5, 0.5, s), new Double(2)],
    ['an Int32 sum that overflows is a raw Double', add(2147483647, 1, s), 2147483648],
    ['0 × -1 is Int32 0', multiply(0, -1, s), 0],
    ['-4 % 2 is Int32 0', remainder(-4, 2, s), 0],
    ['a Double product of -0 is boxed', multiply(0, -1.5, s), new Double(-0)],
    ['an even division stays Int32', divide(6, 2, s), 3],
    ['-2147483648 / -1 is a Double', divide(-2147483648, -1, s), 2147483648],
    ['a Double steps to a boxed one', step(1.5, 1, s), 2.5],
  ])('%s', (_, got, expected) => {
    expect(got).toStrictEqual(expected);
  });
});
