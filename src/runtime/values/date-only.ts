/** System.DateOnly: a calendar day as days since 0001-01-01; immutable. */
export class DateOnly {
  readonly dayNumber: number;

  constructor(dayNumber: number) {
    this.dayNumber = dayNumber;
  }
}
