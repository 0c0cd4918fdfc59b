import { NetObject } from '../../../values/net-object.ts';
import { xmlError } from '../../../xml/xml-error.ts';
import { isName, xmlnsUri, xmlUri } from '../../../xml/xml-names.ts';
import { defineType, type TypeSpec } from '../../define-type.ts';
import { argumentNull, badArgument } from '../../net-error.ts';

/** XNamespace */
export class XNamespace extends NetObject {
  readonly uri: string;

  constructor(uri: string) {
    super();
    this.uri = uri;
  }

  equalityText(): string {
    return `xnamespace ${this.uri}`;
  }
}

/** XName: a local name in a namespace. */
export class XName extends NetObject {
  readonly localName: string;
  readonly namespace: string;

  constructor(localName: string, namespace = '') {
    super();
    if (!isName(localName) || localName.includes(':')) throw xmlError(`'${localName}' is no name of XML.`);
    this.localName = localName;
    this.namespace = namespace;
  }

  /** From `{namespace}local` or `local`. */
  static parse(text: string | null): XName {
    if (text === null) throw argumentNull('expandedName');
    if (text === '') throw badArgument('A name must not be empty.');
    const found = /^\{([^}]+)\}(.+)$/s.exec(text);
    return found ? new XName(found[2] ?? '', found[1]) : new XName(text);
  }

  toText(): string {
    return this.namespace === '' ? this.localName : `{${this.namespace}}${this.localName}`;
  }

  equalityText(): string {
    return `xname ${this.toText()}`;
  }
}

/** XName and XNamespace. */
export const nameTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Xml.Linq.XName',
    jsClass: XName,
    isSealed: true,
    casts: { 'implicit string -> XName': (text: string | null) => (text === null ? null : XName.parse(text)) },
    members: {
      'prop LocalName string get': (n: XName) => n.localName,
      'prop Namespace XNamespace get': (n: XName) => new XNamespace(n.namespace),
      'prop NamespaceName string get': (n: XName) => n.namespace,
      'ToString() string': (n: XName) => n.toText(),
      'static Get(string expandedName) XName': (text: string | null) => XName.parse(text),
      'static Get(string localName, string namespaceName) XName': (name: string, uri: string | null) =>
        new XName(name, uri ?? ''),
    },
  }),
  defineType({
    name: 'System.Xml.Linq.XNamespace',
    jsClass: XNamespace,
    isSealed: true,
    casts: {
      'implicit string -> XNamespace': (uri: string | null) => (uri === null ? null : new XNamespace(uri)),
    },
    members: {
      'prop NamespaceName string get': (n: XNamespace) => n.uri,
      'static prop None XNamespace get': () => new XNamespace(''),
      'static prop Xml XNamespace get': () => new XNamespace(xmlUri),
      'static prop Xmlns XNamespace get': () => new XNamespace(xmlnsUri),
      'GetName(string localName) XName': (n: XNamespace, name: string) => new XName(name, n.uri),
      'ToString() string': (n: XNamespace) => n.uri,
      'static Get(string namespaceName) XNamespace': (uri: string | null) => new XNamespace(uri ?? ''),
      'static op_Addition(XNamespace ns, string localName) XName': (n: XNamespace, name: string) =>
        new XName(name, n.uri),
    },
  }),
];
