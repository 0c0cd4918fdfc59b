import { conversionRank as rank } from '../types/conversion-rank.ts';
import { coreTypes } from '../types/core-types.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { typeTable } from '../types/type-table.ts';
import type { NetType } from '../values/net-type.ts';
import { NumberKind } from '../values/number-kinds.ts';
import { PSReference } from '../values/ps-reference.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { castRule, constructorRule, parseRule } from './code-rules.ts';
import { arrayRule, collectionRule, hashtableRule, isEnumerableType, scalarToArray } from './collection-rules.ts';
import type { Conversion } from './conversion.ts';
import { ConversionFailure } from './conversion-failure.ts';
import { delegateRule } from './delegate-rule.ts';
import { enumListConversion, enumRule } from './enum-rules.ts';
import { isNumber, kindOf, numberRule } from './number-rules.ts';
import { objectRule } from './object-rules.ts';

/** The conversion from values of one type to another, or undefined; decided once per pair of types. */
export function figureConversion(from: NetType, to: NetType): Conversion | undefined {
  const { conversions } = to;
  const known = conversions.get(from);
  // Nothing else fills the table.
  if (known !== undefined || conversions.has(from)) return known as Conversion | undefined;
  const found = figure(from, to);
  conversions.set(from, found);
  return found;
}

const same: Conversion['convert'] = (_engine, value) => value;

function figure(from: NetType, to: NetType): Conversion | undefined {
  if (from === to) return { rank: rank.identity, convert: same };
  if (to.isAssignableFrom(from)) return { rank: rank.assignable, convert: same };
  if (to === coreTypes().psObject) {
    return { rank: from === coreTypes().psCustomObject ? rank.identity : rank.psObject, convert: same };
  }
  return (
    languageConversion(from, to) ??
    better(
      scalarToArray(to, (element) => figureConversion(from, element)),
      codeConversion(from, to),
    ) ??
    (from === coreTypes().psCustomObject ? undefined : objectRule(from, to)) ??
    collectionRule(from, to) ??
    objectRule(from, to)
  );
}

/** A conversion into an array of one is tried before code of the type; the better rank counts. */
function better(first: Conversion | undefined, second: Conversion | undefined): Conversion | undefined {
  if (!first || !second) return first ?? second;
  return { rank: Math.max(first.rank, second.rank), convert: first.convert };
}

function languageConversion(from: NetType, to: NetType): Conversion | undefined {
  const core = coreTypes();
  const underlying = to.genericDefinition === core.nullable ? to.genericArguments[0] : undefined;
  if (underlying) return figureConversion(from, underlying);
  if (to === core.void) return { rank: rank.language, convert: () => undefined };
  const number = numberRule(from, to);
  if (number) return number;
  if (to === core.boolean) return { rank: rank.language, convert: (engine, v) => typeSystemOf(engine).toBoolean(v) };
  if (to === core.string) {
    const isNumeric = isNumber(kindOf(from));
    return {
      rank: isNumeric ? rank.numericString : rank.toString,
      convert: (engine, v) => typeSystemOf(engine).toText(v),
    };
  }
  if (to === core.psReference) return { rank: rank.language, convert: (_engine, v) => PSReference.of(v) };
  return (
    arrayRule(from, to) ??
    hashtableRule(from, to) ??
    delegateRule(from, to) ??
    specialRule(from, to) ??
    enumRule(from, to)
  );
}

/** Conversions that a type declares for itself (`convertFrom`), as Regex, Type, Uri and XmlDocument do. */
function specialRule(from: NetType, to: NetType): Conversion | undefined {
  const special = typeTable().specOf(to)?.convertFrom;
  if (!special?.accepts(from)) return undefined;
  return {
    rank: rank.language,
    convert: (engine, value) => {
      try {
        // Conversions answer with the value.
        return special.convert.call(engine, value) as Eventually<PSValue>;
      } catch (thrown) {
        const inner = engine.toException(thrown);
        const details = special.hidesInner ? {} : { innerType: inner.typeName, innerMessage: inner.message };
        throw new ConversionFailure(special.errorId, inner.message, details);
      }
    },
  };
}

/** Code of the types: Parse, constructors, conversion operators, IConvertible. */
function codeConversion(from: NetType, to: NetType): Conversion | undefined {
  if (to.isEnum && isEnumerableType(from)) return enumListConversion(to);
  return parseRule(from, to) ?? constructorRule(from, to) ?? castRule(from, to) ?? convertibleRule(from, to);
}

/** Numbers by way of their text; other IConvertible values only to the primitive types. */
function convertibleRule(from: NetType, to: NetType): Conversion | undefined {
  const core = coreTypes();
  const kind = kindOf(from);
  if (isNumber(kind)) {
    if (to.isArray || !figureConversion(core.string, to)) return undefined;
    return {
      rank: rank.convertible,
      convert: (engine, value) => typeSystemOf(engine).convert(typeSystemOf(engine).toText(value), to),
    };
  }
  const isConvertible = kind === NumberKind.Char || from === core.boolean || from === core.dateTime || from.isEnum;
  if (!isConvertible || to.isArray) return undefined;
  return { rank: rank.convertible, convert: () => changeType(to) };
}

function changeType(to: NetType): never {
  const message = `This value has no counterpart of type [${to}].`;
  throw new ConversionFailure('InvalidCastIConvertible', message, {
    innerType: 'System.InvalidCastException',
    innerMessage: message,
  });
}
