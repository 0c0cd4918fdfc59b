import type { Extent } from '../../parser/index.ts';
import type { CallFrame } from '../commands/call-frame.ts';
import type { CommandInfo } from '../commands/command-info.ts';
import type { InvocationInfo } from '../errors/invocation-info.ts';
import type { StreamSet } from '../pipeline/sink.ts';
import type { Scope } from '../scope/scope.ts';
import type { SessionState } from '../scope/session-state.ts';
import type { CompiledBlock } from './compiled-block.ts';
import type { EvaluateEngine, Session } from './session.ts';

/** One activation of a compiled block. Several frames share a scope when blocks run in their caller's scope. */
export class Frame implements CallFrame {
  readonly engine: EvaluateEngine;
  readonly session: Session;
  scope: Scope;
  streams: StreamSet;
  /** The frame that called; null for what the host runs. */
  readonly caller: Frame | null;
  /** Nesting of script calls. */
  readonly depth: number;
  readonly block: CompiledBlock | undefined;
  /** The function, script or block that runs. */
  command: CommandInfo | undefined = undefined;
  /** Where the code stands: extent of the call or statement that runs, for errors and `Get-PSCallStack`. */
  at: Extent | null = null;
  /**
   * Whether an error of a statement goes up to a `try` or `trap` (PowerShell: PropagateExceptionsToEnclosingStatement-
   * Block) instead of being reported and passed over.
   */
  propagate: boolean;
  /** The details of the call; undefined while nobody asked. */
  invocation: InvocationInfo | null = null;

  constructor(
    session: Session,
    scope: Scope,
    streams: StreamSet,
    caller: Frame | null,
    block: CompiledBlock | undefined,
  ) {
    this.engine = session.engine;
    this.session = session;
    this.scope = scope;
    this.streams = streams;
    this.caller = caller;
    this.depth = caller === null ? 0 : caller.depth + 1;
    this.block = block;
    this.propagate = caller?.propagate ?? false;
  }

  get sessionState(): SessionState {
    return this.scope.sessionState;
  }
}
