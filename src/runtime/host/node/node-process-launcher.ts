import type { Eventually } from '../../values/ps-value.ts';
import type { ChildProcess, ProcessEntry, ProcessLauncher, ProcessStart } from '../process-launcher.ts';
import { readProcessTable } from './process-table.ts';

/** Signals by number, for exit codes of killed programs (128 + number). */
function exitCodeOf(code: number | null, signal: NodeJS.Signals | null): number {
  if (code !== null) return code;
  const { constants } = process.getBuiltinModule('node:os');
  return signal === null ? -1 : 128 + (constants.signals[signal] ?? 0);
}

type Listener = (chunk: Uint8Array) => Eventually<void>;

/** Hands chunks over one by one and stops reading while the receiver is pending. */
function pump(stream: NodeJS.ReadableStream | null, listener: Listener): void {
  stream?.on('data', (chunk: Buffer) => {
    const pending = listener(chunk);
    if (!(pending instanceof Promise)) return;
    stream.pause();
    pending.finally(() => stream.resume());
  });
}

function start(options: ProcessStart): ChildProcess {
  const { spawn } = process.getBuiltinModule('node:child_process');
  const { existsSync } = process.getBuiltinModule('node:fs');
  const child = spawn(options.file, options.args, {
    // a folder that was removed while a script stood in it stops no program
    cwd: existsSync(options.directory) ? options.directory : '/',
    env: Object.fromEntries(options.environment),
    stdio: [options.stdin, options.stdout, options.stderr],
  });
  const exit = new Promise<number>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(exitCodeOf(code, signal)));
  });
  // A program that ends early closes its input; what was still to be written is dropped, as in any shell.
  child.stdin?.on('error', () => {});
  return {
    id: child.pid ?? -1,
    write(data) {
      if (!child.stdin || child.stdin.destroyed || child.stdin.write(data)) return;
      const input = child.stdin;
      return new Promise((resolve) => {
        const done = () => {
          input.off('drain', done);
          input.off('close', done);
          resolve();
        };
        input.once('drain', done);
        input.once('close', done);
      });
    },
    closeInput: () => child.stdin?.end(),
    onOutput: (listener) => pump(child.stdout, listener),
    onError: (listener) => pump(child.stderr, listener),
    exit,
    kill: (signal = 'SIGTERM') => child.kill(signal),
  };
}

/** Starts programs with node:child_process and lists the machine's processes. */
export const nodeProcessLauncher: ProcessLauncher = {
  get currentId() {
    return process.pid;
  },
  start,
  list: (): readonly ProcessEntry[] => readProcessTable(),
  signal: (id, signal) => process.kill(id, signal),
};
