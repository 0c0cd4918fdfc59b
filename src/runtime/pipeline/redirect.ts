import { namedArgument } from '../commands/argument.ts';
import type { CallFrame } from '../commands/call-frame.ts';
import { CmdletInfo } from '../commands/command-info.ts';
import type { CommandProcessor } from '../commands/command-processor.ts';
import { findCmdlet } from '../commands/discovery/lookup.ts';
import { fail } from '../errors/terminating-error.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { CmdletProcessor } from './cmdlet-processor.ts';
import { nullSink, type Sink, type StreamSet } from './sink.ts';
import { CommandSite, type Redirection, type StreamName } from './stage.ts';

/** Redirected streams of one command, and what has to be finished when the pipeline ends. */
export interface Redirected {
  readonly streams: StreamSet;
  readonly files: readonly FileSink[];
  /** Where output alone goes as it is; see ProcessorContext.outputFile. */
  readonly outputFile: { readonly path: PSValue; readonly append: boolean } | undefined;
}

type Numbered = Exclude<StreamName, 'all'>;

const messageStreams: readonly Numbered[] = ['error', 'warning', 'verbose', 'debug', 'information'];

/** Changes streams as redirections ask (about_Redirection). Files are opened when the command begins. */
export function redirect(frame: CallFrame, streams: StreamSet, redirections: readonly Redirection[]): Redirected {
  const changed: Record<Numbered, Sink> = {
    output: streams.output,
    error: streams.error,
    warning: streams.warning,
    verbose: streams.verbose,
    debug: streams.debug,
    information: streams.information,
  };
  const files: FileSink[] = [];
  for (const redirection of redirections) {
    if (redirection.kind !== 'file') continue;
    const sink = fileSink(frame, redirection, files);
    for (const name of redirection.from === 'all' ? (['output', ...messageStreams] as const) : [redirection.from])
      changed[name] = sink;
  }
  for (const redirection of redirections) {
    if (redirection.kind !== 'merge' || redirection.to !== 'output') continue;
    for (const name of redirection.from === 'all' ? messageStreams : [redirection.from]) changed[name] = changed.output;
  }
  return { streams: { ...streams, ...changed }, files, outputFile: plainOutputFile(redirections) };
}

function plainOutputFile(redirections: readonly Redirection[]): Redirected['outputFile'] {
  const [only] = redirections;
  if (redirections.length !== 1 || only?.kind !== 'file' || only.from !== 'output' || only.path === null)
    return undefined;
  return { path: only.path, append: only.append };
}

function fileSink(frame: CallFrame, redirection: Extract<Redirection, { kind: 'file' }>, files: FileSink[]): Sink {
  if (baseOf(redirection.path) === null || redirection.path === undefined) return nullSink;
  const sink = new FileSink(frame, redirection.path, redirection.append);
  files.push(sink);
  return sink;
}

/** Objects written to a file as Out-File writes them. */
export class FileSink implements Sink {
  readonly #frame: CallFrame;
  readonly #path: PSValue;
  readonly #append: boolean;
  #processor: CommandProcessor | undefined;
  /** Set by natives that write their bytes into the file themselves. */
  bypassed = false;

  constructor(frame: CallFrame, path: PSValue, append: boolean) {
    this.#frame = frame;
    this.#path = path;
    this.#append = append;
  }

  open(): Eventually<void> {
    if (this.bypassed) return undefined;
    const command = findCmdlet(this.#frame.scope, 'out-file');
    if (!(command instanceof CmdletInfo)) throw noOutFile();
    const args = [namedArgument('FilePath', this.#path)];
    if (this.#append) args.push(namedArgument('Append', true));
    const processor = new CmdletProcessor(command, {
      frame: this.#frame,
      command,
      invocationName: 'Out-File',
      site: new CommandSite('', undefined, null),
      args,
      streams: { ...this.#frame.streams, output: nullSink },
      expectingInput: true,
      pipelineLength: 1,
      pipelinePosition: 1,
      run: { failed: false },
      owner: this,
      outputFile: undefined,
      outputIsHost: false,
      dotSource: false,
      sessionState: undefined,
    });
    this.#processor = processor;
    const prepared = processor.prepare();
    return prepared instanceof Promise ? prepared.then(() => processor.begin()) : processor.begin();
  }

  write(value: PSValue): Eventually<void> {
    return this.#processor?.process(value);
  }

  async #closeLater(processor: CommandProcessor, ending: Promise<void>): Promise<void> {
    await ending;
    await processor.dispose();
  }

  close(): Eventually<void> {
    const processor = this.#processor;
    if (!processor) return undefined;
    this.#processor = undefined;
    const ending = processor.end();
    return ending instanceof Promise ? this.#closeLater(processor, ending) : processor.dispose();
  }
}

function noOutFile(): unknown {
  return fail({
    id: 'CommandNotFoundException',
    category: 'ObjectNotFound',
    message: 'Redirection to a file needs the command Out-File, which is not there.',
    exceptionType: 'System.Management.Automation.CommandNotFoundException',
  });
}
