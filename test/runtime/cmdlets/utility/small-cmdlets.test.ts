import { casesOf } from '../cases-of.ts';

const id = "$error[0].FullyQualifiedErrorId -replace ',.*'";

casesOf(
  {
    'Get-Random': [
      ['(Get-Random -Minimum $null -Maximum 5).GetType().Name; (Get-Random 1tb).GetType().Name', 'Int32', 'Int64'],
      [
        "(Get-Random -Minimum '0x10' -Maximum '0x11'); (Get-Random -Minimum '1.5' -Maximum 2).GetType().Name",
        '16',
        'Double',
      ],
      [
        '(Get-Random -Minimum 5l -Maximum 6).GetType().Name; Get-Random -Minimum 100000002222 -Maximum 100000002223',
        'Int64',
        '100000002222',
      ],
      [
        '(Get-Random -Minimum ([double]::MinValue) -Maximum ([double]::MaxValue)) -lt [double]::PositiveInfinity',
        'true',
      ],
      [
        "try { Get-Random -Minimum 'b' -Maximum 5 } catch { $_.FullyQualifiedErrorId -replace ',.*' }",
        'InvalidCastFromStringToInteger',
      ],
      [
        "try { Get-SecureRandom -Minimum 5 -Maximum 5 } catch { $_.FullyQualifiedErrorId -replace ',.*' }",
        'MinGreaterThanOrEqualMax',
      ],
      ["(Get-Random 'a', 'b') -in 'a', 'b'", 'true'],
    ],
    'Set-Variable': [
      ['Set-Variable foo1, foo2 x -Exclude foo2; $foo1; $null -eq $foo2', 'x', 'true'],
      ['& { Set-Variable p 1 -Option ReadOnly -Scope private; "$((Get-Variable p).Options)" }', 'ReadOnly, Private'],
      [
        '$v = 1; Set-Variable v (2, 3) -Append; $v.Count; $v[1].Count; 4..6 | Set-Variable v -Append; $v.Count',
        '2',
        '2',
        '5',
      ],
    ],
    'Clear-Variable and Remove-Variable': [
      ['$v = \'outer\'; & { Clear-Variable v; "[$v]"; Remove-Variable v; $v }; $v', '[]', 'outer', 'outer'],
      ['$v = 1; & { Clear-Variable v -Scope 1 }; $null -eq $v', 'true'],
    ],
    'Get-FileHash and Unblock-File': [
      [`Get-FileHash /d 2>$null; ${id}`, 'UnauthorizedAccessError'],
      [`Unblock-File /nope 2>$null; ${id}`, 'FileNotFound'],
      [`Unblock-File -LiteralPath /nope 2>$null; ${id}`, 'FileNotFound'],
    ],
    'Import-PowerShellDataFile': [
      [
        `try { Import-PowerShellDataFile /run.psd1 } catch { $_.FullyQualifiedErrorId -replace ',.*' }`,
        'System.InvalidOperationException',
      ],
    ],
    'ConvertFrom-StringData': [["$t = ConvertFrom-StringData 'a:1' ':'; $t[$t.Keys]", '1']],
    'New-Object': [
      [
        "try { New-Object uribuilder -Property @{ Nope = 1 } } catch { $_.FullyQualifiedErrorId -replace ',.*' }",
        'InvalidOperationException',
      ],
      [
        "try { New-Object uribuilder -Property @{ Port = 'x' } } catch { $_.FullyQualifiedErrorId -replace ',.*' }",
        'SetValueException',
      ],
    ],
    'Get-Culture': [
      [
        "@('x', 'de' | Get-Culture 2>$null).Name; $error[0].FullyQualifiedErrorId -replace ',.*'",
        'de',
        'ParameterArgumentValidationError',
      ],
    ],
    'Import-Clixml': [
      [
        "try { Import-Clixml /nope.xml } catch { $_.FullyQualifiedErrorId -replace ',.*' }; try { $null | ConvertTo-CliXml -ErrorAction Stop } catch { $_.FullyQualifiedErrorId -replace ',.*' }",
        'FileOpenFailure',
        'ParameterArgumentValidationErrorNullNotAllowed',
      ],
    ],
    'Get-PSCallStack': [['function f { trap { (Get-PSCallStack).Command[0, 1]; continue }; throw 1 }; f', 'f', 'f']],
    'Add-Member': [
      [
        "foreach ($a in @{ MemberType = 'NoteProperty'; Value = 1; SecondValue = 2 }, @{ MemberType = 'ScriptProperty'; Value = $null }, @{ MemberType = 'ScriptMethod'; Value = 'x' }, @{ MemberType = 'MemberSet'; Value = 'x' }, @{ MemberType = 'Method' }) { try { Add-Member -InputObject a -Name N @a } catch { $_.FullyQualifiedErrorId -replace ',.*' } }",
        'Value2ShouldNotBeSpecified',
        'Value1AndValue2AreNotBothNull',
        'ConvertToFinalInvalidCastException',
        'ConvertToFinalInvalidCastException',
        'CannotAddMemberType',
      ],
    ],
    'ConvertTo-Csv': [
      [
        "try { 1 | ConvertTo-Csv -QuoteFields a -UseQuotes Never } catch { $_.FullyQualifiedErrorId -replace ',.*' }; try { 1 | Export-Csv /x -NoTypeInformation -IncludeTypeInformation } catch { $_.FullyQualifiedErrorId -replace ',.*' }",
        'CannotSpecifyQuoteFieldsAndUseQuotes',
        'CannotSpecifyIncludeTypeInformationAndNoTypeInformation',
      ],
    ],
    'Names of types': [
      [
        "$o = [pscustomobject]@{ a = 1 }; $o.pstypenames.Insert(0, 'x'); $o.pstypenames.Add('z'); $null = $o.pstypenames.Remove('System.Object'); $o.pstypenames -join ','; $o.psobject.TypeNames[0]",
        'x,System.Management.Automation.PSCustomObject,z',
        'x',
      ],
    ],
    'Attributes that only mark': [
      [
        "function f { [Diagnostics.CodeAnalysis.SuppressMessage('a', 'b', Justification = 'c')] [CmdletBinding()] param() 'ran' }; f",
        'ran',
      ],
      ["function f { [CmdletBinding()] param([ComponentModel.Description('d')] $x) $x }; f 5", '5'],
    ],
  },
  { '/d/.keep': '', '/run.psd1': '@{ A = Get-Date }' },
);
