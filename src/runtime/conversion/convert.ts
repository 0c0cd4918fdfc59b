import type { EngineContext } from '../engine.ts';
import { conversionRank as rank } from '../types/conversion-rank.ts';
import { coreTypes } from '../types/core-types.ts';
import { defaultOf } from '../types/default-value.ts';
import { typeOf } from '../types/type-of.ts';
import type { NetType } from '../values/net-type.ts';
import { baseOf, PSObject } from '../values/ps-object.ts';
import { PSReference } from '../values/ps-reference.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { noConversion, nullConversion } from './conversion-errors.ts';
import { figureConversion } from './figure-conversion.ts';
import { kindOf } from './number-rules.ts';

/**
 * Converts a value as a cast does (about_Type_Conversion): identity, the language's own conversions, then code of the
 * types. Throws ConversionFailure with PowerShell's id. Gives a promise only where script code is pending.
 */
export function convertTo(engine: EngineContext, value: PSValue, type: NetType): Eventually<PSValue> {
  if (value === null || value === undefined) return fromNull(type);
  const core = coreTypes();
  if (type === core.object || type === core.psObject) return value;
  const base = baseOf(value);
  if (base === null || base === undefined) return fromNull(type);
  const from = typeOf(base);
  if (from === type) return base instanceof PSObject ? value : base;
  const conversion = figureConversion(from, type);
  if (!conversion) throw noConversion(base, type);
  return conversion.convert(engine, value instanceof PSObject && conversion.rank <= rank.toString ? value : base);
}

/** What `$null` becomes. */
function fromNull(type: NetType): PSValue {
  const core = coreTypes();
  if (type === core.string) return '';
  if (type === core.psReference) return PSReference.of(null);
  if (type === core.switchParameter) return SwitchParameter.absent;
  if (type === core.void) return undefined;
  if (!type.isValueType || type.genericDefinition === core.nullable) return null;
  if (type === core.boolean || kindOf(type) !== 0) return defaultOf(type);
  throw nullConversion(type);
}

/** The rank of the conversion between types, 0 for none; `from` is null for `$null`. */
export function conversionRankOf(from: NetType | null, to: NetType): number {
  if (from !== null) return figureConversion(from, to)?.rank ?? rank.none;
  const core = coreTypes();
  if (to === core.string) return rank.toString;
  if (to === core.psReference) return rank.nullToRef;
  if (to === core.switchParameter || to === core.void || to.genericDefinition === core.nullable)
    return rank.nullToValue;
  if (to === core.boolean || kindOf(to) !== 0) return rank.nullToValue;
  return to.isValueType ? rank.none : rank.nullToRef;
}
