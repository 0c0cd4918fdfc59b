import { casesOf } from '../cases-of.ts';

const id = "$_.FullyQualifiedErrorId -replace ',.*'";

casesOf(
  {
    'New-Item and Remove-Item': [
      [
        "$null = New-Item /n/a.txt -Value 'x' -Force; Get-Content /n/a.txt; (New-Item /n/sub -ItemType Directory).PSIsContainer",
        'x',
        'true',
      ],
      [
        `try { New-Item /d/a.txt -ErrorAction Stop } catch { ${id} }; $null = New-Item /d/a.txt -Force; (Get-Item /d/a.txt).Length -eq 0`,
        'NewItemIOError',
        'true',
      ],
      [
        'Remove-Item /d/*.txt -Exclude b*; (Get-ChildItem /d).Name; Remove-Item /d -Recurse; Test-Path /d',
        'sub',
        'b.txt',
        'false',
      ],
      [
        `try { Remove-Item /nope -ErrorAction Stop } catch { ${id} }; Remove-Item /d/a.txt -WhatIf; Test-Path /d/a.txt`,
        'PathNotFound',
        'true',
      ],
    ],
    'Copy-Item, Move-Item, Rename-Item': [
      [
        'Copy-Item /d/a.txt /d/c.txt; Get-Content /d/c.txt; Copy-Item /d /e -Recurse; (Get-ChildItem /e -Recurse -File).Name',
        'a',
        'a.txt',
        'b.txt',
        'c.txt',
        's.txt',
      ],
      ['Move-Item /d/a.txt /d/sub; Test-Path /d/a.txt; Get-Content /d/sub/a.txt', 'false', 'a'],
      [
        'Rename-Item /d/a.txt z.txt; (Get-ChildItem /d -File).Name; (Rename-Item /d/z.txt y.txt -PassThru).Name',
        'b.txt',
        'z.txt',
        'y.txt',
      ],
    ],
    'Get-ChildItem': [
      [
        '(Get-ChildItem /d -Recurse -Filter *.txt).Name; (Get-ChildItem /d -Directory).Name; (Get-ChildItem /d/*.txt -Name)',
        'a.txt',
        'b.txt',
        's.txt',
        'sub',
        'a.txt',
        'b.txt',
      ],
      [
        '(Get-ChildItem /d -Recurse -Depth 0 -Include b*).Name; @(Get-ChildItem /d -Exclude *.txt).Name',
        'b.txt',
        'sub',
      ],
    ],
    Content: [
      [
        "Set-Content /d/l.txt 1, 2; Add-Content /d/l.txt 3; (Get-Content /d/l.txt) -join ','; Get-Content /d/l.txt -Tail 1; Get-Content /d/l.txt -TotalCount 1; (Get-Content /d/l.txt -Raw).Length",
        '1,2,3',
        '3',
        '1',
        '6',
      ],
      ['Clear-Content /d/a.txt; @(Get-Content /d/a.txt).Count; Test-Path /d/a.txt', '0', 'true'],
    ],
    Paths: [
      [
        'Join-Path /a b c; Split-Path /a/b.txt; Split-Path /a/b.txt -Leaf; Split-Path /a/b.txt -Extension; Split-Path /a/b.txt -LeafBase',
        '/a/b/c',
        '/a',
        'b.txt',
        '.txt',
        'b',
      ],
      [
        'Set-Location /d; (Resolve-Path a.txt).Path; Resolve-Path sub/s.txt -Relative; Convert-Path ./sub; Test-Path a.txt -PathType Container',
        '/d/a.txt',
        './sub/s.txt',
        '/d/sub',
        'false',
      ],
      ['Set-Location /d; Push-Location sub; $PWD.Path; Pop-Location; $PWD.Path', '/d/sub', '/d'],
    ],
    'Other stores': [
      ["$env:NEW = 'v'; (Get-Item env:NEW).Value; Remove-Item env:NEW; Test-Path env:NEW", 'v', 'false'],
      [
        "Set-Item function:hello { 'hi' }; hello; Set-Item alias:h2 hello; h2; Set-Item variable:v 5; $v",
        'hi',
        'hi',
        '5',
      ],
    ],
  },
  { '/d/a.txt': 'a', '/d/b.txt': 'b', '/d/sub/s.txt': 's' },
);
