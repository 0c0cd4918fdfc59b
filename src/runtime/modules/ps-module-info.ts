import type { AliasInfo, CmdletInfo, CommandInfo, CommandModule, FunctionInfo } from '../commands/command-info.ts';
import type { SessionState } from '../scope/session-state.ts';
import type { Variable } from '../scope/variable.ts';
import { Guid } from '../values/guid.ts';
import { NetObject } from '../values/net-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import { Version } from '../values/version.ts';

/** Names of System.Management.Automation.ModuleType. */
export type ModuleType = 'Script' | 'Binary' | 'Manifest' | 'Cim' | 'Workflow';

/** A map by name without regard to case that keeps the order and spelling of its entries. */
export class NameMap<T> {
  readonly #entries = new Map<string, { readonly name: string; readonly value: T }>();

  get size(): number {
    return this.#entries.size;
  }

  get(name: string): T | undefined {
    return this.#entries.get(name.toLowerCase())?.value;
  }

  set(name: string, value: T): void {
    this.#entries.set(name.toLowerCase(), { name, value });
  }

  delete(name: string): void {
    this.#entries.delete(name.toLowerCase());
  }

  clear(): void {
    this.#entries.clear();
  }

  *entries(): IterableIterator<readonly [string, T]> {
    for (const { name, value } of this.#entries.values()) yield [name, value];
  }

  names(): string[] {
    return Array.from(this.#entries.values(), (e) => e.name);
  }

  values(): T[] {
    return Array.from(this.#entries.values(), (e) => e.value);
  }
}

/** What a manifest or the caller says about a module besides its commands. */
export interface ModuleDetails {
  version: Version;
  guid: Guid;
  author: string;
  companyName: string;
  copyright: string;
  description: string;
  helpInfoUri: string;
  prefix: string;
  rootModule: string | null;
  powerShellVersion: Version | null;
  compatiblePSEditions: readonly string[];
  tags: readonly string[];
  fileList: readonly string[];
  requiredAssemblies: readonly string[];
  scripts: readonly string[];
  moduleList: readonly PSValue[];
  privateData: PSValue;
  projectUri: string | null;
  licenseUri: string | null;
  iconUri: string | null;
  releaseNotes: string | null;
}

function noDetails(): ModuleDetails {
  return {
    version: new Version(0, 0, -1, -1),
    guid: Guid.empty,
    author: '',
    companyName: '',
    copyright: '',
    description: '',
    helpInfoUri: '',
    prefix: '',
    rootModule: null,
    powerShellVersion: null,
    compatiblePSEditions: [],
    tags: [],
    fileList: [],
    requiredAssemblies: [],
    scripts: [],
    moduleList: [],
    privateData: null,
    projectUri: null,
    licenseUri: null,
    iconUri: null,
    releaseNotes: null,
  };
}

/** System.Management.Automation.PSModuleInfo. */
export class PSModuleInfo extends NetObject implements CommandModule {
  name: string;
  /** File the module came from; a GUID text for dynamic ones. */
  path: string;
  moduleBase: string;
  moduleType: ModuleType = 'Script';
  sessionState: SessionState | undefined;
  readonly details: ModuleDetails = noDetails();
  readonly exportedFunctions = new NameMap<FunctionInfo>();
  readonly exportedCmdlets = new NameMap<CmdletInfo>();
  readonly exportedAliases = new NameMap<AliasInfo>();
  readonly exportedVariables = new NameMap<Variable>();
  readonly nestedModules: PSModuleInfo[] = [];
  readonly requiredModules: PSModuleInfo[] = [];
  exportedTypeFiles: readonly string[] = [];
  exportedFormatFiles: readonly string[] = [];
  onRemove: ScriptBlock | null = null;
  accessMode: 'ReadWrite' | 'ReadOnly' | 'Constant' = 'ReadWrite';
  /** Set once Export-ModuleMember was called: then only what it names is exported. */
  exportsAreListed = false;
  /** The source of a script module. */
  source = '';

  constructor(name: string, path: string, sessionState: SessionState | undefined) {
    super();
    this.name = name;
    this.path = path;
    const slash = path.lastIndexOf('/');
    this.moduleBase = slash > 0 ? path.slice(0, slash) : '';
    this.sessionState = sessionState;
  }

  /** Functions, cmdlets and aliases, as `ExportedCommands` lists them. */
  get exportedCommands(): NameMap<CommandInfo> {
    const all = new NameMap<CommandInfo>();
    for (const map of [this.exportedFunctions, this.exportedCmdlets, this.exportedAliases]) {
      for (const [name, command] of map.entries()) all.set(name, command);
    }
    return all;
  }

  exportedCommand(name: string): CommandInfo | undefined {
    return this.exportedFunctions.get(name) ?? this.exportedCmdlets.get(name) ?? this.exportedAliases.get(name);
  }

  get version(): Version {
    return this.details.version;
  }

  override toString(): string {
    return this.name;
  }
}
