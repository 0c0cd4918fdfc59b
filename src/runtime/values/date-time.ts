/** DateTimeKind: 0 Unspecified, 1 Utc, 2 Local, numbered as System.DateTimeKind. */
export type DateTimeKind = 0 | 1 | 2;

export const TICKS_PER_MILLISECOND = 10_000;
export const TICKS_PER_SECOND = 10_000_000;
export const TICKS_PER_MINUTE = 600_000_000;
export const TICKS_PER_HOUR = 36_000_000_000;
export const TICKS_PER_DAY = 864_000_000_000;

/** Days from 0001-01-01 to 1970-01-01. */
export const UNIX_EPOCH_DAY = 719_162;
/** The last day number, 9999-12-31. */
export const MAX_DAY = 3_652_058;

/**
 * System.DateTime: a point of time in ticks of 100 ns and its kind; immutable.
 * The ticks are held as two exact numbers, whole days since 0001-01-01 and the ticks of that day,
 * so that no calendar arithmetic needs a bigint; `ticks` joins them.
 */
export class DateTime {
  /** Days since 0001-01-01, 0 to 3652058. */
  readonly day: number;
  /** Ticks since midnight, 0 to 863999999999. */
  readonly tickOfDay: number;
  readonly kind: DateTimeKind;

  constructor(day: number, tickOfDay: number, kind: DateTimeKind = 0) {
    this.day = day;
    this.tickOfDay = tickOfDay;
    this.kind = kind;
  }

  /** All ticks since 0001-01-01T00:00:00 as an Int64. */
  get ticks(): bigint {
    return BigInt(this.day) * 864_000_000_000n + BigInt(this.tickOfDay);
  }
}
