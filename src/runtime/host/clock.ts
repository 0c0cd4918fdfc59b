/** Contract. Time, so that tests and embedders can hold it still. */
export interface Clock {
  /** Milliseconds since 1970 UTC, with fractions where the host has them. */
  now(): number;
  /** A monotonic reading in milliseconds. */
  monotonic(): number;
  /** Offset of local time from UTC, in minutes east, at an instant (ms since 1970). */
  localOffset(instant: number): number;
  /** IANA name of the local zone. */
  readonly zone: string;
  /** Resolves after `milliseconds`, or rejects nothing and resolves early when `cancelled` resolves. */
  sleep(milliseconds: number, cancelled?: Promise<void>): Promise<void>;
}

/** Contract. Randomness: cryptographic bytes for GUIDs and `Get-SecureRandom`, doubles in [0, 1) for the rest. */
export interface Random {
  next(): number;
  bytes(count: number): Uint8Array;
}

/** Contract. Environment variables. Names are case-sensitive where the platform's are. */
export interface EnvironmentVariables {
  get(name: string): string | undefined;
  set(name: string, value: string | undefined): void;
  names(): readonly string[];
}

/** Contract. Facts about the machine that scripts can ask for. */
export interface Platform {
  readonly os: 'linux' | 'macos' | 'windows';
  readonly osDescription: string;
  readonly architecture: string;
  readonly machineName: string;
  readonly userName: string;
  readonly homeDirectory: string;
  readonly tempDirectory: string;
  readonly processorCount: number;
  readonly processId: number;
  /** Folder that stands for `$PSHOME`. */
  readonly installDirectory: string;
  readonly executablePath: string;
  /** Seconds since the machine was started, where that is known. */
  readonly upSeconds?: number;
}
