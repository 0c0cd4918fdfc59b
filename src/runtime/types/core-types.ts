import type { NetType } from '../values/net-type.ts';
import { typeTable } from './type-table.ts';

const names = {
  object: 'System.Object',
  string: 'System.String',
  char: 'System.Char',
  boolean: 'System.Boolean',
  byte: 'System.Byte',
  sbyte: 'System.SByte',
  int16: 'System.Int16',
  uint16: 'System.UInt16',
  int32: 'System.Int32',
  uint32: 'System.UInt32',
  int64: 'System.Int64',
  uint64: 'System.UInt64',
  single: 'System.Single',
  double: 'System.Double',
  decimal: 'System.Decimal',
  bigInteger: 'System.Numerics.BigInteger',
  void: 'System.Void',
  array: 'System.Array',
  enum: 'System.Enum',
  valueType: 'System.ValueType',
  type: 'System.Type',
  nullable: 'System.Nullable`1',
  hashtable: 'System.Collections.Hashtable',
  orderedDictionary: 'System.Collections.Specialized.OrderedDictionary',
  dictionary: 'System.Collections.IDictionary',
  list: 'System.Collections.IList',
  enumerable: 'System.Collections.IEnumerable',
  genericEnumerable: 'System.Collections.Generic.IEnumerable`1',
  genericList: 'System.Collections.Generic.List`1',
  delegate: 'System.Delegate',
  dateTime: 'System.DateTime',
  scriptBlock: 'System.Management.Automation.ScriptBlock',
  psObject: 'System.Management.Automation.PSObject',
  psCustomObject: 'System.Management.Automation.PSCustomObject',
  psReference: 'System.Management.Automation.PSReference',
  switchParameter: 'System.Management.Automation.SwitchParameter',
} as const;

type CoreTypes = { readonly [K in keyof typeof names]: NetType } & { readonly objectArray: NetType };

let core: CoreTypes | undefined;

/** The types the engine itself asks for, by short name. */
export function coreTypes(): CoreTypes {
  return (core ??= makeCore());
}

function makeCore(): CoreTypes {
  const table = typeTable();
  const entries = Object.entries(names).map(([key, name]) => [key, table.get(name)] as const);
  const made = { ...Object.fromEntries(entries), objectArray: table.arrayOf(table.get(names.object)) };
  // The entries are exactly the keys of `names`.
  return made as unknown as CoreTypes;
}
