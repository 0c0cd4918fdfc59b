import type { TypeSpec } from '../../types/define-type.ts';
import { attributeTypes } from './attribute-types.ts';
import { automationEnums } from './automation-enums.ts';
import { commandTypes } from './command-types.ts';
import { defaultParameterType } from './default-parameter-type.ts';
import { invocationTypes } from './invocation-types.ts';
import { markingAttributes } from './marking-attributes.ts';
import { proxyCommandTypes } from './proxy-command.ts';

/** Types of commands, parameters and invocations, whose classes live in commands/. */
export const commandLayerTypes: readonly TypeSpec[] = [
  ...automationEnums,
  ...commandTypes,
  ...attributeTypes,
  ...markingAttributes,
  ...proxyCommandTypes,
  ...invocationTypes,
  defaultParameterType,
];
