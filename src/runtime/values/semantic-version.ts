import { NetException } from '../errors/net-exception.ts';
import { Version } from './version.ts';

const IDENTIFIER = String.raw`(?:0|[1-9]\d*|\d*[a-zA-Z-][0-9a-zA-Z-]*)`;
const PRE_RELEASE = new RegExp(String.raw`^${IDENTIFIER}(?:\.${IDENTIFIER})*$`);
const BUILD = /^[0-9a-zA-Z-]+(?:\.[0-9a-zA-Z-]+)*$/;
const NUMBERS = /^(\d+)(?:\.(\d+))?(?:\.(\d+))?$/;
const INT32_MAX = 2_147_483_647;

/**
 * System.Management.Automation.SemanticVersion: major.minor.patch with optional labels (semver.org 2.0); immutable.
 * Minor and patch may be left out in text and are then 0.
 */
export class SemanticVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly preReleaseLabel: string | null;
  readonly buildLabel: string | null;

  /** Unchecked; {@link create} checks. */
  constructor(
    major: number,
    minor: number,
    patch: number,
    preReleaseLabel: string | null = null,
    buildLabel: string | null = null,
  ) {
    this.major = major;
    this.minor = minor;
    this.patch = patch;
    this.preReleaseLabel = preReleaseLabel;
    this.buildLabel = buildLabel;
  }

  /** The constructor with both labels: PSArgumentException for a negative number, FormatException for a label. */
  static create(major: number, minor = 0, patch = 0, preRelease = '', build = ''): SemanticVersion {
    for (const [name, part] of Object.entries({ major, minor, patch })) {
      if (part < 0) throw badArgument(name, `${part} is no ${name} of a semantic version; it cannot be negative.`);
    }
    if (preRelease !== '' && !PRE_RELEASE.test(preRelease)) throw badLabel(preRelease);
    if (build !== '' && !BUILD.test(build)) throw badLabel(build);
    return new SemanticVersion(major, minor, patch, preRelease || null, build || null);
  }

  /** The constructor with one label text: pre-release, `+build` or both. */
  static createWithLabel(major: number, minor: number, patch: number, label: string): SemanticVersion {
    const plus = label.indexOf('+');
    if (plus < 0) return SemanticVersion.create(major, minor, patch, label);
    const build = label.slice(plus + 1);
    if (build === '') throw badLabel(label);
    return SemanticVersion.create(major, minor, patch, label.slice(0, plus), build);
  }

  /** From a System.Version: a revision is refused (PSArgumentException), labels noted on it are the caller's affair. */
  static fromVersion(version: Version, preRelease = '', build = ''): SemanticVersion {
    if (version.revision > 0 || (version.build === -1 && version.revision !== -1)) {
      throw badArgument('version', `${version} has a revision, which a semantic version has no place for.`);
    }
    return SemanticVersion.create(version.major, version.minor, Math.max(version.build, 0), preRelease, build);
  }

  static tryParse(text: string): SemanticVersion | undefined {
    const plus = text.indexOf('+');
    const beforeBuild = plus < 0 ? text : text.slice(0, plus);
    const build = plus < 0 ? undefined : text.slice(plus + 1);
    const dash = beforeBuild.indexOf('-');
    const numbers = NUMBERS.exec(dash < 0 ? beforeBuild : beforeBuild.slice(0, dash));
    const preRelease = dash < 0 ? undefined : beforeBuild.slice(dash + 1);
    if (numbers === null || text.endsWith('-') || text.endsWith('+') || text.endsWith('.')) return undefined;
    if (preRelease !== undefined && !PRE_RELEASE.test(preRelease)) return undefined;
    if (build !== undefined && !BUILD.test(build)) return undefined;
    const [major = 0, minor = 0, patch = 0] = numbers.slice(1).map((part) => Number(part ?? 0));
    if (major > INT32_MAX || minor > INT32_MAX || patch > INT32_MAX) return undefined;
    return new SemanticVersion(major, minor, patch, preRelease ?? null, build ?? null);
  }

  static parse(text: string): SemanticVersion {
    const version = SemanticVersion.tryParse(text);
    if (version === undefined) throw new NetException('System.FormatException', `'${text}' is no semantic version.`);
    return version;
  }

  /** The System.Version of the three numbers. */
  toVersion(): Version {
    return new Version(this.major, this.minor, this.patch);
  }

  toText(): string {
    const pre = this.preReleaseLabel ? `-${this.preReleaseLabel}` : '';
    const build = this.buildLabel ? `+${this.buildLabel}` : '';
    return `${this.major}.${this.minor}.${this.patch}${pre}${build}`;
  }

  /** Semver precedence; the build label does not count. */
  compareTo(other: SemanticVersion): number {
    const order = this.major - other.major || this.minor - other.minor || this.patch - other.patch;
    return order !== 0 ? Math.sign(order) : comparePreRelease(this.preReleaseLabel ?? '', other.preReleaseLabel ?? '');
  }

  /** Equality ignores the build label too. */
  equals(other: SemanticVersion): boolean {
    return this.compareTo(other) === 0;
  }

  toString(): string {
    return this.toText();
  }
}

function comparePreRelease(left: string, right: string): number {
  if (left === '' || right === '') return Number(left === '') - Number(right === '');
  const [a, b] = [left.split('.'), right.split('.')];
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const order = compareIdentifiers(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
}

function compareIdentifiers(left: string, right: string): number {
  const isNumber = (text: string): boolean => /^\d+$/.test(text) && Number(text) <= INT32_MAX;
  if (isNumber(left) && isNumber(right)) return Math.sign(Number(left) - Number(right));
  if (isNumber(left)) return -1;
  if (isNumber(right)) return 1;
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = left.charCodeAt(i) - right.charCodeAt(i);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function badArgument(parameter: string, message: string): NetException {
  const error = new NetException('System.Management.Automation.PSArgumentException', message);
  error.properties.set('ParamName', parameter);
  return error;
}

function badLabel(label: string): NetException {
  return new NetException('System.FormatException', `'${label}' is no label of a semantic version.`);
}
