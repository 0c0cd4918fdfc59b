import { NetException } from '../errors/net-exception.ts';
import { isBlank, isName, joinName, xmlnsUri, xmlUri } from './xml-names.ts';

/** How XML is written. */
export interface XmlOutputSettings {
  /** `classic`: as XmlTextWriter and XmlDocument do it; `created`: as the writers of XmlWriter.Create do. */
  readonly style: 'classic' | 'created';
  /** Name in the XML declaration; none when left out. */
  encodingName?: string | undefined;
  isIndented?: boolean;
  indentText?: string;
  newLine?: string;
  omitsDeclaration?: boolean;
  newLineOnAttributes?: boolean;
  quote?: string;
  /** Several roots and bare text are allowed. */
  isFragment?: boolean;
}

/** WriteState, by number. */
export const writeState = { start: 0, prolog: 1, element: 2, attribute: 3, content: 4, closed: 5, error: 6 } as const;

interface OpenElement {
  readonly name: string;
  readonly bindings: number;
  /** Text stands in it, so nothing in it is indented. */
  isMixed: boolean;
  isEmpty: boolean;
}

interface Binding {
  readonly prefix: string;
  readonly uri: string;
  isWritten: boolean;
}

const maxPending = 1 << 16;

/** Writes XML piece by piece; pieces of text go to `sink` in chunks. */
export class XmlOutput {
  readonly settings: XmlOutputSettings;
  readonly #sink: (text: string) => void;
  readonly #open: OpenElement[] = [];
  readonly #bindings: Binding[] = [];
  #pending = '';
  #attribute: { readonly name: string; value: string } | undefined;
  #state: number = writeState.start;
  #hasRoot = false;
  #generated = 0;

  constructor(sink: (text: string) => void, settings: XmlOutputSettings) {
    this.#sink = sink;
    this.settings = settings;
  }

  get state(): number {
    return this.#attribute ? writeState.attribute : this.#state;
  }

  get depth(): number {
    return this.#open.length;
  }

  /** Hands all text to the sink. */
  flush(): void {
    this.#finishAttribute();
    if (this.#pending === '') return;
    const text = this.#pending;
    this.#pending = '';
    this.#sink(text);
  }

  close(): void {
    if (this.#state === writeState.closed) return;
    while (this.#open.length > 0) this.endElement();
    this.flush();
    this.#state = writeState.closed;
  }

  startDocument(standalone?: boolean): void {
    if (this.#state !== writeState.start) throw wrongState('The declaration must be the first that is written.');
    this.#state = writeState.prolog;
    if (this.settings.omitsDeclaration) return;
    const { quote = '"', encodingName } = this.settings;
    const part = (name: string, value: string): string => ` ${name}=${quote}${value}${quote}`;
    let text = part('version', '1.0');
    if (encodingName !== undefined) text += part('encoding', encodingName);
    if (standalone !== undefined) text += part('standalone', standalone ? 'yes' : 'no');
    this.#put(`<?xml${text}?>`);
  }

  endDocument(): void {
    while (this.#open.length > 0) this.endElement();
    if (!this.#hasRoot && !this.settings.isFragment && this.settings.style === 'created')
      throw wrongState('The document has no root element.');
    this.#state = writeState.start;
  }

  documentType(name: string, publicId: string | null, systemId: string | null, subset: string | null): void {
    this.#beforeNode();
    let text = `<!DOCTYPE ${name}`;
    if (publicId !== null) text += ` PUBLIC "${publicId}" "${systemId ?? ''}"`;
    else if (systemId !== null) text += ` SYSTEM "${systemId}"`;
    if (subset !== null) text += `${this.settings.style === 'created' ? ' ' : ''}[${subset}]`;
    this.#put(`${text}>`);
    this.#state = writeState.prolog;
  }

  /** Opens an element. Without a namespace the prefix is taken as it is; with one it is declared where needed. */
  startElement(prefix: string | null, localName: string, namespace: string | null): void {
    if (localName === '') throw new NetException('System.ArgumentException', 'An element must have a name.');
    if (this.settings.style === 'created' && !isName(localName))
      throw new NetException('System.ArgumentException', `'${localName}' is no name of an element.`);
    this.#beforeNode();
    if (this.#open.length === 0 && this.#hasRoot && !this.settings.isFragment)
      throw wrongState('A document has one root element.');
    const bindings = this.#bindings.length;
    const chosen = namespace === null ? (prefix ?? '') : (prefix ?? this.prefixOf(namespace) ?? '');
    const name = joinName(chosen, localName);
    this.#put(`<${name}`);
    this.#open.push({ name, bindings, isMixed: this.#open.at(-1)?.isMixed ?? false, isEmpty: true });
    if (namespace !== null) this.#require(chosen, namespace);
    this.#state = writeState.element;
    this.#hasRoot = true;
  }

  startAttribute(prefix: string | null, localName: string, namespace: string | null): void {
    this.#finishAttribute();
    if (this.#state !== writeState.element)
      throw wrongState('An attribute can only be written after the start of an element.');
    this.#attribute = { name: this.#attributeName(prefix, localName, namespace), value: '' };
  }

  endAttribute(): void {
    if (!this.#attribute) throw wrongState('No attribute is being written.');
    this.#finishAttribute();
  }

  attribute(prefix: string | null, localName: string, namespace: string | null, value: string): void {
    this.startAttribute(prefix, localName, namespace);
    this.#append(value);
    this.#finishAttribute();
  }

  text(text: string): void {
    if (this.#attribute) this.#append(text);
    else if (text === '' && this.#open.length > 0) this.#startContent();
    else {
      this.#beforeText(text);
      const lines = this.settings.style === 'created' ? text.replace(/\r\n?|\n/g, this.settings.newLine ?? '\n') : text;
      this.#put(escapeText(lines));
    }
  }

  raw(text: string): void {
    if (this.#attribute) {
      this.#append(text);
      return;
    }
    if (this.#open.length > 0) this.#startContent(true);
    else if (this.#state === writeState.start) this.#state = writeState.prolog;
    this.#put(text);
  }

  whitespace(text: string): void {
    if (!isBlank(text)) throw new NetException('System.ArgumentException', 'Only white space can be written so.');
    if (this.#open.length > 0) this.#startContent(true);
    this.#put(text);
  }

  cdata(text: string): void {
    this.#beforeText('x');
    this.#put(`<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`);
  }

  comment(text: string): void {
    this.#beforeNode();
    this.#put(`<!--${text}-->`);
    this.#afterNode();
  }

  instruction(name: string, text: string): void {
    if (name === 'xml' && this.#state === writeState.start) this.#state = writeState.prolog;
    else this.#beforeNode();
    this.#put(text === '' ? `<?${name}?>` : `<?${name} ${text}?>`);
    this.#afterNode();
  }

  entityReference(name: string): void {
    this.#beforeText('x');
    this.#put(`&${name};`);
  }

  endElement(isFull = false): void {
    this.#finishAttribute();
    const open = this.#open.at(-1);
    if (!open) throw wrongState('There is no open element.');
    if (this.#state === writeState.element && !isFull) {
      this.#declareBindings();
      this.#put(' />');
    } else {
      const classicEmpty = this.#state === writeState.element && this.settings.style === 'classic';
      if (this.#state === writeState.element) this.#startContent();
      if (this.settings.isIndented && !open.isMixed && (!open.isEmpty || classicEmpty))
        this.#newLine(this.#open.length - 1);
      this.#put(`</${open.name}>`);
    }
    this.#open.pop();
    this.#bindings.length = open.bindings;
    this.#state = this.#open.length > 0 ? writeState.content : writeState.prolog;
  }

  /** The prefix in scope that stands for a namespace; undefined for none. */
  prefixOf(namespace: string, forAttribute = false): string | undefined {
    if (namespace === xmlUri) return 'xml';
    if (namespace === xmlnsUri) return 'xmlns';
    for (let i = this.#bindings.length - 1; i >= 0; i--) {
      const { prefix, uri } = this.#bindings[i] as Binding;
      if (uri === namespace && (prefix !== '' || !forAttribute) && this.#uriOf(prefix) === uri) return prefix;
    }
    return namespace === '' && this.#uriOf('') === '' ? '' : undefined;
  }

  #uriOf(prefix: string): string | undefined {
    if (prefix === 'xml') return xmlUri;
    for (let i = this.#bindings.length - 1; i >= 0; i--) {
      const binding = this.#bindings[i] as Binding;
      if (binding.prefix === prefix) return binding.uri;
    }
    return prefix === '' ? '' : undefined;
  }

  #require(prefix: string, uri: string): void {
    if (this.#uriOf(prefix) === uri) return;
    this.#bindings.push({ prefix, uri, isWritten: false });
  }

  #attributeName(prefix: string | null, localName: string, namespace: string | null): string {
    if (namespace === xmlnsUri || prefix === 'xmlns' || (!prefix && localName === 'xmlns'))
      return prefix && localName !== 'xmlns'
        ? `xmlns:${localName}`
        : localName === 'xmlns'
          ? 'xmlns'
          : `xmlns:${localName}`;
    if (namespace === null || namespace === '') return joinName(namespace === '' ? '' : (prefix ?? ''), localName);
    const known = prefix && this.#uriOf(prefix) === namespace ? prefix : this.prefixOf(namespace, true);
    const chosen = prefix || known || this.#newPrefix();
    this.#require(chosen, namespace);
    return joinName(chosen, localName);
  }

  #newPrefix(): string {
    if (this.settings.style === 'created') return `p${this.#bindings.length + 1}`;
    this.#generated++;
    return `d${this.#open.length}p${this.#generated}`;
  }

  #append(text: string): void {
    if (this.#attribute) this.#attribute.value += text;
  }

  #finishAttribute(): void {
    const attribute = this.#attribute;
    if (!attribute) return;
    this.#attribute = undefined;
    this.#bind(attribute.name, attribute.value);
    this.#writeAttribute(attribute.name, attribute.value);
  }

  /** An `xmlns` attribute that is written by hand declares its prefix. */
  #bind(name: string, uri: string): void {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) return;
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    const from = this.#open.at(-1)?.bindings ?? 0;
    const declared = this.#bindings.findIndex((b, i) => i >= from && b.prefix === prefix);
    if (declared >= 0) this.#bindings.splice(declared, 1);
    this.#bindings.push({ prefix, uri, isWritten: true });
  }

  #writeAttribute(name: string, value: string): void {
    const { quote = '"', newLineOnAttributes, isIndented } = this.settings;
    if (newLineOnAttributes && isIndented) this.#newLine(this.#open.length);
    else this.#put(' ');
    this.#put(`${name}=${quote}${escapeAttribute(value, quote)}${quote}`);
  }

  /** Declares what prefixes the open start tag needs. */
  #declareBindings(): void {
    const from = this.#open.at(-1)?.bindings ?? 0;
    const added = this.#bindings.slice(from);
    for (const binding of added.reverse()) {
      if (binding.isWritten) continue;
      binding.isWritten = true;
      this.#writeAttribute(binding.prefix === '' ? 'xmlns' : `xmlns:${binding.prefix}`, binding.uri);
    }
  }

  #startContent(isMixed = false): void {
    this.#finishAttribute();
    const open = this.#open.at(-1);
    if (this.#state === writeState.element) {
      this.#declareBindings();
      this.#put('>');
      this.#state = writeState.content;
    }
    if (open && isMixed) {
      open.isMixed = true;
      open.isEmpty = false;
    }
  }

  #beforeText(text: string): void {
    if (this.#open.length === 0 && !this.settings.isFragment && !isBlank(text))
      throw wrongState('Text must stand inside an element.');
    this.#startContent(true);
    if (this.#open.length === 0) this.#state = writeState.content;
  }

  #beforeNode(): void {
    this.#finishAttribute();
    const wasStart = this.#state === writeState.start;
    if (this.#state === writeState.closed) throw wrongState('The writer is closed.');
    if (this.#open.length > 0) this.#startContent();
    const open = this.#open.at(-1);
    if (this.settings.isIndented && !wasStart && !open?.isMixed && !(this.#pending === '' && this.#isUntouched))
      this.#newLine(this.#open.length);
    if (open) open.isEmpty = false;
    if (wasStart) this.#state = writeState.prolog;
  }

  #isUntouched = true;

  #afterNode(): void {
    this.#state = this.#open.length > 0 ? writeState.content : writeState.prolog;
  }

  #newLine(depth: number): void {
    const { newLine = '\n', indentText = '  ' } = this.settings;
    this.#put(newLine + indentText.repeat(depth));
  }

  #put(text: string): void {
    this.#isUntouched = false;
    this.#pending += text;
    if (this.#pending.length < maxPending) return;
    const full = this.#pending;
    this.#pending = '';
    this.#sink(full);
  }
}

function wrongState(message: string): NetException {
  return new NetException('System.InvalidOperationException', message);
}

const textSpecials: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Text as it stands between tags. */
export function escapeText(text: string): string {
  return /[&<>]/.test(text) ? text.replace(/[&<>]/g, (c) => textSpecials[c] ?? c) : text;
}

/** Text as it stands in a quoted attribute value. */
export function escapeAttribute(text: string, quote: string): string {
  return text.replace(/[&<>"'\r\n\t]/g, (c) => {
    if (c === '"' || c === "'") return c !== quote ? c : c === '"' ? '&quot;' : '&apos;';
    return c === '\n' ? '&#xA;' : c === '\r' ? '&#xD;' : c === '\t' ? '&#x9;' : (textSpecials[c] ?? c);
  });
}

/** The text that `write` puts out, in the style of a fragment. */
export function writtenXml(write: (out: XmlOutput) => void): string {
  let text = '';
  const out = new XmlOutput(
    (piece) => {
      text += piece;
    },
    { style: 'classic', isFragment: true },
  );
  write(out);
  out.flush();
  return text;
}
