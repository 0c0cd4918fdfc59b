import type { UsingStatementAst } from '../../parser/index.ts';
import type { Scope } from '../scope/scope.ts';
import { SessionState } from '../scope/session-state.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { compileHashtable } from './literals.ts';

/** What `using module` and `using assembly` of a script do before it starts; undefined where there is nothing to do. */
export type UsingCode = (frame: Frame) => Promise<void>;

/** Compiles the using statements of a script; namespaces are no matter of running. */
export function compileUsingStatements(statements: readonly UsingStatementAst[], c: Compile): UsingCode | undefined {
  const modules = statements.filter((s) => s.usingStatementKind === 'Module').map((s) => wanted(s, c));
  if (modules.length === 0) return undefined;
  return async (frame) => {
    for (const module of modules) await use(frame, await module(frame));
  };
}

function wanted(ast: UsingStatementAst, c: Compile): Evaluate {
  if (ast.moduleSpecification) return compileHashtable(ast.moduleSpecification, c);
  const name = ast.name?.value ?? '';
  const path = /[\\/]/.test(name) ? besides(c.unit.file, name) : name;
  return () => path;
}

/** A relative path counts from the folder of the script. */
function besides(file: string | undefined, path: string): string {
  if (file === undefined || path.startsWith('/')) return path;
  return `${file.slice(0, file.lastIndexOf('/') + 1)}${path.replaceAll('\\', '/')}`;
}

async function use(frame: Frame, wanted: PSValue): Promise<void> {
  const module = await frame.engine.modules.importModule(frame, wanted);
  const state = module.sessionState;
  if (state instanceof SessionState) shareTypes(state.topScope, frame.scope);
  frame.session.typeVersion++;
}

function shareTypes(from: Scope, to: Scope): void {
  const { tables } = from;
  if (tables === undefined || tables.types.size === 0) return;
  const own = to.ensureTables().types;
  for (const [key, type] of tables.types) own.set(key, type);
}
