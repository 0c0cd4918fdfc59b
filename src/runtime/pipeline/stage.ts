import type { CommandAst, Extent } from '../../parser/index.ts';
import type { Argument } from '../commands/argument.ts';
import type { CommandInfo } from '../commands/command-info.ts';
import type { PSValue } from '../values/ps-value.ts';

/** A numbered stream; `all` is `*`. */
export type StreamName = 'all' | 'output' | 'error' | 'warning' | 'verbose' | 'debug' | 'information';

/** A redirection with its target evaluated. */
export type Redirection =
  | { readonly from: StreamName; readonly kind: 'merge'; readonly to: 'output' | 'error' }
  | {
      readonly from: StreamName;
      readonly kind: 'file';
      /** Value of the location expression: null (`> $null`) or whatever becomes a path. */
      readonly path: PSValue;
      readonly append: boolean;
      readonly extent: Extent | null;
    };

/**
 * Contract. The part of a stage that is the same each time its code runs: made once per CommandAst by the compiler.
 * Also the inline cache of command discovery; only commands/discovery touches the `cached*` fields.
 */
export class CommandSite {
  readonly invocationOperator: '' | '&' | '.';
  readonly ast: CommandAst | undefined;
  readonly extent: Extent | null;
  cachedName: string | undefined = undefined;
  cachedCommand: CommandInfo | undefined = undefined;
  cachedEpoch = -1;
  cachedSession: object | undefined = undefined;

  constructor(invocationOperator: '' | '&' | '.', ast: CommandAst | undefined, extent: Extent | null) {
    this.invocationOperator = invocationOperator;
    this.ast = ast;
    this.extent = extent;
  }
}

/** Contract. One command of a pipeline about to run, arguments evaluated. */
export interface Stage {
  readonly site: CommandSite;
  /** A name, a CommandInfo, a ScriptBlock, or anything `&` was given (its text is then the name). */
  readonly command: PSValue;
  /** `& $module name`: the module whose session state the command is looked up and run in. */
  readonly module?: PSValue;
  readonly args: readonly Argument[];
  /** Empty for most. */
  readonly redirections: readonly Redirection[];
}
