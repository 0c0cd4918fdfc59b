import type { Platform } from '../../host/clock.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import { Version } from '../../values/version.ts';
import { defineType, type MemberTable } from '../define-type.ts';

/** System.OperatingSystem: the kind of system and its version. */
export class OperatingSystem extends NetObject {
  /** PlatformID */
  readonly platform: number;
  readonly version: Version;

  constructor(platform: number, version: Version) {
    super();
    this.platform = platform;
    this.version = version;
  }

  /** What a host tells of its machine: the numbers in its description are the version. */
  static of({ os, osDescription }: Platform): OperatingSystem {
    const numbers = (osDescription.match(/\d+/g) ?? []).map(Number);
    const [major = 0, minor = 0, build = 0, revision = 0] = numbers;
    return new OperatingSystem(os === 'windows' ? 2 : 4, new Version(major, minor, build, revision));
  }
}

const asks: Readonly<Record<string, string>> = {
  Android: '',
  Browser: '',
  FreeBSD: '',
  IOS: '',
  Linux: 'linux',
  MacCatalyst: '',
  MacOS: 'macos',
  TvOS: '',
  WatchOS: '',
  Windows: 'windows',
};

const questions: MemberTable = Object.fromEntries(
  Object.entries(asks).map(([name, os]) => [
    `static Is${name}() bool`,
    function (this: { readonly platform: Platform }) {
      return this.platform.os === os;
    },
  ]),
);

const names = ['Win32S', 'Windows', 'Microsoft Windows NT', 'WinCE', 'Unix', 'Xbox', 'MacOSX', 'Other'];
const text = (self: OperatingSystem): string => `${names[self.platform] ?? 'Unix'} ${self.version.toText()}`;

/** System.OperatingSystem */
export const operatingSystemType = defineType({
  name: 'System.OperatingSystem',
  jsClass: OperatingSystem,
  isSealed: true,
  interfaces: 'ICloneable, System.Runtime.Serialization.ISerializable',
  members: {
    'new(PlatformID platform, Version version)': (platform: EnumValue, version: Version) =>
      new OperatingSystem(Number(platform.value), version),
    'prop Platform PlatformID get': (self: OperatingSystem) => self.platform,
    'prop ServicePack string get': () => '',
    'prop Version Version get': (self: OperatingSystem) => self.version,
    'prop VersionString string get': text,
    'Clone() object': (self: OperatingSystem) => new OperatingSystem(self.platform, self.version),
    ...questions,
    'static IsOSPlatform(string platform) bool'(name: string) {
      return name.toLowerCase() === this.platform.os;
    },
    'ToString() string': text,
  },
});
