/**
 * Which PowerShell type a plain object of the parser stands for: nodes and type names say it in `kind`; parse errors,
 * variable paths and requirements are told by their fields.
 */
export function parserTypeName(value: object): string {
  if ('kind' in value && typeof value.kind === 'string') return ofKind(value.kind);
  if ('errorId' in value) return 'System.Management.Automation.Language.ParseError';
  if ('userPath' in value) return 'System.Management.Automation.VariablePath';
  if ('requiredPSEditions' in value) return 'System.Management.Automation.Language.ScriptRequirements';
  return 'System.Object';
}

const names = new Map<string, string>();

/** The full name for a kind; one text for each, as it is looked up for every node that a script looks at. */
function ofKind(kind: string): string {
  let name = names.get(kind);
  if (name === undefined) {
    name = `System.Management.Automation.Language.${kind}`;
    names.set(kind, name);
  }
  return name;
}
