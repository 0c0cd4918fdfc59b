import { elementsOf } from '../members/enumerate.ts';
import { Double } from '../values/double.ts';
import { EnumValue } from '../values/enum-value.ts';
import { baseOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { SwitchParameter } from '../values/switch-parameter.ts';
import type { CommandParameter } from './parameter-metadata.ts';

/** A bound .NET value in the form its declaration promises to the cmdlet: plain arrays, numbers, booleans, enum names. */
export function inDeclaredForm(parameter: CommandParameter, value: PSValue): unknown {
  switch (parameter.form) {
    case 'value':
      return value;
    case 'number':
      return value instanceof Double ? value.value : value;
    case 'boolean':
      return value instanceof SwitchParameter ? value.isPresent : value;
    case 'enumName':
      return value === null ? null : String(baseOf(value));
    case 'array':
      return arrayForm(value, parameter.typeName === 'System.Object[]');
  }
}

/** Elements of `object[]` stay as they are: among them a double must not turn into an int. */
function arrayForm(value: PSValue, isOfObjects: boolean): unknown {
  if (value === null || value === undefined) return value;
  const items = elementsOf(value) ?? [value];
  if (isOfObjects || !items.some((item) => item instanceof EnumValue || item instanceof Double)) return items;
  return items.map((item) =>
    item instanceof EnumValue ? item.toString() : item instanceof Double ? item.value : item,
  );
}
