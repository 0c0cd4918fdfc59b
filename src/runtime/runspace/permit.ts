import type { Extent } from '../../parser/index.ts';
import type { Effect } from '../commands/define-cmdlet.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** A command about to run, as a permission hook sees it: resolved, with its parameters bound. */
export interface PermitCall {
  /** The resolved name: `Remove-Item` for `del`, the full path of a program. */
  readonly command: string;
  readonly kind: 'cmdlet' | 'function' | 'script' | 'application';
  /** Bound parameters by declared name; arguments of programs and of what has no parameters as `args`. */
  readonly parameters: ReadonlyMap<string, PSValue>;
  readonly args: readonly PSValue[];
  readonly effects: readonly Effect[];
  /** Where the call stands. */
  readonly extent: Extent | null;
}

/**
 * Decides whether a command may run. False, or a reason, refuses it: the script gets a terminating error with the id
 * CommandNotPermitted and the category PermissionDenied.
 */
export type Permit = (call: PermitCall) => Eventually<boolean | string>;
