import { casesOf } from '../cases-of.ts';

casesOf({
  'Invoke-History': [
    ["try { r } catch { $_.FullyQualifiedErrorId -replace ',.*' }", 'InvokeHistoryNoLastHistoryEntryFound'],
    ["try { ihy -1 } catch { $_.FullyQualifiedErrorId -replace ',.*' }", 'InvokeHistoryInvalidIdGetHistory'],
    ["try { Invoke-History 7 } catch { $_.FullyQualifiedErrorId -replace ',.*' }", 'InvokeHistoryNoHistoryForId'],
    ["try { r git } catch { $_.FullyQualifiedErrorId -replace ',.*' }", 'InvokeHistoryNoHistoryForCommandline'],
    [
      "$h = [pscustomobject]@{ CommandLine = '$n++; $n'; ExecutionStatus = 'Completed'; StartExecutionTime = [datetime]::Now; EndExecutionTime = [datetime]::Now }; $h | Add-History; $n = 4; r; r '$n'",
      '5',
      '6',
    ],
  ],
  'Set-PSDebug': [
    ['Set-PSDebug -Strict; & { try { $nope } catch { $_.FullyQualifiedErrorId } }', 'VariableIsUndefined'],
    ['Set-PSDebug -Strict; Set-PSDebug -Off; $null -eq $nope', 'true'],
    ['Set-PSDebug -Trace 0'],
    ['try { Set-PSDebug -Trace 2 } catch { $_.CategoryInfo.Category }', 'NotImplemented'],
  ],
  'Register-ArgumentCompleter': [
    ['Register-ArgumentCompleter -CommandName a -ParameterName b -ScriptBlock { 1 }; $?', 'true'],
    [
      'try { Register-ArgumentCompleter -ParameterName b } catch { $_.CategoryInfo.Reason }',
      'ParameterBindingException',
    ],
  ],
  'Get-ExperimentalFeature': [['@(Get-ExperimentalFeature x*).Count', '0']],
  'Get-Command': [
    [
      "try { Get-Command -ArgumentList 1 } catch { $_.FullyQualifiedErrorId -replace ',.*' }",
      'CommandArgsOnlyForSingleCmdlet',
    ],
  ],
});
