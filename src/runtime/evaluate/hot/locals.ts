import { type Ast, childrenOf, type VariableExpressionAst } from '../../../parser/index.ts';
import type { Layout } from '../../scope/layout.ts';
import { NameSite } from '../../scope/name-site.ts';
import type { Scope } from '../../scope/scope.ts';
import { findHeld } from '../../scope/variable-access.ts';
import { coreTypes } from '../../types/core-types.ts';
import { Double } from '../../values/double.ts';
import { NetList } from '../../values/net-list.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import type { ElementsCode } from './pure.ts';
import type { Source } from './source.ts';
import { type HotSlot, support } from './support.ts';

/** A variable that the code keeps in a local. */
export interface Local extends HotSlot {
  readonly local: string;
  /**
   * What the code counts on: a number of some sort, or anything. A local of kind `any` holds what is in the variable's
   * place; the others hold the number, and a second local says whether the variable is not set yet.
   */
  readonly kind: 'int' | 'double' | 'long' | 'any';
  readonly unset: string;
  readonly assigned: boolean;
  /** The array that the code counts on, for variables that it only reads. */
  readonly array: HotArray | undefined;
}

/** An array in a variable. */
interface HotArray extends ElementsCode {
  /** Tests that the value in local `v` is such an array, and takes its items. */
  readonly take: string;
}

/** Where code is to run. */
export interface HotPlace {
  readonly layout: Layout;
  /** The scope as it is now: its values tell what sorts of numbers to expect. */
  readonly scope: Scope;
  /** Whether to expect anything of every variable: the sorts have changed too often. */
  readonly generic: boolean;
}

/** What `++` and `--` do to a number, by token. */
export const steps: Readonly<Record<string, string>> = {
  PlusPlus: '+ 1',
  PostfixPlusPlus: '+ 1',
  MinusMinus: '- 1',
  PostfixMinusMinus: '- 1',
};

/** The variables that a piece of code keeps in locals. */
export class Locals {
  readonly #source: Source;
  readonly #place: HotPlace;
  readonly #assigned: ReadonlySet<string>;
  readonly #locals = new Map<string, Local>();

  /** @param ast all that the code is for */
  constructor(source: Source, place: HotPlace, ast: Ast) {
    this.#source = source;
    this.#place = place;
    this.#assigned = assignedIn(ast);
  }

  /** The local of a variable of the running scope. */
  of({ variablePath: path }: VariableExpressionAst): Local {
    const key = path.unqualifiedPath.toLowerCase();
    let found = this.#locals.get(key);
    if (found === undefined) {
      const { layout, scope, generic } = this.#place;
      const slot = layout.add(path.unqualifiedPath, key);
      const assigned = this.#assigned.has(key);
      const held = scope.slots[slot] ?? (assigned ? undefined : findHeld(scope, key));
      const kind = generic || (assigned && scope.isConstrained(slot)) ? 'any' : kindOf(held);
      const array = generic || assigned ? undefined : arrayIn(held, slot, this.#source);
      found = { slot, key, local: `v${slot}`, kind, unset: `u${slot}`, assigned, array };
      this.#locals.set(key, found);
    }
    return found;
  }

  /** Makes the function of the code written; undefined when it is too long. */
  compile(parameters: string, misfit: string, further: Readonly<Record<string, unknown>>): unknown {
    const locals = [...this.#locals.values()];
    const assigned = locals.filter((l) => l.assigned);
    const spill = assigned.map(spillOf).join(' ');
    const reload = locals.map((l) => this.#reloadOf(l)).join(' ');
    const typed = locals.some((l) => l.kind !== 'any' || l.array !== undefined);
    const numbers = locals.filter((l) => l.kind !== 'any');
    const head = [
      'const { scope, engine } = frame;',
      'const { slots } = scope;',
      'const { budget } = engine;',
      `if (scope.slotConstraints !== undefined) enter(scope, ${this.#source.constant(assigned)});`,
      `let ${['s', 'h', 'fit = true', ...locals.filter((l) => l.kind === 'any').map((l) => l.local)].join(', ')};`,
      ...numbers.map((l) => `let ${l.local} = ${l.kind === 'double' ? '0.5' : '0'}, ${l.unset} = false;`),
      ...locals.map(({ array }) => (array ? `let ${[array.items, ...(array.dims ?? [])].join(', ')};` : '')),
      reload,
      typed ? `if (!fit) ${misfit}` : '',
    ].join('\n');
    return this.#source.compile(parameters, { ...support, ...further }, head, { spill, reload }, typed);
  }

  /** Reads a local again; `fit` says whether it still is what the code counts on. */
  #reloadOf({ local, slot, key, assigned, kind, unset, array }: Local): string {
    const target = kind === 'any' ? local : 'h';
    const read = `${target} = slots[${slot}];`;
    const outside = `if (${target} === undefined) ${target} = outer(scope, ${this.#source.constant(new NameSite(key))});`;
    const held = assigned ? read : `${read} ${outside}`;
    if (kind === 'any') return array === undefined ? held : `${held} ${array.take} else fit = false;`;
    const isSet = `${unset} = false;`;
    const number = {
      int: `if (typeof h === 'number' && (h | 0) === h) { ${local} = h; ${isSet} }`,
      double: `if (typeof h === 'number' && (h | 0) !== h) { ${local} = h; ${isSet} } else if (h instanceof Double) { ${local} = h.value; ${isSet} }`,
      long: `if (typeof h === 'bigint' && Number.isSafeInteger(Number(h))) { ${local} = Number(h); ${isSet} }`,
    }[kind];
    return `${held} ${number} else if (${assigned} && h === undefined) ${unset} = true; else fit = false;`;
  }
}

/** What sort of number is in a variable's place, to count on. */
function kindOf(held: PSValue): Local['kind'] {
  if (typeof held === 'bigint') return Number.isSafeInteger(Number(held)) ? 'long' : 'any';
  if (typeof held === 'number') return (held | 0) === held ? 'int' : 'double';
  return held instanceof Double ? 'double' : 'any';
}

/** The array in a variable's place, to count on; undefined for everything else. */
function arrayIn(held: PSValue, slot: number, source: Source): HotArray | undefined {
  const items = `a${slot}`;
  const local = `v${slot}`;
  const plain = { items, kind: 'any', dims: undefined } as const;
  if (Array.isArray(held))
    return { ...plain, writable: true, take: `if (Array.isArray(${local})) ${items} = ${local};` };
  if (held instanceof NetList)
    return { ...plain, writable: false, take: `if (${local} instanceof NetList) ${items} = ${local}.items;` };
  if (!(held instanceof TypedArray) || held.items === undefined || held.lowerBounds !== undefined) return undefined;
  const kind = elementKind(held.elementType);
  const isSame = `${local} instanceof TypedArray && ${local}.elementType === ${source.constant(held.elementType)}`;
  if (held.dims === undefined) {
    const take = `if (${isSame} && ${local}.dims === undefined) ${items} = ${local}.items;`;
    return { items, kind, dims: undefined, writable: kind !== 'any', take };
  }
  if (held.dims.length !== 2) return undefined;
  const dims = [`${items}r`, `${items}c`] as const;
  const bounds = `${local}.dims !== undefined && ${local}.dims.length === 2 && ${local}.lowerBounds === undefined`;
  const take = `if (${isSame} && ${bounds}) { ${items} = ${local}.items; [${dims.join(', ')}] = ${local}.dims; }`;
  return { items, kind, dims, writable: kind !== 'any', take };
}

function elementKind(type: NetType): ElementsCode['kind'] {
  const core = coreTypes();
  if (type === core.int32) return 'int';
  if (type === core.double) return 'double';
  return type === core.boolean ? 'bool' : 'any';
}

function spillOf({ slot, local, kind, unset }: Local): string {
  if (kind === 'any') return `slots[${slot}] = ${local};`;
  const value = {
    int: local,
    long: `BigInt(${local})`,
    double: `(${local} | 0) === ${local} ? new Double(${local}) : ${local}`,
  }[kind];
  return `if (!${unset}) slots[${slot}] = ${value};`;
}

/** Lower-case names of all variables that are assigned somewhere in a tree. */
function assignedIn(ast: Ast): ReadonlySet<string> {
  const found = new Set<string>();
  const add = (target: Ast): void => {
    if (target.kind === 'VariableExpressionAst') found.add(target.variablePath.unqualifiedPath.toLowerCase());
    else if (target.kind !== 'IndexExpressionAst' && target.kind !== 'MemberExpressionAst')
      for (const child of childrenOf(target)) add(child);
  };
  const visit = (node: Ast): void => {
    if (node.kind === 'AssignmentStatementAst') add(node.left);
    else if (node.kind === 'UnaryExpressionAst' && steps[node.tokenKind] !== undefined) add(node.child);
    else if (node.kind === 'ForEachStatementAst') add(node.variable);
    for (const child of childrenOf(node)) visit(child);
  };
  visit(ast);
  return found;
}
