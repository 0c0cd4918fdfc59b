import type { Clock } from '../../host/clock.ts';
import { formatTimeSpan } from '../../text/time-span-format.ts';
import { NetObject } from '../../values/net-object.ts';
import { TimeSpan } from '../../values/time-span.ts';
import { defineType } from '../define-type.ts';

const NANOSECONDS = 1_000_000;

/** System.Diagnostics.Stopwatch: counts nanoseconds while it runs. */
export class Stopwatch extends NetObject {
  readonly #clock: Clock;
  #counted = 0;
  #startedAt: number | undefined;

  constructor(clock: Clock) {
    super();
    this.#clock = clock;
  }

  get isRunning(): boolean {
    return this.#startedAt !== undefined;
  }

  /** Milliseconds with fractions. */
  get elapsed(): number {
    return this.#counted + (this.#startedAt === undefined ? 0 : this.#clock.monotonic() - this.#startedAt);
  }

  start(): this {
    this.#startedAt ??= this.#clock.monotonic();
    return this;
  }

  stop(): void {
    this.#counted = this.elapsed;
    this.#startedAt = undefined;
  }

  reset(): void {
    this.#counted = 0;
    this.#startedAt = undefined;
  }
}

const nanoseconds = (milliseconds: number): bigint => BigInt(Math.round(milliseconds * NANOSECONDS));
const span = (nanos: bigint): TimeSpan => new TimeSpan(nanos / 100n);

/** System.Diagnostics.Stopwatch */
export const stopwatchType = defineType({
  name: 'System.Diagnostics.Stopwatch',
  jsClass: Stopwatch,
  members: {
    'new()'() {
      return new Stopwatch(this.clock);
    },
    'prop Elapsed TimeSpan get': (self: Stopwatch) => span(nanoseconds(self.elapsed)),
    'prop ElapsedMilliseconds long get': (self: Stopwatch) => BigInt(Math.floor(self.elapsed)),
    'prop ElapsedTicks long get': (self: Stopwatch) => nanoseconds(self.elapsed),
    'prop IsRunning bool get': (self: Stopwatch) => self.isRunning,
    'static field Frequency long': () => 1_000_000_000n,
    'static field IsHighResolution bool': () => true,
    'static GetElapsedTime(long startingTimestamp) TimeSpan'(start: bigint) {
      return span(nanoseconds(this.clock.monotonic()) - start);
    },
    'static GetElapsedTime(long startingTimestamp, long endingTimestamp) TimeSpan': (start: bigint, end: bigint) =>
      span(end - start),
    'static GetTimestamp() long'() {
      return nanoseconds(this.clock.monotonic());
    },
    'Reset() void': (self: Stopwatch) => self.reset(),
    'Restart() void': (self: Stopwatch) => {
      self.reset();
      self.start();
    },
    'Start() void': (self: Stopwatch) => {
      self.start();
    },
    'static StartNew() Stopwatch'() {
      return new Stopwatch(this.clock).start();
    },
    'Stop() void': (self: Stopwatch) => self.stop(),
    'ToString() string': (self: Stopwatch) => formatTimeSpan(span(nanoseconds(self.elapsed)), null, '.'),
  },
});
