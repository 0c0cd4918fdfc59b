import { NetObject } from '../values/net-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { CommandParameter, ParameterSetData, Validator } from './parameter-metadata.ts';

/**
 * Contract. An attribute of a parameter or command as an object: written in a param block, or made by a script for a
 * dynamic parameter (`[Parameter]::new()`). Attributes that are script classes (derived from ValidateArgumentsAttribute
 * or ArgumentTransformationAttribute) are ordinary class instances instead.
 */
export class AttributeObject extends NetObject {
  /** Full .NET name, e.g. `System.Management.Automation.ParameterAttribute`. */
  readonly typeName: string;
  /** Constructor arguments in order; a params array is spread. */
  readonly positional: readonly PSValue[];
  /** Property values by .NET name, as given; later sets by scripts go here too. */
  readonly named: Map<string, PSValue>;

  constructor(typeName: string, positional: readonly PSValue[] = [], named: Map<string, PSValue> = new Map()) {
    super();
    this.typeName = typeName;
    this.positional = positional;
    this.named = named;
  }

  /** The value of a named argument, without regard to case; undefined when it was not given. */
  get(name: string): PSValue {
    const exact = this.named.get(name);
    if (exact !== undefined) return exact;
    const wanted = name.toLowerCase();
    for (const [key, value] of this.named) if (key.toLowerCase() === wanted) return value;
    return undefined;
  }
}

const automation = 'System.Management.Automation.';

/** The attribute objects that say what a cmdlet's parameter declares. */
export function parameterAttributes(parameter: CommandParameter): readonly PSValue[] {
  const list: PSValue[] = [];
  for (const [set, data] of parameter.sets) list.push(membershipAttribute(set, data, parameter.dontShow));
  if (parameter.aliases.length > 0) list.push(attribute('AliasAttribute', parameter.aliases));
  for (const validator of parameter.validators) list.push(validatorAttribute(validator));
  if (parameter.allowNull) list.push(attribute('AllowNullAttribute'));
  if (parameter.allowEmptyString) list.push(attribute('AllowEmptyStringAttribute'));
  if (parameter.allowEmptyCollection) list.push(attribute('AllowEmptyCollectionAttribute'));
  if (parameter.supportsWildcards) list.push(attribute('SupportsWildcardsAttribute'));
  return list;
}

function attribute(name: string, positional: readonly PSValue[] = []): AttributeObject {
  return new AttributeObject(automation + name, positional);
}

function membershipAttribute(set: string, data: ParameterSetData, dontShow: boolean): AttributeObject {
  const named = new Map<string, PSValue>([['ParameterSetName', set]]);
  if (data.isMandatory) named.set('Mandatory', true);
  if (data.position !== undefined) named.set('Position', data.position);
  if (data.valueFromPipeline) named.set('ValueFromPipeline', true);
  if (data.valueFromPipelineByPropertyName) named.set('ValueFromPipelineByPropertyName', true);
  if (data.valueFromRemainingArguments) named.set('ValueFromRemainingArguments', true);
  if (dontShow) named.set('DontShow', true);
  if (data.helpMessage) named.set('HelpMessage', data.helpMessage);
  return new AttributeObject(`${automation}ParameterAttribute`, [], named);
}

function validatorAttribute(validator: Validator): PSValue {
  switch (validator.kind) {
    case 'set':
      return attribute('ValidateSetAttribute', validator.values);
    case 'range':
      return attribute('ValidateRangeAttribute', [validator.min, validator.max]);
    case 'rangeKind':
      return attribute('ValidateRangeAttribute', [validator.range]);
    case 'pattern':
      return attribute('ValidatePatternAttribute', [validator.pattern]);
    case 'length':
      return attribute('ValidateLengthAttribute', [validator.min, validator.max]);
    case 'count':
      return attribute('ValidateCountAttribute', [validator.min, validator.max]);
    case 'notNullOrEmpty':
      return attribute('ValidateNotNullOrEmptyAttribute');
    case 'notNullOrWhiteSpace':
      return attribute('ValidateNotNullOrWhiteSpaceAttribute');
    default:
      return attribute('ValidateNotNullAttribute');
  }
}
