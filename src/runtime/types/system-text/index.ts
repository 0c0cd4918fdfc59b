import type { TypeSpec } from '../define-type.ts';
import { decoderType } from './decoder.ts';
import { encodingClasses, encodingType } from './encoding.ts';
import { encodingFallbackTypes } from './encoding-fallback.ts';
import { encodingInfoType } from './encoding-info.ts';
import { runeType } from './rune.ts';
import { stringBuilderType } from './string-builder.ts';

/** The types of System.Text. */
export const textTypes: readonly TypeSpec[] = [
  encodingType,
  ...encodingClasses,
  ...encodingFallbackTypes,
  encodingInfoType,
  decoderType,
  runeType,
  stringBuilderType,
];
