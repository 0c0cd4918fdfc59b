import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { basename, dirname, isAbsolute, join } from 'node:path';
import { globMatches } from './known-hosts.ts';
import { loadSshConfig } from './ssh-packages.ts';
import { TransportError } from './transport-error.ts';

/** Where to connect, as cmdlets and embedders say it; what is left out comes from ssh_config, then from defaults. */
export interface SshTarget {
  readonly host: string;
  readonly port?: number | undefined;
  readonly userName?: string | undefined;
  readonly keyFile?: string | undefined;
  /** Private key text, where it is not in a file. */
  readonly privateKey?: string | undefined;
  readonly password?: string | undefined;
  readonly passphrase?: string | undefined;
  /** Name of the SSH subsystem; `powershell` by default. */
  readonly subsystem?: string | undefined;
  /** Milliseconds until the first answer; -1 waits forever, 30,000 by default. */
  readonly connectTimeout?: number | undefined;
  /** ssh_config options by name (`ssh -o`), which win over the files. */
  readonly options?: Readonly<Record<string, string>> | undefined;
  /** Config files to read instead of the user's and the system's. */
  readonly configFiles?: readonly string[] | undefined;
}

/** StrictHostKeyChecking (ssh_config(5)). */
export type HostKeyPolicy = 'yes' | 'ask' | 'accept-new' | 'no';

/** Everything a connection needs, settled. */
export interface SshSettings {
  /** The host as the user wrote it. */
  readonly alias: string;
  readonly hostName: string;
  readonly port: number;
  readonly userName: string;
  readonly identityFiles: readonly string[];
  /** Only the identity files, none from the agent. */
  readonly identitiesOnly: boolean;
  readonly agent: string | undefined;
  readonly userKnownHosts: readonly string[];
  readonly globalKnownHosts: readonly string[];
  readonly hostKeyAlias: string | undefined;
  readonly hostKeyPolicy: HostKeyPolicy;
  readonly proxyJump: readonly string[];
  /** Milliseconds; 0 waits forever. */
  readonly connectTimeout: number;
  /** Milliseconds between keep-alive messages; 0 sends none. */
  readonly keepAliveInterval: number;
  readonly keepAliveCount: number;
  readonly allowPassword: boolean;
  readonly allowKeyboard: boolean;
  readonly allowPublicKey: boolean;
  readonly batchMode: boolean;
}

const defaultIdentities = ['id_rsa', 'id_ecdsa', 'id_ecdsa_sk', 'id_ed25519', 'id_ed25519_sk'];
const MAX_INCLUDES = 16;

/** Whether the config files send a host's name to another address, another port or through other hosts. */
export function isRedirected(host: string, configFiles?: readonly string[]): boolean {
  const get = optionReader(configFiles === undefined ? { host } : { host, configFiles });
  const redirects = ['hostname', 'port', 'proxyjump', 'proxycommand'];
  return redirects.some((name) => (get(name)[0] ?? host).toLowerCase() !== host.toLowerCase());
}

/** Settles a target with the user's and the system's ssh_config. Throws TransportError for what cannot be done. */
export function resolveSshSettings(target: SshTarget): SshSettings {
  const get = optionReader(target);
  const text = (name: string): string | undefined => get(name)[0];
  const alias = target.host;
  const hostName = (text('hostname') ?? alias).replaceAll('%h', alias).replaceAll('%%', '%');
  if (text('proxycommand') !== undefined && text('proxycommand')?.toLowerCase() !== 'none') {
    throw new TransportError(
      'configuration',
      alias,
      `ssh_config asks for a ProxyCommand to reach ${alias}; only ProxyJump is supported here.`,
    );
  }
  const userName = target.userName ?? text('user') ?? userInfo().username;
  const port = target.port ?? numberOf(text('port')) ?? 22;
  const expand = (path: string): string => expandPath(path, { hostName, port, userName, alias });
  const configured = get('identityfile').map(expand);
  const explicit = target.keyFile === undefined ? [] : [target.keyFile];
  const identityFiles = [
    ...explicit,
    ...(configured.length > 0 || explicit.length > 0 ? configured : existingIdentities()),
  ];
  const jump = text('proxyjump');
  const timeout = target.connectTimeout ?? (numberOf(text('connecttimeout')) ?? 30) * 1000;
  return {
    alias,
    hostName,
    port,
    userName,
    identityFiles,
    identitiesOnly: isYes(text('identitiesonly')) && identityFiles.length > 0,
    agent: agentSocket(text('identityagent'), expand),
    userKnownHosts: words(get('userknownhostsfile'), ['~/.ssh/known_hosts', '~/.ssh/known_hosts2']).map(expand),
    globalKnownHosts: words(get('globalknownhostsfile'), ['/etc/ssh/ssh_known_hosts', '/etc/ssh/ssh_known_hosts2']).map(
      expand,
    ),
    hostKeyAlias: text('hostkeyalias'),
    hostKeyPolicy: policyOf(text('stricthostkeychecking')),
    proxyJump: jump === undefined || jump.toLowerCase() === 'none' ? [] : jump.split(',').map((hop) => hop.trim()),
    connectTimeout: Math.max(timeout, 0),
    keepAliveInterval: (numberOf(text('serveraliveinterval')) ?? 15) * 1000,
    keepAliveCount: numberOf(text('serveralivecountmax')) ?? 3,
    allowPassword: !isNo(text('passwordauthentication')),
    allowKeyboard: !isNo(text('kbdinteractiveauthentication') ?? text('challengeresponseauthentication')),
    allowPublicKey: !isNo(text('pubkeyauthentication')),
    batchMode: isYes(text('batchmode')),
  };
}

/** Looks up an option: `-o` options first, then the files; all values for those that may repeat. */
function optionReader(target: SshTarget): (name: string) => readonly string[] {
  const own = new Map(Object.entries(target.options ?? {}).map(([name, value]) => [name.toLowerCase(), value]));
  const computed = computeConfig(target);
  return (name) => {
    const explicit = own.get(name);
    if (explicit !== undefined) return [explicit];
    const value = computed[name];
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
  };
}

function computeConfig(target: SshTarget): Readonly<Record<string, string | readonly string[]>> {
  const text = configText(target.configFiles);
  if (text.trim() === '') return {};
  const { default: SshConfig } = loadSshConfig();
  const query = { Host: target.host, ...(target.userName === undefined ? {} : { User: target.userName }) };
  // compute's declared result has a string index; its values are strings or lists of them
  return SshConfig.parse(text).compute(query, { ignoreCase: true }) as Record<string, string | string[]>;
}

function configText(files: readonly string[] | undefined): string {
  const all = files ?? [join(homedir(), '.ssh', 'config'), '/etc/ssh/ssh_config'];
  // an unmatched Host line closes the last block of a file, so that the next one starts outside of any
  return all.map((file) => withIncludes(file, 0)).join('\nHost *\n');
}

/** The text of a config file with its Include lines replaced by what they name. */
function withIncludes(file: string, depth: number): string {
  if (depth > MAX_INCLUDES || !existsSync(file)) return '';
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines
    .map((line) => {
      const found = /^\s*include[\s=]+(.*)$/i.exec(line);
      if (!found) return line;
      const base = file.startsWith('/etc/') ? '/etc/ssh' : join(homedir(), '.ssh');
      return (found[1] ?? '')
        .trim()
        .split(/\s+/)
        .flatMap((pattern) => expandGlob(pattern, base))
        .map((path) => withIncludes(path, depth + 1))
        .join('\n');
    })
    .join('\n');
}

function expandGlob(pattern: string, base: string): string[] {
  const home = pattern.startsWith('~/') ? join(homedir(), pattern.slice(2)) : pattern;
  const full = isAbsolute(home) ? home : join(base, home);
  if (!/[*?]/.test(full)) return [full];
  const folder = dirname(full);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => globMatches(basename(full), name))
    .sort()
    .map((name) => join(folder, name));
}

function expandPath(path: string, it: { hostName: string; port: number; userName: string; alias: string }): string {
  const tokens: Readonly<Record<string, string>> = {
    '%': '%',
    d: homedir(),
    h: it.hostName,
    n: it.alias,
    p: String(it.port),
    r: it.userName,
    u: userInfo().username,
  };
  const bare = path.replace(/^"(.*)"$/, '$1');
  const home = bare.startsWith('~/') ? join(homedir(), bare.slice(2)) : bare;
  return home.replace(/%([%dhnpru])/g, (_, token: string) => tokens[token] ?? '');
}

function existingIdentities(): string[] {
  return defaultIdentities.map((name) => join(homedir(), '.ssh', name)).filter((path) => existsSync(path));
}

function agentSocket(configured: string | undefined, expand: (path: string) => string): string | undefined {
  if (configured?.toLowerCase() === 'none') return undefined;
  if (configured === undefined || configured === 'SSH_AUTH_SOCK') return process.env['SSH_AUTH_SOCK'] || undefined;
  return configured.startsWith('$') ? process.env[configured.slice(1)] : expand(configured);
}

function policyOf(text: string | undefined): HostKeyPolicy {
  const word = text?.toLowerCase();
  if (word === 'accept-new') return word;
  if (isYes(word)) return 'yes';
  return isNo(word) || word === 'off' ? 'no' : 'ask';
}

/** A list of paths: the config reader has split it already, an option given as one text has to be. */
function words(values: readonly string[], fallback: readonly string[]): readonly string[] {
  const only = values.length === 1 ? values[0] : undefined;
  const all = only === undefined ? values : (only.match(/"[^"]*"|\S+/g) ?? []);
  return (all.length > 0 ? all : fallback).filter((word) => word.toLowerCase() !== 'none');
}

const isYes = (text: string | undefined): boolean => /^(?:yes|true)$/i.test(text ?? '');
const isNo = (text: string | undefined): boolean => /^(?:no|false)$/i.test(text ?? '');

function numberOf(text: string | undefined): number | undefined {
  return text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;
}
