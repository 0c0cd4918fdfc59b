import type { Extent } from './source.ts';

/** A fault in a script. `errorId` is PowerShell's; the wording of the message is this project's. */
export interface ParseError {
  readonly errorId: string;
  readonly message: string;
  readonly extent: Extent;
  /** True when more text at the end could repair it, so that a prompt asks for another line. */
  readonly incomplete: boolean;
}
