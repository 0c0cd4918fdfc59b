import { checkRestricted, Reporter, type RestrictedRules, type ScriptBlockAst } from '../../parser/index.ts';
import type { CallFrame } from '../commands/call-frame.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import { isVersionMet } from '../pipeline/script-requirements.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { Guid } from '../values/guid.ts';
import type { Hashtable } from '../values/hashtable.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { invalidManifest, unknownManifestMembers, versionTooLow } from './module-errors.ts';
import { versionOf } from './module-specification.ts';

/** The keys of a module manifest, in the order in which a new one is written. */
export const manifestKeys = [
  'RootModule',
  'ModuleVersion',
  'CompatiblePSEditions',
  'GUID',
  'Author',
  'CompanyName',
  'Copyright',
  'Description',
  'PowerShellVersion',
  'PowerShellHostName',
  'PowerShellHostVersion',
  'DotNetFrameworkVersion',
  'ClrVersion',
  'ProcessorArchitecture',
  'RequiredModules',
  'RequiredAssemblies',
  'ScriptsToProcess',
  'TypesToProcess',
  'FormatsToProcess',
  'NestedModules',
  'FunctionsToExport',
  'CmdletsToExport',
  'VariablesToExport',
  'AliasesToExport',
  'DscResourcesToExport',
  'ModuleList',
  'FileList',
  'PrivateData',
  'HelpInfoURI',
  'DefaultCommandPrefix',
] as const;

/** A key of a module manifest. */
export type ManifestKey = (typeof manifestKeys)[number];

const known: ReadonlySet<string> = new Set(['moduletoprocess', ...manifestKeys.map((key) => key.toLowerCase())]);

/** What a manifest may do besides naming constants (about_Module_Manifests). */
const rules: RestrictedRules = {
  commands: ['ConvertFrom-StringData', 'Import-LocalizedData', 'Join-Path', 'Write-Host', 'Out-Host'],
  variables: ['PSScriptRoot', 'PSEdition', 'EnabledExperimentalFeatures'],
  environment: true,
};

/** The first thing in a manifest's text that it may not hold; undefined when all is well. */
export function forbiddenInManifest({ endBlock, extent, ...others }: ScriptBlockAst): string | undefined {
  if (others.paramBlock || others.beginBlock || others.processBlock || others.dynamicParamBlock || others.cleanBlock)
    return 'it must be one hashtable.';
  const reporter = new Reporter(extent.source.text);
  for (const statement of endBlock?.statements ?? []) checkRestricted(statement, rules, reporter, undefined);
  return reporter.errors[0]?.message;
}

/** Everything that keeps a manifest from being used. */
export function manifestProblems(frame: CallFrame, path: string, table: Hashtable): ErrorRecord[] {
  const problems: ErrorRecord[] = [];
  const unknown = [...table.entries()]
    .map(({ key }) => String(baseOf(key)))
    .filter((key) => !known.has(key.toLowerCase()));
  if (unknown.length > 0) problems.push(unknownManifestMembers(path, unknown));
  const text = (value: PSValue) => typeSystemOf(frame.engine).toText(value);
  const guid = table.get('GUID');
  if (guid !== undefined && guid !== null && !Guid.tryParse(text(guid)))
    problems.push(invalidManifest(path, `GUID '${text(guid)}' is no GUID.`, 'System.ArgumentException'));
  const version = table.get('ModuleVersion');
  if (version === undefined || version === null)
    problems.push(invalidManifest(path, 'ModuleVersion is missing.', missingMember));
  else if (!versionOf(version))
    problems.push(invalidManifest(path, `ModuleVersion '${text(version)}' is no version.`, 'System.ArgumentException'));
  const needed = table.get('PowerShellVersion');
  if (needed !== undefined && needed !== null && !isVersionMet(frame, text(needed)))
    problems.push(versionTooLow(path, text(needed)));
  return problems;
}

/** Exception of manifests that lack something or are no manifests. */
export const missingMember = 'System.Management.Automation.MissingMemberException';
