import { casesOf } from '../cmdlets/cases-of.ts';

const manifest = (version: string, more = ''): string => `@{ ModuleVersion = '${version}'; ${more} }`;
const id = "$_.FullyQualifiedErrorId -replace ',.*'";
const use = "$env:PSModulePath = '/m';";

casesOf(
  {
    'Get-Module -ListAvailable': [
      [
        `${use} Get-Module -ListAvailable | ForEach-Object { "$($_.Name) $($_.Version)" }`,
        'Bar 0.1',
        'Foo 2.0',
        'Foo 1.1',
      ],
      [
        `${use} (Get-Module -ListAvailable -All).Path`,
        '/m/Bar/Bar.psd1',
        '/m/Bar/Deep/Deep.psm1',
        '/m/Foo/1.1/Foo.psd1',
        '/m/Foo/2.0/Foo.psd1',
      ],
      [
        `${use} (Get-Module dee* -ListAvailable -All).Name; (Get-Module /m/Foo -ListAvailable).Count; @(Get-Module /m/* -ListAvailable).Count`,
        'Deep',
        '2',
        '3',
      ],
      [
        `${use} "$((Get-Module -FullyQualifiedName @{ ModuleName = 'foo'; MaximumVersion = '1.9' } -ListAvailable).Version)"; "$((Get-Module -FullyQualifiedName @{ ModuleName = '/m/Foo'; RequiredVersion = '2.0' } -ListAvailable).Version)"`,
        '1.1',
        '2.0',
      ],
      [`${use} (Get-Module -ListAvailable -PSEdition Desktop).Name`, 'Bar'],
    ],
    'Import-Module with versions': [
      [
        `${use} "$((Import-Module -FullyQualifiedName @{ ModuleName = '/m/Foo'; RequiredVersion = '1.1' } -PassThru).Version)"`,
        '1.1',
      ],
      [
        `${use} try { Import-Module Foo -MinimumVersion 3.0 -ErrorAction Stop } catch { ${id} }`,
        'Modules_ModuleWithVersionNotFound',
      ],
      [
        `try { Import-Module nope -RequiredVersion 3.0 -ErrorAction Stop } catch { ${id} }`,
        'Modules_ModuleWithVersionNotFound',
      ],
      [
        `try { Import-Module /m/Foo/2.0/Foo.psd1; Import-Module -FullyQualifiedName @{ ModuleName = '/m/Foo/2.0/Foo.psd1'; RequiredVersion = '1.0' } -ErrorAction Stop } catch { ${id} }`,
        'Modules_ModuleWithVersionNotFound',
      ],
      [`try { Import-Module Foo -MinimumVersion 3.0 -MaximumVersion 2.0 } catch { ${id} }`, 'ArgumentOutOfRange'],
    ],
    'Module specifications': [
      [
        "$t = 'Microsoft.PowerShell.Commands.ModuleSpecification' -as [type]; \"$($t::new('a'))\"; \"$($t::new(@{ ModuleName = 'a'; ModuleVersion = '1.0'; MaximumVersion = '2.*' }))\"",
        'a',
        "@{ ModuleName = 'a'; ModuleVersion = '1.0'; MaximumVersion = '2.*' }",
      ],
      [
        "$t = 'Microsoft.PowerShell.Commands.ModuleSpecification' -as [type]; foreach ($h in @{ ModuleVersion = '1.0' }, @{ ModuleName = 'a' }, @{ ModuleName = 'a'; Duck = 1 }, @{ ModuleName = 'a'; RequiredVersion = 'x' }) { try { $t::new($h) } catch { $_.Exception.InnerException.GetType().Name } }",
        'MissingMemberException',
        'MissingMemberException',
        'ArgumentException',
        'PSInvalidCastException',
      ],
    ],
  },
  {
    '/m/Foo/1.1/Foo.psd1': manifest('1.1'),
    '/m/Foo/2.0/Foo.psd1': manifest('2.0'),
    '/m/Bar/Bar.psd1': manifest('0.1', "CompatiblePSEditions = 'Desktop'"),
    '/m/Bar/Deep/Deep.psm1': '',
  },
);
