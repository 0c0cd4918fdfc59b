import type { EngineContext } from '../engine.ts';
import { callOverloads } from '../members/call-overload.ts';
import { formatDateTime, formatDateTimeOffset } from '../text/date-time-format.ts';
import { dateTimeFormatOf } from '../text/date-time-format-info.ts';
import { formatNumber } from '../text/number-format.ts';
import { numberFormatOf } from '../text/number-format-info.ts';
import { numberToString } from '../text/number-text.ts';
import { formatTimeSpan } from '../text/time-span-format.ts';
import { zoneOf } from '../types/engine-zone.ts';
import { MethodGroup, type MethodOverload } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeOf } from '../types/type-of.ts';
import { Char } from '../values/char.ts';
import { CultureInfo } from '../values/culture-info.ts';
import { DateTime } from '../values/date-time.ts';
import { DateTimeOffset } from '../values/date-time-offset.ts';
import { EnumValue } from '../values/enum-value.ts';
import { BoxedNumber } from '../values/number-kinds.ts';
import { PSObject } from '../values/ps-object.ts';
import { isPending, type PSValue } from '../values/ps-value.ts';
import { TimeSpan } from '../values/time-span.ts';

/**
 * `value.ToString(format, culture)` of .NET: '' for null; a format is ignored by types that have none. `culture` is a
 * name, '' for invariant.
 */
export function netText(engine: EngineContext, value: PSValue, format: string | null, culture: string): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'number':
    case 'bigint':
      return numberText(value, format, culture);
    case 'boolean':
      return value ? 'True' : 'False';
    case 'undefined':
      return '';
    default:
      return value === null ? '' : objectText(engine, value, format, culture);
  }
}

function numberText(value: PSValue, format: string | null, culture: string): string {
  const info = numberFormatOf(culture);
  return format ? formatNumber(value, format, info) : numberToString(value, info);
}

function objectText(engine: EngineContext, value: object, format: string | null, culture: string): string {
  if (value instanceof BoxedNumber) return numberText(value, format, culture);
  if (value instanceof Char) return value.text;
  if (value instanceof EnumValue && !format) return value.toString();
  if (value instanceof DateTime) return formatDateTime(value, format, dateTimeFormatOf(culture), zoneOf(engine));
  if (value instanceof DateTimeOffset)
    return formatDateTimeOffset(value, format, dateTimeFormatOf(culture), zoneOf(engine));
  if (value instanceof TimeSpan) return formatTimeSpan(value, format, numberFormatOf(culture).numberDecimalSeparator);
  if (Array.isArray(value)) return 'System.Object[]';
  if (value instanceof PSObject)
    return value.base === undefined ? (value.text ?? '') : netText(engine, value.base, format, culture);
  return callToString(engine, value, format, culture);
}

/** The type's own ToString: the one with format and culture where there is one. */
function callToString(engine: EngineContext, value: object, format: string | null, culture: string): string {
  const group = membersOf(typeOf(value)).find('ToString', false);
  if (!(group instanceof MethodGroup)) return typeOf(value).toString();
  const formatted = group.overloads.find(
    (o) => o.parameters.length === 2 && o.parameters[1]?.type.name === 'IFormatProvider',
  );
  const answer = formatted
    ? formatted.invoke(engine, value, [format, new CultureInfo(culture)])
    : plain(engine, group.overloads, value);
  if (!isPending(answer)) return typeof answer === 'string' ? answer : '';
  throw engine.toException(new Error('ToString did not answer at once'));
}

function plain(engine: EngineContext, overloads: readonly MethodOverload[], value: object) {
  const simple = overloads.find((o) => o.parameters.length === 0);
  return simple ? simple.invoke(engine, value, []) : callOverloads(engine, overloads, value, 'ToString', []);
}
