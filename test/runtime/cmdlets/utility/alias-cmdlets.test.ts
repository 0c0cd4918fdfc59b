import { casesOf } from '../cases-of.ts';

const id = "$error[0].FullyQualifiedErrorId -replace ',.*'";

casesOf(
  {
    'Export-Alias and Import-Alias': [
      [
        'Set-Alias abc Get-Date -Description d; Export-Alias /a.csv abc; (Get-Content /a.csv)[-1]; Remove-Alias abc; (Import-Alias /a.csv -PassThru).Definition; (Get-Alias abc).Description',
        '"abc","Get-Date","d","None"',
        'Get-Date',
        'd',
      ],
      [
        "Set-Alias abc Get-Date; Export-Alias /a.ps1 abc -As Script -Description 'why'; (Get-Content /a.ps1)[-2, -1]",
        '# why',
        'set-alias -Name:"abc" -Value:"Get-Date" -Description:"" -Option:"None"',
      ],
      [
        `Set-Alias abc Get-Date; Export-Alias /a.csv abc; Import-Alias /a.csv 2>$null; ${id}; Import-Alias /a.csv -Force; $?`,
        'AliasAlreadyExists',
        'true',
      ],
      [`Export-Alias /a.csv nope 2>$null; ${id}`, 'AliasNotFound'],
      ["try { Import-Alias /bad.csv } catch { $_.FullyQualifiedErrorId -replace ',.*' }", 'ImportAliasFileFormatError'],
      ["try { Import-Alias /* } catch { $_.FullyQualifiedErrorId -replace ',.*' }", 'NotSupported'],
    ],
    'Update-List': [
      [
        '$o = [pscustomobject]@{ a = [Collections.ArrayList]@(1, 2, 3) }; $null = $o | Update-List a -Add 4 -Remove 2; "$($o.a)"; $null = $o | Update-List a -Replace 7; "$($o.a)"',
        '1 3 4',
        '7',
      ],
      ['$t = Update-List -Add 1 -Remove 2; $t.Add; $t.Remove', '1', '2'],
      [
        `$null = [pscustomobject]@{ a = 1 } | Update-List b -Add 4 2>$null; ${id}; Update-List b -Add 4 2>$null; ${id}`,
        'MemberDoesntExist',
        'MissingInputObjectParameter',
      ],
    ],
    'Preference variables have types': [
      [
        "$ErrorView.GetType().Name; $PSNativeCommandArgumentPassing.GetType().Name; try { $ErrorView = 'nope' } catch { $_.FullyQualifiedErrorId }",
        'ErrorView',
        'NativeArgumentPassingStyle',
        'RuntimeException',
      ],
    ],
    'Tuples are indexed': [["$t = [tuple]::Create(1, 'b'); $t[0]; $t[1]; $null -eq $t[5]", '1', 'b', 'true']],
  },
  { '/bad.csv': '"a","b"', '/other.csv': '' },
);
