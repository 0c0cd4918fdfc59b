import type { EngineContext } from '../engine.ts';
import { displayTypeName } from '../types/type-names.ts';
import { typeOf } from '../types/type-of.ts';
import type { NetType } from '../values/net-type.ts';
import type { PSValue } from '../values/ps-value.ts';
import { ConversionFailure } from './conversion-failure.ts';

/** There is no conversion between the types. */
export function noConversion(value: PSValue, to: NetType): ConversionFailure {
  const from = value === null || value === undefined ? 'null' : displayTypeName(typeOf(value));
  return new ConversionFailure(
    'ConvertToFinalInvalidCastException',
    `A value of type [${from}] cannot be converted to [${displayTypeName(to)}].`,
  );
}

/** `$null` has no counterpart in a value type. */
export function nullConversion(to: NetType): ConversionFailure {
  const id = to.isEnum ? 'nullToEnumInvalidCast' : 'nullToObjectInvalidCast';
  return new ConversionFailure(id, `$null cannot be converted to [${displayTypeName(to)}].`);
}

/** What code that converts threw, as a failure with an id of its own. */
export function conversionThrew(engine: EngineContext, id: string, to: NetType, thrown: unknown): ConversionFailure {
  const inner = engine.toException(thrown);
  return new ConversionFailure(id, `The conversion to [${displayTypeName(to)}] failed: ${inner.message}`, {
    inner,
  });
}
