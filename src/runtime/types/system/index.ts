import type { TypeSpec } from '../define-type.ts';
import { activatorType } from './activator.ts';
import { arrayType } from './array.ts';
import { bigIntegerType } from './big-integer.ts';
import { booleanType } from './boolean.ts';
import { charType } from './char.ts';
import { convertType } from './convert.ts';
import { dbNullType } from './db-null.ts';
import { decimalType } from './decimal.ts';
import { delegateTypes } from './delegates.ts';
import { enumType } from './enum.ts';
import { floatingTypes } from './floating-types.ts';
import { integerTypes } from './integer-types.ts';
import { interfaceTypes } from './interfaces.ts';
import { mathType } from './math.ts';
import { nullableTypes, objectType, valueType, voidType } from './object.ts';
import { reflectionTypes } from './reflection.ts';
import { stringType } from './string.ts';
import { typeTypes } from './type.ts';

/** The types of System. */
export const systemTypes: readonly TypeSpec[] = [
  objectType,
  valueType,
  voidType,
  ...interfaceTypes,
  ...delegateTypes,
  ...nullableTypes,
  activatorType,
  arrayType,
  bigIntegerType,
  booleanType,
  charType,
  convertType,
  dbNullType,
  decimalType,
  enumType,
  ...floatingTypes,
  ...integerTypes,
  mathType,
  ...reflectionTypes,
  stringType,
  ...typeTypes,
];
