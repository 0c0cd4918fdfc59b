import type { ParameterMap } from '../../runtime/commands/parameter.ts';
import { parameter, type } from '../../runtime/commands/parameter.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import { connectionParameters, inSets, notEmpty, notNull } from './connection-parameters.ts';

const twins = (name: string): readonly string[] => [name, `FilePath${name}`];
const computer = twins('ComputerName');
const session = ['Session', 'FilePathRunspace'];
const uri = twins('Uri');
const ssh = twins('SSHHost');
const sshTable = ['SSHHostHashParam', 'FilePathSSHHostHash'];
const vmId = twins('VMId');
const vmName = twins('VMName');
const container = twins('ContainerId');
const throttled = [...computer, ...session, ...uri, ...vmId, ...vmName, ...container];
const remote = [...throttled, ...ssh, ...sshTable];
const blockSets = ['ComputerName', 'Session', 'Uri', 'VMId', 'VMName', 'ContainerId', 'SSHHost', 'SSHHostHashParam'];
const fileSets = [
  'FilePathComputerName',
  'FilePathRunspace',
  'FilePathUri',
  'FilePathVMId',
  'FilePathVMName',
  'FilePathContainerId',
];
const first = { position: 0 } as const;
const second = { mandatory: true, position: 1 } as const;

/** The parameters of Invoke-Command in its 17 sets. */
export const invokeCommandParameters = {
  Session: parameter(type.named<readonly PSSession[]>('System.Management.Automation.Runspaces.PSSession[]'), {
    help: 'Open sessions to run in.',
    sets: inSets(session, first),
    validate: notEmpty,
  }),
  ComputerName: parameter(type.strings, {
    help: 'Computers to run on over SSH; localhost and . need no server.',
    aliases: ['Cn'],
    sets: inSets(computer, first),
    validate: notEmpty,
  }),
  ThrottleLimit: parameter(type.int, {
    help: 'Most connections opened at once; 32 if left out.',
    sets: inSets(throttled),
  }),
  ConnectionUri: parameter(type.named<readonly object[]>('System.Uri[]'), {
    help: 'Where to connect, as ssh://user@host:port/subsystem.',
    aliases: ['URI', 'CU'],
    sets: inSets(uri, first),
    validate: notEmpty,
  }),
  AsJob: parameter(type.switch, { help: 'Runs in the background as a job.', sets: inSets(remote) }),
  InDisconnectedSession: parameter(type.switch, {
    help: 'Not possible over SSH.',
    aliases: ['Disconnected'],
    sets: inSets([...computer, ...uri]),
  }),
  SessionName: parameter(type.strings, {
    help: 'For -InDisconnectedSession.',
    sets: inSets(computer),
    validate: notEmpty,
  }),
  HideComputerName: parameter(type.switch, {
    help: 'Leaves the computer name out of what is shown.',
    aliases: ['HCN'],
    sets: inSets(remote),
  }),
  JobName: parameter(type.string, {
    help: 'Name of the job.',
    sets: inSets([...computer, ...session, ...uri, ...container, 'SSHHostHashParam', 'SSHHost']),
  }),
  ScriptBlock: parameter(type.scriptBlock, {
    help: 'What to run.',
    aliases: ['Command'],
    sets: { ...inSets(blockSets, second), InProcess: { mandatory: true, position: 0 } },
    validate: notNull,
  }),
  NoNewScope: parameter(type.switch, { help: 'Runs in the current scope.', sets: inSets(['InProcess']) }),
  FilePath: parameter(type.string, {
    help: 'Local script to run there.',
    aliases: ['PSPath'],
    sets: { ...inSets(fileSets, second), ...inSets(['FilePathSSHHost', 'FilePathSSHHostHash'], { mandatory: true }) },
    validate: notNull,
  }),
  HostName: parameter(type.strings, {
    help: 'Hosts to run on, as host, user@host or user@host:port.',
    sets: inSets(ssh, { mandatory: true }),
    validate: notEmpty,
  }),
  Subsystem: parameter(type.string, { help: 'SSH subsystem to start; powershell if left out.', sets: inSets(ssh) }),
  SSHConnection: parameter(type.named<readonly object[]>('System.Collections.Hashtable[]'), {
    help: 'Connections as tables with HostName, UserName, KeyFilePath, Port, Subsystem, ConnectingTimeout, Options.',
    sets: inSets(sshTable, { mandatory: true }),
    validate: notEmpty,
  }),
  RemoteDebug: parameter(type.switch, { help: 'Not supported.', sets: inSets(remote) }),
  InputObject: parameter(type.psobject, { help: 'Input for the script.', pipeline: 'value' }),
  ArgumentList: parameter(type.objects, { help: 'Arguments of the script.', aliases: ['Args'] }),
  VMId: parameter(type.named('System.Guid[]'), {
    help: 'For Windows only.',
    aliases: ['VMGuid'],
    sets: inSets(vmId, { mandatory: true, position: 0, pipeline: 'property' }),
    validate: notEmpty,
  }),
  VMName: parameter(type.strings, {
    help: 'For Windows only.',
    sets: inSets(vmName, { mandatory: true, pipeline: 'property' }),
    validate: notEmpty,
  }),
  ContainerId: parameter(type.strings, {
    help: 'For Windows only.',
    sets: inSets(container, { mandatory: true, pipeline: 'property' }),
    validate: notEmpty,
  }),
  ...connectionParameters({ computer, uri, ssh, vmId, vmName, container }),
} satisfies ParameterMap;
