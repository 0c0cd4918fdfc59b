import type { TypeSpec } from '../../types/define-type.ts';
import { attributeTypes } from './attribute-types.ts';
import { automationEnums } from './automation-enums.ts';
import { commandTypes } from './command-types.ts';
import { defaultParameterType } from './default-parameter-type.ts';
import { invocationTypes } from './invocation-types.ts';
import { markingAttributes } from './marking-attributes.ts';

/** Types of commands, parameters and invocations, whose classes live in commands/. */
export const commandLayerTypes: readonly TypeSpec[] = [
  ...automationEnums,
  ...commandTypes,
  ...attributeTypes,
  ...markingAttributes,
  ...invocationTypes,
  defaultParameterType,
];
