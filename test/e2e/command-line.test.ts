import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nacre, root, run } from './run-nacre.ts';

const folder = mkdtempSync(join(tmpdir(), 'nacre-e2e-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const encoded = Buffer.from('"encoded $(6 * 7)"', 'utf16le').toString('base64');
const withParameters = script(
  'p.ps1',
  'param([int]$N, [switch]$Twice) if ($Twice) { $N * 2 } else { $N }; $args.Count',
);

describe('the command line', () => {
  it.each<[string, string[], string, string?]>([
    ['a script with parameters', [withParameters, '-N', '4', '-Twice'], '8\n0\n'],
    ['-File', ['-File', withParameters, '5'], '5\n0\n'],
    ['-Command', ['-Command', '1..3 | % { $_ * 2 }'], '2\n4\n6\n'],
    ['a prefix of a switch', ['-c', '"short"'], 'short\n'],
    ['-Command -', ['-Command', '-'], '42\n', '6 * 7\n'],
    ['-EncodedCommand', ['-EncodedCommand', encoded], 'encoded 42\n'],
    ['-CommandWithArgs', ['-CommandWithArgs', '$args -join "+"', 'a', 'b'], 'a+b\n'],
    ['-WorkingDirectory', ['-WorkingDirectory', '/', '-c', '(Get-Location).Path'], '/\n'],
    ['standard input as $input', ['-c', '$input | % { "<$_>" }'], '<a>\n<b>\n', 'a\nb\n'],
    ['-Version', ['-Version'], `Nacre ${version}\n`],
  ])('%s', async (_name, args, out, input = '') => {
    expect(await run(args, { input })).toEqual({ code: 0, out, err: '' });
  });

  it.each<[string, string[], number]>([
    ['exit n', ['-c', 'exit 7'], 7],
    ['an uncaught error', ['-c', 'throw "no"'], 1],
    ['a script that ends after an error nobody threw', ['-File', script('e.ps1', 'Get-Item /no/such; "on"')], 0],
    ['a script that does not parse', ['-File', script('broken.ps1', 'if (')], 1],
    ['a script that is not there', ['-File', '/no/such.ps1'], 64],
    ['an unknown switch', ['-Nonsense'], 64],
  ])('exit code of %s', async (_name, args, code) => {
    expect((await run(args)).code).toBe(code);
  });

  it('says where a script does not parse', async () => {
    const { err } = await run(['-File', script('bad.ps1', '"fine"\nforeach ($x in 1..3 {\n')]);
    expect(err).toContain('bad.ps1:2');
  });

  it('writes text as it is made', async () => {
    const times: number[] = [];
    await run(['-c', '"first"; Start-Sleep -Milliseconds 700; "second"'], { onOutput: () => times.push(Date.now()) });
    expect(times.length).toBeGreaterThanOrEqual(2);
  });

  it('ends quietly when nobody reads any more', async () => {
    const child = spawn('sh', ['-c', `"${nacre}" -NoProfile -c '1..100000' | head -n 1; echo "$?"`]);
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    child.stderr.on('data', (data) => (text += data));
    await new Promise((resolve) => child.on('close', resolve));
    expect(text).toBe('1\n0\n');
  });

  it('stops at Ctrl+C, runs finally and exits with 130', async () => {
    let sent = false;
    const ended = await run(['-c', 'try { "started"; while ($true) { } } finally { "cleaned" }'], {
      onOutput: (text, kill) => {
        if (text.includes('started') && !sent) kill('SIGINT');
        sent = true;
      },
    });
    expect(ended).toMatchObject({ code: 130, out: 'started\ncleaned\n' });
  });

  it('goes 5,000 calls deep and reports more', async () => {
    const text =
      'function f($n) { if ($n) { f ($n - 1) } else { "deep" } }; f 4900; try { f 1e6 } catch { $_.FullyQualifiedErrorId }';
    expect((await run(['-c', text])).out).toBe('deep\nCallDepthOverflow\n');
  });
});
