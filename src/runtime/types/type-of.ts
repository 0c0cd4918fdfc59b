import { EnumValue } from '../values/enum-value.ts';
import { NetObject } from '../values/net-object.ts';
import type { NetType } from '../values/net-type.ts';
import { PSObject } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import { coreTypes } from './core-types.ts';
import { typeTable } from './type-table.ts';

const ofClass = new Map<unknown, NetType>();

/**
 * `GetType()`: the exact type of a value. A wrapper has the type of what it wraps, a custom object PSCustomObject, and
 * the snapshot of an object from elsewhere PSObject.
 * `$null` gives System.Object; callers that care ask first.
 */
export function typeOf(value: PSValue): NetType {
  switch (typeof value) {
    case 'number':
      return (value | 0) === value ? coreTypes().int32 : coreTypes().double;
    case 'string':
      return coreTypes().string;
    case 'boolean':
      return coreTypes().boolean;
    case 'bigint':
      return coreTypes().int64;
    case 'object':
      return value === null ? coreTypes().object : objectType(value);
    default:
      return coreTypes().object;
  }
}

function objectType(value: object): NetType {
  const known = ofClass.get(value.constructor);
  return known !== undefined && !(value instanceof NetObject && value.netType) ? known : otherType(value);
}

function otherType(value: object): NetType {
  if (value instanceof PSObject) {
    if (value.base !== undefined) return typeOf(value.base);
    return value.adapted === undefined ? coreTypes().psCustomObject : coreTypes().psObject;
  }
  if (Array.isArray(value)) return coreTypes().objectArray;
  if ((value instanceof NetObject || value instanceof EnumValue) && value.netType) return value.netType;
  if (value instanceof TypedArray) return typeTable().arrayOf(value.elementType, value.rank);
  return classType(value);
}

const ofName = new Map<string, NetType>();

/** The type of a full name that a class gives its instances; the same few come again and again. */
function named(name: string): NetType | undefined {
  const known = ofName.get(name);
  if (known !== undefined) return known;
  const found = typeTable().find(name);
  if (found !== undefined) ofName.set(name, found);
  return found;
}

function classType(value: object): NetType {
  const table = typeTable();
  const spec = table.specOfClass(value.constructor);
  if (!spec) return coreTypes().object;
  if (spec.typeNameOf) {
    // The declaration pairs the class with a function that takes its instances.
    const exact = spec.typeNameOf(value as never);
    return (typeof exact === 'string' ? named(exact) : exact) ?? table.typeOf(spec);
  }
  const type = table.typeOf(spec);
  ofClass.set(value.constructor, type);
  return type;
}
