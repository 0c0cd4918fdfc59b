import { shellObjects } from '../clixml/object-document.ts';
import { startBackgroundOperator } from '../cmdlets/core/jobs/background-operator.ts';
import type { StartProcessJob } from '../cmdlets/core/jobs/process-job.ts';
import { leaveSession } from '../cmdlets/events/event-manager.ts';
import type { Argument } from '../commands/argument.ts';
import type { CallFrame, ModuleHost, ScriptCommands, SpawnedRunspace } from '../commands/call-frame.ts';
import { ExternalScriptInfo, type ScriptCommandInfo, ScriptInfo } from '../commands/command-info.ts';
import type { CmdletModule } from '../commands/define-cmdlet.ts';
import type { ShellObjects } from '../commands/shell-objects.ts';
import { EngineTypeSystem } from '../conversion/type-system.ts';
import type { InvokeBlockOptions } from '../engine.ts';
import { BreakSignal, ContinueSignal, ControlFlow, ExitSignal, PipelineStoppedSignal } from '../errors/control-flow.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { TerminatingError } from '../errors/terminating-error.ts';
import { invokeBlock } from '../evaluate/invoke-block.ts';
import { parseScript } from '../evaluate/parse-script.ts';
import { constrainPreferences } from '../evaluate/preference.ts';
import { SessionScripts } from '../evaluate/script-commands.ts';
import { type EvaluateEngine, Session } from '../evaluate/session.ts';
import { asTerminating } from '../evaluate/terminating.ts';
import type { Clock, EnvironmentVariables, Platform, Random } from '../host/clock.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { ProcessLauncher } from '../host/process-launcher.ts';
import type { PSHost } from '../host/ps-host.ts';
import { construct } from '../members/invoke-method.ts';
import { ModuleTable } from '../modules/module-table.ts';
import { invocationException } from '../pipeline/cmdlet-processor.ts';
import type { PipelineInput } from '../pipeline/run-pipeline.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import type { Sink, StreamSet } from '../pipeline/sink.ts';
import { CommandSite, type Stage } from '../pipeline/stage.ts';
import { DriveTable } from '../providers/drive-table.ts';
import { EnvironmentProvider } from '../providers/environment-provider.ts';
import { FileSystemProvider } from '../providers/file-system-provider.ts';
import { currentLocation } from '../providers/locations.ts';
import { ScopeProvider } from '../providers/scope-provider.ts';
import { aliasStore, functionStore, variableStore } from '../providers/scope-stores.ts';
import type { SessionState } from '../scope/session-state.ts';
import { getVariable } from '../scope/variable-access.ts';
import { typeTable } from '../types/type-table.ts';
import type { Hashtable } from '../values/hashtable.ts';
import { ArrayList } from '../values/net-list.ts';
import type { NetType } from '../values/net-type.ts';
import { psStyleOf } from '../values/ps-style.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { builtInModules } from './built-in-modules.ts';
import { ProviderVariables } from './drive-variables.ts';
import { EngineBudget } from './engine-budget.ts';
import { engineTypes } from './engine-types.ts';
import { ErrorList } from './error-list.ts';
import { HostStreams } from './host-streams.ts';
import { addInitialVariables } from './initial-variables.ts';
import { HostObject } from './intrinsics/host-object.ts';
import { EngineIntrinsics } from './intrinsics/session-state-type.ts';
import { defaultCallDepth, type Limits, type Usage } from './limits.ts';
import type { Permit } from './permit.ts';
import type { RunspaceOptions } from './runspace-options.ts';
import { addAliases, addCmdlets, addFunctions } from './session-cmdlets.ts';
import { recordOfThrown } from './thrown-errors.ts';
import { versionTable } from './version-table.ts';

/** One thing to run in a runspace. */
export interface RunRequest {
  /** What to run; not looked at where `stages` are given. */
  readonly command?: ScriptCommandInfo;
  /** Several commands as one pipeline, as a remoting client sends them. */
  readonly stages?: readonly Stage[];
  readonly args?: readonly Argument[];
  /** Fed to the command's pipeline input; left out, it gets none. */
  readonly input?: PipelineInput;
  /** Where its streams go; the host's if left out. */
  readonly streams?: StreamSet;
  /** Bounds of this run; the runspace's own if left out. */
  readonly limits?: Limits;
  /** Errors of statements end the run, as inside `try`, instead of being reported. */
  readonly strictErrors?: boolean;
  /** Runs in the global scope, as the main script of a process does, instead of a scope of its own. */
  readonly dotSource?: boolean;
}

/** How a run ended. */
export interface RunOutcome {
  /** `exit n`; undefined when the script ran to its end or failed. */
  readonly exitCode: number | undefined;
  /** The terminating error that ended it. */
  readonly error: ErrorRecord | undefined;
  /** What a .NET caller catches for it, where that is not the exception of the record. */
  readonly exception?: NetException | undefined;
  /** Ended because a stop was asked for. */
  readonly stopped: boolean;
  readonly usage: Usage;
}

/**
 * One PowerShell session: scopes, functions, modules, drives and preferences that live from run to run. It implements
 * what every lower part knows as the engine. Two runspaces share nothing that can change.
 */
export class Runspace implements EvaluateEngine {
  readonly host: PSHost;
  readonly fs: FileSystem;
  readonly environment: EnvironmentVariables;
  readonly processes: ProcessLauncher | undefined;
  readonly clock: Clock;
  readonly random: Random;
  readonly platform: Platform;
  readonly budget: EngineBudget;
  readonly drives: DriveTable;
  readonly typeSystem: EngineTypeSystem;
  readonly session: Session;
  readonly scripts: ScriptCommands;
  readonly modules: ModuleHost;
  readonly permit: Permit | undefined;
  readonly intrinsics: PSValue;
  readonly processDirectory: { path: string };
  readonly shellObjects: ShellObjects;
  readonly startProcessJob: StartProcessJob | undefined;
  culture: string;
  uiCulture: string;
  lastSucceeded = true;
  lastExitCode: number | null = null;
  afterPipeline: (() => Eventually<void>) | undefined = undefined;
  readonly hostStreams: HostStreams;
  readonly nativeStreams: { readonly input: boolean; readonly output: boolean; readonly error: boolean };
  readonly #limits: Limits;
  readonly #options: RunspaceOptions;
  readonly #errors: ErrorList;
  readonly #hostObject: HostObject;

  constructor(options: RunspaceOptions) {
    typeTable().declare(engineTypes);
    this.#options = options;
    this.host = options.host;
    this.#hostObject = new HostObject(options.host);
    this.fs = options.fs;
    this.environment = options.environment;
    this.processes = options.processes;
    this.clock = options.clock;
    this.random = options.random;
    this.permit = options.permit;
    this.platform = options.platform;
    this.processDirectory = options.processDirectory ?? { path: options.location ?? options.platform.homeDirectory };
    this.culture = options.host.culture;
    this.uiCulture = options.host.uiCulture;
    this.#limits = options.limits ?? {};
    this.nativeStreams = options.nativeStreams ?? { input: false, output: false, error: false };
    this.budget = new EngineBudget({
      clock: options.clock,
      yieldTurn: options.yieldTurn,
      onCheckPoint: options.onCheckPoint ?? (() => {}),
    });
    this.drives = new DriveTable(() => this.platform.homeDirectory);
    this.typeSystem = new EngineTypeSystem(this, { separator: () => this.#separator() });
    this.shellObjects = shellObjects(this);
    this.startProcessJob = options.startProcessJob;
    this.hostStreams = new HostStreams(this);
    this.session = new Session({
      engine: this,
      drives: new ProviderVariables(this.drives),
      runPipeline,
      streams: this.hostStreams.streams,
      maxDepth: this.#limits.callDepth ?? defaultCallDepth,
    });
    this.scripts = new SessionScripts(this.session);
    this.modules = new ModuleTable(this.session);
    this.#registerProviders(options.location);
    this.#errors = new ErrorList([]);
    this.intrinsics = new EngineIntrinsics(this.session.main, this.#hostObject);
    this.#fillGlobalScope(options.version, options.modules ?? []);
  }

  #registerProviders(location: string | undefined): void {
    const scope = () => this.session.currentScope;
    const toText = (value: PSValue) => this.typeSystem.toText(value);
    const temp = this.platform.tempDirectory;
    this.drives.register(new FileSystemProvider(this.fs), { '/': '/', Temp: temp });
    this.drives.register(new ScopeProvider('Alias', aliasStore(toText), scope), { Alias: '' });
    this.drives.register(new EnvironmentProvider(this.environment, toText), { Env: '' });
    const compile = (text: string) => parseScript(text, this.session.main);
    this.drives.register(new ScopeProvider('Function', functionStore(compile), scope), { Function: '' });
    this.drives.register(new ScopeProvider('Variable', variableStore, scope), { Variable: '' });
    this.drives.moveTo(this.drives.resolve(location ?? this.platform.homeDirectory, null));
  }

  #fillGlobalScope(version: string, modules: readonly CmdletModule[]): void {
    const { globalScope } = this.session.main;
    let table: Hashtable | undefined;
    addInitialVariables(globalScope, {
      engine: this,
      // Asking the machine for its description costs more than the rest of these.
      versionTable: () => (table ??= versionTable(this.platform, version)),
      executionContext: this.intrinsics,
      errorList: new ArrayList(this.#errors.items),
      styleObject: psStyleOf(this),
      hostObject: this.#hostObject,
      lastSucceeded: () => this.lastSucceeded,
      lastExitCode: () => this.lastExitCode,
      setLastExitCode: (value) => {
        this.lastExitCode = typeof value === 'number' ? value : null;
      },
      currentLocation: () => currentLocation(this.drives),
      profilePath: '',
    });
    constrainPreferences(this.session);
    addCmdlets(globalScope, [...builtInModules, ...modules]);
    addFunctions(globalScope);
    addAliases(globalScope);
  }

  #separator(): string {
    const value = getVariable(this.session.currentScope, 'ofs');
    return value === undefined || value === null ? ' ' : this.typeSystem.netText(value);
  }

  get stopRequested(): Promise<void> | undefined {
    return this.budget.whenStopped;
  }

  get strictMode(): number {
    return this.session.strictMode;
  }

  get currentDirectory(): string {
    return this.drives.fileSystemPath;
  }

  startBackground(frame: CallFrame, text: string): Promise<PSValue> {
    return startBackgroundOperator(frame, text);
  }

  /** A runspace in the same world with nothing of this one's state. */
  spawn(directory: string): SpawnedRunspace {
    return new Runspace({ ...this.#options, location: directory, processDirectory: this.processDirectory }).asSpawned();
  }

  asSpawned(): SpawnedRunspace {
    return {
      engine: this,
      mainState: this.session.main,
      run: ({ stages, input, streams }) => this.run({ stages, streams, ...(input === undefined ? {} : { input }) }),
      stop: () => this.stop(),
    };
  }

  intrinsicsOf(state: SessionState): PSValue {
    return state === this.session.main ? this.intrinsics : new EngineIntrinsics(state, this.#hostObject);
  }

  currentFrame(): CallFrame {
    return this.session.frame ?? this.session.root;
  }

  get workingDirectory(): string {
    return this.drives.fileSystemPath;
  }

  get hostOutput(): Sink {
    return this.hostStreams.streams.output;
  }

  get hostError(): Sink {
    return this.hostStreams.streams.error;
  }

  resolveType(name: string): NetType | undefined {
    return this.typeSystem.findType(name);
  }

  createObject(type: NetType, args: readonly PSValue[]): Eventually<PSValue> {
    return construct(this, type, args);
  }

  invokeBlock(block: ScriptBlock, options?: InvokeBlockOptions): Eventually<PSValue> {
    return invokeBlock(this.session, block, options);
  }

  rememberError(record: ErrorRecord): void {
    this.#errors.remember(record);
  }

  toErrorRecord(thrown: unknown): ErrorRecord {
    return recordOfThrown(thrown);
  }

  toException(thrown: unknown): NetException {
    return thrown instanceof NetException ? thrown : recordOfThrown(thrown).exception;
  }

  /** Asks the running pipeline to stop: `finally` and `clean` run, then the run ends. */
  stop(): void {
    this.budget.stop();
  }

  /** Ends the session: PowerShell.Exiting is raised and its actions run. */
  close(): Eventually<void> {
    return leaveSession(this);
  }

  /** A command for a text that is run as a script. @throws TerminatingError when it does not parse */
  scriptOf(text: string, file?: string): ScriptInfo {
    return new ScriptInfo(parseScript(text, this.session.main, file));
  }

  /** A command for a script file. @throws TerminatingError when it does not parse */
  scriptFile(path: string): Eventually<ExternalScriptInfo> {
    const command = new ExternalScriptInfo(path.slice(path.lastIndexOf('/') + 1), path);
    const loaded = this.scripts.load(command, this.session.root);
    return loaded instanceof Promise ? loaded.then(() => command) : command;
  }

  /** Runs a command to its end; whatever ends it stands in the outcome, nothing is thrown. */
  run(request: RunRequest): Eventually<RunOutcome> {
    const { session } = this;
    this.budget.enter(request.limits ?? this.#limits, !session.synchronous);
    const before = session.frame;
    const streams = request.streams ?? this.hostStreams.streams;
    const root = session.root;
    const outer = root.streams;
    root.streams = streams;
    root.propagate = request.strictErrors === true;
    const finish = (failure?: unknown): RunOutcome => {
      root.streams = outer;
      root.propagate = false;
      session.frame = before;
      const outcome = this.#outcome(failure);
      this.budget.leave();
      return outcome;
    };
    let done: Eventually<void>;
    try {
      const site = new CommandSite(request.dotSource ? '.' : '&', undefined, null);
      const stage: Stage = { site, command: request.command ?? null, args: request.args ?? [], redirections: [] };
      session.frame = root;
      done = runPipeline(
        root,
        request.stages ?? [stage],
        request.input,
        this.#counted(streams.output, request.limits ?? this.#limits),
        request.dotSource === true,
      );
    } catch (thrown) {
      return finish(thrown);
    }
    return done instanceof Promise ? done.then(() => finish(), finish) : finish();
  }

  /** The output of a run whose objects are limited. */
  #counted(output: Sink, limits: Limits): Sink {
    if (limits.outputObjects === undefined) return output;
    return {
      write: (value) => {
        this.budget.chargeOutput();
        return output.write(value);
      },
    };
  }

  #outcome(failure: unknown): RunOutcome {
    const { usage } = this.budget;
    const ended = { exitCode: undefined, error: undefined, stopped: false, usage };
    if (failure === undefined) return ended;
    if (failure instanceof ExitSignal) return { ...ended, exitCode: failure.code };
    if (failure instanceof PipelineStoppedSignal) return { ...ended, stopped: true };
    if (failure instanceof BreakSignal || failure instanceof ContinueSignal) return ended;
    if (failure instanceof ControlFlow) return ended;
    const error = failure instanceof TerminatingError ? failure : asTerminating(this.session.root, failure);
    this.lastSucceeded = false;
    this.rememberError(error.record);
    const exception = error.stopException ?? (error.isAttributed ? invocationException(error.record) : undefined);
    return { ...ended, error: error.record, exception };
  }
}
