import type { TypeDefinitionAst } from '../../parser/index.ts';
import type { CommandEngine } from '../commands/call-frame.ts';
import { CommandInfo, type CommandModule } from '../commands/command-info.ts';
import { EngineTypeSystem } from '../conversion/type-system.ts';
import { EngineOperators } from '../operators/engine-operators.ts';
import type { OperatorServices } from '../operators/operator-services.ts';
import type { RunPipeline } from '../pipeline/run-pipeline.ts';
import type { StreamSet } from '../pipeline/sink.ts';
import type { Scope } from '../scope/scope.ts';
import { type DriveVariables, SessionState, type SharedState } from '../scope/session-state.ts';
import { coreTypes } from '../types/core-types.ts';
import type { TypeScopeLookup } from '../types/type-registry.ts';
import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { CompiledBlock } from './compiled-block.ts';
import { Frame } from './frame.ts';
import { type BlockOptions, invokeBlock } from './invoke-block.ts';
import type { SimpleParameter } from './simple-parameters.ts';
import { findScriptType } from './type-names.ts';

/** The engine as the evaluator sees it: the runspace implements it. */
export interface EvaluateEngine extends CommandEngine {
  readonly session: Session;
}

/** What a session is made of; the runspace passes it. */
export interface SessionParts {
  readonly engine: EvaluateEngine;
  readonly drives: DriveVariables;
  /** pipeline/run-pipeline.ts */
  readonly runPipeline: RunPipeline;
  /** Streams of the host, for what runs outside any call. */
  readonly streams: StreamSet;
  /** Deepest nesting of script calls. */
  readonly maxDepth: number;
}

const noLookup: TypeScopeLookup = {};

/** Per-runspace execution state: what all session states share and where the running code stands. */
export class Session implements SharedState {
  readonly engine: EvaluateEngine;
  readonly drives: DriveVariables;
  readonly runPipeline: RunPipeline;
  readonly operators: OperatorServices;
  maxDepth: number;
  commandVersion = 0;
  /** Grows when a script defines a class or enum; caches of type names compare it. */
  typeVersion = 0;
  /** The innermost running frame; set on entry to a block and reset on exit, and by whoever catches. */
  frame: Frame | undefined = undefined;
  /** Set while nothing may be pending (`evalSync`): deep recursion then ends where the native stack does. */
  synchronous = false;
  readonly allScopeNames = new Set<string>();
  readonly main: SessionState;
  /** Stands below all code: the global scope and the host's streams. */
  readonly root: Frame;
  /** Types made of definitions, so that a definition that runs again is the same type. */
  readonly types = new Map<TypeDefinitionAst, NetType>();
  /** Makes the dynamic module of a closure; set by the module table. */
  newModule: ((from: SessionState) => object) | undefined = undefined;
  /** Parameters of blocks that can be called without the binder; null for those that cannot. */
  readonly simpleBlocks = new WeakMap<CompiledBlock, readonly SimpleParameter[] | null>();

  constructor(parts: SessionParts) {
    this.engine = parts.engine;
    this.drives = parts.drives;
    this.runPipeline = parts.runPipeline;
    this.maxDepth = parts.maxDepth;
    this.operators = new EngineOperators(parts.engine);
    const { typeSystem } = parts.engine;
    if (typeSystem instanceof EngineTypeSystem) typeSystem.lookup = () => this.typeLookup();
    this.main = new SessionState(this);
    this.root = new Frame(this, this.main.globalScope, parts.streams, null, undefined);
  }

  get objectType(): NetType {
    return coreTypes().object;
  }

  get voidType(): NetType {
    return coreTypes().void;
  }

  get currentScope(): Scope {
    return (this.frame ?? this.root).scope;
  }

  /** Strict mode of the running scope (about_Set-StrictMode): set in it, or in a scope that called it. */
  get strictMode(): number {
    for (let scope: Scope | null = this.currentScope; scope; scope = scope.parent) {
      const mode = scope.tables?.strictMode;
      if (mode !== undefined) return mode;
    }
    return 0;
  }

  /** What the running code knows about type names besides the engine: classes of scripts, `using namespace`. */
  typeLookup(): TypeScopeLookup {
    const frame = this.frame ?? this.root;
    const namespaces = frame.block?.unit.namespaces ?? [];
    if (this.typeVersion === 0) return namespaces.length === 0 ? noLookup : { namespaces };
    return { namespaces, scriptType: (name) => findScriptType(frame.scope, name) };
  }

  findType(name: string): NetType | undefined {
    return this.engine.resolveType(name);
  }

  isCommand(value: PSValue): boolean {
    return value instanceof CommandInfo;
  }

  /** Whether a value is a module, for `& $module { … }`. */
  isModule(value: PSValue): boolean {
    return typeof value === 'object' && value !== null && 'sessionState' in value && 'exportedCommands' in value;
  }

  /** The module whose code runs in a session state; undefined for the main one. */
  moduleOf(state: object): CommandModule | undefined {
    if (!(state instanceof SessionState) || state.module === null) return undefined;
    // SessionState.module is a PSModuleInfo, which implements CommandModule.
    return state.module as CommandModule;
  }

  /** Runs a block with `$_` in the scope it was made in and gives its output as a value. */
  runValue(_from: Frame, block: ScriptBlock, dollarUnder: PSValue): Eventually<PSValue> {
    return this.invokeBlock(block, { dollarUnder: dollarUnder ?? null, dotSource: true, errors: 'report' });
  }

  /** See EngineContext.invokeBlock. */
  invokeBlock(block: ScriptBlock, options?: BlockOptions): Eventually<PSValue> {
    return invokeBlock(this, block, options);
  }
}
