import type { DateTimeFormatInfo } from '../text/date-time-format-info.ts';
import type { NumberFormatInfo } from '../text/number-format-info.ts';
import { NetObject } from './net-object.ts';

/** System.Globalization.NumberFormatInfo as a value; a script may change a copy. */
export class NumberFormatValue extends NetObject {
  info: NumberFormatInfo;
  isReadOnly: boolean;

  constructor(info: NumberFormatInfo, isReadOnly = false) {
    super();
    this.info = info;
    this.isReadOnly = isReadOnly;
  }
}

/** System.Globalization.DateTimeFormatInfo as a value. */
export class DateTimeFormatValue extends NetObject {
  info: DateTimeFormatInfo;
  isReadOnly: boolean;

  constructor(info: DateTimeFormatInfo, isReadOnly = false) {
    super();
    this.info = info;
    this.isReadOnly = isReadOnly;
  }
}
