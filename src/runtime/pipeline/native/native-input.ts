import { parameterArgument } from '../../commands/argument.ts';
import type { CommandProcessor, ProcessorContext } from '../../commands/command-processor.ts';
import { findCmdlet } from '../../commands/discovery/lookup.ts';
import type { ChildProcess } from '../../host/process-launcher.ts';
import { getVariable } from '../../scope/variable-access.ts';
import { type TextEncoding, textEncodings } from '../../text/text-encoding.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { Byte } from '../../values/byte.ts';
import { NetEncoding } from '../../values/net-encoding.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { CmdletProcessor } from '../cmdlet-processor.ts';
import type { Sink } from '../sink.ts';
import { CommandSite } from '../stage.ts';

/** The standard input of a program: strings as lines, bytes as they are, other objects as the console would show them. */
export class NativeInput {
  readonly #context: ProcessorContext;
  readonly #child: ChildProcess;
  readonly #encoding: TextEncoding;
  #formatter: CommandProcessor | undefined;

  constructor(context: ProcessorContext, child: ChildProcess) {
    this.#context = context;
    this.#child = child;
    const chosen = baseOf(getVariable(context.frame.scope, 'outputencoding'));
    this.#encoding = chosen instanceof NetEncoding ? chosen.encoding : textEncodings.utf8;
  }

  write(value: PSValue): Eventually<void> {
    const base = baseOf(value);
    if (base instanceof Byte) return this.#child.write(Uint8Array.of(base.value));
    if (base instanceof TypedArray && base.bytes) return this.#child.write(base.bytes);
    if (base === null || base === undefined) return undefined;
    if (typeof base === 'string' && !this.#formatter) return this.#line(base);
    return this.#format(value);
  }

  #line(text: string): Eventually<void> {
    return this.#child.write(this.#encoding.encode(`${text}\n`));
  }

  /** Everything from the first object that is no string on goes through Out-String. */
  #format(value: PSValue): Eventually<void> {
    const { frame } = this.#context;
    if (this.#formatter) return this.#formatter.process(value);
    const command = findCmdlet(frame.scope, 'out-string');
    if (!command) return this.#line(typeSystemOf(frame.engine).toText(value));
    const output: Sink = { write: (text) => this.#line(typeSystemOf(frame.engine).toText(text)) };
    const formatter = new CmdletProcessor(command, {
      ...this.#context,
      command,
      invocationName: 'Out-String',
      site: new CommandSite('', undefined, null),
      args: [parameterArgument('Stream')],
      streams: { ...this.#context.streams, output },
      run: { failed: false },
      owner: this,
      outputFile: undefined,
      outputIsHost: false,
    });
    this.#formatter = formatter;
    const prepared = formatter.prepare();
    if (prepared instanceof Promise) return this.#formatLater(formatter, prepared, value);
    const begun = formatter.begin();
    if (begun instanceof Promise) return begun.then(() => formatter.process(value));
    return formatter.process(value);
  }

  async #formatLater(formatter: CommandProcessor, prepared: Promise<void>, value: PSValue): Promise<void> {
    await prepared;
    await formatter.begin();
    await formatter.process(value);
  }

  async close(): Promise<void> {
    const formatter = this.#formatter;
    if (formatter) {
      await formatter.end();
      await formatter.dispose();
    }
    this.#child.closeInput();
  }
}
