import { afterAll, describe, expect, it } from 'vitest';
import { RemotingEngine } from './remoting-engine.ts';

const engine = new RemotingEngine(['an answer', 'a secret']);
afterAll(() => engine.run('Get-PSSession | Remove-PSSession'));

const ready = engine.run('$s = New-PSSession -ComputerName . -Name Here');
const output = async (script: string) => {
  await ready;
  return (await engine.run(script)).output;
};

describe('a session without a server', () => {
  it('keeps its state from call to call', async () => {
    expect(await output('Invoke-Command -Session $s { $p = 1..3; function Twice($n) { $n * 2 } }')).toEqual([]);
    expect(await output('Invoke-Command -Session $s { $p.Count; Twice 21 }; "[$p]"')).toEqual(['3', '42', '[]']);
  });

  it.each([
    ['arguments', 'Invoke-Command -Session $s { param($a, $b) "$a-$b" } -ArgumentList 1, two', ['1-two']],
    [
      'values of $using:',
      '$n = 5; $h = @{ k = @{ i = 7 } }; Invoke-Command -Session $s { $using:n + $using:h.k.i }',
      ['12'],
    ],
    ['a splatted $using:', '$a = 1, 2; Invoke-Command -Session $s { function f { $args.Count }; f @using:a }', ['2']],
    [
      'environment through $using:',
      '$env:NACRE_T = "here"; Invoke-Command -Session $s { $using:env:NACRE_T }',
      ['here'],
    ],
    ['piped input', '1..3 | Invoke-Command -Session $s { $input | ForEach-Object { $_ * 2 } }', ['2', '4', '6']],
    ['input for one pipeline', '3, 1, 2 | Invoke-Command -Session $s { Sort-Object }', ['1', '2', '3']],
    [
      'a process block',
      '1..2 | Invoke-Command -Session $s { begin { "b" } process { $_ + 1 } end { "e" } }',
      ['b', '2', '3', 'e'],
    ],
    ['one object as input', 'Invoke-Command -Session $s -InputObject 1, 2 { @($input).Count }', ['1']],
    ['null', '@(Invoke-Command -Session $s { $null; 1 }).Count', ['2']],
    [
      'the call in this session',
      '$q = 1; Invoke-Command { $q = 2 }; $q; Invoke-Command -NoNewScope { $q = 3 }; $q',
      ['1', '3'],
    ],
    [
      'marks of origin',
      '(Invoke-Command -Session $s { 5 }).PSObject.Properties.Name -join ","',
      ['PSComputerName,RunspaceId,PSShowComputerName'],
    ],
    [
      'a PowerShell object',
      '$p = [powershell]::Create(); $p.Runspace = $s.Runspace; $r = $p.AddScript(\'$i = @($input); $i.Count; Write-Error soft\').Invoke((1, 2)); "$r $($p.HadErrors) $($p.Streams.Error[0].FullyQualifiedErrorId) $($p.InvocationStateInfo.State) [$($r[0].PSComputerName)]"',
      ['2 True Microsoft.PowerShell.Commands.WriteErrorException Completed []'],
    ],
    [
      'options of -SessionOption, and of $PSSessionOption without it',
      '$o = New-PSSessionOption -OpenTimeout 5000 -ApplicationArguments @{ who = "me" }; $f = { $PSSenderInfo.ApplicationArguments.who }; Invoke-Command . $f -SessionOption $o; $PSSessionOption = $o; Invoke-Command . $f; "$($o.OpenTimeout) $($o.MaxConnectionRetryCount)"',
      ['me', 'me', '00:00:05 5'],
    ],
    [
      'the state of its runspace',
      '$state = $s.Runspace.SessionStateProxy; $state.SetVariable("q", 5); $state.GetVariable("q"); "$($state.LanguageMode)"; Invoke-Command -Session $s { $q }',
      ['5', 'FullLanguage', '5'],
    ],
    ['hidden names', '(Invoke-Command -Session $s { 5 } -HideComputerName).PSShowComputerName', ['False']],
    ['a nested session', 'Invoke-Command -Session $s { Invoke-Command -ComputerName . { 1 + 1 } }', ['2']],
    [
      'several sessions in order',
      '$t = New-PSSession .; (Invoke-Command -Session $s, $t { 1..3 } | Where-Object RunspaceId -eq $t.InstanceId) -join ","; Remove-PSSession $t',
      ['1,2,3'],
    ],
  ])('%s', async (_, script, expected) => {
    expect(await output(script)).toEqual(expected);
  });

  it('sends values of every kind there and back', async () => {
    const kinds =
      '[byte]1, [long]2, 1.50d, 2.0, [char]65, $true, [datetime]"2024-01-02T03:04:05.1234567", [timespan]"1.02:03:04", [version]"1.2.3", [guid]"11112222-3333-4444-5555-666677778888"';
    const script = `$v = ${kinds}; $b = Invoke-Command -Session $s { $args } -ArgumentList $v; foreach ($i in 0..($v.Count - 1)) { "$($v[$i].GetType() -eq $b[$i].GetType()) $($v[$i] -eq $b[$i])" }`;
    expect(new Set(await output(script))).toEqual(new Set(['True True']));
  });

  it('keeps identity and depth of what it sends', async () => {
    expect(
      await output(
        '$o = [pscustomobject]@{ Me = $null }; $o.Me = $o; $r = Invoke-Command -Session $s { $args[0] } -ArgumentList $o; [object]::ReferenceEquals($r, $r.Me)',
      ),
    ).toEqual(['True']);
    expect(await output('$r = Invoke-Command -Session $s { @{ a = @{ b = @{ c = 1 } } } }; $r.a.b.c')).toEqual(['1']);
  });
});

describe('errors of the far side', () => {
  it('come as records with their origin', async () => {
    await ready;
    const { errors, records } = await engine.run(
      'Invoke-Command -Session $s { 1 / 0; Get-Item /no-such-item; No-Such }',
    );
    expect(errors).toEqual([
      'RuntimeException',
      'PathNotFound,Microsoft.PowerShell.Commands.GetItemCommand',
      'CommandNotFoundException',
    ]);
    expect(records[1]).toMatchObject({
      recordType: 'System.Management.Automation.Runspaces.RemotingErrorRecord',
      originInfo: { computerName: 'localhost' },
    });
    expect(records[1]?.exception.typeName).toBe('System.Management.Automation.RemoteException');
  });

  it('plain calls stand for themselves on the far side', async () => {
    await ready;
    const { errors } = await engine.run(
      'Invoke-Command -Session $s { Write-Error a -ErrorId A; No-Such; Write-Error b -ErrorId B }',
    );
    const command = 'Microsoft.PowerShell.Commands.WriteErrorCommand';
    expect(errors).toEqual([`A,${command}`, 'CommandNotFoundException', `B,${command}`]);
    expect(
      await output(
        '$r = Invoke-Command -Session $s { Write-Error merged 2>&1; Write-Output -InputObject $using:s.Name }; "$r"',
      ),
    ).toEqual(['merged Here']);
  });

  it('a throw is a throw here where there is one session only', async () => {
    expect(await output('try { Invoke-Command -Session $s { throw "x" } } catch { "caught $_" }')).toEqual([
      'caught x',
    ]);
    const { errors, output: rest } = await engine.run(
      '$t = New-PSSession .; Invoke-Command -Session $s, $t { throw "x" }; "after"; Remove-PSSession $t',
    );
    expect([errors, rest]).toEqual([['x', 'x'], ['after']]);
  });

  it.each([
    [
      'an unknown $using: variable',
      'Invoke-Command -Session $s { $using:nothing }',
      'UsingVariableIsUndefined,Microsoft.PowerShell.Commands.InvokeCommandCommand',
    ],
    [
      'a script that is not there',
      'Invoke-Command -Session $s -FilePath ./no-such.ps1',
      'PathNotFound,Microsoft.PowerShell.Commands.InvokeCommandCommand',
    ],
    [
      'a name that is no host',
      "Invoke-Command -HostName 'a b' { 1 }",
      'PSSessionInvalidComputerName,Microsoft.PowerShell.Commands.InvokeCommandCommand',
    ],
    [
      'a table with a wrong key',
      'New-PSSession -SSHConnection @{ HostName = "h"; Nope = 1 }',
      'Argument,Microsoft.PowerShell.Commands.NewPSSessionCommand',
    ],
    ['a port where nobody listens', 'New-PSSession -HostName localhost -Port 1', 'PSSessionOpenFailed'],
    [
      'a session that does not exist',
      'Get-PSSession -Name none',
      'RemoteRunspaceNotAvailableForSpecifiedName,Microsoft.PowerShell.Commands.GetPSSessionCommand',
    ],
    [
      'entering a session',
      'Enter-PSSession $s',
      'HostDoesNotSupportPushRunspace,Microsoft.PowerShell.Commands.EnterPSSessionCommand',
    ],
  ])('%s', async (_, script, id) => {
    await ready;
    expect((await engine.run(script)).errors).toEqual([id]);
  });

  it('exit closes its session', async () => {
    expect(
      await output(
        '$t = New-PSSession .; Invoke-Command -Session $t { "x"; exit 3 }; foreach ($i in 1..50) { if ($t.State -eq "Closed") { break }; Start-Sleep -Milliseconds 20 }; "$($t.State) $($t.Availability)"',
      ),
    ).toEqual(['x', 'Closed None']);
    expect((await engine.run('Invoke-Command -Session $t { 1 }')).errors[0]).toMatch(
      /^InvokeCommandCommandInvalidSessionState/,
    );
  });
});

describe('the host', () => {
  it('shows what the far side writes, in order with its output', async () => {
    await ready;
    const { shown } = await engine.run(
      'Invoke-Command -Session $s { Write-Warning w; Write-Host one; Write-Verbose v -Verbose } | Out-Null',
    );
    expect(shown).toEqual(['W:w', 'one', 'V:v']);
  });

  it('answers its questions', async () => {
    expect(await output('Invoke-Command -Session $s { "<$(Read-Host)>" }')).toEqual(['<an answer>']);
  });
});

describe('stopping', () => {
  it('ends the remote command and leaves the session usable', async () => {
    await ready;
    const endless = engine.run('Invoke-Command -Session $s { $k = 1; while ($true) { } }');
    setTimeout(() => engine.runspace.stop(), 200);
    await endless;
    expect(await output('"$($s.State)"; Invoke-Command -Session $s { $k }')).toEqual(['Opened', '1']);
  });
});
