import type { FunctionMemberAst, MemberAst, TypeDefinitionAst } from '../ast/definitions.ts';
import type { ScriptBlockAst } from '../ast/script-block.ts';
import { findAll } from '../ast/visit.ts';
import type { Reporter } from '../reporter.ts';
import { type Extent, spanning } from '../source.ts';
import { canonicalName, type TypeCatalogue } from '../types.ts';
import { checkEnums } from './enums.ts';
import { openedNamespaces } from './symbols.ts';

/**
 * Reports what keeps the classes and enums of a script from being made. PowerShell finds these faults when it makes the
 * types, before anything of the script runs, and not when it only parses the script.
 */
export function checkDefinitions(root: ScriptBlockAst, reporter: Reporter, types: TypeCatalogue | undefined): void {
  const definitions = findAll(root, ({ kind }) => kind === 'TypeDefinitionAst', true).filter(
    (node): node is TypeDefinitionAst => node.kind === 'TypeDefinitionAst',
  );
  const classes = new Map<string, TypeDefinitionAst>();
  const namespaces = openedNamespaces(root);
  for (const definition of definitions) {
    if (definition.typeAttributes !== 'Enum')
      checkBases(definition, { classes, definitions, reporter, types, namespaces });
    classes.set(definition.name.toLowerCase(), definition);
  }
  checkEnums(
    definitions.filter(({ typeAttributes }) => typeAttributes === 'Enum'),
    reporter,
    types,
  );
  for (const definition of definitions) if (definition.typeAttributes !== 'Enum') checkMembers(definition, reporter);
  for (const definition of definitions) checkDefaultConstructor(definition, classes, reporter);
}

interface Surroundings {
  /** What is defined above. */
  readonly classes: ReadonlyMap<string, TypeDefinitionAst>;
  readonly definitions: readonly TypeDefinitionAst[];
  readonly reporter: Reporter;
  readonly types: TypeCatalogue | undefined;
  readonly namespaces: readonly string[];
}

/** A class cannot have an array, an enum, a sealed class or one that is only defined below as its base. */
function checkBases({ baseTypes, name }: TypeDefinitionAst, surroundings: Surroundings): void {
  const { classes, definitions, reporter, types, namespaces } = surroundings;
  for (const [position, { typeName }] of baseTypes.entries()) {
    const { extent, fullName } = typeName;
    if (typeName.kind === 'ArrayTypeName') {
      reporter.error(extent, 'SubtypeArray', fullName, name);
      continue;
    }
    const key = fullName.toLowerCase();
    const script = classes.get(key);
    const isLater = script === undefined && definitions.some((other) => other.name.toLowerCase() === key);
    if (isLater || script?.typeAttributes === 'Enum') {
      reporter.error(extent, 'TypeNotFound', fullName);
      continue;
    }
    const known = script === undefined ? types?.resolve(typeName, 'type', namespaces) : undefined;
    if (position > 0 && (script !== undefined || known?.isInterface === false)) {
      reporter.error(extent, 'InterfaceNameExpected', fullName);
    } else if (known?.isSealed === true) {
      reporter.error(extent, 'SealedBaseClass', fullName);
    }
  }
}

/** A class without constructors calls that of its base without arguments. */
function checkDefaultConstructor(
  definition: TypeDefinitionAst,
  classes: ReadonlyMap<string, TypeDefinitionAst>,
  reporter: Reporter,
): void {
  const [base] = definition.baseTypes;
  const parent = base === undefined ? undefined : classes.get(base.typeName.fullName.toLowerCase());
  if (parent === undefined || constructorsOf(definition).length > 0) return;
  const constructors = constructorsOf(parent);
  if (constructors.length === 0 || constructors.some((constructor) => parametersOf(constructor).length === 0)) return;
  reporter.error(definition.extent, 'BaseClassNoDefaultCtor', parent.name);
}

function constructorsOf({ members }: TypeDefinitionAst): readonly FunctionMemberAst[] {
  return members.filter(
    (member): member is FunctionMemberAst => member.kind === 'FunctionMemberAst' && isInstanceConstructor(member),
  );
}

function isInstanceConstructor({ isConstructor, isStatic }: FunctionMemberAst): boolean {
  return isConstructor && !isStatic;
}

function parametersOf({ functionDefinition }: FunctionMemberAst): NonNullable<typeof functionDefinition.parameters> {
  return functionDefinition.parameters ?? [];
}

/** No two properties have the same name, no two methods the same name and types. */
function checkMembers({ members }: TypeDefinitionAst, reporter: Reporter): void {
  const seen = new Set<string>();
  for (const member of members) {
    if (member.kind === 'FunctionMemberAst') checkStaticConstructor(member, reporter);
    const key = keyOf(member);
    if (!seen.has(key)) seen.add(key);
    else if (member.kind === 'PropertyMemberAst') reporter.error(member.extent, 'MemberAlreadyDefined', member.name);
    else reporter.error(nameExtent(member), 'MemberAlreadyDefined', member.name);
  }
}

function checkStaticConstructor(member: FunctionMemberAst, reporter: Reporter): void {
  if (!member.isConstructor || !member.isStatic) return;
  const parameters = parametersOf(member);
  const [first] = parameters;
  const last = parameters.at(-1);
  if (first === undefined || last === undefined) return;
  reporter.error(spanning(first.extent, last.extent), 'StaticConstructorCantHaveParameters');
}

function keyOf(member: MemberAst): string {
  const name = member.name.toLowerCase();
  if (member.kind === 'PropertyMemberAst') return `$${name}`;
  const types = parametersOf(member).map(({ attributes }) => {
    const constraint = attributes.find(({ kind }) => kind === 'TypeConstraintAst');
    return constraint === undefined ? 'object' : canonicalName(constraint.typeName);
  });
  return `${member.isConstructor && member.isStatic ? 'static ' : ''}${name}(${types.join()})`;
}

/** The definition inside a method begins with its name. */
function nameExtent({ functionDefinition: { extent }, name }: FunctionMemberAst): Extent {
  return extent.slice(extent.startOffset, extent.startOffset + name.length);
}
