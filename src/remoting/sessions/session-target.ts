import { isRedirected, type SshTarget } from '../transport/ssh-settings.ts';
import type { PSSessionOption } from './session-option.ts';

/** Where a session goes. */
export type SessionTarget = { readonly computerName: string; readonly option?: PSSessionOption | undefined } & (
  | { readonly kind: 'ssh'; readonly ssh: SshTarget }
  /** A peer within this process: what `localhost` and `.` mean where nothing says otherwise. */
  | { readonly kind: 'loopback' }
  /** A shell started for the session alone. */
  | { readonly kind: 'process'; readonly shell: string; readonly directory: string }
);

const localNames: ReadonlySet<string> = new Set(['localhost', '.']);

/**
 * The target of a host: the loopback peer for `localhost` and `.` unless a port, user or key is given or
 * an ssh_config sends the name elsewhere.
 */
export function sessionTarget(ssh: SshTarget, option?: PSSessionOption): SessionTarget {
  const { host, port, userName, keyFile, subsystem } = ssh;
  const isPlain = port === undefined && userName === undefined && keyFile === undefined && subsystem === undefined;
  const isLocal =
    isPlain && localNames.has(host.toLowerCase()) && ssh.options === undefined && !isRedirected(host, ssh.configFiles);
  if (isLocal) return { kind: 'loopback', computerName: 'localhost', option };
  return { kind: 'ssh', computerName: host, ssh, option };
}
