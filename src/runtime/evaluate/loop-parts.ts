import type {
  DoUntilStatementAst,
  DoWhileStatementAst,
  ForEachStatementAst,
  ForStatementAst,
  WhileStatementAst,
} from '../../parser/index.ts';
import { BreakSignal, ContinueSignal, type ControlFlow } from '../errors/control-flow.ts';

/** A loop that tests a condition. */
export type LoopAst = WhileStatementAst | DoWhileStatementAst | DoUntilStatementAst | ForStatementAst;

/** A loop over a collection. */
export type EachAst = ForEachStatementAst;

/** What a loop does with the signal of its body: go on (undefined), end normally (`done`), or leave with the signal. */
export const done = Symbol('done');

/** What the signal that a body left with means to its loop. */
export function afterBody(signal: ControlFlow, label: string): ControlFlow | undefined | typeof done {
  if (signal instanceof BreakSignal) return isMine(signal.label, label) ? done : signal;
  if (signal instanceof ContinueSignal) return isMine(signal.label, label) ? undefined : signal;
  return signal;
}

/** Whether `break` or `continue` with a label means the loop or switch that has `label`, in lower case. */
export function isMine(wanted: string, label: string): boolean {
  return wanted === '' || wanted.toLowerCase() === label;
}

/** Where in a round a loop stands when something turns out to be pending. */
export class Pending {
  readonly at: 'test' | 'body' | 'pause' | 'step';
  readonly wait: Promise<unknown>;

  constructor(at: Pending['at'], wait: Promise<unknown>) {
    this.at = at;
    this.wait = wait;
  }
}

/** Where a `foreach` over an array stands when it cannot go on at once. */
export class EachPending {
  /** The position of the item that comes next. */
  readonly next: number;
  /** The end of a round that has to be waited for; undefined where the next item needs the ordinary way. */
  readonly wait: Promise<ControlFlow | undefined | typeof done> | undefined;
  /** Whether the body is what is waited for, not the turn of the event loop behind it. */
  readonly inBody: boolean;

  constructor(next: number, wait: EachPending['wait'], inBody: boolean) {
    this.next = next;
    this.wait = wait;
    this.inBody = inBody;
  }
}

/**
 * Where code for a loop hands a round over to the closures, as variables hold other sorts of values than before; or
 * `again` when it only ran short.
 */
export class Left {
  readonly at: 'test' | 'body' | 'charge' | 'again';

  constructor(at: Left['at']) {
    this.at = at;
  }
}

/** The ways to hand a round over; `atCharge` when its body has run. */
export const left = {
  atTest: new Left('test'),
  atBody: new Left('body'),
  atCharge: new Left('charge'),
  again: new Left('again'),
} as const;
