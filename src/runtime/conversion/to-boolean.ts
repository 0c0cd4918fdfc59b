import { elementsOf } from '../members/enumerate.ts';
import { Char } from '../values/char.ts';
import { EnumValue } from '../values/enum-value.ts';
import { NetList } from '../values/net-list.ts';
import { BoxedNumber } from '../values/number-kinds.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import { TypedArray } from '../values/typed-array.ts';
import { numberToBool } from './to-number.ts';

/** Whether PowerShell takes a value for true (about_Booleans). */
export function toBoolean(value: PSValue): boolean {
  switch (typeof value) {
    case 'boolean':
      return value;
    case 'string':
      return value.length > 0;
    case 'number':
      return value !== 0;
    case 'bigint':
      return value !== 0n;
    case 'object':
      return value !== null && objectToBoolean(value);
    default:
      return false;
  }
}

function objectToBoolean(value: object): boolean {
  const base = baseOf(value);
  if (base !== value) return toBoolean(base);
  if (Array.isArray(value) || value instanceof TypedArray || value instanceof NetList) return listToBoolean(value);
  if (value instanceof BoxedNumber) return numberToBool(value as NumericValue);
  if (value instanceof Char) return value.code !== 0;
  if (value instanceof EnumValue) return BigInt(value.value) !== 0n;
  return value instanceof SwitchParameter ? value.isPresent : true;
}

/** A list is as true as its only element; an empty one is false, a longer one true. */
function listToBoolean(value: object): boolean {
  const items = elementsOf(value) ?? [];
  if (items.length !== 1) return items.length > 1;
  const [only] = items;
  const inner = Array.isArray(baseOf(only)) ? (baseOf(only) as PSValue[]) : undefined;
  return inner ? inner.length > 0 : toBoolean(only);
}
