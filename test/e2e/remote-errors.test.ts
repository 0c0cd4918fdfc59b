import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateSshKeys } from '../../src/remoting/transport/ssh-keys.ts';
import { listenSsh, type RunningSshServer } from '../../src/remoting/transport/ssh-server.ts';
import { run } from './run-nacre.ts';

const home = mkdtempSync(join(tmpdir(), 'nacre-e2e-ssh-'));
const key = generateSshKeys();
const stranger = generateSshKeys();
let server: RunningSshServer;

beforeAll(async () => {
  const hostKey = generateSshKeys();
  server = await listenSsh({
    hostKeys: [hostKey.private],
    authorizedKeys: [key.public],
    password: (userName, password) => userName === 'ann' && password === 'open sesame',
    subsystems: {},
  });
  mkdirSync(join(home, '.ssh'));
  writeFileSync(join(home, '.ssh/config'), 'StrictHostKeyChecking accept-new\n');
  writeFileSync(join(home, 'key'), key.private, { mode: 0o600 });
  writeFileSync(join(home, 'stranger'), stranger.private, { mode: 0o600 });
});
afterAll(async () => {
  await server.close();
  rmSync(home, { recursive: true });
});

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as { port: number };
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const connect = (target: string, keyName: string) =>
  run(
    [
      '-c',
      `$o = @{ StrictHostKeyChecking = 'no'; UserKnownHostsFile = '/dev/null' }; try { $s = New-PSSession -HostName ${target} -KeyFilePath ${join(home, keyName)} -Options $o -ErrorAction Stop; 'connected' } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }`,
    ],
    { env: { HOME: home, SSH_AUTH_SOCK: '' } },
  );

describe('what a failing connection says', () => {
  it.each<[string, () => Promise<string>, string, string]>([
    ['an unknown host', async () => 'no-such-host.invalid', 'key', 'no-such-host.invalid'],
    ['a closed port', async () => `127.0.0.1:${await freePort()}`, 'key', '127.0.0.1'],
    ['a refused key', async () => `me@127.0.0.1:${server.port}`, 'stranger', 'me'],
    ['a missing subsystem', async () => `me@127.0.0.1:${server.port}`, 'key', 'powershell'],
  ])('%s', async (_name, target, keyName, named) => {
    const { out, err, code } = await connect(await target(), keyName);
    const [id = '', message = ''] = out.split('\n');
    expect({ id: /^(-?\d+,)?PSSessionOpenFailed$/.test(id), err, code }).toEqual({
      id: true,
      err: '',
      code: 0,
    });
    expect(message).toContain(named);
  });
});

describe('a password from -Credential', () => {
  const logIn = (password: string) =>
    run(
      [
        '-c',
        `$c = [pscredential]::new('ann', (ConvertTo-SecureString '${password}' -AsPlainText -Force)); try { New-PSSession -ComputerName 127.0.0.1 -Port ${server.port} -Credential $c -ErrorAction Stop } catch { $_.FullyQualifiedErrorId; $_.Exception.Message }`,
      ],
      { env: { HOME: home, SSH_AUTH_SOCK: '' } },
    );

  it.each<[string, string, RegExp]>([
    // this server has no PowerShell to start: being told so is being logged in
    ['that is right logs in', 'open sesame', /subsystem/],
    ['that is wrong is refused', 'guess', /ann.*127\.0\.0\.1|127\.0\.0\.1.*ann/],
  ])('%s', async (_name, password, said) => {
    const { out, err, code } = await logIn(password);
    const [id = '', message = ''] = out.split('\n');
    expect({ id: /^(-?\d+,)?PSSessionOpenFailed$/.test(id), err, code }).toEqual({ id: true, err: '', code: 0 });
    expect(message).toMatch(said);
  });
});
