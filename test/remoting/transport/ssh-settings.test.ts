import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isRedirected, resolveSshSettings } from '../../../src/remoting/transport/ssh-settings.ts';
import { TransportError } from '../../../src/remoting/transport/transport-error.ts';

const folder = mkdtempSync(join(tmpdir(), 'ssh-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

const more = file('more.conf', 'Host Server02\n  Port 2202\n');
const config = file(
  'config',
  `Include ${folder}/mo*.conf
Host Server01
  HostName 127.0.0.1
  Port 2201
  User ops
  IdentityFile %d/key-of-%r
  UserKnownHostsFile ${folder}/known "${folder}/known two"
  StrictHostKeyChecking accept-new
  ServerAliveInterval 5
Host far
  ProxyJump gate@10.0.0.1:2200,second
Host piped
  ProxyCommand nc %h %p
Host *
  ConnectTimeout 7
  BatchMode yes
`,
);
const of = (host: string, more: object = {}) => resolveSshSettings({ host, configFiles: [config], ...more });

describe('ssh_config', () => {
  it('settles a host with its section and the general one', () => {
    expect(of('Server01')).toMatchObject({
      alias: 'Server01',
      hostName: '127.0.0.1',
      port: 2201,
      userName: 'ops',
      userKnownHosts: [`${folder}/known`, `${folder}/known two`],
      hostKeyPolicy: 'accept-new',
      connectTimeout: 7000,
      keepAliveInterval: 5000,
      batchMode: true,
    });
    expect(of('Server01').identityFiles[0]).toMatch(/\/key-of-ops$/);
  });

  it('lets explicit values and options win', () => {
    const settings = of('Server01', {
      port: 99,
      userName: 'me',
      keyFile: '/k',
      connectTimeout: -1,
      options: { StrictHostKeyChecking: 'yes', HostName: 'h' },
    });
    expect(settings).toMatchObject({
      port: 99,
      userName: 'me',
      hostName: 'h',
      hostKeyPolicy: 'yes',
      connectTimeout: 0,
    });
    expect(settings.identityFiles[0]).toBe('/k');
  });

  it('follows Include', () => {
    expect(of('Server02').port).toBe(2202);
    expect(more).toContain('more.conf');
  });

  it('reads ProxyJump and refuses ProxyCommand', () => {
    expect(of('far').proxyJump).toEqual(['gate@10.0.0.1:2200', 'second']);
    expect(() => of('piped')).toThrow(TransportError);
  });

  it('has defaults for a host nothing is said about', () => {
    expect(resolveSshSettings({ host: 'web1', configFiles: [] })).toMatchObject({
      hostName: 'web1',
      port: 22,
      hostKeyPolicy: 'ask',
      connectTimeout: 30000,
      keepAliveInterval: 15000,
      keepAliveCount: 3,
    });
  });

  it('knows whether a name leads elsewhere', () => {
    const own = join(folder, 'own');
    writeFileSync(
      own,
      'Host localhost\n  StrictHostKeyChecking no\nHost near\n  Port 2200\nHost far\n  HostName 192.0.2.7\n',
    );
    expect(['localhost', 'near', 'far'].map((host) => isRedirected(host, [own]))).toEqual([false, true, true]);
  });
});
