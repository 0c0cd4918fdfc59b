import type { Eventually } from '../values/ps-value.ts';

/** What to start. `inherit` gives the child the host's own stream. */
export interface ProcessStart {
  readonly file: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: ReadonlyMap<string, string>;
  readonly stdin: 'pipe' | 'inherit' | 'ignore';
  readonly stdout: 'pipe' | 'inherit' | 'ignore';
  readonly stderr: 'pipe' | 'inherit' | 'ignore';
}

/** A started child. Chunks arrive in order; `exit` resolves after both streams have ended. */
export interface ChildProcess {
  readonly id: number;
  write(data: Uint8Array): Eventually<void>;
  closeInput(): void;
  onOutput(listener: (chunk: Uint8Array) => Eventually<void>): void;
  onError(listener: (chunk: Uint8Array) => Eventually<void>): void;
  /** Exit code; a signal gives 128 plus its number. Rejects when the program could not be started. */
  readonly exit: Promise<number>;
  kill(signal?: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void;
}

/** One running process, as Get-Process lists it. Times in seconds, sizes in bytes, `started` in ms since 1970. */
export interface ProcessEntry {
  readonly id: number;
  readonly parentId: number;
  readonly name: string;
  readonly commandLine: readonly string[];
  readonly path: string | undefined;
  readonly cpuSeconds: number;
  readonly workingSet: number;
  readonly pagedMemory: number;
  readonly virtualMemory: number;
  readonly sessionId: number;
  readonly threads: number;
  readonly handles: number;
  readonly started: number;
  readonly userName: string | undefined;
}

/** Contract. How scripts start and see programs; absent in engines that may not. */
export interface ProcessLauncher {
  readonly currentId: number;
  start(options: ProcessStart): ChildProcess;
  list(): Eventually<readonly ProcessEntry[]>;
  signal(id: number, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): void;
}
