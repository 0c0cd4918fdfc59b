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
