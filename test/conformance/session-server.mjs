// An SSH server on a loopback port whose subsystem `powershell` is bin/nacre -sshs, a process for each session, as a stock
// sshd runs it. What the cases of the area remoting talk to.
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSshKeys } from 'nacre/remoting';
import ssh2 from 'ssh2';

/**
 * Starts the server; keys and the client's settings are written below `folder`, which serves as the client's home.
 * Gives the variables that cases find it by, and a function that ends it with all its sessions.
 */
export async function startSessionServer(folder, nacre) {
  const ssh = join(folder, '.ssh');
  mkdirSync(ssh, { recursive: true, mode: 0o700 });
  const host = generateSshKeys();
  const client = generateSshKeys();
  const keyFile = join(ssh, 'id_ed25519');
  writeFileSync(keyFile, client.private, { mode: 0o600 });
  const allowed = ssh2.utils.parseKey(client.public);
  const children = new Set();
  const connections = new Set();

  const server = new ssh2.Server({ hostKeys: [host.private] }, (connection) => {
    connections.add(connection);
    connection.setNoDelay(true);
    connection.on('error', () => undefined).on('close', () => connections.delete(connection));
    connection.on('authentication', (context) => {
      const isKnown = context.method === 'publickey' && context.key.data.equals(allowed.getPublicSSH());
      if (!isKnown) return context.reject(['publickey']);
      if (context.signature && allowed.verify(context.blob, context.signature, context.hashAlgo) !== true) return context.reject();
      return context.accept();
    });
    connection.on('session', (accept) => {
      accept().on('subsystem', (start, refuse, { name }) => {
        if (name !== 'powershell') return refuse();
        const channel = start();
        const child = spawn(nacre, ['-sshs'], {
          env: { ...process.env, HOME: folder, NO_COLOR: '1', TERM: 'dumb', TZ: 'UTC', LANG: 'en_US.UTF-8', LC_ALL: 'en_US.UTF-8' },
        });
        children.add(child);
        child.stdin.on('error', () => undefined);
        child.stdout.pipe(channel);
        child.stderr.pipe(channel.stderr, { end: false });
        channel.pipe(child.stdin);
        channel.on('error', () => undefined).on('close', () => child.kill());
        child.on('close', (code, signal) => {
          children.delete(child);
          if (signal === null) channel.exit(code ?? 0);
          channel.close();
        });
      });
    });
  });
  await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  const hostKey = host.public.split(' ').slice(0, 2).join(' ');
  writeFileSync(join(ssh, 'known_hosts'), `[localhost]:${port},[127.0.0.1]:${port} ${hostKey}\n`);
  return {
    port,
    env: { REMOTE_HOST: 'localhost', REMOTE_PORT: String(port), REMOTE_USER: 'tester', REMOTE_KEY: keyFile },
    close() {
      server.close();
      for (const connection of connections) connection.end();
      for (const child of children) child.kill();
    },
  };
}
