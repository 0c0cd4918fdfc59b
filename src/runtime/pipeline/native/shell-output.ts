import type { ProcessorContext } from '../../commands/command-processor.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import type { InvocationInfo } from '../../errors/invocation-info.ts';
import { NetException } from '../../errors/net-exception.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { baseOf, notesOf } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { ClixmlError } from '../../xml/clixml-error.ts';
import { ProgressRecord } from '../records.ts';

type Deliver = (output: ShellOutput, value: PSValue) => Eventually<void>;

/** What becomes of the values of each stream; messages go to the host as text. */
const deliveries: Readonly<Record<string, Deliver>> = {
  output: (it, value) => it.context.streams.output.write(value),
  error: (it, value) => it.writeError(it.context.frame.engine.shellObjects.errorRecord(value)),
  debug: (it, value) => it.ui.writeDebugLine(it.text(value)),
  verbose: (it, value) => it.ui.writeVerboseLine(it.text(value)),
  warning: (it, value) => it.ui.writeWarningLine(it.text(value)),
  information: (it, value) => {
    const record = it.context.frame.engine.shellObjects.informationRecord(value);
    // the other shell has shown it already
    record.visible = false;
    return it.context.streams.information.write(record);
  },
  progress: (it, value) => {
    const record = baseOf(notesOf(value)?.properties.get('Record'));
    if (record instanceof ProgressRecord) return it.context.streams.progress.write(record);
  },
};

/** Passes on the objects that another shell writes as CLIXML to its standard output or error. */
export class ShellOutput {
  readonly context: ProcessorContext;
  readonly #invocation: InvocationInfo;

  constructor(context: ProcessorContext, invocation: InvocationInfo) {
    this.context = context;
    this.#invocation = invocation;
  }

  get ui() {
    return this.context.frame.engine.host.ui;
  }

  text(value: PSValue): string {
    return typeSystemOf(this.context.frame.engine).toText(value);
  }

  /** Passes on the items of one document; without a stream they belong to the one it came on. */
  async write(document: string, from: 'output' | 'error'): Promise<void> {
    try {
      for (const { value, stream } of this.context.frame.engine.shellObjects.read(document)) {
        const deliver = deliveries[stream?.toLowerCase() ?? from] ?? deliveries[from];
        if (deliver === deliveries['output'] || (value !== null && value !== undefined)) await deliver?.(this, value);
      }
    } catch (thrown) {
      if (!(thrown instanceof ClixmlError)) throw thrown;
      const { name } = this.context.command;
      const message = `The standard ${from} of '${name}' says that it holds CLIXML, but it does not: ${thrown.message}`;
      const exception = new NetException('System.Xml.XmlException', message);
      await this.writeError(new ErrorRecord(exception, 'ProcessStreamReader_CliXmlError', 'SyntaxError', name));
    }
  }

  writeError(record: ErrorRecord): Eventually<void> {
    record.invocationInfo = this.#invocation;
    return this.context.streams.error.write(record);
  }
}
