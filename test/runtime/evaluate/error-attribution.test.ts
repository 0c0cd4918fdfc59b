import { casesOf } from '../cmdlets/cases-of.ts';

const functions = 'function f { [CmdletBinding()] param() 1 / 0 }; function g { 1 / 0 };';
const command = 'Microsoft.PowerShell.Commands.ForEachObjectCommand';

casesOf({
  'An error that leaves a command is the command’s': [
    [
      `${functions} try { f } catch { $_.FullyQualifiedErrorId; $_.InvocationInfo.MyCommand.Name; $_.CategoryInfo.Activity }; $error[0].FullyQualifiedErrorId`,
      'RuntimeException,f',
      'f',
      'f',
      'RuntimeException',
    ],
    [`${functions} try { g } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Activity }`, 'RuntimeException', ''],
    ['try { 1 | ForEach-Object { 1 / 0 } } catch { $_.FullyQualifiedErrorId }', `RuntimeException,${command}`],
    ["try { 1 | ForEach-Object { throw 'x' } } catch { $_.FullyQualifiedErrorId }", 'x'],
    [
      "try { 1 | ForEach-Object -ErrorVariable ev { [int]'x' } } catch { }; $ev | ForEach-Object { $_.GetType().Name }",
      'ErrorRecord',
      'CmdletInvocationException',
    ],
  ],
  'A trap sees errors of what is called': [
    [
      `${functions} function traps { trap { $_.FullyQualifiedErrorId; continue }; g; f; 'after' }; traps`,
      'RuntimeException',
      'RuntimeException,f',
      'after',
    ],
  ],
  'InvocationName is the operator where there is one': [
    [
      "function n { $MyInvocation.InvocationName }; n; & n; . n; & 'n'; & { $MyInvocation.InvocationName }",
      'n',
      '&',
      '.',
      '&',
      '&',
    ],
  ],
  'Calls without end': [
    [
      'function deep { deep }; try { deep } catch { $_.FullyQualifiedErrorId; $_.TargetObject; $_.Exception.InnerException.GetType().Name }',
      'CallDepthOverflow',
      '0',
      'ScriptCallDepthException',
    ],
  ],
  'Names beyond the declared one': [
    [
      "function Get-One { [Alias('Get-Two', 'two')] param() 'x' }; Get-Two; two; (Get-Alias two).Definition",
      'x',
      'x',
      'Get-One',
    ],
    ['"[$nodrive:x]"; $null -eq $nodrive:x', '[]', 'true'],
  ],
});

casesOf({
  'Initialisers that fail': [
    [
      "class A { static [int]$a = 'zz' }; 1..2 | ForEach-Object { try { [A]::a } catch { $_.Exception.GetType().Name } }; try { [A]::a } catch { $_.Exception.InnerException.ErrorRecord.FullyQualifiedErrorId }",
      'TypeInitializationException',
      'TypeInitializationException',
      'InvalidCastFromStringToInteger',
    ],
    [
      "class B {\n[int]$b = 'yy' }\ntry { [B]::new() } catch { $_.FullyQualifiedErrorId; $_.InvocationInfo.Line.Trim() }",
      'InvalidCastFromStringToInteger',
      "[int]$b = 'yy' }",
    ],
    [
      "class S { static S() { throw 's' } }; try { [S]::new() } catch { $_.Exception.GetType().Name }",
      'TypeInitializationException',
    ],
  ],
});
