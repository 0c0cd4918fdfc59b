import type { TypeSpec } from '../define-type.ts';
import { byteCollection } from './byte-collection.ts';
import { commandEnumTypes } from './command-enums.ts';
import { matchInfoTypes } from './match-info.ts';
import { resultRecordTypes } from './result-records.ts';
import { selectXmlInfoType } from './select-xml-info.ts';
import { utilityResultTypes } from './utility-results.ts';

/** Types of the namespace Microsoft.PowerShell.Commands and of the parameters of its commands. */
export const commandTypes: readonly TypeSpec[] = [
  ...commandEnumTypes,
  ...utilityResultTypes,
  ...matchInfoTypes,
  byteCollection,
  ...resultRecordTypes,
  selectXmlInfoType,
];
