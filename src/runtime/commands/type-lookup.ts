import { typeTable } from '../types/type-table.ts';
import type { NetType } from '../values/net-type.ts';

const found = new Map<string, NetType | undefined>();

/** The built-in type of a full name as cmdlets declare it (`System.String[]`); undefined when it is not emulated. */
export function netTypeByName(name: string): NetType | undefined {
  if (found.has(name)) return found.get(name);
  const type = lookUp(name);
  if (type) found.set(name, type);
  return type;
}

function lookUp(name: string): NetType | undefined {
  const table = typeTable();
  if (name.endsWith('[]')) {
    const element = netTypeByName(name.slice(0, -2));
    return element && table.arrayOf(element, 1);
  }
  const generic = /^([^<]+)<([^<>,]+)>$/.exec(name);
  if (!generic) return table.find(name);
  const definition = table.find(`${generic[1]}\`1`);
  const argument = netTypeByName(generic[2] ?? '');
  return definition && argument && table.instantiate(definition, [argument]);
}
