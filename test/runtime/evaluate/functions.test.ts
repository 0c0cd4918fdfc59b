import { expect, test } from 'vitest';
import { lines } from './run-lines.ts';

test.each([
  [
    'function f($a, $b = 2) { "$a-$b-$($args.Count)" }; f; f 1; f -b 5 1; f 1 2 3; f -a:4',
    ['-2-0', '1-2-0', '1-5-0', '1-2-1', '4-2-0'],
  ],
  [
    'function f([int]$n, [switch]$s) { "$($n.GetType().Name) $n $s" }; f "3"; f -s 4',
    ['Int32 3 False', 'Int32 4 True'],
  ],
  [
    "function f([int]$n) { try { $n = 'x' } catch { $_.FullyQualifiedErrorId } }; f 1",
    ['InvalidCastFromStringToInteger'],
  ],
  [
    'function f([int]$n) { }; try { f abc } catch { $_.FullyQualifiedErrorId }',
    ['ParameterArgumentTransformationError,f'],
  ],
  ['function f { 1; return 2; 3 }; (f).Count; function g { return , (1, 2) }; (g).Count', ['2', '2']],
  ['function f { begin { "b" } process { "p$_" } end { "e" } }; 1, 2 | f', ['b', 'p1', 'p2', 'e']],
  ['function f { process { $_ } clean { $global:cleaned = 1 } }; 1 | f; $cleaned', ['1', '1']],
  ['filter twice { $_ * 2 }; 1..2 | twice', ['2', '4']],
  ['function f { $input.GetType().Name; "$input" }; 1, 2 | f', ['ArrayListEnumeratorSimple', '1 2']],
  ['function f($a, $b) { $PSBoundParameters.Keys -join "," }; f -b 1; f 1 2', ['b', 'a,b']],
  [
    'function f { "$args" }; function g { f @args }; g 1 -x 2; $h = @{ a = 1 }; function k($a) { $a }; k @h',
    ['1 -x 2', '1'],
  ],
  ['function f { $MyInvocation.MyCommand.Name; $MyInvocation.InvocationName }; Set-Alias q f; q', ['f', 'q']],
  ['function outer { $v = 1; inner }; function inner { $v }; outer', ['1']],
  ['$x = 1; function f { $script:x = 2; $x = 3; "$x $script:x" }; f; $x', ['3 2', '2']],
  ['function f { $private:p = 1; g }; function g { "[$p]" }; f', ['[]']],
  ['1..3 | ForEach-Object { $i++ }; $i; & { $i++ }; $i; . { $i++ }; $i', ['3', '3', '4']],
  [
    'function c { $n = 0; { $script:n++; $script:n }.GetNewClosure() }; $a = c; $b = c; & $a; & $a; & $b',
    ['1', '2', '1'],
  ],
  [
    '$b = { param($x, $y = 2) "$x $y $args" }; & $b 1; $b.Invoke(1, 2, 3).GetType().Name; $b.InvokeReturnAsIs(5)',
    ['1 2 ', 'Collection`1', '5 2 '],
  ],
  ["[scriptblock]::Create('1 + $args[0]').Invoke(2); { a b }.ToString()", ['3', ' a b ']],
  ["{ $_ + $k }.InvokeWithContext($null, [psvariable]::new('k', 5), @())", ['5']],
  [
    "function Get-Part([Parameter(Mandatory)][ValidateSet('a', 'b')][string]$P) { $P }; Get-Part a; try { Get-Part c } catch { $_.FullyQualifiedErrorId }",
    ['a', 'ParameterArgumentValidationError,Get-Part'],
  ],
  ['function f([Parameter(ValueFromPipeline)][int]$n) { process { "n$n" } }; 1, \'x\', 3 | f 2>$null', ['n1', 'n3']],
  ['function f { $args[0] = 9; $args }; f 1 2', ['9', '2']],
  ['function f { 010; "$(0x1F)" }; f; function g($x) { $x }; g 0x1F', ['10', '31', '31']],
  ['function f { if ($true) { function g { "inner" } }; g }; f; try { g } catch { "gone" }', ['inner', 'gone']],
])('%s', async (script, expected) => {
  expect(await lines(script)).toEqual(expected);
});

test('script files have a scope, an exit code and a folder of their own', async () => {
  const files = {
    '/s/a.ps1': 'param($p = 1) $local = 5; "$p $PSScriptRoot"; exit 3',
    '/s/lib.ps1': '$fromLib = 1; function libf { "lib" }',
  };
  const script = '/s/a.ps1 7; "$LASTEXITCODE $? [$local]"; . /s/lib.ps1; $fromLib; libf';
  expect(await lines(script, files)).toEqual(['7 /s', '3 False []', '1', 'lib']);
});

test('a text that was parsed before keeps its tree, unless it defines classes', async () => {
  const same = (text: string) =>
    `[object]::ReferenceEquals([scriptblock]::Create('${text}').Ast, [scriptblock]::Create('${text}').Ast)`;
  expect(await lines(`${same('1 + 1')}; ${same('class C { }')}`)).toEqual(['True', 'False']);
  const twoScopes = 'function f($x) { Invoke-Expression \'$x; $y = $x + 1\'; $y }; f 1; f 5; "[$y]"';
  expect(await lines(twoScopes)).toEqual(['1', '2', '5', '6', '[]']);
});
