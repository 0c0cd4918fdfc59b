/** System.TimeOnly: a time of day in ticks since midnight, 0 to 863999999999; immutable. */
export class TimeOnly {
  readonly tickOfDay: number;

  constructor(tickOfDay: number) {
    this.tickOfDay = tickOfDay;
  }
}
