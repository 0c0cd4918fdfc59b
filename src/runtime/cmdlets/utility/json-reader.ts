import { BigInteger } from '../../values/big-integer.ts';
import { toDouble } from '../../values/double.ts';
import type { PSValue } from '../../values/ps-value.ts';

/** What the reader makes of objects and strings. */
export interface JsonFactory {
  /** The object of members in order; the last of equal names counts already. */
  object(members: ReadonlyMap<string, PSValue>): PSValue;
  /** A string value; dates are found here. */
  string(text: string): PSValue;
}

/** A text that is no JSON. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  readonly position: number;

  constructor(message: string, position: number) {
    super(`${message} (at character ${position + 1}).`);
    this.position = position;
  }
}

/** How the reader behaves. */
export interface JsonReaderOptions {
  readonly maxDepth: number;
  /** Takes an array that is not closed at the end of the text. */
  readonly allowOpenArray: boolean;
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const longMin = -(2n ** 63n);
const longMax = 2n ** 63n - 1n;
const numberPattern = /-?(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)/y;
const bareName = /[A-Za-z_$][\w$]*/y;
const words: Readonly<Record<string, PSValue>> = {
  true: true,
  false: false,
  null: null,
  undefined: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
};

/**
 * Reads JSON as ConvertFrom-Json takes it: comments, trailing commas, single quotes and bare names are allowed.
 *
 * @throws JsonSyntaxError
 */
export class JsonReader {
  readonly #text: string;
  readonly #factory: JsonFactory;
  readonly #options: JsonReaderOptions;
  #at = 0;
  #depth = 0;

  constructor(text: string, factory: JsonFactory, options: JsonReaderOptions) {
    this.#text = text;
    this.#factory = factory;
    this.#options = options;
  }

  /** The value of the whole text; undefined for an empty one. */
  read(): PSValue {
    this.#blanks();
    if (this.#at >= this.#text.length) return undefined;
    const value = this.#value();
    this.#blanks();
    if (this.#at < this.#text.length) throw this.#problem(`'${this.#text[this.#at]}' follows the end of the value`);
    return value;
  }

  #problem(message: string): JsonSyntaxError {
    return new JsonSyntaxError(message, this.#at);
  }

  #blanks(): void {
    const text = this.#text;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (code === 32 || code === 10 || code === 13 || code === 9 || code === 0xfeff) this.#at++;
      else if (code === 47) this.#comment();
      else return;
    }
  }

  #comment(): void {
    const next = this.#text[this.#at + 1];
    const end =
      next === '/' ? this.#text.indexOf('\n', this.#at) : next === '*' ? this.#text.indexOf('*/', this.#at + 2) : -2;
    if (end === -2 || (end < 0 && next === '*')) throw this.#problem('A comment is not complete');
    this.#at = end < 0 ? this.#text.length : next === '*' ? end + 2 : end + 1;
  }

  #value(): PSValue {
    const first = this.#text[this.#at];
    if (first === undefined) throw this.#problem('The text ends where a value should be');
    if (first === '{') return this.#nested(() => this.#object());
    if (first === '[') return this.#nested(() => this.#array());
    if (first === '"' || first === "'") return this.#factory.string(this.#quoted(first));
    return this.#number() ?? this.#word();
  }

  #nested(read: () => PSValue): PSValue {
    if (++this.#depth > this.#options.maxDepth) {
      throw this.#problem(`The text is nested deeper than ${this.#options.maxDepth}; use -Depth to allow more`);
    }
    const value = read();
    this.#depth--;
    return value;
  }

  #object(): PSValue {
    const members = new Map<string, PSValue>();
    this.#at++;
    for (this.#blanks(); this.#text[this.#at] !== '}'; this.#blanks()) {
      const name = this.#memberName();
      this.#blanks();
      if (this.#text[this.#at] !== ':') throw this.#problem(`A colon should follow the name '${name}'`);
      this.#at++;
      this.#blanks();
      members.set(name, this.#value());
      this.#blanks();
      if (this.#text[this.#at] === ',') this.#at++;
      else if (this.#text[this.#at] !== '}') throw this.#problem('A comma or a closing brace should follow');
    }
    this.#at++;
    return this.#factory.object(members);
  }

  #memberName(): string {
    const first = this.#text[this.#at];
    if (first === '"' || first === "'") return this.#quoted(first);
    bareName.lastIndex = this.#at;
    const [name] = bareName.exec(this.#text) ?? [];
    if (name === undefined) throw this.#problem('A name should stand here');
    this.#at += name.length;
    return name;
  }

  #array(): PSValue[] {
    const items: PSValue[] = [];
    this.#at++;
    for (this.#blanks(); this.#text[this.#at] !== ']'; this.#blanks()) {
      if (this.#at >= this.#text.length && this.#options.allowOpenArray) return items;
      items.push(this.#value());
      this.#blanks();
      if (this.#text[this.#at] === ',') this.#at++;
      else if (this.#at < this.#text.length && this.#text[this.#at] !== ']') {
        throw this.#problem('A comma or a closing bracket should follow');
      } else if (this.#at >= this.#text.length && !this.#options.allowOpenArray) {
        throw this.#problem('The array is not closed');
      }
    }
    this.#at++;
    return items;
  }

  #quoted(quote: string): string {
    const text = this.#text;
    let out = '';
    let from = ++this.#at;
    for (;;) {
      const unit = text[this.#at];
      if (unit === undefined) throw this.#problem('A string is not closed');
      if (unit === quote) {
        out += text.slice(from, this.#at++);
        return out;
      }
      if (unit !== '\\') {
        this.#at++;
        continue;
      }
      out += text.slice(from, this.#at) + this.#escape();
      from = this.#at;
    }
  }

  #escape(): string {
    const unit = this.#text[this.#at + 1] ?? '';
    if (unit === 'u') {
      const digits = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) throw this.#problem(`'\\u${digits}' is no character`);
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    if (unit === '' || !/["'\\/bfnrt]/.test(unit)) throw this.#problem(`'\\${unit}' is no escape`);
    this.#at += 2;
    return escapes[unit] ?? unit;
  }

  #number(): PSValue {
    numberPattern.lastIndex = this.#at;
    const [text] = numberPattern.exec(this.#text) ?? [];
    if (text === undefined) return undefined;
    this.#at += text.length;
    if (/^-?0[xX]/.test(text)) return BigInt(text);
    if (/[.eE]/.test(text)) return toDouble(Number(text));
    const integer = BigInt(text);
    return integer >= longMin && integer <= longMax ? integer : BigInteger.of(integer);
  }

  #word(): PSValue {
    const negative = this.#text.startsWith('-Infinity', this.#at);
    bareName.lastIndex = this.#at + (negative ? 1 : 0);
    const [word] = bareName.exec(this.#text) ?? [];
    if (word === undefined || !Object.hasOwn(words, word)) throw this.#problem('A value should stand here');
    this.#at = bareName.lastIndex;
    return negative ? Number.NEGATIVE_INFINITY : words[word];
  }
}
