import { NetException } from '../errors/net-exception.ts';

const INT32_MAX = 2_147_483_647;

/** System.Version: two to four Int32 parts; an absent build or revision is -1; immutable. */
export class Version {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  readonly revision: number;

  /** Unchecked; {@link create} checks. */
  constructor(major: number, minor: number, build = -1, revision = -1) {
    this.major = major;
    this.minor = minor;
    this.build = build;
    this.revision = revision;
  }

  /** From two to four parts, none negative (ArgumentOutOfRangeException). */
  static create(...parts: readonly number[]): Version {
    for (const [index, part] of parts.entries()) {
      if (part < 0) throw negative(['major', 'minor', 'build', 'revision'][index] ?? 'version', part);
    }
    const [major = 0, minor = 0, build, revision] = parts;
    return new Version(major, minor, build, revision);
  }

  /** Version.Parse: ArgumentException for the number of parts, FormatException for a part that is no number. */
  static parse(text: string): Version {
    const parts = text.split('.');
    if (parts.length < 2 || parts.length > 4) {
      throw new NetException('System.ArgumentException', `A version has two to four parts, '${text}' has not.`);
    }
    return Version.create(...parts.map(parsePart));
  }

  static tryParse(text: string): Version | undefined {
    const parts = text.split('.');
    if (parts.length < 2 || parts.length > 4) return undefined;
    const numbers: number[] = [];
    for (const part of parts) {
      if (!/^\s*\+?\d+\s*$/.test(part)) return undefined;
      const number = Number(part);
      if (number > INT32_MAX) return undefined;
      numbers.push(number);
    }
    return Version.create(...numbers);
  }

  /** The parts that are there. */
  get parts(): readonly number[] {
    if (this.build < 0) return [this.major, this.minor];
    return this.revision < 0
      ? [this.major, this.minor, this.build]
      : [this.major, this.minor, this.build, this.revision];
  }

  get majorRevision(): number {
    return this.revision >> 16;
  }

  get minorRevision(): number {
    return (this.revision << 16) >> 16;
  }

  /** Version.ToString(), or ToString(fieldCount) with an ArgumentException for more fields than there are. */
  toText(fieldCount?: number): string {
    const parts = this.parts;
    if (fieldCount === undefined) return parts.join('.');
    if (fieldCount < 0 || fieldCount > parts.length) {
      throw new NetException('System.ArgumentException', `The version has ${parts.length} parts, not ${fieldCount}.`);
    }
    return parts.slice(0, fieldCount).join('.');
  }

  /** An absent part is below 0: 1.2 is before 1.2.0. */
  compareTo(other: Version): number {
    const order =
      this.major - other.major ||
      this.minor - other.minor ||
      this.build - other.build ||
      this.revision - other.revision;
    return Math.sign(order);
  }

  equals(other: Version): boolean {
    return this.compareTo(other) === 0;
  }

  toString(): string {
    return this.toText();
  }
}

function parsePart(text: string): number {
  if (!/^\s*[+-]?\d+\s*$/.test(text)) {
    throw new NetException('System.FormatException', `'${text}' is no part of a version.`);
  }
  const number = Number(text);
  if (number < 0) throw negative('input', number);
  if (number > INT32_MAX) {
    throw new NetException('System.OverflowException', `${text.trim()} is too large for a part of a version.`);
  }
  return number;
}

function negative(parameter: string, value: number): NetException {
  const error = new NetException(
    'System.ArgumentOutOfRangeException',
    `${parameter} is ${value}, but a part of a version cannot be negative.`,
  );
  error.properties.set('ParamName', parameter);
  return error;
}
