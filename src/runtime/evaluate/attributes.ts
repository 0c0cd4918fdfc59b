import type { AttributeAst, AttributeBaseAst, ExpressionAst } from '../../parser/index.ts';
import { AttributeObject } from '../commands/attribute-object.ts';
import { fail } from '../errors/terminating-error.ts';
import { construct } from '../members/invoke-method.ts';
import { setMember } from '../members/set-member.ts';
import { Layout } from '../scope/layout.ts';
import type { NetType } from '../values/net-type.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import type { Evaluate } from './closures.ts';
import { BlockCompiler } from './compile.ts';
import type { Frame } from './frame.ts';
import { evaluateAll } from './sequence.ts';
import { findTypeName, resolveTypeName } from './type-names.ts';

/**
 * The attributes before a parameter, variable, property or param block as objects: a type constraint is its NetType,
 * an attribute class of a script is an instance, every other attribute an AttributeObject.
 */
export function evaluateAttributes(frame: Frame, attributes: readonly AttributeBaseAst[]): Eventually<PSValue[]> {
  const codes = attributes.map(
    (a): Evaluate =>
      (f) =>
        evaluateAttribute(f, a),
  );
  return evaluateAll(frame, codes);
}

function evaluateAttribute(frame: Frame, ast: AttributeBaseAst): Eventually<PSValue> {
  if (ast.kind === 'TypeConstraintAst') return resolveTypeName(frame, ast.typeName);
  const type = attributeType(frame, ast);
  const codes = compiledArguments(frame, ast);
  const positional = evaluateAll(frame, codes.positional);
  const named = evaluateAll(frame, codes.named);
  if (positional instanceof Promise || named instanceof Promise)
    return Promise.all([positional, named]).then(([p, n]) => make(frame, ast, type, p, n));
  return make(frame, ast, type, positional, named);
}

function make(
  frame: Frame,
  ast: AttributeAst,
  type: NetType | string,
  positional: readonly PSValue[],
  values: readonly PSValue[],
): Eventually<PSValue> {
  const names = ast.namedArguments.map((n) => n.argumentName);
  if (typeof type !== 'string' && type.scriptClass !== undefined)
    return instance(frame, type, positional, names, values);
  const named = new Map<string, PSValue>();
  names.forEach((name, i) => {
    named.set(name, values[i] ?? null);
  });
  return new AttributeObject(typeof type === 'string' ? type : type.fullName, positional, named);
}

async function setAll(frame: Frame, object: PSValue, names: readonly string[], values: readonly PSValue[]) {
  for (const [i, name] of names.entries()) await setMember(frame.engine, object, name, values[i] ?? null);
  return object;
}

function instance(
  frame: Frame,
  type: NetType,
  positional: readonly PSValue[],
  names: readonly string[],
  values: readonly PSValue[],
): Eventually<PSValue> {
  const made = construct(frame.engine, type, positional);
  if (made instanceof Promise) return made.then((object) => setAll(frame, object, names, values));
  for (const [i, name] of names.entries()) {
    const pending = setMember(frame.engine, made, name, values[i] ?? null);
    if (pending instanceof Promise)
      return pending.then(() => setAll(frame, made, names.slice(i + 1), values.slice(i + 1)));
  }
  return made;
}

const automation = 'System.Management.Automation.';

/** Attribute names that exist even where their type is not emulated. */
const known = new Set(
  [
    'Parameter',
    'CmdletBinding',
    'OutputType',
    'Alias',
    'ValidateSet',
    'ValidateRange',
    'ValidatePattern',
    'ValidateLength',
    'ValidateCount',
    'ValidateNotNull',
    'ValidateNotNullOrEmpty',
    'ValidateNotNullOrWhiteSpace',
    'ValidateScript',
    'ValidateDrive',
    'ValidateUserDrive',
    'ValidateTrustedData',
    'AllowNull',
    'AllowEmptyString',
    'AllowEmptyCollection',
    'SupportsWildcards',
    'PSDefaultValue',
    'PSTypeName',
    'ArgumentCompleter',
    'ArgumentCompletions',
    'Credential',
    'DynamicClassImplementation',
    'Experimental',
    'Hidden',
    'DscResource',
    'DscProperty',
  ].map((name) => name.toLowerCase()),
);

function attributeType(frame: Frame, ast: AttributeAst): NetType | string {
  const { typeName } = ast;
  const withSuffix = { ...typeName, name: `${typeName.name}Attribute`, fullName: `${typeName.fullName}Attribute` };
  const type = findTypeName(frame, withSuffix) ?? findTypeName(frame, typeName);
  if (type !== undefined) return type;
  const simple = typeName.name.replace(/Attribute$/i, '').replace(/^.*\./, '');
  if (known.has(simple.toLowerCase())) return `${automation}${simple}Attribute`;
  throw fail({
    id: 'CustomAttributeTypeNotFound',
    category: 'InvalidOperation',
    message: `There is no attribute [${typeName.fullName}].`,
    target: typeName.fullName,
  });
}

interface ArgumentCodes {
  readonly positional: readonly Evaluate[];
  readonly named: readonly Evaluate[];
}

const compiledAttributes = new WeakMap<AttributeAst, ArgumentCodes>();

function compiledArguments(frame: Frame, ast: AttributeAst): ArgumentCodes {
  let codes = compiledAttributes.get(ast);
  if (codes === undefined) {
    const unit = frame.block?.unit ?? { namespaces: [], file: undefined };
    const c = new BlockCompiler(new Layout(), unit, false);
    const compile = (e: ExpressionAst): Evaluate => c.expression(e);
    codes = {
      positional: ast.positionalArguments.map(compile),
      named: ast.namedArguments.map((n) => (n.expressionOmitted ? () => true : compile(n.argument))),
    };
    compiledAttributes.set(ast, codes);
  }
  return codes;
}
