import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import type { ChildProcess } from '../../host/process-launcher.ts';
import { LineSplitter } from '../../pipeline/native/line-splitter.ts';
import { ProcessStartInfo } from '../../types/system-diagnostics/process-start-info.ts';
import { NetProcess } from '../../values/net-process.ts';
import { launcherOf } from './process-selection.ts';

/** What Start-Process starts. */
export interface StartRequest {
  readonly file: string;
  /** The arguments as one text, and taken apart. */
  readonly text: string;
  readonly args: readonly string[];
  readonly directory: string;
  readonly environment: ReadonlyMap<string, string>;
  /** Files of streams that are redirected. */
  readonly files: { readonly input?: string; readonly output?: string; readonly error?: string };
}

/** Writes the lines that a program writes to a file as they come; empty ones are left out, as PowerShell does. */
class LineFile {
  readonly #ctx: CmdletContext;
  readonly #path: string;
  readonly #lines = new LineSplitter();

  constructor(ctx: CmdletContext, path: string) {
    this.#ctx = ctx;
    this.#path = path;
  }

  write(chunk: Uint8Array): void | Promise<void> {
    return this.#append(this.#lines.push(chunk));
  }

  end(): void | Promise<void> {
    return this.#append(this.#lines.finish());
  }

  #append(lines: readonly string[]): void | Promise<void> {
    const text = lines.filter((line) => line !== '').join('\n');
    if (text === '') return undefined;
    return this.#ctx.engine.fs.writeFile(this.#path, new TextEncoder().encode(`${text}\n`), { append: true });
  }
}

/** Empties the file of a redirected stream and sends the stream there. */
function* redirect(
  ctx: CmdletContext,
  path: string | undefined,
  listen: (listener: (chunk: Uint8Array) => void | Promise<void>) => void,
): Flow<LineFile | undefined> {
  if (path === undefined) return undefined;
  yield* settle(ctx.engine.fs.writeFile(path, new Uint8Array()));
  const file = new LineFile(ctx, path);
  listen((chunk) => file.write(chunk));
  return file;
}

function notStarted(ctx: CmdletContext, file: string, thrown: unknown): never {
  return ctx.throwTerminating({
    id: 'InvalidOperationException',
    category: 'InvalidOperation',
    exceptionType: 'System.InvalidOperationException',
    message: `"${file}" could not be started: ${ctx.engine.toException(thrown).message}`,
  });
}

/** Starts the program and notes when it ends. @throws TerminatingError InvalidOperationException when it cannot start */
export function* startChild(ctx: CmdletContext, request: StartRequest): Flow<NetProcess> {
  const { nativeStreams } = ctx.engine;
  const { files } = request;
  let child: ChildProcess;
  try {
    child = launcherOf(ctx).start({
      file: request.file,
      args: request.args,
      directory: request.directory,
      environment: request.environment,
      stdin: files.input !== undefined ? 'pipe' : nativeStreams.input ? 'inherit' : 'ignore',
      stdout: files.output !== undefined ? 'pipe' : nativeStreams.output ? 'inherit' : 'ignore',
      stderr: files.error !== undefined ? 'pipe' : nativeStreams.error ? 'inherit' : 'ignore',
    });
  } catch (thrown) {
    return notStarted(ctx, request.file, thrown);
  }
  const process = new NetProcess();
  process.child = child;
  process.startInfo = new ProcessStartInfo(request.file, request.text);
  const output = yield* redirect(ctx, files.output, (listener) => child.onOutput(listener));
  const error = yield* redirect(ctx, files.error, (listener) => child.onError(listener));
  process.ended = child.exit.then(
    async (code) => {
      await output?.end();
      await error?.end();
      process.exitCode = code;
      process.exitTime = ctx.engine.clock.now();
    },
    (thrown: unknown) => {
      process.failure = thrown ?? new Error('not started');
      process.exitCode = -1;
    },
  );
  yield* sendInput(ctx, child, files.input);
  // A program that is not there fails at once; give that a chance to be seen.
  yield* settle(Promise.race([process.ended, ctx.engine.clock.sleep(1)]));
  if (process.failure !== undefined) notStarted(ctx, request.file, process.failure);
  const entries = yield* settle(launcherOf(ctx).list());
  process.entry = entries.find((entry) => entry.id === child.id);
  return process;
}

function* sendInput(ctx: CmdletContext, child: ChildProcess, path: string | undefined): Flow<void> {
  if (path === undefined) return;
  yield* settle(child.write(yield* settle(ctx.engine.fs.readFile(path))));
  child.closeInput();
}

/** Waits until a started program has ended, or the pipeline is asked to stop. */
export function* waitForEnd(ctx: CmdletContext, process: NetProcess): Flow<void> {
  if (process.ended) yield* settle(Promise.race([process.ended, ctx.whenStopping]));
}
