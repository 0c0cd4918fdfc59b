import { EngineTypeSystem } from '../../../src/runtime/conversion/type-system.ts';
import type { EngineContext } from '../../../src/runtime/engine.ts';
import { engineTypes } from '../../../src/runtime/runspace/engine-types.ts';
import { recordOfThrown } from '../../../src/runtime/runspace/thrown-errors.ts';
import { typeOf } from '../../../src/runtime/types/type-of.ts';
import { typeTable } from '../../../src/runtime/types/type-table.ts';
import type { NetType } from '../../../src/runtime/values/net-type.ts';
import type { PSValue } from '../../../src/runtime/values/ps-value.ts';

/** An engine with a type system and nothing else: for tests of types, members and conversion. */
export function plainEngine(settings: { strictMode?: number; culture?: string } = {}): EngineContext {
  const engine = {
    culture: settings.culture ?? 'en-US',
    uiCulture: 'en-US',
    strictMode: settings.strictMode ?? 0,
    clock: { zone: 'UTC', now: () => 0, monotonic: () => 0, localOffset: () => 0 },
    toException: (thrown: unknown) => recordOfThrown(thrown).exception,
    toErrorRecord: recordOfThrown,
    typeSystem: undefined as object | undefined,
  };
  // Only what the layers under test use is there.
  const context = engine as unknown as EngineContext;
  typeTable().declare(engineTypes);
  engine.typeSystem = new EngineTypeSystem(context);
  return context;
}

/** The type system of a plain engine. */
export function typesOf(engine: EngineContext): EngineTypeSystem {
  return engine.typeSystem as EngineTypeSystem;
}

/** A type by the name a script writes. */
export function named(engine: EngineContext, name: string): NetType {
  const found = typesOf(engine).findType(name);
  if (!found) throw new Error(`no type ${name}`);
  return found;
}

/** Type and text of a value: `Int32 5`. */
export function shown(engine: EngineContext, value: PSValue): string {
  if (value === null || value === undefined) return String(value);
  return `${typeOf(value).name} ${typesOf(engine).toText(value)}`;
}

/** What a call gives, or the id of the error it throws. */
export function outcome(engine: EngineContext, run: () => PSValue | Promise<PSValue>): string {
  try {
    return shown(engine, run() as PSValue);
  } catch (thrown) {
    return `!${recordOfThrown(thrown).fullyQualifiedErrorId}`;
  }
}
