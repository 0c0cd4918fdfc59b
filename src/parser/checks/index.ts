import type { Ast, AstKind } from '../ast/index.ts';
import type { ScriptBlockAst } from '../ast/script-block.ts';
import { visit } from '../ast/visit.ts';
import type { Reporter } from '../reporter.ts';
import type { TypeCatalogue } from '../types.ts';
import { assignments, steps } from './assignments.ts';
import { attributedExpressions, attributes } from './attributes.ts';
import { casts, typeDepth, typeLiteralDepth } from './casts.ts';
import { type AnyCheck, type CheckContext, outer } from './check.ts';
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

/** What the checks need besides the tree. */
export interface CheckOptions {
  readonly types: TypeCatalogue | undefined;
  /** Whether the script has classes, enums or `using module`; without any there are no names to resolve. */
  readonly needsSymbols: boolean;
}

/** Runs all checks over a finished tree, in the order PowerShell reports: names first, then node by node. */
export function runChecks(root: ScriptBlockAst, reporter: Reporter, { types, needsSymbols }: CheckOptions): void {
  if (needsSymbols) checkSymbols(root, reporter, types);
  // The members that are open, or script blocks that end them, each with the node that began it.
  const open: { readonly node: Ast; readonly context: CheckContext }[] = [];
  let around: readonly Ast[] = [];
  const namespaces = openedNamespaces(root);
  let context: CheckContext = { reporter, types, namespaces, member: undefined, around };
  visit(
    root,
    (node, path) => {
      if (path !== around) {
        around = path;
        context = { ...context, around };
      }
      const inside = enter(node, context);
      if (inside !== context) {
        open.push({ node, context });
        context = inside;
      }
      const runs = checksByKind.get(node.kind);
      if (runs !== undefined) for (const run of runs) run(node, inside);
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
  const isBody = outer(context)?.kind === 'FunctionDefinitionAst' && outer(context, 2)?.kind === 'FunctionMemberAst';
  return isBody ? context : { ...context, member: undefined };
}
