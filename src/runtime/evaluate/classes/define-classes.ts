import type { TypeDefinitionAst } from '../../../parser/index.ts';
import { fail } from '../../errors/terminating-error.ts';
import { createScriptType } from '../../types/script-type.ts';
import type { NetType } from '../../values/net-type.ts';
import type { Eventually } from '../../values/ps-value.ts';
import { Frame } from '../frame.ts';
import { findTypeName, typeNotFound } from '../type-names.ts';
import { ClassMembers } from './class-members.ts';
import { ScriptClass } from './script-class.ts';

/** Makes the types of `class` statements, bases first, and puts them into the running scope. */
export function defineClasses(frame: Frame, definitions: readonly TypeDefinitionAst[]): Eventually<void> {
  const open = new Map(definitions.map((d) => [d.name.toLowerCase(), d]));
  const definition = definitionFrame(frame);
  for (const ast of definitions) define(definition, ast, open);
  return undefined;
}

/** A frame of its own, as the running one moves on: names in the class resolve where the class stands. */
function definitionFrame(frame: Frame): Frame {
  const copy = new Frame(frame.session, frame.scope, frame.streams, frame.caller, frame.block);
  copy.command = frame.command;
  return copy;
}

function define(frame: Frame, ast: TypeDefinitionAst, open: Map<string, TypeDefinitionAst>): void {
  const key = ast.name.toLowerCase();
  if (open.get(key) !== ast) return;
  open.delete(key);
  for (const base of ast.baseTypes) {
    const pending = open.get(base.typeName.fullName.toLowerCase());
    if (pending) define(frame, pending, open);
  }
  const type = frame.session.types.get(ast) ?? make(frame, ast);
  frame.session.types.set(ast, type);
  frame.scope.ensureTables().types.set(key, type);
}

function make(frame: Frame, ast: TypeDefinitionAst): NetType {
  const bases = ast.baseTypes.map((b) => {
    const type = findTypeName(frame, b.typeName);
    if (type === undefined) throw typeNotFound(b.typeName);
    return type;
  });
  const base = bases.find((b) => !b.isInterface) ?? frame.session.objectType;
  if (base.isSealed) {
    throw fail({
      id: 'SealedBaseClass',
      category: 'ParserError',
      message: `The class ${ast.name} cannot derive from [${base}], which is sealed.`,
    });
  }
  const script = new ScriptClass(ast, frame, base);
  const type = createScriptType({
    name: ast.name,
    kind: ast.typeAttributes === 'Interface' ? 'interface' : 'class',
    base,
    interfaces: () => bases.filter((b) => b.isInterface),
    members: (made) => new ClassMembers(script, made),
  });
  type.scriptClass = script;
  return type;
}
