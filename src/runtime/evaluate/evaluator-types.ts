import type { TypeSpec } from '../types/define-type.ts';
import { scriptBlockType } from './script-block-type.ts';
import { cmdletType, psCmdletType, scriptCmdletType } from './script-cmdlet.ts';

/** Types whose classes belong to the evaluator. */
export const evaluatorTypes: readonly TypeSpec[] = [scriptBlockType, cmdletType, psCmdletType, scriptCmdletType];
