// Starts two computers, as far as SSH can tell, and walks through about_Remote with them:
// two servers of ours on loopback ports, with fresh keys in a temporary folder, named by an ssh_config in it.
// Whatever it made is gone when it ends. The walk itself is examples/about-remote.ps1.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { generateSshKeys } from 'nacre/remoting';

const here = import.meta.dirname;
const names = ['Server01', 'Server02'];
const home = mkdtempSync(join(tmpdir(), 'nacre-about-remote-'));
const ssh = join(home, '.ssh');
mkdirSync(ssh, { mode: 0o700 });
const peers = [];
let exitCode = 1;
try {
  const user = generateSshKeys();
  writeFileSync(join(ssh, 'id_ed25519'), user.private, { mode: 0o600 });
  for (const name of names) peers.push(await startPeer(name, user.public));
  writeFileSync(join(ssh, 'config'), peers.map(configOf).join('\n'), { mode: 0o600 });
  writeFileSync(join(ssh, 'known_hosts'), peers.map((peer) => `[127.0.0.1]:${peer.port} ${peer.key}\n`).join(''));
  exitCode = await run(process.argv[2] ?? join(here, 'about-remote.ps1'));
} finally {
  for (const peer of peers) peer.process.stdin.end();
  await Promise.all(peers.map((peer) => peer.ended));
  rmSync(home, { recursive: true, force: true });
}
process.exitCode = exitCode;

/** Starts a server with a host key of its own that lets one user key in. */
async function startPeer(name, authorizedKey) {
  const folder = join(home, name);
  const hostKey = generateSshKeys();
  mkdirSync(folder, { mode: 0o700 });
  writeFileSync(join(folder, 'host_key'), hostKey.private, { mode: 0o600 });
  writeFileSync(join(folder, 'authorized_keys'), `${authorizedKey}\n`);
  const child = spawn(process.execPath, [join(here, 'ssh-peer.mjs'), folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const first = await Promise.race([once(lines, 'line'), ended.then(() => undefined)]);
  if (!first) throw new Error(`${name} did not start`);
  return { name, port: Number(first[0]), key: hostKey.public, process: child, ended };
}

function configOf({ name, port }) {
  return [
    `Host ${name}`,
    '  HostName 127.0.0.1',
    `  Port ${port}`,
    `  User ${userInfo().username}`,
    `  IdentityFile ${join(ssh, 'id_ed25519')}`,
    '  IdentitiesOnly yes',
    '  StrictHostKeyChecking yes',
    '',
  ].join('\n');
}

/** Runs a script with the temporary folder as its home, so that it finds the config, and gives its exit code. */
async function run(script) {
  const nacre = spawn(process.execPath, [join(here, '..', 'bin', 'nacre.cjs'), '-NoProfile', script], {
    env: { ...process.env, HOME: home, SSH_AUTH_SOCK: '' },
    stdio: 'inherit',
  });
  const [code] = await once(nacre, 'exit');
  return code ?? 1;
}
