import type { ExpressionAst, VariableExpressionAst, VariablePath } from '../../parser/index.ts';
import { fail, TerminatingError } from '../errors/terminating-error.ts';
import type { Layout } from '../scope/layout.ts';
import { NameSite } from '../scope/name-site.ts';
import type { Scope } from '../scope/scope.ts';
import { Variable } from '../scope/variable.ts';
import type { PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';

/** How a variable that is set nowhere is taken: strict mode 1 lets it pass inside strings. */
export type ReadContext = 'expression' | 'string';

const constants: Readonly<Record<string, PSValue>> = { true: true, false: false, null: null };

/** Compiles reading a variable. */
export function compileVariable(ast: VariableExpressionAst, c: Compile, context: ReadContext = 'expression'): Evaluate {
  const path = ast.variablePath;
  if (path.isDriveQualified) return readDrive(path);
  const key = path.unqualifiedPath.toLowerCase();
  if (path.isUnscopedVariable || path.isLocal || path.isPrivate) {
    if (key in constants) {
      const value = constants[key];
      return () => value;
    }
  }
  const site = new NameSite(key);
  if (path.isGlobal) return (frame) => read(frame, frame.sessionState.globalScope, site, path, context);
  if (path.isScript) return (frame) => read(frame, frame.scope.scriptScope, site, path, context);
  if (path.isLocal || path.isPrivate) return readLocal(path, key, context);
  const special = specialReaders[key];
  if (special) return special(path, context);
  return readSlot(path, key, c.layout, context);
}

/** The slot of an unscoped variable in the layout of the code that is compiled; undefined for everything else. */
export function slotOfVariable(ast: ExpressionAst, c: Compile): number | undefined {
  if (ast.kind !== 'VariableExpressionAst' || !ast.variablePath.isUnscopedVariable) return undefined;
  const name = ast.variablePath.unqualifiedPath;
  const key = name.toLowerCase();
  return isSpecialName(key) || !mayHaveSlot(key) ? undefined : c.layout.add(name, key);
}

/** Reads through the slot the layout of the running scope gives the name, or else up the chain. */
function readSlot(path: VariablePath, key: string, compiled: Layout, context: ReadContext): Evaluate {
  let layout = compiled;
  let slot = compiled.slotOf(key) ?? -1;
  const site = new NameSite(key);
  return (frame) => {
    const { scope } = frame;
    if (scope.layout !== layout) {
      layout = scope.layout;
      slot = layout.slotOf(key) ?? -1;
    }
    if (slot < 0) return read(frame, scope, site, path, context);
    const held = scope.slots[slot];
    if (typeof held === 'number') return held;
    if (typeof held !== 'object' || held === null)
      return held === undefined ? read(frame, scope, site, path, context) : held;
    return held instanceof Variable ? held.value : held;
  };
}

function read(frame: Frame, from: Scope, site: NameSite, path: VariablePath, context: ReadContext): PSValue {
  const held = site.find(from);
  if (held === undefined) return missing(frame, path, context);
  return held instanceof Variable ? held.value : held;
}

/** `$local:x` looks in the running scope only; blocks that share the scope share it. */
function readLocal(path: VariablePath, key: string, context: ReadContext): Evaluate {
  return (frame) => {
    const held = frame.scope.heldOf(key);
    if (held === undefined) return missing(frame, path, context);
    return held instanceof Variable ? held.value : held;
  };
}

function missing(frame: Frame, path: VariablePath, context: ReadContext): null {
  const { strictMode } = frame.engine;
  if (strictMode > (context === 'string' ? 1 : 0)) throw undefinedVariable(path.userPath);
  return null;
}

/** The error of strict mode for a variable that was never set (about_Set-StrictMode). */
export function undefinedVariable(name: string): TerminatingError {
  return fail({
    id: 'VariableIsUndefined',
    category: 'InvalidOperation',
    message: `The variable '$${name}' has not been set (strict mode).`,
    target: name,
  });
}

function readDrive(path: VariablePath): Evaluate {
  const drive = path.driveName ?? '';
  const rest = path.userPath.slice(drive.length + 1);
  if (drive.toLowerCase() === 'env') return (frame) => frame.engine.environment.get(rest) ?? null;
  return (frame) => {
    try {
      const value = frame.session.drives.get(frame.scope, drive, rest);
      return value instanceof Promise ? value.catch(nullWithoutDrive) : value;
    } catch (thrown) {
      return nullWithoutDrive(thrown);
    }
  };
}

/** A variable of a drive that does not exist is not set. */
function nullWithoutDrive(thrown: unknown): null {
  if (thrown instanceof TerminatingError && thrown.record.fullyQualifiedErrorId.startsWith('DriveNotFound'))
    return null;
  throw thrown;
}

type Special = (path: VariablePath, context: ReadContext) => Evaluate;

const underSite = new NameSite('_');
const argsSite = new NameSite('args');
const thisSite = new NameSite('this');

const dollarUnder: Special = (path, context) => (frame) => {
  for (let scope: Scope | null = frame.scope; scope; scope = scope.parent) {
    const value = scope.dollarUnder;
    if (value !== undefined) return value;
  }
  return read(frame, frame.scope, underSite, path, context);
};

/** Automatic variables that are read often and never live in a slot. */
const specialReaders: Readonly<Record<string, Special>> = {
  _: dollarUnder,
  psitem: dollarUnder,
  args: (path, context) => (frame) => frame.scope.args ?? read(frame, frame.scope, argsSite, path, context),
  '?': () => (frame) => frame.engine.lastSucceeded,
  this: (path, context) => (frame) => frame.thisValue ?? read(frame, frame.scope, thisSite, path, context),
};

/** Names that the compiler handles apart and that get no slot. */
export function isSpecialName(key: string): boolean {
  return key in specialReaders || key in constants || automatic.has(key);
}

const automatic = new Set(['input', 'myinvocation', 'psboundparameters', 'pscmdlet', 'psscriptroot', 'pscommandpath']);

/** Names of constant and read-only variables of the engine never get a slot, so that assigning finds the variable. */
export function mayHaveSlot(key: string): boolean {
  return !engineVariables.has(key);
}

const engineVariables = new Set([
  'true',
  'false',
  '?',
  'home',
  'pid',
  'pshome',
  'host',
  'shellid',
  'executioncontext',
  'psversiontable',
  'psculture',
  'psuiculture',
  'psedition',
  'iswindows',
  'islinux',
  'ismacos',
  'iscoreclr',
  'error',
]);
