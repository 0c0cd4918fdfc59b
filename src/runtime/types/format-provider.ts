import type { EngineContext } from '../engine.ts';
import { type DateTimeFormatInfo, dateTimeFormatOf } from '../text/date-time-format-info.ts';
import { type NumberFormatInfo, numberFormatOf } from '../text/number-format-info.ts';
import { CultureInfo } from '../values/culture-info.ts';
import { DateTimeFormatValue, NumberFormatValue } from '../values/format-info.ts';
import type { PSValue } from '../values/ps-value.ts';

/** The culture name of an IFormatProvider argument; the current culture for `$null`. */
export function cultureName(engine: EngineContext, provider: PSValue): string {
  return provider instanceof CultureInfo ? provider.name : engine.culture;
}

/** How numbers are written under an IFormatProvider argument. */
export function numberFormatFrom(engine: EngineContext, provider: PSValue): NumberFormatInfo {
  if (provider instanceof NumberFormatValue) return provider.info;
  if (provider instanceof CultureInfo && provider.numberFormat instanceof NumberFormatValue)
    return provider.numberFormat.info;
  return numberFormatOf(cultureName(engine, provider));
}

/** How dates are written under an IFormatProvider argument. */
export function dateFormatFrom(engine: EngineContext, provider: PSValue): DateTimeFormatInfo {
  if (provider instanceof DateTimeFormatValue) return provider.info;
  if (provider instanceof CultureInfo && provider.dateTimeFormat instanceof DateTimeFormatValue) {
    return provider.dateTimeFormat.info;
  }
  return dateTimeFormatOf(cultureName(engine, provider));
}
