import type { Ast, ExpressionAst, StatementAst, StatementBlockAst } from '../../parser/index.ts';
import type { Layout } from '../scope/layout.ts';
import type { Evaluate, Execute } from './closures.ts';
import type { Unit } from './compiled-block.ts';

/** What the compile functions of the construct families share while one block is compiled. */
export interface Compile {
  readonly layout: Layout;
  readonly unit: Unit;
  /** Inside a method of a class: names resolve in the method only, statements give no output. */
  readonly inMethod: boolean;
  expression(ast: ExpressionAst): Evaluate;
  statement(ast: StatementAst): Execute;
  /** What a statement gives when it is assigned: nothing, one object, an array. */
  value(ast: StatementAst): Evaluate;
  /** A statement block with its traps. */
  block(ast: StatementBlockAst): Execute;
  /** What stands for a construct that cannot run: raises a clear error when it is reached. */
  unsupported(ast: Ast, what: string): () => never;
}
