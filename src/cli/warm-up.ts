import { neutralPlatform } from '../embedding/default-world.ts';
import { embeddedHost } from '../embedding/embedded-host.ts';
import { memoryFs } from '../runtime/host/memory-file-system.ts';
import { ownEnvironment } from '../runtime/host/own-environment.ts';
import { Runspace } from '../runtime/runspace/runspace.ts';

/**
 * What a start-up snapshot is taken after: a script that uses what most scripts use, so that the parser, the types and
 * the commands' descriptions are made already. It runs in a runspace of its own, in memory, and leaves nothing behind
 * but what is shared and cannot change.
 */
const script = `
function Test-Warm([string] $Name, [int] $Count = 2) { if ($Count -gt 1) { "$Name $Count" } else { $null } }
$list = [System.Collections.Generic.List[int]]::new(); $list.Add(1)
$table = @{ a = 1; b = 'x' }
foreach ($key in $table.Keys) { $null = Test-Warm -Name $key -Count 3 }
try { throw 'x' } catch { $null = $_.Exception.Message } finally { }
switch -Regex ('abc') { '^a' { } default { } }
$o = [pscustomobject] @{ Name = 'n'; Size = 1 }
$o | Select-Object Name | Where-Object Name | ForEach-Object { $_ } | Out-Null
for ($i = 0; $i -lt 2; $i++) { $x = $i * 2 -as [string] }
'a-b' -split '-' -join '+' -replace 'a', 'c' | Out-Null
'{0:N2}' -f 1.5 | Out-Null
Write-Output 1, 2 | Out-Null
`;

/** Makes what is made once per process; see {@link script}. */
export function warmUp(): void {
  let now = 0;
  const runspace = new Runspace({
    host: embeddedHost('', ''),
    fs: memoryFs(),
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
    location: '/',
    version: '',
  });
  const outcome = runspace.run({ command: runspace.scriptOf(script), dotSource: true });
  if (outcome instanceof Promise) throw new Error('the warm-up script must not wait');
  if (outcome.error) throw new Error(`the warm-up script failed: ${outcome.error.exception.message}`);
}
