import type { EngineContext } from '../../engine.ts';
import type { DateTime } from '../../values/date-time.ts';
import { raiseOutside } from '../../values/net-events.ts';
import { NetObject } from '../../values/net-object.ts';
import type { TimeSpan } from '../../values/time-span.ts';
import { toLocalTime } from '../../values/time-zone.ts';
import { defineType } from '../define-type.ts';
import { utcOf, zoneOf } from '../engine-zone.ts';
import { eventMembers } from '../event-members.ts';
import { badArgument, outOfRange } from '../net-error.ts';

const maximum = 2_147_483_647;

/** System.Timers.ElapsedEventArgs */
class ElapsedEventArgs extends NetObject {
  readonly signalTime: DateTime;

  constructor(signalTime: DateTime) {
    super();
    this.signalTime = signalTime;
  }
}

/** System.Timers.Timer */
class Timer extends NetObject {
  interval = 100;
  autoReset = true;
  /** Ends the wait under way; undefined while the timer stands still. */
  #cancel: (() => void) | undefined;

  get enabled(): boolean {
    return this.#cancel !== undefined;
  }

  start(engine: EngineContext): void {
    if (this.#cancel) return;
    let isCancelled = false;
    const cancelled = new Promise<void>((resolve) => {
      this.#cancel = () => {
        isCancelled = true;
        resolve();
      };
    });
    const wait = async (): Promise<void> => {
      await engine.clock.sleep(this.interval, cancelled);
      if (isCancelled) return;
      if (!this.autoReset) this.#cancel = undefined;
      const time = toLocalTime(utcOf(engine.clock.now()), zoneOf(engine));
      raiseOutside(this, 'Elapsed', this, new ElapsedEventArgs(time));
      if (this.autoReset) void wait();
    };
    void wait();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = undefined;
  }

  /** A changed interval begins anew. */
  setInterval(engine: EngineContext, interval: number): void {
    if (!(interval > 0)) throw badArgument('The interval must be greater than 0.');
    this.interval = interval;
    if (!this.enabled) return;
    this.stop();
    this.start(engine);
  }
}

function timer(interval: number): Timer {
  if (!(interval > 0)) throw badArgument('The interval must be greater than 0.', 'interval');
  if (Math.ceil(interval) > maximum) throw outOfRange('interval');
  const made = new Timer();
  made.interval = interval;
  return made;
}

/** The types of System.Timers. */
export const timerTypes = [
  defineType({
    name: 'System.Timers.ElapsedEventArgs',
    base: 'System.EventArgs',
    jsClass: ElapsedEventArgs,
    members: {
      'new(DateTime signalTime)': (time: DateTime) => new ElapsedEventArgs(time),
      'prop SignalTime DateTime get': (self: ElapsedEventArgs) => self.signalTime,
    },
  }),
  defineType({
    name: 'System.Timers.ElapsedEventHandler',
    kind: 'delegate',
    invoke: '(object sender, ElapsedEventArgs e) void',
  }),
  defineType({
    name: 'System.Timers.Timer',
    base: 'System.ComponentModel.Component',
    interfaces: 'IDisposable',
    jsClass: Timer,
    members: {
      'new()': () => new Timer(),
      'new(double interval)': (interval: number) => timer(interval),
      'new(TimeSpan interval)': (interval: TimeSpan) => timer(interval.total('Milliseconds')),
      ...eventMembers({ Disposed: 'EventHandler', Elapsed: 'ElapsedEventHandler' }),
      'prop AutoReset bool get set': {
        get: (self: Timer) => self.autoReset,
        set: (self: Timer, value: boolean) => {
          self.autoReset = value;
        },
      },
      'prop Enabled bool get set': {
        get: (self: Timer) => self.enabled,
        set(self: Timer, value: boolean) {
          if (value) self.start(this);
          else self.stop();
        },
      },
      'prop Interval double get set': {
        get: (self: Timer) => self.interval,
        set(self: Timer, value: number) {
          self.setInterval(this, value);
        },
      },
      'prop SynchronizingObject object get': () => null,
      'Close() void': (self: Timer) => self.stop(),
      'Dispose() void': (self: Timer) => self.stop(),
      'Start() void'(self: Timer) {
        self.start(this);
      },
      'Stop() void': (self: Timer) => self.stop(),
    },
  }),
];
