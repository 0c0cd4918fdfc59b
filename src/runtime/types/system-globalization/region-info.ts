import { numberFormatOf } from '../../text/number-format-info.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';
import { canonicalCultureName, cultureParts, specificCultureName } from './culture-names.ts';

/** System.Globalization.RegionInfo: a country or region. */
export class RegionInfo extends NetObject {
  /** Two letters. */
  readonly region: string;
  /** A culture of the region, for its number format and language. */
  readonly culture: string;

  constructor(region: string, culture: string) {
    super();
    this.region = region;
    this.culture = culture;
  }

  equalityText(): string {
    return `region ${this.region}`;
  }
}

/** ISO 3166 codes of three letters and ISO 4217 currencies, by region. */
const table = `AR ARG ARS|AT AUT EUR|AU AUS AUD|BE BEL EUR|BG BGR EUR|BR BRA BRL|CA CAN CAD|CH CHE CHF|CL CHL CLP
CN CHN CNY|CO COL COP|CZ CZE CZK|DE DEU EUR|DK DNK DKK|EE EST EUR|EG EGY EGP|ES ESP EUR|FI FIN EUR|FR FRA EUR
GB GBR GBP|GR GRC EUR|HK HKG HKD|HR HRV EUR|HU HUN HUF|ID IDN IDR|IE IRL EUR|IL ISR ILS|IN IND INR|IS ISL ISK
IT ITA EUR|JP JPN JPY|KR KOR KRW|LT LTU EUR|LU LUX EUR|LV LVA EUR|MX MEX MXN|MY MYS MYR|NL NLD EUR|NO NOR NOK
NZ NZL NZD|PE PER PEN|PH PHL PHP|PL POL PLN|PT PRT EUR|RO ROU RON|RS SRB RSD|RU RUS RUB|SA SAU SAR|SE SWE SEK
SG SGP SGD|SI SVN EUR|SK SVK EUR|TH THA THB|TR TUR TRY|TW TWN TWD|UA UKR UAH|US USA USD|VN VNM VND|ZA ZAF ZAR`;

const codes = new Map(table.split(/[|\n]/).map((row) => [row.slice(0, 2), row.slice(3).split(' ')]));

function regionOf(name: string | null): RegionInfo {
  if (name === null) throw argumentNull('name');
  if (/^[a-z]{2}$/i.test(name) && codes.has(name.toUpperCase())) {
    const region = name.toUpperCase();
    const language = new Intl.Locale(`und-${region}`).maximize().language ?? 'en';
    return new RegionInfo(region, `${language}-${region}`);
  }
  const culture = canonicalCultureName(name);
  const { region } = cultureParts(culture);
  if (region === undefined) throw badArgument(`There is no region '${name}'.`, 'name');
  return new RegionInfo(region, culture);
}

function nameIn(self: RegionInfo, language: string): string {
  return new Intl.DisplayNames([language, 'en'], { type: 'region' }).of(self.region) ?? self.region;
}

const currencyOf = (self: RegionInfo): string => codes.get(self.region)?.[1] ?? 'XXX';

/** System.Globalization.RegionInfo */
export const regionInfoType = defineType({
  name: 'System.Globalization.RegionInfo',
  jsClass: RegionInfo,
  members: {
    'new(string name)': regionOf,
    'prop CurrencyEnglishName string get': (self: RegionInfo) =>
      new Intl.DisplayNames(['en'], { type: 'currency' }).of(currencyOf(self)) ?? currencyOf(self),
    'prop CurrencySymbol string get': (self: RegionInfo) => numberFormatOf(self.culture).currencySymbol,
    'static prop CurrentRegion RegionInfo get'() {
      return regionOf(specificCultureName(this.culture || 'en-US'));
    },
    'prop DisplayName string get': (self: RegionInfo) => nameIn(self, self.culture),
    'prop EnglishName string get': (self: RegionInfo) => nameIn(self, 'en'),
    'prop IsMetric bool get': (self: RegionInfo) => !['US', 'LR', 'MM', 'GB'].includes(self.region),
    'prop ISOCurrencySymbol string get': currencyOf,
    'prop Name string get': (self: RegionInfo) => self.region,
    'prop NativeName string get': (self: RegionInfo) => nameIn(self, self.culture),
    'prop ThreeLetterISORegionName string get': (self: RegionInfo) => codes.get(self.region)?.[0] ?? '',
    'prop TwoLetterISORegionName string get': (self: RegionInfo) => self.region,
    'Equals(object value) bool': (self: RegionInfo, other) =>
      other instanceof RegionInfo && other.region === self.region,
    'ToString() string': (self: RegionInfo) => self.region,
  },
});
