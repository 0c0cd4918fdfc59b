import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root, run } from './run-nacre.ts';

const dist = join(root, 'dist');
const blob = join(dist, 'nacre.blob');
const folder = mkdtempSync(join(tmpdir(), 'nacre-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function script(text: string): string {
  const file = join(folder, 'script.ps1');
  writeFileSync(file, text);
  return file;
}

/** Uses modules of many kinds that the core does not have: each line is what it prints. */
const beyond: readonly (readonly [string, string])[] = [
  ['@{ a = 1 } | ConvertTo-Json -Compress', '{"a":1}'],
  ['(\'<r><i n="1"/></r>\' -as [xml]).r.i.n', '1'],
  ["[System.Text.StringBuilder]::new('a').Append('b').ToString()", 'ab'],
  ['$s = [System.Text.StringBuilder]::new(); $s.GetType().FullName', 'System.Text.StringBuilder'],
  ["try { [int]::Parse('x') } catch { $_.Exception.InnerException.GetType().Name }", 'FormatException'],
  [
    "[System.Management.Automation.Language.Parser]::ParseInput('1', [ref]$null, [ref]$null).GetType().Name",
    'ScriptBlockAst',
  ],
  ["'b', 'a' | Sort-Object | Select-Object -First 1", 'a'],
  ['class P { [int] $N = 2 }; [P]::new().N', '2'],
  ['Invoke-Command -ComputerName localhost { 3 }', '3'],
  ["try { throw 'x' } catch { $_.InvocationInfo.GetType().Name }", 'InvocationInfo'],
  ["'aXb' -replace '(?<=a)X', '-'", 'a-b'],
  ['[System.Collections.Generic.Queue[int]]::new().GetType().Name', 'Queue`1'],
  ["[DayOfWeek] 'Monday' -as [int]", '1'],
];

describe('the start-up snapshot', () => {
  it.runIf(existsSync(blob))('is smaller than 6 MiB, since every start reads all of it', () => {
    expect(statSync(blob).size).toBeLessThan(6 * 2 ** 20);
  });

  it.runIf(existsSync(blob))('holds its source in one byte a character', () => {
    expect(/[^\0-\x7f]/.test(readFileSync(join(dist, 'cli.cjs'), 'utf8'))).toBe(false);
  });

  it('finds what is outside of it from any folder', () => {
    const started = (cwd: string, program: string) =>
      spawnSync(program, ['-NoProfile', '-WorkingDirectory', '/', '-Command', 'ConvertTo-Json 1'], {
        cwd,
        encoding: 'utf8',
      });
    expect(started(root, 'bin/nacre').stdout).toBe('1\n');
    expect(started(join(root, 'bin'), './nacre').stdout).toBe('1\n');
  });

  it('finds what is outside of it, with the snapshot and without', async () => {
    const file = script(beyond.map(([code]) => code).join('\n'));
    const expected = beyond.map(([, output]) => `${output}\n`).join('');
    expect(await run(['-File', file])).toEqual({ code: 0, out: expected, err: '' });
    const plain = spawnSync(process.execPath, [join(root, 'bin/nacre.cjs'), '-File', file], {
      encoding: 'utf8',
      env: { ...process.env, NACRE_HOME: root },
    });
    expect(plain.stdout).toBe(expected);
  });
});
