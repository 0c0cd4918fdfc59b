import type { NetType } from '../values/net-type.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { ScriptBlock } from '../values/script-block.ts';
import type { Layout } from './layout.ts';
import type { SessionState } from './session-state.ts';
import { emptyCell, Variable, type VariableConstraint } from './variable.ts';

/** What a scope stands for; `$script:` means the nearest one that is script, module or global (about_Scopes). */
export type ScopeKind = 'global' | 'module' | 'script' | 'local';

/** A function or filter as its scope keeps it; commands/command-info.ts has the full class. */
export interface FunctionEntry {
  readonly name: string;
  readonly scriptBlock: ScriptBlock;
  options: number;
}

/** An alias as its scope keeps it. */
export interface AliasEntry {
  readonly name: string;
  readonly definition: string;
  options: number;
}

/** A cmdlet as its scope keeps it. */
export interface CmdletEntry {
  readonly name: string;
}

/**
 * The automatic variables of one call, by lower-case name (`myinvocation`, `psboundparameters`, `pscmdlet`, `input`,
 * `this`, `psscriptroot`, `pscommandpath`, ...). `get` answers undefined for a name it does not define.
 */
export interface AutomaticVariables {
  get(key: string): PSValue;
  set(key: string, value: PSValue): boolean;
  keys(): Iterable<string>;
}

/** Constraints by slot. */
export type SlotConstraints = readonly (readonly VariableConstraint[] | undefined)[];

/** Parts of a scope that few scopes have. Keys are lower-case names. */
export class ScopeTables {
  /** Variables whose names are not in the layout. */
  readonly variables = new Map<string, Variable>();
  readonly functions = new Map<string, FunctionEntry>();
  readonly aliases = new Map<string, AliasEntry>();
  readonly cmdlets = new Map<string, CmdletEntry>();
  /** Classes and enums that scripts defined here. */
  readonly types = new Map<string, NetType>();
  /** Drives made in this scope (PSDriveInfo), by lower-case name. */
  readonly drives = new Map<string, object>();
  /** 0 to 3; undefined inherits from the caller's scope. */
  strictMode: number | undefined = undefined;
}

/**
 * One variable scope (about_Scopes). Variables that the block's code assigns live in `slots` by the layout: bare
 * values, or a {@link Variable} where there is more to it; undefined is "not set". Everything else is in `tables`.
 */
export class Scope {
  readonly parent: Scope | null;
  readonly sessionState: SessionState;
  readonly layout: Layout;
  readonly slots: PSValue[];
  readonly kind: ScopeKind;
  /** `$_`; undefined when not set here. */
  dollarUnder: PSValue = undefined;
  /** `$args`; undefined when not set here. */
  args: PSValue = undefined;
  automatic: AutomaticVariables | undefined = undefined;
  /**
   * Constraints of variables that are still bare values, by slot: typed parameters. One list serves all calls of a
   * function.
   */
  slotConstraints: SlotConstraints | undefined = undefined;
  tables: ScopeTables | undefined = undefined;

  constructor(parent: Scope | null, sessionState: SessionState, layout: Layout, slots: PSValue[], kind: ScopeKind) {
    this.parent = parent;
    this.sessionState = sessionState;
    this.layout = layout;
    this.slots = slots;
    this.kind = kind;
  }

  /** The rare parts, made on first use. */
  ensureTables(): ScopeTables {
    this.tables ??= new ScopeTables();
    return this.tables;
  }

  /** The value set in this very scope; undefined when there is none. `key` is the name in lower case. */
  getLocal(key: string): PSValue {
    const held = this.heldOf(key);
    return held instanceof Variable ? (held.value ?? null) : held;
  }

  /** What this very scope holds: a bare value, a {@link Variable}, or undefined for nothing. */
  heldOf(key: string): PSValue {
    const slot = this.layout.slotOf(key);
    if (slot !== undefined) {
      const held = this.slots[slot];
      if (held !== undefined) return held;
    }
    return this.#getRare(key);
  }

  #getRare(key: string): PSValue {
    const found = this.tables?.variables.get(key);
    if (found !== undefined) return found;
    if (key === '_' || key === 'psitem') return this.dollarUnder;
    if (key === 'args') return this.args;
    return this.automatic?.get(key);
  }

  /** The cell of this very scope's variable where it has one already; a bare value has none. */
  cellOf(key: string): Variable | undefined {
    const slot = this.layout.slotOf(key);
    if (slot !== undefined) {
      const held = this.slots[slot];
      if (held instanceof Variable && held !== emptyCell) return held;
    }
    return this.tables?.variables.get(key);
  }

  /** Whether assignments to a slot have to respect {@link slotConstraints}. */
  isConstrained(slot: number): boolean {
    const constraints = this.slotConstraints;
    return constraints !== undefined && slot < constraints.length && constraints[slot] !== undefined;
  }

  /** What a bare value's assignments have to respect; undefined for most. */
  constraintsOf(key: string): readonly VariableConstraint[] | undefined {
    if (this.slotConstraints === undefined) return undefined;
    const slot = this.layout.slotOf(key);
    return slot === undefined ? undefined : this.slotConstraints[slot];
  }

  /** Whether this very scope has the variable. */
  hasLocal(key: string): boolean {
    return this.heldOf(key) !== undefined;
  }

  /**
   * The variable of this very scope as an object that stays connected to it (`Get-Variable`, `[ref]`); undefined when
   * there is none. From then on the scope keeps the variable as that object.
   */
  materialize(key: string): Variable | undefined {
    const slot = this.layout.slotOf(key);
    if (slot !== undefined) {
      const held = this.slots[slot];
      if (held instanceof Variable && held !== emptyCell) return held;
      if (held !== undefined) {
        const made = new Variable(this.layout.names[slot] ?? key, held === emptyCell ? null : held);
        made.constraints = this.slotConstraints?.[slot];
        this.slots[slot] = made;
        return made;
      }
    }
    const found = this.tables?.variables.get(key);
    if (found) return found;
    return this.#materializeAutomatic(key);
  }

  #materializeAutomatic(key: string): Variable | undefined {
    const value = this.#getRare(key);
    return value === undefined ? undefined : new AutomaticVariable(this, key, value);
  }

  /** Puts a cell in place of whatever the scope has under its name. */
  setCell(cell: Variable): void {
    const key = cell.name.toLowerCase();
    const slot = this.layout.slotOf(key);
    if (slot !== undefined) this.slots[slot] = cell;
    else this.ensureTables().variables.set(key, cell);
  }

  /**
   * Stores a value without asking options or constraints of a cell that is there (the value goes into it). Used for
   * automatic variables and by code that has checked already.
   */
  setValue(name: string, key: string, value: PSValue): void {
    const stored = value ?? null;
    const slot = this.layout.slotOf(key);
    if (slot !== undefined) {
      const held = this.slots[slot];
      if (held instanceof Variable && held !== emptyCell) held.value = stored;
      else this.slots[slot] = value === undefined ? emptyCell : value;
      return;
    }
    if (key === '_' || key === 'psitem') this.dollarUnder = stored;
    else if (key === 'args') this.args = stored;
    else if (!this.automatic?.set(key, stored)) this.#setExtra(name, key, stored);
  }

  #setExtra(name: string, key: string, value: PSValue): void {
    const { variables } = this.ensureTables();
    const found = variables.get(key);
    if (found) found.value = value;
    else variables.set(key, new Variable(name, value));
  }

  /** Takes the variable out of this very scope; whether there was one. */
  removeLocal(key: string): boolean {
    const cell = this.cellOf(key);
    if (cell) cell.removed = true;
    const slot = this.layout.slotOf(key);
    let removed = this.tables?.variables.delete(key) ?? false;
    if (slot !== undefined && this.slots[slot] !== undefined) {
      this.slots[slot] = undefined;
      removed = true;
    }
    if (!removed && (key === '_' || key === 'psitem') && this.dollarUnder !== undefined) {
      this.dollarUnder = undefined;
      removed = true;
    }
    return removed;
  }

  /** Lower-case names of all variables set in this very scope, automatic ones included. */
  localKeys(): string[] {
    const keys = new Set<string>();
    for (const [key, slot] of this.layout.entries()) if (this.slots[slot] !== undefined) keys.add(key);
    if (this.tables) for (const key of this.tables.variables.keys()) keys.add(key);
    if (this.dollarUnder !== undefined) keys.add('_');
    if (this.args !== undefined) keys.add('args');
    if (this.automatic) for (const key of this.automatic.keys()) keys.add(key);
    return [...keys];
  }

  /** The nearest scope that is a script's, a module's or the global one. */
  get scriptScope(): Scope {
    let scope: Scope = this;
    while (scope.kind === 'local' && scope.parent) scope = scope.parent;
    return scope;
  }
}

/** The PSVariable view of an automatic variable: reads and writes go to the scope. */
class AutomaticVariable extends Variable {
  constructor(scope: Scope, key: string, value: PSValue) {
    super(automaticNames.get(key) ?? key, value);
    Object.defineProperty(this, 'value', {
      get: () => scope.getLocal(key) ?? null,
      set: (next: PSValue) => scope.setValue(key, key, next),
      enumerable: true,
    });
  }
}

/** Automatic variables as PowerShell spells them, by lower-case name. */
export const automaticNames: ReadonlyMap<string, string> = new Map(
  [
    '_',
    'args',
    'input',
    'this',
    'MyInvocation',
    'PSBoundParameters',
    'PSCmdlet',
    'PSScriptRoot',
    'PSCommandPath',
    'Matches',
  ].map((name) => [name.toLowerCase(), name]),
);
