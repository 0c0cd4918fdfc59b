import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import type { TimeSpan } from '../../values/time-span.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable, type RefSlot } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { itemsOf } from '../sequence.ts';
import { pauseUntil } from './pause.ts';
import { completedTask } from './task-value.ts';

/** How often each object is entered. There is one thread, so entering always succeeds. */
const entered = new WeakMap<object, number>();

function enter(value: PSValue): void {
  if (typeof value !== 'object' || value === null) throw argumentNull('obj');
  entered.set(value, (entered.get(value) ?? 0) + 1);
}

function exit(value: PSValue): void {
  if (typeof value !== 'object' || value === null) throw argumentNull('obj');
  const count = entered.get(value) ?? 0;
  if (count === 0) {
    throw new NetException('System.Threading.SynchronizationLockException', 'The lock is not held.');
  }
  entered.set(value, count - 1);
}

const monitorType = defineType({
  name: 'System.Threading.Monitor',
  isAbstract: true,
  isSealed: true,
  members: {
    'static Enter(object obj) void': enter,
    'static Enter(object obj, ref bool lockTaken) void': (value, slot: RefSlot) => {
      enter(value);
      slot.value = true;
    },
    'static Exit(object obj) void': exit,
    'static IsEntered(object obj) bool': (value) =>
      typeof value === 'object' && value !== null && (entered.get(value) ?? 0) > 0,
    'static Pulse(object obj) void': () => undefined,
    'static PulseAll(object obj) void': () => undefined,
    'static TryEnter(object obj) bool': (value) => {
      enter(value);
      return true;
    },
    'static TryEnter(object obj, ref bool lockTaken) void': (value, slot: RefSlot) => {
      enter(value);
      slot.value = true;
    },
    'static TryEnter(object obj, int millisecondsTimeout) bool': (value) => {
      enter(value);
      return true;
    },
    'static TryEnter(object obj, int millisecondsTimeout, ref bool lockTaken) void': (value, _time, slot: RefSlot) => {
      enter(value);
      slot.value = true;
    },
  },
});

/** A count that waiting takes one from: events (0 or 1), mutexes, semaphores. */
class WaitHandle extends NetObject {
  count: number;
  readonly maximum: number;
  /** Whether waiting takes one. */
  readonly takes: boolean;

  constructor(count: number, maximum: number, takes: boolean) {
    super();
    this.count = count;
    this.maximum = maximum;
    this.takes = takes;
  }

  /** Takes one if there is one. */
  take(): boolean {
    if (this.count === 0) return false;
    if (this.takes) this.count--;
    return true;
  }
}

class ManualResetEvent extends WaitHandle {}
class AutoResetEvent extends WaitHandle {}
class EventWaitHandle extends WaitHandle {}

/** A mutex of the one thread there is: it may be taken again and again. */
class Mutex extends WaitHandle {
  depth: number;

  constructor(isOwned: boolean) {
    super(1, 1, false);
    this.depth = isOwned ? 1 : 0;
  }

  override take(): boolean {
    this.depth++;
    return true;
  }

  release(): void {
    if (this.depth === 0) throw new NetException('System.ApplicationException', 'The mutex is not held.');
    this.depth--;
  }
}

class SemaphoreSlim extends WaitHandle {}
class Semaphore extends WaitHandle {}

async function wait(engine: EngineContext, self: WaitHandle, milliseconds: number): Promise<boolean> {
  if (milliseconds < -1) throw outOfRange('millisecondsTimeout');
  return pauseUntil(engine, () => self.take(), milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds);
}

function waitMembers(name: string): MemberTable {
  const now = (engine: EngineContext, self: WaitHandle, ms: number) => (self.take() ? true : wait(engine, self, ms));
  return {
    [`${name}() bool`](self: WaitHandle) {
      return now(this, self, -1);
    },
    [`${name}(int millisecondsTimeout) bool`](self: WaitHandle, milliseconds: number) {
      return now(this, self, milliseconds);
    },
    [`${name}(TimeSpan timeout) bool`](self: WaitHandle, time: TimeSpan) {
      return now(this, self, Number(time.ticks / 10_000n));
    },
  };
}

const waitTimeout = 258;

/** Waits until one of several handles can be taken, or all of them; answers which. */
function waitMany(
  engine: EngineContext,
  handles: TypedArray | null,
  milliseconds: number,
  needsAll: boolean,
): Eventually<number> {
  const all = itemsOf(handles, 'waitHandles').filter((each) => each instanceof WaitHandle);
  if (all.length === 0) throw badArgument('There are no handles to wait for.', 'waitHandles');
  if (milliseconds < -1) throw outOfRange('millisecondsTimeout');
  let taken = -1;
  const ready = (): boolean => {
    taken = needsAll ? (all.every((each) => each.count > 0) ? 0 : -1) : all.findIndex((each) => each.count > 0);
    if (taken < 0) return false;
    for (const each of needsAll ? all : all.slice(taken, taken + 1)) each.take();
    return true;
  };
  if (ready()) return taken;
  const limit = milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds;
  return pauseUntil(engine, ready, limit).then((inTime) => (inTime ? taken : waitTimeout));
}

const inTime = (answer: Eventually<number>): Eventually<boolean> => andThen(answer, (at) => at !== waitTimeout);
const milliseconds = (time: TimeSpan): number => Number(time.ticks / 10_000n);

const manyMembers: MemberTable = {
  'static field WaitTimeout int': () => waitTimeout,
  'static WaitAny(WaitHandle[] waitHandles) int'(handles: TypedArray) {
    return waitMany(this, handles, -1, false);
  },
  'static WaitAny(WaitHandle[] waitHandles, int millisecondsTimeout) int'(handles: TypedArray, ms: number) {
    return waitMany(this, handles, ms, false);
  },
  'static WaitAny(WaitHandle[] waitHandles, TimeSpan timeout) int'(handles: TypedArray, time: TimeSpan) {
    return waitMany(this, handles, milliseconds(time), false);
  },
  'static WaitAll(WaitHandle[] waitHandles) bool'(handles: TypedArray) {
    return inTime(waitMany(this, handles, -1, true));
  },
  'static WaitAll(WaitHandle[] waitHandles, int millisecondsTimeout) bool'(handles: TypedArray, ms: number) {
    return inTime(waitMany(this, handles, ms, true));
  },
  'static WaitAll(WaitHandle[] waitHandles, TimeSpan timeout) bool'(handles: TypedArray, time: TimeSpan) {
    return inTime(waitMany(this, handles, milliseconds(time), true));
  },
};

function release(self: WaitHandle, count: number): number {
  if (count < 1) throw outOfRange('releaseCount');
  if (self.count + count > self.maximum) {
    throw new NetException('System.Threading.SemaphoreFullException', 'The semaphore is full.');
  }
  const old = self.count;
  self.count += count;
  return old;
}

const eventMembers: MemberTable = {
  'Set() bool': (self: WaitHandle) => {
    self.count = 1;
    return true;
  },
  'Reset() bool': (self: WaitHandle) => {
    self.count = 0;
    return true;
  },
};

function semaphore(type: new (count: number, maximum: number, takes: boolean) => WaitHandle): MemberTable {
  return {
    'new(int initialCount)': (count: number) => new type(count, 2_147_483_647, true),
    'new(int initialCount, int maxCount)': (count: number, maximum: number) => {
      if (count < 0 || count > maximum) throw outOfRange('initialCount');
      return new type(count, maximum, true);
    },
    'Release() int': (self: WaitHandle) => release(self, 1),
    'Release(int releaseCount) int': release,
  };
}

/** Monitor, events, mutexes and semaphores. */
export const lockTypes = [
  monitorType,
  defineType({
    name: 'System.Threading.WaitHandle',
    base: 'System.MarshalByRefObject',
    interfaces: 'IDisposable',
    jsClass: WaitHandle,
    isAbstract: true,
    members: {
      'Close() void': () => undefined,
      'Dispose() void': () => undefined,
      ...waitMembers('WaitOne'),
      ...manyMembers,
    },
  }),
  defineType({
    name: 'System.Threading.EventWaitHandle',
    base: 'System.Threading.WaitHandle',
    jsClass: EventWaitHandle,
    members: {
      'new(bool initialState, EventResetMode mode)': (set: boolean, mode: EnumValue) =>
        new EventWaitHandle(set ? 1 : 0, 1, Number(mode.value) === 0),
      ...eventMembers,
    },
  }),
  defineType({
    name: 'System.Threading.ManualResetEvent',
    base: 'System.Threading.EventWaitHandle',
    jsClass: ManualResetEvent,
    members: { 'new(bool initialState)': (set: boolean) => new ManualResetEvent(set ? 1 : 0, 1, false) },
  }),
  defineType({
    name: 'System.Threading.AutoResetEvent',
    base: 'System.Threading.EventWaitHandle',
    jsClass: AutoResetEvent,
    members: { 'new(bool initialState)': (set: boolean) => new AutoResetEvent(set ? 1 : 0, 1, true) },
  }),
  defineType({
    name: 'System.Threading.Mutex',
    base: 'System.Threading.WaitHandle',
    jsClass: Mutex,
    members: {
      'new()': () => new Mutex(false),
      'new(bool initiallyOwned)': (isOwned: boolean) => new Mutex(isOwned),
      'new(bool initiallyOwned, string name)': (isOwned: boolean) => new Mutex(isOwned),
      'new(bool initiallyOwned, string name, out bool createdNew)': (
        isOwned: boolean,
        _name: PSValue,
        slot: RefSlot,
      ) => {
        slot.value = true;
        return new Mutex(isOwned);
      },
      'ReleaseMutex() void': (self: Mutex) => self.release(),
    },
  }),
  defineType({
    name: 'System.Threading.Semaphore',
    base: 'System.Threading.WaitHandle',
    jsClass: Semaphore,
    members: semaphore(Semaphore),
  }),
  defineType({
    name: 'System.Threading.SemaphoreSlim',
    interfaces: 'IDisposable',
    jsClass: SemaphoreSlim,
    members: {
      ...semaphore(SemaphoreSlim),
      'prop CurrentCount int get': (self: SemaphoreSlim) => self.count,
      'Dispose() void': () => undefined,
      ...waitMembers('Wait'),
      'WaitAsync() Task'(self: SemaphoreSlim) {
        return completedTask(self.take() ? undefined : wait(this, self, -1).then(() => undefined));
      },
    },
  }),
];
