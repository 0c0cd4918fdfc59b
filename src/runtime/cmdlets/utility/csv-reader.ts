import { PSObject } from '../../values/ps-object.ts';

/** What a reader of CSV keeps between texts: the header is read once. */
export interface CsvState {
  header: readonly string[] | undefined;
  typeName: string | undefined;
  warnedOfNames: boolean;
}

/** A header that names a column twice. */
export class DuplicateColumnError extends Error {
  override readonly name = 'DuplicateColumnError';
}

/** Reads the records of one text (about Import-Csv): quoted fields may hold delimiters and line ends. */
export class CsvReader {
  readonly #text: string;
  readonly #delimiter: string;
  #at = 0;

  constructor(text: string, delimiter: string) {
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** The next record's fields; undefined at the end of the text. */
  record(): string[] | undefined {
    const text = this.#text;
    if (this.#at >= text.length) return undefined;
    const end = text.indexOf('\n', this.#at);
    const line = text.slice(this.#at, end < 0 ? text.length : end);
    if (line.includes('"') || (line.indexOf('\r') >= 0 && !line.endsWith('\r'))) return this.#quotedRecord();
    this.#at = end < 0 ? text.length : end + 1;
    const isEnded = end >= 0 || line.endsWith('\r');
    const fields = (line.endsWith('\r') ? line.slice(0, -1) : line).split(this.#delimiter).map(trimmedField);
    if (!isEnded && fields.at(-1) === '') fields.pop();
    return fields;
  }

  /** Leaves out a `#TYPE` line at the start and gives what it names. */
  typeLine(): string | undefined {
    if (!this.#text.startsWith('#', this.#at)) return undefined;
    const end = this.#text.indexOf('\n', this.#at);
    const line = this.#text.slice(this.#at, end < 0 ? undefined : end).trimEnd();
    this.#at = end < 0 ? this.#text.length : end + 1;
    return /^#type/i.test(line) ? line.slice(5).trim() || undefined : undefined;
  }

  #quotedRecord(): string[] {
    const fields: string[] = [];
    for (;;) {
      this.#skipBlanks();
      const isQuoted = this.#text[this.#at] === '"';
      const { value, ends } = isQuoted ? this.#quoted() : this.#bare();
      const isLost = this.#at >= this.#text.length && ends === 'text' && value === '' && !isQuoted;
      if (!isLost) fields.push(value);
      if (ends !== 'field') return fields;
    }
  }

  #skipBlanks(): void {
    while ((this.#text[this.#at] === ' ' || this.#text[this.#at] === '\t') && this.#text[this.#at] !== this.#delimiter)
      this.#at++;
  }

  #bare(): { value: string; ends: FieldEnd } {
    const rest = this.#rest();
    return { value: trimmedField(rest.value), ends: rest.ends };
  }

  /** Everything up to the next delimiter or line end. */
  #rest(): { value: string; ends: FieldEnd } {
    const text = this.#text;
    const from = this.#at;
    for (; this.#at < text.length; this.#at++) {
      const unit = text[this.#at];
      if (unit === this.#delimiter) return { value: text.slice(from, this.#at++), ends: 'field' };
      if (unit === '\n' || unit === '\r') {
        const value = text.slice(from, this.#at);
        this.#at += unit === '\r' && text[this.#at + 1] === '\n' ? 2 : 1;
        return { value, ends: 'record' };
      }
    }
    return { value: text.slice(from), ends: 'text' };
  }

  #quoted(): { value: string; ends: FieldEnd } {
    const text = this.#text;
    let value = '';
    let from = ++this.#at;
    for (;;) {
      const quote = text.indexOf('"', this.#at);
      if (quote < 0) {
        this.#at = text.length;
        return { value: value + text.slice(from), ends: 'text' };
      }
      value += text.slice(from, quote);
      this.#at = quote + 1;
      if (text[this.#at] !== '"') break;
      value += '"';
      from = ++this.#at;
    }
    const after = this.#rest();
    return { value: value + (after.value.trim() === '' ? '' : after.value), ends: after.ends };
  }
}

type FieldEnd = 'field' | 'record' | 'text';

/** A field that is not quoted: blanks before it go, of blanks after it one stays. */
function trimmedField(field: string): string {
  const text = field.replace(/^[ \t]+/, '');
  return text.replace(/^([^ \t]+[ \t])[ \t]+$/, '$1');
}

/** Reads header and objects of a text; `warn` is called once when columns have no names. */
export function* csvObjects(
  text: string,
  delimiter: string,
  state: CsvState,
  warn: () => void,
): Generator<PSObject, void, void> {
  const reader = new CsvReader(text, delimiter);
  state.typeName ??= reader.typeLine();
  if (!state.header) {
    state.header = readHeader(reader);
    if (!state.header) return;
  }
  const names = columnNames(state.header);
  if (!state.warnedOfNames && names.some((name, i) => name !== state.header?.[i])) {
    state.warnedOfNames = true;
    warn();
  }
  const { typeName } = state;
  for (let fields = reader.record(); fields && fields.length > 0; fields = reader.record()) {
    if (fields.length === 1 && fields[0] === '') continue;
    const object = new PSObject();
    for (let i = 0; i < names.length; i++) object.properties.set(names[i] ?? '', fields[i] ?? null);
    if (typeName) object.typeNames = [typeName, `CSV:${typeName}`];
    yield object;
  }
}

function readHeader(reader: CsvReader): readonly string[] | undefined {
  for (let fields = reader.record(); fields; fields = reader.record()) {
    while (fields.length > 1 && fields.at(-1) === '') fields.pop();
    const [first = ''] = fields;
    if (first.startsWith('#Fields: ')) return checkedHeader([first.slice(9), ...fields.slice(1)]);
    if (!first.startsWith('#')) return checkedHeader(fields);
  }
  return undefined;
}

/** @throws DuplicateColumnError */
export function checkedHeader(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  for (const name of names) {
    if (name === '') continue;
    if (seen.has(name.toLowerCase())) throw new DuplicateColumnError(`The header names the column '${name}' twice.`);
    seen.add(name.toLowerCase());
  }
  return names;
}

function columnNames(header: readonly string[]): string[] {
  let unnamed = 0;
  return header.map((name) => (name === '' ? `H${++unnamed}` : name));
}
