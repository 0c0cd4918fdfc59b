import { Char } from './char.ts';
import { BoxedNumber, NumberKind } from './number-kinds.ts';

/** The kind of a numeric value, Char included; `NumberKind.None` for everything else (also bool and enums). */
export function numberKindOf(value: unknown): NumberKind {
  switch (typeof value) {
    case 'number':
      return (value | 0) === value ? NumberKind.Int32 : NumberKind.Double;
    case 'bigint':
      return NumberKind.Int64;
    case 'object':
      if (value instanceof BoxedNumber) return value.kind;
      return value instanceof Char ? NumberKind.Char : NumberKind.None;
    default:
      return NumberKind.None;
  }
}
