import type { TypeDefinitionAst } from '../../../parser/index.ts';
import type { Eventually } from '../../values/ps-value.ts';
import type { Frame } from '../frame.ts';
import { defineClasses } from './define-classes.ts';
import { defineEnum } from './define-enum.ts';

/**
 * Makes the classes and enums a block declares and puts them into the running scope. A definition that ran before in
 * the session is the same type again. Enums come first, bases before what derives from them.
 */
export function defineTypes(frame: Frame, definitions: readonly TypeDefinitionAst[]): Eventually<void> {
  const fresh = definitions.filter((d) => !isDefinedHere(frame, d));
  if (fresh.length === 0) return undefined;
  frame.session.typeVersion++;
  for (const ast of fresh) if (ast.typeAttributes === 'Enum') defineEnum(frame, ast);
  const done = defineClasses(
    frame,
    fresh.filter((d) => d.typeAttributes !== 'Enum'),
  );
  frame.session.typeVersion++;
  return done;
}

function isDefinedHere(frame: Frame, ast: TypeDefinitionAst): boolean {
  const known = frame.session.types.get(ast);
  return known !== undefined && frame.scope.tables?.types.get(ast.name.toLowerCase()) === known;
}
