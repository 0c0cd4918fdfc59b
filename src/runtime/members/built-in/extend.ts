import type { EngineContext } from '../../engine.ts';
import type { ExtendedMember } from '../../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { getMember } from '../get-member.ts';
import { NativeCode } from '../native-code.ts';
import type { TypeData } from '../type-data.ts';

/** What a computed property of the built-in type data says about a value. */
export type Computed = (self: PSValue, engine: EngineContext) => Eventually<PSValue>;

/** The built-in members of one type name: names of alias properties' targets, and computed properties. */
export interface TypeExtension {
  /** Alias properties: name and the property it stands for. */
  readonly aliases?: Readonly<Record<string, string>>;
  readonly scriptProperties?: Readonly<Record<string, Computed>>;
  readonly codeProperties?: Readonly<Record<string, Computed>>;
  readonly scriptMethods?: Readonly<Record<string, Computed>>;
  readonly codeMethods?: Readonly<Record<string, Computed>>;
}

/** Adds members to the entry of a type name. */
export function extend(data: TypeData, typeName: string, extension: TypeExtension): void {
  const { members } = data.ensure(typeName);
  const add = (member: ExtendedMember): void => void members.set(member.name.toLowerCase(), member);
  for (const [name, value] of Object.entries(extension.aliases ?? {})) add({ kind: 'AliasProperty', name, value });
  const computed = [
    ['ScriptProperty', extension.scriptProperties],
    ['CodeProperty', extension.codeProperties],
    ['ScriptMethod', extension.scriptMethods],
    ['CodeMethod', extension.codeMethods],
  ] as const;
  for (const [kind, properties] of computed) {
    for (const [name, compute] of Object.entries(properties ?? {})) {
      add({ kind, name, value: new NativeCode((engine, self) => compute(self, engine)) });
    }
  }
}

/** The value at the end of a path of property names. */
export function at(...names: readonly string[]): Computed {
  return (self, engine) => {
    let value: Eventually<PSValue> = self;
    for (const name of names) value = andThen(value, (found) => getMember(engine, found, name));
    return value;
  };
}
