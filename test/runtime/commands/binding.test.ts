import { describe, expect, test } from 'vitest';
import { runLines } from './run-lines.ts';

const advanced = `function f {
  [CmdletBinding(DefaultParameterSetName = 'Name')]
  param(
    [Parameter(Mandatory, ParameterSetName = 'Name', Position = 0)][string]$Name,
    [Parameter(Mandatory, ParameterSetName = 'Id')][Alias('Nr')][int]$Id,
    [Parameter(ParameterSetName = 'Id')][switch]$Force,
    [ValidateSet('a', 'b')][string]$Mode = 'zz'
  )
  "$($PSCmdlet.ParameterSetName) $Name $Id $Force $Mode"
}
`;

describe('arguments of an advanced function', () => {
  test.each([
    ['f bob', ['Name bob 0 False zz']],
    ['f -Id 5 -Force', ['Id  5 True zz']],
    ['f -nr:7', ['Id  7 False zz']],
    ["f x -m 'A'", ['Name x 0 False A']],
    ['$h = @{ Name = "h"; Mode = "b" }; f @h -Mode a', ['Name h 0 False a']],
    ['f x -Mode c', ['error ParameterArgumentValidationError,f']],
    ['f -Id abc', ['error ParameterArgumentTransformationError,f']],
    ['f -Name x -Id 1', ['error AmbiguousParameterSet,f']],
    ['f x -Id 1', ['error PositionalParameterNotFound,f']],
    ['f x y', ['error PositionalParameterNotFound,f']],
    ['f x -Nope 1', ['error NamedParameterNotFound,f']],
    ['f x -Mode', ['error MissingArgument,f']],
    ['f -Force', ['error MissingMandatoryParameter,f']],
    ['f -Name a -Name b', ['error ParameterAlreadyBound,f']],
    ['f -Name ""', ['error ParameterArgumentValidationErrorEmptyStringNotAllowed,f']],
  ])('%s', async (call, expected) => {
    expect(await runLines(advanced + call)).toEqual(expected);
  });
});

describe('pipeline input', () => {
  const input = `function n { param([Parameter(ValueFromPipeline)][int]$Value, [Parameter(ValueFromPipelineByPropertyName)][string]$Length)
    process { "v=$Value l=$Length" } }
`;
  test.each([
    ['5 | n', ['v=5 l=']],
    ["'12' | n", ['v=12 l=2']],
    ['[pscustomobject]@{ Length = 3 } | n', ['v=0 l=3']],
    ['[pscustomobject]@{ X = 3 } | n', ['error InputObjectNotBound,n']],
    ['1, [pscustomobject]@{}, 2 | n', ['v=1 l=', 'v=2 l=', 'error InputObjectNotBound,n']],
    ['1, 2 | n -Length { "<$_>" }', ['v=1 l=<1>', 'v=2 l=<2>']],
    ['n -Length { 1 }', ['error ScriptBlockArgumentNoInput,n']],
  ])('%s', async (call, expected) => {
    expect(await runLines(input + call)).toEqual(expected);
  });
});

test('remaining arguments keep names that no parameter has', async () => {
  const script = `function rest { param($a, [Parameter(ValueFromRemainingArguments)]$rest) "$a/$($rest -join ' ')" }
rest 1 2 -x 3; rest 1; rest 1 (2, 3)`;
  expect(await runLines(script)).toEqual(['1/2 -x 3', '1/', '1/2 3']);
});

test('default values apply to advanced commands until they are disabled', async () => {
  const script = `function Get-It { [CmdletBinding()] param($Name, $Size = 'd') "$Name/$Size" }
$PSDefaultParameterValues = @{ 'Get-It:Size' = 42; '*-It:Name' = { 'n' } }
Get-It; Get-It -Size 1
$PSDefaultParameterValues['Disabled'] = $true
Get-It`;
  expect(await runLines(script)).toEqual(['n/42', 'n/1', '/d']);
});

test('a permission hook sees the command, its parameters and effects, and can refuse', async () => {
  const { createEngine } = await import('../../../src/index.ts');
  const seen: string[] = [];
  const engine = await createEngine({
    permit: ({ command, kind, parameters, effects }) => {
      seen.push(`${kind} ${command} ${[...parameters.keys()]} ${effects}`);
      return command !== 'Out-Null' || 'no';
    },
  });
  const { output, errors } = await engine.run("function f($a) { 'in f' }; f 1; 2 | Out-Null; 'end'");
  expect(seen).toEqual(['function f a ', 'cmdlet Out-Null  none']);
  expect([output, errors.map((error) => error.id)]).toEqual([['in f', 'end'], ['CommandNotPermitted']]);
});
