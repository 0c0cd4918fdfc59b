import { expect, test } from 'vitest';
import { NetException } from '../../../src/runtime/errors/net-exception.ts';
import { formatComposite } from '../../../src/runtime/text/composite-format.ts';

const fill = (text: string, ...args: unknown[]): string =>
  formatComposite(text, args, (value, form) => (form === null ? String(value) : `${value}:${form}`));

test.each([
  ['{0}', '1'],
  ['{0,5}|{0,-5}|', '    1|1    |'],
  ['{0 }', '1'],
  ['{0 , 5 }|', '    1|'],
  ['{{0}}', '{0}'],
  ['{{{0}}}', '{1}'],
  ['{0:}}}', '1:}'],
  ['{0:N2}', '1:N2'],
  ['{0,6:a b}|', ' 1:a b|'],
  ['{00}', '1'],
  ['', ''],
])('%j is filled', (text, expected) => {
  expect(fill(text, 1)).toBe(expected);
});

test.each([
  '{',
  '}',
  '{}',
  '{a}',
  '{ 0}',
  '{0',
  '{0:',
  '{0,}',
  '{0,-}',
  '{0,a}',
  '{-1}',
  '{0:{1}}',
  '{1}',
  '{999999}',
  '{0,\t5}',
  '{0,2147483648}',
])('%j is malformed or asks for too much', (text) => {
  expect(() => fill(text, 1)).toThrow(NetException);
});

test('an alignment may have seven digits', () => {
  expect(fill('{0,1000000}', 1).length).toBe(1_000_000);
});
