import { parameterArgument, positionalArgument } from '../commands/argument.ts';
import type { CallFrame } from '../commands/call-frame.ts';
import { ExternalScriptInfo } from '../commands/command-info.ts';
import { normalize } from '../commands/discovery/file-lookup.ts';
import { findCmdlet } from '../commands/discovery/lookup.ts';
import { type Flow, settle } from '../commands/flow.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import { nullSink, type Sink } from '../pipeline/sink.ts';
import { CommandSite } from '../pipeline/stage.ts';
import { SessionState } from '../scope/session-state.ts';
import type { PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { exportMembers, restrictExports } from './export-rules.ts';
import { importExports } from './import-exports.ts';
import { type Manifest, readManifest } from './manifest.ts';
import {
  invalidManifest,
  manifestMemberNotFound,
  requiredModuleMissing,
  unsupportedModuleFile,
} from './module-errors.ts';
import type { ModuleSpecification } from './module-specification.ts';
import { PSModuleInfo } from './ps-module-info.ts';

/** What loading a module file needs of the module table. */
export interface ModuleLoader {
  /** Finds, loads and registers a module for use inside another one. */
  loadFor(frame: CallFrame, wanted: ModuleSpecification, base: string): Flow<PSModuleInfo | undefined>;
  /** A module that is loaded already, or is loaded now into the global session (RequiredModules). */
  require(frame: CallFrame, wanted: ModuleSpecification): Flow<PSModuleInfo | undefined>;
}

/** Loads a module file; nothing is imported or registered yet. */
export function* loadModuleFile(
  frame: CallFrame,
  loader: ModuleLoader,
  path: string,
  args: readonly PSValue[],
): Flow<PSModuleInfo> {
  if (/\.psd1$/i.test(path)) return yield* loadManifestModule(frame, loader, path, args);
  if (!/\.(psm1|ps1)$/i.test(path)) throw new TerminatingError(unsupportedModuleFile(path));
  const module = newModule(frame, nameOf(path), path);
  yield* runScriptModule(frame, module, path, args);
  exportByDefault(module);
  return module;
}

/** Name of a module: its file without folder and extension. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(psm1|psd1|ps1|dll)$/i, '');
}

/** A module with a session state of its own below the global scope. */
export function newModule(frame: CallFrame, name: string, path: string): PSModuleInfo {
  const module = new PSModuleInfo(name, path, undefined);
  const state = new SessionState(frame.sessionState.shared, frame.sessionState, module);
  state.topScope.setValue('ExecutionContext', 'executioncontext', frame.engine.intrinsicsOf(state));
  module.sessionState = state;
  return module;
}

/** The frame seen from inside a module. */
export function insideModule(frame: CallFrame, state: SessionState): CallFrame {
  return {
    engine: frame.engine,
    scope: state.topScope,
    sessionState: state,
    streams: frame.streams,
    invocation: frame.invocation,
  };
}

/** Runs the code of a module file in the module's scope; its output is dropped. */
export function* runScriptModule(
  frame: CallFrame,
  module: PSModuleInfo,
  path: string,
  args: readonly PSValue[],
): Flow<void> {
  const state = module.sessionState;
  if (!state) return;
  const command = new ExternalScriptInfo(path.slice(path.lastIndexOf('/') + 1), path);
  command.module = module;
  const block = yield* settle(frame.engine.scripts.load(command, insideModule(frame, state)));
  module.source = block.ast.extent.source.text;
  yield* runIn(frame, state, command, args, nullSink);
}

/** Runs a command in the top scope of a session state. */
export function* runIn(
  frame: CallFrame,
  state: SessionState,
  command: PSValue,
  args: readonly PSValue[],
  output: Sink,
  operator: '.' | '&' = '.',
): Flow<void> {
  const stage = {
    site: new CommandSite(operator, undefined, null),
    command,
    module: state.module ?? undefined,
    args: args.map((value) => positionalArgument(value)),
    redirections: [],
  };
  yield* settle(runPipeline(frame, [stage], undefined, output));
}

/** The same block, bound to another session state. */
export function rebind(block: ScriptBlock, state: SessionState): ScriptBlock {
  const copy = new ScriptBlock(block.ast, state, block.definition);
  copy.isFilter = block.isFilter;
  copy.file = block.file;
  return copy;
}

/** Without Export-ModuleMember: all functions and aliases, no variables. */
export function exportByDefault(module: PSModuleInfo): void {
  if (module.exportsAreListed || !module.sessionState) return;
  exportMembers(module, module.sessionState.topScope, { functions: ['*'], aliases: ['*'], cmdlets: ['*'] });
}

function* loadManifestModule(
  frame: CallFrame,
  loader: ModuleLoader,
  path: string,
  args: readonly PSValue[],
): Flow<PSModuleInfo> {
  const manifest = yield* readManifest(frame, path);
  const module = newModule(frame, nameOf(path), path);
  Object.assign(module.details, manifest.details);
  module.moduleType = manifest.rootModule === undefined ? 'Manifest' : 'Script';
  yield* loadRequired(frame, loader, module, manifest);
  yield* runScripts(frame, module, manifest);
  yield* loadDefinitions(frame, module, 'Update-TypeData', manifest.typesToProcess);
  yield* loadDefinitions(frame, module, 'Update-FormatData', manifest.formatsToProcess);
  yield* loadNested(frame, loader, module, manifest);
  if (manifest.rootModule !== undefined) yield* loadRoot(frame, module, manifest, args);
  exportFromManifest(module, manifest);
  return module;
}

function* loadRequired(frame: CallFrame, loader: ModuleLoader, module: PSModuleInfo, manifest: Manifest): Flow<void> {
  for (const wanted of manifest.requiredModules) {
    const required = yield* loader.require(frame, wanted);
    if (!required) throw new TerminatingError(requiredModuleMissing(module.path, wanted.name));
    module.requiredModules.push(required);
  }
}

/** ScriptsToProcess run in the importer's scope. */
function* runScripts(frame: CallFrame, module: PSModuleInfo, manifest: Manifest): Flow<void> {
  for (const script of manifest.scriptsToProcess) {
    const path = fileOf(module, script);
    const stat = yield* settle(frame.engine.fs.stat(path));
    if (!stat) {
      const why = `ScriptsToProcess names '${script}', which is not there.`;
      throw new TerminatingError(invalidManifest(module.path, why, 'System.ArgumentException'));
    }
    const command = new ExternalScriptInfo(script, path);
    yield* settle(frame.engine.scripts.load(command, frame));
    const stage = { site: new CommandSite('.', undefined, null), command, args: [], redirections: [] };
    yield* settle(runPipeline(frame, [stage], undefined, nullSink));
  }
}

/** TypesToProcess and FormatsToProcess. */
function* loadDefinitions(
  frame: CallFrame,
  module: PSModuleInfo,
  commandName: string,
  files: readonly string[],
): Flow<void> {
  const command = findCmdlet(frame.scope, commandName.toLowerCase());
  if (!command) return;
  for (const file of files) {
    const args = [parameterArgument('AppendPath'), positionalArgument(fileOf(module, file))];
    const stage = { site: new CommandSite('', undefined, null), command, args, redirections: [] };
    yield* settle(runPipeline(frame, [stage], undefined, nullSink));
  }
}

/** A file of the module: relative names are seen from its folder. */
export function fileOf(module: PSModuleInfo, name: string): string {
  const path = name.replaceAll('\\', '/');
  return normalize(path.startsWith('/') ? path : `${module.moduleBase}/${path}`);
}

function* loadNested(frame: CallFrame, loader: ModuleLoader, module: PSModuleInfo, manifest: Manifest): Flow<void> {
  const state = module.sessionState;
  if (!state) return;
  for (const wanted of manifest.nestedModules) {
    const nested = yield* loader.loadFor(insideModule(frame, state), wanted, module.moduleBase);
    if (!nested) throw new TerminatingError(manifestMemberNotFound(module.path, 'NestedModules', wanted.name));
    module.nestedModules.push(nested);
    importExports(nested, state.topScope, {});
  }
}

function* loadRoot(frame: CallFrame, module: PSModuleInfo, manifest: Manifest, args: readonly PSValue[]): Flow<void> {
  const name = manifest.rootModule ?? '';
  const path = yield* rootFile(frame, module, name);
  if (path === undefined) {
    if (/\.dll$/i.test(name)) throw new TerminatingError(unsupportedModuleFile(fileOf(module, name)));
    throw new TerminatingError(manifestMemberNotFound(module.path, 'RootModule', name));
  }
  if (!/\.psm1$/i.test(path)) {
    if (/\.psd1$/i.test(path))
      throw new TerminatingError(invalidManifest(module.path, 'RootModule must not be a manifest.'));
    if (!/\.ps1$/i.test(path)) throw new TerminatingError(unsupportedModuleFile(path));
  }
  yield* runScriptModule(frame, module, path, args);
}

function* rootFile(frame: CallFrame, module: PSModuleInfo, name: string): Flow<string | undefined> {
  const path = fileOf(module, name);
  for (const candidate of [path, `${path}.psm1`, `${path}.ps1`]) {
    const stat = yield* settle(frame.engine.fs.stat(candidate));
    if (stat?.kind === 'file') return candidate;
  }
  return undefined;
}

/** The code says what the module has, the manifest what of it is seen. */
function exportFromManifest(module: PSModuleInfo, manifest: Manifest): void {
  const scope = module.sessionState?.topScope;
  if (!scope) return;
  if (!module.exportsAreListed) {
    exportMembers(module, scope, { functions: ['*'], aliases: ['*'], cmdlets: ['*'], variables: manifest.variables });
  }
  for (const nested of module.nestedModules) {
    for (const [name, command] of nested.exportedFunctions.entries()) module.exportedFunctions.set(name, command);
    for (const [name, alias] of nested.exportedAliases.entries()) module.exportedAliases.set(name, alias);
    for (const [name, variable] of nested.exportedVariables.entries()) module.exportedVariables.set(name, variable);
  }
  restrictExports(module, {
    functions: manifest.functions,
    cmdlets: manifest.cmdlets,
    aliases: manifest.aliases,
    variables: manifest.variables,
  });
}
