/** The name of a variable taken apart: scope or drive, and what follows; as PowerShell's VariablePath (about_Scopes). */
export interface VariablePath {
  /** The name as written, without `$`, braces or escapes. */
  readonly userPath: string;
  /** The part behind a scope prefix (`global:`, `script:`, `local:`, `private:`, `variable:`); otherwise userPath. */
  readonly unqualifiedPath: string;
  readonly isGlobal: boolean;
  readonly isLocal: boolean;
  readonly isScript: boolean;
  readonly isPrivate: boolean;
  /** False for a path into another drive, such as `env:HOME` or `function:prompt`. */
  readonly isVariable: boolean;
  /** True when neither a scope nor a drive is given. */
  readonly isUnscopedVariable: boolean;
  readonly isDriveQualified: boolean;
  /** The drive of a drive-qualified path, or undefined. */
  readonly driveName: string | undefined;
}
