import { NetException } from '../../errors/net-exception.ts';
import { stripEscapes } from '../../text/escape-sequences.ts';
import { StyleExtensions, StyleFileInfo } from '../../values/ps-style.ts';
import { defineType, type PropertyFunctions, type TypeSpec } from '../define-type.ts';

/** Refuses text: a decoration consists of escape sequences only. */
export function decorationOnly(text: string | null): string {
  const value = text ?? '';
  const content = stripEscapes(value);
  if (content === '') return value;
  throw new NetException(
    'System.ArgumentException',
    `A decoration may hold escape sequences only, but this one shows '${content}'.`,
  );
}

function extensionKey(extension: string): string {
  if (extension.startsWith('.')) return extension.toLowerCase();
  throw new NetException('System.ArgumentException', `An extension begins with a period, but '${extension}' does not.`);
}

const fields = { Directory: 'directory', SymbolicLink: 'symbolicLink', Executable: 'executable' } as const;

const fileInfoFormatting = defineType({
  name: 'System.Management.Automation.PSStyle+FileInfoFormatting',
  jsClass: StyleFileInfo,
  isSealed: true,
  assembly: 'System.Management.Automation',
  members: {
    'new()': () => new StyleFileInfo(),
    ...Object.fromEntries(
      Object.entries(fields).map(([name, field]): [string, PropertyFunctions] => [
        `prop ${name} string get set`,
        {
          get: (self: StyleFileInfo) => self[field],
          set: (self: StyleFileInfo, value: string | null) => {
            self[field] = decorationOnly(value);
          },
        },
      ]),
    ),
    'prop Extension PSStyle+FileInfoFormatting+FileExtensionDictionary get': (self: StyleFileInfo) => self.extension,
  },
});

const fileExtensionDictionary = defineType({
  name: 'System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary',
  jsClass: StyleExtensions,
  isSealed: true,
  assembly: 'System.Management.Automation',
  members: {
    'prop Keys IEnumerable<string> get': (self: StyleExtensions) => [...self.entries.keys()],
    'prop Item[string] string get set': {
      get: (self: StyleExtensions, extension: string) => self.entries.get(extensionKey(extension)) ?? null,
      set: (self: StyleExtensions, extension: string, value: string | null) => {
        self.entries.set(extensionKey(extension), decorationOnly(value));
      },
    },
    'Add(string extension, string decoration) void': (self: StyleExtensions, extension: string, value: string) => {
      self.entries.set(extensionKey(extension), decorationOnly(value));
    },
    'Remove(string extension) void': (self: StyleExtensions, extension: string) => {
      self.entries.delete(extensionKey(extension));
    },
    'Clear() void': (self: StyleExtensions) => {
      self.entries.clear();
    },
    'ContainsKey(string extension) bool': (self: StyleExtensions, extension: string) =>
      self.entries.has(extensionKey(extension)),
  },
});

/** The types behind `$PSStyle.FileInfo`. */
export const psStyleFileInfoTypes: readonly TypeSpec[] = [fileInfoFormatting, fileExtensionDictionary];
