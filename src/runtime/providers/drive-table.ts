import { fail, type TerminatingError } from '../errors/terminating-error.ts';
import type { Scope } from '../scope/scope.ts';
import { LocationHistory } from './location-history.ts';
import type { PathInfo } from './path-info.ts';
import { driveEnd, isSeparator, namesOf, providerQualified } from './path-text.ts';
import { DriveInfo, type Provider, ProviderInfo } from './provider.ts';

/** A path that has been taken apart: which provider, which drive, and the provider's own path. */
export interface ProviderPath {
  readonly provider: Provider;
  readonly info: ProviderInfo;
  /** Undefined for provider-qualified paths. */
  readonly drive: DriveInfo | undefined;
  /** The provider's own path, normalised. */
  readonly path: string;
}

const driveNotFound = (name: string): TerminatingError =>
  fail({
    id: 'DriveNotFound',
    category: 'ObjectNotFound',
    exceptionType: 'System.Management.Automation.DriveNotFoundException',
    message: `There is no drive named "${name}".`,
    target: name,
  });

const providerNotFound = (name: string): TerminatingError =>
  fail({
    id: 'ProviderNotFound',
    category: 'ObjectNotFound',
    exceptionType: 'System.Management.Automation.ProviderNotFoundException',
    message: `There is no provider named "${name}".`,
    target: name,
  });

/** Shows a provider path below its drive: `/tmp/x`, `Temp:/x`, `Env:HOME`. */
export function pathOnDrive(drive: DriveInfo, path: string): string {
  if (!drive.provider.isTree) return `${drive.name}:${path === '' ? '/' : path}`;
  if (drive.name === '/') return path;
  const root = drive.root === '/' ? '' : drive.root;
  const below = path.startsWith(root) ? path.slice(root.length) : path;
  return `${drive.name}:${below === '' ? '/' : below}`;
}

/** The providers and drives of a runspace, and where it stands (`Get-Location`). */
export class DriveTable {
  readonly providers: ProviderInfo[] = [];
  /** Drives of the global scope; `New-PSDrive` may put others into the tables of inner scopes. */
  readonly globalDrives: Map<string, DriveInfo> = new Map();
  /** Location stacks by name (Push-Location); the last pushed is last. */
  readonly stacks = new Map<string, PathInfo[]>();
  /** Where `Set-Location -` goes back to. */
  readonly history = new LocationHistory();
  /** The stack used when none is named. */
  defaultStack = 'default';
  #current: DriveInfo | undefined;
  readonly #home: () => string;

  constructor(home: () => string) {
    this.#home = home;
  }

  /** Adds a provider with its initial drives: names with roots. */
  register(provider: Provider, drives: Readonly<Record<string, string>>): void {
    const info = new ProviderInfo(provider);
    this.providers.push(info);
    for (const [name, root] of Object.entries(drives))
      this.globalDrives.set(name.toLowerCase(), new DriveInfo(name, info, root));
  }

  /** The drive scripts stand on. */
  get current(): DriveInfo {
    const drive = this.#current ?? this.globalDrives.get('/') ?? this.globalDrives.values().next().value;
    if (!drive) throw driveNotFound('/');
    return drive;
  }

  set current(drive: DriveInfo) {
    this.#current = drive;
  }

  findProvider(name: string): ProviderInfo | undefined {
    const wanted = name.toLowerCase();
    return this.providers.find((info) => info.name.toLowerCase() === wanted);
  }

  /** The drive of that name seen from a scope: its own, its parents', then the global ones. */
  findDrive(name: string, scope: Scope | null): DriveInfo | undefined {
    const key = name.toLowerCase();
    for (let at = scope; at; at = at.parent) {
      const found = at.tables?.drives.get(key);
      if (found instanceof DriveInfo) return found;
    }
    return this.globalDrives.get(key);
  }

  /** The drives of one scope's table. */
  drivesOf(table: ReadonlyMap<string, unknown>): DriveInfo[] {
    return [...table.values()].filter((drive) => drive instanceof DriveInfo);
  }

  /** All drives seen from a scope. */
  drivesFrom(scope: Scope | null): DriveInfo[] {
    const seen = new Map<string, DriveInfo>(this.globalDrives);
    const chain: Scope[] = [];
    for (let at = scope; at; at = at.parent) chain.unshift(at);
    for (const at of chain)
      for (const [key, drive] of at.tables?.drives ?? []) if (drive instanceof DriveInfo) seen.set(key, drive);
    return [...seen.values()];
  }

  /** The provider path scripts stand at. */
  get currentPath(): string {
    return this.#below(this.current, this.current.currentLocation);
  }

  /** The current location among files, whatever drive is current: what .NET and native programs see. */
  get fileSystemPath(): string {
    const { current } = this;
    if (current.provider.name === 'FileSystem') return this.currentPath;
    return this.#lastFilePath ?? '/';
  }

  #lastFilePath: string | undefined;

  /** Moves to a container that is known to exist. */
  moveTo(target: ProviderPath): void {
    const drive = target.drive ?? target.info.hiddenDrive;
    const root = drive.root === '/' ? '' : drive.root;
    drive.currentLocation = (target.path.startsWith(root) ? target.path.slice(root.length) : target.path).replace(
      /^[/\\]/,
      '',
    );
    this.#current = drive;
    if (drive.provider.name === 'FileSystem') this.#lastFilePath = this.currentPath;
  }

  /**
   * Takes a path apart. Wildcards are left as they are; nothing is looked up in the store.
   *
   * @param path as a user writes it: absolute, relative, `~`, on a drive or provider-qualified
   * @param scope where drives are looked up from
   * @throws TerminatingError DriveNotFound, ProviderNotFound
   */
  resolve(path: string, scope: Scope | null): ProviderPath {
    const qualified = providerQualified(path);
    if (qualified) {
      const info = this.findProvider(qualified.provider);
      if (!info) throw providerNotFound(qualified.provider);
      const below = qualified.rest;
      const absolute = info.provider.isTree && !isSeparator(below[0]) ? `${this.currentPath}/${below}` : below;
      return { provider: info.provider, info, drive: undefined, path: normalized(info.provider, absolute) };
    }
    const colon = driveEnd(path);
    if (colon > 0) {
      const name = path.slice(0, colon);
      const drive = this.findDrive(name, scope);
      if (!drive) throw driveNotFound(name);
      const rest = path.slice(colon + 1);
      const relative = drive.provider.isTree && !isSeparator(rest[0]) ? `${drive.currentLocation}/${rest}` : rest;
      return this.#on(drive, relative);
    }
    return this.#relative(path);
  }

  #relative(path: string): ProviderPath {
    const { current } = this;
    if (path === '~' || (path[0] === '~' && isSeparator(path[1]))) {
      const files = this.globalDrives.get('/') ?? current;
      return this.#on(files, `${this.#home()}/${path.slice(1)}`);
    }
    const files = this.globalDrives.get('/');
    if (!current.provider.isTree && !(files && path.startsWith('/'))) return this.#on(current, path);
    if (isSeparator(path[0])) {
      // An absolute path among files is on the file drive, whatever files drive is current.
      return this.#on(files ?? current, path);
    }
    return this.#on(current, `${current.currentLocation}/${path}`);
  }

  #on(drive: DriveInfo, relative: string): ProviderPath {
    const seen = drive.isHidden ? undefined : drive;
    return { provider: drive.provider, info: drive.info, drive: seen, path: this.#below(drive, relative) };
  }

  #below(drive: DriveInfo, relative: string): string {
    if (!drive.provider.isTree) return normalized(drive.provider, relative);
    const root = drive.root === '/' ? '' : drive.root;
    return normalized(drive.provider, `${root}/${namesOf(relative).join('/')}`);
  }
}

function normalized(provider: Provider, path: string): string {
  if (provider.isTree) return `/${namesOf(path).join('/')}`;
  return path.replace(/^[/\\]+/, '').replace(/[/\\]+$/, '');
}
