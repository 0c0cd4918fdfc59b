/**
 * Which PowerShell type a plain object of the parser stands for: nodes and type names say it in `kind`; parse errors,
 * variable paths and requirements are told by their fields.
 */
export function parserTypeName(value: object): string {
  if ('kind' in value && typeof value.kind === 'string') return `System.Management.Automation.Language.${value.kind}`;
  if ('errorId' in value) return 'System.Management.Automation.Language.ParseError';
  if ('userPath' in value) return 'System.Management.Automation.VariablePath';
  if ('requiredPSEditions' in value) return 'System.Management.Automation.Language.ScriptRequirements';
  return 'System.Object';
}
