import { invariantNumberFormat, type NumberFormatInfo } from '../../text/number-format-info.ts';
import { CultureInfo } from '../../values/culture-info.ts';
import { NumberFormatValue } from '../../values/format-info.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { TypedArray } from '../../values/typed-array.ts';
import { defineType, type MemberTable, type PropertyFunctions } from '../define-type.ts';
import { argumentNull, badArgument, invalidOperation, outOfRange } from '../net-error.ts';
import { currentCulture } from './current-culture.ts';
import { numberFormatValue } from './format-values.ts';

type Format = NumberFormatValue;
type Key = keyof NumberFormatInfo;

function checkWritable(self: Format): void {
  if (self.isReadOnly) throw invalidOperation('This number format cannot be changed; change a clone.');
}

function change(self: Format, key: Key, value: NumberFormatInfo[Key]): void {
  checkWritable(self);
  self.info = { ...self.info, [key]: value };
}

/** An int property with its largest value. */
const count = (key: Key, max: number): PropertyFunctions => ({
  get: (self: Format) => self.info[key],
  set: (self: Format, value: number) => {
    if (value < 0 || value > max) throw outOfRange('value', `The value must be between 0 and ${max}.`);
    change(self, key, value);
  },
});

const text = (key: Key, mayBeEmpty = true): PropertyFunctions => ({
  get: (self: Format) => self.info[key],
  set: (self: Format, value: string | null) => {
    if (value === null) throw argumentNull('value');
    if (value === '' && !mayBeEmpty) throw badArgument('The separator must not be empty.', 'value');
    change(self, key, value);
  },
});

const sizes = (key: Key): PropertyFunctions => ({
  get: (self: Format) => self.info[key],
  set: (self: Format, value: TypedArray | null) => {
    if (!value) throw argumentNull('value');
    const numbers = value.toArray().map(Number);
    const isSize = (n: number, i: number): boolean => (n >= 1 && n <= 9) || (n === 0 && i === numbers.length - 1);
    if (!numbers.every(isSize)) throw badArgument('Group sizes are 1 to 9; only the last one may be 0.', 'value');
    change(self, key, numbers);
  },
});

/** The properties that numbers, currency and percent have in common. */
function shared(prefix: 'number' | 'currency' | 'percent', name: string): MemberTable {
  return {
    [`prop ${name}DecimalDigits int get set`]: count(`${prefix}DecimalDigits`, 99),
    [`prop ${name}DecimalSeparator string get set`]: text(`${prefix}DecimalSeparator`, false),
    [`prop ${name}GroupSeparator string get set`]: text(`${prefix}GroupSeparator`),
    [`prop ${name}GroupSizes int[] get set`]: sizes(`${prefix}GroupSizes`),
  };
}

function getInstance(provider: PSValue): Format | undefined {
  if (provider instanceof NumberFormatValue) return provider;
  return provider instanceof CultureInfo ? numberFormatValue(provider) : undefined;
}

/** System.Globalization.NumberFormatInfo */
export const numberFormatInfoType = defineType({
  name: 'System.Globalization.NumberFormatInfo',
  jsClass: NumberFormatValue,
  isSealed: true,
  interfaces: 'ICloneable, IFormatProvider',
  members: {
    'new()': () => new NumberFormatValue(invariantNumberFormat),
    ...shared('currency', 'Currency'),
    'prop CurrencyNegativePattern int get set': count('currencyNegativePattern', 16),
    'prop CurrencyPositivePattern int get set': count('currencyPositivePattern', 3),
    'prop CurrencySymbol string get set': text('currencySymbol'),
    'static prop CurrentInfo NumberFormatInfo get'() {
      return numberFormatValue(currentCulture(this));
    },
    'static prop InvariantInfo NumberFormatInfo get': () => numberFormatValue(CultureInfo.invariant),
    'prop DigitSubstitution DigitShapes get': () => 1,
    'prop IsReadOnly bool get': (self: Format) => self.isReadOnly,
    'prop NaNSymbol string get set': text('nanSymbol'),
    'prop NativeDigits string[] get': () => [...'0123456789'],
    'prop NegativeInfinitySymbol string get set': text('negativeInfinitySymbol'),
    'prop NegativeSign string get set': text('negativeSign'),
    ...shared('number', 'Number'),
    'prop NumberNegativePattern int get set': count('numberNegativePattern', 4),
    ...shared('percent', 'Percent'),
    'prop PercentNegativePattern int get set': count('percentNegativePattern', 11),
    'prop PercentPositivePattern int get set': count('percentPositivePattern', 3),
    'prop PercentSymbol string get set': text('percentSymbol'),
    'prop PerMilleSymbol string get set': text('perMilleSymbol'),
    'prop PositiveInfinitySymbol string get set': text('positiveInfinitySymbol'),
    'prop PositiveSign string get set': text('positiveSign'),
    'Clone() object': (self: Format) => new NumberFormatValue(self.info),
    'GetFormat(Type formatType) object': (self: Format, type: NetType | null) =>
      type?.fullName === 'System.Globalization.NumberFormatInfo' ? self : null,
    'static GetInstance(IFormatProvider formatProvider) NumberFormatInfo'(provider) {
      return getInstance(provider) ?? numberFormatValue(currentCulture(this));
    },
    'static ReadOnly(NumberFormatInfo nfi) NumberFormatInfo': (format: Format | null) => {
      if (!format) throw argumentNull('nfi');
      return format.isReadOnly ? format : new NumberFormatValue(format.info, true);
    },
  },
});
