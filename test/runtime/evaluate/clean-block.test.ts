import { casesOf } from '../cmdlets/cases-of.ts';

const failing = `function c { [CmdletBinding()] param([string]$How) end { } clean {
  if ($How -eq 'throw') { throw 't' }
  if ($How -eq 'stop') { Get-Command nonexist -ErrorAction Stop }
  if ($How -eq 'cmdlet') { $PSCmdlet.ThrowTerminatingError([System.Management.Automation.ErrorRecord]::new([ArgumentException]::new('a'), 'id', 'InvalidArgument', $null)) }
  if ($How -eq 'plain') { 1 / 0 }
} };`;

casesOf({
  'Errors of a clean block are reported and go no further': [
    [
      `${failing} foreach ($h in 'throw', 'stop', 'cmdlet') { $error.Clear(); try { c $h 2>$null; $ok = $?; "$h $ok $($error.Count)" } catch { 'caught' } }`,
      'throw False 1',
      'stop False 1',
      'cmdlet False 1',
    ],
    [
      `${failing} try { c plain 2>$null; $error[0].Exception.InnerException.GetType().Name } catch { 'caught' }`,
      'DivideByZeroException',
    ],
    [
      `${failing} $p = [powershell]::Create(); $null = $p.AddScript('function c { end { } clean { throw 1 } }; c').Invoke(); $p.Streams.Error.Count`,
      '1',
    ],
  ],
  'A clean block runs only where another block has run': [
    ['function only { clean { $global:ran = 1 } }; only; $null -eq $ran', 'true'],
    [
      "function a { process { throw 'p' } }; function b { process { $_ } clean { $global:ran = 1 } }; try { a | b } catch { $_.Exception.Message }; $null -eq $ran",
      'p',
      'true',
    ],
    ['function b { begin { } clean { $global:ran = 1 } }; b; $ran', '1'],
  ],
  'What a .NET caller catches': [
    [
      "$p = [powershell]::Create().AddCommand('Get-Command').AddParameter('Name', 'nonexist').AddParameter('ErrorAction', 'Stop'); try { $p.Invoke() } catch { $_.Exception.InnerException.GetType().Name }",
      'ActionPreferenceStopException',
    ],
    [
      '$p = [powershell]::Create().AddScript(\'1 / 0 | ForEach-Object { }; throw "x"\'); try { $p.Invoke() } catch { $_.Exception.InnerException.GetType().Name }',
      'RuntimeException',
    ],
    [
      "$p = [powershell]::Create().AddCommand('Invoke-History'); try { $p.Invoke() } catch { $_.Exception.InnerException.GetType().Name; $_.Exception.InnerException.InnerException.GetType().Name }",
      'CmdletInvocationException',
      'InvalidOperationException',
    ],
  ],
});
