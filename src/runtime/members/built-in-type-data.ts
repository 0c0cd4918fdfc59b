import type { TypeData } from './type-data.ts';

/** Fills in the extended members and display sets that PowerShell has from the start. */
export function builtInTypeData(data: TypeData): void {
  for (const [typeName, names] of Object.entries(defaultDisplaySets)) data.ensure(typeName).defaultDisplayPropertySet = names;
}

const defaultDisplaySets: Readonly<Record<string, readonly string[]>> = {};
