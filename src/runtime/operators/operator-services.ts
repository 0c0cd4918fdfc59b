import type { NumberKind } from '../values/number-kinds.ts';
import type { NumericValue } from '../values/numeric-value.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';

/** Any value as text, as string expansion and `+` write it. */
export interface ValueText {
  toText(value: PSValue): string;
}

/** The general conversions (conversion/convert.ts), for operands that are no plain scalars. */
export interface ConversionServices {
  /**
   * Converts `value` to the exact type of `like`, and gives `value` itself where it already fits. Undefined where no
   * conversion between the two types exists; throws ConversionFailure where one exists and fails.
   */
  convertLike(value: PSValue, like: PSValue): PSValue;
  /** Converts any value to a number of a kind; throws ConversionFailure (ConvertToFinalInvalidCastException, ...). */
  convertToNumber(value: PSValue, kind: NumberKind): NumericValue;
}

/** Equality and order of objects that are no plain scalars, as their types declare them. */
export interface ObjectComparison {
  /** `left.Equals(right)`: no conversion; references by identity. */
  equals(left: PSValue, right: PSValue): boolean;
  /** `left.CompareTo(right)`; undefined where the left type is not IComparable. */
  compareTo(left: PSValue, right: PSValue): number | undefined;
}

/** The elements of collections and dictionaries, as the engine enumerates them. */
export interface CollectionServices {
  /** The elements of what the pipeline would enumerate; undefined for scalars, strings and dictionaries. */
  elementsOf(value: PSValue): Iterable<PSValue> | undefined;
  /** The entries of a dictionary of any kind; undefined for everything else. */
  entriesOf(value: PSValue): Iterable<readonly [PSValue, PSValue]> | undefined;
}

/** Operators that types declare themselves (op_Addition, ...). */
export interface DeclaredOperators {
  /**
   * Calls the static method `method` of the type of `owner` with both operands. Throws the error of a failed method
   * call (MethodNotFound where the type has no such operator).
   */
  callOperator(method: string, owner: PSValue, left: PSValue, right: PSValue): Eventually<PSValue>;
  /** Full .NET name of a value's type, for messages. */
  typeNameOf(value: PSValue): string;
}

/** Limits on what operators may make; part of the engine's Budget. */
export interface SizeLimits {
  checkString(length: number): void;
  checkArray(length: number): void;
}

/** What the operators need of the layers above them. */
export interface OperatorServices
  extends ValueText,
    ConversionServices,
    ObjectComparison,
    CollectionServices,
    DeclaredOperators {
  readonly limits: SizeLimits;
}
