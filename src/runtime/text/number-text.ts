import { numberKindOf } from '../values/number-kind-of.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { shortestDoubleDigits, significantDigits } from './number-digits.ts';
import { formatNumber, nonFiniteText } from './number-format.ts';
import { invariantNumberFormat, type NumberFormatInfo } from './number-format-info.ts';
import { generalText } from './number-standard-format.ts';

/** `value.ToString()` of a number of any kind (not Char): the shortest text that reads back as the same number. */
export function numberToString(value: unknown, info: NumberFormatInfo = invariantNumberFormat): string {
  return isPlainInteger(value, info) ? String(value) : formatNumber(value, '', info);
}

/** Whether a number is an Int32 that is written as JavaScript does it. */
function isPlainInteger(value: unknown, info: NumberFormatInfo): boolean {
  return typeof value === 'number' && (value | 0) === value && (value >= 0 || info.negativeSign === '-');
}

/**
 * How the engine itself writes a number (strings, casts, `+`, -join, output): doubles with 15 and singles with 7
 * significant digits, all others as {@link numberToString}. Strings and casts are invariant, output passes the
 * current culture's `info`.
 */
export function numberToEngineText(value: unknown, info: NumberFormatInfo = invariantNumberFormat): string {
  if (typeof value === 'number') {
    if (isPlainInteger(value, info)) return String(value);
    if (info === invariantNumberFormat) {
      const size = Math.abs(value);
      if (size >= 1e-4 && size < 1e15) {
        const text = String(value);
        // 16 characters with a point hold 15 digits at most; without one the size does.
        if (text.length <= 16) return text;
      }
    }
    if ((value | 0) !== value) return doubleText(value, info);
    return formatNumber(value, '', info);
  }
  if (typeof value === 'bigint' && info === invariantNumberFormat) return value.toString();
  const kind = numberKindOf(value);
  if (typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'number') {
    if (kind === NumberKind.Double) return doubleText(value.value, info);
    if (kind === NumberKind.Single) return formatNumber(value, 'G7', info);
  }
  return formatNumber(value, '', info);
}

function doubleText(value: number, info: NumberFormatInfo): string {
  if (!Number.isFinite(value)) return nonFiniteText(value, info);
  const shortest = shortestDoubleDigits(value);
  // Up to 15 digits the shortest form and the one rounded to 15 are the same, except for denormals.
  if (shortest.digits.length <= 15 && shortest.scale > -300) return generalText(shortest, 15, info, 'E');
  return generalText(significantDigits(value, 15), 15, info, 'E');
}
