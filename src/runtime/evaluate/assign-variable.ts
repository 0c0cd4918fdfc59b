import type { VariablePath } from '../../parser/index.ts';
import { fail } from '../errors/terminating-error.ts';
import type { Layout } from '../scope/layout.ts';
import type { Scope } from '../scope/scope.ts';
import { emptyCell, Variable } from '../scope/variable.ts';
import { assignIn, assignVariable } from '../scope/variable-access.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { isSpecialName, mayHaveSlot } from './variables.ts';

/** Stores a value in a variable. */
export type Store = (frame: Frame, value: PSValue) => Eventually<void>;

/** Compiles storing into a variable, options and constraints respected. */
export function compileStore(path: VariablePath, c: Compile): Store {
  if (path.isDriveQualified) return storeInDrive(path);
  const name = path.unqualifiedPath;
  const key = name.toLowerCase();
  if (key === 'null') return () => undefined;
  if (path.isGlobal) return (frame, value) => assignIn(frame.sessionState.globalScope, name, key, value);
  if (path.isScript) return (frame, value) => assignIn(frame.scope.scriptScope, name, key, value);
  if (path.isPrivate) return (frame, value) => assignPrivate(frame.scope, name, key, value);
  if (isSpecialName(key) || !mayHaveSlot(key)) return (frame, value) => assignIn(frame.scope, name, key, value);
  return storeInSlot(name, key, c.layout);
}

function storeInSlot(name: string, key: string, compiled: Layout): Store {
  let layout = compiled;
  let slot = compiled.add(name, key);
  return (frame, value) => {
    const { scope } = frame;
    if (scope.layout !== layout) {
      layout = scope.layout;
      slot = layout.add(name, key);
    }
    const { slots } = scope;
    const held = slots[slot];
    if (scope.isConstrained(slot)) return assignIn(scope, name, key, value);
    if (held === undefined) return first(frame, scope, slot, name, key, value);
    if (typeof held === 'object' && held instanceof Variable && held !== emptyCell) return assignVariable(held, value);
    slots[slot] = value === undefined ? emptyCell : value;
    return undefined;
  };
}

/** The first assignment in a scope: an AllScope variable or one made by New-Variable may be there already. */
function first(frame: Frame, scope: Scope, slot: number, name: string, key: string, value: PSValue): Eventually<void> {
  if (scope.tables !== undefined || frame.session.allScopeNames.has(key)) return assignIn(scope, name, key, value);
  scope.slots[slot] = value === undefined ? emptyCell : value;
  return undefined;
}

function assignPrivate(scope: Scope, name: string, key: string, value: PSValue): Eventually<void> {
  let cell = scope.materialize(key);
  if (cell === undefined) {
    cell = new Variable(name);
    scope.setCell(cell);
  }
  cell.options |= 4;
  return assignVariable(cell, value);
}

function storeInDrive(path: VariablePath): Store {
  const drive = path.driveName ?? '';
  const rest = path.userPath.slice(drive.length + 1);
  return (frame, value) => frame.session.drives.set(frame.scope, drive, rest, value);
}

/** The error for something that cannot stand on the left of an assignment. */
export function invalidLeftHandSide(): never {
  throw fail({
    id: 'InvalidLeftHandSide',
    category: 'ParserError',
    message: 'Only variables, properties and indexed elements can be assigned.',
  });
}
