import type { Eventually } from '../../values/ps-value.ts';
import type { CallFrame } from '../call-frame.ts';
import { ApplicationInfo, type CommandInfo, ExternalScriptInfo } from '../command-info.ts';
import { type Flow, settle } from '../flow.ts';

/** Whether a command name is a path: then it is looked up there and nowhere else. */
export function isPathName(name: string): boolean {
  return name.includes('/') || name.includes('\\') || name === '~' || name === '.' || name === '..';
}

/** The script or program at a path; `.ps1` may be left out. */
export function* findByPath(frame: CallFrame, name: string): Flow<CommandInfo | undefined> {
  const path = absolutePath(frame, name);
  for (const candidate of [path, `${path}.ps1`]) {
    const stat = yield* settle(frame.engine.fs.stat(candidate));
    if (stat?.kind === 'file') return commandAt(candidate);
  }
  return undefined;
}

/** A relative, `~`, drive or absolute path as a normal absolute one. */
export function absolutePath(frame: CallFrame, name: string): string {
  const { engine } = frame;
  let path = name.replaceAll('\\', '/');
  const drive = /^([^/:]+):/.exec(path)?.[1];
  if (drive !== undefined && engine.drives.findDrive(drive, frame.scope)?.provider.name === 'FileSystem') {
    return engine.drives.resolve(path, frame.scope).path;
  }
  if (path === '~' || path.startsWith('~/')) path = engine.platform.homeDirectory + path.slice(1);
  return normalize(path.startsWith('/') ? path : `${engine.workingDirectory}/${path}`);
}

/** Takes `.`, `..` and doubled separators out of an absolute path. */
export function normalize(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else parts.push(part);
  }
  return `/${parts.join('/')}`;
}

function commandAt(path: string): CommandInfo {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return /\.ps1$/i.test(name) ? new ExternalScriptInfo(name, path) : new ApplicationInfo(name, path);
}

/** Folders of `PATH`. */
export function searchFolders(frame: CallFrame): readonly string[] {
  const text = frame.engine.environment.get('PATH') ?? '';
  return text.split(frame.engine.platform.os === 'windows' ? ';' : ':').filter((folder) => folder !== '');
}

/** The first script or program of that name on the search path. */
export function* findOnPath(frame: CallFrame, name: string): Flow<CommandInfo | undefined> {
  for (const folder of searchFolders(frame)) {
    const found = yield* findIn(frame, folder, name);
    if (found) return found;
  }
  return undefined;
}

/** Every one of that name, in order of the search path (`Get-Command -All`). */
export function* findAllOnPath(frame: CallFrame, name: string): Flow<CommandInfo[]> {
  const all: CommandInfo[] = [];
  for (const folder of searchFolders(frame)) {
    const found = yield* findIn(frame, folder, name);
    if (found) all.push(found);
  }
  return all;
}

function* findIn(frame: CallFrame, folder: string, name: string): Flow<CommandInfo | undefined> {
  const base = normalize(folder.startsWith('/') ? folder : `${frame.engine.workingDirectory}/${folder}`);
  const path = base === '/' ? `/${name}` : `${base}/${name}`;
  if (yield* isScript(frame, `${path}.ps1`)) return new ExternalScriptInfo(`${name}.ps1`, `${path}.ps1`);
  const stat = yield* settle(frame.engine.fs.stat(path));
  if (stat?.kind !== 'file') return undefined;
  if (/\.ps1$/i.test(name)) return new ExternalScriptInfo(name, path);
  return (stat.mode & 0o111) !== 0 ? new ApplicationInfo(name, path) : undefined;
}

function* isScript(frame: CallFrame, path: string): Flow<boolean> {
  const stat = yield* settle(frame.engine.fs.stat(path));
  return stat?.kind === 'file';
}

/** Names of everything in one folder that can be run. */
export function* programsIn(frame: CallFrame, folder: string, matches: (name: string) => boolean): Flow<CommandInfo[]> {
  const found: CommandInfo[] = [];
  for (const name of yield* entriesOf(frame, folder)) {
    const isPs = /\.ps1$/i.test(name);
    if (!matches(name) && !(isPs && matches(name.slice(0, -4)))) continue;
    const path = `${folder.replace(/\/$/, '')}/${name}`;
    const stat = yield* settle(frame.engine.fs.stat(path));
    if (stat?.kind !== 'file' || !(isPs || (stat.mode & 0o111) !== 0)) continue;
    found.push(commandAt(path));
  }
  return found;
}

function* entriesOf(frame: CallFrame, folder: string): Flow<readonly string[]> {
  try {
    const names: Eventually<readonly string[]> = frame.engine.fs.readDirectory(folder);
    return yield* settle(names);
  } catch {
    return [];
  }
}
