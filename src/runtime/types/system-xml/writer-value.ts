import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually } from '../../values/ps-value.ts';
import { XmlOutput, type XmlOutputSettings } from '../../xml/xml-output.ts';
import { invalidOperation } from '../net-error.ts';

/** Where a writer's text goes. */
export interface XmlTarget {
  write(text: string): Eventually<void>;
  flush(): Eventually<void>;
  close(): Eventually<void>;
}

/** XmlWriter: an {@link XmlOutput} with a target. */
export class XmlWriterValue extends NetObject {
  readonly output: XmlOutput;
  readonly #target: XmlTarget;
  /** Whether text goes on at once, as XmlTextWriter does; others keep it until they are flushed. */
  readonly #isDirect: boolean;
  #pending = '';
  #isOpen = true;

  constructor(target: XmlTarget, settings: XmlOutputSettings) {
    super();
    this.#target = target;
    this.#isDirect = settings.style === 'classic';
    this.output = new XmlOutput((text) => {
      this.#pending += text;
    }, settings);
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Writes something. */
  run(write: (out: XmlOutput) => void): Eventually<undefined> {
    if (!this.#isOpen) throw invalidOperation('The writer is closed.');
    write(this.output);
    if (!this.#isDirect || this.output.state === 2 || this.output.state === 3) return undefined;
    return this.#send();
  }

  #send(): Eventually<undefined> {
    this.output.flush();
    const text = this.#pending;
    this.#pending = '';
    return text === '' ? undefined : andThen(this.#target.write(text), () => undefined);
  }

  flush(): Eventually<undefined> {
    if (!this.#isOpen) return undefined;
    return andThen(this.#send(), () => andThen(this.#target.flush(), () => undefined));
  }

  close(): Eventually<undefined> {
    if (!this.#isOpen) return undefined;
    this.output.close();
    return andThen(this.flush(), () => {
      this.#isOpen = false;
      return andThen(this.#target.close(), () => undefined);
    });
  }
}
