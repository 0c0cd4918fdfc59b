import { describe, expect, test } from 'vitest';
import { createEngine, memoryFs } from '../../../src/index.ts';

const files = {
  '/m/counter.psm1':
    '$script:n = 0\nfunction Step-Counter { $script:n++; $script:n }\nfunction hidden { 1 }\nExport-ModuleMember -Function Step-*',
  '/m/Auto/Auto.psm1': 'function Get-Auto { "auto $PSScriptRoot" }',
  '/m/Full/Full.psd1':
    "@{ RootModule = 'code.psm1'; ModuleVersion = '1.2'; FunctionsToExport = 'Get-F*'; RequiredModules = 'Auto' }",
  '/m/Full/code.psm1':
    'function Get-Full { "full" }; function Set-Full { 1 }; $ExecutionContext.SessionState.Module.OnRemove = { $global:gone = 1 }',
};

async function lines(script: string): Promise<string[]> {
  const engine = await createEngine({ fs: memoryFs(files), location: '/', env: { PSModulePath: '/m' } });
  const { output, errors } = await engine.run(script);
  return [...output.map(String), ...errors.map((error) => `error ${error.id}`)];
}

test.each([
  ['Import-Module /m/counter.psm1; Step-Counter; Step-Counter; hidden', ['1', '2', 'error CommandNotFoundException']],
  [
    'Import-Module /m/counter.psm1 -Prefix My; Step-MyCounter; (Get-Module counter).ExportedFunctions.Keys',
    ['1', 'Step-Counter'],
  ],
  ['Import-Module /m/counter.psm1; $null = Step-Counter; Import-Module /m/counter.psm1 -Force; Step-Counter', ['1']],
  ['Get-Auto; (Get-Module).Name', ['auto /m/Auto', 'Auto']],
  [
    'Import-Module Full; Get-Full; "$((Get-Module Full).Version)"; Set-Full',
    ['full', '1.2', 'error CommandNotFoundException'],
  ],
  [
    'Import-Module Full; Remove-Module Full; $gone; Get-Command Get-Full -ListImported',
    ['1', 'error CommandNotFoundException,Microsoft.PowerShell.Commands.GetCommandCommand'],
  ],
  ['counter\\Step-Counter', ['error CouldNotAutoLoadModule']],
  ['Import-Module Nope', ['error Modules_ModuleNotFound,Microsoft.PowerShell.Commands.ImportModuleCommand']],
  [
    "$o = New-Module -AsCustomObject { $Name = 'n'; function Hi { \"hi $Name\" }; Export-ModuleMember -Variable Name -Function Hi }; $o.Hi(); $o.Name = 'x'; $o.Hi()",
    ['hi n', 'hi x'],
  ],
  ['$m = Import-Module /m/counter.psm1 -PassThru; & $m { hidden }', ['1']],
  ['(Get-Module -ListAvailable).Name | Sort-Object', ['Auto', 'Full']],
])('%s', async (script, expected) => {
  expect(await lines(script)).toEqual(expected);
});

describe('Get-Module -ListAvailable', () => {
  const tree = {
    '/p/Foo/1.1/Foo.psd1': "@{ ModuleVersion = '1.1' }",
    '/p/Foo/1.1/Foo.psm1': '',
    '/p/Foo/2.0/Foo.psd1': "@{ ModuleVersion = '2.0'; CompatiblePSEditions = 'Core', 'Desktop' }",
    '/p/Bar/Bar.psm1': 'function Get-Bar { }',
    '/p/Bar/More/More.psm1': '',
    '/p/Bar/More/Bar.psm1': '',
  };
  const listed = async (how: string) => {
    const engine = await createEngine({ fs: memoryFs(tree), location: '/p', env: { PSModulePath: '/p' } });
    const { output } = await engine.run(
      `Get-Module -ListAvailable ${how} | ForEach-Object { "$($_.Path) $($_.Version)" }`,
    );
    return output.map((line) => String(line).replace('/p/', '')).sort();
  };

  test.each([
    ['', ['Bar/Bar.psm1 0.0', 'Foo/1.1/Foo.psd1 1.1', 'Foo/2.0/Foo.psd1 2.0']],
    ['f*', ['Foo/1.1/Foo.psd1 1.1', 'Foo/2.0/Foo.psd1 2.0']],
    ['bar -All', ['Bar/Bar.psm1 0.0', 'Bar/More/Bar.psm1 0.0']],
    [
      'm*, foo -All',
      ['Bar/More/More.psm1 0.0', 'Foo/1.1/Foo.psd1 1.1', 'Foo/1.1/Foo.psm1 0.0', 'Foo/2.0/Foo.psd1 2.0'],
    ],
    ['/p/*', ['Bar/Bar.psm1 0.0', 'Foo/1.1/Foo.psd1 1.1', 'Foo/2.0/Foo.psd1 2.0']],
    ['./Bar -All', ['Bar/Bar.psm1 0.0', 'Bar/More/Bar.psm1 0.0']],
    ['/p/Foo', ['Foo/1.1/Foo.psd1 1.1', 'Foo/2.0/Foo.psd1 2.0']],
    ["-FullyQualifiedName @{ ModuleName = '/p/Foo'; MaximumVersion = '1.5' }", ['Foo/1.1/Foo.psd1 1.1']],
    ["-FullyQualifiedName @{ ModuleName = 'foo'; RequiredVersion = '2.0' }", ['Foo/2.0/Foo.psd1 2.0']],
    ['-PSEdition Core', ['Foo/2.0/Foo.psd1 2.0']],
  ])('%s', async (how, expected) => {
    expect(await listed(how)).toEqual(expected);
  });
});
