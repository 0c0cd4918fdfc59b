import type { NumberFormatInfo } from './number-format-info.ts';
import {
  negativeCurrencyPatterns,
  negativePercentPatterns,
  positiveCurrencyPatterns,
  positivePercentPatterns,
} from './number-standard-format.ts';

/**
 * Derives a culture's number format from the host's Intl data (CLDR, the same source that .NET reads through ICU).
 * Like .NET with ICU, N, F and P then have three decimals. `fallback` answers for a name that Intl rejects.
 */
export function numberFormatFromIntl(cultureName: string, fallback: NumberFormatInfo): NumberFormatInfo {
  const currency = currencyOf(cultureName);
  try {
    const locale = new Intl.Locale(cultureName).baseName;
    const number = new Intl.NumberFormat(locale, { useGrouping: 'always', minimumFractionDigits: 1 });
    const percent = new Intl.NumberFormat(locale, {
      style: 'percent',
      useGrouping: 'always',
      minimumFractionDigits: 1,
    });
    const money = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      useGrouping: 'always',
    });
    return build(number, percent, money);
  } catch (error) {
    if (error instanceof RangeError) return fallback;
    throw error;
  }
}

type Parts = Intl.NumberFormatPart[];

function build(number: Intl.NumberFormat, percent: Intl.NumberFormat, money: Intl.NumberFormat): NumberFormatInfo {
  const plain = number.formatToParts(-1234567890.5);
  const decimal = textOf(plain, 'decimal', '.');
  const group = textOf(plain, 'group', ',');
  const sizes = groupSizes(plain);
  const minus = textOf(plain, 'minusSign', '-');
  const moneyParts = money.formatToParts(1234567890.5);
  const digits = money.resolvedOptions().maximumFractionDigits ?? 2;
  const percentParts = percent.formatToParts(1234);
  return {
    numberDecimalDigits: 3,
    numberDecimalSeparator: decimal,
    numberGroupSeparator: group,
    numberGroupSizes: sizes,
    numberNegativePattern: 1,
    currencyDecimalDigits: digits,
    currencyDecimalSeparator: textOf(moneyParts, 'decimal', decimal),
    currencyGroupSeparator: textOf(moneyParts, 'group', group),
    currencyGroupSizes: sizes,
    currencySymbol: textOf(moneyParts, 'currency', '¤'),
    currencyPositivePattern: patternAt(positiveCurrencyPatterns, skeleton(moneyParts), 0),
    currencyNegativePattern: patternAt(negativeCurrencyPatterns, skeleton(money.formatToParts(-1234567890.5)), 1),
    percentDecimalDigits: 3,
    percentDecimalSeparator: decimal,
    percentGroupSeparator: group,
    percentGroupSizes: sizes,
    percentSymbol: textOf(percentParts, 'percentSign', '%'),
    perMilleSymbol: '‰',
    percentPositivePattern: patternAt(positivePercentPatterns, skeleton(percentParts), 1),
    percentNegativePattern: patternAt(negativePercentPatterns, skeleton(percent.formatToParts(-1234)), 1),
    negativeSign: minus,
    positiveSign: plusSign(number),
    nanSymbol: textOf(number.formatToParts(Number.NaN), 'nan', 'NaN'),
    positiveInfinitySymbol: textOf(number.formatToParts(Number.POSITIVE_INFINITY), 'infinity', '∞'),
    negativeInfinitySymbol: minus + textOf(number.formatToParts(Number.POSITIVE_INFINITY), 'infinity', '∞'),
  };
}

function patternAt(table: readonly string[], pattern: string, otherwise: number): number {
  const at = table.indexOf(pattern);
  return at < 0 ? otherwise : at;
}

/** The arrangement of sign, symbol and number in what Intl printed, in the letters of the tables above. */
function skeleton(parts: Parts): string {
  let text = '';
  for (const { type, value } of parts) {
    if (type === 'integer') text += text.includes('n') ? '' : 'n';
    else if (type === 'currency' || type === 'percentSign') text += '$';
    else if (type === 'minusSign') text += '-';
    else if (type === 'literal') text += /^[\s\u00a0\u202f]+$/u.test(value) ? ' ' : '';
  }
  return text;
}

function textOf(parts: Parts, type: Intl.NumberFormatPartTypes, otherwise: string): string {
  return parts.find((part) => part.type === type)?.value ?? otherwise;
}

function plusSign(number: Intl.NumberFormat): string {
  const { locale } = number.resolvedOptions();
  return textOf(new Intl.NumberFormat(locale, { signDisplay: 'always' }).formatToParts(1), 'plusSign', '+');
}

/** Lengths of the digit groups from the right; the leftmost group is only a rest and the last size repeats. */
function groupSizes(parts: Parts): readonly number[] {
  const lengths = parts.filter((part) => part.type === 'integer').map((part) => [...part.value].length);
  const [last, before] = [lengths.at(-1), lengths.at(-2)];
  if (last === undefined || before === undefined || lengths.length < 3) return [3];
  return last === before ? [last] : [last, before];
}

/** The currency of a culture's region, by ISO 4217 code; US dollars where the table does not know the region. */
function currencyOf(cultureName: string): string {
  const region = /-([A-Za-z]{2})$/u.exec(cultureName)?.[1]?.toUpperCase() ?? '';
  return currencyByRegion[region] ?? 'USD';
}

const euro = 'AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK AD MC ME SM VA XK';
const others =
  'AE:AED AF:AFN AL:ALL AM:AMD AR:ARS AU:AUD AZ:AZN BA:BAM BD:BDT BG:BGN BH:BHD BO:BOB BR:BRL BY:BYN CA:CAD CH:CHF ' +
  'CL:CLP CN:CNY CO:COP CR:CRC CU:CUP CZ:CZK DK:DKK DO:DOP DZ:DZD EG:EGP ET:ETB GB:GBP GE:GEL GH:GHS GT:GTQ HK:HKD ' +
  'HN:HNL HU:HUF ID:IDR IL:ILS IN:INR IQ:IQD IR:IRR IS:ISK JM:JMD JO:JOD JP:JPY KE:KES KG:KGS KH:KHR KR:KRW KW:KWD ' +
  'KZ:KZT LA:LAK LB:LBP LI:CHF LK:LKR LY:LYD MA:MAD MD:MDL MK:MKD MM:MMK MN:MNT MO:MOP MX:MXN MY:MYR NG:NGN NI:NIO ' +
  'NO:NOK NP:NPR NZ:NZD OM:OMR PA:PAB PE:PEN PH:PHP PK:PKR PL:PLN PY:PYG QA:QAR RO:RON RS:RSD RU:RUB RW:RWF SA:SAR ' +
  'SE:SEK SG:SGD SN:XOF SV:USD SY:SYP TH:THB TN:TND TR:TRY TW:TWD TZ:TZS UA:UAH UG:UGX UY:UYU UZ:UZS VE:VES VN:VND ' +
  'YE:YER ZA:ZAR ZW:USD';
const currencyByRegion: Readonly<Record<string, string>> = Object.fromEntries([
  ...euro.split(' ').map((region) => [region, 'EUR']),
  ...others.split(' ').map((pair) => pair.split(':')),
]);
