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
 * Visits a node and what is below it, each node before its children. The visitor is also given the nodes around the one
 * it looks at, from the first one down; the list changes as the visit goes on. `after`, if given, is called behind the
 * children of each node. False when the visitor stopped. Trees of any depth can be visited.
 */
export function visit(
  root: Ast,
  visitor: (node: Ast, around: readonly Ast[]) => VisitAction,
  after?: (node: Ast) => void,
): boolean {
  const path: Ast[] = [];
  // For each node of the path, its children and how many of them are done.
  const lists: (readonly Ast[])[] = [[root]];
  const done: number[] = [0];
  for (;;) {
    const depth = path.length;
    const next = lists[depth]?.[done[depth] ?? 0];
    if (next === undefined) {
      const node = path.pop();
      if (node === undefined) return true;
      lists.pop();
      done.pop();
      after?.(node);
      continue;
    }
    done[depth] = (done[depth] ?? 0) + 1;
    const action = visitor(next, path);
    if (action === 'stopVisit') return false;
    const children = action === 'skipChildren' ? none : childrenOf(next);
    if (children.length === 0) {
      after?.(next);
      continue;
    }
    path.push(next);
    lists.push(children);
    done.push(0);
  }
}

const none: readonly Ast[] = [];

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
