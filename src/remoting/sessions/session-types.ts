import { automationEnum } from '../../runtime/commands/types/automation-enums.ts';
import type { EngineContext } from '../../runtime/engine.ts';
import { NetException } from '../../runtime/errors/net-exception.ts';
import { RunspaceStateInfo } from '../../runtime/runspace/power-shell/runspace-types.ts';
import { defineEnum } from '../../runtime/types/define-enum.ts';
import { defineType, type TypeSpec } from '../../runtime/types/define-type.ts';
import { Guid } from '../../runtime/values/guid.ts';
import { OriginInfo } from '../client/remoting-error-record.ts';
import { ConnectionInfo, PSSession } from './ps-session.ts';
import { sessionOptionTypes } from './session-option.ts';
import { SessionRunspace } from './session-runspace.ts';

const automation = 'System.Management.Automation';
const runspaces = `${automation}.Runspaces`;
const assembly = automation;

function stateInfo(session: PSSession): RunspaceStateInfo {
  const { state, reason } = session.runspace;
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
    'prop ConnectionInfo object get': (self: SessionRunspace) => self.session.connection,
    'prop OriginalConnectionInfo object get': (self: SessionRunspace) => self.session.connection,
    'prop RunspaceStateInfo object get': (self: SessionRunspace) => stateInfo(self.session),
    'prop RunspaceAvailability RunspaceAvailability get'(this: EngineContext, self: SessionRunspace) {
      return automationEnum('Runspaces.RunspaceAvailability', self.session.runspace.availability);
    },
    'prop RunspaceIsRemote bool get': () => true,
    'prop InstanceId guid get': (self: SessionRunspace) => new Guid(self.session.instanceId),
    'prop Id int get': (self: SessionRunspace) => self.session.id,
    'prop Name string get': (self: SessionRunspace) => `Runspace${self.session.id}`,
    'Close() void': (self: SessionRunspace) => self.session.runspace.close(),
    'CloseAsync() void': (self: SessionRunspace) => self.close(),
    'Dispose() void': (self: SessionRunspace) => self.session.runspace.close(),
  },
});

const connectionInfo = defineType({
  name: `${runspaces}.SSHConnectionInfo`,
  jsClass: ConnectionInfo,
  assembly,
  members: {
    'prop UserName string get': (self: ConnectionInfo) => self.userName,
    'prop KeyFilePath string get': (self: ConnectionInfo) => self.keyFilePath || null,
    'prop Port int get': (self: ConnectionInfo) => self.port,
    'prop Subsystem string get': (self: ConnectionInfo) => self.subsystem,
    'prop ConnectingTimeout int get': (self: ConnectionInfo) => self.connectingTimeout,
    'prop ComputerName string get': (self: ConnectionInfo) => self.computerName,
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
  defineEnum(
    `${runspaces}.AuthenticationMechanism`,
    'Default Basic Negotiate NegotiateWithImplicitCredential Credssp Digest Kerberos',
    { assembly },
  ),
  defineEnum('Microsoft.PowerShell.Commands.SessionFilterState', 'All Opened Disconnected Closed Broken', { assembly }),
  ...sessionOptionTypes,
  psSession,
  runspace,
  connectionInfo,
  originInfo,
];
