import type { NetType } from '../values/net-type.ts';
import { coreTypes } from './core-types.ts';
import { parseSignature } from './signature.ts';
import { typeTable } from './type-table.ts';

/** Parameter types and result of a delegate type's Invoke. */
export interface DelegateSignature {
  readonly parameters: readonly NetType[];
  readonly returnType: NetType;
}

const known = new WeakMap<NetType, DelegateSignature>();

/** The signature of a delegate type. */
export function delegateSignature(type: NetType): DelegateSignature {
  let found = known.get(type);
  if (!found) {
    found = read(type);
    known.set(type, found);
  }
  return found;
}

function read(type: NetType): DelegateSignature {
  const table = typeTable();
  const text = table.specOf(type)?.invoke;
  if (text === undefined) return { parameters: [], returnType: coreTypes().void };
  const scope = table.scopeOf(type);
  const signature = parseSignature(`Invoke${text}`);
  return {
    parameters: signature.parameters.map((p) => table.signatureType(p.type, scope)),
    returnType: table.signatureType(signature.type, scope),
  };
}
