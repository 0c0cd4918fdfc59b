import type { Ast } from '../ast/index.ts';
import type { ErrorStatementAst } from '../ast/statements.ts';
import type { Extent } from '../source.ts';

/** Makes what stands for a statement that could not be parsed. */
export function errorStatement(
  extent: Extent,
  nestedAst: readonly (Ast | undefined)[],
  rest: Partial<Pick<ErrorStatementAst, 'keyword' | 'flags' | 'conditions' | 'bodies'>> = {},
): ErrorStatementAst {
  return {
    kind: 'ErrorStatementAst',
    extent,
    keyword: rest.keyword,
    flags: rest.flags ?? [],
    conditions: rest.conditions ?? [],
    bodies: rest.bodies ?? [],
    nestedAst: nestedAst.filter((node) => node !== undefined),
  };
}
