import type { Token } from '../tokens/token.ts';
import { childrenOf } from './child-keys.ts';
import type { Ast } from './index.ts';

/** What was made of a source. */
export interface Tree {
  readonly root: Ast;
  readonly tokens: readonly Token[];
  parents: ReadonlyMap<Ast, Ast> | undefined;
}

/** Makes a tree and its tokens known as those of its source, so that parents and comments can be asked for. */
export function registerTree(root: Ast, tokens: readonly Token[]): void {
  root.extent.source.tree = { root, tokens, parents: undefined };
}

/** The tokens of the script that a node made by `parse` is part of. */
export function tokensOf(node: Ast): readonly Token[] {
  return node.extent.source.tree?.tokens ?? [];
}

/** The whole script that a node is part of; the node itself when it was not made by `parse`. */
export function rootOf(node: Ast): Ast {
  return node.extent.source.tree?.root ?? node;
}

/** The parent of a node made by `parse`; undefined for the root. The first question indexes the whole tree. */
export function parentOf(node: Ast): Ast | undefined {
  const { tree } = node.extent.source;
  if (tree === undefined) return undefined;
  tree.parents ??= indexParents(tree.root);
  return tree.parents.get(node);
}

/** The nearest ancestor of a node that is of a kind, or undefined. */
export function ancestorOf<K extends Ast['kind']>(node: Ast, kind: K): Extract<Ast, { readonly kind: K }> | undefined {
  for (let parent = parentOf(node); parent !== undefined; parent = parentOf(parent)) {
    if (isKind(parent, kind)) return parent;
  }
  return undefined;
}

function isKind<K extends Ast['kind']>(node: Ast, kind: K): node is Extract<Ast, { readonly kind: K }> {
  return node.kind === kind;
}

function indexParents(root: Ast): ReadonlyMap<Ast, Ast> {
  const parents = new Map<Ast, Ast>();
  const pending: Ast[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const child of [...childrenOf(node), ...unvisitedChildren(node)]) {
      parents.set(child, node);
      pending.push(child);
    }
  }
  return parents;
}

/** Children that PowerShell does not visit, but that have parents all the same. */
function unvisitedChildren(node: Ast): readonly Ast[] {
  if (node.kind === 'DataStatementAst') return node.commandsAllowed;
  if (node.kind === 'ForEachStatementAst' && node.throttleLimit !== undefined) return [node.throttleLimit];
  return [];
}

/** Whether a throw statement throws again what its catch block has caught: it stands there, without a value. */
export function isRethrow(node: Extract<Ast, { readonly kind: 'ThrowStatementAst' }>): boolean {
  if (node.pipeline !== undefined) return false;
  for (let parent = parentOf(node); parent !== undefined; parent = parentOf(parent)) {
    if (parent.kind === 'CatchClauseAst') return true;
    if (rethrowBorders.has(parent.kind)) return false;
  }
  return false;
}

const rethrowBorders: ReadonlySet<Ast['kind']> = new Set<Ast['kind']>([
  'FunctionDefinitionAst',
  'TrapStatementAst',
  'ScriptBlockAst',
]);
