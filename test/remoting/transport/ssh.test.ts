import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectSsh } from '../../../src/remoting/transport/ssh-client-transport.ts';
import { generateSshKeys } from '../../../src/remoting/transport/ssh-keys.ts';
import { listenSsh, type RunningSshServer } from '../../../src/remoting/transport/ssh-server.ts';
import type { SshTarget } from '../../../src/remoting/transport/ssh-settings.ts';
import type { Transport } from '../../../src/remoting/transport/transport.ts';
import { TransportError, type TransportErrorKind } from '../../../src/remoting/transport/transport-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'ssh-transport-'));
const host = generateSshKeys();
const client = generateSshKeys();
const stranger = generateSshKeys();
const keyFile = join(folder, 'key');
const known = join(folder, 'known_hosts');
let server: RunningSshServer;

/** Sends everything back. */
function echo(transport: Transport): void {
  transport.onData((bytes) => void transport.send(bytes));
  transport.onEnd(() => transport.close());
}

const target = (more: Partial<SshTarget> = {}): SshTarget => ({
  host: '127.0.0.1',
  port: server.port,
  userName: 'ops',
  keyFile,
  configFiles: [],
  connectTimeout: 5000,
  options: { UserKnownHostsFile: known, GlobalKnownHostsFile: 'none', IdentityAgent: 'none', BatchMode: 'yes' },
  ...more,
});

const withOptions = (options: Record<string, string>): Partial<SshTarget> => ({
  options: { ...target().options, ...options },
});

async function failure(more: Partial<SshTarget>): Promise<[TransportErrorKind, string]> {
  const error = await connectSsh(target(more)).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof TransportError)) throw new Error(`no transport error: ${String(error)}`);
  return [error.kind, error.message];
}

beforeAll(async () => {
  writeFileSync(keyFile, client.private, { mode: 0o600 });
  server = await listenSsh({
    hostKeys: [host.private],
    authorizedKeys: [client.public],
    password: (user, password) => user === 'ops' && password === 'secret',
    subsystems: { powershell: echo },
  });
  const [type, key] = host.public.split(' ');
  writeFileSync(known, `[127.0.0.1]:${server.port} ${type} ${key}\n`);
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('an SSH subsystem', () => {
  it('carries bytes both ways and ends on both sides', async () => {
    const { transport, settings } = await connectSsh(target());
    const received: Buffer[] = [];
    const all = new Promise<void>((resolve) => {
      transport.onData((bytes) => {
        received.push(Buffer.from(bytes));
        if (received.reduce((sum, part) => sum + part.length, 0) === 300_000) resolve();
      });
    });
    const ended = new Promise<Error | undefined>((resolve) => transport.onEnd(resolve));
    for (let i = 0; i < 3; i++) await transport.send(Buffer.alloc(100_000, i));
    await all;
    expect(Buffer.concat(received).subarray(199_998, 200_002)).toEqual(Buffer.from([1, 1, 2, 2]));
    transport.close();
    expect(await ended).toBeUndefined();
    expect(settings.userName).toBe('ops');
  });

  it('takes a password where no key does', async () => {
    const { transport } = await connectSsh(target({ keyFile: undefined, password: 'secret' }));
    transport.close();
  });

  it('remembers the key of a new host', async () => {
    const file = join(folder, 'new', 'known_hosts');
    const { transport } = await connectSsh(
      target(withOptions({ UserKnownHostsFile: file, StrictHostKeyChecking: 'accept-new' })),
    );
    transport.close();
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(known, 'utf8'));
  });
});

describe('what can go wrong is told apart', () => {
  it('a host that is not known', async () => {
    const [kind, text] = await failure(withOptions({ UserKnownHostsFile: join(folder, 'nothing') }));
    expect([kind, text]).toEqual(['host-key', expect.stringContaining('SHA256:')]);
  });

  it('a host with another key', async () => {
    const file = join(folder, 'other');
    const [type, key] = stranger.public.split(' ');
    writeFileSync(file, `[127.0.0.1]:${server.port} ${type} ${key}\n`);
    const [kind, text] = await failure(withOptions({ UserKnownHostsFile: file, StrictHostKeyChecking: 'accept-new' }));
    expect([kind, text]).toEqual(['host-key', expect.stringContaining('another key')]);
  });

  it('a key that is refused', async () => {
    const file = join(folder, 'stranger');
    writeFileSync(file, stranger.private, { mode: 0o600 });
    const [kind, text] = await failure({ keyFile: file });
    expect([kind, text]).toEqual(['authentication', expect.stringContaining(`key ${file}`)]);
  });

  it('a wrong password', async () => {
    expect((await failure({ keyFile: undefined, password: 'wrong' }))[0]).toBe('authentication');
  });

  it('a subsystem that is not there', async () => {
    const [kind, text] = await failure({ subsystem: 'nothing' });
    expect([kind, text]).toEqual(['subsystem', expect.stringContaining('Subsystem nothing')]);
  });

  it('a port where nobody listens', async () => {
    expect((await failure({ port: 1 }))[0]).toBe('refused');
  });

  it('a host that does not exist', async () => {
    expect((await failure({ host: 'no-such-host.invalid' }))[0]).toBe('unknown-host');
  });

  it('a server that says nothing', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const address = silent.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const [kind, text] = await failure({ port, connectTimeout: 300 });
    silent.close();
    expect([kind, text]).toEqual(['timeout', expect.stringContaining('0.3 s')]);
  });
});
