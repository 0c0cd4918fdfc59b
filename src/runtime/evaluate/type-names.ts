import type { SimpleTypeName, TypeName } from '../../parser/index.ts';
import { fail, type TerminatingError } from '../errors/terminating-error.ts';
import type { Scope } from '../scope/scope.ts';
import { typeTable } from '../types/type-table.ts';
import type { NetType } from '../values/net-type.ts';
import type { Frame } from './frame.ts';

/** The type a name in brackets stands for where the frame's code runs; throws TypeNotFound. */
export function resolveTypeName(frame: Frame, name: TypeName): NetType {
  const type = findTypeName(frame, name);
  if (type === undefined) throw typeNotFound(name);
  return type;
}

/** As {@link resolveTypeName}, undefined for an unknown name. Classes of running scripts come before built-in types. */
export function findTypeName(frame: Frame, name: TypeName): NetType | undefined {
  switch (name.kind) {
    case 'ArrayTypeName': {
      const element = findTypeName(frame, name.elementType);
      return element && typeTable().arrayOf(element, name.rank);
    }
    case 'GenericTypeName': {
      const definition = findSimple(
        frame,
        `${name.typeName.name.replace(/`\d+$/, '')}\`${name.genericArguments.length}`,
      );
      const args = name.genericArguments.map((a) => findTypeName(frame, a));
      if (!definition || args.some((a) => a === undefined)) return undefined;
      return typeTable().instantiate(
        definition,
        args.filter((a) => a !== undefined),
      );
    }
    case 'TypeName':
      return findSimple(frame, name.name);
  }
}

function findSimple(frame: Frame, name: string): NetType | undefined {
  const script = findScriptType(frame.scope, name);
  if (script) return script;
  const found = frame.engine.resolveType(name);
  if (found) return found;
  for (const namespace of frame.block?.unit.namespaces ?? []) {
    const qualified = frame.engine.resolveType(`${namespace}.${name}`);
    if (qualified) return qualified;
  }
  return undefined;
}

/** A class or enum that a script defined, as seen from a scope. */
export function findScriptType(from: Scope, name: string): NetType | undefined {
  const key = name.toLowerCase();
  for (let scope: Scope | null = from; scope; scope = scope.parent) {
    const found = scope.tables?.types.get(key);
    if (found) return found;
  }
  return undefined;
}

/** Reads a type name again and again at one place: the answer is kept until a script defines a type. */
export function typeNameReader(name: TypeName): (frame: Frame) => NetType {
  let known: NetType | undefined;
  let version = -1;
  let session: object | undefined;
  return (frame) => {
    if (known !== undefined && version === frame.session.typeVersion && session === frame.scope.sessionState)
      return known;
    known = resolveTypeName(frame, name);
    version = frame.session.typeVersion;
    session = frame.scope.sessionState;
    return known;
  };
}

/** The error for a type name that names nothing. */
export function typeNotFound(name: TypeName): TerminatingError {
  return fail({
    id: 'TypeNotFound',
    category: 'InvalidOperation',
    message: `There is no type [${name.fullName}] here; check its spelling, or load the module or assembly that has it.`,
    target: targetOf(name),
  });
}

function targetOf(name: TypeName): string {
  const simple: SimpleTypeName | undefined = name.kind === 'TypeName' ? name : undefined;
  return simple?.name ?? name.fullName;
}
