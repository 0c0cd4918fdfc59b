import { NetObject } from '../../values/net-object.ts';
import { badUri, Uri } from '../../values/uri.ts';
import { canonicalPart } from '../../values/uri-escape.ts';
import { defineType, type PropertyFunctions } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';

type Text = string | null;

/** System.UriBuilder: the parts of a URI, each of which can be set. */
class UriBuilder extends NetObject {
  scheme = 'http';
  host = 'localhost';
  /** -1: none is written. */
  port = -1;
  path = '/';
  query = '';
  fragment = '';
  userName = '';
  password = '';

  static from(uri: Uri): UriBuilder {
    const builder = new UriBuilder();
    const { scheme, host, port, path, query, fragment, userInfo } = uri.absolute;
    const colon = userInfo.indexOf(':');
    Object.assign(builder, { scheme, host, port, path, query, fragment });
    builder.userName = colon < 0 ? userInfo : userInfo.slice(0, colon);
    builder.password = colon < 0 ? '' : userInfo.slice(colon + 1);
    return builder;
  }

  override toString(): string {
    const { scheme, host, port, path, userName, password } = this;
    if (userName === '' && password !== '') throw badUri('A password needs a user name.');
    const user = userName === '' ? '' : `${userName}${password === '' ? '' : `:${password}`}@`;
    const rooted = path !== '' && !path.startsWith('/') && host !== '' ? `/${path}` : path;
    return `${scheme}://${user}${host}${port < 0 || host === '' ? '' : `:${port}`}${rooted}${this.query}${this.fragment}`;
  }
}

function bracketed(host: string): string {
  return host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
}

function schemeOf(name: Text): string {
  const scheme = (name ?? '').replace(/:.*$/s, '').toLowerCase();
  if (scheme !== '' && !/^[a-z][a-z0-9+.-]*$/.test(scheme)) throw badArgument('This is no scheme.', 'value');
  return scheme;
}

function checkPort(port: number): number {
  if (port < -1 || port > 65_535) throw outOfRange('value', 'A port is between -1 and 65535.');
  return port;
}

const pathOf = (path: Text): string => (path === null || path === '' ? '/' : canonicalPart(path.replaceAll('\\', '/')));

/** A query or fragment with its mark. */
function marked(text: Text, mark: string): string {
  if (text === null || text === '') return '';
  return text.startsWith(mark) ? text : mark + text;
}

const property = (
  key: 'scheme' | 'host' | 'path' | 'query' | 'fragment' | 'userName' | 'password',
  change: (text: Text) => string = (text) => text ?? '',
): PropertyFunctions => ({
  get: (self: UriBuilder) => self[key],
  set: (self: UriBuilder, text: Text) => {
    self[key] = change(text);
  },
});

function make(scheme: Text, host: Text, port?: number, path?: Text, extra?: Text): UriBuilder {
  const builder = new UriBuilder();
  builder.scheme = schemeOf(scheme);
  builder.host = bracketed(host ?? '');
  if (port !== undefined) builder.port = checkPort(port);
  if (path !== undefined) builder.path = pathOf(path);
  if (extra) setExtra(builder, extra);
  return builder;
}

function setExtra(builder: UriBuilder, extra: string): void {
  if (!/^[?#]/.test(extra))
    throw badArgument('The last part starts with a question mark or a number sign.', 'extraValue');
  const hash = extra.indexOf('#');
  if (extra.startsWith('?')) builder.query = hash < 0 ? extra : extra.slice(0, hash);
  if (hash >= 0) builder.fragment = extra.slice(hash);
}

function fromText(text: Text): UriBuilder {
  if (text === null) throw argumentNull('uri');
  const uri = Uri.tryCreate(text, 0);
  return UriBuilder.from(uri?.parts ? uri : Uri.create(`http://${text}`));
}

/** System.UriBuilder */
export const uriBuilderType = defineType({
  name: 'System.UriBuilder',
  jsClass: UriBuilder,
  members: {
    'new()': () => new UriBuilder(),
    'new(string uri)': fromText,
    'new(Uri uri)': (uri: Uri | null) => {
      if (!uri) throw argumentNull('uri');
      return uri.parts ? UriBuilder.from(uri) : fromText(uri.originalString);
    },
    'new(string schemeName, string hostName)': (scheme: Text, host: Text) => make(scheme, host),
    'new(string scheme, string host, int portNumber)': make,
    'new(string scheme, string host, int port, string pathValue)': make,
    'new(string scheme, string host, int port, string path, string extraValue)': make,
    'prop Fragment string get set': property('fragment', (text) => marked(text, '#')),
    'prop Host string get set': property('host', (text) => bracketed(text ?? '')),
    'prop Password string get set': property('password'),
    'prop Path string get set': property('path', pathOf),
    'prop Port int get set': {
      get: (self: UriBuilder) => self.port,
      set: (self: UriBuilder, port: number) => {
        self.port = checkPort(port);
      },
    },
    'prop Query string get set': property('query', (text) => marked(text, '?')),
    'prop Scheme string get set': property('scheme', schemeOf),
    'prop Uri Uri get': (self: UriBuilder) => Uri.create(self.toString()),
    'prop UserName string get set': property('userName'),
    'Equals(object rparam) bool': (self: UriBuilder, other) =>
      other instanceof UriBuilder &&
      Uri.create(self.toString()).equalityText() === Uri.create(other.toString()).equalityText(),
    'ToString() string': (self: UriBuilder) => self.toString(),
  },
});
