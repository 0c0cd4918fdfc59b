import type { TypeSpec } from '../define-type.ts';
import { encodingClasses, encodingType } from './encoding.ts';
import { stringBuilderType } from './string-builder.ts';

/** The types of System.Text. */
export const textTypes: readonly TypeSpec[] = [encodingType, ...encodingClasses, stringBuilderType];
