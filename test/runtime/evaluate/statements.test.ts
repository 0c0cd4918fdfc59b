import { expect, test } from 'vitest';
import { lines } from './run-lines.ts';

test.each([
  ['if ($false) { 1 } elseif (@(0)) { 2 } else { 3 }', ['3']],
  ['for ($i = 0; $i -lt 3; $i++) { $i }', ['0', '1', '2']],
  ['$i = 0; while ($true) { if (++$i -gt 2) { break }; $i }', ['1', '2']],
  ['$i = 3; do { $i-- } while ($i -gt 0); $i; do { $i++ } until ($i -ge 2); $i', ['0', '2']],
  ['foreach ($x in 1..4) { if ($x -eq 2) { continue }; if ($x -eq 4) { break }; $x }; "x=$x"', ['1', '3', 'x=4']],
  ['foreach ($n in $null) { 1 }; foreach ($n in $null, 1) { "n$n" }', ['n', 'n1']],
  [':o foreach ($a in 1, 2) { foreach ($b in 1, 2) { if ($b -eq 2) { continue O }; "$a$b" } }', ['11', '21']],
  ['foreach ($i in 1..3) { $null = $foreach.MoveNext(); "$i-$($foreach.Current)" }', ['1-2', '3-']],
  [
    "switch (1, 2, 3) { { $_ -gt 1 } { \"big $_\" } 2 { 'two' } default { 'other' } }",
    ['other', 'big 2', 'two', 'big 3'],
  ],
  ["switch -Wildcard ('hello') { 'h*' { 'w'; continue } 'he*' { 'x' } }", ['w']],
  ["switch -Regex ('a1') { '(\\d)' { $Matches[1] } }", ['1']],
  ["switch (1) { 1.0 { 'text' } '01' { 'no' } $true { 'no' } }", ['text']],
  ["switch ($null) { $null { 'null' } }; switch (@()) { default { 'never' } }", ['null']],
  [
    '$r = switch (3) { 3 { 1; 2 } }; "$r"; $e = foreach ($i in 1..3) { $i; if ($i -eq 2) { break } }; "$e"',
    ['1 2', '1 2'],
  ],
  ['function leave { break }; foreach ($i in 1..3) { $i; leave }; "after"', ['1', 'after']],
  ['"a"; break; "never"', ['a']],
  ['$x, $y, $z = 1, 2, 3, 4; "$x $y $z"; $a, $b = $b, $a; $null = 5', ['1 2 3 4']],
  ['$h = @{}; $h.n++; $h["n"] += 2; $h.n; $h.m ??= 7; $h.m', ['3', '7']],
  ['$x = 5; & { $x += 1; $x }; & { $x++; $x }; & { $x = $x + 1; $x }', ['1', '6', '6']],
  ['1 && 2; (1/0) || "no"; $false || "never"', ['1', '2', 'False', 'error RuntimeException']],
  ['$true ? "y" : "n"; $null ?? "d"; "[$((& { })?.Foo())]"', ['y', 'd', '[]']],
  ['data d { "x"; 2 }; $d.Count', ['2']],
  ['[int]$i = "7"; $i.GetType().Name; $i = "8"; $i + 1', ['Int32', '9']],
])('%s', async (script, expected) => {
  expect(await lines(script)).toEqual(expected);
});
