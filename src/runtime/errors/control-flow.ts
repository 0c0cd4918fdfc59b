import type { PSValue } from '../values/ps-value.ts';

/**
 * Contract. Control flow that leaves an expression or a command is thrown as one of these; statements return them.
 * They are no errors: `catch` does not see them, `finally` and `clean` run.
 */
export abstract class ControlFlow {}

/** `break [label]` */
export class BreakSignal extends ControlFlow {
  readonly label: string;
  constructor(label = '') {
    super();
    this.label = label;
  }
}

/** `continue [label]` */
export class ContinueSignal extends ControlFlow {
  readonly label: string;
  constructor(label = '') {
    super();
    this.label = label;
  }
}

/** `return`; the value was already written to the output (or is `value` inside class methods). */
export class ReturnSignal extends ControlFlow {
  readonly value: PSValue;
  constructor(value?: PSValue) {
    super();
    this.value = value;
  }
}

/** `exit [code]` */
export class ExitSignal extends ControlFlow {
  readonly code: number;
  constructor(code: number) {
    super();
    this.code = code;
  }
}

/**
 * Control leaves statements whose output was being collected for a value (`$x = if (…) { 'a'; return }`): the nearest
 * statement around the expression writes what they had given, and goes on with `signal`.
 */
export class OutputSignal extends ControlFlow {
  readonly signal: ControlFlow;
  readonly output: readonly PSValue[];
  constructor(signal: ControlFlow, output: readonly PSValue[]) {
    super();
    this.signal = signal;
    this.output = output;
  }
}

/** A downstream command wants no more: unwinds to the pipeline that owns `target` (Select-Object -First). */
export class StopUpstreamSignal extends ControlFlow {
  /** The pipeline processor whose input ends here. */
  readonly target: object;
  constructor(target: object) {
    super();
    this.target = target;
  }
}

/**
 * An advanced function ended itself with `$PSCmdlet.ThrowTerminatingError`: unwinds to the pipeline that runs it, where it
 * becomes the error. No `catch` of the function's own code sees it; `finally` and `clean` run.
 */
export class CommandFailedSignal extends ControlFlow {
  readonly owner: object;
  readonly error: object;
  constructor(owner: object, error: object) {
    super();
    this.owner = owner;
    this.error = error;
  }
}

/** The engine was asked to stop (Ctrl+C, abort signal): `finally` and `clean` run, nothing is caught. */
export class PipelineStoppedSignal extends ControlFlow {}
