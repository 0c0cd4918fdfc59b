import { NetException } from '../errors/net-exception.ts';
import { NetObject } from './net-object.ts';
import { staysEscaped, unescapeText } from './uri-escape.ts';
import { compress, defaultPort, parseUri, type UriParts } from './uri-parts.ts';

/** UriKind */
export const UriKind = { RelativeOrAbsolute: 0, Absolute: 1, Relative: 2 } as const;

/** UriFormatException */
export function badUri(message: string): NetException {
  return new NetException('System.UriFormatException', message);
}

/** System.Uri: absolute, taken apart, or relative, as it was written; immutable. */
export class Uri extends NetObject {
  readonly originalString: string;
  /** Undefined for a relative URI. */
  readonly parts: UriParts | undefined;

  constructor(originalString: string, parts: UriParts | undefined) {
    super();
    this.originalString = originalString;
    this.parts = parts;
  }

  /** Reads a text; undefined when it is no URI of that kind. */
  static tryCreate(text: string, kind: number = UriKind.Absolute): Uri | undefined {
    if (kind === UriKind.Relative) {
      return typeof parseUri(text, false) === 'string' ? new Uri(text, undefined) : undefined;
    }
    const parts = parseUri(text, kind === UriKind.Absolute);
    if (typeof parts !== 'string') return new Uri(text, parts);
    return parts === 'relative' && kind !== UriKind.Absolute ? new Uri(text, undefined) : undefined;
  }

  /** As {@link tryCreate}, with a UriFormatException. */
  static create(text: string, kind: number = UriKind.Absolute): Uri {
    const uri = Uri.tryCreate(text, kind);
    if (!uri) throw badUri(`'${text}' is no ${kind === UriKind.Absolute ? 'absolute ' : ''}URI.`);
    return uri;
  }

  /** The parts. @throws InvalidOperationException for a relative URI */
  get absolute(): UriParts {
    if (this.parts) return this.parts;
    throw new NetException('System.InvalidOperationException', 'A relative URI does not have this part.');
  }

  get isDefaultPort(): boolean {
    const { scheme, port } = this.absolute;
    return port === defaultPort(scheme);
  }

  /** Host, and the port when it is not the usual one. */
  get authority(): string {
    const { host, port } = this.absolute;
    return this.isDefaultPort || port < 0 ? host : `${host}:${port}`;
  }

  get absoluteUri(): string {
    return this.text((part) => part);
  }

  /** `ToString()`: escapes are taken away where that leaves the meaning alone. */
  override toString(): string {
    if (!this.parts) return this.originalString;
    return this.text((part) => unescapeText(part, staysEscaped));
  }

  private text(shown: (part: string) => string): string {
    const { scheme, userInfo, host, path, query, fragment, hasAuthority, dosPath } = this.absolute;
    const tail = shown(path) + shown(query) + shown(fragment);
    if (scheme === 'mailto') return `mailto:${userInfo}${host === '' ? '' : `@${host}`}${tail}`;
    if (!hasAuthority) return `${scheme}:${tail}`;
    const user = userInfo === '' ? '' : `${userInfo}@`;
    return `${scheme}://${user}${this.authority}${dosPath ? '/' : ''}${tail}`;
  }

  get localPath(): string {
    const { scheme, host, path, dosPath, unc } = this.absolute;
    const plain = unescapeText(path);
    if (scheme !== 'file') return plain;
    if (unc) return `\\\\${host}${plain.replaceAll('/', '\\')}`;
    return dosPath ? plain.replaceAll('/', '\\') : plain;
  }

  /** The path cut behind each slash. */
  get segments(): string[] {
    const { path, dosPath } = this.absolute;
    return (dosPath ? `/${path}` : path).match(/[^/]*\/|[^/]+$/g) ?? [];
  }

  get isLoopback(): boolean {
    const { scheme, host } = this.absolute;
    return /^(localhost|loopback|\[::1\]|127(\.\d+){3})$/.test(host) || (scheme === 'file' && host === '');
  }

  /** Equal are absolute URIs that differ in fragment and user at most, and relative ones written alike. */
  equalityText(): string {
    if (!this.parts) return `relative ${this.originalString}`;
    const { scheme, host, port, path, query } = this.parts;
    return `uri ${scheme}://${host}:${port}${path}${query}`;
  }

  /** The URI that a reference stands for when this one is its base (RFC 3986, 5.2). */
  resolve(reference: string): Uri {
    const own = parseUri(reference, false);
    if (typeof own !== 'string') return new Uri(reference, own);
    if (own === 'invalid') throw badUri(`'${reference}' is no URI.`);
    return Uri.create(this.joined(reference));
  }

  private joined(reference: string): string {
    const { scheme, path, query, hasAuthority, dosPath } = this.absolute;
    const user = this.absolute.userInfo === '' ? '' : `${this.absolute.userInfo}@`;
    const start = hasAuthority ? `${scheme}://${user}${this.authority}${dosPath ? '/' : ''}` : `${scheme}:`;
    if (reference === '') return this.absoluteUri;
    if (reference.startsWith('//')) return `${scheme}:${reference}`;
    if (reference.startsWith('/')) return start + reference;
    if (reference.startsWith('?')) return start + path + reference;
    if (reference.startsWith('#')) return start + path + query + reference;
    const end = /[?#]/.exec(reference)?.index ?? reference.length;
    const folder = path.slice(0, path.lastIndexOf('/') + 1);
    return start + compress(folder + reference.slice(0, end)) + reference.slice(end);
  }

  /** The reference that leads from here to another URI; that URI itself where nothing is shared. */
  relativeTo(target: Uri): Uri {
    const [from, to] = [this.absolute, target.absolute];
    if (from.scheme !== to.scheme || from.host !== to.host || from.port !== to.port) return target;
    const path = relativePath(from.path, to.path, to.query + to.fragment !== '');
    return new Uri(path + to.query + to.fragment, undefined);
  }
}

/** From a path to another: the shared folders left out, `../` for those to leave. */
function relativePath(from: string, to: string, hasTail: boolean): string {
  if (from === to && hasTail) return '';
  const a = from.split('/');
  const b = to.split('/');
  let shared = 0;
  while (shared < a.length - 1 && shared < b.length - 1 && a[shared] === b[shared]) shared++;
  const up = '../'.repeat(a.length - 1 - shared);
  const rest = b.slice(shared).join('/');
  if (up + rest !== '') return up + rest;
  return from === to ? '' : './';
}
