import type { EngineContext } from '../../engine.ts';
import { FileVersionInfo } from '../../types/system-diagnostics/file-version-info.ts';
import { FileAttributes } from '../../types/system-io/file-enums.ts';
import { attributesOf } from '../../types/system-io/file-system-info.ts';
import { extensionOf } from '../../types/system-io/path-functions.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { DirectoryInfo, FileInfo, FileSystemInfo } from '../../values/file-system-info.ts';
import { baseOf, notesOf } from '../../values/ps-object.ts';
import { psStyleOf } from '../../values/ps-style.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { getMember } from '../get-member.ts';
import type { TypeData } from '../type-data.ts';
import { accountName } from './account-names.ts';
import { type Computed, extend, type TypeExtension } from './extend.ts';

type OfFile = (file: FileSystemInfo, engine: EngineContext) => Eventually<PSValue>;

/** A property of files; null for anything else. */
function ofFile(read: OfFile): Computed {
  return (self, engine) => {
    const file = baseOf(self);
    return file instanceof FileSystemInfo ? read(file, engine) : null;
  };
}

/** A property that only items which a provider found have: theirs is what the system says about the file. */
function ofFoundFile(read: OfFile): Computed {
  return (self, engine) => {
    const file = baseOf(self);
    return file instanceof FileSystemInfo && notesOf(self)?.properties.has('PSPath') ? read(file, engine) : null;
  };
}

const typeLetters = { file: '-', directory: 'd', link: 'l', other: 'c' } as const;

/** `-rwxr-xr-x`, as ls shows a mode. */
function unixMode({ stat }: FileSystemInfo): string {
  if (!stat) return '';
  const { mode } = stat;
  const triple = (shift: number, special: number, letter: string): string => {
    const bits = mode >> shift;
    const runs = (bits & 1) !== 0;
    const last = (mode & special) === 0 ? (runs ? 'x' : '-') : runs ? letter : letter.toUpperCase();
    return (bits & 4 ? 'r' : '-') + (bits & 2 ? 'w' : '-') + last;
  };
  return typeLetters[stat.kind] + triple(6, 0o4000, 's') + triple(3, 0o2000, 's') + triple(0, 0o1000, 't');
}

/** The five letters of Mode: what it is, archive, read-only, hidden, system. */
function modeText(file: FileSystemInfo, showHardLink: boolean): string {
  if (!file.stat) return '';
  const attributes = attributesOf(file);
  const isDirectory = (attributes & FileAttributes.Directory) !== 0;
  const isLink = file.stat.kind === 'link' || (showHardLink && isHardLink(file));
  const letter = (bit: number, text: string): string => ((attributes & bit) === 0 ? '-' : text);
  return (
    (isLink ? 'l' : isDirectory ? 'd' : '-') +
    letter(FileAttributes.Archive, 'a') +
    letter(FileAttributes.ReadOnly, 'r') +
    letter(FileAttributes.Hidden, 'h') +
    letter(FileAttributes.System, 's')
  );
}

function isHardLink({ stat }: FileSystemInfo): boolean {
  return stat?.kind === 'file' && stat.links > 1;
}

/** The name in the colours of `$PSStyle.FileInfo`, with the target of a link. */
function nameString(file: FileSystemInfo, engine: EngineContext): string {
  const { fileInfo } = psStyleOf(engine);
  const reset = '\u001b[0m';
  const { stat, name } = file;
  if (stat?.linkTarget !== undefined) return `${fileInfo.symbolicLink}${name}${reset} -> ${stat.linkTarget}`;
  if (stat?.kind === 'directory') return fileInfo.directory + name + reset;
  const own = fileInfo.extension.entries.get(extensionOf(name).toLowerCase());
  if (own !== undefined) return own + name + reset;
  return stat && (stat.mode & 0o111) !== 0 ? fileInfo.executable + name + reset : name;
}

function lengthString(file: FileSystemInfo): string {
  return file instanceof FileInfo && file.stat ? String((file.targetStat ?? file.stat).size) : '';
}

function writeTimeString(file: FileSystemInfo, engine: EngineContext): Eventually<PSValue> {
  const types = typeSystemOf(engine);
  return andThen(
    getMember(engine, file, 'LastWriteTime'),
    (time) => `${types.netText(time, 'd').padStart(10)} ${types.netText(time, 't').padStart(8)}`,
  );
}

function resolvedTarget(file: FileSystemInfo): Eventually<PSValue> {
  return file.stat ? andThen(file.fs.realPath(file.fullName), (path): PSValue => path) : null;
}

function baseName(file: FileSystemInfo): string {
  const { name } = file;
  const extension = file instanceof DirectoryInfo ? '' : extensionOf(name);
  return extension === '' ? name : name.slice(0, name.length - extension.length);
}

const both: TypeExtension = {
  aliases: { Target: 'LinkTarget' },
  codeProperties: {
    LinkType: ofFile((file) => (file.stat?.kind === 'link' ? 'SymbolicLink' : isHardLink(file) ? 'HardLink' : null)),
    NameString: ofFile(nameString),
    LengthString: ofFile(lengthString),
    LastWriteTimeString: ofFile(writeTimeString),
    Mode: ofFile((file) => modeText(file, true)),
    ModeWithoutHardLink: ofFile((file) => modeText(file, false)),
    ResolvedTarget: ofFile(resolvedTarget),
  },
  scriptProperties: { BaseName: ofFile(baseName) },
};

/** No file here has a version of its own. */
const noVersion: Computed = () => null;

/** What PowerShell adds to files and folders. */
export function extendFiles(data: TypeData): void {
  extend(data, 'System.IO.DirectoryInfo', both);
  extend(data, 'System.IO.FileInfo', {
    ...both,
    scriptProperties: { VersionInfo: ofFile((file) => new FileVersionInfo(file.fullName)), BaseName: ofFile(baseName) },
  });
  extend(data, 'System.Diagnostics.FileVersionInfo', {
    scriptProperties: { FileVersionRaw: noVersion, ProductVersionRaw: noVersion },
  });
  extend(data, 'System.IO.FileSystemInfo', {
    scriptProperties: {
      UnixMode: ofFoundFile(unixMode),
      User: ofFoundFile((file) => (file.stat ? accountName(file.fs, 'passwd', file.stat.uid) : null)),
      Group: ofFoundFile((file) => (file.stat ? accountName(file.fs, 'group', file.stat.gid) : null)),
      Size: ofFoundFile((file) => (file.stat ? BigInt(file.stat.size) : null)),
    },
  });
}
