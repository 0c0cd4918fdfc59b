import type { Ast, AstByKind, AstKind, MemberAst } from '../ast/index.ts';
import type { Reporter } from '../reporter.ts';
import type { TypeCatalogue } from '../types.ts';

/** What a check may know besides the node it looks at. */
export interface CheckContext {
  readonly reporter: Reporter;
  readonly types: TypeCatalogue | undefined;
  /** Namespaces that `using` statements have opened. */
  readonly namespaces: readonly string[];
  /** The class member that is being looked at, unless inside a script block of its own. */
  readonly member: MemberAst | undefined;
  /** The nodes around the one that is being looked at, from the script down to its parent. */
  readonly around: readonly Ast[];
}

/** The parent of the node that is being looked at, or an ancestor further up. */
export function outer({ around }: CheckContext, levels = 1): Ast | undefined {
  return around.at(-levels);
}

/** A rule about nodes of one kind. */
export interface Check<K extends AstKind = AstKind> {
  readonly kind: K;
  /** Reports what is wrong with a node. */
  readonly check: (node: AstByKind[K], context: CheckContext) => void;
}

/** A check in a form that can stand in a table with others. */
export type AnyCheck = { readonly [K in AstKind]: Check<K> }[AstKind];

/** Declares a check. */
export function check<K extends AstKind>(kind: K, run: (node: AstByKind[K], context: CheckContext) => void): AnyCheck {
  return { kind, check: run } as unknown as AnyCheck; // K is one of the kinds that AnyCheck unites
}
