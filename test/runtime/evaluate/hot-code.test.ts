import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../../src/index.ts';
import { lines } from './run-lines.ts';

// Loops that run long get code of their own. Whatever it does must be what the first rounds did.

test.each([
  [
    'sums over Int32 become doubles',
    '$s = 2147483000; foreach ($i in 1..700) { $s += $i }; $s; $s.GetType().Name',
    ['2147728350', 'Double'],
  ],
  [
    'Int64 stays Int64',
    '$s = 0L; for ($i = 0; $i -lt 300; $i++) { $s += $i * 3 }; $s; $s.GetType().Name',
    ['134550', 'Int64'],
  ],
  [
    'a double that is whole stays a double',
    '$d = 0.5; foreach ($i in 1..301) { $d = $d + 0.5 }; $d; $d.GetType().Name',
    ['151', 'Double'],
  ],
  [
    'there is no negative zero',
    '$r = 1; foreach ($i in 1..200) { $r = 0 * -$i }; "[$r]"; "$(1 / [double]$r)"',
    ['[0]', 'Infinity'],
  ],
  [
    'a typed variable keeps its type',
    '[int]$n = 0; foreach ($i in 1..200) { $n = $i / 3 }; $n; try { foreach ($i in 1..2) { $n = "x" } } catch { $_.FullyQualifiedErrorId }',
    ['67', 'RuntimeException'],
  ],
  [
    'a typed parameter keeps its type',
    'function f([int]$n) { foreach ($i in 1..200) { $n = $n + 0.6 }; $n }; f 1',
    ['201'],
  ],
  [
    'division by zero is an error each time',
    '$e = 0; $x = 7; foreach ($i in 1..150) { try { $x = 1 / ($i - $i) } catch { $e++ } }; $e; $x',
    ['150', '7'],
  ],
  [
    'an error leaves the rest of the round to run',
    '$n = 0; $a = 1, 2; $ErrorActionPreference = "SilentlyContinue"; foreach ($i in 1..150) { $a[5] = $i; $n++ }; $n; $?; $Error.Count -ge 150',
    ['150', 'True', 'True'],
  ],
  [
    'variables are seen from everywhere while the loop runs',
    'function see { $i }; $o = foreach ($i in 1..200) { $k = $i * 2; if ($i % 100 -eq 0) { see; (Get-Variable k).Value; Set-Variable i 7; $i } }; "$o"',
    ['100 200 7 200 400 7'],
  ],
  [
    'a reference to a variable stays one',
    '$r = $null; $v = 0; foreach ($i in 1..200) { $v = $v + 1; if ($i -eq 120) { $r = [ref]$v }; if ($i -gt 120) { $r.Value = $r.Value + 1 } }; $v; $r.Value',
    ['280', '280'],
  ],
  [
    'break and continue, with labels too',
    '$n = 0; :o foreach ($i in 1..300) { foreach ($j in 1..300) { if ($j -eq 3) { continue o }; if ($i -eq 250) { break o }; $n += 1 } }; $n; $m = 0; while ($true) { $m++; if ($m % 2) { continue }; if ($m -gt 500) { break } }; $m',
    ['498', '502'],
  ],
  [
    'do loops test behind the round',
    '$n = 0; do { $n++ } until ($n -ge 200); $n; do { $n -= 3 } while ($n -gt 0); $n',
    ['200', '-1'],
  ],
  [
    'what is not there is read from outside, or an error in strict mode',
    '$limit = 150; function f { $n = 0; while ($n -lt $limit) { $n++ }; $n }; f; Set-StrictMode -Version 1; $e = 0; foreach ($i in 1..120) { try { $z = $nope + 1 } catch { $e++ } }; $e',
    ['150', '120'],
  ],
  [
    'compound assignment starts from the own scope',
    '$t = 100; function f { foreach ($i in 1..200) { $t += $i }; $t }; f; $t',
    ['20100', '100'],
  ],
  [
    'arrays of every sort',
    '$p = 1, 2, 3; $t = [int[]]::new(4); $d = [double[]]::new(3); $m = [int[,]]::new(2, 2); $h = @{ a = 0; 5 = 0 }; foreach ($i in 1..200) { $p[-1] = $i; $t[1] += $i; $d[2] = $i; $m[1, 0] += 2; $h["a"] += 1; $h[5] = $i }; "$p"; "$t"; $d[2].GetType().Name; $m[1, 0]; $h.a; $h[5]',
    ['1 2 200', '0 20100 0 0', 'Double', '400', '200', '200'],
  ],
  [
    'an index outside is $null, or an error when assigned',
    '$a = 1, 2; $n = 0; $e = 0; foreach ($i in 1..150) { if ($a[$i] -eq $null) { $n++ }; try { $a[$i] = 0 } catch { $e++ } }; $n; $e',
    ['149', '149'],
  ],
  [
    'texts',
    '$s = "hello"; $n = 0; foreach ($i in 1..200) { if ($s[$i % 5] -ceq "L") { $n += 1 }; if ($s[$i % 5] -eq "L") { $n += 1000 }; if ($s.Length -eq 5) { $n += 1 } }; $n',
    ['80200'],
  ],
  [
    'an if as a value',
    '$n = 0; foreach ($i in 1..200) { $v = if ($i % 2) { 1 } elseif ($i % 3) { 2 } else { 3.5 }; $n += $v }; $n',
    ['349.5'],
  ],
  [
    'rounding to even',
    '$o = 0; foreach ($i in 1..200) { $o += [int]($i / 2) }; $o; [int]2.5; foreach ($i in 1..100) { $c = [char](64 + $i % 26) }; $c',
    ['10050', '2', 'V'],
  ],
  [
    'a block that runs in the scope of its caller',
    '$t = 0; 1..3 | ForEach-Object { foreach ($i in 1..150) { $t += $_ } }; $t; $b = { foreach ($i in 1..150) { $u += 1 } }; . $b; & $b; $u',
    ['900', '150'],
  ],
  [
    'waiting inside a loop',
    '$n = 0; foreach ($i in 1..130) { $n += $i; if ($i -gt 127) { Start-Sleep -Milliseconds 1 }; $n += 1 }; $n; for ($j = 0; $j -lt 130; $j++) { if ($j -gt 127) { Start-Sleep -Milliseconds 1; continue }; $n++ }; $n',
    ['8645', '8773'],
  ],
  [
    'return and exit from inside',
    'function f { foreach ($i in 1..500) { $n = $i; if ($n -eq 200) { return "r$i" } } }; f; function g { while ($true) { $k++; if ($k -gt 200) { return $k } } }; g',
    ['r200', '201'],
  ],
  [
    'the collection grows while it is read',
    '$l = 1, 2; $a = $l * 100; $n = 0; foreach ($x in $a) { $n += $x }; $n',
    ['300'],
  ],
])('%s', async (_name, script, expected) => {
  expect(await lines(script)).toEqual(expected);
});

test('a limit is met inside code of its own, and nothing is lost of what the variables held', async () => {
  const engine = await createEngine({ limits: { steps: 2000 } });
  const { errors } = await engine.run('$n = 0; while ($true) { $n++ }');
  expect(errors.at(-1)?.id).toBe('StepLimitExceeded');
  expect(engine.get('n')).toBeGreaterThan(1500);
});

test('an abort signal stops it', async () => {
  const engine = await createEngine();
  const abort = new AbortController();
  setTimeout(() => abort.abort(), 30);
  const run = engine.run('$n = 0; while ($true) { $n = ($n + 1) % 1000 }', { signal: abort.signal });
  await expect(Promise.resolve(run)).rejects.toThrow('aborted');
});

describe('every round gives the same', () => {
  const leaf = fc.constantFrom(
    ...[
      '$a',
      '$b',
      '$c',
      '0',
      '1',
      '-3',
      '2.0',
      '0.5',
      '7L',
      '2147483647',
      "'5'",
      "'ab'",
      '$true',
      '$null',
      '$list[1]',
    ],
    ...[
      '$ints[2]',
      '$doubles[0]',
      '$list[-1]',
      '$list.Count',
      '$text[1]',
      '$text.Length',
      '$h["k"]',
      '$o.p',
      '$m[0, 1]',
    ],
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc
        .tuple(
          tie('expression'),
          fc.constantFrom(
            ...[
              '+',
              '-',
              '*',
              '/',
              '%',
              '-eq',
              '-ne',
              '-lt',
              '-ge',
              '-ceq',
              '-band',
              '-bxor',
              '-bor',
              '-shl',
              '-and',
              '-or',
            ],
          ),
          tie('expression'),
        )
        .map(([l, op, r]) => `(${l} ${op} ${r})`),
      tie('expression').map((e) => `(- ${e})`),
      tie('expression').map((e) => `(-not ${e})`),
      tie('expression').map((e) => `([int]${e})`),
      tie('expression').map((e) => `([math]::Sqrt(${e}))`),
      fc.tuple(tie('expression'), tie('expression'), tie('expression')).map(([c, t, e]) => `(${c} ? ${t} : ${e})`),
    ),
  }));
  const statement = fc.oneof(
    fc
      .tuple(fc.constantFrom('$x', '$y', '$big'), fc.constantFrom('=', '+=', '-=', '*='), expression)
      .map((s) => s.join(' ')),
    fc.tuple(expression, expression).map(([i, v]) => `$list[${i}] = ${v}`),
    fc.tuple(expression, expression).map(([i, v]) => `$ints[${i}] = ${v}`),
    expression.map((v) => `$doubles[1] += ${v}`),
    expression.map((v) => `$m[1, 1] = ${v}`),
    expression.map((v) => `$o.p = ${v}`),
    expression.map((v) => `$o.q += ${v}`),
    expression.map((v) => `$h.k -= ${v}`),
    fc.tuple(expression, leaf).map(([a, b]) => `$x = "<$(${a})|$(${b})>$a"`),
    leaf.map((v) => `$y = "a$($x)b" + ${v}`),
    expression.map((v) => `$wi[0] = ${v}`),
    expression.map((v) => `$wd[1] += ${v}`),
    expression.map((v) => `$wm[1, 1] -= ${v}`),
    expression.map((v) => `$wb[1] = ${v}`),
    fc.constantFrom('$x++', '$y--'),
    fc.tuple(expression, expression, expression).map(([k, t, e]) => `if (${k}) { $x = ${t} } else { $y = ${e} }`),
    fc.tuple(expression, expression, expression).map(([k, t, e]) => `$x = if (${k}) { ${t} } else { ${e} }`),
  );
  const value = fc.constantFrom(
    ...[
      '0',
      '1',
      '-7',
      '2147483647',
      '-2147483648',
      '1.5',
      '3.0',
      '1e300',
      '5L',
      '9223372036854775807L',
      "'12'",
      "'x'",
    ],
    ...['$null', '$true', "[char]'q'", '2.5d', '[byte]7', '(1, 2)', '@{}'],
  );

  test('as the first', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(statement, { minLength: 1, maxLength: 4 }),
        value,
        value,
        value,
        async (body, a, b, c) => {
          const script = `$ErrorActionPreference = 'SilentlyContinue'
          $a = ${a}; $b = ${b}; $c = ${c}; $text = 'hello'; $h = @{ k = 4 }; $o = [pscustomobject]@{ p = 2; q = 1.5 }
          $ro = [int[]](4, 5, 6); $rd = [double[]](1.5, 2); $rb = [bool[]](1, 0); $rm = [int[,]]::new(2, 2); $ra = 'a', 2, 3.5
          $rl = [System.Collections.Generic.List[int]](7, 8); $wi = [int[]](0, 1); $wd = [double[]](0.5, 0)
          $wm = [int[,]]::new(2, 2); $wb = [bool[]](0, 0)
          function show($v) { if ($null -eq $v) { 'null' } else { "$($v.GetType().Name) $v" } }
          foreach ($round in 1..160) {
            $Error.Clear(); $x = 1; $y = 2.5; $o.p = 2; $o.q = 1.5; $h.k = 4; $big = 10L; $wi[0] = 3; $wd[1] = 1; $wm[1, 1] = 9; $wb[1] = $false; $list = 1, 'b', 3.5; $ints = [int[]](1, 2, 3); $doubles = [double[]](1, 2.5)
            $m = [int[,]]::new(2, 2); $m[0, 1] = 3
            ${body.join('; ')}
            $now = (show $x) + '|' + (show $y) + "|$list|$ints|$doubles|$m|$wi|$wd|$wm|$wb|" + (show $big) + (show $o.p) + (show $o.q) + (show $h.k) + '|' + ($Error | ForEach-Object FullyQualifiedErrorId)
            if ($round -eq 1) { $first = $now } elseif ($now -cne $first) { "round $round gives $now, not $first"; break }
          }`;
          expect(await lines(script)).toEqual([]);
        },
      ),
      { numRuns: 120, seed: 20261124 },
    );
  });
});
