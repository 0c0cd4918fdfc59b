import { NetException } from '../errors/net-exception.ts';
import { roundHalfEven } from './decimal-conversion.ts';

const MIN_TICKS = -9_223_372_036_854_775_808n;
const MAX_TICKS = 9_223_372_036_854_775_807n;
const TICKS_PER_DAY = 864_000_000_000n;

/** Ticks in one unit, by the name that TimeSpan.From* and Total* use. */
const TICKS_PER = {
  Days: 864_000_000_000,
  Hours: 36_000_000_000,
  Minutes: 600_000_000,
  Seconds: 10_000_000,
  Milliseconds: 10_000,
  Microseconds: 10,
} as const;

/** The unit names of TimeSpan.From* and Total*. */
export type TimeSpanUnit = keyof typeof TICKS_PER;

/** System.TimeSpan: a signed length of time in ticks of 100 ns (Int64); immutable. */
export class TimeSpan {
  static readonly zero: TimeSpan = new TimeSpan(0n);
  static readonly minValue: TimeSpan = new TimeSpan(MIN_TICKS);
  static readonly maxValue: TimeSpan = new TimeSpan(MAX_TICKS);

  readonly ticks: bigint;

  constructor(ticks: bigint) {
    this.ticks = ticks;
  }

  /** A checked construction: OverflowException when the ticks are no Int64. */
  static checked(ticks: bigint): TimeSpan {
    if (ticks < MIN_TICKS || ticks > MAX_TICKS) throw tooLong();
    return new TimeSpan(ticks);
  }

  /** From parts of any size and sign; ArgumentOutOfRangeException when the sum is no TimeSpan. */
  static fromParts(
    days: number | bigint,
    hours: number | bigint,
    minutes: number | bigint,
    seconds: number | bigint,
    milliseconds: number | bigint = 0,
    microseconds: number | bigint = 0,
  ): TimeSpan {
    const micros =
      (((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60n + BigInt(seconds)) * 1_000_000n +
      BigInt(milliseconds) * 1000n +
      BigInt(microseconds);
    const ticks = micros * 10n;
    if (ticks < MIN_TICKS || ticks > MAX_TICKS) {
      throw new NetException(
        'System.ArgumentOutOfRangeException',
        'The parts add up to more than a TimeSpan can hold.',
      );
    }
    return new TimeSpan(ticks);
  }

  /** TimeSpan.FromDays(double) and its kin: fractions below one tick are cut off. */
  static from(unit: TimeSpanUnit, value: number): TimeSpan {
    if (Number.isNaN(value)) throw new NetException('System.ArgumentException', 'NaN is no length of time.');
    const ticks = value * TICKS_PER[unit];
    if (!(ticks >= -(2 ** 63) && ticks <= 2 ** 63)) throw tooLong();
    if (ticks === 2 ** 63) return TimeSpan.maxValue;
    return new TimeSpan(BigInt(Math.trunc(ticks)));
  }

  get days(): number {
    return Number(this.ticks / TICKS_PER_DAY);
  }

  get hours(): number {
    return Number((this.ticks / 36_000_000_000n) % 24n);
  }

  get minutes(): number {
    return Number((this.ticks / 600_000_000n) % 60n);
  }

  get seconds(): number {
    return Number((this.ticks / 10_000_000n) % 60n);
  }

  get milliseconds(): number {
    return Number((this.ticks / 10_000n) % 1000n);
  }

  get microseconds(): number {
    return Number((this.ticks / 10n) % 1000n);
  }

  get nanoseconds(): number {
    return Number(this.ticks % 10n) * 100;
  }

  /** TotalDays and its kin, as a double. */
  total(unit: TimeSpanUnit): number {
    const total = Number(this.ticks) / TICKS_PER[unit];
    if (unit !== 'Milliseconds') return total;
    return Math.min(922_337_203_685_477, Math.max(-922_337_203_685_477, total));
  }

  add(other: TimeSpan): TimeSpan {
    return TimeSpan.checked(this.ticks + other.ticks);
  }

  subtract(other: TimeSpan): TimeSpan {
    return TimeSpan.checked(this.ticks - other.ticks);
  }

  negate(): TimeSpan {
    return TimeSpan.checked(-this.ticks);
  }

  duration(): TimeSpan {
    return this.ticks < 0n ? this.negate() : this;
  }

  /** Rounded to the nearest tick, ties to even. */
  multiply(factor: number): TimeSpan {
    if (Number.isNaN(factor)) throw new NetException('System.ArgumentException', 'NaN is no factor.');
    return fromDoubleTicks(roundHalfEven(Number(this.ticks) * factor));
  }

  divide(divisor: number): TimeSpan {
    if (Number.isNaN(divisor)) throw new NetException('System.ArgumentException', 'NaN is no divisor.');
    return fromDoubleTicks(roundHalfEven(Number(this.ticks) / divisor));
  }

  /** How often `other` goes into this one. */
  ratio(other: TimeSpan): number {
    return Number(this.ticks) / Number(other.ticks);
  }

  compareTo(other: TimeSpan): number {
    return this.ticks < other.ticks ? -1 : this.ticks > other.ticks ? 1 : 0;
  }

  equals(other: TimeSpan): boolean {
    return this.ticks === other.ticks;
  }
}

function fromDoubleTicks(ticks: number): TimeSpan {
  if (!(ticks >= -(2 ** 63) && ticks <= 2 ** 63)) throw tooLong();
  return ticks === 2 ** 63 ? TimeSpan.maxValue : new TimeSpan(BigInt(ticks));
}

function tooLong(): NetException {
  return new NetException('System.OverflowException', 'The length of time is more than a TimeSpan can hold.');
}
