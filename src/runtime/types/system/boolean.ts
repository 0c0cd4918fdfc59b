import { defineType, type RefSlot } from '../define-type.ts';
import { argumentNull, badArgument, badFormat } from '../net-error.ts';
import { convertibleMembers } from './convertible-members.ts';

function read(text: string | null): boolean | undefined {
  const lower = text?.replace(/^[\s\0]+|[\s\0]+$/g, '').toLowerCase();
  return lower === 'true' ? true : lower === 'false' ? false : undefined;
}

/** System.Boolean */
export const booleanType = defineType({
  name: 'System.Boolean',
  kind: 'struct',
  interfaces: 'IComparable, IComparable<bool>, IConvertible, IEquatable<bool>',
  members: {
    'static field FalseString string': () => 'False',
    'static field TrueString string': () => 'True',
    'CompareTo(bool value) int': (a: boolean, b: boolean) => Number(a) - Number(b),
    'CompareTo(object obj) int': (a: boolean, b) => {
      if (b === null) return 1;
      if (typeof b !== 'boolean') throw badArgument('The argument must be a bool.');
      return Number(a) - Number(b);
    },
    'Equals(bool obj) bool': (a, b) => a === b,
    'GetTypeCode() TypeCode': () => 3,
    'GetHashCode() int': (a) => (a ? 1 : 0),
    'ToString() string': (a) => (a ? 'True' : 'False'),
    'ToString(IFormatProvider provider) string': (a) => (a ? 'True' : 'False'),
    ...convertibleMembers,
    'static Parse(string value) bool': (text: string | null) => {
      if (text === null) throw argumentNull('value');
      const value = read(text);
      if (value === undefined) throw badFormat(`'${text}' is neither True nor False.`);
      return value;
    },
    'static TryParse(string value, out bool result) bool': (text: string | null, slot: RefSlot) => {
      slot.value = read(text) ?? false;
      return read(text) !== undefined;
    },
  },
});
