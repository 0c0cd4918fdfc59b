import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nacre, root, run } from './run-nacre.ts';

const folder = mkdtempSync(join(tmpdir(), 'nacre-e2e-'));
afterAll(() => rmSync(folder, { recursive: true }));

const script = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const encoded = Buffer.from('"encoded $(6 * 7)"', 'utf16le').toString('base64');
const withParameters = script(
  'p.ps1',
  'param([int]$N, [switch]$Twice) if ($Twice) { $N * 2 } else { $N }; $args.Count',
);

const prompt = 'function prompt { "> " }';

describe('the command line', () => {
  it.each<[string, string[], string, string?]>([
    ['a script with parameters', [withParameters, '-N', '4', '-Twice'], '8\n0\n'],
    ['-File', ['-File', withParameters, '5'], '5\n0\n'],
    ['-Command', ['-Command', '1..3 | % { $_ * 2 }'], '2\n4\n6\n'],
    ['a prefix of a switch', ['-c', '"short"'], 'short\n'],
    ['-Command -', ['-Command', '-'], '42\n', '6 * 7\n'],
    ['-EncodedCommand', ['-EncodedCommand', encoded], 'encoded 42\n'],
    ['-CommandWithArgs', ['-CommandWithArgs', '$args -join "+"', 'a', 'b'], 'a+b\n'],
    ['-WorkingDirectory', ['-WorkingDirectory', '/', '-c', '(Get-Location).Path'], '/\n'],
    ['standard input as $input', ['-c', '$input | % { "<$_>" }'], '<a>\n<b>\n', 'a\nb\n'],
    ['lines of standard input, with prompts', ['-noexit', '-c', prompt], '> 1+1\n2\n> "b"\nb\n> ', '1+1\n"b"\n'],
    ['lines with backspaces', ['-noexit', '-c', prompt], '> 1+2\b3\n4\n> ', '1+2\b3\n'],
    ['-NoExit', ['-NoExit', '-c', `${prompt}; 1`], '1\n> 2\n2\n> ', '2\n'],
    ['booleans for switches', ['-File', withParameters, '-N:', '4', '-Twice:true'], '8\n0\n'],
    ['~ as a folder', ['-wd', '~', '-c', '$PWD.Path -eq $HOME'], 'True\n'],
    [
      'its own name',
      ['-c', '(Get-Process -Id $PID).Name; Split-Path -Leaf ([Environment]::ProcessPath)'],
      'nacre\nnacre\n',
    ],
    ['-Version', ['-Version'], `Nacre ${version}\n`],
  ])('%s', async (_name, args, out, input = '') => {
    expect(await run(args, { input })).toEqual({ code: 0, out, err: '' });
  });

  it.each<[string, string[], number]>([
    ['exit n', ['-c', 'exit 7'], 7],
    ['exit n with -NoExit', ['-NoExit', '-c', 'exit 7'], 7],
    ['an uncaught error', ['-c', 'throw "no"'], 1],
    ['a script that ends after an error nobody threw', ['-File', script('e.ps1', 'Get-Item /no/such; "on"')], 0],
    ['a script that does not parse', ['-File', script('broken.ps1', 'if (')], 1],
    ['a script that is not there', ['-File', '/no/such.ps1'], 64],
    ['an unknown switch', ['-Nonsense'], 64],
    ['a command whose last statement failed', ['-c', '1; Get-Item /no/such'], 1],
    ['a command that went on after an error', ['-c', 'Get-Item /no/such; 1'], 0],
    ['a program that failed', ['-c', 'sh -c "exit 3"'], 1],
  ])('exit code of %s', async (_name, args, code) => {
    expect((await run(args)).code).toBe(code);
  });

  it('says where a script does not parse', async () => {
    const { err } = await run(['-File', script('bad.ps1', '"fine"\nforeach ($x in 1..3 {\n')]);
    expect(err).toContain('bad.ps1:2');
  });

  it('writes what [Console]::Error gets as it is', async () => {
    const { err } = await run(['-c', '[Console]::Error.Write("a`n`nb"); [Console]::Error.Write("c")']);
    expect(err).toBe('a\n\nbc');
  });

  it('writes text as it is made', async () => {
    const times: number[] = [];
    await run(['-c', '"first"; Start-Sleep -Milliseconds 700; "second"'], { onOutput: () => times.push(Date.now()) });
    expect(times.length).toBeGreaterThanOrEqual(2);
  });

  it('answers each line of -Command - as it comes', async () => {
    const child = spawn(nacre, ['-NoProfile', '-Command', '-']);
    const said: string[] = [];
    const next = () =>
      new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(String(data).trim())));
    for (const line of ['$x = 6 * 7; $x', 'if ($x) {\n"block"\n}\n', 'throw "no"\n"on"']) {
      const answer = next();
      child.stdin.write(`${line}\n`);
      said.push(await answer);
    }
    child.stdin.end('exit 5\n');
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect({ said, code }).toEqual({ said: ['42', 'block', 'on'], code: 5 });
  });

  it('starts in a folder that has been removed, and starts programs from one', async () => {
    const gone = join(folder, 'gone');
    const inner = `$d = New-Item -ItemType Directory ${gone}; Set-Location $d; [IO.Directory]::Delete("$d"); sh -c "echo program"`;
    const child = spawn('sh', [
      '-c',
      `mkdir ${gone}; cd ${gone}; rmdir ${gone}; "${nacre}" -NoProfile -c '"$PWD"; ${inner}'`,
    ]);
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    await new Promise((resolve) => child.on('close', resolve));
    expect(text).toBe('/\nprogram\n');
  });

  it('ends quietly when nobody reads any more', async () => {
    const child = spawn('sh', ['-c', `"${nacre}" -NoProfile -c '1..100000' | head -n 1; echo "$?"`]);
    let text = '';
    child.stdout.on('data', (data) => (text += data));
    child.stderr.on('data', (data) => (text += data));
    await new Promise((resolve) => child.on('close', resolve));
    expect(text).toBe('1\n0\n');
  });

  it('stops at Ctrl+C, runs finally and exits with 130', async () => {
    let sent = false;
    const ended = await run(['-c', 'try { "started"; while ($true) { } } finally { "cleaned" }'], {
      onOutput: (text, kill) => {
        if (text.includes('started') && !sent) kill('SIGINT');
        sent = true;
      },
    });
    expect(ended).toMatchObject({ code: 130, out: 'started\ncleaned\n' });
  });

  it('goes 5,000 calls deep and reports more', async () => {
    const text =
      'function f($n) { if ($n) { f ($n - 1) } else { "deep" } }; f 4900; try { f 1e6 } catch { $_.FullyQualifiedErrorId }';
    expect((await run(['-c', text])).out).toBe('deep\nCallDepthOverflow\n');
  });
});

describe('a shell that another one calls', () => {
  const script = (text: string) => run(['-c', text]);

  it.each<[string, string, string]>([
    [
      'gives objects back',
      '$r = nacre { 1; [pscustomobject] @{ A = [datetime] "2020-01-02" } }; $r | % { $_.GetType().Name }; $r[1].A.Year',
      'Int32\nPSCustomObject\n2020\n',
    ],
    ['takes objects', '1, @{ k = 3 } | nacre { $input | % { $_.GetType().Name } }', 'Int32\nHashtable\n'],
    ['takes arguments', 'nacre -Command { param($a, $b) "$b $($a.Count)" } -args (1, 2), "x"', 'x 2\n'],
    ['is PSHOME first on PATH', 'pwsh { 5 } | % { $_ + 1 }', '6\n'],
    ['sends messages', '$null = nacre { Write-Warning w; 1 } 3>$null', 'WARNING: w\n'],
    [
      'sends errors',
      '$e = nacre { Write-Error bad; throw "x" } 2>&1; $e.FullyQualifiedErrorId; $e[1].Exception.GetType().Name',
      'Microsoft.PowerShell.Commands.WriteErrorException\nx\nRemoteException\n',
    ],
    ['writes text to a file', 'nacre { "t" } > $env:NACRE_OUT; Get-Content $env:NACRE_OUT', 't\n'],
    ['gives its exit code', 'nacre { exit 4 }; $LASTEXITCODE', '4\n'],
    [
      'refuses two blocks',
      'try { nacre { 1 } { 2 } } catch { $_.FullyQualifiedErrorId }',
      'ParameterSpecifiedAlready\n',
    ],
  ])('%s', async (_name, text, out) => {
    process.env.NACRE_OUT = join(folder, 'out.txt');
    expect(await script(text)).toEqual({ code: 0, out, err: '' });
  });

  it('writes one document to each stream', async () => {
    const { out, err } = await run([
      '-OutputFormat',
      'XML',
      '-c',
      '1, $null; Write-Host h; Write-Progress a s; Write-Verbose v -Verbose',
    ]);
    expect(out.split('\n')).toEqual([
      '#< CLIXML',
      '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><I32 S="Output">1</I32><Nil S="Output" /><S S="Output">h</S><S S="Output">_x000A_</S></Objs>',
    ]);
    expect(err).toMatch(/^#< CLIXML\n<Objs .*S="information".*S="progress".*<S S="verbose">v<\/S><\/Objs>$/);
  });
});

describe('background jobs', () => {
  it.each<[string, string, string]>([
    ['are processes of their own', 'Start-Job { $PID } | Receive-Job -Wait | % { "$_" -eq "$PID" }', 'False\n'],
    [
      'take values, input and code that runs first',
      '$n = 5; 1, 2 | Start-Job { param($a) $input | % { f ($_ + $using:n + $a) } } -ArgumentList 10 -InitializationScript { function f($x) { "<$x>" } } | Receive-Job -Wait',
      '<16>\n<17>\n',
    ],
    [
      'start where their caller is, or as they are told',
      'cd /; Start-Job { "$PWD" } | Receive-Job -Wait; Start-Job { "$PWD" } -WorkingDirectory /tmp | Receive-Job -Wait',
      '/\n/tmp\n',
    ],
    [
      'stop',
      '$j = Start-Job { "on"; while ($true) { } }; while (-not $j.ChildJobs[0].Output.Count) { Start-Sleep -Milliseconds 50 }; Stop-Job $j; "$($j.State)"',
      'Stopped\n',
    ],
    [
      'fail with what they threw',
      '$j = Start-Job { throw "far" }; $null = Wait-Job $j; "$($j.State) $($j.ChildJobs[0].JobStateInfo.Reason.Message)"',
      'Failed far\n',
    ],
    ['of the operator see the variables of here', '$v = 4; $j = $v * 2 &; Receive-Job $j -Wait', '8\n'],
    ['end with the shell', '$null = Start-Job { Start-Sleep 60 }; "end"', 'end\n'],
  ])('%s', async (_name, text, out) => {
    expect(await run(['-c', text])).toEqual({ code: 0, out, err: '' });
  });
});
