import type { TypeSpec } from '../define-type.ts';
import { hashTypes } from './hash-types.ts';
import { keyDerivationTypes } from './key-derivation.ts';
import { randomNumberGeneratorType } from './random-number-generator.ts';

/** The types of System.Security.Cryptography. */
export const cryptographyTypes: readonly TypeSpec[] = [...hashTypes, ...keyDerivationTypes, randomNumberGeneratorType];
