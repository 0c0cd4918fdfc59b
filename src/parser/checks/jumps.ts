import type { ExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type { BreakStatementAst, ContinueStatementAst } from '../ast/statements.ts';
import { type CheckContext, check, outer } from './check.ts';
import { isVoidMethod } from './methods.ts';

/** The label of a jump: empty without one, undefined when only running can tell. */
function labelOf(label: ExpressionAst | undefined): string | undefined {
  if (label === undefined) return '';
  return label.kind === 'StringConstantExpressionAst' ? label.value : undefined;
}

function matchesLabel(label: string, loop: string | undefined): boolean {
  return label === '' || label.toLowerCase() === (loop ?? '').toLowerCase();
}

const labeled: ReadonlySet<Ast['kind']> = new Set<Ast['kind']>([
  'SwitchStatementAst',
  'ForEachStatementAst',
  'ForStatementAst',
  'DoWhileStatementAst',
  'DoUntilStatementAst',
  'WhileStatementAst',
]);

function loopLabel(node: Ast): string | undefined {
  return 'label' in node && typeof node.label === 'string' ? node.label : undefined;
}

const bodies: ReadonlySet<Ast['kind']> = new Set<Ast['kind']>(['NamedBlockAst', 'TrapStatementAst', 'ScriptBlockAst']);

/** The nodes around, from the parent up, each with its level. */
function* outward({ around }: CheckContext): Generator<readonly [level: number, node: Ast]> {
  for (let level = 1; level <= around.length; level++) {
    const node = around.at(-level);
    if (node !== undefined) yield [level, node];
  }
}

/** Reports a jump out of a finally block; without a label that is known it is taken to leave every loop. */
function checkFinally(node: Ast, label: string | undefined, context: CheckContext): void {
  for (const [level, parent] of outward(context)) {
    if (bodies.has(parent.kind)) return;
    if (label !== undefined && labeled.has(parent.kind) && matchesLabel(label, loopLabel(parent))) return;
    if (parent.kind !== 'StatementBlockAst') continue;
    const owner = outer(context, level + 1);
    if (owner?.kind === 'TryStatementAst' && owner.finally === parent) {
      context.reporter.error(node.extent, 'ControlLeavingFinally');
      return;
    }
  }
}

/** Reports a label that no loop around a jump in a method has. */
function checkLabel(node: Ast, label: string | undefined, context: CheckContext): void {
  if (label === undefined || label === '') return;
  for (const [level, parent] of outward(context)) {
    if (parent.kind === 'FunctionDefinitionAst') {
      const inMember = outer(context, level + 1)?.kind === 'FunctionMemberAst';
      if (inMember) context.reporter.error(node.extent, 'LabelNotFound', label);
      return;
    }
    const isLoop = labeled.has(parent.kind) && parent.kind !== 'SwitchStatementAst';
    if (isLoop && matchesLabel(label, loopLabel(parent))) return;
  }
}

function checkJump(node: BreakStatementAst | ContinueStatementAst, context: CheckContext): void {
  const label = labelOf(node.label);
  checkFinally(node, label, context);
  checkLabel(node, label, context);
}

/** `break` stays inside finally blocks, and in methods its label exists. */
export const breaks = check('BreakStatementAst', checkJump);

/** `continue` stays inside finally blocks, and in methods its label exists. */
export const continues = check('ContinueStatementAst', checkJump);

/** `return` stays inside finally blocks, and gives a value exactly where a method has one. */
export const returns = check('ReturnStatementAst', (node, context) => {
  checkFinally(node, undefined, context);
  const { member, reporter } = context;
  if (member?.kind !== 'FunctionMemberAst') return;
  const isVoid = isVoidMethod(member);
  if (node.pipeline !== undefined && isVoid) reporter.error(node.extent, 'VoidMethodHasReturn');
  if (node.pipeline === undefined && !isVoid) reporter.error(node.extent, 'NonVoidMethodMissingReturnValue');
});
