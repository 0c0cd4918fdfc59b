import { dictionaryGet, isDictionary } from '../members/dictionary-access.ts';
import { Guid } from '../values/guid.ts';
import { NetObject } from '../values/net-object.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { Version } from '../values/version.ts';
import type { PSModuleInfo } from './ps-module-info.ts';

/** Microsoft.PowerShell.Commands.ModuleSpecification: a module by name, with bounds on its version. */
export class ModuleSpecification extends NetObject {
  readonly name: string;
  readonly guid: Guid | undefined;
  /** Lowest version allowed. */
  readonly version: Version | undefined;
  readonly maximumVersion: string | undefined;
  readonly requiredVersion: Version | undefined;

  constructor(
    name: string,
    bounds: Partial<Pick<ModuleSpecification, 'guid' | 'version' | 'maximumVersion' | 'requiredVersion'>> = {},
  ) {
    super();
    this.name = name;
    this.guid = bounds.guid;
    this.version = bounds.version;
    this.maximumVersion = bounds.maximumVersion;
    this.requiredVersion = bounds.requiredVersion;
  }

  /** From a name, a dictionary with ModuleName and versions, or a specification. */
  static of(value: PSValue): ModuleSpecification {
    const base = baseOf(value);
    if (base instanceof ModuleSpecification) return base;
    if (!isDictionary(base)) return new ModuleSpecification(String(base ?? ''));
    const entry = (name: string): PSValue => baseOf(dictionaryGet(base, name));
    const guid = entry('GUID');
    const maximum = entry('MaximumVersion');
    return new ModuleSpecification(String(entry('ModuleName') ?? ''), {
      guid: guid instanceof Guid ? guid : typeof guid === 'string' ? Guid.tryParse(guid) : undefined,
      version: versionOf(entry('ModuleVersion')),
      maximumVersion: maximum === null || maximum === undefined ? undefined : String(maximum),
      requiredVersion: versionOf(entry('RequiredVersion')),
    });
  }

  get hasVersion(): boolean {
    return this.version !== undefined || this.maximumVersion !== undefined || this.requiredVersion !== undefined;
  }

  /** Whether a version is within the bounds. */
  allows(version: Version): boolean {
    if (this.requiredVersion && compareVersions(version, this.requiredVersion) !== 0) return false;
    if (this.version && compareVersions(version, this.version) < 0) return false;
    if (this.maximumVersion === undefined) return true;
    const maximum = Version.tryParse(this.maximumVersion.replaceAll('*', '999999999'));
    return maximum === undefined || compareVersions(version, maximum) <= 0;
  }

  matches(module: PSModuleInfo): boolean {
    if (this.guid && this.guid.text !== module.details.guid.text) return false;
    return this.allows(module.version);
  }

  override toString(): string {
    const parts = [
      this.guid && `Guid = '{${this.guid.text}}'`,
      this.requiredVersion && `RequiredVersion = '${this.requiredVersion.toString()}'`,
      this.version && `ModuleVersion = '${this.version.toString()}'`,
      this.maximumVersion && `MaximumVersion = '${this.maximumVersion}'`,
    ].filter((part) => part !== undefined && part !== '');
    return parts.length === 0 ? this.name : `@{ ModuleName = '${this.name}'; ${parts.join('; ')} }`;
  }
}

/** A version from whatever a manifest or argument gives. */
export function versionOf(value: PSValue): Version | undefined {
  const base = baseOf(value);
  if (base instanceof Version) return base;
  if (base === null || base === undefined) return undefined;
  const text = String(base);
  return Version.tryParse(/^\d+$/.test(text) ? `${text}.0` : text);
}

/** Order of versions; a part that is left out is lower than 0. */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.build - b.build || a.revision - b.revision;
}
