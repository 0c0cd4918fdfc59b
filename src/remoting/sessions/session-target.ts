import { isRedirected, type SshTarget } from '../transport/ssh-settings.ts';
import type { PSSessionOption } from './session-option.ts';

/** Where a session goes. */
export type SessionTarget = { readonly computerName: string; readonly option?: PSSessionOption | undefined } & (
  | { readonly kind: 'ssh'; readonly ssh: SshTarget }
  /**
   * A peer within this process: what `localhost` and `.` mean where nothing says otherwise. `ssh` is tried first, and
   * asks nobody.
   */
  | { readonly kind: 'loopback'; readonly ssh?: SshTarget | undefined }
  /** A shell started for the session alone. */
  | { readonly kind: 'process'; readonly shell: string; readonly directory: string }
);

const localNames: ReadonlySet<string> = new Set(['localhost', '.']);

/**
 * The target of a host: the loopback peer for `localhost` and `.` unless a port, user or key is given or
 * an ssh_config sends the name elsewhere. `asksSsh` (-HostName) takes an SSH server of this computer where one lets us in.
 */
export function sessionTarget(ssh: SshTarget, option?: PSSessionOption, asksSsh = false): SessionTarget {
  const { host, port, userName, keyFile, subsystem } = ssh;
  const isPlain = port === undefined && userName === undefined && keyFile === undefined && subsystem === undefined;
  const isLocal =
    isPlain && localNames.has(host.toLowerCase()) && ssh.options === undefined && !isRedirected(host, ssh.configFiles);
  if (isLocal) return { kind: 'loopback', computerName: 'localhost', option, ssh: asksSsh ? ssh : undefined };
  return { kind: 'ssh', computerName: host, ssh, option };
}
