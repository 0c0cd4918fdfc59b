import { childrenOf } from './child-keys.ts';
import type { Ast } from './index.ts';

/** What a visitor answers: go on inside the node, past it, or not at all. As PowerShell's AstVisitAction. */
export type VisitAction = 'continue' | 'skipChildren' | 'stopVisit';

/** Nodes that `findAll` without nested script blocks looks at, but not into. */
const nestedScripts: ReadonlySet<Ast['kind']> = new Set<Ast['kind']>([
  'FunctionDefinitionAst',
  'ScriptBlockExpressionAst',
  'TrapStatementAst',
]);

/**
 * Visits a node and what is below it, each node before its children. `after`, if given, is called behind the children
 * of each node, or at once where they are skipped. False when the visitor stopped.
 */
export function visit(node: Ast, visitor: (node: Ast) => VisitAction, after?: (node: Ast) => void): boolean {
  // Not recursive, so that trees of any depth can be visited; a wrapped node is one whose children are done.
  const pending: (Ast | Finished)[] = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (next instanceof Finished) {
      after?.(next.node);
      continue;
    }
    const action = visitor(next);
    if (action === 'stopVisit') return false;
    if (after !== undefined) pending.push(new Finished(next));
    if (action === 'skipChildren') continue;
    const children = childrenOf(next);
    for (let i = children.length - 1; i >= 0; i--) {
      const child = children[i];
      if (child !== undefined) pending.push(child);
    }
  }
  return true;
}

class Finished {
  readonly node: Ast;

  constructor(node: Ast) {
    this.node = node;
  }
}

/**
 * All nodes at and below a node that the predicate holds for, in the order of the text. Nested functions, script blocks
 * and traps are looked into only when asked. As PowerShell's, it passes over calls of base constructors.
 */
export function findAll(root: Ast, predicate: (node: Ast) => boolean, nested: boolean): Ast[] {
  const found: Ast[] = [];
  visit(root, (node) => {
    if (node.kind !== 'BaseCtorInvokeMemberExpressionAst' && predicate(node)) found.push(node);
    return nested || !nestedScripts.has(node.kind) ? 'continue' : 'skipChildren';
  });
  return found;
}

/** The first node at or below a node that the predicate holds for, or undefined; it looks where `findAll` looks. */
export function find(root: Ast, predicate: (node: Ast) => boolean, nested: boolean): Ast | undefined {
  let found: Ast | undefined;
  visit(root, (node) => {
    if (node.kind !== 'BaseCtorInvokeMemberExpressionAst' && predicate(node)) {
      found = node;
      return 'stopVisit';
    }
    return nested || !nestedScripts.has(node.kind) ? 'continue' : 'skipChildren';
  });
  return found;
}
