import { defineType } from '../define-type.ts';

const flags = (entries: Readonly<Record<string, number>>) => new Map(Object.entries(entries));

/** System.IO.FileAttributes by name. */
export const FileAttributes = {
  None: 0,
  ReadOnly: 1,
  Hidden: 2,
  System: 4,
  Directory: 16,
  Archive: 32,
  Device: 64,
  Normal: 128,
  Temporary: 256,
  SparseFile: 512,
  ReparsePoint: 1024,
  Compressed: 2048,
  Offline: 4096,
  NotContentIndexed: 8192,
  Encrypted: 16384,
  IntegrityStream: 32768,
  NoScrubData: 131072,
} as const;

/** The enums of System.IO. */
export const fileEnums = [
  defineType({ name: 'System.IO.FileAttributes', kind: 'enum', isFlags: true, enumValues: flags(FileAttributes) }),
  defineType({
    name: 'System.IO.UnixFileMode',
    kind: 'enum',
    isFlags: true,
    enumValues: flags({
      None: 0,
      OtherExecute: 1,
      OtherWrite: 2,
      OtherRead: 4,
      GroupExecute: 8,
      GroupWrite: 16,
      GroupRead: 32,
      UserExecute: 64,
      UserWrite: 128,
      UserRead: 256,
      StickyBit: 512,
      SetGroup: 1024,
      SetUser: 2048,
    }),
  }),
  defineType({
    name: 'System.IO.SearchOption',
    kind: 'enum',
    enumValues: flags({ TopDirectoryOnly: 0, AllDirectories: 1 }),
  }),
  defineType({
    name: 'System.IO.FileMode',
    kind: 'enum',
    enumValues: flags({ CreateNew: 1, Create: 2, Open: 3, OpenOrCreate: 4, Truncate: 5, Append: 6 }),
  }),
  defineType({
    name: 'System.IO.FileAccess',
    kind: 'enum',
    isFlags: true,
    enumValues: flags({ Read: 1, Write: 2, ReadWrite: 3 }),
  }),
  defineType({
    name: 'System.IO.FileShare',
    kind: 'enum',
    isFlags: true,
    enumValues: flags({ None: 0, Read: 1, Write: 2, ReadWrite: 3, Delete: 4, Inheritable: 16 }),
  }),
  defineType({ name: 'System.IO.SeekOrigin', kind: 'enum', enumValues: flags({ Begin: 0, Current: 1, End: 2 }) }),
];
