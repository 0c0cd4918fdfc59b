import type { ChildProcess } from '../../host/process-launcher.ts';
import { textEncodings } from '../../text/text-encoding.ts';
import type { Eventually } from '../../values/ps-value.ts';
import { TextReader } from '../system-io/text-reader.ts';
import { TextWriter } from '../system-io/text-writer.ts';

/** StandardOutput or StandardError of a started process: text as it arrives. */
export class ProcessReader extends TextReader {
  readonly #decoder = new TextDecoder('utf-8');
  #waiting: (() => void) | undefined;
  #ended = false;

  push(chunk: Uint8Array): void {
    this.text = this.text.slice(this.at) + this.#decoder.decode(chunk, { stream: true });
    this.at = 0;
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  /** All of it: waits until the process closes its end. */
  override async readToEnd(): Promise<string> {
    this.check();
    while (!this.#ended) await this.#more();
    const rest = this.text.slice(this.at);
    this.at = this.text.length;
    return rest;
  }

  /** A line is whole when its end, or the end of the output, is there. */
  override readLine(): Eventually<string | null> {
    if (this.#ended || /[\r\n]/.test(this.text.slice(this.at))) return super.readLine();
    return this.#more().then(() => this.readLine());
  }

  protected override async fill(): Promise<boolean> {
    while (this.at >= this.text.length && !this.#ended) await this.#more();
    return this.at < this.text.length;
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#waiting = resolve;
    });
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = undefined;
    waiting?.();
  }
}

/** StandardInput of a started process. */
export class ProcessWriter extends TextWriter {
  readonly #child: ChildProcess;
  autoFlush = true;

  constructor(child: ChildProcess) {
    super();
    this.#child = child;
  }

  get encoding() {
    return textEncodings.utf8;
  }

  write(text: string): Eventually<void> {
    return this.#child.write(textEncodings.utf8.encode(text));
  }

  override close(): Eventually<void> {
    if (this.isOpen) this.#child.closeInput();
    this.isOpen = false;
    return undefined;
  }
}
