import { casesOf } from '../cases-of.ts';

casesOf({
  'Add-Type': [
    ["Add-Type -AssemblyName System.Web, 'System.Xml.Linq, Version=4.0.0.0'; $?", 'true'],
    [
      "try { Add-Type -AssemblyName PresentationFramework } catch { $_.FullyQualifiedErrorId -replace ',.*' }",
      'ASSEMBLY_NOT_FOUND',
    ],
    ["try { Add-Type 'class C { }' } catch { $_.CategoryInfo.Category }", 'NotImplemented'],
    ["try { Add-Type -Path /a.dll } catch { $_.FullyQualifiedErrorId -replace ',.*' }", 'ErrorLoadingAssembly'],
  ],
  PSSerializer: [
    [
      '$t = [System.Management.Automation.PSSerializer]; $t::Deserialize($t::Serialize(@{ a = 1 })).a; $t::DeserializeAsList($t::Serialize(5))[0]',
      '1',
      '5',
    ],
    [
      "try { [System.Management.Automation.PSSerializer]::Deserialize('<x') } catch { $_.Exception.InnerException.GetType().Name }",
      'XmlException',
    ],
  ],
  'Get-Runspace': [
    [
      '$n = [runspacefactory]::CreateRunspace(); $n.Open(); @(Get-Runspace).Count; (Get-Runspace -Id $n.Id).Name -eq $n.Name; $n.Dispose(); @(Get-Runspace).Count',
      '2',
      'true',
      '1',
    ],
    ['[object]::ReferenceEquals([runspace]::DefaultRunspace.Events, $ExecutionContext.Events)', 'true'],
  ],
  'Type names with an arity': [
    [
      '[Collections.Generic.List``1[int]].Name; [System.Collections.ObjectModel.Collection``1[System.Attribute]]::new().Count',
      'List`1',
      '0',
    ],
  ],
});

const id = "$_.FullyQualifiedErrorId -replace ',.*'";

casesOf(
  {
    'The action Suspend is refused': [
      [
        `try { $global:DebugPreference = 'Suspend' } catch { ${id} }; try { Set-Variable DebugPreference ([System.Management.Automation.ActionPreference]::Suspend) -Scope Global } catch { ${id} }`,
        'RuntimeException',
        'RuntimeException',
      ],
      [`& { $WarningPreference = 'Suspend'; try { Write-Warning x } catch { ${id} } }`, 'System.NotSupportedException'],
      [
        `try { Write-Output 1 -ErrorAction Suspend } catch { ${id} }; try { Write-Output 1 -WarningAction $null } catch { ${id}; $_.Exception.InnerException.InnerException.GetType().Name }`,
        'ParameterBindingFailed',
        'ParameterBindingFailed',
        'PSInvalidCastException',
      ],
    ],
    'Places on the screen': [
      [
        '$c = [System.Management.Automation.Host.Coordinates]::new(1, 2); $c.X = 5; "$c"; "$(New-Object System.Management.Automation.Host.Coordinates)"',
        '5,2',
        '0,0',
      ],
    ],
    'What a new runspace starts with': [
      [
        "$iss = [initialsessionstate]::CreateDefault(); $iss.Commands.Add([System.Management.Automation.Runspaces.SessionStateFunctionEntry]::new('hi', '\"hi $args\"')); $iss.ImportPSModule('/m/M.psm1'); $r = [runspacefactory]::CreateRunspace($iss); $r.Open(); $p = [powershell]::Create($r); $p.AddScript('hi you; Get-M').Invoke()",
        'hi you',
        'm',
      ],
      [
        'try { [initialsessionstate]::Create().ImportPSModule($null) } catch { $_.Exception.InnerException.GetType().Name }',
        'ArgumentNullException',
      ],
    ],
  },
  { '/m/M.psm1': "function Get-M { 'm' }" },
);
