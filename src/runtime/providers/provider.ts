import { NetObject } from '../values/net-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** System.Management.Automation.ProviderInfo: a kind of store that drives lead to (about_Providers). */
export class ProviderInfo extends NetObject {
  readonly provider: Provider;
  description = '';
  #hiddenDrive: DriveInfo | undefined;

  constructor(provider: Provider) {
    super();
    this.provider = provider;
  }

  /** The drive one stands on at a provider-qualified path: it has no name and is never listed. */
  get hiddenDrive(): DriveInfo {
    this.#hiddenDrive ??= new DriveInfo('', this, this.provider.isTree ? '/' : '');
    return this.#hiddenDrive;
  }

  get name(): string {
    return this.provider.name;
  }
}

/** System.Management.Automation.PSDriveInfo. */
export class DriveInfo extends NetObject {
  readonly name: string;
  readonly info: ProviderInfo;
  /** Provider path of the drive's top: `/` or a folder; empty for flat stores. */
  readonly root: string;
  description: string;
  /** The root as scripts see it: with a separator at its end where it was given so. */
  readonly rootText: string;
  /** Below the root, without a leading separator. */
  currentLocation = '';

  constructor(name: string, info: ProviderInfo, root: string, description = '') {
    super();
    this.name = name;
    this.info = info;
    this.root = root.length > 1 ? root.replace(/\/+$/, '') : root;
    this.rootText = root;
    this.description = description;
  }

  get provider(): Provider {
    return this.info.provider;
  }

  /** Whether it is the nameless drive of provider-qualified paths. */
  get isHidden(): boolean {
    return this.name === '';
  }
}

/** One child of a container. */
export interface ProviderChild {
  readonly name: string;
  readonly path: string;
  readonly isContainer: boolean;
}

/** Readers and writers of an item's content (Get-Content, Set-Content, `${env:x}`). */
export interface ContentStore {
  /** The whole content as lines or values. */
  read(path: string): Eventually<readonly PSValue[]>;
  write(path: string, values: readonly PSValue[]): Eventually<void>;
  append?(path: string, values: readonly PSValue[]): Eventually<void>;
  clear(path: string): Eventually<void>;
}

/**
 * Contract. A store with items (about_Providers). Paths are the provider's own: absolute paths for files, bare names
 * for flat stores. Methods throw a TerminatingError with PowerShell's id when they fail; commands report it.
 */
export interface Provider {
  readonly name: string;
  /** Module name before the backslash in `Module\Provider::path`. */
  readonly moduleName: string;
  readonly capabilities: string;
  /** Whether items can contain items (NavigationCmdletProvider). */
  readonly isTree: boolean;
  /** Whether items have content at all. */
  readonly content: ContentStore | undefined;

  exists(path: string): Eventually<boolean>;
  isContainer(path: string): Eventually<boolean>;
  /** The item's object, without the PS* notes; undefined when there is none. */
  get(path: string): Eventually<PSValue>;
  children(path: string): Eventually<readonly ProviderChild[]>;
  /** Whether items have ScopedItemOptions, which Set-Item, New-Item and the like set by a parameter of their own. */
  readonly hasOptions?: boolean;
  /** Set-Item; undefined where items have no value of their own. An undefined value leaves it as it is, if it can. */
  set?(path: string, value: PSValue, force?: boolean, options?: number): Eventually<PSValue>;
  /** Clear-Item */
  clear?(path: string): Eventually<PSValue>;
  create?(path: string, itemType: string, value: PSValue, force: boolean, options?: number): Eventually<PSValue>;
  remove?(path: string, recurse: boolean, force: boolean): Eventually<void>;
  rename?(path: string, newName: string, force: boolean): Eventually<PSValue>;
  copy?(path: string, destination: string, recurse: boolean, force: boolean): Eventually<PSValue>;
  move?(path: string, destination: string, force: boolean): Eventually<PSValue>;
}
