import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type SessionServer, startSessionServer } from '../conformance/session-server.mjs';
import { nacre, run } from './run-nacre.ts';

// Two computers as far as SSH can tell, each session a process of its own, as under sshd.
const home = mkdtempSync(join(tmpdir(), 'nacre-e2e-sessions-'));
const servers: SessionServer[] = [];
const env = { HOME: home, SSH_AUTH_SOCK: '' };

beforeAll(async () => {
  mkdirSync(join(home, '.ssh'));
  let config = '';
  for (const name of ['Server01', 'Server02']) {
    const server = await startSessionServer(join(home, name), nacre);
    servers.push(server);
    config += `Host ${name}\n  HostName 127.0.0.1\n  Port ${server.port}\n  IdentityFile ${server.env.REMOTE_KEY}\n  IdentitiesOnly yes\n  UserKnownHostsFile ${join(home, name, '.ssh/known_hosts')}\n`;
  }
  writeFileSync(join(home, '.ssh/config'), config);
});
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(home, { recursive: true });
});

const lines = async (script: string) => {
  const { out, err, code } = await run(['-c', script], { env });
  return { lines: out.split('\n').slice(0, -1), err, code };
};

describe('sessions on two computers', () => {
  it.each<[string, string, string[]]>([
    [
      'keep their variables, each its own',
      '$s = New-PSSession Server01, Server02; Invoke-Command -Session $s { $p = Split-Path -Leaf $HOME }; Invoke-Command -Session $s { $p } | Sort-Object; "$($s.State)"; Remove-PSSession $s; "$($s.State)"',
      ['Server01', 'Server02', 'Opened Opened', 'Closed Closed'],
    ],
    [
      'are processes of their own',
      '$s = New-PSSession Server01, Server01; @(Invoke-Command -Session $s { $PID }; $PID | Sort-Object -Unique).Count',
      ['3'],
    ],
    [
      'carry much, both ways',
      "$t = 'x' * 5MB; $r = Invoke-Command Server01 { $n = 0; foreach ($i in $input) { $n += $i }; $n; $using:t.Length; 1..5000 } -InputObject $null; $r.Count; (1..20000 | Invoke-Command Server01 { $input | Measure-Object -Sum }).Sum",
      ['5002', '200010000'],
    ],
    [
      'report a peer that dies, and others go on',
      '$s = New-PSSession Server01, Server02; Invoke-Command -Session $s { if ($HOME -like "*1") { Stop-Process -Id $PID; Start-Sleep 9 }; "on" } -ErrorVariable e 2>$null; $e.FullyQualifiedErrorId; "$($s.State)"; $e[0].Exception.GetType().Name',
      ['on', 'PSSessionStateBroken', 'Broken Opened', 'PSRemotingTransportException'],
    ],
    [
      'copy files',
      'Set-Content ~/a.txt "text"; $s = New-PSSession Server01; Copy-Item ~/a.txt $HOME/Server01/b.txt -ToSession $s; Copy-Item $HOME/Server01/b.txt ~/c.txt -FromSession $s; Get-Content ~/c.txt',
      ['text'],
    ],
    [
      'run jobs',
      '$j = Invoke-Command Server01, Server02 { Split-Path -Leaf $HOME } -AsJob; $j | Wait-Job | Receive-Job | Sort-Object; "$($j.State) $($j.ChildJobs.Count)"',
      ['Server01', 'Server02', 'Completed 2'],
    ],
  ])('%s', async (_name, script, expected) => {
    expect(await lines(script)).toEqual({ lines: expected, err: '', code: 0 });
  });

  it('stop at Ctrl+C: finally runs on both sides, in sessions that can still be used', async () => {
    const mark = join(home, 'mark');
    const script = `$s = New-PSSession Server01; try { Invoke-Command -Session $s { 'started'; try { while ($true) { } } finally { 'x' > ${mark} } } } finally { Invoke-Command -Session $s { 'usable' } }`;
    let sent = false;
    const ended = await run(['-c', script], {
      env,
      onOutput: (text, kill) => {
        if (text.includes('started') && !sent) kill('SIGINT');
        sent = true;
      },
    });
    expect({ ...ended, mark: existsSync(mark) }).toEqual({ code: 130, out: 'started\nusable\n', err: '', mark: true });
  });

  it('end with their client, however it went: finally still runs there', async () => {
    const mark = join(home, 'left');
    const script = `Invoke-Command Server02 { 'started'; try { while ($true) { } } finally { 'x' > ${mark} } }`;
    await run(['-c', script], { env, onOutput: (text, kill) => void (text.includes('started') && kill('SIGKILL')) });
    await expect.poll(() => existsSync(mark), { timeout: 10_000 }).toBe(true);
  });
});
