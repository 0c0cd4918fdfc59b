import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = import.meta.dirname;
const built = join(folder, 'peer', 'bin', 'Release', 'net10.0', 'peer.dll');

/** Whether a program can be started. */
function has(program: string, ...args: string[]): boolean {
  return spawnSync(program, args, { stdio: 'ignore' }).error === undefined;
}

/** The real engine's peer program, built on first need; undefined (with the reason) where that cannot be. */
function findPeer(): { readonly path?: string; readonly reason?: string } {
  const given = process.env['NACRE_PEER'];
  if (given && existsSync(given)) return { path: given };
  if (!has('dotnet', '--version')) return { reason: 'the .NET SDK (dotnet) is not here' };
  if (!existsSync(built)) {
    const build = spawnSync('dotnet', ['build', '-c', 'Release', join(folder, 'peer')], {
      encoding: 'utf8',
      timeout: 240_000,
    });
    if (build.status !== 0 || !existsSync(built))
      return { reason: `the peer could not be built: ${build.stdout?.slice(-300)}` };
  }
  return { path: built };
}

/** Path of the peer program and, where there is none, why. */
export const peer = findPeer();

/** Why no stock SSH server can be started; undefined where one can. */
export const noSshd: string | undefined =
  existsSync('/usr/sbin/sshd') || has('sshd', '-V')
    ? has('ssh-keygen', '-?')
      ? undefined
      : 'ssh-keygen is not here'
    : 'sshd (openssh-server) is not here';

const root = join(folder, '..', '..');
/** The project's own Node, which runs TypeScript; the one that runs the tests may be older. */
const packaged = join(root, 'node_modules', 'node', 'bin', 'node');
const node = existsSync(packaged) ? packaged : process.execPath;

/** The command that serves a session of ours on the standard streams. */
export const ourServer = `${node} ${join(root, 'src', 'cli.ts')} -sshs`;

/** The command that serves a session of the real engine. */
export const realServer = `dotnet ${peer.path ?? ''} serve`;

/** A private OpenSSH server whose subsystem is a command. */
export interface StockSshd {
  readonly port: number;
  readonly user: string;
  readonly keyFile: string;
  readonly knownHosts: string;
  stop(): void;
}

/** Starts one on a free port of the loopback interface; its files live in a folder of their own. */
export async function startSshd(command: string): Promise<StockSshd> {
  const dir = mkdtempSync(join(tmpdir(), 'nacre-sshd-'));
  const port = await freePort();
  execFileSync('bash', [join(folder, 'sshd.sh'), 'start', dir, String(port), command], { stdio: 'ignore' });
  return {
    port,
    user: execFileSync('id', ['-un'], { encoding: 'utf8' }).trim(),
    keyFile: join(dir, 'client'),
    knownHosts: join(dir, 'known_hosts'),
    stop() {
      execFileSync('bash', [join(folder, 'sshd.sh'), 'stop', dir], { stdio: 'ignore' });
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** What the real client reports, one object a line; see peer/README.md. */
export type PeerReport = Readonly<Record<string, unknown>>;

/** Lets the real engine's client run scripts in one session, one after the other. */
export async function realClient(
  at: { port: number; user: string; keyFile: string; knownHosts: string },
  scripts: readonly string[],
): Promise<PeerReport[]> {
  const dir = mkdtempSync(join(tmpdir(), 'nacre-peer-'));
  const files = scripts.map((script, i) => {
    const file = join(dir, `${i}.ps1`);
    writeFileSync(file, script);
    return file;
  });
  const options = ['-o', `UserKnownHostsFile=${at.knownHosts}`, '-o', 'StrictHostKeyChecking=yes', '-timeout', '60000'];
  const child = spawn('dotnet', [
    peer.path ?? '',
    'client',
    ...options,
    'localhost',
    String(at.port),
    at.user,
    at.keyFile,
    ...files,
  ]);
  let text = '';
  child.stdout.on('data', (bytes: Buffer) => {
    text += bytes.toString();
  });
  await new Promise((resolve) => child.once('close', resolve));
  rmSync(dir, { recursive: true, force: true });
  return text
    .trim()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as PeerReport);
}
