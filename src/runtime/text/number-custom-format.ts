import { type NumberDigits, roundDigits } from './number-digits.ts';
import type { NumberFormatInfo } from './number-format-info.ts';
import { exponentText } from './number-standard-format.ts';

/**
 * Formats digits by a custom format: sections for positive, negative and zero, the placeholders 0 and #, point,
 * grouping and scaling commas, % and ‰, exponents, quoted and escaped text (.NET, "Custom numeric format strings").
 */
export function formatCustom(number: NumberDigits, format: string, info: NumberFormatInfo): string {
  const wanted = number.digits === '' ? 2 : number.negative ? 1 : 0;
  let start = sectionStart(format, wanted);
  let section = scanSection(format, start);
  let shown = number;
  if (number.digits === '') {
    shown = { ...number, scale: 0, negative: number.negative && number.family === 'floating' };
  } else {
    shown = scaleAndRound(number, section);
    if (shown.digits === '') {
      const zero = sectionStart(format, 2);
      if (zero !== start) {
        start = zero;
        section = scanSection(format, start);
      }
    }
  }
  return new SectionWriter(format, start, section, shown, info).write();
}

/** What a section asks for, found by a first pass over it. */
interface Section {
  /** Number of placeholders, and how many of them stand before the point. */
  readonly digitCount: number;
  readonly decimalPos: number;
  /** Placeholder positions of the first and behind the last 0. */
  readonly firstZero: number;
  readonly lastZero: number;
  readonly scientific: boolean;
  readonly grouped: boolean;
  readonly scaleAdjust: number;
}

/** Where the section number `wanted` starts; 0 where the format has no such section or it is empty. */
function sectionStart(format: string, wanted: number): number {
  let left = wanted;
  for (let at = 0; left > 0; at++) {
    const c = format.charAt(at);
    if (c === '') return 0;
    if (c === "'" || c === '"') at = closingQuote(format, at);
    else if (c === '\\') at++;
    else if (c === ';' && --left === 0) {
      const next = format.charAt(at + 1);
      return next === '' || next === ';' ? 0 : at + 1;
    }
  }
  return 0;
}

/** Position of the quote that closes the one at `open`, or the end. */
function closingQuote(format: string, open: number): number {
  const at = format.indexOf(format.charAt(open), open + 1);
  return at < 0 ? format.length : at;
}

/** How long the exponent at `at` (an E) is, its E included; 0 when no 0 follows. */
function exponentLength(format: string, at: number): number {
  const signed = format.charAt(at + 1) === '+' || format.charAt(at + 1) === '-';
  const zeros = at + (signed ? 2 : 1);
  let end = zeros;
  while (format.charAt(end) === '0') end++;
  return end === zeros ? 0 : end - at;
}

function scanSection(format: string, start: number): Section {
  let digitCount = 0;
  let decimalPos = -1;
  let firstZero = -1;
  let lastZero = 0;
  let scientific = false;
  let grouped = false;
  let scaleAdjust = 0;
  let commaPos = -1;
  let commas = 0;
  for (let at = start; at < format.length; at++) {
    const c = format.charAt(at);
    if (c === ';') break;
    if (c === '#') digitCount++;
    else if (c === '0') {
      if (firstZero < 0) firstZero = digitCount;
      lastZero = ++digitCount;
    } else if (c === '.') {
      if (decimalPos < 0) decimalPos = digitCount;
    } else if (c === ',' && digitCount > 0 && decimalPos < 0) {
      if (commaPos === digitCount) commas++;
      else {
        if (commaPos >= 0) grouped = true;
        commaPos = digitCount;
        commas = 1;
      }
    } else if (c === '%') scaleAdjust += 2;
    else if (c === '‰') scaleAdjust += 3;
    else if (c === "'" || c === '"') at = closingQuote(format, at);
    else if (c === '\\') at++;
    else if (c === 'E' || c === 'e') {
      const length = exponentLength(format, at);
      if (length > 0) {
        scientific = true;
        at += length - 1;
      }
    }
  }
  if (decimalPos < 0) decimalPos = digitCount;
  if (commaPos === decimalPos && commaPos >= 0) scaleAdjust -= commas * 3;
  else if (commaPos >= 0) grouped = true;
  return { digitCount, decimalPos, firstZero, lastZero, scientific, grouped, scaleAdjust };
}

function scaleAndRound(number: NumberDigits, section: Section): NumberDigits {
  const scale = number.scale + section.scaleAdjust;
  const keep = section.scientific ? section.digitCount : scale + section.digitCount - section.decimalPos;
  return roundDigits({ ...number, scale }, keep, false);
}

/** Writes one section, character by character. */
class SectionWriter {
  readonly #format: string;
  readonly #start: number;
  readonly #section: Section;
  readonly #number: NumberDigits;
  readonly #info: NumberFormatInfo;
  /** Digits still to come before the point; counts down through the placeholders. */
  #digitPos: number;
  /** Positive: digits to write before the first placeholder; negative: placeholders without a digit. */
  #surplus: number;
  #next = 0;
  /** Values of `#digitPos` after whose digit a group separator stands. */
  readonly #breaks: ReadonlySet<number>;
  readonly #firstZeroPos: number;
  readonly #lastZeroPos: number;
  #scientific: boolean;
  #pointWritten = false;
  #text = '';

  constructor(format: string, start: number, section: Section, number: NumberDigits, info: NumberFormatInfo) {
    this.#format = format;
    this.#start = start;
    this.#section = section;
    this.#number = number;
    this.#info = info;
    const { decimalPos, firstZero, lastZero } = section;
    this.#firstZeroPos = firstZero >= 0 && firstZero < decimalPos ? decimalPos - firstZero : 0;
    this.#lastZeroPos = lastZero > decimalPos ? decimalPos - lastZero : 0;
    this.#scientific = section.scientific;
    this.#digitPos = section.scientific ? decimalPos : Math.max(number.scale, decimalPos);
    this.#surplus = section.scientific ? 0 : number.scale - decimalPos;
    this.#breaks = section.grouped ? this.#groupBreaks() : new Set();
  }

  write(): string {
    const format = this.#format;
    for (let at = this.#start; at < format.length; at++) {
      const c = format.charAt(at);
      if (c === ';') break;
      if (this.#surplus > 0 && (c === '#' || c === '0' || c === '.')) this.#writeSurplus();
      if (c === '#' || c === '0') this.#writeDigit();
      else if (c === '.') this.#writePoint();
      else if (c === '%') this.#text += this.#info.percentSymbol;
      else if (c === '‰') this.#text += this.#info.perMilleSymbol;
      else if (c === "'" || c === '"') {
        const end = closingQuote(format, at);
        this.#text += format.slice(at + 1, end);
        at = end;
      } else if (c === '\\') this.#text += format.charAt(++at);
      else if (c === 'E' || c === 'e') at += this.#writeExponent(at);
      else if (c !== ',') this.#text += c;
    }
    const signed = this.#number.negative && this.#start === 0 && (this.#number.scale !== 0 || this.#text !== '');
    return signed ? this.#info.negativeSign + this.#text : this.#text;
  }

  #groupBreaks(): ReadonlySet<number> {
    const breaks = new Set<number>();
    const sizes = this.#info.numberGroupSizes;
    if (this.#info.numberGroupSeparator === '') return breaks;
    const shown = Math.max(this.#firstZeroPos, this.#digitPos + Math.min(this.#surplus, 0));
    let size = sizes[0] ?? 0;
    let total = size;
    for (let at = 0; shown > total && size !== 0; total += size) {
      breaks.add(total + 1);
      if (at < sizes.length - 1) size = sizes[++at] ?? 0;
    }
    return breaks;
  }

  #append(digit: string): void {
    this.#text += digit;
    if (this.#digitPos > 1 && this.#breaks.has(this.#digitPos)) this.#text += this.#info.numberGroupSeparator;
  }

  #writeSurplus(): void {
    for (; this.#surplus > 0; this.#surplus--) {
      this.#append(this.#number.digits.charAt(this.#next++) || '0');
      this.#digitPos--;
    }
  }

  #writeDigit(): void {
    let digit: string;
    if (this.#surplus < 0) {
      this.#surplus++;
      digit = this.#digitPos <= this.#firstZeroPos ? '0' : '';
    } else {
      digit = this.#number.digits.charAt(this.#next);
      if (digit !== '') this.#next++;
      else if (this.#digitPos > this.#lastZeroPos) digit = '0';
    }
    if (digit !== '') this.#append(digit);
    this.#digitPos--;
  }

  #writePoint(): void {
    if (this.#digitPos !== 0 || this.#pointWritten) return;
    const { decimalPos, digitCount } = this.#section;
    const more = decimalPos < digitCount && this.#next < this.#number.digits.length;
    if (this.#lastZeroPos < 0 || more) {
      this.#text += this.#info.numberDecimalSeparator;
      this.#pointWritten = true;
    }
  }

  /** Writes the exponent at an E, or the E as text; returns how many characters behind the E are done. */
  #writeExponent(at: number): number {
    const format = this.#format;
    const mark = format.charAt(at);
    if (this.#scientific) {
      const length = exponentLength(format, at);
      if (length === 0) {
        this.#text += mark;
        return 0;
      }
      const sign = format.charAt(at + 1);
      const zeros = sign === '0' ? length - 1 : length - 2;
      const exponent = this.#number.digits === '' ? 0 : this.#number.scale - this.#section.decimalPos;
      this.#text += exponentText(exponent, mark, Math.min(zeros, 10), sign === '+', this.#info);
      this.#scientific = false;
      return length - 1;
    }
    let end = at + 1;
    if (format.charAt(end) === '+' || format.charAt(end) === '-') end++;
    while (format.charAt(end) === '0') end++;
    this.#text += format.slice(at, end);
    return end - at - 1;
  }
}
