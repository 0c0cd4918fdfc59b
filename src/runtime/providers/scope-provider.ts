import { fail, type TerminatingError } from '../errors/terminating-error.ts';
import type { Scope } from '../scope/scope.ts';
import { unwritable } from '../scope/scope-error.ts';
import { ScopedItemOptions } from '../scope/variable.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { ContentStore, Provider, ProviderChild } from './provider.ts';

/** One of the stores that live in scopes: variables, functions, aliases. */
export interface ScopeStore {
  /** Lower-case names seen from a scope, with what they stand for. */
  all(from: Scope): ReadonlyMap<string, PSValue>;
  find(from: Scope, name: string): PSValue;
  /** Sets or makes the item and answers it. */
  assign(from: Scope, name: string, value: PSValue, force: boolean, options?: number): Eventually<PSValue>;
  /** ScopedItemOptions of an item; undefined where the store's items are not given any by a parameter. */
  optionsOf(item: PSValue): number;
  /** The id of the error for an item that must not be renamed. */
  readonly cannotRename: string;
  /** Set-Item and New-Item take -Options. */
  readonly hasOptions: boolean;
  remove(from: Scope, name: string, force: boolean): void;
  /** What `$function:x` and Get-Content give. */
  contentOf(item: PSValue): PSValue;
  nameOf(item: PSValue): string;
}

/**
 * A flat store over the scopes of a runspace (about_Variable_Provider, about_Function_Provider, about_Alias_Provider).
 * Paths may carry a scope: `Variable:global:x`.
 */
export class ScopeProvider implements Provider {
  readonly name: string;
  readonly moduleName = 'Microsoft.PowerShell.Core';
  readonly capabilities = 'ShouldProcess';
  readonly isTree = false;
  readonly content: ContentStore;
  readonly hasOptions: boolean;
  readonly #store: ScopeStore;
  readonly #scope: () => Scope;

  constructor(name: string, store: ScopeStore, scope: () => Scope) {
    this.name = name;
    this.hasOptions = store.hasOptions;
    this.#store = store;
    this.#scope = scope;
    this.content = {
      read: (path) => {
        const item = this.get(path);
        return item === undefined ? [] : [store.contentOf(item)];
      },
      write: (path, values) => this.#assign(path, values.length === 1 ? values[0] : [...values]),
      clear: (path) => this.#assign(path, null),
    };
  }

  /** The scope a path names, and the bare name. */
  #split(path: string): { scope: Scope; name: string } {
    const scope = this.#scope();
    const match = /^(global|script|local|private):(.+)$/is.exec(path);
    if (!match) return { scope, name: path };
    const name = match[2] ?? '';
    switch (match[1]?.toLowerCase()) {
      case 'global':
        return { scope: scope.sessionState.globalScope, name };
      case 'script':
        return { scope: scope.scriptScope, name };
      default:
        return { scope, name };
    }
  }

  #assign(path: string, value: PSValue): Eventually<void> {
    const { scope, name } = this.#split(path);
    const done = this.#store.assign(scope, name, value, false);
    return done instanceof Promise ? done.then(() => {}) : undefined;
  }

  exists(path: string): boolean {
    return path === '' || this.get(path) !== undefined;
  }

  isContainer(path: string): boolean {
    return path === '';
  }

  get(path: string): PSValue {
    const { scope, name } = this.#split(path);
    if (name === '') return [...this.#store.all(scope).values()];
    return this.#store.find(scope, name);
  }

  children(): readonly ProviderChild[] {
    const items = [...this.#store.all(this.#scope()).values()].map((item) => this.#store.nameOf(item));
    const order = (a: string, b: string) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1);
    return items.sort(order).map((name) => ({ name, path: name, isContainer: false }));
  }

  set(path: string, value: PSValue, force = false, options?: number): Eventually<PSValue> {
    const { scope, name } = this.#split(path);
    return this.#store.assign(scope, name, value, force, options);
  }

  clear(path: string): Eventually<PSValue> {
    return this.set(path, null);
  }

  create(path: string, _itemType: string, value: PSValue, force: boolean, options?: number): Eventually<PSValue> {
    const { scope, name } = this.#split(path);
    if (!force && this.#store.find(scope, name) !== undefined) throw this.#alreadyThere(name);
    return this.#store.assign(scope, name, value, force, options);
  }

  remove(path: string, _recurse: boolean, force: boolean): void {
    const { scope, name } = this.#split(path);
    this.#store.remove(scope, name, force);
  }

  rename(path: string, newName: string, force: boolean): Eventually<PSValue> {
    const { scope, name } = this.#split(path);
    const item = this.#store.find(scope, name);
    const options = this.#store.optionsOf(item);
    if ((options & ScopedItemOptions.Constant) !== 0 || ((options & ScopedItemOptions.ReadOnly) !== 0 && !force))
      throw unwritable(this.#store.cannotRename, name, `"${name}" is read-only or constant and cannot be renamed.`);
    if (!force && this.#store.find(scope, newName) !== undefined) throw this.#alreadyThere(newName);
    const value = this.#store.contentOf(item);
    this.#store.remove(scope, name, force);
    return this.#store.assign(scope, newName, value, force);
  }

  #alreadyThere(name: string): TerminatingError {
    return fail({
      id: 'Argument',
      category: 'InvalidArgument',
      exceptionType: 'System.Management.Automation.PSArgumentException',
      message: `There is already an item "${name}" in ${this.name}; -Force replaces it.`,
      target: null,
    });
  }

  copy(path: string, destination: string, _recurse: boolean, force: boolean): Eventually<PSValue> {
    const { scope, name } = this.#split(path);
    return this.#store.assign(scope, destination, this.#store.contentOf(this.#store.find(scope, name)), force);
  }
}
