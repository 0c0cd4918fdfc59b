import type { CallFrame } from '../commands/call-frame.ts';
import { absolutePath } from '../commands/discovery/file-lookup.ts';
import { type Flow, settle } from '../commands/flow.ts';
import { hasWildcards, wildcardMatcher } from '../commands/wildcard-name.ts';
import { Version } from '../values/version.ts';
import { compareVersions } from './module-specification.ts';

const extensions = ['.psd1', '.psm1'] as const;

/** A module file on the search path. */
export interface ModuleFile {
  readonly name: string;
  readonly path: string;
  /** From the name of the folder, where modules stand side by side in versions. */
  readonly version: Version | undefined;
}

/** Folders that modules are searched in, in order. */
export function moduleFolders(frame: CallFrame): readonly string[] {
  const text = frame.engine.environment.get('PSModulePath') ?? '';
  return text.split(frame.engine.platform.os === 'windows' ? ';' : ':').filter((folder) => folder !== '');
}

/** Whether a name says where the module is rather than what it is called. */
export function isModulePath(name: string): boolean {
  return /^(?:[/\\~]|\.\.?(?:[/\\]|$))/.test(name) || /\.(psm1|psd1|ps1|dll)$/i.test(name);
}

/** The file a path means: the file itself, with an extension added, or the module in a folder of that name. */
export function* findModuleAt(frame: CallFrame, written: string): Flow<string | undefined> {
  const path = absolutePath(frame, written);
  const stat = yield* settle(frame.engine.fs.stat(path));
  if (stat?.kind === 'file') return path;
  for (const extension of [...extensions, '.ps1']) {
    const file = yield* settle(frame.engine.fs.stat(path + extension));
    if (file?.kind === 'file') return path + extension;
  }
  if (stat?.kind !== 'directory') return undefined;
  const name = path.slice(path.lastIndexOf('/') + 1);
  const [found] = yield* versionsIn(frame, path, name);
  return found?.path;
}

/**
 * The modules that a path with or without wildcards means: a file, or all versions in a folder; `everywhere` takes what
 * is named like the folder in folders below it too.
 */
export function* modulesAt(frame: CallFrame, written: string, everywhere: boolean): Flow<ModuleFile[]> {
  const found: ModuleFile[] = [];
  for (const path of yield* pathsLike(frame, absolutePath(frame, written.replaceAll('\\', '/')))) {
    const stat = yield* settle(frame.engine.fs.stat(path));
    const leaf = path.slice(path.lastIndexOf('/') + 1);
    if (stat?.kind !== 'directory') {
      const file = yield* findModuleAt(frame, path);
      if (file !== undefined && isModuleFile(file))
        found.push({ name: file.slice(file.lastIndexOf('/') + 1, -5), path: file, version: undefined });
    } else if (everywhere) found.push(...(yield* below(frame, path, leaf)));
    else found.push(...(yield* versionsIn(frame, path, leaf)));
  }
  return found;
}

function isModuleFile(path: string): boolean {
  return extensions.some((extension) => path.toLowerCase().endsWith(extension));
}

/** The paths that one with wildcards matches; others stay as they are. */
function* pathsLike(frame: CallFrame, path: string): Flow<readonly string[]> {
  let found = [''];
  for (const part of path.split('/').slice(1)) {
    if (!hasWildcards(part)) {
      found = found.map((folder) => `${folder}/${part}`);
      continue;
    }
    const matches = wildcardMatcher(part);
    const next: string[] = [];
    for (const folder of found)
      for (const name of yield* namesIn(frame, folder || '/')) if (matches(name)) next.push(`${folder}/${name}`);
    found = next;
  }
  return found;
}

/** The folder and the folders below it. */
function* foldersFrom(frame: CallFrame, folder: string): Flow<readonly string[]> {
  const found = [folder];
  for (const name of yield* namesIn(frame, folder)) {
    const stat = yield* settle(frame.engine.fs.stat(`${folder}/${name}`));
    if (stat?.kind === 'directory') found.push(...(yield* foldersFrom(frame, `${folder}/${name}`)));
  }
  return found;
}

function* below(frame: CallFrame, folder: string, leaf: string): Flow<ModuleFile[]> {
  const found: ModuleFile[] = [];
  for (const place of yield* foldersFrom(frame, folder)) {
    const file = yield* moduleFileIn(frame, place, leaf);
    if (file) found.push(file);
  }
  return found;
}

/** Every module file on the search path, wherever it stands (Get-Module -ListAvailable -All). */
export function* everyModuleFile(frame: CallFrame): Flow<ModuleFile[]> {
  const found: ModuleFile[] = [];
  for (const top of moduleFolders(frame))
    for (const folder of yield* foldersFrom(frame, top.replace(/\/$/, '')))
      for (const name of yield* namesIn(frame, folder))
        if (isModuleFile(name)) found.push({ name: name.slice(0, -5), path: `${folder}/${name}`, version: undefined });
  return found;
}

/** Files of one module name on the search path, best first: earlier folder, then higher version. */
export function* findByName(frame: CallFrame, name: string): Flow<ModuleFile[]> {
  const found: ModuleFile[] = [];
  const relative = name.replaceAll('\\', '/');
  const leaf = relative.slice(relative.lastIndexOf('/') + 1);
  for (const folder of moduleFolders(frame)) {
    const place = yield* folderNamed(frame, folder, relative);
    if (place !== undefined) found.push(...(yield* versionsIn(frame, place, leaf)));
  }
  return found;
}

/** The folder of a module, whatever the case of its name. */
function* folderNamed(frame: CallFrame, folder: string, name: string): Flow<string | undefined> {
  const path = `${folder.replace(/\/$/, '')}/${name}`;
  const stat = yield* settle(frame.engine.fs.stat(path));
  if (stat?.kind === 'directory') return path;
  if (name.includes('/')) return undefined;
  const wanted = name.toLowerCase();
  const actual = (yield* namesIn(frame, folder)).find((one) => one.toLowerCase() === wanted);
  return actual === undefined ? undefined : `${folder.replace(/\/$/, '')}/${actual}`;
}

/** The module files of a module's folder: in version folders, highest first, then directly in it. */
function* versionsIn(frame: CallFrame, folder: string, leaf: string): Flow<ModuleFile[]> {
  const names = yield* namesIn(frame, folder);
  const versions = names
    .map((name) => ({ name, version: Version.tryParse(name) }))
    .filter((one): one is { name: string; version: Version } => one.version !== undefined)
    .sort((a, b) => compareVersions(b.version, a.version));
  const found: ModuleFile[] = [];
  for (const { name, version } of versions) {
    const file = yield* moduleFileIn(frame, `${folder}/${name}`, leaf);
    if (file) found.push({ ...file, version });
  }
  const direct = fileNamed(names, leaf);
  if (direct !== undefined) found.push({ name: direct.slice(0, -5), path: `${folder}/${direct}`, version: undefined });
  return found;
}

function* moduleFileIn(frame: CallFrame, folder: string, leaf: string): Flow<ModuleFile | undefined> {
  const name = fileNamed(yield* namesIn(frame, folder), leaf);
  return name === undefined ? undefined : { name: name.slice(0, -5), path: `${folder}/${name}`, version: undefined };
}

function fileNamed(names: readonly string[], leaf: string): string | undefined {
  for (const extension of extensions) {
    const wanted = (leaf + extension).toLowerCase();
    const found = names.find((name) => name.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Every module on the search path (Get-Module -ListAvailable, auto-loading). */
export function* allModuleFiles(frame: CallFrame): Flow<ModuleFile[]> {
  const found: ModuleFile[] = [];
  for (const folder of moduleFolders(frame)) {
    for (const name of yield* namesIn(frame, folder)) {
      if (name.startsWith('.')) continue;
      const path = `${folder.replace(/\/$/, '')}/${name}`;
      const stat = yield* settle(frame.engine.fs.stat(path));
      if (stat?.kind === 'directory') found.push(...(yield* versionsIn(frame, path, name)));
    }
  }
  return found;
}

function* namesIn(frame: CallFrame, folder: string): Flow<readonly string[]> {
  try {
    return yield* settle(frame.engine.fs.readDirectory(folder));
  } catch {
    return [];
  }
}
