import { realpathSync } from 'node:fs';
import { neutralPlatform } from '../embedding/default-world.ts';
import { embeddedHost } from '../embedding/embedded-host.ts';
import { remotingModules } from '../remoting/cmdlets/index.ts';
import { memoryFs } from '../runtime/host/memory-file-system.ts';
import { ConsoleHost } from '../runtime/host/node/console-host.ts';
import { ownEnvironment } from '../runtime/host/own-environment.ts';
import { Runspace } from '../runtime/runspace/runspace.ts';
import { parseCommandLine } from './arguments.ts';
import { runFile } from './run-script.ts';

const path = '/warm-up.ps1';

/**
 * What a start-up snapshot is taken after: a script with the least that scripts have, so that the parser, the types and
 * the commands' descriptions are made already, and what every start runs is compiled; a function that is never called has
 * most of the grammar in it. What a script uses beyond it is
 * loaded when it is used: a larger snapshot would slow down every start. It runs in a runspace of its own, in memory, and
 * leaves nothing behind but what is shared and cannot change.
 */
const script = `
function Test-Warm([string] $Name, [int] $Count = 2) { if ($Count -gt 1) { "$Name $Count" } else { $null } }
function Test-Syntax([string[]] $Path, [switch] $All) {
    # Only read, never run.
    begin { $list = @(, 1); $table = [ordered]@{ a = 0x1F; 'b c' = "x$($Path.Count)y \`n$_" } }
    process {
        while ($true) { try { Get-Item $Path[0] -ErrorAction Stop 2>$null | Where-Object { $_.Length -ge 1kb } | Select-Object -First 1 } catch [System.IO.IOException] { throw $_ } finally { } }
        do { [void]$list.Add([System.Collections.Generic.List[int]]::new()); & $block @table } until ($script:done -or !$All)
        switch -Regex ($item) { '^a' { $list[0..1]; break } default { return $i -eq 1 ? 'a' : ($null ?? "b \${item}") } }
    }
}
$x = Test-Warm -Name a -Count 3
for ($i = 0; $i -lt 2; $i++) { if ($i -eq 1) { $sum += $i * 2 } }
1
`;

/** Makes what is made once per process; see {@link script}. */
export function warmUp(): void {
  let now = 0;
  const request = parseCommandLine(['-NoProfile', '-NonInteractive', '-File', '/there-is-no-such-script']);
  const console = new ConsoleHost({ version: '', interactive: false, onExit: () => {}, onClosed: () => {} });
  console.ui.write('');
  console.flush();
  realpathSync('/');
  const runspace = new Runspace({
    host: embeddedHost('', ''),
    fs: memoryFs({ [path]: script }),
    environment: ownEnvironment(),
    // No clock of the machine is asked while a snapshot is made.
    clock: {
      now: () => now++,
      monotonic: () => now++,
      localOffset: () => 0,
      zone: 'UTC',
      sleep: () => Promise.resolve(),
    },
    random: { next: () => 0, bytes: (count) => new Uint8Array(count) },
    platform: neutralPlatform,
    modules: remotingModules(),
    location: '/',
    version: '',
  });
  runFile(runspace, request, runspace.hostStreams.streams);
  const command = runspace.scriptFile(path);
  if (command instanceof Promise) throw new Error('the warm-up script must not wait to be read');
  const outcome = runspace.run({ command, dotSource: true });
  if (outcome instanceof Promise) throw new Error('the warm-up script must not wait');
  if (outcome.error) throw new Error(`the warm-up script failed: ${outcome.error.exception.message}`);
}

/**
 * Has V8 drop the code compiled so far, of Node's library too: a collection of garbage drops what has not run during the
 * last ones, so garbage is made until there were enough (with a heap of 128 MB). What a start needs is compiled by a
 * second warm-up then, and a snapshot holds that alone.
 */
export function dropCode(): void {
  const held: unknown[] = [];
  for (let round = 0; round < 600; round++) held[round % 16] = new Array(200_000).fill(round);
}
