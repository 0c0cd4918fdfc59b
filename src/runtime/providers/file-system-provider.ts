import type { FileStat, FileSystem } from '../host/file-system.ts';
import { fileSystemInfoFor } from '../values/file-system-info.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { joinPath } from './path-text.ts';
import type { ContentStore, Provider, ProviderChild } from './provider.ts';

/** Files and folders (about_FileSystem_Provider). What changes them is in the commands' own modules beside this file. */
export class FileSystemProvider implements Provider {
  readonly name = 'FileSystem';
  readonly moduleName = 'Microsoft.PowerShell.Core';
  readonly capabilities = 'Filter, ShouldProcess, Credentials';
  readonly isTree = true;
  readonly content: ContentStore | undefined = undefined;
  readonly fs: FileSystem;

  constructor(fs: FileSystem) {
    this.fs = fs;
  }

  exists(path: string): Eventually<boolean> {
    return andThen(this.fs.lstat(path), (stat) => stat !== undefined);
  }

  isContainer(path: string): Eventually<boolean> {
    return andThen(this.fs.stat(path), (stat) => stat?.kind === 'directory');
  }

  get(path: string): Eventually<PSValue> {
    return andThen(this.fs.lstat(path), (stat) => (stat ? this.#object(path, stat) : undefined));
  }

  #object(path: string, stat: FileStat): Eventually<PSValue> {
    if (stat.kind !== 'link') return fileSystemInfoFor(this.fs, path, stat);
    return andThen(this.fs.stat(path), (target) => fileSystemInfoFor(this.fs, path, stat, target));
  }

  children(path: string): Eventually<readonly ProviderChild[]> {
    return andThen(this.fs.readDirectory(path), (names) => {
      const found = names.map((name) => {
        const full = joinPath(path, name, '/');
        return andThen(this.isContainer(full), (isContainer): ProviderChild => ({ name, path: full, isContainer }));
      });
      return found.some((child) => child instanceof Promise)
        ? Promise.all(found)
        : found.filter((child): child is ProviderChild => !(child instanceof Promise));
    });
  }
}
