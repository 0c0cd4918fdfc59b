/** System.Version: two to four Int32 parts; an absent build or revision is -1; immutable. */
export class Version {
  readonly major: number;
  readonly minor: number;
  readonly build: number;
  readonly revision: number;

  constructor(major: number, minor: number, build = -1, revision = -1) {
    this.major = major;
    this.minor = minor;
    this.build = build;
    this.revision = revision;
  }
}
