import type {
  AttributeBaseAst,
  AttributedExpressionAst,
  ConvertExpressionAst,
  ExpressionAst,
} from '../../parser/index.ts';
import { compileVariableAttributes } from '../commands/compile-parameters.ts';
import type { Scope } from '../scope/scope.ts';
import { unwritable } from '../scope/scope-error.ts';
import { Variable, type VariableConstraint } from '../scope/variable.ts';
import { assignVariable, constrain } from '../scope/variable-access.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import type { Store } from './assign-variable.ts';
import { compileTarget } from './assignment.ts';
import { evaluateAttributes } from './attributes.ts';
import type { Compile } from './compile-context.ts';
import { constraintsOf } from './constraints.ts';
import type { Frame } from './frame.ts';
import { typeNameReader } from './type-names.ts';

/**
 * `[T]$x = …`, `[ValidateRange(1, 9)][int]$x = …`: the variable keeps the constraints. Before anything but a variable
 * a type is a plain conversion of the value.
 */
export function compileTypedStore(ast: ConvertExpressionAst | AttributedExpressionAst, c: Compile): Store {
  const attributes: AttributeBaseAst[] = [];
  let inner: ExpressionAst = ast;
  while (inner.kind === 'ConvertExpressionAst' || inner.kind === 'AttributedExpressionAst') {
    attributes.push(inner.kind === 'ConvertExpressionAst' ? inner.type : inner.attribute);
    inner = inner.child;
  }
  if (inner.kind !== 'VariableExpressionAst') return compileConverted(ast, c);
  const path = inner.variablePath;
  if (path.isDriveQualified) return compileConverted(ast, c);
  const name = path.unqualifiedPath;
  const key = name.toLowerCase();
  if (key !== 'null') c.layout.add(name, key);
  const scopeOf = (frame: Frame): Scope =>
    path.isGlobal ? frame.sessionState.globalScope : path.isScript ? frame.scope.scriptScope : frame.scope;
  // A variable that the running block keeps to itself, as a function does.
  const isOwn = (frame: Frame, scope: Scope): boolean =>
    scope === frame.scope && scope.kind === 'local' && scope.layout === frame.block?.layout;
  let known: VariableConstraint[] | undefined;
  let knownLocal = false;
  let version = -1;
  const isPlain = attributes.every((a) => a.kind === 'TypeConstraintAst');
  return (frame, value) => {
    if (known !== undefined && isPlain && version === frame.session.typeVersion) {
      const scope = scopeOf(frame);
      if (knownLocal === isOwn(frame, scope)) return declare(scope, name, key, known, value);
    }
    return andThen(evaluateAttributes(frame, attributes), (evaluated) => {
      const parameter = compileVariableAttributes({ name, attributes: evaluated, hasDefault: false });
      const scope = scopeOf(frame);
      const made = constraintsOf(frame.session, parameter, isOwn(frame, scope)) ?? [];
      known = made;
      knownLocal = isOwn(frame, scope);
      version = frame.session.typeVersion;
      return declare(scope, name, key, made, value);
    });
  };
}

/** Puts a variable with constraints into a scope, in place of one without. */
function declare(
  scope: Scope,
  name: string,
  key: string,
  constraints: readonly VariableConstraint[],
  value: PSValue,
): Eventually<void> {
  const old = scope.cellOf(key);
  if (old?.isReadOnly) throw unwritable('VariableNotWritable', name, `The variable ${name} is read-only or constant.`);
  const cell = new Variable(name);
  cell.constraints = constraints.length > 0 ? constraints : undefined;
  return andThen(constrain(cell, value ?? null), (checked) => {
    if (old === undefined) {
      cell.value = checked ?? null;
      scope.setCell(cell);
      return undefined;
    }
    old.constraints = cell.constraints;
    return assignVariable(old, checked);
  });
}

/** `[int]$a.b = …`: converts, then stores. */
function compileConverted(ast: ConvertExpressionAst | AttributedExpressionAst, c: Compile): Store {
  const store = compileTarget(ast.child, c);
  if (ast.kind === 'AttributedExpressionAst') return store;
  const type = typeNameReader(ast.type.typeName);
  return (frame, value) =>
    andThen(typeSystemOf(frame.engine).convert(value ?? null, type(frame)), (converted) => store(frame, converted));
}
