import type { TypeSpec } from '../define-type.ts';
import { credentialTypes } from './credential.ts';
import { errorRecordTypes } from './error-record.ts';
import { formatDataTypes } from './format-data.ts';
import { languageTypes } from './language-primitives.ts';
import { psObjectTypes } from './ps-object.ts';
import { psStyleTypes } from './ps-style.ts';
import { switchParameterType } from './switch-parameter.ts';
import { wildcardTypes } from './wildcard-pattern.ts';

/** The types of System.Management.Automation whose classes live below commands. */
export const automationTypes: readonly TypeSpec[] = [
  ...credentialTypes,
  ...errorRecordTypes,
  ...formatDataTypes,
  ...languageTypes,
  ...psObjectTypes,
  ...psStyleTypes,
  switchParameterType,
  ...wildcardTypes,
];
