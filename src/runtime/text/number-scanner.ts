import type { NumberFormatInfo } from './number-format-info.ts';
import { NumberStyles } from './number-styles.ts';

/** A number as text, taken apart: 0.DIGITS × 10^scale; `digits` has no leading zero. */
export interface ScannedNumber {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
  readonly hasPoint: boolean;
}

/** Whether a code unit is one of the blanks that NumberStyles mean. */
export function isWhite(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

/** Length of `symbol` where it stands at `at`, else 0; blanks of any kind match a no-break blank in the symbol. */
export function matchSymbol(text: string, at: number, symbol: string): number {
  if (symbol === '') return 0;
  for (let i = 0; i < symbol.length; i++) {
    const want = symbol.charCodeAt(i);
    const have = text.charCodeAt(at + i);
    if (want !== have && !((want === 0xa0 || want === 0x202f) && have === 32)) return 0;
  }
  return symbol.length;
}

/** Length of a negative sign at `at`: the culture's own, or a hyphen where that one is some other dash. */
function matchMinus(text: string, at: number, info: NumberFormatInfo): number {
  const own = matchSymbol(text, at, info.negativeSign);
  if (own > 0) return own;
  return text.charCodeAt(at) === 45 && allowsHyphen(info) ? 1 : 0;
}

function allowsHyphen(info: NumberFormatInfo): boolean {
  return /^[\u2012\u207b\u208b\u2212\u2796\ufe63\uff0d]$/u.test(info.negativeSign);
}

/** Reads a text from left to right by the styles; undefined where it is not a number as a whole. */
export function scanNumber(text: string, styles: number, info: NumberFormatInfo): ScannedNumber | undefined {
  return new NumberScanner(text, styles, info).scan();
}

class NumberScanner {
  readonly #text: string;
  readonly #styles: number;
  readonly #info: NumberFormatInfo;
  readonly #currency: boolean;
  #at = 0;
  #negative = false;
  #signSeen = false;
  #openParenthesis = false;
  #currencySeen = false;
  #pointSeen = false;
  #digitSeen = false;
  #digits = '';
  #scale = 0;

  constructor(text: string, styles: number, info: NumberFormatInfo) {
    this.#text = text;
    this.#styles = styles;
    this.#info = info;
    this.#currency = this.#allows(NumberStyles.AllowCurrencySymbol);
  }

  scan(): ScannedNumber | undefined {
    while (this.#scanLead());
    while (this.#scanBody());
    if (!this.#digitSeen) return undefined;
    this.#scanExponent();
    while (this.#scanTail());
    if (this.#openParenthesis || /[^\0]/u.test(this.#text.slice(this.#at))) return undefined;
    return { negative: this.#negative, digits: this.#digits, scale: this.#scale, hasPoint: this.#pointSeen };
  }

  #allows(style: number): boolean {
    return (this.#styles & style) !== 0;
  }

  /** One blank, sign, parenthesis or currency symbol before the digits. */
  #scanLead(): boolean {
    const signOnly = this.#signSeen && !this.#currencySeen && this.#info.numberNegativePattern !== 2;
    if (isWhite(this.#text.charCodeAt(this.#at)) && this.#allows(NumberStyles.AllowLeadingWhite) && !signOnly) {
      this.#at++;
      return true;
    }
    if (!this.#signSeen) {
      if (this.#allows(NumberStyles.AllowLeadingSign) && this.#scanSign()) return true;
      if (this.#allows(NumberStyles.AllowParentheses) && this.#text.charAt(this.#at) === '(') {
        this.#at++;
        this.#signSeen = this.#openParenthesis = this.#negative = true;
        return true;
      }
    }
    return this.#scanCurrency();
  }

  #scanSign(): boolean {
    const plus = matchSymbol(this.#text, this.#at, this.#info.positiveSign);
    const length = plus || matchMinus(this.#text, this.#at, this.#info);
    if (length === 0) return false;
    this.#at += length;
    this.#signSeen = true;
    if (plus === 0) this.#negative = true;
    return true;
  }

  #scanCurrency(): boolean {
    if (!this.#currency || this.#currencySeen) return false;
    const length = matchSymbol(this.#text, this.#at, this.#info.currencySymbol);
    if (length === 0) return false;
    this.#at += length;
    this.#currencySeen = true;
    return true;
  }

  /** One digit, point or group separator. */
  #scanBody(): boolean {
    const c = this.#text.charCodeAt(this.#at);
    if (c >= 48 && c <= 57) {
      this.#digitSeen = true;
      if (c !== 48 || this.#digits !== '') {
        this.#digits += String.fromCharCode(c);
        if (!this.#pointSeen) this.#scale++;
      } else if (this.#pointSeen) this.#scale--;
      this.#at++;
      return true;
    }
    if (this.#pointSeen) return false;
    const { currencyDecimalSeparator, numberDecimalSeparator, currencyGroupSeparator, numberGroupSeparator } =
      this.#info;
    if (this.#allows(NumberStyles.AllowDecimalPoint)) {
      const length = this.#separator(currencyDecimalSeparator, numberDecimalSeparator);
      if (length > 0) {
        this.#pointSeen = true;
        this.#at += length;
        return true;
      }
    }
    if (!this.#digitSeen || !this.#allows(NumberStyles.AllowThousands)) return false;
    const length = this.#separator(currencyGroupSeparator, numberGroupSeparator);
    this.#at += length;
    return length > 0;
  }

  /** Length of a separator here: the currency's first where currency is allowed, then, without symbol, the number's. */
  #separator(ofCurrency: string, ofNumber: string): number {
    const own = this.#currency ? matchSymbol(this.#text, this.#at, ofCurrency) : 0;
    if (own > 0 || (this.#currency && this.#currencySeen)) return own;
    return matchSymbol(this.#text, this.#at, ofNumber);
  }

  #scanExponent(): void {
    const c = this.#text.charCodeAt(this.#at);
    if ((c !== 69 && c !== 101) || !this.#allows(NumberStyles.AllowExponent)) return;
    let at = this.#at + 1;
    const plus = matchSymbol(this.#text, at, this.#info.positiveSign);
    const minus = plus > 0 ? 0 : matchMinus(this.#text, at, this.#info);
    at += plus + minus;
    const match = /^\d+/u.exec(this.#text.slice(at));
    if (!match) return;
    const exponent = Math.min(Number(match[0]), 999_999_999);
    this.#scale += minus > 0 ? -exponent : exponent;
    this.#at = at + match[0].length;
  }

  /** One blank, sign, parenthesis or currency symbol behind the digits. */
  #scanTail(): boolean {
    if (isWhite(this.#text.charCodeAt(this.#at)) && this.#allows(NumberStyles.AllowTrailingWhite)) {
      this.#at++;
      return true;
    }
    if (this.#allows(NumberStyles.AllowTrailingSign) && !this.#signSeen && this.#scanSign()) return true;
    if (this.#openParenthesis && this.#text.charAt(this.#at) === ')') {
      this.#at++;
      this.#openParenthesis = false;
      return true;
    }
    return this.#scanCurrency();
  }
}
