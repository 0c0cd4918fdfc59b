import { casesOf } from '../../cmdlets/cases-of.ts';

const proxy = '[System.Management.Automation.ProxyCommand]';
const wrap = (command: string, name: string): string =>
  `Set-Item function:${name} ([scriptblock]::Create(${proxy}::Create((Get-Command ${command}))));`;

casesOf({
  'A proxy is called as what it stands for': [
    [`${wrap('Sort-Object', 'My-Sort')} 3, 1, 2 | My-Sort -Descending`, '3', '2', '1'],
    [`${wrap('Get-Date', 'My-Date')} My-Date -Year 2020 -Format yyyy`, '2020'],
    [`function one { param($a, $b) "$a-$b" }; ${wrap('one', 'two')} two 1 2`, '1-2'],
  ],
  'What a proxy repeats': [
    [
      `function one { [CmdletBinding(DefaultParameterSetName = 'x', SupportsShouldProcess)] param([Parameter(Mandatory, Position = 0)][Alias('z')][ValidateSet('a', "b'c")][string[]]$Name, [switch]$On) } ${proxy}::GetCmdletBindingAttribute((Get-Command one)); ${proxy}::GetParamBlock((Get-Command one)) -replace '\\s+', ' ' -replace '[{}]'`,
      "[CmdletBinding(DefaultParameterSetName='x', SupportsShouldProcess=$true, ConfirmImpact='Medium')]",
      " [Parameter(Mandatory=$true, Position=0)] [Alias('z')] [ValidateSet('a','b''c')] [string[]] $Name, [switch] $On",
    ],
    [
      `$m = [System.Management.Automation.CommandMetadata]::new((Get-Command Get-Date)); $m.Name; $m.Parameters.ContainsKey('Format'); $m.SupportsPaging`,
      'Get-Date',
      'true',
      'false',
    ],
    [
      `(${proxy}::Create((Get-Command Get-Date)) -split '\\n')[-5, -4] -join ' '`,
      '.ForwardHelpTargetName Get-Date .ForwardHelpCategory Cmdlet',
    ],
  ],
});
