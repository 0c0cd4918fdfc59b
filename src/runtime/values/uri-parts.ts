import { ipv4Text, ipv6Text, parseIPv4, parseIPv6 } from './ip-text.ts';
import { canonicalPart } from './uri-escape.ts';

/** UriHostNameType */
export const HostNameType = { Unknown: 0, Basic: 1, Dns: 2, IPv4: 3, IPv6: 4 } as const;

/** An absolute URI taken apart; all texts are in their escaped, usual form. */
export interface UriParts {
  readonly scheme: string;
  readonly userInfo: string;
  /** Lower case; IPv6 in brackets. */
  readonly host: string;
  readonly hostType: number;
  /** -1 for none. */
  readonly port: number;
  readonly path: string;
  /** With its question mark. */
  readonly query: string;
  /** With its number sign. */
  readonly fragment: string;
  /** Written with two slashes. */
  readonly hasAuthority: boolean;
  /** A path with a drive letter or a server. */
  readonly dosPath: boolean;
  readonly unc: boolean;
}

const ports: Readonly<Record<string, number>> = {
  http: 80,
  https: 443,
  ftp: 21,
  ws: 80,
  wss: 443,
  gopher: 70,
  nntp: 119,
  telnet: 23,
  ldap: 389,
  mailto: 25,
  'net.tcp': 808,
};

/** Schemes that mean nothing without two slashes. */
const needAuthority = new Set([
  'http',
  'https',
  'ftp',
  'ws',
  'wss',
  'gopher',
  'nntp',
  'telnet',
  'ldap',
  'net.tcp',
  'net.pipe',
  'file',
]);

/** The usual port of a scheme, -1 where it has none. */
export function defaultPort(scheme: string): number {
  return ports[scheme] ?? -1;
}

/**
 * Takes a text apart: its parts, 'relative' for a text that is no absolute URI but may be a relative one, 'invalid' for
 * one that is neither. `allowsRootedPath` takes `/path` for a file.
 */
export function parseUri(text: string, allowsRootedPath: boolean): UriParts | 'relative' | 'invalid' {
  const trimmed = text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
  if (/^[A-Za-z][:|][\\/]/.test(trimmed)) return filePath('', trimmed.replace('|', ':').replaceAll('\\', '/'), true);
  if (/^(\\\\|\/\/)[^\\/]/.test(trimmed) && (trimmed.startsWith('\\') || allowsRootedPath)) return uncPath(trimmed);
  if (trimmed.startsWith('/')) return allowsRootedPath ? filePath('', trimmed, false) : 'relative';
  const match = /^([A-Za-z][A-Za-z0-9+.-]*):(.*)$/s.exec(trimmed);
  if (!match) return 'relative';
  const [, name = '', rest = ''] = match;
  const scheme = name.toLowerCase();
  if (rest.startsWith('//') || rest.startsWith('\\\\')) return withAuthority(scheme, rest.slice(2));
  if (needAuthority.has(scheme)) return 'relative';
  return scheme === 'mailto' ? mailTo(rest) : opaque(scheme, rest);
}

/** The path without query and fragment, then those. */
function cut(text: string): readonly [path: string, query: string, fragment: string] {
  const hash = text.indexOf('#');
  const fragment = hash < 0 ? '' : text.slice(hash);
  const before = hash < 0 ? text : text.slice(0, hash);
  const mark = before.indexOf('?');
  return mark < 0 ? [before, '', fragment] : [before.slice(0, mark), before.slice(mark), fragment];
}

const none = { userInfo: '', host: '', port: -1, dosPath: false, unc: false };

function filePath(host: string, path: string, dosPath: boolean): UriParts {
  return {
    ...none,
    scheme: 'file',
    host,
    hostType: host === '' ? HostNameType.Basic : HostNameType.Dns,
    path: canonicalPart(compress(path)).replaceAll('?', '%3F').replaceAll('#', '%23'),
    query: '',
    fragment: '',
    hasAuthority: true,
    dosPath,
    unc: host !== '',
  };
}

function uncPath(text: string): UriParts | 'invalid' {
  const slashed = text.replaceAll('\\', '/').slice(2);
  const end = slashed.indexOf('/');
  const host = hostOf(end < 0 ? slashed : slashed.slice(0, end));
  return host ? filePath(host.text, end < 0 ? '/' : slashed.slice(end), false) : 'invalid';
}

function opaque(scheme: string, rest: string): UriParts {
  const [path, query, fragment] = cut(rest);
  return {
    ...none,
    scheme,
    hostType: HostNameType.Unknown,
    path: canonicalPart(path),
    query: canonicalPart(query),
    fragment: canonicalPart(fragment),
    hasAuthority: false,
  };
}

function mailTo(rest: string): UriParts | 'invalid' {
  const [address, query, fragment] = cut(rest);
  const at = address.lastIndexOf('@');
  const host = at < 0 ? undefined : hostOf(address.slice(at + 1));
  if (at >= 0 && !host) return 'invalid';
  return {
    ...none,
    scheme: 'mailto',
    userInfo: canonicalPart(at < 0 ? address : address.slice(0, at)),
    host: host?.text ?? '',
    hostType: host?.type ?? HostNameType.Unknown,
    port: 25,
    path: '',
    query: canonicalPart(query),
    fragment: canonicalPart(fragment),
    hasAuthority: false,
  };
}

function withAuthority(scheme: string, rest: string): UriParts | 'invalid' {
  const end = /[/?#\\]/.exec(rest)?.index ?? rest.length;
  const authority = rest.slice(0, end);
  const [path, query, fragment] = cut(rest.slice(end));
  if (scheme === 'file') return fileUri(authority, path, query, fragment);
  const at = authority.indexOf('@');
  if (at !== authority.lastIndexOf('@')) return 'invalid';
  const place = hostAndPort(authority.slice(at + 1));
  if (!place) return 'invalid';
  const slashed = needAuthority.has(scheme) ? path.replaceAll('\\', '/') : path;
  return {
    scheme,
    userInfo: at < 0 ? '' : canonicalPart(authority.slice(0, at)),
    host: place.host.text,
    hostType: place.host.type,
    port: place.port ?? defaultPort(scheme),
    path: canonicalPart(compress(slashed === '' ? '/' : slashed)),
    query: canonicalPart(query),
    fragment: canonicalPart(fragment),
    hasAuthority: true,
    dosPath: false,
    unc: false,
  };
}

function fileUri(authority: string, path: string, query: string, fragment: string): UriParts | 'invalid' {
  const slashed = path.replaceAll('\\', '/');
  const more = { query: canonicalPart(query), fragment: canonicalPart(fragment) };
  const drive = /^\/?([A-Za-z]:\/.*)$/s.exec(authority === '' ? slashed : authority + slashed);
  if (drive) return { ...filePath('', drive[1] ?? '', true), ...more };
  const host = authority === '' ? undefined : hostOf(authority);
  if (authority !== '' && !host) return 'invalid';
  return { ...filePath(host?.text ?? '', slashed === '' ? '/' : slashed, false), ...more };
}

interface Host {
  readonly text: string;
  readonly type: number;
}

function hostAndPort(text: string): { readonly host: Host; readonly port: number | undefined } | undefined {
  const match = /^(\[[^\]]*\]|[^:]*)(?::(\d*))?$/.exec(text);
  if (!match) return undefined;
  const host = hostOf(match[1] ?? '');
  const digits = match[2] ?? '';
  const port = digits === '' ? undefined : Number(digits);
  return !host || (port !== undefined && port > 65_535) ? undefined : { host, port };
}

/** A host name, checked and in its usual form. */
export function hostOf(text: string): Host | undefined {
  if (text.startsWith('[')) {
    const groups = parseIPv6(text.slice(1, -1).replace(/%.*$/, ''));
    return groups && { text: `[${ipv6Text(groups)}]`, type: HostNameType.IPv6 };
  }
  const v4 = /^[0-9a-fxA-FX.]+$/.test(text) && text.includes('.') ? parseIPv4(text) : undefined;
  if (v4 !== undefined) return { text: ipv4Text(v4), type: HostNameType.IPv4 };
  const lower = text.toLowerCase();
  if (lower === '' || /[\s"<>\\^`{|}%/?#@:[\]]/.test(lower)) return undefined;
  const labels = lower.replace(/\.$/, '').split('.');
  if (labels.some((label) => label === '' || label.length > 63)) return undefined;
  const isName = labels.every((label) => /^[\p{L}\p{N}_][\p{L}\p{N}\p{M}_-]*$/u.test(label));
  return { text: lower, type: isName ? HostNameType.Dns : HostNameType.Basic };
}

/** Takes `.` and `..` out of a path (RFC 3986, 5.2.4). */
export function compress(path: string): string {
  if (!/(^|\/)\.\.?(\/|$)/.test(path)) return path;
  const isRooted = path.startsWith('/');
  const out: string[] = [];
  const parts = (isRooted ? path.slice(1) : path).split('/');
  for (const [i, part] of parts.entries()) {
    const isLast = i === parts.length - 1;
    if (part === '..') out.pop();
    if (part !== '.' && part !== '..') out.push(part);
    else if (isLast) out.push('');
  }
  return (isRooted ? '/' : '') + out.join('/');
}
