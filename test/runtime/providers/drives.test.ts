import { casesOf } from '../cmdlets/cases-of.ts';

const id = "$error[0].FullyQualifiedErrorId -replace ',.*'";

casesOf(
  {
    'Get-PSDrive': [
      [
        `Get-PSDrive nope -ErrorAction Ignore; try { Get-PSDrive nope -ErrorAction Stop } catch { $_.FullyQualifiedErrorId -replace ',.*' }`,
        'GetLocationNoMatchingDrive',
      ],
      [`Get-PSDrive nope -Scope Global 2>$null; ${id}`, 'GetDriveNoMatchingDrive'],
      [
        '$null -eq (Get-PSDrive Env).Used; (Get-PSDrive Env).Provider.VolumeSeparatedByColon; (Get-PSDrive /).VolumeSeparatedByColon',
        'true',
        'true',
        'false',
      ],
      [
        '$p = (Get-PSDrive Alias).Provider; $p.ItemSeparator; $p.AltItemSeparator; $p.ItemSeparator.GetType().Name',
        '/',
        '\\',
        'Char',
      ],
    ],
    'New-PSDrive': [
      [
        "$d = New-PSDrive t FileSystem /d; 'a' > t:/q.txt; Get-Content /d/q.txt; Set-Location t:/; $PWD.Path; $d.Root",
        'a',
        't:/',
        '/d',
      ],
      ['New-PSDrive t FileSystem /nope 2>$null; $error[0].CategoryInfo.Category', 'ReadError'],
    ],
    'Remove-PSDrive': [['$null = New-PSDrive t FileSystem /d; Remove-PSDrive t; Test-Path t:/', 'false']],
    'Test-Path -IsValid': [
      ['Test-Path nope:/x -IsValid; Test-Path /x/y -IsValid; Test-Path "a`0b" -IsValid', 'false', 'true', 'false'],
    ],
  },
  { '/d/.keep': '' },
);
