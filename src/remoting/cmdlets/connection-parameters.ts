import type { ParameterOptions, ParameterType, SetMembership, Validation } from '../../runtime/commands/parameter.ts';
import { parameter, type } from '../../runtime/commands/parameter.ts';
import type { PSSessionOption } from '../sessions/session-option.ts';

const notEmpty: readonly Validation[] = [{ kind: 'notNullOrEmpty' }];
const notNull: readonly Validation[] = [{ kind: 'notNull' }];
const portRange: readonly Validation[] = [{ kind: 'range', min: 1, max: 65535 }];

/** Memberships by set name; a text names sets that a parameter is plainly in. */
export type Sets = Readonly<Record<string, SetMembership>>;

/** The same membership in several sets. */
export function inSets(names: readonly string[], membership: SetMembership = {}): Sets {
  return Object.fromEntries(names.map((name) => [name, membership]));
}

function in_<T>(of: ParameterType<T>, sets: Sets, help: string, more: ParameterOptions = {}) {
  return parameter(of, { ...more, sets, help });
}

/** The sets of a command in which each kind of target is named. */
export interface TargetSets {
  readonly computer: readonly string[];
  readonly uri: readonly string[];
  readonly ssh: readonly string[];
  readonly vmId: readonly string[];
  readonly vmName: readonly string[];
  readonly container: readonly string[];
}

const property: SetMembership = { pipeline: 'property' };

/** The parameters about connections that New-PSSession and Invoke-Command share (about_Remote, about_PSSessions). */
export function connectionParameters(sets: TargetSets) {
  const { computer, uri, ssh, vmId, vmName, container } = sets;
  const vm = [...vmId, ...vmName];
  return {
    Credential: in_(
      type.named('System.Management.Automation.PSCredential'),
      { ...inSets([...computer, ...uri], property), ...inSets(vm, { mandatory: true, pipeline: 'property' }) },
      'Account to log in with: its user name and password.',
    ),
    Port: in_(type.int, inSets([...computer, ...ssh]), 'TCP port of the SSH server.', { validate: portRange }),
    UseSSL: in_(type.switch, inSets(computer), 'Has no effect: SSH is always encrypted.'),
    ConfigurationName: in_(
      type.string,
      inSets([...computer, ...uri, ...container, ...vm], property),
      'Has no effect over SSH.',
    ),
    ApplicationName: in_(type.string, inSets(computer, property), 'Has no effect over SSH.'),
    AllowRedirection: in_(type.switch, inSets(uri), 'Has no effect over SSH.'),
    SessionOption: in_(
      type.named<PSSessionOption>('System.Management.Automation.Remoting.PSSessionOption'),
      inSets([...computer, ...uri]),
      'Options from New-PSSessionOption: OpenTimeout and ApplicationArguments count; $PSSessionOption if left out.',
      { validate: notNull },
    ),
    Authentication: in_(
      type.enumOf('System.Management.Automation.Runspaces.AuthenticationMechanism'),
      inSets([...computer, ...uri]),
      'Has no effect over SSH.',
    ),
    CertificateThumbprint: in_(
      type.string,
      inSets([...computer.slice(0, 1), ...uri.slice(0, 1)]),
      'Has no effect over SSH.',
    ),
    EnableNetworkAccess: in_(type.switch, inSets([...computer, ...uri]), 'Has no effect over SSH.'),
    RunAsAdministrator: in_(type.switch, inSets(container), 'For containers, which are not supported.'),
    UserName: in_(type.string, inSets(ssh), 'User to log in as; the current one, or that of ssh_config, if left out.', {
      validate: notEmpty,
    }),
    KeyFilePath: in_(type.string, inSets(ssh), 'File of the private key to log in with.', {
      aliases: ['IdentityFilePath'],
      validate: notEmpty,
    }),
    ConnectingTimeout: in_(type.int, inSets(ssh), 'Milliseconds to wait for the connection; -1 waits forever.'),
    SSHTransport: in_(type.switch, inSets(ssh), 'Says that SSH is meant, which it always is.', {
      validate: [{ kind: 'set', values: ['true'] }],
    }),
    Options: in_(type.hashtable, inSets(ssh), 'Options of ssh_config by name, which win over the files.', {
      validate: notEmpty,
    }),
  };
}

export { notEmpty, notNull };
