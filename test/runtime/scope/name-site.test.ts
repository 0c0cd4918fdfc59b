import { expect, test } from 'vitest';
import { lines } from '../evaluate/run-lines.ts';

test('one place of a script finds a name where it is at the time', async () => {
  const script = `function see { "[$x]" }
    see; $x = 1; see
    function own { $x = 2; see }; own; see
    & { $private:x = 3; see }
    function deep($n) { if ($n) { deep ($n - 1) } else { see } }; deep 5; deep 20
    New-Variable x 4 -Force; see; Remove-Variable x; see
    foreach ($i in 1..3) { Set-Variable x $i -Scope Global; see }`;
  const expected = ['[]', '[1]', '[2]', '[1]', '[1]', '[1]', '[1]', '[4]', '[]', '[1]', '[2]', '[3]'];
  expect(await lines(script)).toEqual(expected);
});

test('a name that a scope gets later hides the outer one from then on', async () => {
  const script = `$y = 'outer'
    function late { $y; . ([scriptblock]::Create('$y = "own"')); $y }
    late; late; $y`;
  expect(await lines(script)).toEqual(['outer', 'own', 'outer', 'own', 'outer']);
});
