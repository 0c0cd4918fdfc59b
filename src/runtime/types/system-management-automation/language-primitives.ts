import type { EngineContext } from '../../engine.ts';
import { compareText, equalText } from '../../text/text-comparison.ts';
import { NetEnumerable, NetEnumerator } from '../../values/net-enumerable.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { defineEnum } from '../define-enum.ts';
import { defineType, type RefSlot, type TypeSpec, withTypes } from '../define-type.ts';
import { itemsOf } from '../sequence.ts';
import { typeOf } from '../type-of.ts';
import { typeSystemOf } from '../type-system.ts';

function isEnumerable(value: PSValue): boolean {
  return Array.isArray(value) || value instanceof TypedArray || value instanceof NetEnumerable;
}

/** The second converts to the type of the first; texts compare as the operators do. */
function compare(engine: EngineContext, a: PSValue, b: PSValue, ignoreCase: boolean): number {
  const types = typeSystemOf(engine);
  if (typeof a === 'string') return compareText(a, types.toText(b), ignoreCase);
  return types.compare(a, converted(engine, b, a));
}

function converted(engine: EngineContext, value: PSValue, like: PSValue): PSValue {
  const types = typeSystemOf(engine);
  return like === null || value === null ? value : (types.convert(value, typeOf(like)) as PSValue);
}

function equals(engine: EngineContext, a: PSValue, b: PSValue, ignoreCase: boolean): boolean {
  const types = typeSystemOf(engine);
  if (typeof a === 'string') return equalText(a, types.toText(b), ignoreCase);
  try {
    return types.equals(a, converted(engine, b, a));
  } catch {
    return false;
  }
}

function tryConvert(engine: EngineContext, value: PSValue, type: NetType, slot: RefSlot): boolean {
  try {
    slot.value = typeSystemOf(engine).convert(value, type) as PSValue;
    return true;
  } catch {
    slot.value = null;
    return false;
  }
}

/** LanguagePrimitives and the enums of the members layer. */
export const languageTypes: readonly TypeSpec[] = [
  defineType({
    name: 'System.Management.Automation.LanguagePrimitives',
    isAbstract: true,
    members: {
      'static Compare(object first, object second) int'(a, b) {
        return compare(this, a, b, false);
      },
      'static Compare(object first, object second, bool ignoreCase) int'(a, b, ignoreCase: boolean) {
        return compare(this, a, b, ignoreCase);
      },
      'static ConvertTo<T>(object valueToConvert) T': withTypes(
        (types) =>
          function (value) {
            const type = types.get('T');
            return type ? typeSystemOf(this).convert(value, type) : value;
          },
      ),
      'static ConvertTo(object valueToConvert, Type resultType) object'(value, type: NetType) {
        return typeSystemOf(this).convert(value, type);
      },
      'static Equals(object first, object second) bool'(a, b) {
        return equals(this, a, b, false);
      },
      'static Equals(object first, object second, bool ignoreCase) bool'(a, b, ignoreCase: boolean) {
        return equals(this, a, b, ignoreCase);
      },
      'static GetEnumerable(object obj) IEnumerable': (value) => (isEnumerable(value) ? value : null),
      'static GetEnumerator(object obj) IEnumerator': (value) =>
        isEnumerable(value) ? new NetEnumerator(() => itemsOf(value)[Symbol.iterator]()) : null,
      'static IsObjectEnumerable(object obj) bool': isEnumerable,
      'static IsTrue(object obj) bool'(value) {
        return typeSystemOf(this).toBoolean(value);
      },
      'static TryConvertTo(object valueToConvert, Type resultType, out object result) bool'(
        value,
        type: NetType,
        slot: RefSlot,
      ) {
        return tryConvert(this, value, type, slot);
      },
    },
  }),
  defineEnum('System.Management.Automation.WhereOperatorSelectionMode', 'Default First Last SkipUntil Until Split'),
];
