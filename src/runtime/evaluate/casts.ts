import type { ConvertExpressionAst, ExpressionAst, HashtableAst } from '../../parser/index.ts';
import { toCustomObject } from '../conversion/object-rules.ts';
import { fail } from '../errors/terminating-error.ts';
import { assignVariable, scopeHolding } from '../scope/variable-access.ts';
import { typeSystemOf } from '../types/type-system.ts';
import type { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { PropertyBag, PSObject } from '../values/ps-object.ts';
import { PSReference } from '../values/ps-reference.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { compileHashtable } from './literals.ts';
import { evaluateAll } from './sequence.ts';
import { typeNameReader } from './type-names.ts';

/** `[T] expression` */
export function compileCast(ast: ConvertExpressionAst, c: Compile): Evaluate {
  const name = ast.type.typeName.fullName.toLowerCase();
  if (name === 'ref') return compileReferenceTo(ast.child, c);
  if (ast.child.kind === 'HashtableAst') {
    if (name === 'ordered') return compileHashtable(ast.child, c, true);
    if (name === 'pscustomobject') return customObject(ast.child, c);
  }
  const value = c.expression(ast.child);
  if (name === 'pscustomobject') return toObject(value);
  if (name === 'void') return discarded(value);
  if (name === 'psobject' || name === 'system.management.automation.psobject') return wrapped(value);
  const type = typeNameReader(ast.type.typeName);
  return (frame) => {
    const v = value(frame);
    // The type is looked up after the operand has run, as it may define it.
    if (v instanceof Promise) return v.then((x) => typeSystemOf(frame.engine).convert(x ?? null, type(frame)));
    return typeSystemOf(frame.engine).convert(v ?? null, type(frame));
  };
}

/** `[pscustomobject]` of anything but a literal: only tables become objects. */
function toObject(value: Evaluate): Evaluate {
  return (frame) => andThen(value(frame), (v) => toCustomObject(frame.engine, v ?? null));
}

/** `[psobject]` gives values that cannot carry members a wrapper which can. */
function wrapped(value: Evaluate): Evaluate {
  return (frame) =>
    andThen(value(frame), (v) =>
      v === null || v === undefined || typeof v === 'object' ? (v ?? null) : new PSObject(v),
    );
}

function discarded(value: Evaluate): Evaluate {
  return (frame) => {
    const v = value(frame);
    return v instanceof Promise ? v.then(() => undefined) : undefined;
  };
}

/** The keys of a literal where all are written out, so that the object needs no table; undefined for all others. */
function fixedNames(ast: HashtableAst): readonly string[] | undefined {
  const seen = new Set(['pstypename']);
  const names: string[] = [];
  for (const { key } of ast.keyValuePairs) {
    if (key.kind !== 'StringConstantExpressionAst' || seen.has(key.value.toLowerCase())) return undefined;
    seen.add(key.value.toLowerCase());
    names.push(key.value);
  }
  return names;
}

/** `[pscustomobject]@{ … }`: properties in the order written; `PSTypeName` is no property but names the type. */
function customObject(ast: HashtableAst, c: Compile): Evaluate {
  const names = fixedNames(ast);
  if (names !== undefined) {
    const values = ast.keyValuePairs.map((pair) => c.value(pair.value));
    const object = (held: PSValue[]): PSValue => new PSObject(undefined, new PropertyBag([...names], held));
    return (frame) => {
      const held = evaluateAll(frame, values);
      return held instanceof Promise ? held.then(object) : object(held);
    };
  }
  const table = compileHashtable(ast, c, true);
  const make = (frame: Frame, entries: PSValue): PSValue => {
    const object = new PSObject();
    // compileHashtable made it with `ordered`.
    for (const { key, value } of (entries as OrderedDictionary).entries()) {
      const name = typeof key === 'string' ? key : typeSystemOf(frame.engine).toText(key);
      if (name.length === 10 && name.toLowerCase() === 'pstypename') return toCustomObject(frame.engine, entries);
      object.properties.set(name, value);
    }
    return object;
  };
  return (frame) => {
    const entries = table(frame);
    return entries instanceof Promise ? entries.then((e) => make(frame, e)) : make(frame, entries);
  };
}

/** `[ref]$x`: the variable itself; of anything else a box of its own. */
function compileReferenceTo(ast: ExpressionAst, c: Compile): Evaluate {
  if (ast.kind !== 'VariableExpressionAst' || ast.variablePath.isDriveQualified) {
    const value = c.expression(ast);
    return (frame) => {
      const v = value(frame);
      return v instanceof Promise ? v.then((x) => PSReference.of(x)) : PSReference.of(v);
    };
  }
  const { variablePath: path } = ast;
  const key = path.unqualifiedPath.toLowerCase();
  if (key === 'null') return () => PSReference.of(null);
  return (frame) => {
    const from = path.isGlobal ? frame.sessionState.globalScope : path.isScript ? frame.scope.scriptScope : frame.scope;
    const cell = scopeHolding(from, key)?.materialize(key);
    if (cell === undefined) {
      throw fail({
        id: 'NonExistingVariableReference',
        category: 'InvalidOperation',
        message: `[ref] needs a variable that exists; '$${path.userPath}' has not been set.`,
        target: path.userPath,
      });
    }
    return new PSReference(
      () => cell.value ?? null,
      (value) => settled(assignVariable(cell, value)),
    );
  };
}

/** Writing through a reference cannot wait: a constraint that is pending has to fail. */
function settled(pending: Eventually<void>): void {
  if (pending instanceof Promise) {
    throw fail({
      id: 'NotSupported',
      category: 'NotImplemented',
      message: 'A variable whose validation has to wait cannot be written through [ref].',
    });
  }
}
