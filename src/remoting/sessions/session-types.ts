import { automationEnum } from '../../runtime/commands/types/automation-enums.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import { NetException } from '../../runtime/errors/net-exception.ts';
import { RunspaceStateInfo } from '../../runtime/runspace/power-shell/runspace-types.ts';
import { defineEnum } from '../../runtime/types/define-enum.ts';
import { defineType, type TypeSpec } from '../../runtime/types/define-type.ts';
import { Guid } from '../../runtime/values/guid.ts';
import type { Hashtable } from '../../runtime/values/hashtable.ts';
import { OriginInfo } from '../client/remoting-error-record.ts';
import { ConnectionInfo, PSSession } from './ps-session.ts';
import { RemoteStateProxy, remoteStateProxyType } from './remote-state-proxy.ts';
import { SessionRunspace } from './session-runspace.ts';

const automation = 'System.Management.Automation';
const runspaces = `${automation}.Runspaces`;
const assembly = automation;

function stateInfo({ state, session }: SessionRunspace): RunspaceStateInfo {
  const reason = session?.runspace.reason;
  const exception = reason && new NetException(`${automation}.Remoting.PSRemotingTransportException`, reason.message);
  return new RunspaceStateInfo(state, exception ?? null);
}

const psSession = defineType({
  name: `${runspaces}.PSSession`,
  jsClass: PSSession,
  isSealed: true,
  assembly,
  members: {
    'prop State RunspaceState get'(this: EngineContext, self: PSSession) {
      return automationEnum('Runspaces.RunspaceState', self.runspace.state);
    },
    'prop IdleTimeout int get': () => -1,
    'prop ComputerType TargetMachineType get'(this: EngineContext) {
      return automationEnum('Runspaces.TargetMachineType', 'RemoteMachine');
    },
    'prop ComputerName string get': (self: PSSession) => self.computerName,
    'prop ContainerId string get': () => null,
    'prop VMName string get': () => null,
    'prop ConfigurationName string get': () => 'DefaultShell',
    'prop InstanceId guid get': (self: PSSession) => new Guid(self.instanceId),
    'prop Id int get': (self: PSSession) => self.id,
    'prop Name string get set': {
      get: (self: PSSession) => self.name,
      set: (self: PSSession, value: string | null) => {
        self.name = value ?? '';
      },
    },
    'prop Availability RunspaceAvailability get'(this: EngineContext, self: PSSession) {
      return automationEnum('Runspaces.RunspaceAvailability', self.runspace.availability);
    },
    'prop ApplicationPrivateData object get': (self: PSSession) => self.privateData,
    'prop Runspace Runspace get': (self: PSSession) => self.runspaceObject,
    'prop Transport string get': (self: PSSession) => self.transport,
    'ToString() string': (self: PSSession) => `[PSSession]${self.name}`,
  },
});

const runspace = defineType({
  name: `${automation}.RemoteRunspace`,
  base: `${runspaces}.Runspace`,
  jsClass: SessionRunspace,
  assembly,
  members: {
    'prop ConnectionInfo object get': (self: SessionRunspace) => self.connection,
    'prop OriginalConnectionInfo object get': (self: SessionRunspace) => self.connection,
    'prop RunspaceStateInfo object get': (self: SessionRunspace) => stateInfo(self),
    'prop RunspaceAvailability RunspaceAvailability get'(this: EngineContext, self: SessionRunspace) {
      return automationEnum('Runspaces.RunspaceAvailability', self.session?.runspace.availability ?? 'None');
    },
    'prop RunspaceIsRemote bool get': () => true,
    'prop SessionStateProxy SessionStateProxy get': (self: SessionRunspace) => new RemoteStateProxy(self),
    'prop InstanceId guid get': (self: SessionRunspace) =>
      new Guid(self.session?.instanceId ?? '00000000-0000-0000-0000-000000000000'),
    'prop Id int get': (self: SessionRunspace) => self.id,
    'prop Name string get': (self: SessionRunspace) => `Runspace${self.id}`,
    'Open() void': (self: SessionRunspace) => self.open(),
    'Close() void': (self: SessionRunspace) => self.closeNow(),
    'CloseAsync() void': (self: SessionRunspace) => self.close(),
    'Dispose() void': (self: SessionRunspace) => self.closeNow(),
  },
});

type Constructed = readonly [
  userName: string | null,
  computerName: string | null,
  keyFilePath: string | null,
  port?: number,
  subsystem?: string | null,
  connectingTimeout?: number,
  options?: Hashtable | null,
];

function connectionOf(...parts: Constructed): ConnectionInfo {
  const [userName, computerName, keyFilePath, port = 0, subsystem, connectingTimeout = -1, options] = parts;
  if (!computerName)
    throw new NetException(
      `${automation}.PSArgumentNullException`,
      'The argument "computerName" must not be null or empty: it says where to connect.',
    );
  if (port < 0 || port > 65535)
    throw new NetException(
      'System.ArgumentException',
      `${port} is no port: ports go from 0, for the usual one, to 65535.`,
    );
  return new ConnectionInfo({
    computerName,
    userName: userName ?? '',
    port,
    keyFilePath: keyFilePath ?? '',
    subsystem: subsystem || 'powershell',
    connectingTimeout,
    options: options ?? null,
  });
}

const connectionInfo = defineType({
  name: `${runspaces}.SSHConnectionInfo`,
  base: `${runspaces}.RunspaceConnectionInfo`,
  jsClass: ConnectionInfo,
  assembly,
  members: {
    'new(string userName, string computerName, string keyFilePath)': connectionOf,
    'new(string userName, string computerName, string keyFilePath, int port)': connectionOf,
    'new(string userName, string computerName, string keyFilePath, int port, string subsystem)': connectionOf,
    'new(string userName, string computerName, string keyFilePath, int port, string subsystem, int connectingTimeout)':
      connectionOf,
    'new(string userName, string computerName, string keyFilePath, int port, string subsystem, int connectingTimeout, Hashtable options)':
      connectionOf,
    'prop UserName string get': (self: ConnectionInfo) => self.userName || null,
    'prop KeyFilePath string get': (self: ConnectionInfo) => self.keyFilePath || null,
    'prop Port int get': (self: ConnectionInfo) => self.port,
    'prop Subsystem string get': (self: ConnectionInfo) => self.subsystem,
    'prop ConnectingTimeout int get': (self: ConnectionInfo) => self.connectingTimeout,
    'prop ComputerName string get': (self: ConnectionInfo) => self.computerName,
    'prop Options object get': (self: ConnectionInfo) => self.options,
  },
});

const originInfo = defineType({
  name: `${automation}.Remoting.OriginInfo`,
  jsClass: OriginInfo,
  assembly,
  members: {
    'prop PSComputerName string get': (self: OriginInfo) => self.computerName,
    'prop RunspaceID guid get': (self: OriginInfo) => new Guid(self.runspaceId),
    'prop InstanceID guid get': () => new Guid('00000000-0000-0000-0000-000000000000'),
    'ToString() string': (self: OriginInfo) => self.computerName,
  },
});

/** The types that sessions bring with them. */
export const sessionTypes: readonly TypeSpec[] = [
  defineEnum(`${runspaces}.TargetMachineType`, 'RemoteMachine VirtualMachine Container', { assembly }),
  defineEnum('Microsoft.PowerShell.Commands.SessionFilterState', 'All Opened Disconnected Closed Broken', { assembly }),
  remoteStateProxyType,
  psSession,
  runspace,
  connectionInfo,
  originInfo,
];
