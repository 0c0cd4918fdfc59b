import { expect, test } from 'vitest';
import { lines } from './run-lines.ts';

test.each([
  ['what an assigned statement gave', "$x = if ($true) { 'one'; return 'two' }; 'no'", ['one', 'two']],
  ['what a subexpression gave', "$('1'; return '2')", ['1', '2']],
  ['what a subexpression in a text gave', '"a $("in"; return "r") b"; "no"', ['in', 'r']],
  ['what a condition gave', "if ($('c'; return 'd')) { 'y' }; 'no'", ['c', 'd']],
  ['what a loop gave', "$x = foreach ($i in 1, 2) { $i; return 'r' }; 'no'", ['1', 'r']],
  ['what a try gave, finally last', "$x = try { 't'; return 'r' } finally { 'fin' }; 'no'", ['t', 'r', 'fin']],
  ['through two assignments', "$a = $b = if ($true) { return 'z' }; 'no'", ['z']],
  ['but not what @( ) collected', "@('a'; return 'b'); 'no'", []],
  ['nor anything where it throws', "try { $x = if ($true) { 'one'; throw 'two' } } catch { \"$_\" }", ['two']],
])('a return writes %s', async (_name, body, expected) => {
  expect(await lines(`function f { ${body} }; f`)).toEqual(expected);
});

test('break and continue write it too, and leave the variable alone', async () => {
  const loop = (word: string) => `foreach ($i in 1..3) { $x = if ($true) { "v$i"; ${word} } }; "x=$x"`;
  expect(await lines(`function f { ${loop('break')}; ${loop('continue')} }; f`)).toEqual([
    'v1',
    'x=',
    'v1',
    'v2',
    'v3',
    'x=',
  ]);
});

test.each([
  ["([bool]$v = 42).GetType().Name; $z = [long]$y = '9'; $z.GetType().Name", ['Boolean', 'Int64']],
  ["[int]$w = '7'; ($w = '8').GetType().Name; ($w += '1')", ['Int32', '9']],
  ["function f([int]$t) { ($t = '6').GetType().Name; if ($t = 0) { 'no' } else { 'zero' } }; f 1", ['Int32', 'zero']],
])('an assignment gives what the variable holds: %s', async (script, expected) => {
  expect(await lines(script)).toEqual(expected);
});
