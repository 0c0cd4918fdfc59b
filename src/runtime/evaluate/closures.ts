import type { ControlFlow } from '../errors/control-flow.ts';
import type { Sink } from '../pipeline/sink.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';

/** A compiled expression: its value now, or a promise of it when something is pending. */
export type Evaluate = (frame: Frame) => Eventually<PSValue>;

/**
 * A compiled statement: writes its output to `out`; answers the signal with which control leaves it, or undefined when
 * the next statement follows. Errors are thrown.
 */
export type Execute = (frame: Frame, out: Sink) => Eventually<ControlFlow | undefined>;
