import { defineType, type TypeSpec } from '../types/define-type.ts';
import { scriptBlockType } from './script-block-type.ts';
import { cmdletType, psCmdletType, scriptCmdletType } from './script-cmdlet.ts';

/** Attributes of .NET that class and enum definitions carry; what they mean to the engine is read from the tree. */
const definitionAttributes = ['Flags', 'Serializable', 'NonSerialized'].map((name) =>
  defineType({ name: `System.${name}Attribute`, base: 'System.Attribute', members: { 'new()': () => null } }),
);

/** Types whose classes belong to the evaluator. */
export const evaluatorTypes: readonly TypeSpec[] = [
  scriptBlockType,
  cmdletType,
  psCmdletType,
  scriptCmdletType,
  ...definitionAttributes,
];
