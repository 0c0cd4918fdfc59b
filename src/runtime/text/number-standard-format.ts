import type { NumberDigits } from './number-digits.ts';
import { roundDigits } from './number-digits.ts';
import type { NumberFormatInfo } from './number-format-info.ts';
import { groupDigits } from './number-group.ts';

/**
 * Formats digits by one of the letters C, E, F, G, N, P (either case) of .NET's "Standard numeric format strings".
 * `precision` is undefined where the format gives none. Digits of floating numbers must come rounded already;
 * undefined is returned for any other letter.
 */
export function formatStandard(
  number: NumberDigits,
  letter: string,
  precision: number | undefined,
  info: NumberFormatInfo,
): string | undefined {
  const key = letter.toUpperCase();
  return writers[key === 'R' && number.family !== 'floating' ? 'G' : key]?.(number, precision, info, letter);
}

type Writer = (number: NumberDigits, precision: number | undefined, info: NumberFormatInfo, letter: string) => string;

const writers: Readonly<Record<string, Writer>> = {
  C: (number, precision, info) => {
    const decimals = precision ?? info.currencyDecimalDigits;
    const rounded = roundAt(number, decimals);
    const body = fixedText(
      rounded,
      decimals,
      info.currencyDecimalSeparator,
      info.currencyGroupSeparator,
      info.currencyGroupSizes,
    );
    const patterns = rounded.negative ? negativeCurrencyPatterns : positiveCurrencyPatterns;
    const pattern = patterns[rounded.negative ? info.currencyNegativePattern : info.currencyPositivePattern] ?? '$n';
    return fill(pattern, body, info.currencySymbol, info.negativeSign);
  },
  E: (number, precision, info, letter) => {
    const count = (precision ?? 6) + 1;
    const rounded = roundDigits(number, count, number.family === 'floating');
    return (rounded.negative ? info.negativeSign : '') + scientificText(rounded, count, info, letter);
  },
  F: (number, precision, info) => {
    const decimals = precision ?? info.numberDecimalDigits;
    const rounded = roundAt(number, decimals);
    const sign = rounded.negative ? info.negativeSign : '';
    return sign + fixedText(rounded, decimals, info.numberDecimalSeparator, '', []);
  },
  G: (number, precision, info, letter) => {
    if (number.family === 'decimal' && precision === undefined) return generalText(number, undefined, info, letter);
    const count = precision || number.digits.length;
    return generalText(roundDigits(number, count, number.family === 'floating'), count, info, letter);
  },
  N: (number, precision, info) => {
    const decimals = precision ?? info.numberDecimalDigits;
    const rounded = roundAt(number, decimals);
    const { numberDecimalSeparator, numberGroupSeparator, numberGroupSizes } = info;
    const body = fixedText(rounded, decimals, numberDecimalSeparator, numberGroupSeparator, numberGroupSizes);
    const pattern = rounded.negative ? (negativeNumber[info.numberNegativePattern] ?? '-n') : 'n';
    return fill(pattern, body, '', info.negativeSign);
  },
  P: (number, precision, info) => {
    const decimals = precision ?? info.percentDecimalDigits;
    const scaled = number.digits === '' ? number : { ...number, scale: number.scale + 2 };
    const rounded = roundAt(scaled, decimals);
    const { percentDecimalSeparator, percentGroupSeparator, percentGroupSizes } = info;
    const body = fixedText(rounded, decimals, percentDecimalSeparator, percentGroupSeparator, percentGroupSizes);
    const patterns = rounded.negative ? negativePercentPatterns : positivePercentPatterns;
    const pattern = patterns[rounded.negative ? info.percentNegativePattern : info.percentPositivePattern] ?? 'n%';
    return fill(pattern, body, info.percentSymbol, info.negativeSign);
  },
};

/** .NET's tables of patterns: `n` is the number, `$` the symbol of the currency or percent, `-` the sign. */
export const positiveCurrencyPatterns = ['$n', 'n$', '$ n', 'n $'];
export const negativeCurrencyPatterns = [
  '($n)',
  '-$n',
  '$-n',
  '$n-',
  '(n$)',
  '-n$',
  'n-$',
  'n$-',
  '-n $',
  '-$ n',
  'n $-',
  '$ n-',
  '$ -n',
  'n- $',
  '($ n)',
  '(n $)',
  '$- n',
];
export const positivePercentPatterns = ['n $', 'n$', '$n', '$ n'];
export const negativePercentPatterns = [
  '-n $',
  '-n$',
  '-$n',
  '$-n',
  '$n-',
  'n-$',
  'n$-',
  '-$ n',
  'n $-',
  '$ n-',
  '$ -n',
  'n- $',
];
const negativeNumber = ['(n)', '-n', '- n', 'n-', 'n -'];

/** Fills a pattern: `n` is the number, `$` the symbol, `-` the negative sign. */
function fill(pattern: string, body: string, symbol: string, minus: string): string {
  if (pattern === 'n') return body;
  let text = '';
  for (const c of pattern) text += c === 'n' ? body : c === '$' ? symbol : c === '-' ? minus : c;
  return text;
}

function roundAt(number: NumberDigits, decimals: number): NumberDigits {
  return roundDigits(number, number.scale + decimals, number.family === 'floating');
}

/** Whole part, grouped, and exactly `decimals` decimals. */
function fixedText(
  { digits, scale }: NumberDigits,
  decimals: number,
  point: string,
  groupSeparator: string,
  groupSizes: readonly number[],
): string {
  const whole = scale > 0 ? digits.slice(0, scale).padEnd(scale, '0') : '0';
  const grouped = groupSeparator === '' ? whole : groupDigits(whole, groupSeparator, groupSizes);
  if (decimals <= 0) return grouped;
  const fraction = scale >= 0 ? digits.slice(scale) : '0'.repeat(Math.min(-scale, decimals)) + digits;
  return grouped + point + fraction.slice(0, decimals).padEnd(decimals, '0');
}

/** `d.ddd` and an exponent of three digits at least. */
function scientificText(
  { digits, scale }: NumberDigits,
  count: number,
  info: NumberFormatInfo,
  letter: string,
): string {
  const lead = digits.charAt(0) || '0';
  const rest = count > 1 ? info.numberDecimalSeparator + digits.slice(1, count).padEnd(count - 1, '0') : '';
  return lead + rest + exponentText(digits === '' ? 0 : scale - 1, letter, 3, true, info);
}

/**
 * The G format of rounded digits: plain when the exponent allows it for `maxDigits` digits, else with an exponent of
 * two digits at least. `maxDigits` undefined never uses an exponent (decimals).
 */
export function generalText(
  { digits, scale, negative }: NumberDigits,
  maxDigits: number | undefined,
  info: NumberFormatInfo,
  letter: string,
): string {
  const sign = negative ? info.negativeSign : '';
  const point = info.numberDecimalSeparator;
  if (maxDigits !== undefined && (scale > maxDigits || scale < -3)) {
    const rest = digits.length > 1 ? point + digits.slice(1) : '';
    const mark = letter === letter.toLowerCase() ? 'e' : 'E';
    return sign + (digits.charAt(0) || '0') + rest + exponentText(scale - 1, mark, 2, true, info);
  }
  if (scale > 0) {
    const whole = digits.slice(0, scale).padEnd(scale, '0');
    return digits.length > scale ? sign + whole + point + digits.slice(scale) : sign + whole;
  }
  const fraction = '0'.repeat(-scale) + digits;
  return fraction === '' ? `${sign}0` : `${sign}0${point}${fraction}`;
}

/** `E+05`: sign (a plus only if asked for) and at least `minDigits` digits. */
export function exponentText(
  exponent: number,
  mark: string,
  minDigits: number,
  plus: boolean,
  info: NumberFormatInfo,
): string {
  const sign = exponent < 0 ? info.negativeSign : plus ? info.positiveSign : '';
  return mark + sign + String(Math.abs(exponent)).padStart(minDigits, '0');
}
