import type { CallFrame } from '../../commands/call-frame.ts';
import type { ObjectWriter } from '../../commands/shell-objects.ts';
import type { ChildProcess } from '../../host/process-launcher.ts';
import { textEncodings } from '../../text/text-encoding.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';

/** The standard input of another shell: objects as CLIXML. */
export class ObjectInput {
  readonly #child: ChildProcess;
  readonly #writer: ObjectWriter;

  constructor(frame: CallFrame, child: ChildProcess) {
    this.#child = child;
    this.#writer = frame.engine.shellObjects.writer((text) => child.write(textEncodings.utf8.encode(text)));
  }

  write(value: PSValue): Eventually<void> {
    return this.#writer.add(value);
  }

  async close(): Promise<void> {
    await this.#writer.end();
    this.#child.closeInput();
  }
}
