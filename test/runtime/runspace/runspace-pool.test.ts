import { expect, it } from 'vitest';
import { runScript } from '../cmdlets/run-script.ts';

const pool = (size: string) => `$pool = [runspacefactory]::CreateRunspacePool(${size}); $pool.Open(); `;
const started =
  '$all = 1..4 | ForEach-Object { $p = [powershell]::Create(); $p.RunspacePool = $pool; $p.AddScript({ param($n) $script:seen++; Start-Sleep -Milliseconds 20; "$n/$seen" }).AddArgument($_) | Out-Null; @{ P = $p; H = $p.BeginInvoke() } }; ';
const ended = '$all | ForEach-Object { $_.P.EndInvoke($_.H); $_.P.Dispose() }; ';

it.each<[string, string, string[]]>([
  [
    'one runspace is taken in turn and keeps its state',
    `${pool('1, 1')}${started}${ended}`,
    ['1/1', '2/2', '3/3', '4/4'],
  ],
  [
    'several run side by side',
    `${pool('1, 4')}${started}$pool.GetAvailableRunspaces(); ${ended}`,
    ['0', '1/1', '2/1', '3/1', '4/1'],
  ],
  [
    'what ends leaves room, and Dispose leaves the pool',
    `${pool('1, 2')}${started}${ended}; $pool.GetAvailableRunspaces()`,
    ['1/1', '2/1', '3/2', '4/2', '2'],
  ],
  [
    'its state',
    `${pool('1, 2')}"$($pool.RunspacePoolStateInfo.State)"; $pool.Close(); "$($pool.RunspacePoolStateInfo.State)"`,
    ['Opened', 'Closed'],
  ],
  [
    'bad bounds',
    'try { [runspacefactory]::CreateRunspacePool(3, 1) } catch { $_.Exception.InnerException.GetType().Name }',
    ['PSArgumentException'],
  ],
  [
    'a pool that is not open',
    '$pool = [runspacefactory]::CreateRunspacePool(1, 2); $p = [powershell]::Create(); $p.RunspacePool = $pool; try { $p.AddScript("1").Invoke() } catch { $_.Exception.InnerException.GetType().Name }',
    ['InvalidRunspacePoolStateException'],
  ],
])('%s', async (_name, script, expected) => {
  expect(await runScript(script)).toEqual(expected);
});

it.each<[string, string, string[]]>([
  [
    'is that of the host',
    '$Host.Runspace.InstanceId -eq [runspace]::DefaultRunspace.InstanceId; $ExecutionContext.Host.Runspace.Id -eq $Host.Runspace.Id',
    ['true', 'true'],
  ],
  [
    'must be open',
    '$ps = [powershell]::Create([runspacefactory]::CreateRunspace()).AddScript("1"); try { $ps.BeginInvoke() } catch { $_.Exception.InnerException.GetType().Name }',
    ['InvalidRunspaceStateException'],
  ],
  [
    'runs one pipeline at a time',
    '$r = [runspacefactory]::CreateRunspace(); $r.Open(); $a = [powershell]::Create($r).AddScript("Start-Sleep -Milliseconds 50; 1"); $b = [powershell]::Create($r).AddScript("2"); $h = $a.BeginInvoke(); try { $b.Invoke() } catch { $_.Exception.InnerException.GetType().Name }; $a.EndInvoke($h); $b.Invoke()',
    ['PSInvalidOperationException', '1', '2'],
  ],
])('a runspace %s', async (_name, script, expected) => {
  expect(await runScript(script)).toEqual(expected);
});
