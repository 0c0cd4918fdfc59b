/** A host as -HostName takes it, taken apart. */
export interface SshHostName {
  readonly host: string;
  readonly userName: string | undefined;
  readonly port: number | undefined;
}

/**
 * Takes `[user@]host[:port]` apart; an IPv6 address stands in brackets, `DOMAIN\user@host` means `user@DOMAIN`.
 * Undefined for what is no host name.
 */
export function parseSshHostName(text: string): SshHostName | undefined {
  const found = /^(?:(.+)@)?(\[[0-9A-Fa-f:.]+(?:%\w+)?\]|[^\s@:[\]]+)(?::(\d{1,5}))?$/.exec(text.trim());
  const host = found?.[2];
  if (!host) return isBareIPv6(text) ? { host: text.trim(), userName: undefined, port: undefined } : undefined;
  const port = found[3] === undefined ? undefined : Number(found[3]);
  if (port !== undefined && (port < 1 || port > 65535)) return undefined;
  return { host: host.replace(/^\[(.*)\]$/, '$1'), userName: found[1] && accountName(found[1]), port };
}

function isBareIPv6(text: string): boolean {
  return /^[0-9A-Fa-f:.]+(%\w+)?$/.test(text.trim()) && text.split(':').length > 2;
}

function accountName(user: string): string {
  const slash = user.indexOf('\\');
  return slash < 0 ? user : `${user.slice(slash + 1)}@${user.slice(0, slash)}`;
}
