import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { DirectoryInfo } from '../../values/file-system-info.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { defineEnum } from '../define-enum.ts';
import { defineType } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';

/** System.IO.DriveInfo: a mounted file system, by where it is mounted. */
class DriveInfo extends NetObject {
  readonly name: string;

  constructor(name: string) {
    super();
    this.name = name;
  }
}

/** A size of the volume that a drive is. */
const size = (which: 'total' | 'free') =>
  function (this: EngineContext, self: DriveInfo): Eventually<PSValue> {
    const space = this.fs.space?.(self.name);
    if (space === undefined)
      throw new NetException('System.PlatformNotSupportedException', 'The size of a drive is not known here.');
    return andThen(space, (found) => BigInt(found[which]));
  };

/** DriveInfo, and what only says that it does not work here. */
export const driveTypes = [
  defineEnum('System.IO.DriveType', 'Unknown NoRootDirectory Removable Fixed Network CDRom Ram'),
  defineType({
    name: 'System.IO.DriveInfo',
    jsClass: DriveInfo,
    isSealed: true,
    members: {
      'new(string driveName)': (name: string | null) => {
        if (name === null) throw argumentNull('driveName');
        return new DriveInfo(name);
      },
      'prop AvailableFreeSpace long get': size('free'),
      'prop DriveFormat string get': () => 'unknown',
      'prop DriveType DriveType get': () => 3,
      'prop IsReady bool get': () => true,
      'prop Name string get': (self: DriveInfo) => self.name,
      'prop RootDirectory DirectoryInfo get'(self: DriveInfo) {
        return new DirectoryInfo(this.fs, self.name);
      },
      'prop TotalFreeSpace long get': size('free'),
      'prop TotalSize long get': size('total'),
      'prop VolumeLabel string get': (self: DriveInfo) => self.name,
      'static GetDrives() DriveInfo[]': () => [new DriveInfo('/')],
      'ToString() string': (self: DriveInfo) => self.name,
    },
  }),
  defineType({
    name: 'System.IO.FileSystemWatcher',
    members: {
      'new(params object[] args)': () => {
        throw new NetException(
          'System.PlatformNotSupportedException',
          'Watching files (System.IO.FileSystemWatcher) is not supported here.',
        );
      },
    },
  }),
];
