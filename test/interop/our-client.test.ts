import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RemotingEngine } from '../remoting/remoting-engine.ts';
import { noSshd, ourServer, peer, realServer, type StockSshd, startSshd } from './real-peer.ts';

const servers: readonly (readonly [string, string, string | undefined])[] = [
  ['the real engine', realServer, peer.reason ?? noSshd],
  ['our own server', ourServer, noSshd],
];

for (const [name, command, reason] of servers) {
  describe.skipIf(reason !== undefined)(
    `our client with ${name} under a stock sshd${reason === undefined ? '' : ` (skipped: ${reason})`}`,
    () => {
      const engine = new RemotingEngine();
      let sshd: StockSshd;
      const run = (script: string) => engine.run(script);
      const output = async (script: string) => (await run(script)).output;

      beforeAll(async () => {
        sshd = await startSshd(command);
        await run(
          `$t = @{ HostName = 'localhost'; Port = ${sshd.port}; UserName = '${sshd.user}'; KeyFilePath = '${sshd.keyFile}'; Options = @{ UserKnownHostsFile = '${sshd.knownHosts}'; StrictHostKeyChecking = 'yes' } }; $s = New-PSSession @t`,
        );
      }, 60_000);

      afterAll(async () => {
        await run('Get-PSSession | Remove-PSSession');
        sshd?.stop();
      });

      it('opens a session', async () => {
        expect(await output('"$($s.State) $($s.Availability) $($s.ComputerName) $($s.Transport)"')).toEqual([
          'Opened Available localhost SSH',
        ]);
      });

      it('keeps state from call to call', async () => {
        await run('Invoke-Command -Session $s { $x = 5; function Add-It($n) { $n + 1 } }');
        expect(await output('Invoke-Command -Session $s { $x * 2; Add-It 41 }')).toEqual(['10', '42']);
      });

      it('passes arguments, $using: values and input', async () => {
        expect(
          await output('$n = 7; Invoke-Command -Session $s { param($a, $b) $a + $b + $using:n } -ArgumentList 1, 2'),
        ).toEqual(['10']);
        expect(await output('1..4 | Invoke-Command -Session $s { $input | ForEach-Object { $_ * $using:n } }')).toEqual(
          ['7', '14', '21', '28'],
        );
        expect(
          await output("'a', $null, 'b' | Invoke-Command -Session $s { $all = @($input); \"$($all.Count)\" }"),
        ).toEqual(['3']);
      });

      it('brings values of every kind back', async () => {
        const script = `$r = Invoke-Command -Session $s { [pscustomobject]@{ When = [datetime]'2024-03-05T14:07:09.1234567'; Ver = [version]'1.2.3'; Dec = 1.50d; Long = 5000000000; Ch = [char]'x'; Guid = [guid]'11112222-3333-4444-5555-666677778888'; Span = [timespan]'1.02:03:04'; Table = @{ a = @{ b = @{ c = 'deep' } } }; List = 1, 2, 3 } }
        $r.When.Ticks; $r.Ver.GetType().Name; "$($r.Dec)"; $r.Long.GetType().Name; $r.Ch.GetType().Name; $r.Guid; $r.Span.TotalSeconds; $r.Table.a.b.c; $r.List.Count; $r.PSComputerName`;
        expect(await output(script)).toEqual([
          '638452444291234567',
          'Version',
          '1.50',
          'Int64',
          'Char',
          '11112222-3333-4444-5555-666677778888',
          '93784',
          'deep',
          '3',
          'localhost',
        ]);
      });

      it('brings text of every kind back', async () => {
        const script = `$texts = '', ' lead', "a\`tb\`r\`nc", '<&>"', '_x0041_', "nul\`0esc\`e", 'ü😀', ']]>'; $back = Invoke-Command -Session $s { $args } -ArgumentList $texts; foreach ($i in 0..($texts.Count - 1)) { [string]::Equals($texts[$i], $back[$i], 'Ordinal') }`;
        expect(new Set(await output(script))).toEqual(new Set(['True']));
      });

      it('tells errors with id, category and origin', async () => {
        const { records, output: rest } = await run(
          "Invoke-Command -Session $s { 'before'; 1 / 0; No-Such-Command-Here; 'after' }",
        );
        expect(rest).toEqual(['before', 'after']);
        expect(records.map((r) => [r.fullyQualifiedErrorId, r.category, r.originInfo?.computerName])).toEqual([
          ['RuntimeException', 'NotSpecified', 'localhost'],
          ['CommandNotFoundException', 'ObjectNotFound', 'localhost'],
        ]);
      });

      it('catches a throw here', async () => {
        expect(
          await output(
            'try { Invoke-Command -Session $s { throw \'bad\' } } catch { "$_ $($_.Exception.GetType().Name) $($_.Exception.SerializedRemoteException.PSTypeNames[0])" }',
          ),
        ).toEqual(['bad RemoteException Deserialized.System.Management.Automation.RuntimeException']);
      });

      it('shows what the far host writes', async () => {
        expect((await run("Invoke-Command -Session $s { $Host.UI.WriteLine('line') }")).shown).toEqual(['line']);
      });

      it('stops a command and goes on using the session', async () => {
        const endless = run('Invoke-Command -Session $s { $k = 1; while ($true) { $k++ } }');
        setTimeout(() => engine.runspace.stop(), 500);
        await endless;
        expect(await output('"$($s.State)"; Invoke-Command -Session $s { $k -gt 0 }')).toEqual(['Opened', 'True']);
      });

      it('moves large texts and many objects', async () => {
        expect(
          await output(
            "$big = 'x' * 3000000; Invoke-Command -Session $s { param($t) $t.Length; $t } -ArgumentList $big | ForEach-Object { if ($_ -is [string]) { $_.Length } else { $_ } }",
          ),
        ).toEqual(['3000000', '3000000']);
        expect(await output('@(Invoke-Command -Session $s { 1..3000 }).Count')).toEqual(['3000']);
      });

      it('copies files and folders, there and back', async () => {
        const dir = mkdtempSync(join(tmpdir(), 'nacre-interop-'));
        const big = Uint8Array.from({ length: 2_500_000 }, (_, i) => (i * 31) & 255);
        writeFileSync(join(dir, 'big'), big);
        mkdirSync(join(dir, 'tree/sub'), { recursive: true });
        writeFileSync(join(dir, 'tree/sub/empty'), '');
        mkdirSync(join(dir, 'far'));
        const { errors } = await run(
          `Copy-Item ${dir}/big ${dir}/far -ToSession $s; Copy-Item ${dir}/far/b* ${dir}/back -FromSession $s; Copy-Item ${dir}/tree ${dir}/far -Recurse -ToSession $s; Copy-Item ${dir}/far/tree ${dir}/tree2 -Recurse -FromSession $s`,
        );
        const found = ['far/tree/sub/empty', 'tree2/sub/empty'].map((name) => existsSync(join(dir, name)));
        const same = Buffer.from(big).equals(readFileSync(join(dir, 'back')));
        const missing = await run(
          `Copy-Item ${dir}/none ${dir} -FromSession $s; Copy-Item ${dir}/big relative -ToSession $s`,
        );
        rmSync(dir, { recursive: true });
        expect({ errors, found, same }).toEqual({ errors: [], found: [true, true], same: true });
        expect(missing.errors).toEqual([
          'RemotePathNotFound,Microsoft.PowerShell.Commands.CopyItemCommand',
          'RemotePathIsNotAbsolute,Microsoft.PowerShell.Commands.CopyItemCommand',
        ]);
      });

      it('runs the commands of a PowerShell object', async () => {
        expect(
          await output(
            `$p = [powershell]::Create(); $p.Runspace = $s.Runspace; $r = $p.AddScript('param($n) $n * 2; 1 / 0').AddArgument(21).Invoke(); "$r $($p.HadErrors) $($p.Streams.Error.Count) $($p.InvocationStateInfo.State)"`,
          ),
        ).toEqual(['42 True 1 Completed']);
      });

      it('makes stand-ins for commands', async () => {
        await run(
          'Invoke-Command -Session $s { function Get-Far { [CmdletBinding()] param([Parameter(Position = 0)] $Name, [Parameter(ValueFromPipeline)] $In, [switch] $Loud) process { "$Name $In $Loud" } } }',
        );
        expect(
          await output(
            '$m = Import-PSSession $s -CommandName Get-Far; Get-Far a -In b; 1, 2 | Get-Far c -Loud; Remove-Module $m',
          ),
        ).toEqual(['a b False', 'c 1 True', 'c 2 True']);
      });

      it('runs a command as a job', async () => {
        expect(
          await output(
            '$j = Invoke-Command -Session $s { 6 * 7; throw "far" } -AsJob; $null = Wait-Job $j; "$($j.State) $($j.JobStateInfo.State)"; Receive-Job $j -ErrorAction SilentlyContinue; Remove-Job $j',
          ),
        ).toEqual(['Failed Failed', '42']);
      });

      it('tells the far side of the arguments in -SessionOption', async () => {
        expect(
          await output(
            "$PSSessionOption = New-PSSessionOption -ApplicationArguments @{ who = 'me'; n = 5 }; Invoke-Command @t { $PSSenderInfo.ApplicationArguments.who; $PSSenderInfo.ApplicationArguments.n }; $PSSessionOption = New-PSSessionOption",
          ),
        ).toEqual(['me', '5']);
      });

      it('opens a session for one command', async () => {
        expect(await output('Invoke-Command @t { 40 + 2 }')).toEqual(['42']);
      });

      it('closes when the far side exits', async () => {
        expect(
          await output(
            "$e = New-PSSession @t; Invoke-Command -Session $e { 'x'; exit 3 }; foreach ($i in 1..100) { if ($e.State -eq 'Closed') { break }; Start-Sleep -Milliseconds 20 }; \"$($e.State)\"",
          ),
        ).toEqual(['x', 'Closed']);
      });

      it('closes its sessions', async () => {
        expect(await output('Remove-PSSession $s; "$($s.State) $($s.Availability)"')).toEqual(['Closed None']);
      });
    },
  );
}

describe.skipIf(noSshd !== undefined)('a subsystem that does not speak the protocol', () => {
  it('is told as such', async () => {
    const sshd = await startSshd('echo Hello');
    const engine = new RemotingEngine();
    const { errors, records } = await engine.run(
      `New-PSSession -HostName localhost -Port ${sshd.port} -UserName ${sshd.user} -KeyFilePath ${sshd.keyFile} -Options @{ UserKnownHostsFile = '${sshd.knownHosts}' }`,
    );
    sshd.stop();
    expect(errors).toEqual(['PSSessionOpenFailed']);
    expect(records[0]?.exception.message).toContain('Hello');
  });
});
