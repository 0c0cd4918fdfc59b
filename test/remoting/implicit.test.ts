import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RemotingEngine } from './remoting-engine.ts';

const engine = new RemotingEngine();
const folder = mkdtempSync(join(tmpdir(), 'nacre-implicit-'));

beforeAll(() =>
  engine.run(`$s = New-PSSession .; Invoke-Command -Session $s {
    function Get-Far { param([string] $Name = 'nobody', [int] $Times = 1, [switch] $Loud) "hello $Name $Times $Loud" }
    function Get-Advanced { [CmdletBinding()] param([Parameter(Position = 0, ValueFromPipeline)] $In, [Alias('q')] [switch] $Quick) process { "$In $Quick" } }
    function Simple { "args: $args" }
    function Get-Broken { Write-Error 'bad' -ErrorId far }
    Set-Alias far Get-Far
  }`),
);
afterAll(async () => {
  await engine.run('Remove-PSSession $s');
  rmSync(folder, { recursive: true });
});

it.each<[string, string, string[]]>([
  [
    'takes parameters by name and place',
    '$m = Import-PSSession $s -CommandName Get-Far, far; Get-Far; Get-Far Ann -Times 2 -Loud; far Zed; Remove-Module $m',
    ['hello nobody 1 False', 'hello Ann 2 True', 'hello Zed 1 False'],
  ],
  [
    'takes input and aliases of parameters',
    '$m = Import-PSSession $s -CommandName Get-Advanced; 1, 2 | Get-Advanced -q; Get-Advanced x; Remove-Module $m',
    ['1 True', '2 True', 'x False'],
  ],
  ['takes free arguments', '$m = Import-PSSession $s -CommandName Simple; Simple a b; Remove-Module $m', ['args: a b']],
  [
    'runs as a job',
    '$m = Import-PSSession $s -CommandName Get-Far; Get-Far -AsJob | Receive-Job -Wait -AutoRemoveJob; Remove-Module $m',
    ['hello nobody 1 False'],
  ],
  [
    'puts a prefix before nouns',
    '$m = Import-PSSession $s -CommandName Get-Far -Prefix X; Get-XFar; Remove-Module $m; [bool](Get-Command Get-XFar -ErrorAction Ignore)',
    ['hello nobody 1 False', 'False'],
  ],
  [
    'takes commands that the stand-ins themselves use',
    '$m = Import-PSSession $s -CommandName Invoke-Command, Set-Alias, Get-PSSession -AllowClobber; (Get-PSSession).Count; Remove-Module $m',
    ['0'],
  ],
])('a stand-in %s', async (_name, script, expected) => {
  expect(await engine.run(script)).toMatchObject({ output: expected, errors: [] });
});

it.each([
  ['names that nothing has', 'Import-PSSession $s -CommandName Nope', 'ErrorNoResultsFromRemoteEnd'],
  ['only what is known here', 'Import-PSSession $s -CommandName Get-Date', 'ErrorNoCommandsImportedBecauseOfSkipping'],
])('refuses %s', async (_name, script, id) => {
  expect((await engine.run(script)).errors).toEqual([`${id},Microsoft.PowerShell.Commands.ImportPSSessionCommand`]);
});

it('passes errors on', async () => {
  const { errors } = await engine.run('$m = Import-PSSession $s -CommandName Get-Broken; Get-Broken; Remove-Module $m');
  expect(errors).toEqual(['far,Get-Broken']);
});

it('exports a module that opens a session by itself', async () => {
  const module = join(folder, 'Far');
  await engine.run(`Export-PSSession $s -CommandName Get-Date -AllowClobber -OutputModule ${module}`);
  expect(readdirSync(module).sort()).toEqual(['Far.format.ps1xml', 'Far.psd1', 'Far.psm1']);
  const other = new RemotingEngine();
  const { output } = await other.run(
    `Import-Module ${module} -Prefix Far; (Get-FarDate -Date 2020-01-02).Year; (Get-PSSession).Count; Get-PSSession | Remove-PSSession`,
  );
  expect(output).toEqual(['2020', '1']);
});
