import { ConversionFailure } from '../conversion/conversion-failure.ts';
import type { ErrorCategory } from '../errors/error-category.ts';
import { fail, TerminatingError } from '../errors/terminating-error.ts';
import { coreTypes } from '../types/core-types.ts';
import { typeOf } from '../types/type-of.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { NetType } from '../values/net-type.ts';
import { baseOf, PSObject } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Frame } from './frame.ts';
import { findScriptType } from './type-names.ts';

/** `value -is type` */
export function isType(frame: Frame, value: PSValue, type: PSValue): boolean {
  const wanted = typeOperand(frame, type);
  if (value === null || value === undefined) return false;
  const { psObject, psCustomObject } = coreTypes();
  if (wanted === psObject || wanted === psCustomObject) return isPSObject(value, wanted);
  return wanted.isAssignableFrom(typeOf(baseOf(value)));
}

function isPSObject(value: PSValue, wanted: NetType): boolean {
  if (!(value instanceof PSObject)) return wanted.isAssignableFrom(typeOf(value));
  return value.base === undefined || wanted.name === 'PSObject';
}

/** `value -isnot type` */
export function isNotType(frame: Frame, value: PSValue, type: PSValue): boolean {
  return !isType(frame, value, type);
}

/** `value -as type`: `$null` where the conversion fails. */
export function asType(frame: Frame, value: PSValue, type: PSValue): Eventually<PSValue> {
  const wanted = typeOperand(frame, type, true);
  try {
    const converted = typeSystemOf(frame.engine).convert(value, wanted);
    return converted instanceof Promise ? converted.catch(nullFor) : converted;
  } catch (thrown) {
    return nullFor(thrown);
  }
}

function nullFor(thrown: unknown): null {
  if (thrown instanceof ConversionFailure || thrown instanceof TerminatingError) return null;
  throw thrown;
}

function typeOperand(frame: Frame, value: PSValue, converts = false): NetType {
  const base = baseOf(value);
  if (base instanceof NetType) return base;
  if (base === null || base === undefined) throw notAType('$null', 'IsOperatorRequiresType', 'InvalidOperation');
  const name = typeSystemOf(frame.engine).toText(base);
  const type = findScriptType(frame.scope, name) ?? frame.engine.resolveType(name);
  if (type === undefined)
    throw converts
      ? notAType(`'${name}'`, 'InvalidCastFromStringToType', 'InvalidArgument')
      : notAType(`'${name}'`, 'RuntimeException', 'NotSpecified');
  return type;
}

function notAType(what: string, id: string, category: ErrorCategory): TerminatingError {
  return fail({
    id,
    category,
    message: `-is, -isnot and -as need a type on the right; ${what} is none.`,
  });
}
