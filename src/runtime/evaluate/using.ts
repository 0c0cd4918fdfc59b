import type { UsingExpressionAst } from '../../parser/index.ts';
import { fail } from '../errors/terminating-error.ts';
import { getVariable } from '../scope/variable-access.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Frame } from './frame.ts';

/** Key under which a block that was sent elsewhere finds the values of its `$using:` expressions. */
export const usingKey = '__using';

/** Values of `$using:` expressions by their text in lower case; set as `$__using` in the scope of such a block. */
export class UsingValues {
  readonly values: ReadonlyMap<string, PSValue>;
  constructor(values: ReadonlyMap<string, PSValue>) {
    this.values = values;
  }
}

/** `$using:x`: works only in blocks that were handed to another session, a job or a parallel loop. */
export function compileUsing(ast: UsingExpressionAst): Evaluate {
  const key = usingKeyOf(ast);
  return (frame) => read(frame, key);
}

/** The text by which a `$using:` expression is known: without the prefix, in lower case. */
export function usingKeyOf(ast: UsingExpressionAst): string {
  return ast.subExpression.extent.text.toLowerCase();
}

function read(frame: Frame, key: string): Eventually<PSValue> {
  const held = getVariable(frame.scope, usingKey);
  if (held instanceof UsingValues) {
    const value = held.values.get(key);
    if (value !== undefined) return value;
  }
  throw fail({
    id: 'UsingWithoutInvokeCommand',
    category: 'InvalidOperation',
    message: '$using: works only in a block that runs elsewhere: a session, a job, or ForEach-Object -Parallel.',
  });
}
