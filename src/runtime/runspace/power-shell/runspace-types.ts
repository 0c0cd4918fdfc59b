import { eventsOf } from '../../cmdlets/events/event-manager.ts';
import { commandEngine } from '../../commands/call-frame.ts';
import { automationEnum } from '../../commands/types/automation-enums.ts';
import { NetException } from '../../errors/net-exception.ts';
import { RunspaceConnection } from '../../pipeline/invocable-runspace.ts';
import { getVariable } from '../../scope/variable-access.ts';
import { defineEnum } from '../../types/define-enum.ts';
import { defineType, type TypeSpec } from '../../types/define-type.ts';
import { argumentNull } from '../../types/net-error.ts';
import { itemsOf } from '../../types/sequence.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { VariableIntrinsics } from '../intrinsics/variable-intrinsics.ts';
import {
  CommandEntries,
  InitialSessionState,
  SessionStateFunctionEntry,
  SessionStateVariableEntry,
  VariableEntries,
} from './initial-session-state.ts';
import { LocalRunspace, madeRunspace, runspaceOf } from './local-runspace.ts';
import { poolFactory, runspacePoolTypes } from './runspace-pool-types.ts';

const runspaces = (name: string) => `System.Management.Automation.Runspaces.${name}`;

/** RunspaceStateInfo: a state and why a runspace is in it. */
export class RunspaceStateInfo extends NetObject {
  readonly state: string;
  readonly reason: PSValue;

  constructor(state: string, reason: PSValue = null) {
    super();
    this.state = state;
    this.reason = reason;
  }
}

/** `$runspace.SessionStateProxy` */
class SessionStateProxy extends NetObject {
  readonly runspace: LocalRunspace;

  constructor(runspace: LocalRunspace) {
    super();
    this.runspace = runspace;
  }
}

const setting = (name: string) => ({
  get: (self: LocalRunspace): PSValue => self.settings.get(name) ?? 0,
  set: (self: LocalRunspace, value: PSValue): void => void self.settings.set(name, value),
});

const localRunspace = defineType({
  name: runspaces('LocalRunspace'),
  base: runspaces('Runspace'),
  isSealed: true,
  jsClass: LocalRunspace,
  members: {
    'prop ConnectionInfo object get': () => null,
    'prop Id int get': (self: LocalRunspace) => self.id,
    'prop InitialSessionState object get': (self: LocalRunspace) => self.initial ?? null,
    'prop InstanceId Guid get': (self: LocalRunspace) => self.instanceId,
    'prop Name string get set': {
      get: (self: LocalRunspace) => self.name,
      set: (self: LocalRunspace, value: string | null) => {
        self.name = value ?? '';
      },
    },
    'prop RunspaceAvailability RunspaceAvailability get': (self: LocalRunspace) =>
      automationEnum(
        'Runspaces.RunspaceAvailability',
        self.state !== 'Opened' ? 'None' : self.running > 0 ? 'Busy' : 'Available',
      ),
    'prop RunspaceIsRemote bool get': () => false,
    'prop RunspaceStateInfo RunspaceStateInfo get': (self: LocalRunspace) => new RunspaceStateInfo(self.state),
    'prop SessionStateProxy SessionStateProxy get': (self: LocalRunspace) => new SessionStateProxy(self),
    'prop ApartmentState object get set': setting('ApartmentState'),
    'prop ThreadOptions object get set': setting('ThreadOptions'),
    'Open() void': (self: LocalRunspace) => self.open(),
    'OpenAsync() void': (self: LocalRunspace) => self.open(),
    'Close() void': (self: LocalRunspace) => self.close(),
    'CloseAsync() void': (self: LocalRunspace) => self.close(),
    'Dispose() void': (self: LocalRunspace) => self.close(),
  },
});

const baseRunspace = defineType({
  name: runspaces('Runspace'),
  isAbstract: true,
  interfaces: 'IDisposable',
  members: {
    'static prop DefaultRunspace Runspace get'() {
      return runspaceOf(commandEngine(this));
    },
    'static prop CanUseDefaultRunspace bool get': () => true,
    'prop Events PSEventManager get'() {
      return eventsOf(commandEngine(this));
    },
  },
});

function initialOf(value: PSValue): InitialSessionState {
  if (value instanceof InitialSessionState) return value;
  throw new NetException(
    'System.Management.Automation.PSArgumentNullException',
    'The argument "initialSessionState" must not be null.',
  );
}

function connectionOf(value: PSValue): RunspaceConnection {
  if (value instanceof RunspaceConnection) return value;
  throw new NetException(
    'System.Management.Automation.PSArgumentNullException',
    'The argument "connectionInfo" must not be null.',
  );
}

const factory = defineType({
  name: runspaces('RunspaceFactory'),
  isStatic: true,
  members: {
    'static CreateRunspace() Runspace'() {
      return madeRunspace(commandEngine(this));
    },
    'static CreateRunspace(PSHost host) Runspace'() {
      return madeRunspace(commandEngine(this));
    },
    'static CreateRunspace(InitialSessionState initialSessionState) Runspace'(initial) {
      return madeRunspace(commandEngine(this), initialOf(initial));
    },
    'static CreateRunspace(PSHost host, InitialSessionState initialSessionState) Runspace'(_host, initial) {
      return madeRunspace(commandEngine(this), initialOf(initial));
    },
    'static CreateRunspace(RunspaceConnectionInfo connectionInfo) Runspace'(connection) {
      return connectionOf(connection).runspace(this);
    },
    'static CreateRunspace(PSHost host, RunspaceConnectionInfo connectionInfo) Runspace'(_host, connection) {
      return connectionOf(connection).runspace(this);
    },
    'static CreateRunspace(RunspaceConnectionInfo connectionInfo, PSHost host, TypeTable typeTable) Runspace'(
      connection,
    ) {
      return connectionOf(connection).runspace(this);
    },
    ...poolFactory,
  },
});

const proxy = defineType({
  name: runspaces('SessionStateProxy'),
  jsClass: SessionStateProxy,
  members: {
    'GetVariable(string name) object': ({ runspace }: SessionStateProxy, name: string) =>
      getVariable(runspace.spawned.mainState.globalScope, name.toLowerCase()) ?? null,
    'SetVariable(string name, object value) void': ({ runspace }: SessionStateProxy, name: string, value) =>
      runspace.spawned.mainState.globalScope.setValue(name, name.toLowerCase(), value),
    'prop LanguageMode PSLanguageMode get': () => automationEnum('PSLanguageMode', 'FullLanguage'),
    'prop PSVariable PSVariableIntrinsics get': ({ runspace }: SessionStateProxy) =>
      new VariableIntrinsics(runspace.spawned.mainState),
  },
});

const initialTypes = [
  defineType({
    name: runspaces('InitialSessionState'),
    jsClass: InitialSessionState,
    members: {
      'static Create() InitialSessionState': () => new InitialSessionState(),
      'static CreateDefault() InitialSessionState': () => new InitialSessionState(),
      'static CreateDefault2() InitialSessionState': () => new InitialSessionState(),
      'prop Commands object get': (self: InitialSessionState) => new CommandEntries(self),
      'prop Variables object get': (self: InitialSessionState) => new VariableEntries(self),
      'ImportPSModule(string[] name) void': (self: InitialSessionState, names: TypedArray | null) => {
        if (names === null) throw argumentNull('name');
        self.modules.push(...itemsOf(names).map(String));
      },
    },
  }),
  defineType({
    name: runspaces('SessionStateVariableEntry'),
    jsClass: SessionStateVariableEntry,
    members: {
      'new(string name, object value, string description)': (name: string, value, description: string | null) =>
        new SessionStateVariableEntry(name, value, description ?? ''),
      'prop Name string get': (self: SessionStateVariableEntry) => self.name,
      'prop Value object get': (self: SessionStateVariableEntry) => self.value,
      'prop Description string get': (self: SessionStateVariableEntry) => self.description,
    },
  }),
  defineType({
    name: runspaces('SessionStateFunctionEntry'),
    jsClass: SessionStateFunctionEntry,
    members: {
      'new(string name, string definition)': (name: string, definition: string | null) =>
        new SessionStateFunctionEntry(name, definition ?? ''),
      'prop Name string get': (self: SessionStateFunctionEntry) => self.name,
      'prop Definition string get': (self: SessionStateFunctionEntry) => self.definition,
    },
  }),
  defineType({
    name: runspaces('CommandEntryCollection'),
    jsClass: CommandEntries,
    members: {
      'prop Count int get': ({ state }: CommandEntries) => state.functions.length,
      'Add(SessionStateFunctionEntry item) void': ({ state }: CommandEntries, entry: SessionStateFunctionEntry) => {
        state.functions.push(entry);
      },
    },
  }),
  defineType({
    name: runspaces('InitialSessionStateEntryCollection'),
    jsClass: VariableEntries,
    members: {
      'Add(SessionStateVariableEntry item) void': ({ state }: VariableEntries, item: SessionStateVariableEntry) =>
        void state.variables.push(item),
      'prop Count int get': ({ state }: VariableEntries) => state.variables.length,
    },
  }),
];

/** Runspaces of this process, and the types that remote ones share with them. */
export const runspaceTypes: readonly TypeSpec[] = [
  defineEnum(
    runspaces('RunspaceState'),
    'BeforeOpen Opening Opened Closed Closing Broken Disconnecting Disconnected Connecting',
  ),
  defineEnum(runspaces('RunspaceAvailability'), 'None Available AvailableForNestedCommand Busy RemoteDebug'),
  baseRunspace,
  localRunspace,
  defineType({ name: runspaces('RunspaceConnectionInfo'), isAbstract: true, jsClass: RunspaceConnection }),
  defineType({
    name: 'System.Management.Automation.RunspaceStateInfo',
    isSealed: true,
    jsClass: RunspaceStateInfo,
    members: {
      'prop State RunspaceState get': (self: RunspaceStateInfo) =>
        automationEnum('Runspaces.RunspaceState', self.state),
      'prop Reason Exception get': (self: RunspaceStateInfo) => self.reason,
      'ToString() string': (self: RunspaceStateInfo) => self.state,
    },
  }),
  factory,
  ...runspacePoolTypes,
  proxy,
  ...initialTypes,
];
