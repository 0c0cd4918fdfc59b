import type { IndexExpressionAst } from '../../parser/index.ts';
import { getIndex } from '../members/index-access.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
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
    return getIndex(frame.engine, t, i ?? null);
  };
  return (frame) => {
    const t = target(frame);
    return t instanceof Promise ? t.then((x) => at(frame, x)) : at(frame, t);
  };
}
