import type { TypeSpec } from '../define-type.ts';
import { coreObjectTypes } from './core-objects.ts';
import { formatDataTypes } from './format-data.ts';
import { psStyleTypes } from './ps-style.ts';

/** The types of System.Management.Automation whose classes live below commands. */
export const automationTypes: readonly TypeSpec[] = [...coreObjectTypes, ...formatDataTypes, ...psStyleTypes];
