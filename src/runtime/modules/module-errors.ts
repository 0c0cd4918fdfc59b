import type { ErrorCategory } from '../errors/error-category.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { ModuleSpecification } from './module-specification.ts';

function record(
  id: string,
  category: ErrorCategory,
  message: string,
  target: PSValue,
  exceptionType = 'System.InvalidOperationException',
): ErrorRecord {
  return new ErrorRecord(new NetException(exceptionType, message), id, category, target);
}

const fileNotFound = 'System.IO.FileNotFoundException';

/** No module of that name or path. */
export function moduleNotFound(name: string): ErrorRecord {
  return record(
    'Modules_ModuleNotFound',
    'ResourceUnavailable',
    `No module '${name}' was found on the module path.`,
    name,
    fileNotFound,
  );
}

/** A module of that name, but not in a version that is allowed. */
export function moduleVersionNotFound(wanted: ModuleSpecification): ErrorRecord {
  const message = `The module '${wanted.name}' was not found in the version asked for.`;
  return record('Modules_ModuleWithVersionNotFound', 'ResourceUnavailable', message, wanted.name, fileNotFound);
}

/** A manifest that is no hashtable or has values of the wrong kind. */
export function invalidManifest(path: string, why: string, exceptionType?: string): ErrorRecord {
  const message = `The module manifest '${path}' is not valid: ${why}`;
  return record('Modules_InvalidManifest', 'ResourceUnavailable', message, path, exceptionType);
}

/** A manifest with keys that mean nothing. */
export function unknownManifestMembers(path: string, members: readonly string[]): ErrorRecord {
  const message = `The module manifest '${path}' has members that are not known: ${members.join(', ')}.`;
  return record('Modules_InvalidManifestMember', 'InvalidData', message, path);
}

/** A manifest for a newer PowerShell. */
export function versionTooLow(path: string, version: string): ErrorRecord {
  const message = `The module '${path}' needs PowerShell ${version} or later.`;
  return record('Modules_InsufficientPowerShellVersion', 'ResourceUnavailable', message, path);
}

/** A manifest that names a file which is not there. */
export function manifestMemberNotFound(path: string, member: string, file: string): ErrorRecord {
  const message = `The manifest '${path}' names '${file}' in ${member}, which could not be loaded.`;
  return record('Modules_ModuleFileNotFound', 'ResourceUnavailable', message, path, fileNotFound);
}

const entryIds = {
  RootModule: 'Modules_InvalidRootModuleInModuleManifest',
  NestedModule: 'Modules_InvalidNestedModuleinModuleManifest',
  RequiredModules: 'Modules_InvalidRequiredModulesinModuleManifest',
  FileList: 'Modules_InvalidFilePathinModuleManifest',
} as const;

/** Test-ModuleManifest: what the manifest names is not there. */
export function invalidManifestEntry(member: keyof typeof entryIds, name: string, path: string): ErrorRecord {
  const message = `The manifest '${path}' names '${name}' in ${member}, which is not there.`;
  const isRoot = member === 'RootModule';
  const exception = isRoot ? 'System.ArgumentException' : 'System.InvalidOperationException';
  return record(entryIds[member], isRoot ? 'InvalidArgument' : 'ObjectNotFound', message, path, exception);
}

/** Test-ModuleManifest: not a .psd1 file. */
export function manifestNotAFile(path: string): ErrorRecord {
  const message = `A module manifest is a .psd1 file, '${path}' is not.`;
  return record('Modules_InvalidModuleManifestPath', 'InvalidArgument', message, path);
}

/** A module that the manifest requires is missing. */
export function requiredModuleMissing(path: string, name: string): ErrorRecord {
  const message = `The module '${path}' needs the module '${name}', which is not loaded.`;
  return record(
    'Modules_InvalidManifest',
    'ResourceUnavailable',
    message,
    path,
    'System.Management.Automation.MissingMemberException',
  );
}

/** A file of a kind that is no module here. */
export function unsupportedModuleFile(path: string): ErrorRecord {
  const message = `'${path}' is no module file that can be loaded: .psd1, .psm1 and .ps1 can.`;
  return record('Modules_InvalidModuleExtension', 'InvalidOperation', message, path);
}

/** Remove-Module: nothing matches. */
export function noModulesRemoved(): ErrorRecord {
  return record(
    'Modules_NoModulesRemoved',
    'ResourceUnavailable',
    'No module was removed: none that is loaded matches.',
    null,
  );
}
