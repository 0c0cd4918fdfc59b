import type { ErrorRecord } from '../errors/error-record.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { DisplayStyle } from './display-style.ts';
import type { ObjectAccess } from './object-access.ts';
import type { ViewTable } from './view-table.ts';

/** What formatting needs of the engine it runs in; made by engine-format-context.ts. */
export interface FormatContext {
  readonly objects: ObjectAccess;
  readonly views: ViewTable;
  readonly style: DisplayStyle;
  /** Name of the current culture. */
  readonly culture: string;
  /** A monotonic reading in milliseconds. */
  monotonic(): number;
  /** Runs a block with `$_` set, in a scope of its own. */
  invoke(block: ScriptBlock, dollarUnder: PSValue): Eventually<PSValue>;
  /** `$FormatEnumerationLimit` of the global scope; 4 where it is no number. */
  enumerationLimit(): number;
  /** `$ErrorView`: ConciseView, NormalView, DetailedView or CategoryView. */
  errorView(): string;
  /** Whether the host shows decorations, for error views. */
  readonly supportsVirtualTerminal: boolean;
  /** Width of the console, 120 when there is none. */
  readonly consoleWidth: number;
  /** Height of the console, for -RepeatHeader; undefined when unknown. */
  readonly consoleHeight: number | undefined;
  /** Whether a function, alias or cmdlet has that name. */
  commandExists(name: string): boolean;
  /** Calls a method of an object. */
  call(target: PSValue, method: string, args: readonly PSValue[]): Eventually<PSValue>;
  /** The current location of the file system. */
  readonly currentDirectory: string;
  /** The error record of anything thrown. */
  toErrorRecord(thrown: unknown): ErrorRecord;
}
