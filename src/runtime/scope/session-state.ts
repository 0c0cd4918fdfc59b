import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { Layout } from './layout.ts';
import { Scope } from './scope.ts';

/** Reads and writes variables that name a drive (`$env:PATH`, `$function:prompt`); implemented over the providers. */
export interface DriveVariables {
  get(from: Scope, drive: string, path: string): Eventually<PSValue>;
  set(from: Scope, drive: string, path: string, value: PSValue): Eventually<void>;
}

/**
 * State that all session states of one runspace share. The evaluator's Session (evaluate/frame.ts) is the one
 * implementation; lower parts see this much of it.
 */
export interface SharedState {
  /** Grows with every change that can change what a command name means; caches compare it. */
  commandVersion: number;
  /** The scope of the innermost running frame. */
  readonly currentScope: Scope;
  readonly drives: DriveVariables;
  /** Lower-case names of all variables that have the AllScope option. */
  readonly allScopeNames: Set<string>;
  /** The type that a name in brackets means where the innermost frame runs. */
  findType(name: string): NetType | undefined;
}

/**
 * A session state (about_Modules, `$ExecutionContext.SessionState`): the main one, or a module's. Blocks are bound to
 * the one they were made in; their free names resolve in its scopes only.
 */
export class SessionState {
  readonly shared: SharedState;
  /** The global scope of the runspace. */
  readonly globalScope: Scope;
  /** The outermost scope of this session state below global: a module's own scope, else the global one. */
  readonly topScope: Scope;
  /** PSModuleInfo of a module's session state; null for the main one. */
  module: object | null;

  /** Makes the main session state of a runspace, or with `parent` the session state of a module. */
  constructor(shared: SharedState, parent?: SessionState, module: object | null = null) {
    this.shared = shared;
    this.module = module;
    if (parent) {
      this.globalScope = parent.globalScope;
      this.topScope = new Scope(parent.globalScope, this, new Layout(), [], 'module');
    } else {
      this.globalScope = new Scope(null, this, new Layout(), [], 'global');
      this.topScope = this.globalScope;
    }
  }
}
