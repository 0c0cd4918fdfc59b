import type { NetException } from '../errors/net-exception.ts';
import { nodeType } from './node-types.ts';
import { xmlError } from './xml-error.ts';
import { invalidCharacter, isBlank, nameAt, splitName, xmlnsUri, xmlUri } from './xml-names.ts';

/** An attribute of a start tag. */
export interface ScannedAttribute {
  readonly name: string;
  readonly prefix: string;
  readonly localName: string;
  namespace: string;
  readonly value: string;
  readonly at: number;
}

/** How a text is read. */
export interface ScanOptions {
  /** Several roots and bare text are allowed. */
  readonly isFragment?: boolean;
  /** What happens with a document type declaration; it is read when left out. */
  readonly dtd?: 'parse' | 'ignore' | 'prohibit';
  /** Namespaces known from outside: prefix to URI. */
  readonly scope?: ReadonlyMap<string, string>;
}

interface OpenElement {
  readonly name: string;
  readonly bindings: number;
  readonly preserves: boolean;
  readonly at: number;
}

/** How far behind the beginning of a node its place is: at its name or text. */
const markLengths: Readonly<Record<number, number>> = {
  [nodeType.element]: 1,
  [nodeType.endElement]: 2,
  [nodeType.processingInstruction]: 2,
  [nodeType.xmlDeclaration]: 2,
  [nodeType.comment]: 4,
  [nodeType.cdata]: 9,
  [nodeType.documentType]: 10,
};

/** How much text entities may stand for in all: small texts can name huge ones. */
const maxExpanded = 10_000_000;

const blanks = /[ \t\n]*/y;
const standardEntities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads XML node by node; well-formedness is checked, names are resolved to namespaces. */
export class XmlScanner {
  readonly #text: string;
  readonly #options: ScanOptions;
  readonly #open: OpenElement[] = [];
  readonly #bindings: { readonly prefix: string; readonly uri: string }[] = [];
  readonly #entities = new Map<string, string>();
  #at = 0;
  #hasRoot = false;
  #closing = false;
  #tokenAt = 0;
  #expanded = 0;
  nodeType: number = nodeType.none;
  name = '';
  prefix = '';
  localName = '';
  namespace = '';
  value = '';
  /** Whether the element is written `<a/>`: no end follows. */
  isEmpty = false;
  /** How many elements are open around the current node. */
  depth = 0;
  attributes: readonly ScannedAttribute[] = [];
  /** Of a document type: identifiers and internal subset. */
  publicId: string | null = null;
  systemId: string | null = null;

  constructor(text: string, options: ScanOptions = {}) {
    const from = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    this.#text = from.includes('\r') ? from.replace(/\r\n?/g, '\n') : from;
    this.#options = options;
    for (const [prefix, uri] of options.scope ?? []) this.#bindings.push({ prefix, uri });
  }

  /** Goes to the next node; false after the last. */
  read(): boolean {
    if (this.#closing) {
      this.#closing = false;
      this.#pop();
    }
    this.attributes = [];
    this.value = '';
    this.isEmpty = false;
    const text = this.#text;
    if (this.#at >= text.length) return this.#end();
    this.depth = this.#open.length;
    this.#tokenAt = this.#at;
    if (text.charCodeAt(this.#at) !== 0x3c) return this.#characters();
    const next = text.charCodeAt(this.#at + 1);
    if (next === 0x2f) return this.#endTag();
    if (next === 0x3f) return this.#instruction();
    if (next === 0x21) return this.#declaration();
    return this.#startTag();
  }

  /** The URI a prefix stands for at the current node; undefined for an unknown one. */
  lookup(prefix: string): string | undefined {
    if (prefix === 'xml') return xmlUri;
    if (prefix === 'xmlns') return xmlnsUri;
    for (let i = this.#bindings.length - 1; i >= 0; i--) {
      const binding = this.#bindings[i];
      if (binding?.prefix === prefix) return binding.uri;
    }
    return prefix === '' ? '' : undefined;
  }

  /** Prefixes in scope, the innermost binding of each. */
  scope(): Map<string, string> {
    return new Map(this.#bindings.map(({ prefix, uri }) => [prefix, uri]));
  }

  /** Line and position of the current node, from 1. */
  get place(): { line: number; position: number } {
    return this.#placeOf(this.#tokenAt + (markLengths[this.nodeType] ?? 0));
  }

  /** An XmlException at a place of the text. */
  fail(message: string, at = this.#at): NetException {
    const { line, position } = this.#placeOf(at);
    return xmlError(message, line, position);
  }

  #placeOf(at: number): { line: number; position: number } {
    const before = this.#text.slice(0, at);
    const line = before.split('\n').length;
    return { line, position: at - before.lastIndexOf('\n') };
  }

  #end(): false {
    const open = this.#open.at(-1);
    if (open) {
      const { line, position } = this.#placeOf(open.at);
      throw this.fail(`The text ends before '${open.name}' (line ${line}, position ${position}) is closed.`);
    }
    if (!this.#hasRoot && !this.#options.isFragment) throw xmlError('There is no root element.');
    this.nodeType = nodeType.none;
    this.#setName('');
    this.depth = 0;
    return false;
  }

  #setName(name: string): void {
    this.name = name;
    const { prefix, localName } = splitName(name);
    this.prefix = prefix;
    this.localName = localName;
    this.namespace = '';
  }

  #token(type: number, name = ''): true {
    this.nodeType = type;
    this.#setName(name);
    return true;
  }

  #pop(): OpenElement | undefined {
    const open = this.#open.pop();
    if (open) this.#bindings.length = open.bindings;
    return open;
  }

  #characters(): boolean {
    const text = this.#text;
    const end = text.indexOf('<', this.#at);
    const raw = text.slice(this.#at, end < 0 ? text.length : end);
    const isText = !isBlank(raw);
    if (this.#open.length === 0 && !this.#options.isFragment) {
      if (isText) throw this.fail('There is text outside the root element.', this.#at + raw.search(/[^ \t\n]/));
      this.#at += raw.length;
      this.value = raw;
      return this.#token(nodeType.whitespace);
    }
    const bad = raw.indexOf(']]>');
    if (bad >= 0) throw this.fail("']]>' must not stand in text.", this.#at + bad);
    this.value = this.#decode(raw, this.#at);
    this.#at += raw.length;
    if (isText) return this.#token(nodeType.text);
    return this.#token(this.#open.at(-1)?.preserves ? nodeType.significantWhitespace : nodeType.whitespace);
  }

  #decode(raw: string, at: number, depth = 0): string {
    const bad = invalidCharacter(raw);
    if (bad !== undefined) {
      const code = `0x${bad.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
      throw this.fail(`The character ${code} is not allowed in XML.`, at + raw.indexOf(bad));
    }
    if (!raw.includes('&')) return raw;
    return raw.replace(/&([^;&<\s]*)(;?)/g, (whole, name: string, semicolon: string, offset: number) => {
      if (name === '' || semicolon === '') throw this.fail(`'${whole}' is no reference to a character.`, at + offset);
      if (name.startsWith('#')) return this.#character(name, at + offset);
      const standard = standardEntities[name];
      if (standard !== undefined) return standard;
      const entity = this.#entities.get(name);
      if (entity === undefined || depth > 20) throw this.fail(`The entity '${name}' is not declared.`, at + offset + 1);
      this.#expanded += entity.length;
      if (this.#expanded > maxExpanded) throw this.fail('The entities of this text are too large.', at + offset);
      return this.#decode(entity, at + offset, depth + 1);
    });
  }

  #character(name: string, at: number): string {
    const isHex = name[1] === 'x';
    const digits = name.slice(isHex ? 2 : 1);
    const code = (isHex ? /^[0-9a-fA-F]+$/ : /^[0-9]+$/).test(digits) ? Number.parseInt(digits, isHex ? 16 : 10) : -1;
    if (code < 0 || code > 0x10ffff || invalidCharacter(String.fromCodePoint(code)) !== undefined)
      throw this.fail(`'&${name};' names no character of XML.`, at);
    return String.fromCodePoint(code);
  }

  #skipBlanks(): boolean {
    blanks.lastIndex = this.#at;
    blanks.exec(this.#text);
    const moved = blanks.lastIndex > this.#at;
    this.#at = blanks.lastIndex;
    return moved;
  }

  #readName(what: string): string {
    nameAt.lastIndex = this.#at;
    const found = nameAt.exec(this.#text);
    if (!found) {
      if (this.#at >= this.#text.length) throw this.fail(`The text ends where ${what} is expected.`);
      throw this.fail(`'${this.#text[this.#at]}' cannot begin ${what}.`);
    }
    this.#at += found[0].length;
    return found[0];
  }

  #after(mark: string, from: number, what: string): number {
    const at = this.#text.indexOf(mark, from);
    if (at < 0) throw this.fail(`The text ends inside ${what}.`, this.#text.length);
    return at + mark.length;
  }

  #startTag(): true {
    const from = this.#at;
    if (this.#open.length === 0 && this.#hasRoot && !this.#options.isFragment)
      throw this.fail('There is more than one root element.', from + 1);
    this.#at++;
    const name = this.#readName('a name');
    const bindings = this.#bindings.length;
    const attributes = this.#readAttributes();
    const isEmpty = this.#text[this.#at] === '/';
    if (isEmpty) this.#at++;
    if (this.#text[this.#at] !== '>') {
      if (this.#at >= this.#text.length) throw this.fail(`The text ends inside the tag '${name}'.`);
      throw this.fail(`'${this.#text[this.#at]}' is unexpected in the tag '${name}'.`);
    }
    this.#at++;
    this.#hasRoot = true;
    const space = attributes.find((a) => a.name === 'xml:space')?.value;
    const preserves = space === undefined ? (this.#open.at(-1)?.preserves ?? false) : space === 'preserve';
    this.#open.push({ name, bindings, preserves, at: from + 1 });
    this.#closing = isEmpty;
    this.#token(nodeType.element, name);
    this.isEmpty = isEmpty;
    this.namespace = this.#namespaceOf(this.prefix, from + 1);
    this.#resolve(attributes);
    this.attributes = attributes;
    return true;
  }

  #readAttributes(): ScannedAttribute[] {
    const attributes: ScannedAttribute[] = [];
    while (this.#skipBlanks() && !/[/>]/.test(this.#text[this.#at] ?? '>')) {
      const at = this.#at;
      const name = this.#readName('an attribute');
      this.#skipBlanks();
      if (this.#text[this.#at] !== '=') throw this.fail(`The attribute '${name}' has no '='.`);
      this.#at++;
      this.#skipBlanks();
      const value = this.#quoted(`the attribute '${name}'`);
      if (attributes.some((a) => a.name === name)) throw this.fail(`The attribute '${name}' is there twice.`, at);
      const { prefix, localName } = splitName(name);
      if (name === 'xmlns') this.#bindings.push({ prefix: '', uri: value });
      else if (prefix === 'xmlns') this.#bindings.push({ prefix: localName, uri: value });
      attributes.push({ name, prefix, localName, namespace: '', value, at });
    }
    return attributes;
  }

  #resolve(attributes: readonly ScannedAttribute[]): void {
    const seen = new Set<string>();
    for (const attribute of attributes) {
      if (attribute.name === 'xmlns') attribute.namespace = xmlnsUri;
      else if (attribute.prefix !== '') attribute.namespace = this.#namespaceOf(attribute.prefix, attribute.at);
      const key = `${attribute.namespace} ${attribute.localName}`;
      if (seen.has(key)) throw this.fail(`The attribute '${attribute.localName}' is there twice.`, attribute.at);
      seen.add(key);
    }
  }

  #namespaceOf(prefix: string, at: number): string {
    const uri = this.lookup(prefix);
    if (uri === undefined) throw this.fail(`The prefix '${prefix}' is not declared.`, at);
    return uri;
  }

  /** A quoted value with references resolved and white space made blanks. */
  #quoted(what: string): string {
    const quote = this.#text[this.#at] ?? '';
    if (quote !== '"' && quote !== "'") {
      if (quote === '') throw this.fail(`The text ends inside ${what}.`);
      throw this.fail(`'${quote}' cannot begin the value of ${what}.`);
    }
    const from = this.#at + 1;
    const end = this.#text.indexOf(quote, from);
    if (end < 0) throw this.fail(`The text ends inside ${what}.`, this.#text.length);
    const raw = this.#text.slice(from, end);
    const tag = raw.indexOf('<');
    if (tag >= 0) throw this.fail(`'<' must not stand in ${what}.`, from + tag);
    this.#at = end + 1;
    return this.#decode(/[\t\n]/.test(raw) ? raw.replace(/[\t\n]/g, ' ') : raw, from);
  }

  #endTag(): true {
    this.#at += 2;
    const at = this.#at;
    const name = this.#readName('a name');
    this.#skipBlanks();
    if (this.#text[this.#at] !== '>') throw this.fail(`The end tag '${name}' is not closed.`);
    this.#at++;
    const open = this.#open.at(-1);
    if (open?.name !== name) {
      if (!open) throw this.fail(`The end tag '${name}' ends nothing.`, at);
      const { line, position } = this.#placeOf(open.at);
      throw this.fail(`'${open.name}' (line ${line}, position ${position}) is ended by '${name}'.`, at);
    }
    this.#token(nodeType.endElement, name);
    this.namespace = this.lookup(this.prefix) ?? '';
    this.depth--;
    this.#pop();
    return true;
  }

  #instruction(): true {
    const from = this.#at;
    this.#at += 2;
    const name = this.#readName('a name');
    const end = this.#after('?>', this.#at, 'a processing instruction');
    this.value = this.#text.slice(this.#at, end - 2).replace(/^[ \t\n]+/, '');
    if (name.toLowerCase() !== 'xml') {
      this.#at = end;
      return this.#token(nodeType.processingInstruction, name);
    }
    if (from !== 0 || name !== 'xml')
      throw this.fail('The XML declaration must stand at the very beginning.', from + 2);
    this.attributes = this.#readAttributes();
    const known = ['version', 'encoding', 'standalone'];
    if (this.attributes[0]?.name !== 'version' || this.attributes.some((a) => !known.includes(a.name)))
      throw this.fail('The XML declaration is not valid.', from + 2);
    this.#at = end;
    return this.#token(nodeType.xmlDeclaration, 'xml');
  }

  #declaration(): true {
    const text = this.#text;
    const from = this.#at;
    if (text.startsWith('<!--', from)) {
      const end = this.#after('-->', from + 4, 'a comment');
      this.value = text.slice(from + 4, end - 3);
      if (this.value.includes('--') || this.value.endsWith('-'))
        throw this.fail("A comment must not contain '--'.", from + 4 + this.value.indexOf('--'));
      this.#at = end;
      return this.#token(nodeType.comment);
    }
    if (text.startsWith('<![CDATA[', from) && (this.#open.length > 0 || this.#options.isFragment)) {
      const end = this.#after(']]>', from + 9, 'a CDATA section');
      this.value = text.slice(from + 9, end - 3);
      this.#at = end;
      return this.#token(nodeType.cdata);
    }
    if (text.startsWith('<!DOCTYPE', from) && !this.#hasRoot) return this.#documentType();
    throw this.fail('A declaration cannot stand here.', from + 2);
  }

  #documentType(): true {
    if (this.#options.dtd === 'prohibit')
      throw this.fail('A document type declaration is not allowed; set DtdProcessing to allow it.', this.#at + 2);
    this.#at += 9;
    this.#skipBlanks();
    const name = this.#readName('a name');
    this.#skipBlanks();
    const kind = /(PUBLIC|SYSTEM)[ \t\n]+/y;
    kind.lastIndex = this.#at;
    const found = kind.exec(this.#text);
    this.publicId = null;
    this.systemId = null;
    if (found) {
      this.#at += found[0].length;
      if (found[1] === 'PUBLIC') this.publicId = this.#quoted('the public identifier');
      this.#skipBlanks();
      this.systemId = this.#quoted('the system identifier');
      this.#skipBlanks();
    }
    if (this.#text[this.#at] === '[') {
      const end = this.#subsetEnd(this.#at + 1);
      this.value = this.#text.slice(this.#at + 1, end);
      this.#declareEntities(this.value);
      this.#at = end + 1;
      this.#skipBlanks();
    }
    if (this.#text[this.#at] !== '>') throw this.fail('The document type declaration is not closed.');
    this.#at++;
    return this.#token(nodeType.documentType, name);
  }

  #subsetEnd(from: number): number {
    const parts = /"[^"]*"|'[^']*'|<!--[\s\S]*?-->|<\?[\s\S]*?\?>|\]/g;
    parts.lastIndex = from;
    for (let m = parts.exec(this.#text); m; m = parts.exec(this.#text)) if (m[0] === ']') return m.index;
    throw this.fail('The text ends inside the document type declaration.', this.#text.length);
  }

  #declareEntities(subset: string): void {
    for (const [, name = '', double, single] of subset.matchAll(
      /<!ENTITY[ \t\n]+([^\s%"']+)[ \t\n]+(?:"([^"]*)"|'([^']*)')[ \t\n]*>/g,
    )) {
      if (!this.#entities.has(name)) this.#entities.set(name, double ?? single ?? '');
    }
  }
}
