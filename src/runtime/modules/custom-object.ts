import { NativeCode } from '../members/native-code.ts';
import type { Variable } from '../scope/variable.ts';
import { assignVariable } from '../scope/variable-access.ts';
import type { ExtendedMember } from '../values/ps-object.ts';
import { ExtendedEntry, PSObject } from '../values/ps-object.ts';
import { andThen } from '../values/ps-value.ts';
import type { PSModuleInfo } from './ps-module-info.ts';

/** The exports of a module as an object: functions are methods, variables properties that stay connected. */
export function customObjectOf(module: PSModuleInfo): PSObject {
  const object = new PSObject();
  for (const [name, variable] of module.exportedVariables.entries())
    object.properties.set(name, new ExtendedEntry(liveNote(name, variable)));
  for (const [name, command] of module.exportedFunctions.entries())
    object.properties.set(name, new ExtendedEntry({ kind: 'ScriptMethod', name, value: command.scriptBlock }));
  return object;
}

/** A property that reads and sets the module's variable. */
function liveNote(name: string, variable: Variable): ExtendedMember {
  const get = new NativeCode(() => variable.value);
  const set = new NativeCode((_engine, _self, [value]) => andThen(assignVariable(variable, value ?? null), () => null));
  return { kind: 'NoteProperty', name, value: get, secondValue: set };
}
