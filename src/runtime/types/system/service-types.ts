import type { TypeSpec } from '../define-type.ts';
import { enumTypes } from './enum-types.ts';
import { exceptionTypes } from './exceptions.ts';

/**
 * The types of System that stand for dates, errors, texts and the surroundings of a program: all exceptions and enums,
 * dates and times, Guid, Version, Random, BitConverter, Uri, Environment, Console, GC, tuples, StringComparer, Lazy.
 */
export const serviceTypes: readonly TypeSpec[] = [...enumTypes, ...exceptionTypes];
