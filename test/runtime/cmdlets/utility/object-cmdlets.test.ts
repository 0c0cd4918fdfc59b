import { type Case, casesOf } from '../cases-of.ts';

const people = `$people = 'ann 30', 'Bob 25', 'cy 30' | ForEach-Object { $n, $a = -split $_; [pscustomobject]@{ Name = $n; Age = [int]$a } };`;

const notMeasured = 'error GenericMeasurePropertyNotFound,Microsoft.PowerShell.Commands.MeasureObjectCommand';

const cases: Readonly<Record<string, readonly Case[]>> = {
  'Select-Object': [
    ['1..9 | Select-Object -First 2', '1', '2'],
    ['1..9 | Select-Object -Last 2', '8', '9'],
    ['1..9 | Select-Object -Skip 7', '8', '9'],
    ['1..9 | Select-Object -SkipLast 7', '1', '2'],
    ['1..9 | Select-Object -Skip 2 -First 1', '3'],
    ['1..9 | Select-Object -Index 0, 8', '1', '9'],
    ['1..4 | Select-Object -SkipIndex 0, 1', '3', '4'],
    ["'a', 'A', 'b', 'a' | Select-Object -Unique", 'a', 'A', 'b'],
    [`${people} $people | Select-Object -ExpandProperty Name`, 'ann', 'Bob', 'cy'],
    [`${people} ($people | Select-Object Name, @{ n = 'Next'; e = { $_.Age + 1 } })[1].Next`, '26'],
    [`${people} ($people | Select-Object * -ExcludeProperty Age)[0].psobject.Properties.Name`, 'Name'],
    [
      '@{ a = 1 } | Select-Object -ExpandProperty nope',
      'error ExpandPropertyNotFound,Microsoft.PowerShell.Commands.SelectObjectCommand',
    ],
  ],
  'Sort-Object': [
    ['3, 1, 2 | Sort-Object', '1', '2', '3'],
    ['3, 1, 2 | Sort-Object -Descending', '3', '2', '1'],
    ["'b', 'A', 'a' | Sort-Object -CaseSensitive", 'a', 'A', 'b'],
    ["'b', 'a', 'B' | Sort-Object -Unique", 'a', 'b'],
    ['10, 9, 8 | Sort-Object -Top 2', '8', '9'],
    ["'10', '9' | Sort-Object { [int]$_ }", '9', '10'],
    [`${people} ($people | Sort-Object @{ e = 'Age'; Descending = $true }, Name).Name -join ' '`, 'ann cy Bob'],
  ],
  'Group-Object': [
    [`${people} ($people | Group-Object Age).Name -join ' '`, '25 30'],
    [`${people} ($people | Group-Object Age -AsHashTable)[30].Count`, '2'],
    ["('a', 'A', 'b' | Group-Object | ForEach-Object Count) -join ' '", '2 1'],
    ["('a', 'A' | Group-Object -CaseSensitive | ForEach-Object Count) -join ' '", '1 1'],
  ],
  'Measure-Object': [
    ['(1..4 | Measure-Object -Sum -Average).Average', '2.5'],
    ['(4, 1, 9 | Measure-Object -Minimum).Minimum', '1'],
    ["('one two', 'three' | Measure-Object -Word).Words", '3'],
    ['(2, 4, 4, 4, 5, 5, 7, 9 | Measure-Object -StandardDeviation).StandardDeviation -gt 2.13', 'true'],
    ["Set-StrictMode -Version 3; 'x' | Measure-Object -Property Nope", notMeasured],
  ],
  'Compare-Object': [
    ['(Compare-Object 1, 2 2, 3 | ForEach-Object { "$($_.InputObject)$($_.SideIndicator)" }) -join \' \'', '3=> 1<='],
    ['(Compare-Object 1, 2 2, 1).Count', '0'],
    ['(Compare-Object a A -CaseSensitive).Count', '2'],
    ['(Compare-Object 1, 2 2, 3 -IncludeEqual -ExcludeDifferent).InputObject', '2'],
  ],
  'Get-Unique': [['1, 1, 2, 1 | Get-Unique', '1', '2', '1']],
  'Join-String': [
    ["1..3 | Join-String -Separator '-'", '1-2-3'],
    ["'a', 'b' | Join-String -SingleQuote -Separator ', ' -OutputPrefix '(' -OutputSuffix ')'", "('a', 'b')"],
  ],
};

casesOf(cases);
