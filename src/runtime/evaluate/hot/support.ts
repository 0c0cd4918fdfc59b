import { add, divide, multiply, remainder, subtract } from '../../operators/arithmetic.ts';
import { bitAnd, bitOr, bitXor } from '../../operators/bitwise.ts';
import { equal, inOrder, notEqual } from '../../operators/compare.ts';
import type { OperatorServices } from '../../operators/operator-services.ts';
import { shiftLeft, shiftRight } from '../../operators/shift.ts';
import type { NameSite } from '../../scope/name-site.ts';
import type { Scope } from '../../scope/scope.ts';
import { Variable } from '../../scope/variable.ts';
import { Char } from '../../values/char.ts';
import { roundHalfEven } from '../../values/decimal-conversion.ts';
import { Double, figureOf, toDouble } from '../../values/double.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { NetList } from '../../values/net-list.ts';
import { OrderedDictionary } from '../../values/ordered-dictionary.ts';
import { ExtendedEntry, PSObject } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { isTrue } from '../conditionals.ts';
import type { Frame } from '../frame.ts';
import { fits } from '../indexing.ts';
import { longestText } from './pure.ts';

/** What a quick form answers when it does not know: the statement then runs the ordinary way, from its start. */
const BAIL = Symbol('bail');
type Quick<T> = T | typeof BAIL;

/** The value in a variable's place; what is not set here is for the ordinary way. */
function plain(held: PSValue): Quick<PSValue> {
  if (held === undefined) return BAIL;
  if (!(held instanceof Variable)) return held;
  const { value } = held;
  return value === undefined ? BAIL : value;
}

/** What a name that the code only reads stands for, as seen from the running scope. */
function outer(scope: Scope, site: NameSite): PSValue {
  return site.find(scope);
}

/** A variable that hot code keeps in a local: its slot and its name. */
export interface HotSlot {
  readonly slot: number;
  readonly key: string;
}

/**
 * Readies a scope for code that keeps these variables in locals: typed parameters become variables of their own, as
 * assigning must respect their type.
 */
function enter(scope: Scope, assigned: readonly HotSlot[]): void {
  for (const { slot, key } of assigned) if (scope.isConstrained(slot)) scope.materialize(key);
}

/** Whether a variable that is not set yet can simply be set. */
function maySet(frame: Frame, { slot, key }: HotSlot): boolean {
  const { scope } = frame;
  return scope.tables === undefined && !scope.isConstrained(slot) && !frame.session.allScopeNames.has(key);
}

/** Whether an operator on the value has no effect but its result: it cannot run script code and cannot fail. */
function isFigure(value: PSValue): boolean {
  return typeof value === 'number' || typeof value === 'bigint' || value instanceof Double;
}

type Operator = (left: PSValue, right: PSValue, services: OperatorServices) => Eventually<PSValue>;

/**
 * An operator on figures that are not two raw numbers.
 *
 * @param doubles what it does with two Doubles (or a Double and an Int32)
 */
function onFigures(operate: Operator, doubles?: (left: number, right: number) => number) {
  return (left: PSValue, right: PSValue, frame: Frame): Quick<Eventually<PSValue>> => {
    if (doubles !== undefined) {
      const a = figureOf(left);
      const b = a === undefined ? undefined : figureOf(right);
      if (a !== undefined && b !== undefined) return toDouble(doubles(a, b));
    }
    return isFigure(left) && isFigure(right) ? operate(left, right, frame.session.operators) : BAIL;
  };
}

/** For operators that fail on some operands: those fail again, in the ordinary way. */
function onSafeFigures(operate: Operator) {
  const quick = onFigures(operate);
  return (left: PSValue, right: PSValue, frame: Frame): Quick<Eventually<PSValue>> => {
    try {
      return quick(left, right, frame);
    } catch {
      return BAIL;
    }
  };
}

/** A value inside a text, where that is plain. */
function textOf(value: PSValue): Quick<string> {
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return (value | 0) === value ? String(value) : BAIL;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (value instanceof Char) return value.text;
  return value === null ? '' : BAIL;
}

const addFigures = onFigures(add, (a, b) => a + b);

/** `+` of what are not two raw numbers: other numbers, and texts that stay short. */
function addQuickly(left: PSValue, right: PSValue, frame: Frame): Quick<Eventually<PSValue>> {
  if (typeof left !== 'string') return addFigures(left, right, frame);
  const text = textOf(right);
  if (text === BAIL) return BAIL;
  const sum = left + text;
  return sum.length > longestText ? BAIL : sum;
}

/** Whether comparing with the value has no effect but its result. */
function isScalar(value: PSValue): boolean {
  return typeof value !== 'object' || value === null || value instanceof Double || value instanceof Char;
}

type Comparison = (l: PSValue, r: PSValue, ignoreCase: boolean, services: OperatorServices) => Eventually<PSValue>;

function onScalars(compare: Comparison, ignoreCase: boolean) {
  return (left: PSValue, right: PSValue, frame: Frame): Quick<Eventually<PSValue>> => {
    if (left instanceof Char && right instanceof Char && left.code === right.code && compare === equal) return true;
    if (!isScalar(left) || !isScalar(right)) return BAIL;
    try {
      return compare(left, right, ignoreCase, frame.session.operators);
    } catch {
      return BAIL;
    }
  };
}

function ordered(kind: 'lt' | 'le' | 'gt' | 'ge'): Comparison {
  return (l, r, ignoreCase, services) => inOrder(kind, l, r, ignoreCase, services);
}

/** `target[index]` where that is one element of something plain. */
function at(target: PSValue, index: PSValue): Quick<PSValue> {
  if (typeof index === 'number' && (index | 0) === index) {
    if (typeof target === 'string') {
      const position = index < 0 ? index + target.length : index;
      return position >= 0 && position < target.length ? Char.of(target.charCodeAt(position)) : BAIL;
    }
    const items = itemsOf(target);
    if (items !== undefined) {
      const position = index < 0 ? index + items.length : index;
      return position >= 0 && position < items.length ? (items[position] ?? null) : BAIL;
    }
    return target instanceof Hashtable ? (target.get(index) ?? null) : BAIL;
  }
  if (typeof index === 'string' && (target instanceof Hashtable || target instanceof OrderedDictionary))
    return target.get(index) ?? null;
  return BAIL;
}

function itemsOf(target: PSValue): PSValue[] | undefined {
  if (Array.isArray(target)) return target;
  if (target instanceof TypedArray) return target.dims === undefined ? target.items : undefined;
  return target instanceof NetList ? target.items : undefined;
}

/** The flat position in an array of two dimensions; -1 outside its bounds and for everything else. */
function cell(target: PSValue, row: PSValue, column: PSValue): number {
  if (!(target instanceof TypedArray) || target.dims?.length !== 2 || target.lowerBounds !== undefined) return -1;
  const [rows = 0, columns = 0] = target.dims;
  if (typeof row !== 'number' || (row | 0) !== row || row < 0 || row >= rows) return -1;
  if (typeof column !== 'number' || (column | 0) !== column || column < 0 || column >= columns) return -1;
  return row * columns + column;
}

/** Does `target[index] = value` for something plain; whether it could. */
function setAt(target: PSValue, index: PSValue, value: PSValue): boolean {
  if (typeof index === 'number' && (index | 0) === index) {
    if (!Array.isArray(target) && !(target instanceof TypedArray && fits(target, value))) {
      if (!(target instanceof Hashtable)) return false;
      target.set(index, value);
      return true;
    }
    const items = itemsOf(target);
    const position = items !== undefined && index < 0 ? index + items.length : index;
    if (items === undefined || position < 0 || position >= items.length) return false;
    items[position] = value;
    return true;
  }
  if (typeof index !== 'string' || !(target instanceof Hashtable || target instanceof OrderedDictionary)) return false;
  target.set(index, value);
  return true;
}

/** `.Length` and `.Count` of what is indexed by position. */
function lengthOf(target: PSValue, counts: boolean): Quick<number> {
  if (typeof target === 'string') return counts ? BAIL : target.length;
  if (Array.isArray(target)) return target.length;
  if (target instanceof TypedArray) return target.length;
  return counts && target instanceof NetList ? target.items.length : BAIL;
}

/** A property of a custom object that is a plain value, or the value of a hashtable's key. */
function note(target: PSValue, name: string): Quick<PSValue> {
  const held = entryOf(target, name);
  return held === undefined || held instanceof ExtendedEntry ? BAIL : held;
}

function entryOf(target: PSValue, name: string): PSValue | ExtendedEntry {
  if (target instanceof PSObject) return target.properties.get(name);
  return target instanceof Hashtable ? target.get(name) : undefined;
}

/** Stores in a property or key that is there already and plain; whether it could. */
function setNote(target: PSValue, name: string, value: PSValue): boolean {
  const held = entryOf(target, name);
  if (held === undefined || held instanceof ExtendedEntry) return false;
  if (target instanceof PSObject) target.properties.set(name, value);
  else if (target instanceof Hashtable) target.set(name, value);
  return true;
}

/** `[int]` of a number: rounded half to even. */
function toInt(value: PSValue): Quick<number> {
  if (value instanceof Char) return value.code;
  const number = figureOf(value);
  if (number === undefined) return BAIL;
  const rounded = roundHalfEven(number);
  return (rounded | 0) === rounded ? rounded | 0 : BAIL;
}

/** What hot code may call. */
export const support: Readonly<Record<string, unknown>> = {
  BAIL,
  Variable,
  Double,
  NetList,
  TypedArray,
  Char,
  plain,
  outer,
  enter,
  maySet,
  isTrue,
  fits,
  at,
  cell,
  setAt,
  lengthOf,
  note,
  setNote,
  textOf,
  toInt,
  add: addQuickly,
  subtract: onFigures(subtract, (a, b) => a - b),
  multiply: onFigures(multiply, (a, b) => a * b),
  divide: onSafeFigures(divide),
  remainder: onSafeFigures(remainder),
  bitAnd: onSafeFigures(bitAnd),
  bitOr: onSafeFigures(bitOr),
  bitXor: onSafeFigures(bitXor),
  shiftLeft: onSafeFigures(shiftLeft),
  shiftRight: onSafeFigures(shiftRight),
  sameI: onScalars(equal, true),
  sameC: onScalars(equal, false),
  differentI: onScalars(notEqual, true),
  differentC: onScalars(notEqual, false),
  lessI: onScalars(ordered('lt'), true),
  lessC: onScalars(ordered('lt'), false),
  atMostI: onScalars(ordered('le'), true),
  atMostC: onScalars(ordered('le'), false),
  greaterI: onScalars(ordered('gt'), true),
  greaterC: onScalars(ordered('gt'), false),
  atLeastI: onScalars(ordered('ge'), true),
  atLeastC: onScalars(ordered('ge'), false),
};
