import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessionRunspaces } from '../../../src/remoting/server/session-runspaces.ts';
import { serveSsh } from '../../../src/remoting/server/ssh-session-server.ts';
import { generateSshKeys } from '../../../src/remoting/transport/ssh-keys.ts';
import type { RunningSshServer } from '../../../src/remoting/transport/ssh-server.ts';
import { RemotingEngine, testWorld } from '../remoting-engine.ts';

const engine = new RemotingEngine();
let server: RunningSshServer;
// known_hosts of this test, not of who runs it
const realHome = process.env.HOME;
const home = mkdtempSync(join(tmpdir(), 'nacre-credential-'));
let ids = 0;

beforeAll(async () => {
  process.env.HOME = home;
  server = await serveSsh({
    hostKeys: [generateSshKeys().private],
    password: (userName, password) => userName === 'ann' && password === 'open sesame',
    createRunspace: sessionRunspaces(() => testWorld()),
    version: '0.0.0',
    culture: 'en-US',
    newGuid: () => `00000000-0000-0000-0000-${String(++ids).padStart(12, '0')}`,
  });
});
afterAll(async () => {
  if (realHome !== undefined) process.env.HOME = realHome;
  rmSync(home, { recursive: true });
  await server.close();
});

const withPassword = (password: string) =>
  engine.run(
    `$c = [pscredential]::new('ann', (ConvertTo-SecureString '${password}' -AsPlainText -Force)); Invoke-Command -ComputerName 127.0.0.1 -Port ${server.port} -Credential $c { 6 * 7 }`,
  );

it('logs in with the user name and password of -Credential', async () => {
  expect(await withPassword('open sesame')).toMatchObject({ output: ['42'], errors: [] });
});

it('names the user and the computer when the password is refused', async () => {
  const { output, errors, records } = await withPassword('guess');
  expect({ output, errors }).toEqual({ output: [], errors: ['PSSessionStateBroken'] });
  expect(records[0]?.exception.message).toMatch(/ann.*127\.0\.0\.1|127\.0\.0\.1.*ann/);
});

const connection = (more: string) =>
  `$ci = [System.Management.Automation.Runspaces.SSHConnectionInfo]::new('ann', '127.0.0.1', $null, ${more}); $r = [runspacefactory]::CreateRunspace($ci); `;

it('makes a runspace by a connection, which opens and closes', async () => {
  // nobody answers the question for ann's password: the server is asked, and refuses
  const { output } = await engine.run(
    `${connection(String(server.port))}"$($r.RunspaceStateInfo.State) $($r.RunspaceIsRemote)"; try { $r.Open() } catch { $_.Exception.InnerException.GetType().Name }; $r.Dispose(); "$($r.RunspaceStateInfo.State)"; try { $r.Open() } catch { $_.Exception.InnerException.GetType().Name }`,
  );
  expect(output).toEqual([
    'BeforeOpen True',
    'PSRemotingTransportException',
    'Closed',
    'InvalidRunspaceStateException',
  ]);
});

it.each([
  [
    'no host',
    "[System.Management.Automation.Runspaces.SSHConnectionInfo]::new('a', [NullString]::Value, 'k')",
    'PSArgumentNullException',
  ],
  [
    'no port',
    "[System.Management.Automation.Runspaces.SSHConnectionInfo]::new('a', 'h', 'k', 99999)",
    'ArgumentException',
  ],
])('a connection refuses %s', async (_name, script, type) => {
  const { output } = await engine.run(`try { ${script} } catch { $_.Exception.InnerException.GetType().Name }`);
  expect(output).toEqual([type]);
});
