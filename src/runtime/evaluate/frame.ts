import type { Extent } from '../../parser/index.ts';
import type { CallFrame } from '../commands/call-frame.ts';
import type { CommandInfo } from '../commands/command-info.ts';
import { BoundParameters, CommandInvocation } from '../commands/command-invocation.ts';
import type { ErrorRecord } from '../errors/error-record.ts';
import type { InvocationInfo } from '../errors/invocation-info.ts';
import type { StreamSet } from '../pipeline/sink.ts';
import type { AutomaticVariables, Scope } from '../scope/scope.ts';
import type { SessionState } from '../scope/session-state.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { CompiledBlock } from './compiled-block.ts';
import type { EvaluateEngine, Session } from './session.ts';

/** What knows the bound parameters of a call. */
interface Bound {
  readonly bound: ReadonlyMap<string, PSValue>;
}

/** Parts of a frame that few calls have. */
class RareParts {
  handling: ErrorRecord | undefined = undefined;
  input: PSValue = undefined;
  cmdlet: PSValue = undefined;
  boundParameters: PSValue = undefined;
  bound: Bound | undefined = undefined;
  invocation: InvocationInfo | null = null;
}

/** One activation of a compiled block. Several frames share a scope when blocks run in their caller's scope. */
export class Frame implements CallFrame, AutomaticVariables {
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
  /** The operator the block was called with; empty for what was called by name, or from outside. */
  operator: '' | '&' | '.' = '';
  /** Where the code stands: extent of the call or statement that runs, for errors and `Get-PSCallStack`. */
  at: Extent | null = null;
  /**
   * Whether an error of a statement goes up to a `try` or `trap` (PowerShell: PropagateExceptionsToEnclosingStatement-
   * Block) instead of being reported and passed over.
   */
  propagate: boolean;
  /** `$this` of methods, script properties and the like; undefined where there is none. */
  thisValue: PSValue = undefined;
  /** What few calls have; undefined until something is set. */
  #rare: RareParts | undefined = undefined;

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

  #rareParts(): RareParts {
    this.#rare ??= new RareParts();
    return this.#rare;
  }

  /** The record of the catch clause or trap that runs, for a bare `throw`. */
  get handling(): ErrorRecord | undefined {
    return this.#rare?.handling;
  }

  set handling(record: ErrorRecord | undefined) {
    this.#rareParts().handling = record;
  }

  /** `$input`; undefined where there is none. */
  get input(): PSValue {
    return this.#rare?.input;
  }

  set input(value: PSValue) {
    this.#rareParts().input = value;
  }

  /** `$PSCmdlet` of advanced functions. */
  get cmdlet(): PSValue {
    return this.#rare?.cmdlet;
  }

  set cmdlet(value: PSValue) {
    this.#rareParts().cmdlet = value;
  }

  /** `$PSBoundParameters`; undefined where the code does not mention it. */
  get boundParameters(): PSValue {
    const rare = this.#rare;
    if (rare === undefined) return undefined;
    if (rare.bound !== undefined) this.boundParameters = BoundParameters.of(rare.bound.bound);
    return rare.boundParameters;
  }

  set boundParameters(value: PSValue) {
    const rare = this.#rareParts();
    rare.boundParameters = value;
    rare.bound = undefined;
  }

  /** What `$PSBoundParameters` is made from when somebody asks for it. */
  set bound(bound: Bound) {
    this.#rareParts().bound = bound;
  }

  /** A call frame of lower parts (a module's session state seen from outside) as one that can call. */
  static of(frame: CallFrame, session: Session): Frame {
    if (frame instanceof Frame) return frame;
    const caller = session.frame ?? session.root;
    const made = new Frame(session, frame.scope, frame.streams, caller, caller.block);
    made.at = caller.at;
    return made;
  }

  get sessionState(): SessionState {
    return this.scope.sessionState;
  }

  /** `$MyInvocation` of the running code; made when somebody asks, unless whoever called has it. */
  get invocation(): InvocationInfo | null {
    const rare = this.#rareParts();
    rare.invocation ??= this.#describeCall();
    return rare.invocation;
  }

  /** The automatic variables of this call; undefined for every other name. */
  get(key: string): PSValue {
    switch (key) {
      case 'this':
        return this.thisValue;
      case 'input':
        return this.input;
      case 'pscmdlet':
        return this.cmdlet;
      case 'myinvocation':
        return this.invocation ?? undefined;
      case 'psboundparameters':
        return this.boundParameters;
      case 'psscriptroot':
        return this.#file === undefined ? undefined : folderOf(this.#file);
      case 'pscommandpath':
        return this.#file;
      default:
        return undefined;
    }
  }

  set(key: string, value: PSValue): boolean {
    switch (key) {
      case 'this':
        if (this.thisValue === undefined) return false;
        this.thisValue = value;
        return true;
      case 'input':
        if (this.input === undefined) return false;
        this.input = value;
        return true;
      case 'psboundparameters':
        if (this.boundParameters === undefined) return false;
        this.boundParameters = value;
        return true;
      default:
        return false;
    }
  }

  keys(): Iterable<string> {
    return automaticKeys.filter((key) => this.get(key) !== undefined);
  }

  set invocation(invocation: InvocationInfo | null) {
    this.#rareParts().invocation = invocation;
  }

  #describeCall(): InvocationInfo | null {
    const { command, caller, operator } = this;
    if (command === undefined) return null;
    return new CommandInvocation({ command, invocationName: operator || command.name, extent: caller?.at ?? null });
  }

  /** The file the running code was read from; '' for code that was typed in. */
  get #file(): string | undefined {
    return this.block === undefined ? undefined : (this.block.unit.file ?? '');
  }
}

const automaticKeys = [
  'this',
  'input',
  'pscmdlet',
  'myinvocation',
  'psboundparameters',
  'psscriptroot',
  'pscommandpath',
];

function folderOf(file: string): string {
  const cut = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
  return cut < 0 ? '' : file.slice(0, cut) || file.slice(0, 1);
}
