import type { SessionState } from '../scope/session-state.ts';
import { NetObject } from '../values/net-object.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { AnyCmdlet } from './define-cmdlet.ts';
import type { CommandMetadata } from './parameter-metadata.ts';

/** Names of System.Management.Automation.CommandTypes that exist here. */
export type CommandType = 'Alias' | 'Function' | 'Filter' | 'Cmdlet' | 'ExternalScript' | 'Application' | 'Script';

/** The value of each kind in the enum CommandTypes. */
export const commandTypeBits: Readonly<Record<CommandType, number>> = {
  Alias: 1,
  Function: 2,
  Filter: 4,
  Cmdlet: 8,
  ExternalScript: 16,
  Application: 32,
  Script: 64,
};

/** What a command needs of the module it belongs to; modules/ps-module-info.ts implements it. */
export interface CommandModule {
  readonly name: string;
  readonly sessionState: SessionState | undefined;
}

/** Contract. System.Management.Automation.CommandInfo. */
export abstract class CommandInfo extends NetObject {
  abstract readonly commandType: CommandType;
  readonly name: string;
  module: CommandModule | undefined = undefined;
  visibility: 'Public' | 'Private' = 'Public';
  /** The name it was given before an import put a prefix on it. */
  unprefixedName: string | undefined = undefined;

  constructor(name: string) {
    super();
    this.name = name;
  }

  get moduleName(): string {
    return this.module?.name ?? '';
  }

  /** Path, body or parameters, as `Definition` shows. */
  abstract get definition(): string;
}

/** `Set-Alias`; what `ScopeTables.aliases` holds. */
export class AliasInfo extends CommandInfo {
  readonly commandType = 'Alias';
  /** The name it stands for. */
  readonly definition: string;
  description = '';
  /** Bits of ScopedItemOptions (scope/variable.ts). */
  options = 0;

  constructor(name: string, definition: string) {
    super(name);
    this.definition = definition;
  }
}

/** `function`; what `ScopeTables.functions` holds. */
export class FunctionInfo extends CommandInfo {
  readonly commandType: CommandType = 'Function';
  scriptBlock: ScriptBlock;
  description = '';
  options = 0;
  /** What was worked out for given arguments (Get-Command -ArgumentList); else see ScriptCommands.metadataOf. */
  metadata: CommandMetadata | undefined = undefined;

  constructor(name: string, scriptBlock: ScriptBlock) {
    super(name);
    this.scriptBlock = scriptBlock;
  }

  get definition(): string {
    return blockText(this.scriptBlock);
  }
}

/** `filter` */
export class FilterInfo extends FunctionInfo {
  override readonly commandType = 'Filter';
}

/** A compiled command; what `ScopeTables.cmdlets` holds. */
export class CmdletInfo extends CommandInfo {
  readonly commandType = 'Cmdlet';
  readonly spec: AnyCmdlet;
  /** Whether it was looked up by a call: PowerShell would then have loaded its module. */
  used = false;
  /** What was worked out for given arguments (Get-Command -ArgumentList). */
  metadata: CommandMetadata | undefined = undefined;

  constructor(spec: AnyCmdlet) {
    super(spec.name);
    this.spec = spec;
  }

  get verb(): string {
    return this.name.slice(0, Math.max(0, this.name.indexOf('-')));
  }

  get noun(): string {
    return this.name.slice(this.name.indexOf('-') + 1);
  }

  /** Full .NET name of the class that would implement it. */
  get className(): string {
    return this.spec.className ?? `Microsoft.PowerShell.Commands.${this.verb}${this.noun}Command`;
  }

  /** The syntax; see commands/syntax.ts, which fills it in for display. */
  get definition(): string {
    return this.name;
  }
}

/** A .ps1 file. */
export class ExternalScriptInfo extends CommandInfo {
  readonly commandType = 'ExternalScript';
  readonly path: string;
  /** The parsed file; read when it is first run. */
  scriptBlock: ScriptBlock | undefined = undefined;
  metadata: CommandMetadata | undefined = undefined;

  constructor(name: string, path: string) {
    super(name);
    this.path = path;
  }

  get definition(): string {
    return this.path;
  }
}

/** A native program, or a file the system may know how to open. */
export class ApplicationInfo extends CommandInfo {
  readonly commandType = 'Application';
  readonly path: string;

  constructor(name: string, path: string) {
    super(name);
    this.path = path;
  }

  get definition(): string {
    return this.path;
  }

  get extension(): string {
    const dot = this.name.lastIndexOf('.');
    return dot < 0 ? '' : this.name.slice(dot);
  }
}

/** A block run by `&` or `.` (`$MyInvocation.MyCommand` in it). */
export class ScriptInfo extends CommandInfo {
  readonly commandType = 'Script';
  readonly scriptBlock: ScriptBlock;
  metadata: CommandMetadata | undefined = undefined;

  constructor(scriptBlock: ScriptBlock) {
    super('');
    this.scriptBlock = scriptBlock;
  }

  get definition(): string {
    return blockText(this.scriptBlock);
  }
}

/** The command that a block is when it runs; one for all its runs. */
export function scriptInfoOf(block: ScriptBlock): ScriptInfo {
  // Only this function sets the field.
  block.info ??= new ScriptInfo(block);
  return block.info as ScriptInfo;
}

/** Commands whose body is a script block. */
export type ScriptCommandInfo = FunctionInfo | ExternalScriptInfo | ScriptInfo;

/** Text of a body between its braces, as `Definition` and Function: show it. */
export function blockText(block: ScriptBlock): string {
  const text = block.ast.extent.text;
  return text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
}
