import { describe, expect, it } from 'vitest';
import { type Case, casesOf } from '../cases-of.ts';
import { runScript } from '../run-script.ts';

const cases: Readonly<Record<string, readonly Case[]>> = {
  'ConvertTo-Json': [
    [
      "[ordered]@{ a = 1; b = 'x'; c = $null; d = 1, 2 } | ConvertTo-Json -Compress",
      '{"a":1,"b":"x","c":null,"d":[1,2]}',
    ],
    ['ConvertTo-Json 1.5 -Compress', '1.5'],
    ['ConvertTo-Json @() -Compress', '[]'],
    [',1 | ConvertTo-Json -AsArray -Compress', '[1]'],
    ["ConvertTo-Json ([char]0xe9 + '<') -EscapeHandling EscapeNonAscii", '"\\u00e9<"'],
    ['ConvertTo-Json ([DayOfWeek]::Friday) -EnumsAsStrings', '"Friday"'],
    [
      '@{ a = @{ b = @{ c = 1 } } } | ConvertTo-Json -Depth 1 -Compress 3>$null',
      '{"a":{"b":"System.Collections.Hashtable"}}',
    ],
  ],
  'ConvertFrom-Json': [
    ['(\'{"a":{"b":[1,"x"]}}\' | ConvertFrom-Json).a.b[1]', 'x'],
    ['(\'{"a":1}\' | ConvertFrom-Json -AsHashtable).GetType().Name', 'OrderedHashtable'],
    ['(\'[1.5,2]\' | ConvertFrom-Json | ForEach-Object { $_.GetType().Name }) -join " "', 'Double Int64'],
    ['(\'["2024-03-05T01:02:03Z"]\' | ConvertFrom-Json).GetType().Name', 'DateTime'],
    ["'{' | ConvertFrom-Json", 'error System.ArgumentException,Microsoft.PowerShell.Commands.ConvertFromJsonCommand'],
  ],
  'ConvertTo-Csv': [
    ["[pscustomobject]@{ A = 1; B = 'x,\"y' } | ConvertTo-Csv", '"A","B"', '"1","x,""y"'],
    ['[pscustomobject]@{ A = 1; B = $null } | ConvertTo-Csv -UseQuotes AsNeeded', 'A,B', '1,'],
    ['[pscustomobject]@{ A = 1; B = 2 } | ConvertTo-Csv -Delimiter ";" -NoHeader', '"1";"2"'],
  ],
  'ConvertFrom-Csv': [
    ['(\'A,B\', \'1,"x""y"\' | ConvertFrom-Csv).B', 'x"y'],
    ["('1;2' | ConvertFrom-Csv -Delimiter ';' -Header P, Q).Q", '2'],
    ['("A`n`"two`nlines`"" | ConvertFrom-Csv).A.Length', '9'],
  ],
  'Select-String': [
    ["'one', 'two', 'three' | Select-String t | ForEach-Object Line", 'two', 'three'],
    ["('a1b22' | Select-String '\\d+' -AllMatches).Matches.Value -join ' '", '1 22'],
    ["'one' | Select-String -NotMatch x -Quiet", 'true'],
    ["'A.b' | Select-String -SimpleMatch '.B' | ForEach-Object { $_.Matches.Count }", '0'],
    ["('a', 'b', 'c' | Select-String b -Context 1).Context.PostContext", 'c'],
  ],
  'ConvertTo-Html': [
    [
      "[pscustomobject]@{ A = '<x>' } | ConvertTo-Html -Fragment",
      '<table>',
      '<colgroup><col/></colgroup>',
      '<tr><th>A</th></tr>',
      '<tr><td>&lt;x&gt;</td></tr>',
      '</table>',
    ],
    [
      '1..2 | ForEach-Object { [pscustomobject]@{ A = $_ } } | ConvertTo-Html -Fragment -As List',
      '<table>',
      '<tr><td>A:</td><td>1</td></tr>',
      '<tr><td><hr></td></tr>',
      '<tr><td>A:</td><td>2</td></tr>',
      '</table>',
    ],
    [
      "(ConvertTo-Html -Title T -Charset utf-8 -InputObject 1)[3, 4] -join ''",
      '<meta charset="utf-8"><title>T</title>',
    ],
  ],
  'Format-Hex': [["(Format-Hex -InputObject 'ab' | Select-Object -First 1).HexBytes.Trim()", '61 62']],
};

casesOf(cases);

describe('CSV files', () => {
  it('are written and read again', async () => {
    const script =
      '1..2 | ForEach-Object { [pscustomobject]@{ N = $_ } } | Export-Csv /a.csv; (Import-Csv /a.csv).N; [pscustomobject]@{ N = 3 } | Export-Csv /a.csv -Append; (Get-Content /a.csv).Count';
    expect(await runScript(script)).toEqual(['1', '2', '4']);
  });
});
