import { ConversionFailure } from '../../../src/runtime/conversion/conversion-failure.ts';
import { toNumber } from '../../../src/runtime/conversion/to-number.ts';
import { OperatorFailure } from '../../../src/runtime/operators/operator-failure.ts';
import type { OperatorServices } from '../../../src/runtime/operators/operator-services.ts';
import { numberToEngineText, numberToString } from '../../../src/runtime/text/number-text.ts';
import { Char } from '../../../src/runtime/values/char.ts';
import { EnumValue } from '../../../src/runtime/values/enum-value.ts';
import { Hashtable } from '../../../src/runtime/values/hashtable.ts';
import { numberKindOf } from '../../../src/runtime/values/number-kind-of.ts';
import { numberTypeNames } from '../../../src/runtime/values/number-type-names.ts';
import { OrderedDictionary } from '../../../src/runtime/values/ordered-dictionary.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';
import { TypedArray } from '../../../src/runtime/values/typed-array.ts';

/** What the operators need from above, for scalars, arrays and tables only. */
export const scalarServices: OperatorServices = {
  toText(value) {
    if (value === null || value === undefined) return '';
    if (typeof value === 'string') return value;
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (value instanceof Char) return value.text;
    if (Array.isArray(value)) return value.map((item) => this.toText(item)).join(' ');
    return numberKindOf(value) ? numberToEngineText(value) : String(value);
  },
  convertLike(value, like) {
    if (like instanceof EnumValue && typeof value === 'string') return enumNamed(like, value);
    const kind = numberKindOf(like);
    return kind === 0 ? undefined : toNumber(value, kind);
  },
  convertToNumber() {
    throw new ConversionFailure('ConvertToFinalInvalidCastException', 'no conversion');
  },
  equals: (left, right) => left === right,
  compareTo: () => undefined,
  elementsOf(value) {
    if (Array.isArray(value)) return value;
    return value instanceof TypedArray ? value.toArray() : undefined;
  },
  entriesOf(value) {
    const table = value instanceof Hashtable || value instanceof OrderedDictionary ? value : undefined;
    return table && Array.from(table.entries(), ({ key, value: item }) => [key, item] as const);
  },
  callOperator(method) {
    throw new OperatorFailure('MethodNotFound', 'System.Management.Automation.RuntimeException', method);
  },
  typeNameOf(value) {
    return numberTypeNames[numberKindOf(value)] || typeof value;
  },
  limits: {
    checkString(length) {
      if (length > 1e6) throw new Error('too long');
    },
    checkArray(length) {
      if (length > 1e6) throw new Error('too many');
    },
  },
};

function enumNamed(like: EnumValue, name: string): PSValue {
  const found = EnumValue.named(like.netType, name);
  if (found) return found;
  throw new ConversionFailure('SubstringDisambiguationEnumParseThrewAnException', 'no such name');
}

/** The result as recorded data writes it: type and text, or the parts of the error. */
export function describeResult(compute: () => PSValue): string {
  try {
    const value = compute();
    if (value === null || value === undefined) return 'null';
    if (typeof value === 'string') return `String ${value}`.trimEnd();
    if (typeof value === 'boolean') return `Boolean ${value ? 'True' : 'False'}`;
    if (value instanceof Char) return `Char ${value.text}`;
    return `${numberTypeNames[numberKindOf(value)].split('.').at(-1)} ${numberToString(value)}`;
  } catch (error) {
    if (error instanceof ConversionFailure) {
      return `ERR ${error.id} System.Management.Automation.RuntimeException InvalidArgument PSInvalidCastException`;
    }
    if (!(error instanceof OperatorFailure)) throw error;
    const inner = error.innerType?.split('.').at(-1) ?? '';
    return `ERR ${error.id} ${error.exceptionType} ${error.category} ${inner}`.trimEnd();
  }
}
