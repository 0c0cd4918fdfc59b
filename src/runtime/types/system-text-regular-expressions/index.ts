import type { TypeSpec } from '../define-type.ts';
import { matchTypes } from './match.ts';
import { regexType } from './regex.ts';

/** The types of System.Text.RegularExpressions. */
export const regexTypes: readonly TypeSpec[] = [regexType, ...matchTypes];
