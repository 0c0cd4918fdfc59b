import { NetObject } from './net-object.ts';
import type { PSValue } from './ps-value.ts';

/** What Measure-Object answers for numbers and other values; unset statistics are null. */
export class GenericMeasureInfo extends NetObject {
  property: string | null = null;
  count = 0;
  average: PSValue = null;
  sum: PSValue = null;
  maximum: PSValue = null;
  minimum: PSValue = null;
  standardDeviation: PSValue = null;
  /** Set when maximum and minimum may be no numbers: GenericObjectMeasureInfo. */
  ofObjects = false;
}

/** What Measure-Object -Line, -Word and -Character answer. */
export class TextMeasureInfo extends NetObject {
  property: string | null = null;
  lines: number | null = null;
  words: number | null = null;
  characters: number | null = null;
}
