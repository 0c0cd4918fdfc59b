import type { Platform } from '../host/clock.ts';
import { defineType } from '../types/define-type.ts';
import { Hashtable } from '../values/hashtable.ts';
import type { PSValue } from '../values/ps-value.ts';
import { SemanticVersion } from '../values/semantic-version.ts';
import { Version } from '../values/version.ts';

/** Version of PowerShell whose behaviour this engine follows. */
export const powerShellVersion = { major: 7, minor: 6, patch: 5 } as const;

const compatible: readonly (readonly [number, number])[] = [
  [1, 0],
  [2, 0],
  [3, 0],
  [4, 0],
  [5, 0],
  [5, 1],
  [6, 0],
  [7, 0],
];

class VersionTable extends Hashtable {}

/** `$PSVersionTable` */
export function versionTable(platform: Platform, nacreVersion: string): Hashtable {
  const { major, minor, patch } = powerShellVersion;
  const names = { linux: 'Unix', macos: 'Unix', windows: 'Win32NT' } as const;
  const table = new VersionTable();
  const rows: readonly (readonly [string, PSValue])[] = [
    ['PSVersion', new SemanticVersion(major, minor, patch)],
    ['PSEdition', 'Core'],
    ['GitCommitId', `${major}.${minor}.${patch}`],
    ['NacreVersion', nacreVersion],
    ['OS', platform.osDescription],
    ['Platform', names[platform.os]],
    ['PSCompatibleVersions', [...compatible.map(([a, b]) => new Version(a, b)), new Version(major, minor, patch)]],
    ['PSRemotingProtocolVersion', new Version(2, 4)],
    ['SerializationVersion', new Version(1, 1, 0, 1)],
    ['WSManStackVersion', new Version(3, 0)],
  ];
  for (const [name, value] of rows) table.set(name, value);
  return table;
}

/** The type of `$PSVersionTable`. */
export const versionTableType = defineType({
  name: 'System.Management.Automation.PSVersionHashTable',
  base: 'System.Collections.Hashtable',
  jsClass: VersionTable,
});
