import { NetObject } from '../values/net-object.ts';
import { type ProviderPath, pathOnDrive } from './drive-table.ts';
import type { DriveInfo, ProviderInfo } from './provider.ts';

/** System.Management.Automation.PathInfo: a resolved location. */
export class PathInfo extends NetObject {
  readonly drive: DriveInfo | null;
  readonly info: ProviderInfo;
  readonly providerPath: string;
  readonly path: string;

  constructor(drive: DriveInfo | null, info: ProviderInfo, providerPath: string) {
    super();
    this.drive = drive;
    this.info = info;
    this.providerPath = providerPath;
    this.path = drive ? pathOnDrive(drive, providerPath) : `${info.provider.moduleName}\\${info.name}::${providerPath}`;
  }

  static of(at: ProviderPath): PathInfo {
    return new PathInfo(at.drive ?? null, at.info, at.path);
  }

  override toString(): string {
    return this.path;
  }
}

/** System.Management.Automation.PathInfoStack: what Push-Location keeps. The last pushed is first. */
export class PathInfoStack extends NetObject {
  readonly name: string;
  readonly locations: PathInfo[] = [];

  constructor(name: string) {
    super();
    this.name = name;
  }
}
