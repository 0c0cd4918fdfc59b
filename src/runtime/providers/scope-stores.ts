import { AliasInfo, FunctionInfo } from '../commands/command-info.ts';
import { fail, type TerminatingError } from '../errors/terminating-error.ts';
import type { Scope, ScopeTables } from '../scope/scope.ts';
import { sessionStateError, unwritable } from '../scope/scope-error.ts';
import { PSVariable, ScopedItemOptions } from '../scope/variable.ts';
import { assignIn, findVariable } from '../scope/variable-access.ts';
import { baseOf } from '../values/ps-object.ts';
import { andThen, type PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import type { ScopeStore } from './scope-provider.ts';

const fixed = ScopedItemOptions.ReadOnly | ScopedItemOptions.Constant;

/** Variables as items (about_Variable_Provider). */
export const variableStore: ScopeStore = {
  all(from) {
    const found = new Map<string, PSValue>();
    for (let scope: Scope | null = from; scope; scope = scope.parent)
      for (const key of scope.localKeys()) {
        if (found.has(key)) continue;
        const variable = scope.materialize(key);
        if (variable && (scope === from || !variable.isPrivate)) found.set(key, variable.object);
      }
    return found;
  },

  find: (from, name) => findVariable(from, name.toLowerCase())?.object,

  assign(from, name, value) {
    const given = value instanceof PSVariable ? value.variable.value : value;
    return andThen(
      assignIn(from, name, name.toLowerCase(), given ?? null),
      () => from.materialize(name.toLowerCase())?.object,
    );
  },

  remove(from, name, force) {
    const variable = findVariable(from, name.toLowerCase());
    if (!variable) return;
    if (variable.isConstant || (variable.isReadOnly && !force))
      throw unwritable(
        'VariableNotRemovable',
        variable.name,
        `The variable ${variable.name} is read-only or constant and cannot be removed.`,
      );
    for (let scope: Scope | null = from; scope; scope = scope.parent) if (scope.removeLocal(name.toLowerCase())) return;
  },

  hasOptions: false,
  cannotRename: 'CannotRenameVariable',
  optionsOf: (item) => (item instanceof PSVariable ? item.variable.options : 0),
  contentOf: (item) => (item instanceof PSVariable ? item.variable.value : item),
  nameOf: (item) => (item instanceof PSVariable ? item.variable.name : ''),
};

/** Walks the scopes up for one of their tables. */
function collect<T>(from: Scope, table: (tables: ScopeTables) => ReadonlyMap<string, T>): Map<string, T> {
  const found = new Map<string, T>();
  for (let scope: Scope | null = from; scope; scope = scope.parent)
    for (const [key, item] of scope.tables ? table(scope.tables) : []) if (!found.has(key)) found.set(key, item);
  return found;
}

function lookUp<T>(from: Scope, name: string, table: (tables: ScopeTables) => ReadonlyMap<string, T>): T | undefined {
  const key = name.toLowerCase();
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const item = scope.tables && table(scope.tables).get(key);
    if (item !== undefined) return item;
  }
  return undefined;
}

/** The scope whose table has the name, nearest first. */
function holder(
  from: Scope,
  name: string,
  table: (tables: ScopeTables) => ReadonlyMap<string, unknown>,
): Scope | undefined {
  for (let scope: Scope | null = from; scope; scope = scope.parent)
    if (scope.tables && table(scope.tables).has(name.toLowerCase())) return scope;
  return undefined;
}

function noValue(message: string): TerminatingError {
  return fail({
    id: 'Argument',
    category: 'InvalidArgument',
    exceptionType: 'System.Management.Automation.PSArgumentException',
    message,
    target: null,
  });
}

/** The body that a value stands for: a block, another function's, or text. */
function blockOf(given: PSValue, compile: (text: string) => ScriptBlock): ScriptBlock {
  const value = baseOf(given);
  if (value instanceof ScriptBlock) return value;
  if (value instanceof FunctionInfo) return value.scriptBlock;
  if (typeof value === 'string') return compile(value);
  throw noValue('A function is made of a script block, another function or text.');
}

/** Functions as items (about_Function_Provider); the value is a script block, a function, or text of a body. */
export function functionStore(compile: (text: string) => ScriptBlock): ScopeStore {
  const functions = (tables: ScopeTables) => tables.functions;
  return {
    all: (from) => collect(from, functions),
    find: (from, name) => lookUp(from, name, functions),

    assign(from, name, value, force, options) {
      const old = from.tables?.functions.get(name.toLowerCase());
      if (old && (old.options & fixed) !== 0 && !(force && (old.options & ScopedItemOptions.Constant) === 0))
        throw unwritable(
          'FunctionNotWritable',
          name,
          `The function ${name} is read-only or constant and cannot be changed.`,
        );
      const key = name.toLowerCase();
      const { functions: table } = from.ensureTables();
      from.sessionState.shared.commandVersion++;
      if (value === null || value === undefined) {
        const known = lookUp(from, name, functions);
        if (options === undefined) table.delete(key);
        else if (known) known.options = options;
        return options === undefined ? undefined : known;
      }
      const made = new FunctionInfo(name, blockOf(value, compile));
      made.options = options ?? 0;
      table.set(key, made);
      return made;
    },

    remove(from, name, force) {
      const scope = holder(from, name, functions);
      const item = scope?.tables?.functions.get(name.toLowerCase());
      if (!scope || !item) return;
      if ((item.options & ScopedItemOptions.Constant) !== 0 || ((item.options & fixed) !== 0 && !force))
        throw unwritable(
          'FunctionNotRemovable',
          name,
          `The function ${name} is read-only or constant and cannot be removed.`,
        );
      scope.tables?.functions.delete(name.toLowerCase());
      scope.sessionState.shared.commandVersion++;
    },

    hasOptions: true,
    cannotRename: 'CannotRenameFunction',
    optionsOf: (item) => (item instanceof FunctionInfo ? item.options : 0),
    contentOf: (item) => (item instanceof FunctionInfo ? item.scriptBlock : item),
    nameOf: (item) => (item instanceof FunctionInfo ? item.name : ''),
  };
}

/** Aliases as items (about_Alias_Provider). */
export function aliasStore(toText: (value: PSValue) => string): ScopeStore {
  const aliases = (tables: ScopeTables) => tables.aliases;
  return {
    all: (from) => collect(from, aliases),
    find: (from, name) => lookUp(from, name, aliases),

    assign(from, name, value, force, options) {
      const old = lookUp(from, name, aliases);
      if (old && (old.options & fixed) !== 0 && !(force && (old.options & ScopedItemOptions.Constant) === 0))
        throw unwritable('AliasNotWritable', name, `The alias ${name} is read-only or constant and cannot be changed.`);
      if (value === null || value === undefined) {
        if (!old) throw noValue(`The alias ${name} needs the name of a command.`);
        if (options !== undefined) old.options = options;
        return old;
      }
      const made =
        value instanceof AliasInfo ? new AliasInfo(name, value.definition) : new AliasInfo(name, toText(value));
      made.options = options ?? old?.options ?? 0;
      from.ensureTables().aliases.set(name.toLowerCase(), made);
      from.sessionState.shared.commandVersion++;
      return made;
    },

    remove(from, name, force) {
      const scope = holder(from, name, aliases);
      const item = scope?.tables?.aliases.get(name.toLowerCase());
      if (!scope || !item)
        throw sessionStateError(
          'System.Management.Automation.ItemNotFoundException',
          'AliasNotFound',
          'ObjectNotFound',
          name,
          `There is no alias ${name}.`,
        );
      if ((item.options & ScopedItemOptions.Constant) !== 0 || ((item.options & fixed) !== 0 && !force))
        throw unwritable(
          'AliasNotRemovable',
          name,
          `The alias ${name} is read-only or constant and cannot be removed.`,
        );
      scope.tables?.aliases.delete(name.toLowerCase());
      scope.sessionState.shared.commandVersion++;
    },

    hasOptions: true,
    cannotRename: 'CannotRenameAlias',
    optionsOf: (item) => (item instanceof AliasInfo ? item.options : 0),
    contentOf: (item) => (item instanceof AliasInfo ? item.definition : item),
    nameOf: (item) => (item instanceof AliasInfo ? item.name : ''),
  };
}
