import { NetException } from '../../errors/net-exception.ts';
import { cultureRow } from './culture-data.ts';

/** CultureNotFoundException */
export function cultureNotFound(name: string): NetException {
  const error = new NetException('System.Globalization.CultureNotFoundException', `There is no culture '${name}'.`);
  error.properties.set('ParamName', 'name');
  error.properties.set('InvalidCultureName', name);
  return error;
}

/**
 * The name in its usual case: `en-US` for `EN-us`, '' for the invariant culture. Any name that is formed like one is
 * a culture, as in .NET with ICU. @throws NetException for others
 */
export function canonicalCultureName(name: string): string {
  if (name === '' || name === 'C') return '';
  if (!/^[a-z0-9]{2,8}([-_][a-z0-9]{1,8})*$/i.test(name)) throw cultureNotFound(name);
  const row = cultureRow(name);
  if (row) return row.name;
  const plain = name.replace(/-x-.*$/i, '');
  if (!plain.includes('_')) {
    try {
      return Intl.getCanonicalLocales(plain)[0] ?? plain;
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
    }
  }
  const [language = '', ...rest] = plain.split('-');
  return [language.toLowerCase(), ...rest.map((part) => (language.includes('_') ? part : part.toUpperCase()))].join(
    '-',
  );
}

/** Language, script and region of a culture name. */
export interface CultureParts {
  readonly language: string;
  readonly script: string | undefined;
  readonly region: string | undefined;
}

/** Takes a culture name apart. */
export function cultureParts(name: string): CultureParts {
  const [language = '', ...rest] = name.split('-');
  const script = rest.find((part) => /^[A-Z][a-z]{3}$/.test(part));
  const region = rest.find((part) => /^([A-Z]{2}|\d{3})$/.test(part));
  return { language, script, region };
}

/** The culture above: `de` of `de-DE`, the invariant one ('') of `de`. Chinese has its scripts between. */
export function parentCultureName(name: string): string {
  if (name === 'zh-CN' || name === 'zh-SG') return 'zh-Hans';
  if (/^zh-(TW|HK|MO)$/.test(name)) return 'zh-Hant';
  const at = name.lastIndexOf('-');
  return at < 0 ? '' : name.slice(0, at);
}

/** The name of a culture in a language (`de` or the culture's own). */
export function cultureDisplayName(name: string, shownIn: string): string {
  if (name === '') return 'Invariant Language (Invariant Country)';
  try {
    const names = new Intl.DisplayNames([shownIn, 'en'], { type: 'language', languageDisplay: 'standard' });
    return names.of(name) ?? name;
  } catch (error) {
    if (error instanceof RangeError) return name;
    throw error;
  }
}

/** The region that a language is mostly spoken in: `de-DE` for `de`. */
export function specificCultureName(name: string): string {
  const { region, language } = cultureParts(name);
  if (region !== undefined || name === '') return name;
  if (name === 'ar') return 'ar-SA';
  try {
    const likely = new Intl.Locale(name).maximize();
    return canonicalCultureName(likely.region ? `${language}-${likely.region}` : name);
  } catch (error) {
    if (error instanceof RangeError) return name;
    throw error;
  }
}
