import { casesOf } from '../cases-of.ts';

const dynamic = `function Get-It { [CmdletBinding()] param([string]$Kind) dynamicparam {
  if ($Kind -ne 'big') { return }
  $c = [Collections.ObjectModel.Collection[Attribute]]::new(); $c.Add([Parameter]@{ Mandatory = $true })
  $d = [System.Management.Automation.RuntimeDefinedParameterDictionary]::new()
  $d.Add('Size', [System.Management.Automation.RuntimeDefinedParameter]::new('Size', [int], $c)); $d
} process { 'ran' } };`;

casesOf({
  'Get-Command -ArgumentList': [
    [
      `${dynamic} $p = (Get-Command Get-It -Kind big).Parameters['Size']; $p.ParameterType.Name; $p.IsDynamic; (Get-Command Get-It).Parameters.ContainsKey('Size')`,
      'Int32',
      'true',
      'false',
    ],
    [
      `${dynamic} (Get-Command -Verb Get -Noun It -ArgumentList '-Kind', 'big' -Syntax).Trim()`,
      'Get-It [[-Kind] <string>] -Size <int> [<CommonParameters>]',
    ],
    [`${dynamic} (Get-Command Get-It -ArgumentList small).Parameters.ContainsKey('Size')`, 'false'],
  ],
});
