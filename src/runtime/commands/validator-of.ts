import { EnumValue } from '../values/enum-value.ts';
import { NetType } from '../values/net-type.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { AttributeObject } from './attribute-object.ts';
import type { Validator } from './parameter-metadata.ts';

const automation = 'System.Management.Automation.';

const rangeKinds = ['Positive', 'NonNegative', 'Negative', 'NonPositive'] as const;

/** By simple class name: what a validation attribute checks. */
const makers: Readonly<Record<string, (attribute: AttributeObject) => Validator>> = {
  ValidateSetAttribute: validateSet,
  ValidateRangeAttribute: validateRange,
  ValidatePatternAttribute: (a) => ({
    kind: 'pattern',
    pattern: text(a.positional[0]),
    ignoreCase: !/^none$/i.test(text(a.get('Options') ?? 'IgnoreCase')),
    errorMessage: message(a),
  }),
  ValidateLengthAttribute: (a) => ({ kind: 'length', min: number(a.positional[0]), max: number(a.positional[1]) }),
  ValidateCountAttribute: (a) => ({ kind: 'count', min: number(a.positional[0]), max: number(a.positional[1]) }),
  ValidateNotNullAttribute: () => ({ kind: 'notNull' }),
  ValidateNotNullOrEmptyAttribute: () => ({ kind: 'notNullOrEmpty' }),
  ValidateNotNullOrWhiteSpaceAttribute: () => ({ kind: 'notNullOrWhiteSpace' }),
  ValidateScriptAttribute: validateScript,
  ValidateDriveAttribute: (a) => ({ kind: 'drive', names: spread(a).map(text) }),
  ValidateUserDriveAttribute: () => ({ kind: 'userDrive' }),
  ValidateTrustedDataAttribute: () => ({ kind: 'trusted' }),
};

/** The check that an attribute asks for; undefined when it is no validation attribute. */
export function validatorOf(attribute: PSValue): Validator | undefined {
  if (attribute instanceof AttributeObject) {
    if (!attribute.typeName.startsWith(automation)) return undefined;
    return makers[attribute.typeName.slice(automation.length)]?.(attribute);
  }
  if (!isScriptValidator(attribute)) return undefined;
  return { kind: 'custom', instance: attribute };
}

function isScriptValidator(value: PSValue): value is object {
  if (typeof value !== 'object' || value === null || !('netType' in value)) return false;
  let type = value.netType instanceof NetType ? value.netType : null;
  for (; type; type = type.baseType) {
    if (type.fullName === `${automation}ValidateArgumentsAttribute`) return true;
  }
  return false;
}

function validateSet(attribute: AttributeObject): Validator {
  const generator = attribute.positional.length === 1 ? baseOf(attribute.positional[0]) : undefined;
  if (generator instanceof NetType) return { kind: 'setFrom', generator, errorMessage: message(attribute) };
  const ignoreCase = baseOf(attribute.get('IgnoreCase')) !== false;
  return { kind: 'set', values: spread(attribute).map(text), ignoreCase, errorMessage: message(attribute) };
}

function validateRange(attribute: AttributeObject): Validator {
  const [first, second] = attribute.positional.map(baseOf);
  if (attribute.positional.length > 1) return { kind: 'limits', min: first ?? null, max: second ?? null };
  const name = first instanceof EnumValue ? first.toString() : text(first);
  const range = rangeKinds.find((kind) => kind.toLowerCase() === name.toLowerCase()) ?? 'Positive';
  return { kind: 'rangeKind', range };
}

function validateScript(attribute: AttributeObject): Validator {
  const block = baseOf(attribute.positional[0]);
  if (!(block instanceof ScriptBlock)) return { kind: 'notNull' };
  return { kind: 'script', block, errorMessage: message(attribute) };
}

function spread(attribute: AttributeObject): readonly PSValue[] {
  return attribute.positional.flatMap((one) => (Array.isArray(one) ? (one as readonly PSValue[]) : [one]));
}

function message(attribute: AttributeObject): string | undefined {
  const given = attribute.get('ErrorMessage');
  return given === undefined || given === null ? undefined : text(given);
}

function text(value: PSValue): string {
  const base = baseOf(value);
  return base === null || base === undefined ? '' : String(base);
}

function number(value: PSValue): number {
  return Number(baseOf(value));
}
