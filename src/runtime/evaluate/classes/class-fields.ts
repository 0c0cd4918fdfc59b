import type { PropertyMemberAst } from '../../../parser/index.ts';
import { compileVariableAttributes } from '../../commands/compile-parameters.ts';
import { fail } from '../../errors/terminating-error.ts';
import { Layout } from '../../scope/layout.ts';
import { defaultOf } from '../../types/default-value.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { NetType } from '../../values/net-type.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { evaluateAttributes } from '../attributes.ts';
import { BlockCompiler } from '../compile.ts';
import { constraintsOf } from '../constraints.ts';
import type { Frame } from '../frame.ts';
import { asTerminating } from '../terminating.ts';
import { resolveTypeName } from '../type-names.ts';
import type { ClassField, ScriptClass } from './script-class.ts';

/** The instance fields a class declares itself. */
export function fieldsOf(script: ScriptClass): readonly ClassField[] {
  script.fields ??= script.instanceProperties.map((ast, i) => fieldOf(script, ast, script.fieldOffset + i));
  return script.fields;
}

/** The static fields a class declares itself. */
export function staticFieldsOf(script: ScriptClass): readonly ClassField[] {
  script.staticFields ??= script.staticProperties.map((ast, i) => fieldOf(script, ast, i));
  return script.staticFields;
}

function fieldOf(script: ScriptClass, ast: PropertyMemberAst, slot: number): ClassField {
  const { definition } = script;
  const type = ast.propertyType
    ? resolveTypeName(definition, ast.propertyType.typeName)
    : definition.session.objectType;
  const unit = definition.block?.unit ?? { namespaces: [], file: undefined };
  const c = new BlockCompiler(new Layout(), unit, true);
  const attributes = evaluateAttributes(definition, ast.attributes);
  if (attributes instanceof Promise)
    throw fail({ id: 'NotSupported', category: 'NotImplemented', message: 'An attribute of a property has to wait.' });
  const parameter = compileVariableAttributes({ name: ast.name, attributes, hasDefault: false });
  const constraints = constraintsOf(definition.session, parameter) ?? [];
  return {
    ast,
    name: ast.name,
    type,
    slot,
    initial: ast.initialValue && c.expression(ast.initialValue),
    constraints: constraints.filter((k) => k.validate !== undefined),
  };
}

/** The value a field starts with: its initialiser converted to its type, or the type's default. */
export function initialValue(frame: Frame, field: ClassField): Eventually<PSValue> {
  const { initial } = field;
  if (initial === undefined) return typeDefault(field.type);
  const convert = (v: PSValue): Eventually<PSValue> => typeSystemOf(frame.engine).convert(v ?? null, field.type);
  // An error is at the field, whatever made the instance.
  const placed = (thrown: unknown): never => {
    frame.at = field.ast.extent;
    throw asTerminating(frame, thrown);
  };
  try {
    const value = andThen(initial(frame), convert);
    return value instanceof Promise ? value.catch(placed) : value;
  } catch (thrown) {
    return placed(thrown);
  }
}

function typeDefault(type: NetType): PSValue {
  return type.isValueType ? (defaultOf(type) ?? null) : null;
}
