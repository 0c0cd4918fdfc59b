import { expect, test } from 'vitest';
import { lines } from './run-lines.ts';

test.each([
  [
    'class A { [string]$N; [int]$I = 3; A([string]$n) { $this.N = $n } [string] Hi() { return "hi $($this.N)" } }; $a = [A]::new(\'x\'); $a.Hi(); $a.I',
    ['hi x', '3'],
  ],
  [
    "class A { [string] W() { return 'a' } }; class B : A { [string] W() { return 'b' + ([A]$this).W() } }; [B]::new().W(); [B]::new() -is [A]",
    ['ba', 'True'],
  ],
  [
    'class A { A([int]$i) { $script:log += "A$i" } }; class B : A { [int]$x = 5; B() : base(7) { $script:log += "B$($this.x)" } }; $null = [B]::new(); $log',
    ['A7B5'],
  ],
  [
    'class S { static [int]$C = 10; static S() { [S]::C++ } static [int] Next() { return ++[S]::C } }; [S]::C; [S]::Next()',
    ['11', '12'],
  ],
  [
    "class O { [string] D([int]$i) { return 'i' } [string] D([string]$s) { return 's' } [string] D() { return '-' } }; $o = [O]::new(); $o.D(1); $o.D('a'); $o.D()",
    ['i', 's', '-'],
  ],
  [
    'class V { [ValidateRange(1, 3)][int]$R = 2 }; $v = [V]::new(); try { $v.R = 9 } catch { $_.FullyQualifiedErrorId }; $v.R',
    ['ExceptionWhenSetting', '2'],
  ],
  [
    'class M { [int[]] A() { return 1 } [void] V() { 5 } [string] N() { return $null } }; $m = [M]::new(); $m.A().GetType().Name; $null -eq $m.V(); "[$($m.N())]"',
    ['Int32[]', 'True', '[]'],
  ],
  ["class T { [string] ToString() { return 'T!' } }; \"$([T]::new())\"; 'x' + [T]::new()", ['T!', 'xT!']],
  [
    'class E { [int]$X; E([int]$x) { $this.X = $x } [bool] Equals([object]$o) { return $this.X -eq $o.X } [int] GetHashCode() { return $this.X } }; [E]::new(1) -eq [E]::new(1); @{ [E]::new(1) = 2 }[[E]::new(1)]',
    ['True', '2'],
  ],
  [
    'class X : System.Exception { [int]$C; X([string]$m, [int]$c) : base($m) { $this.C = $c } }; try { throw [X]::new(\'boom\', 4) } catch [X] { "$($_.Exception.Message) $($_.Exception.C)" }',
    ['boom 4'],
  ],
  [
    'class L : System.Collections.Generic.List[int] { [int] Sum() { $s = 0; foreach ($i in $this) { $s += $i }; return $s } }; $l = [L]::new(); $l.Add(2); $l.Add(3); $l.Sum()',
    ['5'],
  ],
  [
    'class H { [int]$A; [string]$B }; $h = [H]@{ A = \'5\'; B = 1 }; "$($h.A.GetType().Name) $($h.B)"; try { [H]@{ Z = 1 } } catch { $_.FullyQualifiedErrorId }',
    ['Int32 1', 'ObjectCreationError'],
  ],
  ['enum C { Red; Green = 5; Blue }; [C]::Blue.value__; [C]"green"; [C]5 -eq "Green"', ['6', 'Green', 'True']],
  ['[Flags()] enum F { A = 1; B = 2; C = 4 }; "$([F]"A, C")"; [int]([F]::A -bor [F]::B)', ['A, C', '3']],
  [
    "try { Invoke-Expression 'class D { $x; $x }' } catch { $_.FullyQualifiedErrorId }",
    ['MemberAlreadyDefined,Microsoft.PowerShell.Commands.InvokeExpressionCommand'],
  ],
  ['class R { [object] F() { return { $this.V } } $V = 8 }; & ([R]::new().F())', ['']],
])('%s', async (script, expected) => {
  expect(await lines(script)).toEqual(expected);
});
