import { numberFormatFromIntl } from './number-format-from-intl.ts';

/**
 * How a culture writes numbers: System.Globalization.NumberFormatInfo. The pattern numbers index .NET's documented
 * tables (NumberFormatInfo.CurrencyNegativePattern and its siblings).
 */
export interface NumberFormatInfo {
  readonly numberDecimalDigits: number;
  readonly numberDecimalSeparator: string;
  readonly numberGroupSeparator: string;
  readonly numberGroupSizes: readonly number[];
  readonly numberNegativePattern: number;
  readonly currencyDecimalDigits: number;
  readonly currencyDecimalSeparator: string;
  readonly currencyGroupSeparator: string;
  readonly currencyGroupSizes: readonly number[];
  readonly currencySymbol: string;
  readonly currencyPositivePattern: number;
  readonly currencyNegativePattern: number;
  readonly percentDecimalDigits: number;
  readonly percentDecimalSeparator: string;
  readonly percentGroupSeparator: string;
  readonly percentGroupSizes: readonly number[];
  readonly percentSymbol: string;
  readonly perMilleSymbol: string;
  readonly percentPositivePattern: number;
  readonly percentNegativePattern: number;
  readonly negativeSign: string;
  readonly positiveSign: string;
  readonly nanSymbol: string;
  readonly positiveInfinitySymbol: string;
  readonly negativeInfinitySymbol: string;
}

/** The invariant culture's numbers. */
export const invariantNumberFormat: NumberFormatInfo = {
  numberDecimalDigits: 2,
  numberDecimalSeparator: '.',
  numberGroupSeparator: ',',
  numberGroupSizes: [3],
  numberNegativePattern: 1,
  currencyDecimalDigits: 2,
  currencyDecimalSeparator: '.',
  currencyGroupSeparator: ',',
  currencyGroupSizes: [3],
  currencySymbol: '¤',
  currencyPositivePattern: 0,
  currencyNegativePattern: 0,
  percentDecimalDigits: 2,
  percentDecimalSeparator: '.',
  percentGroupSeparator: ',',
  percentGroupSizes: [3],
  percentSymbol: '%',
  perMilleSymbol: '‰',
  percentPositivePattern: 0,
  percentNegativePattern: 0,
  negativeSign: '-',
  positiveSign: '+',
  nanSymbol: 'NaN',
  positiveInfinitySymbol: 'Infinity',
  negativeInfinitySymbol: '-Infinity',
};

/** The numbers of en-US as .NET has them with ICU data (three decimals in N, F and P). */
export const enUsNumberFormat: NumberFormatInfo = {
  ...invariantNumberFormat,
  numberDecimalDigits: 3,
  currencySymbol: '$',
  currencyNegativePattern: 1,
  percentDecimalDigits: 3,
  percentPositivePattern: 1,
  percentNegativePattern: 1,
  positiveInfinitySymbol: '∞',
  negativeInfinitySymbol: '-∞',
};

const known = new Map<string, NumberFormatInfo>([
  ['', invariantNumberFormat],
  ['en-us', enUsNumberFormat],
]);

/**
 * The number format of a culture by name ('' is the invariant culture; case is ignored). Names that the host's Intl
 * data does not know get the invariant format.
 */
export function numberFormatOf(cultureName: string): NumberFormatInfo {
  // Asked for each number and date that is written, so also names as they are written have an entry.
  const asWritten = known.get(cultureName);
  if (asWritten !== undefined) return asWritten;
  const key = cultureName.toLowerCase();
  let found = known.get(key);
  if (!found) {
    found = numberFormatFromIntl(cultureName, invariantNumberFormat);
    known.set(key, found);
  }
  known.set(cultureName, found);
  return found;
}
