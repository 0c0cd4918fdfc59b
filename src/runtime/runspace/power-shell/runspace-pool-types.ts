import { commandEngine } from '../../commands/call-frame.ts';
import { automationEnum } from '../../commands/types/automation-enums.ts';
import { defineEnum } from '../../types/define-enum.ts';
import { defineType, type MemberTable, type TypeSpec } from '../../types/define-type.ts';
import { argumentNull } from '../../types/net-error.ts';
import { NetTask } from '../../types/system-threading/task-value.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { InitialSessionState } from './initial-session-state.ts';
import { RunspacePool } from './runspace-pool.ts';

const runspaces = (name: string) => `System.Management.Automation.Runspaces.${name}`;

/** RunspacePoolStateInfo: a state and why a pool is in it. */
class RunspacePoolStateInfo extends NetObject {
  readonly state: string;

  constructor(state: string) {
    super();
    this.state = state;
  }
}

const setting = (name: string) => ({
  get: (self: RunspacePool): PSValue => self.settings.get(name) ?? 0,
  set: (self: RunspacePool, value: PSValue): void => void self.settings.set(name, value),
});

async function ended(result: PSValue): Promise<void> {
  if (!(result instanceof NetTask)) throw argumentNull('asyncResult');
  await result.settled;
  if (result.status === 'failed') throw result.failure;
}

const initialOf = (value: PSValue) => (value instanceof InitialSessionState ? value : undefined);

/** The members of RunspaceFactory that make pools. */
export const poolFactory: MemberTable = {
  'static CreateRunspacePool() RunspacePool'() {
    return new RunspacePool(commandEngine(this), { min: 1, max: 1 });
  },
  'static CreateRunspacePool(int minRunspaces, int maxRunspaces) RunspacePool'(min: number, max: number) {
    return new RunspacePool(commandEngine(this), { min, max });
  },
  'static CreateRunspacePool(InitialSessionState initialSessionState) RunspacePool'(initial) {
    return new RunspacePool(commandEngine(this), { min: 1, max: 1 }, initialOf(initial));
  },
  'static CreateRunspacePool(int minRunspaces, int maxRunspaces, PSHost host) RunspacePool'(min: number, max: number) {
    return new RunspacePool(commandEngine(this), { min, max });
  },
  'static CreateRunspacePool(int minRunspaces, int maxRunspaces, InitialSessionState initialSessionState, PSHost host) RunspacePool'(
    min: number,
    max: number,
    initial,
  ) {
    return new RunspacePool(commandEngine(this), { min, max }, initialOf(initial));
  },
};

const pool = defineType({
  name: runspaces('RunspacePool'),
  isSealed: true,
  jsClass: RunspacePool,
  interfaces: 'IDisposable',
  members: {
    'prop ApartmentState object get set': setting('ApartmentState'),
    'prop CleanupInterval object get set': setting('CleanupInterval'),
    'prop ConnectionInfo object get': () => null,
    'prop InitialSessionState object get': (self: RunspacePool) => self.initial ?? null,
    'prop InstanceId Guid get': (self: RunspacePool) => self.instanceId,
    'prop IsDisposed bool get': (self: RunspacePool) => self.state === 'Closed',
    'prop RunspacePoolAvailability RunspacePoolAvailability get': (self: RunspacePool) =>
      automationEnum('Runspaces.RunspacePoolAvailability', self.state === 'Opened' ? 'Available' : 'None'),
    'prop RunspacePoolStateInfo RunspacePoolStateInfo get': (self: RunspacePool) =>
      new RunspacePoolStateInfo(self.state),
    'prop ThreadOptions object get set': setting('ThreadOptions'),
    'Open() void': (self: RunspacePool) => self.open(),
    'BeginOpen(AsyncCallback callback, object state) IAsyncResult': (self: RunspacePool) =>
      new NetTask(async () => self.open()),
    'EndOpen(IAsyncResult asyncResult) void': (_self: RunspacePool, result) => ended(result),
    'Close() void': (self: RunspacePool) => self.close(),
    'BeginClose(AsyncCallback callback, object state) IAsyncResult': (self: RunspacePool) =>
      new NetTask(async () => self.close()),
    'EndClose(IAsyncResult asyncResult) void': (_self: RunspacePool, result) => ended(result),
    'Dispose() void': (self: RunspacePool) => self.close(),
    'GetAvailableRunspaces() int': (self: RunspacePool) => self.available,
    'GetMaxRunspaces() int': (self: RunspacePool) => self.size.max,
    'GetMinRunspaces() int': (self: RunspacePool) => self.size.min,
    'SetMaxRunspaces(int maxRunspaces) bool': (self: RunspacePool, max: number) =>
      self.resize({ min: self.size.min, max }),
    'SetMinRunspaces(int minRunspaces) bool': (self: RunspacePool, min: number) =>
      self.resize({ min, max: self.size.max }),
  },
});

/** Pools of runspaces. */
export const runspacePoolTypes: readonly TypeSpec[] = [
  defineEnum(
    runspaces('RunspacePoolState'),
    'BeforeOpen Opening Opened Closed Closing Broken Disconnecting Disconnected Connecting',
  ),
  defineEnum(runspaces('RunspacePoolAvailability'), 'None Available Busy'),
  pool,
  defineType({
    name: 'System.Management.Automation.RunspacePoolStateInfo',
    isSealed: true,
    jsClass: RunspacePoolStateInfo,
    members: {
      'prop State RunspacePoolState get': (self: RunspacePoolStateInfo) =>
        automationEnum('Runspaces.RunspacePoolState', self.state),
      'prop Reason Exception get': () => null,
    },
  }),
];
