import type { ExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type { BreakStatementAst, ContinueStatementAst } from '../ast/statements.ts';
import { parentOf } from '../ast/tree.ts';
import { type CheckContext, check } from './check.ts';
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

/** Reports a jump out of a finally block; without a label that is known it is taken to leave every loop. */
function checkFinally(node: Ast, label: string | undefined, { reporter }: CheckContext): void {
  for (let parent = parentOf(node); parent !== undefined; parent = parentOf(parent)) {
    if (bodies.has(parent.kind)) return;
    if (label !== undefined && labeled.has(parent.kind) && matchesLabel(label, loopLabel(parent))) return;
    if (parent.kind !== 'StatementBlockAst') continue;
    const owner = parentOf(parent);
    if (owner?.kind === 'TryStatementAst' && owner.finally === parent) {
      reporter.error(node.extent, 'ControlLeavingFinally');
      return;
    }
  }
}

/** Reports a label that no loop around a jump in a method has. */
function checkLabel(node: Ast, label: string | undefined, { reporter }: CheckContext): void {
  if (label === undefined || label === '') return;
  for (let parent = parentOf(node); parent !== undefined; parent = parentOf(parent)) {
    if (parent.kind === 'FunctionDefinitionAst') {
      if (parentOf(parent)?.kind === 'FunctionMemberAst') reporter.error(node.extent, 'LabelNotFound', label);
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
