/** System.Management.Automation.SemanticVersion: major.minor.patch with optional labels; immutable. */
export class SemanticVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  readonly preReleaseLabel: string | null;
  readonly buildLabel: string | null;

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
}
