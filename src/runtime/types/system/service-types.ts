import type { TypeSpec } from '../define-type.ts';
import { semanticVersionType } from '../system-management-automation/semantic-version.ts';
import { bitConverterType } from './bit-converter.ts';
import { dateOnlyType } from './date-only.ts';
import { dateTimeType } from './date-time.ts';
import { dateTimeOffsetType } from './date-time-offset.ts';
import { enumTypes } from './enum-types.ts';
import { exceptionTypes } from './exceptions.ts';
import { guidType } from './guid.ts';
import { randomType } from './random.ts';
import { timeOnlyType } from './time-only.ts';
import { timeSpanType } from './time-span.ts';
import { timeZoneInfoType } from './time-zone-info.ts';
import { versionType } from './version.ts';

/**
 * The types of System that stand for dates, errors, texts and the surroundings of a program: all exceptions and enums,
 * dates and times, Guid, Version, Random, BitConverter, Uri, Environment, Console, GC, tuples, Lazy.
 */
export const serviceTypes: readonly TypeSpec[] = [
  ...enumTypes,
  ...exceptionTypes,
  bitConverterType,
  dateOnlyType,
  dateTimeOffsetType,
  dateTimeType,
  guidType,
  randomType,
  semanticVersionType,
  timeOnlyType,
  timeSpanType,
  timeZoneInfoType,
  versionType,
];
