import type { IndexExpressionAst } from '../../parser/index.ts';
import { getIndex, setIndex } from '../members/index-access.ts';
import { coreTypes } from '../types/core-types.ts';
import { Double } from '../values/double.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { TypedArray } from '../values/typed-array.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';

/** `$a[i]`, `$a[i, j]`, `$a?[i]` */
export function compileIndex(ast: IndexExpressionAst, c: Compile): Evaluate {
  const target = c.expression(ast.target);
  const index = c.expression(ast.index);
  const { nullConditional } = ast;
  const isKey =
    ast.index.kind === 'ConvertExpressionAst' && /^(system\.)?object$/i.test(ast.index.type.typeName.fullName);
  const at = (frame: Frame, t: PSValue): Eventually<PSValue> => {
    if (nullConditional && (t === null || t === undefined)) return null;
    const i = index(frame);
    // A cast to object chooses the indexer by key of a dictionary that has one by position too.
    if (isKey && t instanceof OrderedDictionary) return andThen(i, (key) => t.get(key ?? null) ?? null);
    if (i instanceof Promise) return i.then((x) => getIndex(frame.engine, t, x ?? null));
    return elementAt(frame, t, i ?? null);
  };
  return (frame) => {
    const t = target(frame);
    return t instanceof Promise ? t.then((x) => at(frame, x)) : at(frame, t);
  };
}

/** `target[index]`, with the way to elements of typed arrays by position short. */
export function elementAt(frame: Frame, target: PSValue, index: PSValue): Eventually<PSValue> {
  if (target instanceof TypedArray && target.dims === undefined && typeof index === 'number') {
    const { items } = target;
    if (items !== undefined && index >= 0 && index < items.length && (index | 0) === index) return items[index];
  }
  return getIndex(frame.engine, target, index);
}

/** `target[index] = value`, as short for values that have the element type already. */
export function setElement(frame: Frame, target: PSValue, index: PSValue, value: PSValue): Eventually<void> {
  if (target instanceof TypedArray && target.dims === undefined && typeof index === 'number') {
    const { items } = target;
    if (items !== undefined && index >= 0 && index < items.length && (index | 0) === index && fits(target, value)) {
      items[index] = value;
      return undefined;
    }
  }
  return setIndex(frame.engine, target, index, value);
}

/** Whether a value has the element type of an array already. */
export function fits({ elementType }: TypedArray, value: PSValue): boolean {
  const core = coreTypes();
  switch (typeof value) {
    case 'number':
      return (value | 0) === value ? elementType === core.int32 : elementType === core.double;
    case 'boolean':
      return elementType === core.boolean;
    case 'string':
      return elementType === core.string;
    default:
      return value instanceof Double && elementType === core.double;
  }
}
