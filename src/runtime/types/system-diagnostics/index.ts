import type { TypeSpec } from '../define-type.ts';
import { debugTypes } from './debug.ts';
import { fileVersionInfoType } from './file-version-info.ts';
import { processTypes } from './process.ts';
import { processStartInfoType } from './process-start-info.ts';
import { stopwatchType } from './stopwatch.ts';

/** The types of System.Diagnostics. */
export const diagnosticsTypes: readonly TypeSpec[] = [
  ...debugTypes,
  fileVersionInfoType,
  ...processTypes,
  processStartInfoType,
  stopwatchType,
];
