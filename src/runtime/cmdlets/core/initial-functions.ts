/** Functions that every session starts with: name and body, written anew for this engine. */
export const initialFunctions: readonly (readonly [name: string, body: string])[] = [
  ['cd..', 'Set-Location ..'],
  ['cd\\', 'Set-Location /'],
  ['cd~', 'Set-Location ~'],
  ['Clear-Host', '$Host.UI.Write("`e[H`e[2J`e[3J")'],
  ['help', 'Get-Help @args'],
  ['oss', 'process { $_ | Out-String -Stream @args }'],
  ['Pause', "$null = Read-Host 'Press Enter to continue'"],
  ['prompt', '"PS $($ExecutionContext.SessionState.Path.CurrentLocation)$(\'>\' * ($NestedPromptLevel + 1)) "'],
];
