/** System.TimeSpan: a signed length of time in ticks of 100 ns (Int64); immutable. */
export class TimeSpan {
  readonly ticks: bigint;

  constructor(ticks: bigint) {
    this.ticks = ticks;
  }
}
