import type { PSValue } from '../../values/ps-value.ts';
import type { MemberTable } from '../define-type.ts';
import { badArgument } from '../net-error.ts';

/** A value class with an order. */
interface Ordered {
  compareTo(other: never): number;
}

// Arguments arrive converted to the declared type, which is this class.
const orderOf = (a: Ordered, b: PSValue): number => Math.sign(a.compareTo(b as never));

/** CompareTo, Equals and the comparison operators of a type whose class has an order. */
export function orderMembers(t: string, isOne: (value: PSValue) => boolean, parameter = 'value'): MemberTable {
  return {
    [`CompareTo(object ${parameter}) int`]: (self: Ordered, other) => {
      if (other === null || other === undefined) return 1;
      if (!isOne(other)) throw badArgument(`The argument must be of type ${t}.`);
      return orderOf(self, other);
    },
    [`CompareTo(${t} ${parameter}) int`]: (self: Ordered, other) => (other === null ? 1 : orderOf(self, other)),
    [`Equals(object ${parameter}) bool`]: (self: Ordered, other) => isOne(other) && orderOf(self, other) === 0,
    [`Equals(${t} ${parameter}) bool`]: (self: Ordered, other) => other !== null && orderOf(self, other) === 0,
  };
}

/** `static op_…` of the six comparisons. */
export function comparisonOperators(t: string): MemberTable {
  const operators: Readonly<Record<string, (order: number) => boolean>> = {
    op_Equality: (n) => n === 0,
    op_Inequality: (n) => n !== 0,
    op_LessThan: (n) => n < 0,
    op_LessThanOrEqual: (n) => n <= 0,
    op_GreaterThan: (n) => n > 0,
    op_GreaterThanOrEqual: (n) => n >= 0,
  };
  return Object.fromEntries(
    Object.entries(operators).map(([name, holds]) => [
      `static ${name}(${t} left, ${t} right) bool`,
      (a: Ordered, b: PSValue) => holds(orderOf(a, b)),
    ]),
  );
}
