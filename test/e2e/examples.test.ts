import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root, run } from './run-nacre.ts';

const node = (file: string) => spawnSync(process.execPath, [join(root, 'examples', file)], { encoding: 'utf8' });

describe('the examples', () => {
  it('walk through about_Remote with two servers and leave nothing behind', () => {
    const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('nacre-about-remote-')).length;
    const before = left();
    const { status, stdout, stderr } = node('about-remote.mjs');
    expect({ status, stderr, left: left() - before }).toEqual({ status: 0, stderr: '', left: 0 });
    for (const line of [
      'Server01 holds',
      'Server02 holds',
      'localhost: process',
      'Server02: process',
      '0 sessions left',
    ])
      expect(stdout).toContain(line);
    expect(stdout).toContain('PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand on Server01');
    expect(stdout.match(/about_Remote runs here/g)).toHaveLength(2);
  });

  it('embed an engine', () => {
    expect(node('embed.mjs')).toMatchObject({ status: 0, stderr: '' });
  });

  it('run as a script', async () => {
    const { code, out } = await run([join(root, 'examples/sample.ps1'), 'here']);
    expect({ code, out }).toEqual({ code: 0, out: 'here runs here, with files to look at\n' });
  });
});
