import { NetObject } from '../../values/net-object.ts';
import { andThen } from '../../values/ps-value.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { fileCall, pathArgument, readBytes } from '../system-io/file-calls.ts';

/** System.Diagnostics.FileVersionInfo: what an assembly says about itself; nothing for other files. */
export class FileVersionInfo extends NetObject {
  readonly fileName: string;

  constructor(fileName: string) {
    super();
    this.fileName = fileName;
  }

  override toString(): string {
    const lines = [`File:             ${this.fileName}`];
    const texts = ['InternalName', 'OriginalFilename', 'FileVersion', 'FileDescription', 'Product', 'ProductVersion'];
    const flags = ['Debug', 'Patched', 'PreRelease', 'PrivateBuild', 'SpecialBuild'];
    for (const name of texts) lines.push(`${name}:`.padEnd(18));
    for (const name of flags) lines.push(`${`${name}:`.padEnd(18)}False`);
    lines.push('Language:'.padEnd(18), '');
    return lines.join('\n');
  }
}

const textNames = [
  'Comments',
  'CompanyName',
  'FileDescription',
  'FileVersion',
  'InternalName',
  'Language',
  'LegalCopyright',
  'LegalTrademarks',
  'OriginalFilename',
  'PrivateBuild',
  'ProductName',
  'ProductVersion',
  'SpecialBuild',
];

const partNames = [
  'FileBuildPart',
  'FileMajorPart',
  'FileMinorPart',
  'FilePrivatePart',
  'ProductBuildPart',
  'ProductMajorPart',
  'ProductMinorPart',
  'ProductPrivatePart',
];

const flagNames = ['IsDebug', 'IsPatched', 'IsPrivateBuild', 'IsPreRelease', 'IsSpecialBuild'];

function properties(): MemberTable {
  const members: Record<string, MemberTable[string]> = {
    'prop FileName string get': (self: FileVersionInfo) => self.fileName,
  };
  for (const name of textNames) members[`prop ${name} string get`] = () => null;
  for (const name of partNames) members[`prop ${name} int get`] = () => 0;
  for (const name of flagNames) members[`prop ${name} bool get`] = () => false;
  return Object.fromEntries(
    Object.entries(members).sort(([a], [b]) => ((a.split(' ')[1] ?? '') < (b.split(' ')[1] ?? '') ? -1 : 1)),
  );
}

/** System.Diagnostics.FileVersionInfo */
export const fileVersionInfoType = defineType({
  name: 'System.Diagnostics.FileVersionInfo',
  isSealed: true,
  assembly: 'System.Diagnostics.FileVersionInfo',
  jsClass: FileVersionInfo,
  members: {
    ...properties(),
    'static GetVersionInfo(string fileName) FileVersionInfo'(fileName: string | null) {
      const path = pathArgument(this, fileName);
      return fileCall(() =>
        andThen(this.fs.stat(path), (stat) =>
          stat ? new FileVersionInfo(path) : andThen(readBytes(this, path), () => new FileVersionInfo(path)),
        ),
      );
    },
    'ToString() string': (self: FileVersionInfo) => self.toString(),
  },
});
