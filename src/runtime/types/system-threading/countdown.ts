import type { EngineContext } from '../../engine.ts';
import { NetException } from '../../errors/net-exception.ts';
import { NetObject } from '../../values/net-object.ts';
import { disposed } from '../../values/net-stream.ts';
import type { Eventually } from '../../values/ps-value.ts';
import type { TimeSpan } from '../../values/time-span.ts';
import { defineType, type MemberTable } from '../define-type.ts';
import { invalidOperation, outOfRange } from '../net-error.ts';
import { pauseUntil } from './pause.ts';

/** What can be waited for without a handle. */
abstract class Waitable extends NetObject {
  isOpen = true;
  abstract get isSet(): boolean;

  check(): void {
    if (!this.isOpen) throw disposed('event');
  }
}

/** System.Threading.ManualResetEventSlim */
class ManualResetEventSlim extends Waitable {
  isSet: boolean;

  constructor(isSet: boolean) {
    super();
    this.isSet = isSet;
  }
}

/** System.Threading.CountdownEvent: set when it was signalled as often as it says. */
class CountdownEvent extends Waitable {
  initial: number;
  left: number;

  constructor(count: number) {
    super();
    if (count < 0) throw outOfRange('initialCount');
    this.initial = count;
    this.left = count;
  }

  get isSet(): boolean {
    return this.left === 0;
  }

  signal(count: number): boolean {
    this.check();
    if (count < 1) throw outOfRange('signalCount');
    if (count > this.left) throw invalidOperation('The event does not wait for so many signals.');
    this.left -= count;
    return this.isSet;
  }

  tryAdd(count: number): boolean {
    this.check();
    if (count < 1) throw outOfRange('signalCount');
    if (this.isSet) return false;
    this.left += count;
    return true;
  }

  add(count: number): void {
    if (!this.tryAdd(count)) throw invalidOperation('The event has been set.');
  }

  reset(count: number): void {
    this.check();
    if (count < 0) throw outOfRange('count');
    this.initial = count;
    this.left = count;
  }
}

function wait(engine: EngineContext, self: Waitable, milliseconds: number): Eventually<boolean> {
  self.check();
  if (milliseconds < -1) throw outOfRange('millisecondsTimeout');
  if (self.isSet) return true;
  return pauseUntil(engine, () => self.isSet, milliseconds < 0 ? Number.POSITIVE_INFINITY : milliseconds);
}

const waiting: MemberTable = {
  'prop IsSet bool get': (self: Waitable) => self.isSet,
  'Dispose() void': (self: Waitable) => {
    self.isOpen = false;
  },
  async 'Wait() void'(self: Waitable) {
    await wait(this, self, -1);
  },
  'Wait(int millisecondsTimeout) bool'(self: Waitable, milliseconds: number) {
    return wait(this, self, milliseconds);
  },
  'Wait(TimeSpan timeout) bool'(self: Waitable, time: TimeSpan) {
    return wait(this, self, Number(time.ticks / 10_000n));
  },
};

/** System.Threading.Lock */
class Lock extends NetObject {
  depth = 0;

  exit(): void {
    if (this.depth === 0)
      throw new NetException('System.Threading.SynchronizationLockException', 'The lock is not held.');
    this.depth--;
  }
}

/** Events that are counted, and Lock. */
export const countdownTypes = [
  defineType({
    name: 'System.Threading.ManualResetEventSlim',
    interfaces: 'IDisposable',
    jsClass: ManualResetEventSlim,
    members: {
      'new()': () => new ManualResetEventSlim(false),
      'new(bool initialState)': (set: boolean) => new ManualResetEventSlim(set),
      'new(bool initialState, int spinCount)': (set: boolean) => new ManualResetEventSlim(set),
      ...waiting,
      'prop SpinCount int get': () => 0,
      'Reset() void': (self: ManualResetEventSlim) => {
        self.check();
        self.isSet = false;
      },
      'Set() void': (self: ManualResetEventSlim) => {
        self.isSet = true;
      },
    },
  }),
  defineType({
    name: 'System.Threading.CountdownEvent',
    interfaces: 'IDisposable',
    jsClass: CountdownEvent,
    members: {
      'new(int initialCount)': (count: number) => new CountdownEvent(count),
      ...waiting,
      'prop CurrentCount int get': (self: CountdownEvent) => self.left,
      'prop InitialCount int get': (self: CountdownEvent) => self.initial,
      'AddCount() void': (self: CountdownEvent) => self.add(1),
      'AddCount(int signalCount) void': (self: CountdownEvent, count: number) => self.add(count),
      'Reset() void': (self: CountdownEvent) => self.reset(self.initial),
      'Reset(int count) void': (self: CountdownEvent, count: number) => self.reset(count),
      'Signal() bool': (self: CountdownEvent) => self.signal(1),
      'Signal(int signalCount) bool': (self: CountdownEvent, count: number) => self.signal(count),
      'TryAddCount() bool': (self: CountdownEvent) => self.tryAdd(1),
      'TryAddCount(int signalCount) bool': (self: CountdownEvent, count: number) => self.tryAdd(count),
    },
  }),
  defineType({
    name: 'System.Threading.Lock',
    jsClass: Lock,
    isSealed: true,
    members: {
      'new()': () => new Lock(),
      'prop IsHeldByCurrentThread bool get': (self: Lock) => self.depth > 0,
      'Enter() void': (self: Lock) => {
        self.depth++;
      },
      'Exit() void': (self: Lock) => self.exit(),
      'TryEnter() bool': (self: Lock) => {
        self.depth++;
        return true;
      },
      'TryEnter(int millisecondsTimeout) bool': (self: Lock) => {
        self.depth++;
        return true;
      },
    },
  }),
];
