import { afterAll, describe, expect, it } from 'vitest';
import { RemotingEngine } from './remoting-engine.ts';

const engine = new RemotingEngine(['an answer']);
afterAll(() => engine.run('Get-PSSession | Remove-PSSession'));

const ready = engine.run('$s = New-PSSession -ComputerName .; $t = New-PSSession -ComputerName .');
const output = async (script: string) => {
  await ready;
  return (await engine.run(script)).output;
};

describe('Invoke-Command -AsJob', () => {
  it.each([
    [
      'keeps results until they are received',
      '$j = Invoke-Command -Session $s { "a"; "b" } -AsJob; $null = Wait-Job $j; (Receive-Job $j -Keep) -join ","; (Receive-Job $j) -join ","; @(Receive-Job $j).Count',
      ['a,b', 'a,b', '0'],
    ],
    [
      'is named and typed as such',
      '$j = Invoke-Command -Session $s { 1 } -AsJob -JobName Mine; $null = Wait-Job $j; "$($j.Name) $($j.State) $($j.PSJobTypeName) $($j.GetType().Name) $($j.ChildJobs[0].GetType().Name)"',
      ['Mine Completed RemoteJob PSRemotingJob PSRemotingChildJob'],
    ],
    [
      'has a child for every session',
      '$j = Invoke-Command -Session $s, $t { 7 } -AsJob -ThrottleLimit 1; $null = Wait-Job $j; $j.ChildJobs.Count; (Receive-Job $j -Session $t).RunspaceId -eq $t.InstanceId; @(Receive-Job $j).Count',
      ['2', 'True', '1'],
    ],
    [
      'takes input, arguments and values of $using:',
      '$n = 10; $j = 1..3 | Invoke-Command -Session $s { param($a) $input | ForEach-Object { $_ * $a + $using:n } } -Args 2 -AsJob; (Receive-Job $j -Wait) -join ","',
      ['12,14,16'],
    ],
    [
      'opens a session of its own for a computer',
      '$n = @(Get-PSSession).Count; $j = Invoke-Command -ComputerName . { $PID -gt 0 } -AsJob; Receive-Job $j -Wait; @(Get-PSSession).Count - $n',
      ['True', '0'],
    ],
    [
      'fails with what was thrown there',
      '$j = Invoke-Command -Session $s { 1; throw "boom" } -AsJob; $null = Wait-Job $j; Receive-Job $j -ErrorVariable e 2>$null; "$($j.State) $($j.ChildJobs[0].JobStateInfo.Reason.Message) $($e[0].FullyQualifiedErrorId)"',
      ['1', 'Failed boom boom'],
    ],
    [
      'fails in a session that is busy or closed',
      '$c = New-PSSession .; Remove-PSSession $c; $a = Invoke-Command -Session $s { Start-Sleep 9 } -AsJob; $b = Invoke-Command -Session $s, $c { 1 } -AsJob; $null = Wait-Job $b; $b.ChildJobs | ForEach-Object { $_.JobStateInfo.Reason.GetType().Name }; Stop-Job $a; $a.State; "$($s.Availability)"',
      ['PSInvalidOperationException', 'InvalidRunspaceStateException', 'Stopped', 'Available'],
    ],
    [
      'stops',
      '$j = Invoke-Command -Session $s { "one"; Start-Sleep 60 } -AsJob; while (!$j.ChildJobs[0].Output.Count) { Start-Sleep -Milliseconds 5 }; "$($j.State) $($s.Availability)"; Stop-Job $j; "$($j.State) $(Receive-Job $j) $($s.Availability)"',
      ['Running Busy', 'Stopped one Available'],
    ],
  ])('%s', async (_, script, expected) => {
    expect(await output(script)).toEqual(expected);
  });

  it('shows what was written to the host when it is received', async () => {
    await output('$j = Invoke-Command -Session $s { Write-Host here; 1 } -AsJob; $null = Wait-Job $j');
    expect(engine.shown.filter((line) => line.includes('here'))).toEqual([]);
    expect(await output('Receive-Job $j')).toEqual(['1']);
    expect(engine.shown.filter((line) => line.includes('here'))).toHaveLength(1);
  });

  it('waits with its questions', async () => {
    const script =
      '$j = Invoke-Command -Session $s { Read-Host } -AsJob; while ($j.State -eq "Running") { Start-Sleep -Milliseconds 5 }';
    expect(await output(`${script}; "$($j.State)"`)).toEqual(['Blocked']);
    expect(await output('try { Wait-Job $j } catch { $_.FullyQualifiedErrorId }')).toEqual([
      'BlockedJobsDeadlockWithWaitJob,Microsoft.PowerShell.Commands.WaitJobCommand',
    ]);
    expect(await output('Receive-Job $j -Wait')).toEqual(['an answer']);
  });
});

it.each<[string, string, string[]]>([
  [
    'has more data while it runs',
    '$j = Invoke-Command . { Start-Sleep -Milliseconds 300 } -AsJob; $j.HasMoreData; $null = Wait-Job $j; $j.HasMoreData; Remove-Job $j',
    ['True', 'False'],
  ],
  [
    'keeps records in collections',
    '$j = Invoke-Command . { Write-Verbose v -Verbose } -AsJob | Wait-Job; $j.ChildJobs[0].Verbose.ReadAll().Message; Remove-Job $j',
    ['v'],
  ],
  [
    'comes with its results',
    '$r = @(Invoke-Command . { 2 } -AsJob | Receive-Job -Wait -WriteJobInResults); $r.Count; "$($r[0].State)"; $r[1]; Remove-Job $r[0]',
    ['2', 'Completed', '2'],
  ],
  [
    'comes with its changes of state',
    '$r = @(Invoke-Command . { 2 } -AsJob | Receive-Job -Wait -WriteEvents); $r[0]; $r[-1].GetType().Name; "$($r[-1].JobStateInfo)"; Get-Job | Remove-Job',
    ['2', 'JobStateEventArgs', 'Completed'],
  ],
  [
    'is found by its end and its parts',
    '$at = Get-Date; $j = Invoke-Command . { 2 } -AsJob | Wait-Job; @(Get-Job -After $at).Count; @(Get-Job -Before $at).Count; @(Get-Job -ChildJobState Completed).Count; Remove-Job $j',
    ['1', '0', '2'],
  ],
])('a job %s', async (_name, script, expected) => {
  expect((await engine.run(script)).output).toEqual(expected);
});
