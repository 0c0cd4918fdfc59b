import type { ScriptRequirements, UsingStatementAst } from '../../parser/index.ts';
import { fail, TerminatingError } from '../errors/terminating-error.ts';
import type { Scope } from '../scope/scope.ts';
import { SessionState } from '../scope/session-state.ts';
import { Hashtable } from '../values/hashtable.ts';
import type { PSValue } from '../values/ps-value.ts';
import { Version } from '../values/version.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { compileHashtable } from './literals.ts';

/** What `using module` and `using assembly` of a script do before it starts; undefined where there is nothing to do. */
export type UsingCode = (frame: Frame) => Promise<void>;

/** Compiles the using statements of a script; namespaces are no matter of running. */
export function compileUsingStatements(statements: readonly UsingStatementAst[], c: Compile): UsingCode | undefined {
  const modules = statements.filter((s) => s.usingStatementKind === 'Module').map((s) => wanted(s, c));
  if (modules.length === 0) return undefined;
  return async (frame) => {
    for (const module of modules) await use(frame, await module(frame));
  };
}

function wanted(ast: UsingStatementAst, c: Compile): Evaluate {
  if (ast.moduleSpecification) return compileHashtable(ast.moduleSpecification, c);
  const name = ast.name?.value ?? '';
  const path = /[\\/]/.test(name) ? besides(c.unit.file, name) : name;
  return () => path;
}

/** A relative path counts from the folder of the script. */
function besides(file: string | undefined, path: string): string {
  if (file === undefined || path.startsWith('/')) return path;
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${path.replaceAll('\\', '/')}`;
}

async function use(frame: Frame, wanted: PSValue): Promise<void> {
  const module = await frame.engine.modules.importModule(frame, wanted);
  const state = module.sessionState;
  if (state instanceof SessionState) shareTypes(state.topScope, frame.scope);
  frame.session.typeVersion++;
}

function shareTypes(from: Scope, to: Scope): void {
  const { tables } = from;
  if (tables === undefined || tables.types.size === 0) return;
  const own = to.ensureTables().types;
  for (const [key, type] of tables.types) own.set(key, type);
}

const exceptionType = 'System.Management.Automation.ScriptRequiresException';

/** The version of PowerShell that this engine is. */
const engineVersion = Version.tryParse('7.6.5');

/** Checks the `#requires` lines of a script file before it runs (about_Requires). */
export async function checkRequirements(
  frame: Frame,
  scriptName: string,
  requirements: ScriptRequirements,
): Promise<void> {
  const refuse = (id: string, message: string): TerminatingError =>
    fail({ id, category: 'ResourceUnavailable', exceptionType, message, target: scriptName });
  const { requiredPSVersion, requiredPSEditions, isElevationRequired } = requirements;
  if (requiredPSVersion !== undefined && !isMet(requiredPSVersion))
    throw refuse('ScriptRequiresUnmatchedPSVersion', `${scriptName} needs PowerShell ${requiredPSVersion}.`);
  if (requiredPSEditions.length > 0 && !requiredPSEditions.some((e) => e.toLowerCase() === 'core'))
    throw refuse(
      'ScriptRequiresUnmatchedPSEdition',
      `${scriptName} needs the edition ${requiredPSEditions.join(', ')}.`,
    );
  if (isElevationRequired && frame.engine.platform.userName !== 'root')
    throw refuse('ScriptRequiresElevation', `${scriptName} must be run as administrator.`);
  for (const module of requirements.requiredModules) {
    if (frame.engine.modules.isLoaded(module.name)) continue;
    try {
      await frame.engine.modules.importModule(frame, specification(module));
    } catch (thrown) {
      if (!(thrown instanceof TerminatingError)) throw thrown;
      throw refuse(
        'ScriptRequiresMissingModules',
        `${scriptName} needs the module ${module.name}, which is not there.`,
      );
    }
  }
}

function isMet(version: string): boolean {
  const parts = version.split('.').map(Number);
  const own = [engineVersion?.major ?? 7, engineVersion?.minor ?? 6, Math.max(engineVersion?.build ?? 0, 0)];
  for (let i = 0; i < 3; i++) {
    const difference = (own[i] ?? 0) - (parts[i] ?? 0);
    if (difference !== 0) return difference > 0;
  }
  return true;
}

function specification(module: ScriptRequirements['requiredModules'][number]): PSValue {
  const { name, guid, version, requiredVersion, maximumVersion } = module;
  if (guid === undefined && version === undefined && requiredVersion === undefined && maximumVersion === undefined)
    return name;
  const table = new Hashtable();
  table.set('ModuleName', name);
  if (guid !== undefined) table.set('GUID', guid);
  if (version !== undefined) table.set('ModuleVersion', version);
  if (requiredVersion !== undefined) table.set('RequiredVersion', requiredVersion);
  if (maximumVersion !== undefined) table.set('MaximumVersion', maximumVersion);
  return table;
}
