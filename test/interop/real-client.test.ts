import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ServerSession } from '../../src/remoting/server/server-session.ts';
import { sessionRunspaces } from '../../src/remoting/server/session-runspaces.ts';
import { generateSshKeys } from '../../src/remoting/transport/ssh-keys.ts';
import { listenSsh, type RunningSshServer } from '../../src/remoting/transport/ssh-server.ts';
import { testWorld } from '../remoting/remoting-engine.ts';
import { noSshd, ourServer, type PeerReport, peer, realClient, startSshd } from './real-peer.ts';

const scripts = [
  `$x = 5; $x; 'hi'; [datetime]'2024-01-02T03:04:05'; [pscustomobject]@{ A = 1; B = @{ c = 1.50d } }; [version]'1.2.3'; $null
   Write-Warning 'w'; Write-Verbose v -Verbose; Write-Information info -Tags a, b; Write-Progress -Activity a -Status s -PercentComplete 3
   1 / 0; Get-Item /no-such-item
   $Host.UI.WriteLine('direct')`,
  `$x + 1; throw 'bad'`,
  `'still here'`,
];

interface Check {
  readonly reports: readonly PeerReport[];
  of(stream: string): PeerReport[];
}

function check(reports: readonly PeerReport[]): Check {
  return { reports, of: (stream) => reports.filter((it) => it['stream'] === stream) };
}

/** What every server of ours must show the real client. */
function expectations(result: () => Check): void {
  it('opens', () => {
    expect(result().reports[0]).toMatchObject({ opened: true });
  });

  it('sends output of every kind', () => {
    const types = result()
      .of('output')
      .map((it) => (Array.isArray(it['types']) ? it['types'][0] : null));
    expect(types).toEqual([
      'System.Int32',
      'System.String',
      'System.DateTime',
      'Deserialized.System.Management.Automation.PSCustomObject',
      'System.Version',
      null,
      'System.Int32',
      'System.String',
    ]);
    expect(result().of('output')[3]?.['clixml']).toContain('<D N="Value">1.50</D>');
    expect(result().of('output')[6]?.['clixml']).toContain('<I32>6</I32>');
  });

  it('sends the other streams', () => {
    const texts = (stream: string) =>
      result()
        .of(stream)
        .map((it) => it['text']);
    expect([texts('warning'), texts('verbose'), texts('information'), texts('progress'), texts('host')]).toEqual([
      ['w'],
      ['v'],
      ['info'],
      ['a|s|3|Processing'],
      ['direct'],
    ]);
    expect(result().of('information')[0]?.['tags']).toEqual(['a', 'b']);
  });

  it('sends errors that keep their id, category and target', () => {
    expect(
      result()
        .of('error')
        .map((it) => [it['id'], it['category'], it['target']]),
    ).toEqual([
      ['RuntimeException', 'NotSpecified', null],
      ['PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand', 'ObjectNotFound', '/no-such-item'],
    ]);
  });

  it('ends pipelines as they ended, and stays open', () => {
    const ends = result().reports.filter((it) => 'pipeline' in it);
    expect(ends.map((it) => it['pipeline'])).toEqual(['Completed', 'Failed', 'Completed']);
    expect(ends[1]?.['failure']).toMatchObject({
      id: 'bad',
      exception: 'System.Management.Automation.RemoteException',
    });
    expect(result().reports.at(-1)).toMatchObject({ session: 'Opened', availability: 'Available' });
  });
}

const noPeer = peer.reason;

describe.skipIf(noPeer !== undefined || noSshd !== undefined)(
  `the real client with nacre -sshs under a stock sshd ${noPeer ?? noSshd ?? ''}`,
  () => {
    let result: Check;
    beforeAll(async () => {
      const sshd = await startSshd(ourServer);
      result = check(await realClient(sshd, scripts));
      sshd.stop();
    }, 120_000);
    expectations(() => result);
  },
);

describe.skipIf(noPeer !== undefined)(`the real client with our own SSH server ${noPeer ?? ''}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'nacre-ssh-'));
  let server: RunningSshServer;
  let result: Check;

  beforeAll(async () => {
    const host = generateSshKeys();
    const client = generateSshKeys();
    writeFileSync(join(folder, 'key'), client.private, { mode: 0o600 });
    const world = testWorld();
    server = await listenSsh({
      hostKeys: [host.private],
      authorizedKeys: [client.public],
      subsystems: {
        powershell: (transport, { userName }) => {
          new ServerSession({
            transport,
            userName,
            createRunspace: sessionRunspaces(() => world),
            version: '0',
            newGuid: () => crypto.randomUUID(),
            culture: 'en-US',
          });
        },
      },
    });
    writeFileSync(join(folder, 'known'), `[localhost]:${server.port} ${host.public}\n`);
    const at = {
      port: server.port,
      user: userInfo().username,
      keyFile: join(folder, 'key'),
      knownHosts: join(folder, 'known'),
    };
    result = check(await realClient(at, scripts));
  }, 120_000);

  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  expectations(() => result);
});
