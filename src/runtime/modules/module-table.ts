import type { CallFrame, ModuleHost } from '../commands/call-frame.ts';
import { CmdletInfo, type CommandInfo } from '../commands/command-info.ts';
import { normalize } from '../commands/discovery/file-lookup.ts';
import { findAlias, findCmdlet, findFunction } from '../commands/discovery/lookup.ts';
import { type Flow, runFlow } from '../commands/flow.ts';
import { wildcardMatcher } from '../commands/wildcard-name.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import type { SessionState, SharedState } from '../scope/session-state.ts';
import { getVariable } from '../scope/variable-access.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { Version } from '../values/version.ts';
import { ExportAnalysis } from './export-analysis.ts';
import { allModuleFiles, findByName, findModuleAt, isModulePath, modulesAt } from './find-module.ts';
import { type ImportOptions, importExports, removeImports } from './import-exports.ts';
import { loadModuleFile, type ModuleLoader } from './load-module.ts';
import { moduleNotFound, moduleVersionNotFound } from './module-errors.ts';
import { ModuleSpecification } from './module-specification.ts';
import { PSModuleInfo } from './ps-module-info.ts';

/** What an import needs to know besides the module. */
export interface ImportRequest extends ImportOptions {
  readonly force?: boolean | undefined;
  readonly args?: readonly PSValue[] | undefined;
  /** Into the global scope, into the caller's own, or into the top scope of the caller's session state (default). */
  readonly into?: 'global' | 'local' | undefined;
}

/** What the module table needs of the session. */
export type ModuleSession = SharedState & { readonly main: SessionState };

/** The modules of one runspace: which are loaded, from where, and which session state imported them. */
export class ModuleTable implements ModuleHost, ModuleLoader {
  readonly #session: ModuleSession;
  /** By path, or by name for those without a file. */
  readonly #byPath = new Map<string, PSModuleInfo>();
  /** What each session state has imported, in order. */
  readonly #imported = new WeakMap<SessionState, PSModuleInfo[]>();
  readonly #builtIn = new Map<string, PSModuleInfo>();
  readonly #analysis = new ExportAnalysis();
  readonly #loading = new Set<string>();

  constructor(session: ModuleSession) {
    this.#session = session;
  }

  /** Modules that a session state has imported, in order. */
  importedBy(state: SessionState): readonly PSModuleInfo[] {
    return this.#imported.get(state) ?? [];
  }

  /** Every loaded module, nested ones included. */
  all(): PSModuleInfo[] {
    return [...this.#byPath.values()];
  }

  isLoaded(moduleName: string): boolean {
    const wanted = moduleName.toLowerCase();
    if (this.all().some((module) => module.name.toLowerCase() === wanted)) return true;
    return this.builtIn(moduleName) !== undefined;
  }

  commandOf(moduleName: string, name: string): CommandInfo | undefined {
    const wanted = moduleName.toLowerCase();
    for (const module of this.all().reverse()) {
      if (module.name.toLowerCase() !== wanted) continue;
      const found = module.exportedCommand(name) ?? this.#prefixed(module, name);
      if (found) return found;
    }
    return this.builtIn(moduleName)?.exportedCommand(name);
  }

  #prefixed(module: PSModuleInfo, name: string): CommandInfo | undefined {
    const found = findFunction(this.#session.main.globalScope, name.toLowerCase());
    return found?.module === module ? found : undefined;
  }

  /** A module of compiled commands by name (Microsoft.PowerShell.Utility); made of the session's cmdlets. */
  builtIn(name: string): PSModuleInfo | undefined {
    const wanted = name.toLowerCase();
    const known = this.#builtIn.get(wanted);
    if (known) return known;
    let module: PSModuleInfo | undefined;
    for (const command of this.#session.main.globalScope.tables?.cmdlets.values() ?? []) {
      if (!(command instanceof CmdletInfo) || command.moduleName.toLowerCase() !== wanted) continue;
      module ??= makeBuiltIn(command);
      module.exportedCmdlets.set(command.name, command);
    }
    if (module) this.#builtIn.set(wanted, module);
    return module;
  }

  /** Names of all modules of compiled commands. */
  builtInNames(): string[] {
    const names = new Set<string>();
    for (const command of this.#session.main.globalScope.tables?.cmdlets.values() ?? [])
      if (command instanceof CmdletInfo && command.moduleName !== '') names.add(command.moduleName);
    return [...names];
  }

  /** Loads a module if need be and imports what it exports; throws the error where there is no such module. */
  *import(frame: CallFrame, wanted: ModuleSpecification, request: ImportRequest): Flow<PSModuleInfo> {
    const builtIn = this.builtIn(wanted.name);
    if (builtIn && !isModulePath(wanted.name)) return builtIn;
    const module = yield* this.#load(frame, wanted, request, undefined);
    if (!module)
      throw new TerminatingError(wanted.hasVersion ? moduleVersionNotFound(wanted) : moduleNotFound(wanted.name));
    this.importInto(frame, module, request);
    return module;
  }

  /** Imports a module that is there already. */
  importInto(frame: CallFrame, module: PSModuleInfo, request: ImportRequest): void {
    const state = request.into === 'global' ? this.#session.main : frame.sessionState;
    const scope = request.into === 'local' ? frame.scope : state.topScope;
    this.#register(state, module);
    const owner = state.module;
    if (owner instanceof PSModuleInfo && !owner.nestedModules.includes(module)) owner.nestedModules.push(module);
    importExports(module, scope, request);
  }

  #register(state: SessionState, module: PSModuleInfo): void {
    const list = this.#imported.get(state) ?? [];
    if (!list.includes(module)) list.push(module);
    this.#imported.set(state, list);
    this.#byPath.set(keyOf(module), module);
  }

  *#load(
    frame: CallFrame,
    wanted: ModuleSpecification,
    request: ImportRequest,
    base: string | undefined,
  ): Flow<PSModuleInfo | undefined> {
    const dynamic = this.#byPath.get(wanted.name.toLowerCase());
    if (dynamic && !isModulePath(wanted.name)) return dynamic;
    if (!request.force && !isModulePath(wanted.name)) {
      const loaded = this.all().find((m) => sameName(m, wanted.name) && wanted.matches(m) && m.moduleType !== 'Binary');
      if (loaded && this.importedBy(frame.sessionState).includes(loaded)) return loaded;
    }
    const path = yield* this.#locate(frame, wanted, base);
    if (path === undefined) return undefined;
    const known = this.#byPath.get(path.toLowerCase());
    if (known && !request.force) return wanted.matches(known) ? known : undefined;
    if (known) yield* this.unload(frame, known);
    if (this.#loading.has(path)) return undefined;
    this.#loading.add(path);
    try {
      const module = yield* loadModuleFile(frame, this, path, request.args ?? []);
      if (!wanted.matches(module)) return undefined;
      this.#byPath.set(keyOf(module), module);
      return module;
    } finally {
      this.#loading.delete(path);
    }
  }

  *#locate(frame: CallFrame, wanted: ModuleSpecification, base: string | undefined): Flow<string | undefined> {
    const { name } = wanted;
    if (base !== undefined && !name.startsWith('/')) {
      const near = yield* findModuleAt(frame, normalize(`${base}/${name.replaceAll('\\', '/')}`));
      if (near !== undefined) return near;
    }
    const versions = isModulePath(name) && wanted.hasVersion ? yield* modulesAt(frame, name, false) : [];
    if (isModulePath(name) && versions.length === 0) {
      const found = yield* findModuleAt(frame, name);
      if (found !== undefined) return found;
    }
    const files = versions.length > 0 ? versions : yield* findByName(frame, name);
    if (!wanted.hasVersion) return files[0]?.path;
    for (const file of files) {
      const version = file.version ?? (yield* this.#analysis.versionOf(frame, file.path));
      if (version ? wanted.allows(version) : !wanted.requiredVersion) return file.path;
    }
    return undefined;
  }

  *loadFor(frame: CallFrame, wanted: ModuleSpecification, base: string): Flow<PSModuleInfo | undefined> {
    const builtIn = this.builtIn(wanted.name);
    if (builtIn) return builtIn;
    return yield* this.#load(frame, wanted, {}, base);
  }

  *require(frame: CallFrame, wanted: ModuleSpecification): Flow<PSModuleInfo | undefined> {
    const builtIn = this.builtIn(wanted.name);
    if (builtIn) return builtIn;
    const loaded = this.all().find((module) => sameName(module, wanted.name) && wanted.matches(module));
    if (loaded) return loaded;
    const module = yield* this.#load(frame, wanted, {}, undefined);
    if (module) this.importInto(frame, module, { into: 'global' });
    return module;
  }

  /** Remembers a module that was made from a block, so that `Name\\Command` and Import-Module find it. */
  noteDynamic(module: PSModuleInfo): void {
    this.#byPath.set(module.name.toLowerCase(), module);
  }

  /** Takes a module out of the session: OnRemove runs, its commands go, then its nested modules. */
  *unload(frame: CallFrame, module: PSModuleInfo): Flow<void> {
    const { onRemove } = module;
    if (onRemove) {
      const pending = frame.engine.invokeBlock(onRemove, { args: [module] });
      if (pending instanceof Promise) yield pending;
    }
    for (const [key, one] of this.#byPath) if (one === module) this.#byPath.delete(key);
    for (const state of this.#statesWith(module)) {
      const list = this.#imported.get(state);
      const at = list?.indexOf(module) ?? -1;
      if (at >= 0) list?.splice(at, 1);
      removeImports(module, state.topScope);
    }
    removeImports(module, this.#session.main.globalScope);
    for (const nested of module.nestedModules) {
      const used = this.all().some((other) => other !== module && other.nestedModules.includes(nested));
      if (!used && !this.importedBy(this.#session.main).includes(nested)) yield* this.unload(frame, nested);
    }
  }

  #statesWith(module: PSModuleInfo): SessionState[] {
    const states = [this.#session.main];
    for (const other of this.all()) if (other.sessionState) states.push(other.sessionState);
    return states.filter((state) => this.importedBy(state).includes(module));
  }

  autoLoad(frame: CallFrame, name: string, moduleName?: string): Eventually<CommandInfo | undefined> {
    const preference = baseOf(getVariable(frame.scope, 'psmoduleautoloadingpreference'));
    const mode = preference === undefined || preference === null ? 'all' : String(preference).toLowerCase();
    if (mode === 'none' || (mode === 'modulequalified' && moduleName === undefined)) return undefined;
    if ((frame.engine.environment.get('PSModulePath') ?? '') === '') return undefined;
    return runFlow(this.#autoLoad(frame, name, moduleName));
  }

  *#autoLoad(frame: CallFrame, name: string, moduleName: string | undefined): Flow<CommandInfo | undefined> {
    const files = moduleName === undefined ? yield* allModuleFiles(frame) : yield* findByName(frame, moduleName);
    for (const file of files) {
      if (moduleName === undefined && !(yield* this.#analysis.exports(frame, file.path, name))) continue;
      try {
        const module = yield* this.import(frame, new ModuleSpecification(file.path), { into: 'global' });
        return this.#commandAfterImport(frame, module, name);
      } catch (error) {
        if (!(error instanceof TerminatingError)) throw error;
      }
    }
    return undefined;
  }

  #commandAfterImport(frame: CallFrame, module: PSModuleInfo, name: string): CommandInfo | undefined {
    const key = name.toLowerCase();
    const alias = findAlias(frame.scope, key);
    const target = alias ? alias.definition.toLowerCase() : key;
    return findFunction(frame.scope, target) ?? findCmdlet(frame.scope, target) ?? module.exportedCommand(name);
  }

  importModule(frame: CallFrame, wanted: PSValue): Eventually<PSModuleInfo> {
    return runFlow(this.import(frame, ModuleSpecification.of(wanted), {}));
  }

  /** Modules of a session state by name pattern. */
  matching(state: SessionState, patterns: readonly string[]): PSModuleInfo[] {
    const matchers = patterns.map(wildcardMatcher);
    return this.importedBy(state).filter((module) => matchers.some((matches) => matches(module.name)));
  }

  /** Facts about a module file without running it. */
  get analysis(): ExportAnalysis {
    return this.#analysis;
  }
}

function keyOf(module: PSModuleInfo): string {
  return (module.path || module.name).toLowerCase();
}

function sameName(module: PSModuleInfo, name: string): boolean {
  return module.name.toLowerCase() === name.toLowerCase();
}

function makeBuiltIn(command: CmdletInfo): PSModuleInfo {
  const module = new PSModuleInfo(command.moduleName, '', undefined);
  module.moduleType = 'Binary';
  const version = (command.module as { readonly version?: PSValue } | undefined)?.version;
  module.details.version =
    version instanceof Version ? version : (Version.tryParse(String(version ?? '7.0.0.0')) ?? module.details.version);
  return module;
}
