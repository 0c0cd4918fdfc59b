import type { CallFrame } from '../commands/call-frame.ts';
import type { ExternalScriptInfo } from '../commands/command-info.ts';
import { type Flow, settle } from '../commands/flow.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { getVariable } from '../scope/variable-access.ts';
import { Hashtable } from '../values/hashtable.ts';
import { baseOf } from '../values/ps-object.ts';
import { SemanticVersion } from '../values/semantic-version.ts';
import { Version } from '../values/version.ts';

/** Checks the `#requires` lines of a script before it runs (about_Requires). */
export function* checkRequirements(frame: CallFrame, script: ExternalScriptInfo): Flow<void> {
  const needs = script.scriptBlock?.ast.scriptRequirements;
  if (!needs) return;
  if (needs.requiredPSVersion !== undefined && !isVersionMet(frame, needs.requiredPSVersion))
    throw refused(script, 'ScriptRequiresUnmatchedPSVersion', `it needs PowerShell ${needs.requiredPSVersion}.`);
  if (needs.requiredPSEditions.length > 0 && !needs.requiredPSEditions.some((e) => e.toLowerCase() === 'core'))
    throw refused(
      script,
      'ScriptRequiresUnmatchedPSEdition',
      `it needs the edition ${needs.requiredPSEditions.join(', ')}.`,
    );
  if (needs.isElevationRequired && frame.engine.platform.userName !== 'root')
    throw refused(script, 'ScriptRequiresElevation', 'it has to run as root.');
  const missing: string[] = [];
  for (const wanted of needs.requiredModules) {
    const table = Hashtable.from([
      ['ModuleName', wanted.name],
      ...(wanted.version === undefined ? [] : [['ModuleVersion', wanted.version] as const]),
      ...(wanted.requiredVersion === undefined ? [] : [['RequiredVersion', wanted.requiredVersion] as const]),
      ...(wanted.maximumVersion === undefined ? [] : [['MaximumVersion', wanted.maximumVersion] as const]),
      ...(wanted.guid === undefined ? [] : [['GUID', wanted.guid] as const]),
    ]);
    try {
      yield* settle(frame.engine.modules.importModule(frame, table));
    } catch (error) {
      if (!(error instanceof TerminatingError)) throw error;
      missing.push(wanted.name);
    }
  }
  if (missing.length > 0)
    throw refused(script, 'ScriptRequiresMissingModules', `it needs the modules ${missing.join(', ')}.`);
}

/** Whether this engine is of a version or newer. */
export function isVersionMet(frame: CallFrame, wanted: string): boolean {
  const version = Version.tryParse(/^\d+$/.test(wanted) ? `${wanted}.0` : wanted);
  if (!version) return true;
  const [major, minor] = ownVersion(frame);
  return version.major < major || (version.major === major && version.minor <= minor);
}

function ownVersion(frame: CallFrame): readonly [number, number] {
  const table = baseOf(getVariable(frame.scope, 'psversiontable'));
  const own = isDictionary(table) ? baseOf(table.get('PSVersion')) : undefined;
  return own instanceof SemanticVersion || own instanceof Version ? [own.major, own.minor] : [7, 6];
}

function refused(script: ExternalScriptInfo, id: string, why: string): TerminatingError {
  const exception = new NetException(
    'System.Management.Automation.ScriptRequiresException',
    `The script '${script.name}' cannot run: ${why}`,
  );
  exception.properties.set('CommandName', script.name);
  return new TerminatingError(new ErrorRecord(exception, id, 'ResourceUnavailable', script.name));
}
