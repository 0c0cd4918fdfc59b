import { ClixmlError } from './clixml-error.ts';
import { decodeMarkup } from './clixml-text.ts';

const nameEnd = /[\s/>]/g;
const attribute = /\s*([^\s=/>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/**
 * A pull reader over the XML that CLIXML uses: elements, attributes, text, CDATA; comments and processing
 * instructions are skipped, a DTD is refused. Control characters are let through, as PowerShell's reader does.
 */
export class XmlPullReader {
  readonly #text: string;
  #at = 0;
  /** Local name of the current tag, without prefix. */
  name = '';
  /** Whether the current start tag closes itself. */
  isEmpty = false;
  #attributesFrom = 0;
  #attributesTo = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get position(): number {
    return this.#at;
  }

  fail(message: string): ClixmlError {
    return new ClixmlError(message, this.#at);
  }

  /** Goes to the next tag, skipping text: true for a start tag, false for an end tag or the end of the text. */
  nextTag(): boolean {
    const text = this.#text;
    for (;;) {
      const at = text.indexOf('<', this.#at);
      if (at < 0) {
        this.#at = text.length;
        this.name = '';
        return false;
      }
      const next = text.charCodeAt(at + 1);
      if (next === 0x2f) return this.#endTag(at);
      if (next === 0x3f) this.#at = this.#after('?>', at);
      else if (next === 0x21) this.#declaration(at);
      else return this.#startTag(at);
    }
  }

  /** The value of an attribute of the current start tag, entities resolved; undefined where it has none. */
  attribute(name: string): string | undefined {
    attribute.lastIndex = this.#attributesFrom;
    while (attribute.lastIndex < this.#attributesTo) {
      const found = attribute.exec(this.#text);
      if (!found) return undefined;
      if (found[1] === name) return decodeMarkup(found[2] ?? found[3] ?? '');
    }
    return undefined;
  }

  /** Whether the current start tag has any attribute. */
  get hasAttributes(): boolean {
    return this.#attributesTo > this.#attributesFrom;
  }

  /** The text of the current element, entities resolved, up to and with its end tag; it must hold no elements. */
  readText(): string {
    if (this.isEmpty) return '';
    const text = this.#text;
    const open = text.indexOf('<', this.#at);
    if (open < 0) throw this.fail(`The element <${this.name}> has no end`);
    let content = decodeMarkup(text.slice(this.#at, open));
    this.#at = open;
    while (text.startsWith('<![CDATA[', this.#at) || text.startsWith('<!--', this.#at)) content += this.#insertion();
    const name = this.name;
    if (this.nextTag() || this.name !== name) throw this.fail(`The element <${name}> holds something other than text`);
    return content;
  }

  /** Leaves the current element with all it holds. */
  skip(): void {
    if (this.isEmpty) return;
    for (let depth = 1; depth > 0; ) {
      if (this.nextTag()) depth += this.isEmpty ? 0 : 1;
      else if (this.name === '') throw this.fail('The text ends inside an element');
      else depth--;
    }
  }

  #insertion(): string {
    const text = this.#text;
    const isCdata = text.startsWith('<![CDATA[', this.#at);
    const from = this.#at + 9;
    const end = this.#after(isCdata ? ']]>' : '-->', this.#at);
    const next = text.indexOf('<', end);
    this.#at = next < 0 ? text.length : next;
    return (isCdata ? text.slice(from, end - 3) : '') + decodeMarkup(text.slice(end, this.#at));
  }

  #startTag(at: number): true {
    const text = this.#text;
    nameEnd.lastIndex = at + 1;
    const end = nameEnd.exec(text)?.index ?? -1;
    if (end <= at + 1) throw new ClixmlError('A tag has no name or no end', at);
    this.#setName(at + 1, end);
    let close = text.charCodeAt(end) === 0x3e ? end : this.#tagClose(end);
    this.#at = close + 1;
    this.isEmpty = text.charCodeAt(close - 1) === 0x2f;
    if (this.isEmpty) close--;
    this.#attributesFrom = end;
    this.#attributesTo = close;
    return true;
  }

  /** Position of the `>` of a tag; one in a quoted attribute value does not count. */
  #tagClose(from: number): number {
    const text = this.#text;
    let quote = 0;
    for (let at = from; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (quote !== 0) {
        if (unit === quote) quote = 0;
      } else if (unit === 0x22 || unit === 0x27) quote = unit;
      else if (unit === 0x3e) return at;
    }
    throw new ClixmlError('A tag has no end', from);
  }

  #endTag(at: number): false {
    const end = this.#text.indexOf('>', at);
    if (end < 0) throw new ClixmlError('An end tag has no end', at);
    this.#setName(at + 2, end);
    this.name = this.name.trimEnd();
    this.isEmpty = false;
    this.#attributesTo = this.#attributesFrom;
    this.#at = end + 1;
    return false;
  }

  #setName(from: number, to: number): void {
    const name = this.#text.slice(from, to);
    const colon = name.indexOf(':');
    this.name = colon < 0 ? name : name.slice(colon + 1);
  }

  #declaration(at: number): void {
    const text = this.#text;
    if (text.startsWith('<!--', at)) this.#at = this.#after('-->', at);
    else if (text.startsWith('<![CDATA[', at)) this.#at = this.#after(']]>', at);
    else throw new ClixmlError('A document type declaration is not allowed', at);
  }

  #after(mark: string, from: number): number {
    const at = this.#text.indexOf(mark, from);
    if (at < 0) throw new ClixmlError(`'${mark}' is missing`, from);
    return at + mark.length;
  }
}
