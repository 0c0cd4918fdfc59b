import type { TypeSpec } from '../define-type.ts';
import { calendarTypes } from './calendar.ts';
import { compareInfoType } from './compare-info.ts';
import { cultureInfoType } from './culture-info.ts';
import { dateTimeFormatInfoType } from './date-time-format-info.ts';
import { numberFormatInfoType } from './number-format-info.ts';
import { regionInfoType } from './region-info.ts';
import { stringInfoTypes } from './string-info.ts';
import { textInfoType } from './text-info.ts';

/** The types of System.Globalization. */
export const globalizationTypes: readonly TypeSpec[] = [
  ...calendarTypes,
  compareInfoType,
  cultureInfoType,
  dateTimeFormatInfoType,
  numberFormatInfoType,
  regionInfoType,
  ...stringInfoTypes,
  textInfoType,
];
