import { expect, test } from 'vitest';
import { createEngine } from '../../../src/index.ts';

const definition = `
function Get-Foo {
<#
.SYNOPSIS
Gets a foo.
.PARAMETER Name
Which one.
.EXAMPLE
PS> Get-Foo x

Gets x.
.LINK
https://example.org/foo
#>
[CmdletBinding()] param([Parameter(Mandatory, ValueFromPipeline)][string]$Name, [int]$Count = 3)
}
`;

test.each([
  ['(Get-Help Get-Foo).Synopsis', 'Gets a foo.'],
  ['(Get-Help Get-Foo -Parameter Name).description.Text', 'Which one.'],
  ['(Get-Help Get-Foo).parameters.parameter.defaultValue -join "|"', '|3'],
  ['(Get-Help Get-Foo).parameters.parameter.pipelineInput -join "|"', 'true (ByValue)|false'],
  [
    '$e = (Get-Help Get-Foo).examples.example; "$($e.introduction.Text)|$($e.code)|$($e.remarks.Text)"',
    'PS>|Get-Foo x|Gets x.',
  ],
  ['(Get-Help Get-Foo).relatedLinks.navigationLink.uri', 'https://example.org/foo'],
  ['(Get-Help Get-Foo -Full).psobject.TypeNames[0]', 'MamlCommandHelpInfo#FullView'],
  ['function bare($a) { }; (Get-Help bare).Synopsis.Trim()', 'bare [[-a] <Object>]'],
  ['(Get-Help %).Name', 'ForEach-Object'],
  [
    'try { Get-Help Nope -ErrorAction Stop } catch { $_.FullyQualifiedErrorId }',
    'HelpNotFound,Microsoft.PowerShell.Commands.GetHelpCommand',
  ],
  [
    '(Get-Help Get-Foo | Out-String -Width 200).Contains("Get-Foo [-Name] <String> [[-Count] <Int32>] [<CommonParameters>]")',
    'true',
  ],
])('%s', async (script, expected) => {
  const engine = await createEngine();
  const { output } = await engine.run(`${definition}${script}`);
  expect(output.map(String).join('\n')).toBe(expected);
});
