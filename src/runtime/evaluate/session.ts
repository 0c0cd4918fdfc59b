import type { CommandEngine } from '../commands/call-frame.ts';
import type { RunPipeline } from '../pipeline/run-pipeline.ts';
import type { Scope } from '../scope/scope.ts';
import { type DriveVariables, SessionState, type SharedState } from '../scope/session-state.ts';
import type { Frame } from './frame.ts';

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
  /** Deepest nesting of script calls. */
  readonly maxDepth: number;
}

/** Per-runspace execution state: what all session states share and where the running code stands. */
export class Session implements SharedState {
  readonly engine: EvaluateEngine;
  readonly drives: DriveVariables;
  readonly runPipeline: RunPipeline;
  readonly maxDepth: number;
  commandVersion = 0;
  /** The innermost running frame; set on entry to a block and reset on exit, and by whoever catches. */
  frame: Frame | undefined = undefined;
  /** Set while nothing may be pending (`evalSync`): deep recursion then ends where the native stack does. */
  synchronous = false;
  readonly allScopeNames = new Set<string>();
  readonly main: SessionState;

  constructor(parts: SessionParts) {
    this.engine = parts.engine;
    this.drives = parts.drives;
    this.runPipeline = parts.runPipeline;
    this.maxDepth = parts.maxDepth;
    this.main = new SessionState(this);
  }

  get currentScope(): Scope {
    return this.frame?.scope ?? this.main.globalScope;
  }
}
