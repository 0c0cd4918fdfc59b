import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RemotingEngine } from './remoting-engine.ts';

const engine = new RemotingEngine();
const here = mkdtempSync(join(tmpdir(), 'nacre-copy-'));
const far = join(here, 'far');
const big = Uint8Array.from({ length: 3_000_001 }, (_, i) => (i * 7) & 255);

beforeAll(async () => {
  mkdirSync(far);
  mkdirSync(join(here, 'tree/sub'), { recursive: true });
  writeFileSync(join(here, 'tree/x.txt'), 'x');
  writeFileSync(join(here, 'tree/sub/y.log'), '');
  writeFileSync(join(here, 'big'), big);
  utimesSync(join(here, 'big'), 1_500_000_000, 1_500_000_000);
  await engine.run(`$s = New-PSSession .; Set-Location '${here}'; $far = '${far}'`);
});
afterAll(async () => {
  await engine.run('Remove-PSSession $s; Set-Location /');
  rmSync(here, { recursive: true });
});

it('copies a file there and back with its bytes and its time', async () => {
  const { errors } = await engine.run(
    'Copy-Item big $far/other -ToSession $s; Copy-Item $far/other back -FromSession $s',
  );
  expect(errors).toEqual([]);
  for (const name of ['far/other', 'back']) {
    expect(Buffer.from(big).equals(readFileSync(join(here, name)))).toBe(true);
    expect(statSync(join(here, name)).mtimeMs).toBeCloseTo(1_500_000_000_000, 1);
  }
});

it('copies folders into folders that are there, with -Recurse what is in them', async () => {
  const names = '(Get-ChildItem $far/tree, there -Recurse -File).Name';
  const { output, errors } = await engine.run(
    `Copy-Item tree $far -ToSession $s -Recurse; Copy-Item $far/tree there -FromSession $s -Recurse; ${names}`,
  );
  expect({ output, errors }).toEqual({ output: ['x.txt', 'y.log', 'x.txt', 'y.log'], errors: [] });
});

it('expands wildcards of the far side and passes on what it made', async () => {
  const { output } = await engine.run('(Copy-Item $far/tree/*.txt, $far/tree/s* . -FromSession $s -PassThru).Name');
  expect(output).toEqual(['x.txt', 'sub']);
});

it.each([
  ['a path that is not absolute', 'Copy-Item big rel -ToSession $s', 'RemotePathIsNotAbsolute'],
  ['no destination', 'Copy-Item big -ToSession $s', 'CopyItemRemoteDestinationIsNullOrEmpty'],
  ['two sessions', 'Copy-Item big $far -ToSession $s -FromSession $s', 'InvalidInput'],
  ['nothing there', 'Copy-Item $far/nope . -FromSession $s', 'RemotePathNotFound'],
  ['nothing here', 'Copy-Item nope $far -ToSession $s', 'PathNotFound'],
  ['no folder there', 'Copy-Item big /no/such/folder/f -ToSession $s', 'RemotePathNotFound'],
  ['a folder onto a file', 'Copy-Item tree $far/other -ToSession $s', 'CopyError'],
  ['a folder that is there', 'Copy-Item tree $far -ToSession $s', 'DirectoryExist'],
])('reports %s', async (_name, script, id) => {
  expect((await engine.run(script)).errors).toEqual([`${id},Microsoft.PowerShell.Commands.CopyItemCommand`]);
});
