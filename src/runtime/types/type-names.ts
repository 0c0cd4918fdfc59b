import type { NetType } from '../values/net-type.ts';
import { notesOf } from '../values/ps-object.ts';
import type { PSValue } from '../values/ps-value.ts';
import { accelerators } from './accelerators.ts';
import { typeOf } from './type-of.ts';

const chains = new WeakMap<NetType, readonly string[]>();

/** `psobject.TypeNames` of values without names of their own: full names, most derived first. */
export function typeNamesOf(type: NetType): readonly string[] {
  let names = chains.get(type);
  if (!names) {
    const found: string[] = [];
    for (let t: NetType | null = type; t; t = t.baseType) found.push(t.fullName);
    names = found;
    chains.set(type, names);
  }
  return names;
}

/** The type names of a value, its own where it has some. */
export function typeNamesFor(value: PSValue): readonly string[] {
  return notesOf(value)?.typeNames ?? typeNamesOf(typeOf(value));
}

const preferred = new Map<string, string>([
  ['System.Int32', 'int'],
  ['System.Int64', 'long'],
  ['System.Int16', 'short'],
  ['System.UInt16', 'ushort'],
  ['System.UInt32', 'uint'],
  ['System.UInt64', 'ulong'],
  ['System.Single', 'float'],
  ['System.Array', 'array'],
  ['System.Management.Automation.PSObject', 'psobject'],
  ['System.Management.Automation.PSCustomObject', 'PSCustomObject'],
]);

let shortNames: Map<string, string> | undefined;

function shortNameOf(fullName: string): string | undefined {
  if (!shortNames) {
    shortNames = new Map();
    for (const [short, full] of Object.entries(accelerators)) if (!shortNames.has(full)) shortNames.set(full, short);
    for (const [full, short] of preferred) shortNames.set(full, short);
  }
  return shortNames.get(fullName);
}

/**
 * A type as PowerShell writes it: `int`, `string[]`, `System.Collections.Generic.List[int]`. What `"$type"` gives
 * and what method definitions show.
 */
export function displayTypeName(type: NetType): string {
  if (type.elementType) {
    const element = displayTypeName(type.elementType);
    return type.kind === 'byRef' ? `[ref] ${element}` : `${element}[${','.repeat(type.rank - 1)}]`;
  }
  if (type.genericArguments.length > 0) {
    const full = type.toString();
    const plain = full.slice(0, full.indexOf('[')).replace(/`\d+$/, '');
    return `${plain}[${type.genericArguments.map(displayTypeName).join(',')}]`;
  }
  return shortNameOf(type.fullName) ?? type.toString();
}
