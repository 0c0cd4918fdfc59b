import { createHmac } from 'node:crypto';

/** One line of a known_hosts file (sshd(8), SSH_KNOWN_HOSTS FILE FORMAT). */
interface KnownHost {
  readonly marker: string | undefined;
  readonly hosts: string;
  readonly keyType: string;
  /** base64 */
  readonly key: string;
}

/** What the files say about a key that a host shows. */
export type HostKeyVerdict =
  | { readonly kind: 'known' }
  /** No line names the host. */
  | { readonly kind: 'unknown' }
  /** The host is known with another key of this type. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'revoked' };

/** The lines of known_hosts files, and what can be asked of them. */
export class KnownHosts {
  readonly #lines: readonly KnownHost[];

  constructor(texts: readonly string[]) {
    this.#lines = texts.flatMap((text) => text.split('\n').flatMap(parseLine));
  }

  /** Judges `key` (its public blob) for a host that is looked up under any of `names`. */
  judge(names: readonly string[], key: Uint8Array): HostKeyVerdict {
    const shown = Buffer.from(key).toString('base64');
    const type = keyTypeOf(key);
    const own = this.#lines.filter((line) => names.some((name) => matchesHosts(line.hosts, name)));
    if (own.some((line) => line.marker === '@revoked' && line.key === shown)) return { kind: 'revoked' };
    const plain = own.filter((line) => line.marker === undefined);
    if (plain.some((line) => line.key === shown)) return { kind: 'known' };
    if (plain.some((line) => line.keyType === type)) return { kind: 'changed' };
    return { kind: plain.length > 0 ? 'changed' : 'unknown' };
  }

  /** Key types the host is known with, so that it can be asked for one of them. */
  keyTypes(names: readonly string[]): readonly string[] {
    const own = this.#lines.filter(
      (line) => line.marker === undefined && names.some((name) => matchesHosts(line.hosts, name)),
    );
    return [...new Set(own.map((line) => line.keyType))];
  }
}

/** The type name inside a public key blob (RFC 4253, 6.6). */
export function keyTypeOf(key: Uint8Array): string {
  const bytes = Buffer.from(key);
  return bytes.length < 4 ? '' : bytes.subarray(4, 4 + bytes.readUInt32BE(0)).toString('latin1');
}

/** The name a host has in known_hosts: with its port where that is not 22. */
export function knownHostName(host: string, port: number): string {
  return port === 22 ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`;
}

/** A line for a new host. */
export function knownHostLine(host: string, port: number, key: Uint8Array): string {
  return `${knownHostName(host, port)} ${keyTypeOf(key)} ${Buffer.from(key).toString('base64')}`;
}

function parseLine(line: string): KnownHost[] {
  const fields = line.trim().split(/\s+/);
  if (fields[0] === undefined || fields[0] === '' || fields[0].startsWith('#')) return [];
  const marker = fields[0].startsWith('@') ? fields.shift() : undefined;
  const [hosts, keyType, key] = fields;
  return hosts && keyType && key ? [{ marker, hosts, keyType, key }] : [];
}

function matchesHosts(hosts: string, name: string): boolean {
  if (hosts.startsWith('|1|')) return matchesHash(hosts, name);
  let isMatch = false;
  for (const pattern of hosts.toLowerCase().split(',')) {
    const negated = pattern.startsWith('!');
    if (!globMatches(negated ? pattern.slice(1) : pattern, name)) continue;
    if (negated) return false;
    isMatch = true;
  }
  return isMatch;
}

/** `|1|salt|HMAC-SHA1(salt, name)`, both base64. */
function matchesHash(hashed: string, name: string): boolean {
  const [, , salt = '', digest = ''] = hashed.split('|');
  return createHmac('sha1', Buffer.from(salt, 'base64')).update(name).digest('base64') === digest;
}

/** `*` and `?` of ssh's patterns. */
export function globMatches(pattern: string, text: string): boolean {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(`^${source}$`).test(text);
}
