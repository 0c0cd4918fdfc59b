import { expect, test } from 'vitest';
import { lines } from './run-lines.ts';

test.each([
  ['1/0; "next"', ['next', 'error RuntimeException']],
  ['try { 1/0; "no" } catch { $_.Exception.GetType().Name } finally { "f" }', ['RuntimeException', 'f']],
  ['try { 1/0 } catch [DivideByZeroException] { $_.Exception.GetType().Name }', ['DivideByZeroException']],
  ["try { [int]::Parse('q') } catch [FormatException] { 'format' } catch { 'any' }", ['format']],
  [
    'try { [int]\'x\' } catch { "$($_.FullyQualifiedErrorId) $($_.Exception.InnerException.GetType().Name)" }',
    ['InvalidCastFromStringToInteger PSInvalidCastException'],
  ],
  ['try { throw \'a\' } catch [ArgumentException] { 1 } catch { "$_ $($_.FullyQualifiedErrorId)" }', ['a a']],
  ['try { try { throw \'a\' } catch { throw } } catch { "again $_" }', ['again a']],
  ["try { try { 'x' } finally { throw 'f' } } catch { \"c $_\" }", ['x', 'c f']],
  ["try { throw 'x' } catch { 1/0; 'not reached' }; 'after'", ['after', 'error RuntimeException']],
  ["try { 1 } finally { 1/0; 'goes on' }", ['1', 'goes on', 'error RuntimeException']],
  [
    'function f { trap { "t $($_.Exception.GetType().Name)"; continue } 1/0; \'after\' } f',
    ['t DivideByZeroException', 'after'],
  ],
  ["function f { trap [FormatException] { 'no' } 1/0; 'no' } try { f } catch { 'out' }", ['out']],
  ["function f { $ErrorActionPreference = 'Stop'; 1/0; 'no' } try { f } catch { 'stopped' }", ['stopped']],
  ["$ErrorActionPreference = 'SilentlyContinue'; throw 'x'; 'goes on'", ['goes on']],
  [
    "function f { 1/0; 'f goes on' } f; try { f } catch { 'caught' }",
    ['f goes on', 'caught', 'error RuntimeException'],
  ],
  ['$r = & { 1; 1/0; 2 } 2>&1; "$($r.Count) $($r[1].GetType().Name)"', ['3 ErrorRecord']],
  ["$q = 5; $q = & { 1; throw 'x' }; $q", ['error x']],
  [
    'try { nosuchcommand 1 } catch { "$($_.FullyQualifiedErrorId) $($_.TargetObject) $($_.InvocationInfo.InvocationName)" }',
    ['CommandNotFoundException nosuchcommand nosuchcommand'],
  ],
  [
    "function a { throw 'deep' } function b { a } try { b } catch { @($_.ScriptStackTrace -split \"`n\" -replace ',.*') -join ';' }",
    ['at a;at b;at <ScriptBlock>'],
  ],
  ["$Error.Clear(); try { try { throw 'a' } catch { throw $_ } } catch { }; $Error.Count", ['1']],
  [
    "function f { [CmdletBinding()] param() try { $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([Exception]::new('m'), 'Id', 'NotSpecified', $null)) } catch { 'never' }; 'never' } try { f } catch { $_.FullyQualifiedErrorId }",
    ['Id,f'],
  ],
  [
    'Set-StrictMode -Version 1; try { $nope } catch { $_.FullyQualifiedErrorId }; "[$nope]"',
    ['VariableIsUndefined', '[]'],
  ],
  ['1; exit 3; 2', ['1']],
])('%s', async (script, expected) => {
  expect(await lines(script)).toEqual(expected);
});

test.each([
  'function f { f }; try { f } catch { $_.FullyQualifiedErrorId }',
  'class C { [void] M() { $this.M() } }; try { [C]::new().M() } catch { $_.FullyQualifiedErrorId }',
  '$b = { & $b }; try { & $b } catch { $_.FullyQualifiedErrorId }',
])('ends in CallDepthOverflow: %s', async (script) => {
  expect(await lines(script)).toEqual(['CallDepthOverflow']);
});

test('calls nest to a depth of 5,000', async () => {
  const deep = 'function f($n) { if ($n -eq 0) { return 0 }; 1 + (f ($n - 1)) }; f 5000';
  expect(await lines(deep)).toEqual(['5000']);
  const methods =
    'class C { [int] M([int]$n) { if ($n -eq 0) { return 0 } return 1 + $this.M($n - 1) } }; [C]::new().M(5000)';
  expect(await lines(methods)).toEqual(['5000']);
});
