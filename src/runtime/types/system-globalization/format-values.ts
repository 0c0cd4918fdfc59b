import { dateTimeFormatOf } from '../../text/date-time-format-info.ts';
import { numberFormatOf } from '../../text/number-format-info.ts';
import type { CultureInfo } from '../../values/culture-info.ts';
import { DateTimeFormatValue, NumberFormatValue } from '../../values/format-info.ts';

/** CultureInfo.NumberFormat: the object is kept, so that a script can change it. */
export function numberFormatValue(culture: CultureInfo): NumberFormatValue {
  const { numberFormat } = culture;
  if (numberFormat instanceof NumberFormatValue) return numberFormat;
  const made = new NumberFormatValue(numberFormatOf(culture.name), culture.isReadOnly);
  culture.numberFormat = made;
  return made;
}

/** CultureInfo.DateTimeFormat. */
export function dateTimeFormatValue(culture: CultureInfo): DateTimeFormatValue {
  const { dateTimeFormat } = culture;
  if (dateTimeFormat instanceof DateTimeFormatValue) return dateTimeFormat;
  const made = new DateTimeFormatValue(dateTimeFormatOf(culture.name), culture.isReadOnly);
  culture.dateTimeFormat = made;
  return made;
}
