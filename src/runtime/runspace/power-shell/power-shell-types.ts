import { commandEngine } from '../../commands/call-frame.ts';
import { CommandInfo } from '../../commands/command-info.ts';
import { automationEnum } from '../../commands/types/automation-enums.ts';
import { NetException } from '../../errors/net-exception.ts';
import { InvocableRunspace } from '../../pipeline/invocable-runspace.ts';
import { CollectSink } from '../../pipeline/sink.ts';
import { defineEnum } from '../../types/define-enum.ts';
import { defineType, type MemberTable, type TypeSpec } from '../../types/define-type.ts';
import { argumentNull } from '../../types/net-error.ts';
import { itemsOf } from '../../types/sequence.ts';
import { entriesIn } from '../../types/system-collections/table-members.ts';
import { NetTask } from '../../types/system-threading/task-value.ts';
import { DataCollection } from '../../values/data-collection.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NetCollection } from '../../values/net-list.ts';
import { NetObject } from '../../values/net-object.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { InitialSessionState } from './initial-session-state.ts';
import { madeRunspace, runspaceOf } from './local-runspace.ts';
import { CommandList, DataStreams, type InvocationState, PowerShellObject } from './power-shell.ts';
import { RunspacePool } from './runspace-pool.ts';

const automation = (name: string) => `System.Management.Automation.${name}`;

/** InvocationStateInfo: a state and the error that led to it. */
class InvocationStateInfo extends NetObject {
  readonly state: InvocationState;
  readonly reason: PSValue;

  constructor(state: InvocationState, reason: PSValue) {
    super();
    this.state = state;
    this.reason = reason;
  }
}

async function collected(self: PowerShellObject, input?: Iterable<PSValue>): Promise<NetCollection> {
  return new NetCollection(await self.invoke(input));
}

function started(self: PowerShellObject, input?: PSValue, output?: PSValue): NetTask {
  const sink = output instanceof NetCollection ? { items: output.items } : { items: [] };
  const collecting = Object.assign(new CollectSink(), sink);
  self.openRunspace().demandOpen();
  return new NetTask(async () => {
    const items = await self.invoke(input === null || input === undefined ? undefined : itemsOf(input), collecting);
    const result = new DataCollection(items);
    result.isOpen = false;
    return result;
  });
}

async function ended(asyncResult: PSValue): Promise<PSValue> {
  if (!(asyncResult instanceof NetTask)) throw argumentNull('asyncResult');
  await asyncResult.settled;
  if (asyncResult.status === 'failed') throw asyncResult.failure;
  return asyncResult.result;
}

const building: MemberTable = {
  'AddArgument(object value) PowerShell': (self: PowerShellObject, value) => self.addArgument(undefined, value),
  'AddCommand(string cmdlet) PowerShell': (self: PowerShellObject, name: string | null) => {
    if (name === null) throw argumentNull('cmdlet');
    return self.add('command', name, false);
  },
  'AddCommand(string cmdlet, bool useLocalScope) PowerShell': (
    self: PowerShellObject,
    name: string | null,
    local: boolean,
  ) => {
    if (name === null) throw argumentNull('cmdlet');
    return self.add('command', name, local);
  },
  'AddCommand(CommandInfo commandInfo) PowerShell': (self: PowerShellObject, command) => {
    if (!(command instanceof CommandInfo)) throw argumentNull('commandInfo');
    return self.add('command', command.name, false, command);
  },
  'AddParameter(string parameterName) PowerShell': (self: PowerShellObject, name: string | null) => {
    if (name === null) throw argumentNull('parameterName');
    return self.addArgument(name, undefined, false);
  },
  'AddParameter(string parameterName, object value) PowerShell': (
    self: PowerShellObject,
    name: string | null,
    value,
  ) => {
    if (name === null) throw argumentNull('parameterName');
    return self.addArgument(name, value);
  },
  'AddParameters(IDictionary parameters) PowerShell': (self: PowerShellObject, parameters) => {
    for (const [name, value] of entriesIn(parameters)) self.addArgument(String(baseOf(name)), value);
    return self;
  },
  'AddParameters(IList parameters) PowerShell': (self: PowerShellObject, parameters) => {
    for (const value of itemsOf(parameters)) self.addArgument(undefined, value);
    return self;
  },
  'AddScript(string script) PowerShell': (self: PowerShellObject, script: string | null) => {
    if (script === null) throw argumentNull('script');
    return self.add('script', script, false);
  },
  'AddScript(string script, bool useLocalScope) PowerShell': (
    self: PowerShellObject,
    script: string | null,
    local: boolean,
  ) => {
    if (script === null) throw argumentNull('script');
    return self.add('script', script, local);
  },
  'AddStatement() PowerShell': (self: PowerShellObject) => self.addStatement(),
};

const invoking: MemberTable = {
  'Invoke() Collection<PSObject>': (self: PowerShellObject) => collected(self),
  'Invoke(IEnumerable input) Collection<PSObject>': (self: PowerShellObject, input) =>
    collected(self, input === null ? undefined : itemsOf(input)),
  'BeginInvoke() IAsyncResult': (self: PowerShellObject) => started(self),
  'BeginInvoke<T>(PSDataCollection<T> input) IAsyncResult': (self: PowerShellObject, input) => started(self, input),
  'BeginInvoke<TInput, TOutput>(PSDataCollection<TInput> input, PSDataCollection<TOutput> output) IAsyncResult':
    started,
  'EndInvoke(IAsyncResult asyncResult) PSDataCollection<PSObject>': (_self: PowerShellObject, result) => ended(result),
  'InvokeAsync() Task<PSDataCollection<PSObject>>': (self: PowerShellObject) => started(self),
  'InvokeAsync<T>(PSDataCollection<T> input) Task<PSDataCollection<PSObject>>': (self: PowerShellObject, input) =>
    started(self, input),
  'InvokeAsync<TInput, TOutput>(PSDataCollection<TInput> input, PSDataCollection<TOutput> output) Task<PSDataCollection<PSObject>>':
    started,
  'Stop() void': (self: PowerShellObject) => self.stop(),
  'BeginStop(AsyncCallback callback, object state) IAsyncResult': (self: PowerShellObject) =>
    new NetTask(() => self.stop()),
  'EndStop(IAsyncResult asyncResult) void': async (_self: PowerShellObject, result) => void (await ended(result)),
  'Dispose() void': (self: PowerShellObject) => self.dispose(),
};

const powerShell = defineType({
  name: automation('PowerShell'),
  isSealed: true,
  jsClass: PowerShellObject,
  interfaces: 'IDisposable',
  members: {
    'static Create() PowerShell'() {
      return new PowerShellObject(commandEngine(this));
    },
    'static Create(Runspace runspace) PowerShell'(runspace) {
      if (!(runspace instanceof InvocableRunspace)) throw automationNull('runspace');
      return new PowerShellObject(commandEngine(this), runspace);
    },
    'static Create(RunspaceMode runspace) PowerShell'(mode: EnumValue) {
      const engine = commandEngine(this);
      return new PowerShellObject(engine, Number(mode.value) === 0 ? runspaceOf(engine) : undefined);
    },
    'static Create(InitialSessionState initialSessionState) PowerShell'(initial) {
      if (!(initial instanceof InitialSessionState)) throw automationNull('initialSessionState');
      return new PowerShellObject(commandEngine(this), madeRunspace(commandEngine(this), initial), true);
    },
    ...building,
    ...invoking,
    'prop Commands PSCommand get': (self: PowerShellObject) => new CommandList(self),
    'prop HadErrors bool get': (self: PowerShellObject) => self.hadErrors,
    'prop HistoryString string get': (self: PowerShellObject) => self.parts.map((part) => part.text).join(' | '),
    'prop InstanceId Guid get': (self: PowerShellObject) => self.instanceId,
    'prop InvocationStateInfo PSInvocationStateInfo get': (self: PowerShellObject) =>
      new InvocationStateInfo(self.state, self.reason?.exception ?? null),
    'prop IsNested bool get': () => false,
    'prop IsRunspaceOwner bool get': (self: PowerShellObject) => self.ownsRunspace,
    'prop Runspace Runspace get set': {
      get: (self: PowerShellObject) => (self.runspace instanceof RunspacePool ? null : self.openRunspace()),
      set: (self: PowerShellObject, runspace) => {
        if (!(runspace instanceof InvocableRunspace)) throw automationNull('value');
        self.use(runspace);
      },
    },
    'prop RunspacePool RunspacePool get set': {
      get: (self: PowerShellObject) => (self.runspace instanceof RunspacePool ? self.runspace : null),
      set: (self: PowerShellObject, pool) => {
        if (!(pool instanceof RunspacePool)) throw automationNull('value');
        self.use(pool);
      },
    },
    'prop Streams PSDataStreams get': (self: PowerShellObject) => self.streams,
  },
});

function automationNull(name: string): NetException {
  return new NetException(automation('PSArgumentNullException'), `The argument "${name}" must not be null.`);
}

const dataCollection = defineType({
  name: automation('PSDataCollection<T>'),
  jsClass: DataCollection,
  base: 'System.Collections.ObjectModel.Collection<T>',
  members: {
    'new()': () => new DataCollection(),
    'new(int capacity)': () => new DataCollection(),
    'new(IEnumerable<T> items)': (items) => new DataCollection([...itemsOf(items)]),
    'prop IsOpen bool get': (self: DataCollection) => self.isOpen,
    'Complete() void': (self: DataCollection) => {
      self.isOpen = false;
    },
    'ReadAll() Collection<T>': (self: DataCollection) => new NetCollection(self.items.splice(0)),
    'Dispose() void': () => undefined,
  },
});

const dataStreams = defineType({
  name: automation('PSDataStreams'),
  isSealed: true,
  jsClass: DataStreams,
  members: {
    'prop Error PSDataCollection<ErrorRecord> get': (self: DataStreams) => self.error,
    'prop Warning PSDataCollection<WarningRecord> get': (self: DataStreams) => self.warning,
    'prop Verbose PSDataCollection<VerboseRecord> get': (self: DataStreams) => self.verbose,
    'prop Debug PSDataCollection<DebugRecord> get': (self: DataStreams) => self.debug,
    'prop Information PSDataCollection<InformationRecord> get': (self: DataStreams) => self.information,
    'prop Progress PSDataCollection<ProgressRecord> get': (self: DataStreams) => self.progress,
    'ClearStreams() void': (self: DataStreams) => self.clear(),
  },
});

/** `[powershell]` and what belongs to it. */
export const powerShellTypes: readonly TypeSpec[] = [
  defineEnum(automation('RunspaceMode'), 'CurrentRunspace NewRunspace'),
  defineEnum(automation('PSInvocationState'), 'NotStarted Running Stopping Stopped Completed Failed Disconnected'),
  powerShell,
  dataCollection,
  dataStreams,
  defineType({
    name: automation('PSCommand'),
    isSealed: true,
    jsClass: CommandList,
    members: {
      'prop Commands object get': ({ owner }: CommandList) => owner.parts.map((part) => part.text),
      'Clear() void': ({ owner }: CommandList) => owner.clear(),
    },
  }),
  defineType({
    name: automation('PSInvocationStateInfo'),
    isSealed: true,
    jsClass: InvocationStateInfo,
    members: {
      'prop State PSInvocationState get': (self: InvocationStateInfo) =>
        automationEnum('PSInvocationState', self.state),
      'prop Reason Exception get': (self: InvocationStateInfo) => self.reason,
      'ToString() string': (self: InvocationStateInfo) => self.state,
    },
  }),
];
