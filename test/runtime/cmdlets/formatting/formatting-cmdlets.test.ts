import { describe, expect, it } from 'vitest';
import { runScript } from '../run-script.ts';

const rows = '$rows = 1..3 | ForEach-Object { [pscustomobject]@{ Id = $_; Name = "n$_" } };';

/** The lines of what a script writes as one text. */
async function lines(script: string): Promise<string[]> {
  const [text = ''] = await runScript(script);
  return text.split('\n').map((line) => line.trimEnd());
}

describe('Format-*', () => {
  it.each([
    ['Format-Table', ['', 'Id Name', '-- ----', ' 1 n1', ' 2 n2', ' 3 n3', '', '']],
    ['Format-Table -HideTableHeaders', ['', ' 1 n1', ' 2 n2', ' 3 n3', '', '']],
    [
      "Format-Table @{ n = 'Twice'; e = { $_.Id * 2 }; w = 8; a = 'left' }",
      ['', 'Twice', '-----', '2', '4', '6', '', ''],
    ],
    ['Select-Object -First 1 | Format-List', ['', 'Id   : 1', 'Name : n1', '', '']],
    ['Format-Wide Name -Column 2', ['', 'n1           n2', 'n3', '', '']],
    [
      'Select-Object -First 1 | Format-Custom',
      ['', 'class PSCustomObject', '{', '  Id = 1', '  Name = n1', '}', '', '', ''],
    ],
    [
      'Select-Object -First 2 | Format-Table Name -GroupBy Id',
      ['', '   Id: 1', '', 'Name', '----', 'n1', '', '   Id: 2', '', 'Name', '----', 'n2', '', ''],
    ],
  ])('%s', async (command, expected) => {
    expect(await lines(`${rows} $rows | ${command} | Out-String -Width 24`)).toEqual(expected);
  });

  it('refuse packets in the wrong order', async () => {
    const script = `${rows} ($rows | Format-Table)[1, 0] | Out-String`;
    expect((await runScript(script)).at(-1)).toMatch(/^error ConsoleLineOutputOutOfSequencePacket/);
  });
});

describe('Out-File', () => {
  it.each([
    ["'a', 'b' | Out-File /x; [System.IO.File]::ReadAllText('/x')", 'a\nb\n'],
    ["'a', 'b' | Out-File /x -NoNewline; [System.IO.File]::ReadAllText('/x')", 'ab'],
    ["'a' > /x; 'b' >> /x; [System.IO.File]::ReadAllText('/x')", 'a\nb\n'],
    ["'é' | Out-File /x -Encoding utf8BOM; [System.IO.File]::ReadAllBytes('/x').Count", '6'],
    ["'a' | Out-File /x; 'b' | Out-File /x -NoClobber", 'error NoClobber,Microsoft.PowerShell.Commands.OutFileCommand'],
  ])('%s', async (script, expected) => {
    expect((await runScript(script)).at(-1)).toBe(expected);
  });
});

describe('Update-TypeData', () => {
  const own = 'Update-TypeData -TypeName My.T -MemberType';
  const object = "$o = [pscustomobject]@{ PSTypeName = 'My.T'; W = 3; H = 4 };";
  it.each([
    [`${own} ScriptProperty -MemberName Area -Value { $this.W * $this.H }; ${object} $o.Area`, '12'],
    [`${own} AliasProperty -MemberName Width -Value W; ${object} $o.Width`, '3'],
    [`${own} NoteProperty -MemberName Kind -Value box; ${object} $o.Kind`, 'box'],
    [`${own} ScriptMethod -MemberName Say -Value { "w$($this.W)" }; ${object} $o.Say()`, 'w3'],
    [`${own} NoteProperty -MemberName Kind -Value a; Remove-TypeData My.T; ${object} "[$($o.Kind)]"`, '[]'],
    [
      'Update-TypeData -TypeName My.T -MemberName x',
      'error MemberTypeIsMissing,Microsoft.PowerShell.Commands.UpdateTypeDataCommand',
    ],
    ['Update-TypeData -TypeName My.T', 'error TypeDataEmpty,Microsoft.PowerShell.Commands.UpdateTypeDataCommand'],
    [`${own} NoteProperty -MemberName a -Value 1; (Get-TypeData My.T).Members['a'].Value`, '1'],
  ])('%s', async (script, expected) => {
    expect((await runScript(script)).at(-1)).toBe(expected);
  });

  it('reads type files', async () => {
    const types = `<Types><Type><Name>My.T</Name><Members>
      <ScriptProperty><Name>Area</Name><GetScriptBlock>$this.W * 2</GetScriptBlock></ScriptProperty>
      <AliasProperty><Name>Width</Name><ReferencedMemberName>W</ReferencedMemberName></AliasProperty>
      <MemberSet><Name>PSStandardMembers</Name><Members><PropertySet><Name>DefaultDisplayPropertySet</Name>
        <ReferencedProperties><Name>Area</Name></ReferencedProperties></PropertySet></Members></MemberSet>
      </Members></Type></Types>`;
    const script = `Update-TypeData /t.ps1xml; ${object} $o.Area; $o.Width; ($o | Out-String).Trim() -replace '\\s+', ' '`;
    expect(await runScript(script, { '/t.ps1xml': types })).toEqual(['6', '3', 'Area ---- 6']);
  });
});

it('a table with columns of its own leaves nothing to the next one', async () => {
  const view = '$e = Get-Command Get-Item; ';
  const alone = await lines(`${view}$e | Out-String`);
  const after = await lines(`${view}& { $e | Format-Table Name; $e } | Out-String`);
  expect(after.slice(-alone.length)).toEqual(alone);
});
