import { existsSync } from 'node:fs';
import { scopeOf } from '../../runtime/cmdlets/management/item-paths.ts';
import type { CmdletContext } from '../../runtime/commands/define-cmdlet.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import type { ErrorSpec } from '../../runtime/errors/error-record.ts';
import { getVariable } from '../../runtime/scope/variable-access.ts';
import { typeSystemOf } from '../../runtime/types/type-system.ts';
import { Hashtable } from '../../runtime/values/hashtable.ts';
import { baseOf } from '../../runtime/values/ps-object.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import { PSCredential } from '../../runtime/values/secure-string.ts';
import { PSSessionOption } from '../sessions/session-option.ts';
import { type SessionTarget, sessionTarget } from '../sessions/session-target.ts';
import { parseSshHostName } from '../sessions/ssh-host-name.ts';
import type { SshTarget } from '../transport/ssh-settings.ts';

/** The arguments that say where to connect, as the cmdlets get them. */
export interface TargetArguments {
  readonly ComputerName?: readonly string[] | undefined;
  readonly HostName?: readonly string[] | undefined;
  readonly SSHConnection?: readonly PSValue[] | undefined;
  readonly ConnectionUri?: readonly PSValue[] | undefined;
  readonly Credential?: PSValue | undefined;
  readonly Port?: number | undefined;
  readonly UserName?: string | undefined;
  readonly KeyFilePath?: string | undefined;
  readonly Subsystem?: string | undefined;
  readonly ConnectingTimeout?: number | undefined;
  readonly Options?: Hashtable | undefined;
  readonly SessionOption?: PSSessionOption | undefined;
}

/** Kinds of targets that only Windows has, by the parameter that asks for them. */
const windowsOnly: readonly string[] = ['VMId', 'VMName', 'ContainerId', 'UseWindowsPowerShell'];
/** WinRM's own settings, which mean nothing over SSH. */
const winrmOnly: readonly string[] = [
  'UseSSL',
  'ApplicationName',
  'ConfigurationName',
  'Authentication',
  'CertificateThumbprint',
  'EnableNetworkAccess',
  'AllowRedirection',
];

/** The targets a command was given; problems with one host are reported, wrong tables end the command. */
export async function targetsOf(ctx: CmdletContext, args: TargetArguments): Promise<SessionTarget[]> {
  refuseWindowsOnly(ctx);
  const ignored = winrmOnly.filter((name) => ctx.bound.has(name));
  if (ignored.length > 0)
    await ctx.writeVerbose(`Over SSH these have no effect: ${ignored.map((name) => `-${name}`).join(', ')}.`);
  const option = optionOf(ctx, args);
  const common = { ...commonTarget(ctx, args), connectTimeout: args.ConnectingTimeout ?? option?.openTimeout };
  const targets: SessionTarget[] = [];
  for (const name of args.ComputerName ?? args.HostName ?? []) {
    const parsed = parseSshHostName(name);
    if (!parsed) await ctx.writeError(invalidName(name));
    else {
      const { host, userName, port } = parsed;
      targets.push(
        sessionTarget(
          { ...common, host, userName: userName ?? common.userName, port: port ?? common.port },
          option,
          args.HostName !== undefined,
        ),
      );
    }
  }
  for (const table of args.SSHConnection ?? []) targets.push(sessionTarget(fromTable(ctx, baseOf(table)), option));
  for (const uri of args.ConnectionUri ?? []) {
    const target = fromUri(typeSystemOf(ctx.engine).netText(uri), common);
    if (target) targets.push(sessionTarget(target, option));
    else await ctx.writeError(invalidName(typeSystemOf(ctx.engine).netText(uri)));
  }
  return targets;
}

/** The options of -SessionOption, else those of `$PSSessionOption`. */
function optionOf(ctx: CmdletContext, args: TargetArguments): PSSessionOption | undefined {
  const preference = args.SessionOption ?? baseOf(getVariable(scopeOf(ctx), 'pssessionoption'));
  return preference instanceof PSSessionOption ? preference : undefined;
}

function refuseWindowsOnly(ctx: CmdletContext): void {
  const refused = windowsOnly.find((name) => ctx.bound.has(name));
  if (refused === undefined) return;
  ctx.throwTerminating({
    id: 'NotSupported',
    category: 'NotImplemented',
    exceptionType: 'System.NotSupportedException',
    message: `-${refused} is about virtual machines, containers or Windows PowerShell, which cannot be reached here; use -HostName or -ComputerName with SSH.`,
  });
}

function commonTarget(
  ctx: CmdletContext,
  args: TargetArguments,
): Omit<SshTarget, 'host'> & { readonly userName: string | undefined; readonly port: number | undefined } {
  const credential = credentialParts(args.Credential);
  return {
    port: args.Port,
    userName: args.UserName ?? credential?.userName,
    password: credential?.password,
    keyFile: keyFile(ctx, args.KeyFilePath),
    subsystem: args.Subsystem,
    options: args.Options && sshOptions(ctx.engine, args.Options),
  };
}

function credentialParts(credential: PSValue): { readonly userName: string; readonly password: string } | undefined {
  const base = baseOf(credential);
  return base instanceof PSCredential ? { userName: base.userName, password: base.password.text } : undefined;
}

function keyFile(ctx: CmdletContext, path: string | undefined): string | undefined {
  if (path === undefined) return undefined;
  const full = ctx.engine.drives.resolve(path, scopeOf(ctx)).path;
  if (existsSync(full)) return full;
  return ctx.throwTerminating({
    id: 'PathNotFound',
    category: 'ObjectNotFound',
    exceptionType: 'System.Management.Automation.ItemNotFoundException',
    message: `There is no key file '${path}'.`,
    target: path,
  });
}

/** Options of ssh_config out of a table of a script. */
export function sshOptions(engine: EngineContext, table: Hashtable): Readonly<Record<string, string>> {
  const types = typeSystemOf(engine);
  return Object.fromEntries(Array.from(table.entries(), ({ key, value }) => [types.toText(key), types.toText(value)]));
}

function invalidName(name: string): ErrorSpec {
  return {
    id: 'PSSessionInvalidComputerName',
    category: 'InvalidArgument',
    exceptionType: 'System.ArgumentException',
    message: `'${name}' is no host name. It takes the form host, user@host or user@host:port.`,
    target: name,
  };
}

/** Keys of a connection table, in lower case, with what they stand for. */
const tableKeys: ReadonlyMap<string, keyof SshTarget> = new Map([
  ['computername', 'host'],
  ['hostname', 'host'],
  ['username', 'userName'],
  ['keyfilepath', 'keyFile'],
  ['identityfilepath', 'keyFile'],
  ['port', 'port'],
  ['subsystem', 'subsystem'],
  ['connectingtimeout', 'connectTimeout'],
  ['options', 'options'],
]);

/** The target of one table of -SSHConnection: unknown keys, both names of one thing, and missing hosts are errors. */
function fromTable(ctx: CmdletContext, table: PSValue): SshTarget {
  const found = new Map<keyof SshTarget, PSValue>();
  const refuse = (message: string): never =>
    ctx.throwTerminating({
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message,
    });
  if (!(table instanceof Hashtable)) return refuse('A connection of -SSHConnection must be a hashtable.');
  for (const { key, value } of table.entries()) {
    const name = typeSystemOf(ctx.engine).toText(key);
    const part = tableKeys.get(name.toLowerCase());
    if (!part)
      return refuse(
        `A connection of -SSHConnection has the key '${name}', which has no meaning. Keys: HostName, UserName, KeyFilePath, Port, Subsystem, ConnectingTimeout, Options.`,
      );
    if (found.has(part))
      return refuse(`A connection of -SSHConnection gives the same thing twice: '${name}' and its alias.`);
    const held = baseOf(value);
    if (held === null || held === undefined || held === '')
      return refuse(`The key '${name}' of a connection of -SSHConnection has no value.`);
    found.set(part, held);
  }
  return targetOf(ctx, found, refuse);
}

function targetOf(
  ctx: CmdletContext,
  found: ReadonlyMap<keyof SshTarget, PSValue>,
  refuse: (message: string) => never,
): SshTarget {
  const types = typeSystemOf(ctx.engine);
  const text = (part: keyof SshTarget): string | undefined =>
    found.has(part) ? types.toText(found.get(part)) : undefined;
  const number = (part: keyof SshTarget): number | undefined => {
    const value = text(part);
    if (value !== undefined && !/^-?\d+$/.test(value))
      return refuse(`'${value}' is no number for the ${part} of a connection.`);
    return value === undefined ? undefined : Number(value);
  };
  const parsed = parseSshHostName(text('host') ?? '');
  if (!parsed) return refuse('A connection of -SSHConnection needs a HostName.');
  const options = found.get('options');
  return {
    host: parsed.host,
    userName: parsed.userName ?? text('userName'),
    port: parsed.port ?? number('port'),
    keyFile: keyFile(ctx, text('keyFile')),
    subsystem: text('subsystem'),
    connectTimeout: number('connectTimeout'),
    options: options instanceof Hashtable ? sshOptions(ctx.engine, options) : undefined,
  };
}

/** `ssh://user@host:port/subsystem` */
function fromUri(text: string, common: Omit<SshTarget, 'host'>): SshTarget | undefined {
  const found = /^ssh:\/\/([^/]+)(?:\/(.*))?$/i.exec(text);
  const parsed = found?.[1] === undefined ? undefined : parseSshHostName(found[1]);
  if (!parsed) return undefined;
  const { host, userName, port } = parsed;
  return {
    ...common,
    host,
    userName: userName ?? common.userName,
    port: port ?? common.port,
    subsystem: found?.[2] || common.subsystem,
  };
}
