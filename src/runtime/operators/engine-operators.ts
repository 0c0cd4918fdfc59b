import { ConversionFailure } from '../conversion/conversion-failure.ts';
import { conversionRankOf, convertTo } from '../conversion/convert.ts';
import { isNumeric } from '../conversion/to-number.ts';
import type { EngineContext } from '../engine.ts';
import { isDictionary } from '../members/dictionary-access.ts';
import { enumerableOf } from '../members/enumerate.ts';
import { invokeStatic } from '../members/invoke-method.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { typeTable } from '../types/type-table.ts';
import type { NetType } from '../values/net-type.ts';
import type { NumberKind } from '../values/number-kinds.ts';
import { numberTypeNames } from '../values/number-type-names.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { type Eventually, isPending, type PSValue } from '../values/ps-value.ts';
import type { OperatorServices, SizeLimits } from './operator-services.ts';

/** What the operators need, from the conversions, members and limits of one engine. */
export class EngineOperators implements OperatorServices {
  readonly #engine: EngineContext;

  constructor(engine: EngineContext) {
    this.#engine = engine;
  }

  get limits(): SizeLimits {
    return this.#engine.budget;
  }

  toText(value: PSValue): string {
    return typeSystemOf(this.#engine).toText(value);
  }

  convertLike(value: PSValue, like: PSValue): PSValue {
    const type = typeOf(like);
    if (value === null || value === undefined) return undefined;
    const from = typeOf(value);
    if (from === type) return value;
    return conversionRankOf(from, type) === 0 ? undefined : this.#convert(value, type);
  }

  convertToNumber(value: PSValue, kind: NumberKind): NumericValue {
    const converted = this.#convert(value, typeTable().get(numberTypeNames[kind]));
    if (isNumeric(converted)) return converted;
    throw new ConversionFailure('ConvertToFinalInvalidCastException', `The value is no ${numberTypeNames[kind]}.`);
  }

  /** Operators are synchronous: a conversion whose script code waits for something cannot take part in one. */
  #convert(value: PSValue, type: NetType): PSValue {
    const converted = convertTo(this.#engine, value, type);
    if (!isPending(converted)) return converted;
    converted.catch(() => undefined);
    throw new ConversionFailure(
      'ConvertToFinalInvalidCastException',
      `The conversion to ${type} waits for something, which an operand may not do.`,
    );
  }

  equals(left: PSValue, right: PSValue): boolean {
    return typeSystemOf(this.#engine).equals(left, right);
  }

  compareTo(left: PSValue, right: PSValue): number | undefined {
    return isComparable(typeOf(left)) ? typeSystemOf(this.#engine).compare(left, right) : undefined;
  }

  elementsOf(value: PSValue): Iterable<PSValue> | undefined {
    return enumerableOf(value);
  }

  entriesOf(value: PSValue): Iterable<readonly [PSValue, PSValue]> | undefined {
    return isDictionary(value) ? Array.from(value.entries(), (e) => [e.key, e.value] as const) : undefined;
  }

  callOperator(method: string, owner: PSValue, left: PSValue, right: PSValue): Eventually<PSValue> {
    return invokeStatic(this.#engine, typeOf(owner), method, [left, right]);
  }

  typeNameOf(value: PSValue): string {
    return typeOf(value).fullName;
  }
}

function isComparable(type: NetType): boolean {
  return type.interfaces.some(({ name, namespace }) => namespace === 'System' && /^IComparable(?:`1)?$/u.test(name));
}
