import { invariantNumberFormat } from '../text/number-format-info.ts';
import { scanNumberLiteral } from '../text/number-literal.ts';
import { defaultNumberStyles, type ParsedNumber, parseNumber } from '../text/number-parse.ts';
import { NumberStyles } from '../text/number-styles.ts';
import { integerOfKind } from '../values/integer-of-kind.ts';
import { numberKindOf } from '../values/number-kind-of.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { numberTypeNames } from '../values/number-type-names.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { ConversionFailure } from './conversion-failure.ts';
import { tryNumberToKind } from './number-to-kind.ts';

/**
 * A text as a number of a kind, as a cast reads it: blank is 0; a literal of the language ('0x1F', '1kb', '1e3') is
 * converted (to even); then the type's own Parse in the invariant culture, and for integers and decimals a Double
 * ('1,234'). Throws ConversionFailure (InvalidCastFromStringToInteger, …ToDecimal, …ToDoubleOrSingle) otherwise.
 */
export function textToNumber(text: string, kind: NumberKind): NumericValue {
  const trimmed = text.trim();
  if (trimmed === '') return tryNumberToKind(0, NumberKind.Int32, kind) ?? 0;
  const scanned = scanNumberLiteral(trimmed);
  if (scanned !== undefined) {
    const from = numberKindOf(scanned);
    const converted = from === kind ? scanned : tryNumberToKind(scanned, from, kind);
    if (converted !== undefined) return converted;
  }
  const parsed = parseOwn(text, kind);
  if (typeof parsed !== 'string') return parsed;
  if (parsed === 'format' && throughDouble(kind)) {
    const double = parseNumber(NumberKind.Double, text, defaultNumberStyles(NumberKind.Double), invariantNumberFormat);
    const through = typeof double === 'string' ? undefined : tryNumberToKind(double, NumberKind.Double, kind);
    if (through !== undefined) return through;
  }
  throw notANumber(text, kind, parsed);
}

/**
 * A text as the number it shows, of whatever type its literal has; what operators do with text operands. Blank is 0.
 * A text that is no literal is converted to `kind`, which also names the type in the failure.
 */
export function textToAnyNumber(text: string, kind: NumberKind): NumericValue {
  const trimmed = text.trim();
  if (trimmed === '') return 0;
  return scanNumberLiteral(trimmed) ?? textToNumber(trimmed, kind);
}

function throughDouble(kind: NumberKind): boolean {
  return kind !== NumberKind.Double && kind !== NumberKind.Single && kind !== NumberKind.BigInteger;
}

function parseOwn(text: string, kind: NumberKind): ParsedNumber {
  switch (kind) {
    case NumberKind.Double:
    case NumberKind.Single:
    case NumberKind.Decimal:
      return parseNumber(kind, text, defaultNumberStyles(kind), invariantNumberFormat);
    case NumberKind.BigInteger:
      return parseNumber(kind, text, NumberStyles.Integer | NumberStyles.AllowThousands, invariantNumberFormat);
    default:
      return parseInteger(text.trim(), kind);
  }
}

/** Integers: `#FF` and `&hFF` are hexadecimal too. */
function parseInteger(text: string, kind: NumberKind): ParsedNumber {
  const hex = /^(?:#|&h|0x)([\da-f]+)$/iu.exec(text)?.[1];
  if (hex !== undefined) return parseNumber(kind, hex, NumberStyles.AllowHexSpecifier, invariantNumberFormat);
  if (/^\d{1,9}$/u.test(text)) return integerOfKind(kind, BigInt(text)) ?? 'overflow';
  return parseNumber(kind, text, NumberStyles.Integer, invariantNumberFormat);
}

const failureIds: Readonly<Partial<Record<NumberKind, string>>> = {
  [NumberKind.Double]: 'InvalidCastFromStringToDoubleOrSingle',
  [NumberKind.Single]: 'InvalidCastFromStringToDoubleOrSingle',
  [NumberKind.Decimal]: 'InvalidCastFromStringToDecimal',
};

function notANumber(text: string, kind: NumberKind, reason: 'format' | 'overflow'): ConversionFailure {
  const target = numberTypeNames[kind];
  const id = failureIds[kind] ?? 'InvalidCastFromStringToInteger';
  if (reason === 'overflow') {
    return new ConversionFailure(id, `The text "${text}" is a number outside the range of type ${target}.`, {
      innerType: 'System.OverflowException',
      innerMessage: `"${text}" does not fit ${target}.`,
    });
  }
  return new ConversionFailure(id, `The text "${text}" cannot be read as a number of type ${target}.`, {
    innerType: 'System.FormatException',
    innerMessage: `"${text}" is not written as a ${target}.`,
  });
}
