import type { TypeSpec } from '../../define-type.ts';
import { matchTypes } from './match.ts';
import { regexType } from './regex.ts';

/** The types of System.Text.RegularExpressions but its enums, exceptions and delegates. */
export const regularExpressionTypes: readonly TypeSpec[] = [regexType, ...matchTypes];
