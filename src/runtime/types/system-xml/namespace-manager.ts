import { NetEnumerable } from '../../values/net-enumerable.ts';
import { NetObject } from '../../values/net-object.ts';
import { xmlnsUri, xmlUri } from '../../xml/xml-names.ts';
import { defineType, type TypeSpec } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';
import { enumeratorOf } from '../system-collections/enumerators.ts';

/** NameTable: names by text; here texts are their own names. */
export class NameTable extends NetObject {
  readonly names = new Set<string>();
}

/** XmlNamespaceManager: prefixes and their namespaces, by scope. */
export class XmlNamespaceManager extends NetEnumerable {
  readonly nameTable: NameTable;
  #scopes: Map<string, string>[] = [
    new Map([
      ['', ''],
      ['xmlns', xmlnsUri],
      ['xml', xmlUri],
    ]),
  ];

  constructor(nameTable: NameTable) {
    super();
    this.nameTable = nameTable;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#all().keys();
  }

  #all(): Map<string, string> {
    return new Map(this.#scopes.flatMap((scope) => [...scope]));
  }

  get current(): Map<string, string> {
    return this.#scopes.at(-1) ?? new Map();
  }

  uriOf(prefix: string): string | undefined {
    return this.#scopes.findLast((scope) => scope.has(prefix))?.get(prefix);
  }

  prefixOf(uri: string): string | null {
    for (const [prefix, known] of [...this.#all()].reverse()) if (known === uri) return prefix;
    return null;
  }

  push(): void {
    this.#scopes.push(new Map());
  }

  pop(): boolean {
    if (this.#scopes.length === 1) return false;
    this.#scopes.pop();
    return true;
  }
}

/** Where prefixes of an expression are looked up; without a manager none are known. */
export function resolverOf(manager: XmlNamespaceManager | null): (prefix: string) => string | undefined {
  return (prefix) => manager?.uriOf(prefix);
}

/** XmlNamespaceManager and NameTable. */
export const namespaceTypes: readonly TypeSpec[] = [
  defineType({ name: 'System.Xml.IXmlNamespaceResolver', kind: 'interface' }),
  defineType({ name: 'System.Xml.XmlNameTable', isAbstract: true }),
  defineType({
    name: 'System.Xml.NameTable',
    base: 'System.Xml.XmlNameTable',
    jsClass: NameTable,
    members: {
      'new()': () => new NameTable(),
      'Add(string key) string': (table: NameTable, name: string) => {
        table.names.add(name);
        return name;
      },
      'Get(string value) string': (table: NameTable, name: string) => (table.names.has(name) ? name : null),
    },
  }),
  defineType({
    name: 'System.Xml.XmlNamespaceManager',
    jsClass: XmlNamespaceManager,
    interfaces: 'IXmlNamespaceResolver, IEnumerable',
    members: {
      'new(XmlNameTable nameTable)': (table: NameTable | null) => {
        if (!table) throw argumentNull('nameTable');
        return new XmlNamespaceManager(table);
      },
      'prop NameTable XmlNameTable get': (m: XmlNamespaceManager) => m.nameTable,
      'prop DefaultNamespace string get': (m: XmlNamespaceManager) => m.uriOf('') ?? '',
      'AddNamespace(string prefix, string uri) void': (
        m: XmlNamespaceManager,
        prefix: string | null,
        uri: string | null,
      ) => {
        if (prefix === null) throw argumentNull('prefix');
        if (uri === null) throw argumentNull('uri');
        if (prefix === 'xmlns' || (prefix === 'xml' && uri !== xmlUri))
          throw badArgument(`The prefix '${prefix}' is reserved.`, 'prefix');
        m.current.set(prefix, uri);
      },
      'RemoveNamespace(string prefix, string uri) void': (m: XmlNamespaceManager, prefix: string, uri: string) => {
        if (m.current.get(prefix) === uri) m.current.delete(prefix);
      },
      'HasNamespace(string prefix) bool': (m: XmlNamespaceManager, prefix: string) => m.current.has(prefix),
      'LookupNamespace(string prefix) string': (m: XmlNamespaceManager, prefix: string) => m.uriOf(prefix) ?? null,
      'LookupPrefix(string uri) string': (m: XmlNamespaceManager, uri: string) => m.prefixOf(uri),
      'PushScope() void': (m: XmlNamespaceManager) => m.push(),
      'PopScope() bool': (m: XmlNamespaceManager) => m.pop(),
      'GetEnumerator() IEnumerator': (m: XmlNamespaceManager) => enumeratorOf(m, () => m[Symbol.iterator]()),
    },
  }),
];
