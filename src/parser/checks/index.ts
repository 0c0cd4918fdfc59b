import type { Ast, AstKind } from '../ast/index.ts';
import type { ScriptBlockAst } from '../ast/script-block.ts';
import { parentOf } from '../ast/tree.ts';
import { visit } from '../ast/visit.ts';
import type { Reporter } from '../reporter.ts';
import type { TypeCatalogue } from '../types.ts';
import { assignments, steps } from './assignments.ts';
import { attributedExpressions, attributes } from './attributes.ts';
import { casts, typeDepth, typeLiteralDepth } from './casts.ts';
import type { AnyCheck, CheckContext } from './check.ts';
import { dataSections } from './data-sections.ts';
import { breaks, continues, returns } from './jumps.ts';
import { methods, methodVariables, propertyTypes } from './methods.ts';
import { functionParameters, paramBlockParameters, parameterTypes, workflows } from './parameters.ts';
import {
  catchOrder,
  foreachParameters,
  hashKeys,
  switchParameters,
  usingStatements,
  workflowBlocks,
} from './statements.ts';
import { checkSymbols, openedNamespaces } from './symbols.ts';
import { splatting, staticThis, usingExpressions } from './variables.ts';

/** All checks of single nodes; those of one kind run in this order. */
const checks: readonly AnyCheck[] = [
  paramBlockParameters,
  typeDepth,
  attributes,
  parameterTypes,
  typeLiteralDepth,
  methods,
  functionParameters,
  workflows,
  switchParameters,
  dataSections,
  foreachParameters,
  catchOrder,
  breaks,
  continues,
  returns,
  assignments,
  steps,
  casts,
  usingExpressions,
  splatting,
  methodVariables,
  staticThis,
  hashKeys,
  attributedExpressions,
  workflowBlocks,
  usingStatements,
  propertyTypes,
];

type Run = (node: Ast, context: CheckContext) => void;

const checksByKind: ReadonlyMap<AstKind, readonly Run[]> = byKind();

function byKind(): ReadonlyMap<AstKind, readonly Run[]> {
  const table = new Map<AstKind, Run[]>();
  for (const { kind, check } of checks) {
    const run = check as Run; // called with nodes of this kind only
    table.set(kind, [...(table.get(kind) ?? []), run]);
  }
  return table;
}

/** Runs all checks over a finished tree, in the order PowerShell reports: names first, then node by node. */
export function runChecks(root: ScriptBlockAst, reporter: Reporter, types: TypeCatalogue | undefined): void {
  checkSymbols(root, reporter, types);
  const namespaces = openedNamespaces(root);
  // The contexts that are open, each with the node that began it.
  const open: { readonly node: Ast; readonly context: CheckContext }[] = [];
  let context: CheckContext = { reporter, types, namespaces, member: undefined };
  visit(
    root,
    (node) => {
      const inside = enter(node, context);
      if (inside !== context) {
        open.push({ node, context });
        context = inside;
      }
      for (const run of checksByKind.get(node.kind) ?? []) run(node, inside);
      return 'continue';
    },
    (node) => {
      if (open.at(-1)?.node === node) context = open.pop()?.context ?? context;
    },
  );
}

/** The context inside a node: members begin one of their own, script blocks that are not a method's body end it. */
function enter(node: Ast, context: CheckContext): CheckContext {
  if (node.kind === 'FunctionMemberAst' || node.kind === 'PropertyMemberAst') return { ...context, member: node };
  if (node.kind !== 'ScriptBlockAst' || context.member === undefined) return context;
  const parent = parentOf(node);
  const isBody = parent?.kind === 'FunctionDefinitionAst' && parentOf(parent)?.kind === 'FunctionMemberAst';
  return isBody ? context : { ...context, member: undefined };
}
