import type { ExpandableStringExpressionAst, ExpressionAst } from '../../parser/index.ts';
import { elementsOf } from '../members/enumerate.ts';
import { getVariable } from '../scope/variable-access.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { NetEnumerable } from '../values/net-enumerable.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { compileVariable } from './variables.ts';

/** `"… $x $( … ) …"`: parts joined as text, invariant; arrays with `$OFS` between (about_Quoting_Rules). */
export function compileExpandable(ast: ExpandableStringExpressionAst, c: Compile): Evaluate {
  const parts = ast.parts.map((p) => (typeof p === 'string' ? p : compilePart(p, c)));
  const [first, second] = parts;
  if (parts.length === 2 && typeof first === 'string' && typeof second === 'function') {
    return (frame) => {
      const value = second(frame);
      if (typeof value === 'string') return joined(frame, first + value);
      if (value instanceof Promise) return value.then((v) => joined(frame, first + textOf(frame, v)));
      return joined(frame, first + textOf(frame, value));
    };
  }
  return (frame) => join(frame, parts, 0, '');
}

function compilePart(part: ExpressionAst, c: Compile): Evaluate {
  return part.kind === 'VariableExpressionAst' ? compileVariable(part, c, 'string') : c.expression(part);
}

function join(frame: Frame, parts: readonly (string | Evaluate)[], start: number, before: string): Eventually<string> {
  let text = before;
  for (let i = start; i < parts.length; i++) {
    const part = parts[i];
    if (typeof part === 'string') text += part;
    else if (part !== undefined) {
      const value = part(frame);
      if (value instanceof Promise) {
        const soFar = text;
        return value.then((v) => join(frame, parts, i + 1, soFar + textOf(frame, v)));
      }
      text += textOf(frame, value);
    }
  }
  return joined(frame, text);
}

function joined(frame: Frame, text: string): string {
  if (text.length > 4096) frame.engine.budget.checkString(text.length);
  return text;
}

/** A value as text within a string. */
export function textOf(frame: Frame, value: PSValue): string {
  switch (typeof value) {
    case 'string':
      return value;
    case 'undefined':
      return '';
    case 'boolean':
      return value ? 'True' : 'False';
    case 'object':
      return value === null ? '' : objectText(frame, value);
    default:
      return typeSystemOf(frame.engine).toText(value);
  }
}

function objectText(frame: Frame, value: object): string {
  const separator =
    Array.isArray(value) || value instanceof NetEnumerable ? getVariable(frame.scope, 'ofs') : undefined;
  const items = separator === undefined ? undefined : elementsOf(value);
  if (items === undefined) return typeSystemOf(frame.engine).toText(value);
  const between = separator === null ? '' : typeSystemOf(frame.engine).toText(separator);
  return items.map((item) => itemText(frame, item)).join(between);
}

function itemText(frame: Frame, item: PSValue): string {
  return item === null || item === undefined ? '' : typeSystemOf(frame.engine).toText(item);
}
