import type { ChildProcess, ProcessEntry } from '../host/process-launcher.ts';
import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** System.Diagnostics.Process: a process of the machine, or one that a script started. */
export class NetProcess extends NetObject {
  /** What the host tells; undefined until it was asked. */
  entry: ProcessEntry | undefined;
  /** The child, when this engine started it. */
  child: ChildProcess | undefined = undefined;
  /** ProcessStartInfo. */
  startInfo: PSValue = undefined;
  exitCode: number | undefined = undefined;
  /** When it ended, in ms since 1970. */
  exitTime: number | undefined = undefined;
  /** Why it could not be started. */
  failure: unknown = undefined;
  /** Settles when it has ended; never rejects. */
  ended: Promise<void> | undefined = undefined;
  /** EnableRaisingEvents */
  raisesEvents = false;
  /** Whether `Exited` will be raised. */
  watched = false;
  standardOutput: PSValue = null;
  standardError: PSValue = null;
  standardInput: PSValue = null;

  constructor(entry?: ProcessEntry) {
    super();
    this.entry = entry;
  }
}
