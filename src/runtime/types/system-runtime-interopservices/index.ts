import type { TypeSpec } from '../define-type.ts';
import { marshalType } from './marshal.ts';
import { runtimeInformationTypes } from './runtime-information.ts';

/** The types of System.Runtime.InteropServices. */
export const interopTypes: readonly TypeSpec[] = [marshalType, ...runtimeInformationTypes];
