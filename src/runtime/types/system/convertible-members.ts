import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { MemberTable } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';

const targets = {
  Boolean: 'bool',
  Char: 'char',
  SByte: 'sbyte',
  Byte: 'byte',
  Int16: 'short',
  UInt16: 'ushort',
  Int32: 'int',
  UInt32: 'uint',
  Int64: 'long',
  UInt64: 'ulong',
  Single: 'float',
  Double: 'double',
  Decimal: 'decimal',
  DateTime: 'DateTime',
} as const;

/** The methods of IConvertible, which simple types have without showing them; each does what System.Convert does. */
export const convertibleMembers: MemberTable = {
  ...Object.fromEntries(
    Object.entries(targets).map(([name, type]): [string, MemberTable[string]] => [
      `IConvertible.To${name}(IFormatProvider provider) ${type}`,
      function (self: PSValue) {
        return typeSystemOf(this).invokeStatic(typeTable().get('System.Convert'), `To${name}`, [self]);
      },
    ]),
  ),
  'IConvertible.ToType(Type conversionType, IFormatProvider provider) object'(self: PSValue, type: NetType | null) {
    if (!type) throw argumentNull('conversionType');
    return typeSystemOf(this).invokeStatic(typeTable().get('System.Convert'), 'ChangeType', [self, type]);
  },
};
