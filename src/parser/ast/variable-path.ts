/** The name of a variable taken apart: scope or drive, and what follows; as PowerShell's VariablePath (about_Scopes). */
export interface VariablePath {
  /** The name as written, without `$`, braces or escapes. */
  readonly userPath: string;
  /** The part behind a scope prefix (`global:`, `script:`, `local:`, `private:`, `variable:`) or drive; else userPath. */
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

const scopes = ['global', 'local', 'private', 'script', 'variable'] as const;

/** Takes a variable's name apart; the name must not be empty. */
export function parseVariablePath(path: string): VariablePath {
  const colon = path.indexOf(':');
  const prefix = colon > 0 ? path.slice(0, colon).toLowerCase() : '';
  const scope = scopes.find((name) => name === prefix);
  const isDriveQualified = colon > 0 && scope === undefined;
  return {
    userPath: path,
    unqualifiedPath: path.slice(colon + 1),
    isGlobal: scope === 'global',
    isLocal: scope === 'local',
    isScript: scope === 'script',
    isPrivate: scope === 'private',
    isVariable: !isDriveQualified,
    isUnscopedVariable: !isDriveQualified && (scope === undefined || scope === 'variable'),
    isDriveQualified,
    driveName: isDriveQualified ? path.slice(0, colon) : undefined,
  };
}
