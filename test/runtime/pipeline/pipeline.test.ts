import { describe, expect, test } from 'vitest';
import { runLines } from '../commands/run-lines.ts';

const noisy = `function noisy { 'out'; Write-Error 'e' -ErrorId E; Write-Warning 'w'; 'end' }
`;

describe('order and early stop', () => {
  test.each([
    ["function a { begin { 'ab' } process { $_ } end { 'ae' } }; 1, 2 | a", ['ab', '1', '2', 'ae']],
    ['1..9 | ForEach-Object { $_ } | Select-Object -First 2', ['1', '2']],
    [
      "$l = [System.Collections.ArrayList]::new(); function g { process { 1; 2; 3 } end { $null = $l.Add('end') } clean { $null = $l.Add('clean') } }; g | Select-Object -First 1; $l",
      ['1', 'clean'],
    ],
    ["function g { begin { 'b' } process { 'p' } }; g | Select-Object -First 1", ['b']],
    ["foreach ($x in 1..3) { 1..3 | ForEach-Object { if ($_ -eq 2) { break }; $_ } }; 'after'", ['1', 'after']],
  ])('%s', async (script, expected) => {
    expect(await runLines(script)).toEqual(expected);
  });
});

describe('streams', () => {
  test.each([
    ['(noisy 2>&1 3>&1 | ForEach-Object { $_.GetType().Name }) -join " "', ['String ErrorRecord WarningRecord String']],
    ['noisy 2>$null 3>$null', ['out', 'end']],
    ['$x = noisy *>$null; $null -eq $x', ['true']],
    ['noisy 3>$null > /o.txt 2>$null; (Get-Content /o.txt) -join ","', ['out,end']],
    ['noisy -ErrorVariable e 2>$null 3>$null | Out-Null; "$($e.Count) $e"', ['0 ', 'error E,noisy']],
    [
      '& { [CmdletBinding()] param() noisy } -ErrorVariable e -ErrorAction SilentlyContinue 3>$null; $e.Count',
      ['out', 'end', '1'],
    ],
    [
      'try { & { $ErrorActionPreference = \'Stop\'; noisy 3>$null } } catch { "caught $($_.FullyQualifiedErrorId)" }',
      ['out', 'caught E,noisy'],
    ],
  ])('%s', async (script, expected) => {
    expect((await runLines(noisy + script)).filter((line) => !line.startsWith('error '))).toEqual(
      expected.filter((line) => !line.startsWith('error ')),
    );
  });
});

test('$? follows what the last command did', async () => {
  const script = `& { Get-Nope; "$?"; 1 | Out-Null; "$?"; Write-Error x; "$?"; & { Write-Error y }; "$?"; Get-Nope | Out-Null; "$?" } 2>$null`;
  expect(await runLines(script)).toEqual(['False', 'True', 'False', 'True', 'False']);
});

test('ThrowTerminatingError passes the catch of its own function', async () => {
  const script = `function f { [CmdletBinding()] param()
  try { $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([Exception]::new('m'), 'Id', 'NotSpecified', 1)) }
  catch { 'own' } finally { 'fin' } }
try { f } catch { $_.FullyQualifiedErrorId }`;
  expect(await runLines(script)).toEqual(['fin', 'Id,f']);
});

test('a pipeline can be stepped through', async () => {
  const script = `function p { [CmdletBinding()] param([Parameter(ValueFromPipeline)]$x)
  begin { $s = { ForEach-Object { "<$_>" } }.GetSteppablePipeline(); $s.Begin($PSCmdlet) } process { $s.Process($x) } end { $s.End() } }
1, 2 | p`;
  expect(await runLines(script)).toEqual(['<1>', '<2>']);
});

describe('background work', () => {
  test.each([
    ['$k = 5; Start-Job { param($a) $a + $using:k } -ArgumentList 1 | Receive-Job -Wait -AutoRemoveJob', ['6']],
    ['1..3 | ForEach-Object -Parallel { $_ * 2 } | Sort-Object', ['2', '4', '6']],
    [
      "$j = Start-ThreadJob { throw 'x' }; $null = Wait-Job $j; $j.State; Remove-Job $j; @(Get-Job).Count",
      ['Failed', '0'],
    ],
    ["$j = 'bg' &; $j.PSJobTypeName; Receive-Job $j -Wait", ['BackgroundJob', 'bg']],
  ])('%s', async (script, expected) => {
    expect(await runLines(script)).toEqual(expected);
  });
});
