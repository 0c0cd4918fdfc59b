import { fail } from '../errors/terminating-error.ts';
import type { EnvironmentVariables } from '../host/clock.ts';
import { DictionaryEntry } from '../values/key-value-pair.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { ContentStore, Provider, ProviderChild } from './provider.ts';

/** The `Env:` store (about_Environment_Provider). Names are case-sensitive where the platform's are. */
export class EnvironmentProvider implements Provider {
  readonly name = 'Environment';
  readonly moduleName = 'Microsoft.PowerShell.Core';
  readonly capabilities = 'ShouldProcess';
  readonly isTree = false;
  readonly content: ContentStore;
  readonly #variables: EnvironmentVariables;
  readonly #toText: (value: PSValue) => string;

  constructor(variables: EnvironmentVariables, toText: (value: PSValue) => string) {
    this.#variables = variables;
    this.#toText = toText;
    this.content = {
      read: (path) => {
        const value = variables.get(path);
        return value === undefined ? [] : [value];
      },
      write: (path, values) => this.#write(path, values.map(toText).join('\n')),
      clear: (path) => variables.set(path, undefined),
    };
  }

  #write(path: string, text: string | undefined): void {
    if (path === '' || path.includes('=') || path.includes('\0'))
      throw fail({
        id: 'SetValueInvocationException',
        category: 'InvalidArgument',
        message: `"${path}" cannot be the name of an environment variable.`,
        target: path,
      });
    this.#variables.set(path, text);
  }

  exists(path: string): boolean {
    return path === '' || this.#variables.get(path) !== undefined;
  }

  isContainer(path: string): boolean {
    return path === '';
  }

  get(path: string): PSValue {
    if (path === '') return this.children().map((child) => this.get(child.path));
    const value = this.#variables.get(path);
    return value === undefined ? undefined : new DictionaryEntry(path, value);
  }

  children(): readonly ProviderChild[] {
    const names = [...this.#variables.names()].sort((a, b) => (a < b ? -1 : 1));
    return names.map((name) => ({ name, path: name, isContainer: false }));
  }

  set(path: string, value: PSValue): PSValue {
    this.#write(path, value === null || value === undefined ? undefined : this.#toText(value));
    return this.get(path);
  }

  clear(path: string): PSValue {
    this.#variables.set(path, undefined);
    return undefined;
  }

  create(path: string, _itemType: string, value: PSValue, force: boolean): PSValue {
    if (!force && this.exists(path))
      throw fail({
        id: 'Argument',
        category: 'InvalidArgument',
        exceptionType: 'System.Management.Automation.PSArgumentException',
        message: `There is already an environment variable "${path}"; -Force replaces it.`,
        target: path,
      });
    return this.set(path, value ?? '');
  }

  remove(path: string): void {
    this.#variables.set(path, undefined);
  }

  rename(path: string, newName: string): PSValue {
    const value = this.#variables.get(path) ?? '';
    this.#variables.set(path, undefined);
    return this.set(newName, value);
  }

  copy(path: string, destination: string): PSValue {
    return this.set(destination, this.#variables.get(path) ?? '');
  }
}
