import type { FunctionDefinitionAst, ScriptBlockAst } from '../../parser/index.ts';

/**
 * Contract. `[scriptblock]`: code bound to the session state (global or a module's) it was made in. The evaluator
 * compiles it on first run and keeps the result in `compiled`.
 */
export class ScriptBlock {
  readonly ast: ScriptBlockAst;
  /** The definition, for the body of a function or filter. */
  readonly definition: FunctionDefinitionAst | undefined;
  /** The SessionState (scope layer) its free names and commands resolve in; see scope/session-state.ts. */
  readonly sessionState: object;
  /** Set by the evaluator: the compiled form, shared by all blocks of one AST node. */
  compiled: object | undefined = undefined;
  /** Set by commands/command-info.ts: the command that stands for the block. */
  info: object | undefined = undefined;
  /** Runs as the body of a filter: the statements are the process block. */
  isFilter = false;
  /** `ScriptBlock.DebuggerHidden` etc. are not modelled; `file` is where it was read from. */
  file: string | null = null;

  constructor(ast: ScriptBlockAst, sessionState: object, definition?: FunctionDefinitionAst) {
    this.ast = ast;
    this.sessionState = sessionState;
    this.definition = definition;
  }
}
