import { noCommonParameters } from '../../commands/binding/common-parameters.ts';
import type { ApplicationInfo } from '../../commands/command-info.ts';
import { CommandInvocation } from '../../commands/command-invocation.ts';
import type { CommandProcessor, ProcessorContext } from '../../commands/command-processor.ts';
import { absolutePath } from '../../commands/discovery/file-lookup.ts';
import { type Flow, runFlow } from '../../commands/flow.ts';
import { DOCUMENT_MARK } from '../../commands/shell-objects.ts';
import { PipelineStoppedSignal } from '../../errors/control-flow.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import { fail, TerminatingError } from '../../errors/terminating-error.ts';
import { environmentEntries } from '../../host/own-environment.ts';
import type { ChildProcess } from '../../host/process-launcher.ts';
import { getVariable } from '../../scope/variable-access.ts';
import { consoleOf } from '../../types/system/console-state.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { NetEncoding } from '../../values/net-encoding.ts';
import { baseOf } from '../../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { CommandRuntime } from '../command-runtime.ts';
import { LineSplitter } from './line-splitter.ts';
import { nativeArguments } from './native-arguments.ts';
import { NativeInput } from './native-input.ts';
import { ObjectInput } from './object-input.ts';
import { type OutputChunk, OutputQueue } from './output-queue.ts';
import { isShellCall, shellCall } from './shell-call.ts';
import { ShellOutput } from './shell-output.ts';

/** The processor that runs a program. */
export function createNativeProcessor(command: ApplicationInfo, context: ProcessorContext): NativeProcessor {
  return new NativeProcessor(command, context);
}

/** Runs one program: input objects go in as lines, its lines come out as strings (about_Pipelines, native commands). */
export class NativeProcessor implements CommandProcessor {
  readonly #command: ApplicationInfo;
  readonly #context: ProcessorContext;
  readonly #runtime: CommandRuntime;
  readonly #queue = new OutputQueue();
  readonly #lines: LineSplitter;
  readonly #errorLines: LineSplitter;
  #args: readonly string[] = [];
  #child: ChildProcess | undefined;
  #input: NativeInput | ObjectInput | undefined;
  #exitCode: number | undefined;
  #exit: Promise<number> | undefined;
  #startFailure: unknown = undefined;
  #sawError = false;
  #wroteFile = false;
  /** It is a shell whose objects are wanted, or that gets objects. */
  #readsObjects = false;
  #takesObjects = false;
  #lineCount = 0;
  readonly #objects: ShellOutput;
  /** Which of its streams turned out to hold CLIXML. */
  readonly #objectStreams = new Set<'output' | 'error'>();
  /** A program behind this one takes the bytes as they are. */
  #byteTarget: NativeProcessor | undefined;

  constructor(command: ApplicationInfo, context: ProcessorContext) {
    this.#command = command;
    this.#context = context;
    const invocation = new CommandInvocation({
      command,
      invocationName: context.invocationName,
      extent: context.site.extent,
      pipelineLength: context.pipelineLength,
      pipelinePosition: context.pipelinePosition,
      expectingInput: context.expectingInput,
    });
    this.#objects = new ShellOutput(context, invocation);
    const spec = { frame: context.frame, command, invocation, run: context.run, confirmImpact: 'None' };
    this.#runtime = new CommandRuntime(spec, context.streams, noCommonParameters);
    const encoding = consoleOf(context.frame.engine).outputEncoding;
    const used = encoding instanceof NetEncoding ? encoding.encoding : undefined;
    this.#lines = new LineSplitter(used);
    this.#errorLines = new LineSplitter(used);
  }

  /** Sends output to the program behind as bytes instead of lines. */
  pipeBytesTo(next: NativeProcessor): void {
    this.#byteTarget = next;
  }

  prepare(): Eventually<void> {
    return andThen(runFlow(this.#arguments()), (list) => {
      this.#args = list;
    });
  }

  *#arguments(): Flow<string[]> {
    const { frame, args } = this.#context;
    if (!isShellCall(args)) return yield* nativeArguments(frame, args);
    // what goes to a file or another program as bytes is wanted as text
    this.#readsObjects = !this.#inheritsOutput && !this.#byteTarget && !this.#context.outputFile;
    const call = yield* shellCall(frame, args, this.#readsObjects);
    this.#takesObjects = call.takesObjects;
    return yield* nativeArguments(frame, call.args);
  }

  get prepared() {
    return { parameters: new Map<string, PSValue>(), args: this.#args, dynamic: [] };
  }

  begin(): Eventually<void> {
    const { frame } = this.#context;
    const { processes } = frame.engine;
    if (!processes) throw notAllowed(this.#command);
    const child = this.#start();
    this.#child = child;
    child.onOutput((data) => this.#queue.push({ stream: 'output', data }));
    child.onError((data) => this.#queue.push({ stream: 'error', data }));
    this.#exit = child.exit.then(
      (code) => {
        this.#exitCode = code;
        this.#queue.end();
        return code;
      },
      (error: unknown) => {
        this.#startFailure = error ?? new Error('not started');
        this.#queue.end();
        return -1;
      },
    );
    void frame.engine.stopRequested?.then(() => {
      if (this.#exitCode === undefined) child.kill('SIGINT');
    });
    if (this.#context.expectingInput)
      this.#input = this.#takesObjects ? new ObjectInput(frame, child) : new NativeInput(this.#context, child);
  }

  get #inheritsOutput(): boolean {
    const { frame, outputIsHost } = this.#context;
    return frame.engine.nativeStreams.output && outputIsHost && !this.#byteTarget;
  }

  #start(): ChildProcess {
    const { frame, streams } = this.#context;
    const { engine } = frame;
    const { nativeStreams } = engine;
    const inheritsError = nativeStreams.error && streams.error === engine.hostError && !this.#readsObjects;
    try {
      return engine.processes?.start({
        file: this.#command.path,
        args: this.#args,
        directory: engine.workingDirectory,
        environment: new Map(environmentEntries(engine.environment)),
        stdin: this.#context.expectingInput ? 'pipe' : nativeStreams.input ? 'inherit' : 'ignore',
        stdout: this.#inheritsOutput ? 'inherit' : 'pipe',
        stderr: inheritsError ? 'inherit' : 'pipe',
      }) as ChildProcess;
    } catch (error) {
      throw this.#startError(error);
    }
  }

  process(input: PSValue): Eventually<void> {
    if (!this.#input || input === undefined) return undefined;
    const written = this.#input.write(input);
    if (written instanceof Promise) return written.then(() => this.#drainNow());
    return this.#drainNow();
  }

  /** Bytes from the program before this one. */
  writeBytes(data: Uint8Array): Eventually<void> {
    return this.#child?.write(data);
  }

  /** Passes on what has arrived meanwhile. */
  #drainNow(): Eventually<void> {
    for (let chunk = this.#queue.takeNow(); chunk; chunk = this.#queue.takeNow()) {
      const pending = this.#deliver(chunk);
      if (pending instanceof Promise) return pending.then(() => this.#drainNow());
    }
    return undefined;
  }

  async end(): Promise<void> {
    await this.#input?.close();
    for (let chunk = await this.#queue.take(); chunk; chunk = await this.#queue.take()) {
      const pending = this.#deliver(chunk);
      if (pending instanceof Promise) await pending;
    }
    await this.#exit;
    if (this.#startFailure !== undefined) throw this.#startError(this.#startFailure);
    for (const line of this.#lines.finish()) await this.#writeLine(line);
    for (const line of this.#errorLines.finish()) await this.#writeErrorLine(line);
    if (this.#context.outputFile && !this.#wroteFile) await this.#writeFile(new Uint8Array());
    if (this.#context.frame.engine.budget.stopping) throw new PipelineStoppedSignal();
    await this.#reportExit(this.#exitCode ?? -1);
  }

  #deliver({ stream, data }: OutputChunk): Eventually<void> {
    if (stream === 'error') return eachLine(this.#errorLines.push(data), (line) => this.#writeErrorLine(line));
    if (this.#byteTarget) return this.#byteTarget.writeBytes(data);
    if (this.#context.outputFile) return this.#writeFile(data);
    return eachLine(this.#lines.push(data), (line) => this.#writeLine(line));
  }

  #writeLine(line: string): Eventually<void> {
    if (this.#objectStreams.has('output')) return this.#objects.write(line, 'output');
    if (this.#lineCount++ > 0 || line !== DOCUMENT_MARK) return this.#context.streams.output.write(line);
    this.#objectStreams.add('output');
  }

  #writeFile(data: Uint8Array): Eventually<void> {
    const file = this.#context.outputFile;
    if (!file) return undefined;
    const append = file.append || this.#wroteFile;
    this.#wroteFile = true;
    const { frame } = this.#context;
    const path = absolutePath(frame, typeSystemOf(frame.engine).toText(file.path));
    return frame.engine.fs.writeFile(path, data, { append });
  }

  #writeErrorLine(line: string): Eventually<void> {
    if (this.#objectStreams.has('error')) return this.#objects.write(line, 'error');
    if (line === DOCUMENT_MARK) {
      this.#objectStreams.add('error');
      return;
    }
    const exception = new NetException('System.Management.Automation.RemoteException', line);
    const id = this.#sawError ? 'NativeCommandErrorMessage' : 'NativeCommandError';
    this.#sawError = true;
    const record = new ErrorRecord(exception, id, 'NotSpecified', line);
    record.invocationInfo = this.#runtime.spec.invocation;
    record.activity = this.#command.name;
    return this.#context.streams.error.write(record);
  }

  #reportExit(code: number): Eventually<void> {
    const { frame, run } = this.#context;
    frame.engine.lastExitCode = code;
    if (code === 0) return undefined;
    run.failed = true;
    if (baseOf(getVariable(frame.scope, 'psnativecommanduseerroractionpreference')) !== true) return undefined;
    const name = this.#command.name;
    const exception = new NetException(
      'System.Management.Automation.NativeCommandExitException',
      `The program '${name}' ended with exit code ${code}.`,
    );
    exception.properties.set('ExitCode', code);
    exception.properties.set('ProcessId', this.#child?.id ?? 0);
    exception.properties.set('Path', this.#command.path);
    const record = new ErrorRecord(exception, 'ProgramExitedWithNonZeroCode', 'NotSpecified', this.#command.path);
    record.invocationInfo = this.#runtime.spec.invocation;
    record.activity = name;
    return this.#runtime.writeError(record);
  }

  dispose(): Eventually<void> {
    if (this.#child && this.#exitCode === undefined && this.#startFailure === undefined) this.#child.kill('SIGTERM');
  }

  #startError(cause: unknown): TerminatingError {
    const { engine } = this.#context.frame;
    const inner = engine.toException(cause);
    const exception = new NetException(
      'System.Management.Automation.ApplicationFailedException',
      `The program '${this.#command.name}' could not be started: ${inner.message}`,
      inner,
    );
    const record = new ErrorRecord(exception, 'NativeCommandFailed', 'ResourceUnavailable');
    record.invocationInfo = this.#runtime.spec.invocation;
    record.activity = '';
    return new TerminatingError(record);
  }
}

function eachLine(lines: readonly string[], write: (line: string) => Eventually<void>, from = 0): Eventually<void> {
  for (let i = from; i < lines.length; i++) {
    const pending = write(lines[i] ?? '');
    if (pending instanceof Promise) return pending.then(() => eachLine(lines, write, i + 1));
  }
  return undefined;
}

function notAllowed(command: ApplicationInfo): TerminatingError {
  return fail({
    id: 'NativeCommandFailed',
    category: 'ResourceUnavailable',
    exceptionType: 'System.Management.Automation.ApplicationFailedException',
    message: `The program '${command.name}' cannot be started: this engine was made without access to programs.`,
  });
}
