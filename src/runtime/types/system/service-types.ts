import type { TypeSpec } from '../define-type.ts';
import { semanticVersionType } from '../system-management-automation/semantic-version.ts';
import { bitConverterType } from './bit-converter.ts';
import { consoleType } from './console.ts';
import { dateOnlyType } from './date-only.ts';
import { dateTimeType } from './date-time.ts';
import { dateTimeOffsetType } from './date-time-offset.ts';
import { enumTypes } from './enum-types.ts';
import { environmentType } from './environment.ts';
import { exceptionTypes } from './exceptions.ts';
import { gcType } from './gc.ts';
import { guidType } from './guid.ts';
import { indexRangeTypes } from './index-range.ts';
import { pointerTypes } from './int-ptr.ts';
import { lazyType } from './lazy.ts';
import { operatingSystemType } from './operating-system.ts';
import { randomType } from './random.ts';
import { smallTypes } from './small-types.ts';
import { timeOnlyType } from './time-only.ts';
import { timeSpanType } from './time-span.ts';
import { timeZoneInfoType } from './time-zone-info.ts';
import { tupleTypes } from './tuple.ts';
import { uriType } from './uri.ts';
import { uriBuilderType } from './uri-builder.ts';
import { versionType } from './version.ts';

/**
 * The types of System that stand for dates, errors, texts and the surroundings of a program: all exceptions and enums,
 * dates and times, Guid, Version, Random, BitConverter, Uri, Environment, Console, GC, tuples, Lazy.
 */
export const serviceTypes: readonly TypeSpec[] = [
  ...enumTypes,
  ...exceptionTypes,
  ...smallTypes,
  bitConverterType,
  consoleType,
  dateOnlyType,
  dateTimeOffsetType,
  dateTimeType,
  environmentType,
  gcType,
  guidType,
  ...indexRangeTypes,
  lazyType,
  operatingSystemType,
  ...pointerTypes,
  randomType,
  semanticVersionType,
  timeOnlyType,
  timeSpanType,
  timeZoneInfoType,
  ...tupleTypes,
  uriBuilderType,
  uriType,
  versionType,
];
