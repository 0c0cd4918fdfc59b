import { BigInteger } from '../values/big-integer.ts';
import { Decimal } from '../values/decimal.ts';
import { tenTo } from '../values/decimal-arithmetic.ts';
import type { Double } from '../values/double.ts';
import { toDouble } from '../values/double.ts';
import { integerOfKind, integerRanges } from '../values/integer-of-kind.ts';
import { NumberKind } from '../values/number-kinds.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { Single } from '../values/single.ts';
import { exactDigits } from './number-digits.ts';
import type { NumberFormatInfo } from './number-format-info.ts';

/** System.Globalization.NumberStyles, as bits. */
export const NumberStyles = {
  None: 0,
  AllowLeadingWhite: 0x1,
  AllowTrailingWhite: 0x2,
  AllowLeadingSign: 0x4,
  AllowTrailingSign: 0x8,
  AllowParentheses: 0x10,
  AllowDecimalPoint: 0x20,
  AllowThousands: 0x40,
  AllowExponent: 0x80,
  AllowCurrencySymbol: 0x100,
  AllowHexSpecifier: 0x200,
  AllowBinarySpecifier: 0x400,
  Integer: 0x7,
  HexNumber: 0x203,
  BinaryNumber: 0x403,
  Number: 0x6f,
  Float: 0xa7,
  Currency: 0x17f,
  Any: 0x1ff,
} as const;

/** What parsing gives: the number, or why there is none. */
export type ParsedNumber = NumericValue | 'format' | 'overflow';

/** The styles that `Parse(text)` of a type uses when none are given. */
export function defaultNumberStyles(kind: NumberKind): number {
  if (kind === NumberKind.Decimal) return NumberStyles.Number;
  if (kind === NumberKind.Double || kind === NumberKind.Single) return NumberStyles.Float | NumberStyles.AllowThousands;
  return NumberStyles.Integer;
}

/**
 * `Type.Parse(text, styles, info)` of a numeric type. Answers 'format' where .NET throws FormatException and
 * 'overflow' where it throws OverflowException; never throws.
 */
export function parseNumber(kind: NumberKind, text: string, styles: number, info: NumberFormatInfo): ParsedNumber {
  if ((styles & (NumberStyles.AllowHexSpecifier | NumberStyles.AllowBinarySpecifier)) !== 0) {
    return parseBits(kind, text, styles);
  }
  const scanned = scanNumber(text, styles, info);
  if (kind === NumberKind.Double || kind === NumberKind.Single) return parseFloating(kind, text, scanned, info);
  if (scanned === undefined) return 'format';
  if (kind === NumberKind.Decimal) return toDecimal(scanned);
  const integer = toInteger(scanned);
  if (kind === NumberKind.BigInteger) {
    if (integer !== undefined) return BigInteger.of(integer);
    return scanned.scale > scanned.digits.length ? 'overflow' : 'format';
  }
  // A negative zero written with a point is out of range for the unsigned types (and only for them).
  if (integer === undefined || (integer === 0n && isNegativeZero(scanned) && !integerRanges[kind]?.signed)) {
    return 'overflow';
  }
  return integerOfKind(kind, integer) ?? 'overflow';
}

function isNegativeZero({ negative, hasPoint }: ScannedNumber): boolean {
  return negative && hasPoint;
}

/** A number as text, taken apart: 0.DIGITS × 10^scale; `digits` has no leading zero. */
interface ScannedNumber {
  readonly negative: boolean;
  readonly digits: string;
  readonly scale: number;
  readonly hasPoint: boolean;
}

function isWhite(c: number): boolean {
  return c === 32 || (c >= 9 && c <= 13);
}

/** Length of `symbol` where it stands at `at`, else 0; blanks of any kind match a no-break blank in the symbol. */
function matchSymbol(text: string, at: number, symbol: string): number {
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
function scanNumber(text: string, styles: number, info: NumberFormatInfo): ScannedNumber | undefined {
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

/** The whole number, or undefined when there are decimals other than 0 (or it is absurdly large). */
function toInteger({ negative, digits, scale }: ScannedNumber): bigint | undefined {
  let end = digits.length;
  while (end > 0 && digits.charCodeAt(end - 1) === 48) end--;
  if (end === 0) return 0n;
  if (scale < end || scale > 100_000) return undefined;
  const size = BigInt(digits.slice(0, end).padEnd(scale, '0'));
  return negative ? -size : size;
}

function toDecimal({ negative, digits, scale }: ScannedNumber): Decimal | 'overflow' {
  if (digits === '') return Decimal.of(0n, Math.min(Math.max(-scale, 0), 28));
  if (scale > 29) return 'overflow';
  if (scale < -28) return Decimal.of(0n, 28);
  let places = Math.min(28, Math.max(digits.length - scale, 0));
  for (; places >= 0; places--) {
    const mantissa = roundAt(digits, scale + places);
    if (mantissa <= Decimal.maxMantissa) return Decimal.of(negative ? -mantissa : mantissa, places);
  }
  return 'overflow';
}

/** The first `count` digits (filled with zeros) as a number, rounded to nearest, ties to even. */
function roundAt(digits: string, count: number): bigint {
  if (count < 0) return 0n;
  const kept = BigInt(digits.slice(0, count) || '0') * tenTo(Math.max(count - digits.length, 0));
  if (count >= digits.length) return kept;
  const next = digits.charCodeAt(count) - 53;
  if (next < 0) return kept;
  const tie = next === 0 && !/[1-9]/u.test(digits.slice(count + 1));
  return tie && (kept & 1n) === 0n ? kept : kept + 1n;
}

function parseFloating(
  kind: NumberKind,
  text: string,
  scanned: ScannedNumber | undefined,
  info: NumberFormatInfo,
): number | Double | Single | 'format' {
  const value = scanned ? floatingOf(scanned) : symbolValue(text.trim(), info);
  if (value === undefined) return 'format';
  if (kind === NumberKind.Double) return toDouble(value);
  return Single.of(scanned ? nearestSingle(value, scanned) : value);
}

/** The single nearest to the text: rounding its nearest double once more errs where that lies between two singles. */
function nearestSingle(value: number, { digits, scale }: ScannedNumber): number {
  const single = Math.fround(value);
  const other = 2 * value - single;
  if (single === value || Math.fround(other) !== other || !Number.isFinite(single)) return single;
  const exact = exactDigits(value);
  const text = digits.replace(/0+$/u, '');
  if (text === exact.digits && scale === exact.scale) return single;
  const larger = scale === exact.scale ? text > exact.digits : scale > exact.scale;
  return larger === Math.abs(other) > Math.abs(value) ? other : single;
}

function floatingOf({ negative, digits, scale }: ScannedNumber): number {
  const size = digits === '' ? 0 : Number(`0.${digits}e${scale}`);
  return negative ? -size : size;
}

/** Infinity, -Infinity and NaN as the culture writes them, case ignored. */
function symbolValue(text: string, info: NumberFormatInfo): number | undefined {
  const is = (a: string, b: string): boolean => a.toUpperCase() === b.toUpperCase();
  if (is(text, info.positiveInfinitySymbol)) return Number.POSITIVE_INFINITY;
  if (is(text, info.negativeInfinitySymbol)) return Number.NEGATIVE_INFINITY;
  if (is(text, info.nanSymbol)) return Number.NaN;
  const plus = matchSymbol(text, 0, info.positiveSign);
  if (plus > 0) {
    if (is(text.slice(plus), info.positiveInfinitySymbol)) return Number.POSITIVE_INFINITY;
    return is(text.slice(plus), info.nanSymbol) ? Number.NaN : undefined;
  }
  const minus = matchSymbol(text, 0, info.negativeSign);
  return minus > 0 && is(text.slice(minus), info.nanSymbol) ? Number.NaN : undefined;
}

/** Hexadecimal or binary digits, which give the bits of the type. */
function parseBits(kind: NumberKind, text: string, styles: number): ParsedNumber {
  let [start, end] = [0, text.length];
  if (styles & NumberStyles.AllowLeadingWhite) while (isWhite(text.charCodeAt(start))) start++;
  if (styles & NumberStyles.AllowTrailingWhite) while (end > start && isWhite(text.charCodeAt(end - 1))) end--;
  const body = text.slice(start, end);
  const hex = (styles & NumberStyles.AllowHexSpecifier) !== 0;
  if (!(hex ? /^[0-9a-f]+$/iu : /^[01]+$/u).test(body)) return 'format';
  const bits = BigInt((hex ? '0x' : '0b') + body);
  if (kind === NumberKind.BigInteger) return BigInteger.of(BigInt.asIntN(body.length * (hex ? 4 : 1), bits));
  const range = integerRanges[kind];
  if (!range) return 'format';
  const { width, signed } = range;
  if (bits >> BigInt(width) !== 0n) return 'overflow';
  return integerOfKind(kind, signed ? BigInt.asIntN(width, bits) : bits) ?? 'overflow';
}
