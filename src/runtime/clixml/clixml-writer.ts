/** Builds CLIXML text: one line as on the wire, or indented by two blanks as Export-Clixml writes it. */
export class ClixmlWriter {
  readonly #indented: boolean;
  #text = '';
  #depth = 0;
  /** Whether the element just opened has no content yet. */
  #isFresh = false;

  constructor(indented = false) {
    this.#indented = indented;
  }

  /** Opens an element; `attributes` is the text after its name, each attribute with a blank before it. */
  open(tag: string, attributes = ''): void {
    this.#before();
    this.#text += `<${tag}${attributes}`;
    this.#depth++;
    this.#isFresh = true;
  }

  /** Closes the element opened last; one without content closes itself. */
  close(tag: string): void {
    this.#depth--;
    if (this.#isFresh) this.#text += ' />';
    else {
      this.#line();
      this.#text += `</${tag}>`;
    }
    this.#isFresh = false;
  }

  /** An element with text that is encoded already. */
  leaf(tag: string, attributes: string, content: string): void {
    this.#before();
    this.#text += `<${tag}${attributes}>${content}</${tag}>`;
  }

  /** An element without content. */
  empty(tag: string, attributes = ''): void {
    this.#before();
    this.#text += `<${tag}${attributes} />`;
  }

  toString(): string {
    return this.#text;
  }

  #before(): void {
    if (this.#isFresh) this.#text += '>';
    this.#isFresh = false;
    this.#line();
  }

  #line(): void {
    if (this.#indented && this.#text !== '') this.#text += `\n${'  '.repeat(this.#depth)}`;
  }
}
