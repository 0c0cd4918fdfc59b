import { CultureInfo } from '../../values/culture-info.ts';
import type { EnumValue } from '../../values/enum-value.ts';
import { DateTimeFormatValue, NumberFormatValue } from '../../values/format-info.ts';
import type { NetType } from '../../values/net-type.ts';
import { defineType, type PropertyFunctions } from '../define-type.ts';
import { argumentNull, invalidOperation } from '../net-error.ts';
import { gregorian } from './calendar.ts';
import { compareInfoOf } from './compare-info.ts';
import { cultureOfLcid, cultureRow, isoLanguage } from './culture-data.ts';
import { cultureNames } from './culture-list.ts';
import {
  canonicalCultureName,
  cultureDisplayName,
  cultureNotFound,
  cultureParts,
  parentCultureName,
  specificCultureName,
} from './culture-names.ts';
import { currentCulture, setCurrentCulture, sharedCulture } from './current-culture.ts';
import { dateTimeFormatValue, numberFormatValue } from './format-values.ts';
import { textInfoOf } from './text-info.ts';

type Culture = CultureInfo;
type Text = string | null;

function fresh(name: string): Culture {
  const culture = new CultureInfo(name);
  culture.isReadOnly = false;
  return culture;
}

function named(name: Text): string {
  if (name === null) throw argumentNull('name');
  return canonicalCultureName(name);
}

function ofLcid(lcid: number): string {
  if (lcid === 127) return '';
  const name = cultureOfLcid(lcid);
  if (name === undefined) throw cultureNotFound(String(lcid));
  return name;
}

function copy(culture: Culture, isReadOnly: boolean): Culture {
  const made = new CultureInfo(culture.name);
  made.isReadOnly = isReadOnly;
  if (culture.numberFormat instanceof NumberFormatValue)
    made.numberFormat = new NumberFormatValue(culture.numberFormat.info, isReadOnly);
  if (culture.dateTimeFormat instanceof DateTimeFormatValue)
    made.dateTimeFormat = new DateTimeFormatValue(culture.dateTimeFormat.info, isReadOnly);
  return made;
}

const isNeutral = ({ name }: Culture): boolean => name !== '' && cultureParts(name).region === undefined;

/** CurrentCulture and CurrentUICulture. */
const current = (which: 'culture' | 'uiCulture'): PropertyFunctions => ({
  get() {
    return currentCulture(this, which);
  },
  set(culture: Culture | null) {
    if (!culture) throw argumentNull('value');
    setCurrentCulture(this, which, culture);
  },
});

function checkWritable(culture: Culture): void {
  if (culture.isReadOnly) throw invalidOperation('This culture cannot be changed; change a clone.');
}

/** Which cultures GetCultures lists: 1 neutral, 2 specific, 4 installed. */
function listed(types: EnumValue): Culture[] {
  const wanted = Number(types.value);
  return ['', ...cultureNames()]
    .map(sharedCulture)
    .filter((culture) => (isNeutral(culture) || culture.name === '' ? (wanted & 5) !== 0 : (wanted & 6) !== 0));
}

/** System.Globalization.CultureInfo */
export const cultureInfoType = defineType({
  name: 'System.Globalization.CultureInfo',
  jsClass: CultureInfo,
  interfaces: 'ICloneable, IFormatProvider',
  members: {
    'new(string name)': (name: Text) => fresh(named(name)),
    'new(string name, bool useUserOverride)': (name: Text) => fresh(named(name)),
    'new(int culture)': (lcid: number) => fresh(ofLcid(lcid)),
    'new(int culture, bool useUserOverride)': (lcid: number) => fresh(ofLcid(lcid)),
    'prop Calendar Calendar get': () => gregorian,
    'prop CompareInfo CompareInfo get': compareInfoOf,
    'prop CultureTypes CultureTypes get': (self: Culture) =>
      (isNeutral(self) ? 1 : 2) | (self.name === '' || cultureRow(self.name) ? 0 : 8),
    'static prop CurrentCulture CultureInfo get set': current('culture'),
    'static prop CurrentUICulture CultureInfo get set': current('uiCulture'),
    'prop DateTimeFormat DateTimeFormatInfo get set': {
      get: dateTimeFormatValue,
      set: (self: Culture, format: DateTimeFormatValue | null) => {
        checkWritable(self);
        if (!format) throw argumentNull('value');
        self.dateTimeFormat = format;
      },
    },
    'static prop DefaultThreadCurrentCulture CultureInfo get': () => null,
    'static prop DefaultThreadCurrentUICulture CultureInfo get': () => null,
    'prop DisplayName string get'(self: Culture) {
      return cultureDisplayName(self.name, this.uiCulture || 'en');
    },
    'prop EnglishName string get': (self: Culture) => cultureDisplayName(self.name, 'en'),
    'prop IetfLanguageTag string get': (self: Culture) => self.name,
    'static prop InstalledUICulture CultureInfo get'() {
      return sharedCulture(canonicalCultureName(this.host.uiCulture));
    },
    'static prop InvariantCulture CultureInfo get': () => CultureInfo.invariant,
    'prop IsNeutralCulture bool get': isNeutral,
    'prop IsReadOnly bool get': (self: Culture) => self.isReadOnly,
    'prop KeyboardLayoutId int get': (self: Culture) => lcidOf(self, 1033),
    'prop LCID int get': (self: Culture) => lcidOf(self, 4096),
    'prop Name string get': (self: Culture) => self.name,
    'prop NativeName string get': (self: Culture) => cultureDisplayName(self.name, self.name || 'en'),
    'prop NumberFormat NumberFormatInfo get set': {
      get: numberFormatValue,
      set: (self: Culture, format: NumberFormatValue | null) => {
        checkWritable(self);
        if (!format) throw argumentNull('value');
        self.numberFormat = format;
      },
    },
    'prop OptionalCalendars Calendar[] get': () => [gregorian],
    'prop Parent CultureInfo get': (self: Culture) => sharedCulture(parentCultureName(self.name)),
    'prop TextInfo TextInfo get': textInfoOf,
    'prop ThreeLetterISOLanguageName string get': (self: Culture) => isoLanguage(cultureParts(self.name).language),
    'prop ThreeLetterWindowsLanguageName string get': (self: Culture) =>
      self.name === '' ? 'IVL' : (cultureRow(self.name)?.windowsCode ?? 'ZZZ'),
    'prop TwoLetterISOLanguageName string get': (self: Culture) => cultureParts(self.name).language || 'iv',
    'prop UseUserOverride bool get': (self: Culture) => self.name !== '',
    'ClearCachedData() void': () => undefined,
    'Clone() object': (self: Culture) => copy(self, false),
    'static CreateSpecificCulture(string name) CultureInfo': (name: Text) => fresh(specificCultureName(named(name))),
    'Equals(object value) bool': (self: Culture, other) => other instanceof CultureInfo && other.name === self.name,
    'GetConsoleFallbackUICulture() CultureInfo': (self: Culture) => self,
    'static GetCultureInfo(int culture) CultureInfo': (lcid: number) => sharedCulture(ofLcid(lcid)),
    'static GetCultureInfo(string name) CultureInfo': (name: Text) => sharedCulture(named(name)),
    'static GetCultureInfo(string name, string altName) CultureInfo': (name: Text) => sharedCulture(named(name)),
    'static GetCultureInfo(string name, bool predefinedOnly) CultureInfo': (name: Text, predefined: boolean) => {
      const found = named(name);
      if (predefined && found !== '' && !isPredefined(found)) throw cultureNotFound(name ?? '');
      return sharedCulture(found);
    },
    'static GetCultureInfoByIetfLanguageTag(string name) CultureInfo': (name: Text) => sharedCulture(named(name)),
    'static GetCultures(CultureTypes types) CultureInfo[]': listed,
    'GetFormat(Type formatType) object': (self: Culture, type: NetType | null) => {
      if (type?.fullName === 'System.Globalization.NumberFormatInfo') return numberFormatValue(self);
      return type?.fullName === 'System.Globalization.DateTimeFormatInfo' ? dateTimeFormatValue(self) : null;
    },
    'static ReadOnly(CultureInfo ci) CultureInfo': (culture: Culture | null) => {
      if (!culture) throw argumentNull('ci');
      return culture.isReadOnly ? culture : copy(culture, true);
    },
    'ToString() string': (self: Culture) => self.name,
  },
});

function lcidOf(culture: Culture, otherwise: number): number {
  return culture.name === '' ? 127 : (cultureRow(culture.name)?.lcid ?? otherwise);
}

/** Whether the host has data for the language of a name, or the table lists it. */
function isPredefined(name: string): boolean {
  if (cultureRow(name)) return true;
  try {
    return Intl.NumberFormat.supportedLocalesOf([name]).length > 0;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}
