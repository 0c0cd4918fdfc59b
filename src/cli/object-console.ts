import type { ObjectWriter, ShellObjects } from '../runtime/commands/shell-objects.ts';
import type { ConsoleHost } from '../runtime/host/node/console-host.ts';
import type { ProgressState, PSHost, PSHostUI } from '../runtime/host/ps-host.ts';
import { ProgressRecord } from '../runtime/pipeline/records.ts';
import type { Sink, StreamSet } from '../runtime/pipeline/sink.ts';
import type { Runspace } from '../runtime/runspace/runspace.ts';
import { PSObject } from '../runtime/values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../runtime/values/ps-value.ts';

/** The two documents of a shell whose caller reads CLIXML; made when the engine is there. */
interface Documents {
  readonly output: ObjectWriter | undefined;
  readonly error: ObjectWriter;
}

/**
 * The console of a shell whose caller reads CLIXML (about_Pwsh, -OutputFormat XML): output objects go to standard output,
 * errors, messages and progress to standard error, each as one document. Where only errors are wanted as CLIXML, output
 * stays text.
 */
export class ObjectConsole {
  readonly host: PSHost;
  readonly #console: ConsoleHost;
  readonly #writesOutput: boolean;
  #documents: Documents | undefined;

  constructor(console: ConsoleHost, writesOutput: boolean) {
    this.#console = console;
    this.#writesOutput = writesOutput;
    this.host = {
      name: console.name,
      version: console.version,
      get instanceId() {
        return console.instanceId;
      },
      culture: console.culture,
      uiCulture: console.uiCulture,
      supportsVirtualTerminal: false,
      setShouldExit: (code) => console.setShouldExit(code),
      ui: objectUI(console.ui, () => this.#documents),
    };
  }

  /** Readies the documents; gives the streams to run with, none where those of the host do. */
  open(runspace: Runspace): StreamSet | undefined {
    const { output, error } = this.#console;
    const objects: ShellObjects = runspace.shellObjects;
    this.#documents = {
      output: this.#writesOutput ? objects.writer((text) => output.write(text)) : undefined,
      error: objects.writer((text) => error.write(text)),
    };
    const { output: values, error: errors } = this.#documents;
    if (!values) return undefined;
    const shown = runspace.hostStreams.streams;
    const information: Sink = {
      write: (record) => andThen(shown.information.write(record), () => errors.add(record, 'information')),
    };
    return {
      ...shown,
      output: { write: (value) => values.add(value, 'Output') },
      error: { write: (record) => errors.add(record, 'Error') },
      information,
    };
  }

  /** Ends the documents. */
  end(): Eventually<void> {
    return andThen(this.#documents?.output?.end(), () => this.#documents?.error.end());
  }
}

function objectUI(inner: PSHostUI, documents: () => Documents | undefined): PSHostUI {
  const output = (text: string): Eventually<void> => {
    const document = documents()?.output;
    return document ? document.add(text, 'Output') : inner.write(text);
  };
  // a line and its end are two objects, as PowerShell has it
  const line = (text: string): Eventually<void> => andThen(text === '' ? undefined : output(text), () => output('\n'));
  const message = (stream: string) => (text: string) => documents()?.error.add(text, stream);
  return {
    interactive: inner.interactive,
    size: () => inner.size(),
    write: output,
    writeLine: line,
    writeErrorLine: (text) => (text === '' ? undefined : message('Error')(`${text}\n`)),
    writeError: (text) => inner.writeError?.(text),
    writeWarningLine: message('warning'),
    writeVerboseLine: message('verbose'),
    writeDebugLine: message('debug'),
    writeProgress: (progress) => documents()?.error.add(progressItem(progress), 'progress'),
    readLine: () => inner.readLine(),
    readSecret: () => inner.readSecret(),
    prompt: (...args) => inner.prompt(...args),
    promptForChoice: (...args) => inner.promptForChoice(...args),
    promptForCredential: (...args) => inner.promptForCredential(...args),
  };
}

function progressItem(progress: ProgressState): PSValue {
  const record = new ProgressRecord(progress.activityId, progress.activity, progress.statusDescription);
  record.parentActivityId = progress.parentActivityId;
  record.currentOperation = progress.currentOperation;
  record.percentComplete = progress.percentComplete;
  record.secondsRemaining = progress.secondsRemaining;
  record.completed = progress.completed;
  return PSObject.fromEntries([
    ['SourceId', progress.sourceId],
    ['Record', record],
  ]);
}
