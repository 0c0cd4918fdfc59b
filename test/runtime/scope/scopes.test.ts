import { casesOf } from '../cmdlets/cases-of.ts';

const id = "$_.FullyQualifiedErrorId -replace ',.*'";

casesOf({
  'Functions see outer variables and assign their own': [
    ["$x = 'outer'; function f { $x; $x = 'inner'; $x }; f; $x", 'outer', 'inner', 'outer'],
    ['$x = 1; function f { $script:x = 2; $global:y = 3 }; f; $x; $y', '2', '3'],
    ['$x = 1; function f { $null -eq $local:x; $null -eq $script:x }; f', 'true', 'false'],
    ["function f { $x = 'f'; g }; function g { $x }; f", 'f'],
    ['$x = 1; . { $x = 2 }; $x; & { $x = 3 }; $x', '2', '2'],
  ],
  'Scopes by number': [
    [
      "$x = 'top'; function f { $x = 'f'; & { $x = 'in'; (Get-Variable x -Scope 0).Value; (Get-Variable x -Scope 1).Value; (Get-Variable x -Scope 2).Value } }; f",
      'in',
      'f',
      'top',
    ],
    ['function f { Set-Variable z 5 -Scope 1 }; f; $z', '5'],
    [
      `try { Get-Variable x -Scope 99 } catch { ${id} }; try { Get-Variable x -Scope nope } catch { ${id} }`,
      'ArgumentOutOfRange',
      'Argument',
    ],
  ],
  'Private and read-only variables': [
    ["$private:p = 'hidden'; function f { $null -eq $p }; f; $p", 'true', 'hidden'],
    [
      `Set-Variable r 1 -Option ReadOnly; try { $r = 2 } catch { ${id} }; Set-Variable r 3 -Force; $r`,
      'VariableNotWritable',
      '3',
    ],
    [
      `Set-Variable c 1 -Option Constant; try { Set-Variable c 2 -Force -ErrorAction Stop } catch { ${id} }`,
      'VariableNotWritable',
    ],
    ['Set-Variable a 1 -Option AllScope; function f { $a = 2 }; f; $a', '2'],
    [`[int]$n = 1; try { $n = 'x' } catch { ${id} }; $n = '5'; $n.GetType().Name`, 'RuntimeException', 'Int32'],
  ],
  'Functions and aliases have scopes too': [
    ["function f { function g { 'inner' }; g }; f; $null -eq (Get-Command g -ErrorAction Ignore)", 'inner', 'true'],
    ["function f { function global:g { 'kept' } }; f; g", 'kept'],
    [
      'function f { Set-Alias hello Get-Date; (Get-Alias hello).Definition }; f; $null -eq (Get-Alias hello -ErrorAction Ignore)',
      'Get-Date',
      'true',
    ],
  ],
  'Modules have a scope of their own': [
    [
      "$m = New-Module { $v = 'module'; function Get-V { $v } function Set-V { $script:v = 'changed' } }; $v = 'caller'; Get-V; Set-V; Get-V; $v; & $m { $v }",
      'module',
      'changed',
      'caller',
      'changed',
    ],
    ['$x = 1; $b = { $x }; $c = $b.GetNewClosure(); $x = 2; & $b; & $c', '2', '1'],
  ],
});
