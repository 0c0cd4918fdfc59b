import type { EngineContext } from '../engine.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { Hashtable } from '../values/hashtable.ts';
import { NetDictionary } from '../values/net-dictionary.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { isPending, type PSValue } from '../values/ps-value.ts';
import { propertyAssignment } from './member-errors.ts';

/** The dictionaries whose keys are reached by dot. */
export type DictionaryValue = Hashtable | OrderedDictionary | NetDictionary;

/** Whether a value (unwrapped) is an IDictionary. */
export function isDictionary(value: PSValue): value is DictionaryValue {
  return value instanceof Hashtable || value instanceof OrderedDictionary || value instanceof NetDictionary;
}

/** The value of a key as it is; undefined when it is not there. */
export function dictionaryGet(table: DictionaryValue, key: PSValue): PSValue {
  return table.get(key);
}

/** `$table.name = value`: key and value convert to the types of a generic dictionary. */
export function dictionarySet(
  engine: EngineContext,
  table: DictionaryValue,
  key: PSValue,
  value: PSValue,
  name: string,
): void {
  if (!(table instanceof NetDictionary)) {
    table.set(key, value);
    return;
  }
  const [keyType, valueType] = table.netType?.genericArguments ?? [];
  const types = typeSystemOf(engine);
  try {
    const newKey = keyType ? types.convert(key, keyType) : key;
    const newValue = valueType ? types.convert(value, valueType) : value;
    if (isPending(newKey) || isPending(newValue)) throw propertyAssignment(name, 'missing');
    table.set(newKey, newValue);
  } catch {
    throw propertyAssignment(name, 'missing');
  }
}
