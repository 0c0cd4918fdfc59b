import type { PropertyMemberAst, TypeDefinitionAst, UsingStatementAst } from '../ast/definitions.ts';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type { ScriptBlockAst } from '../ast/script-block.ts';
import type { SimpleTypeName, TypeName } from '../ast/type-names.ts';
import { findAll, visit } from '../ast/visit.ts';
import { moduleSpecification } from '../build/module-specification.ts';
import type { Reporter } from '../reporter.ts';
import type { TypeCatalogue } from '../types.ts';
import { pureExpression } from './assignments.ts';
import { isConstant, requiresRules } from './constants.ts';

/** The classes and enums, and the properties, that can be named in a stretch of a script. */
interface Scope {
  readonly types: ReadonlySet<string>;
  readonly properties: ReadonlyMap<string, PropertyMemberAst>;
  readonly definition: TypeDefinitionAst | undefined;
  readonly isMethod: boolean;
}

/**
 * Resolves the names of a script: reports types defined twice, types that do not exist (with a catalogue), and
 * properties assigned in a method as if they were variables.
 */
export function checkSymbols(root: ScriptBlockAst, reporter: Reporter, types: TypeCatalogue | undefined): void {
  new Resolver(root, reporter, types).run(root);
}

/** Namespaces that a script's `using` statements open. */
export function openedNamespaces(root: ScriptBlockAst): readonly string[] {
  return root.usingStatements.flatMap(({ usingStatementKind, name }) =>
    usingStatementKind === 'Namespace' && name !== undefined ? [name.value] : [],
  );
}

class Resolver {
  private readonly reporter: Reporter;
  private readonly types: TypeCatalogue | undefined;
  private readonly namespaces: readonly string[];
  private readonly usesForeignTypes: boolean;
  private readonly scopes: Scope[] = [];

  constructor(root: ScriptBlockAst, reporter: Reporter, types: TypeCatalogue | undefined) {
    this.reporter = reporter;
    this.types = types;
    this.namespaces = openedNamespaces(root);
    this.usesForeignTypes = root.usingStatements.some(({ usingStatementKind }) => usingStatementKind !== 'Namespace');
  }

  run(root: ScriptBlockAst): void {
    this.openScope(root, false);
    const owners: Ast[] = [];
    visit(
      root,
      (node, around) => {
        if (this.enter(node, around.at(-1))) owners.push(node);
        return 'continue';
      },
      (node) => {
        if (owners.at(-1) !== node) return;
        owners.pop();
        this.scopes.pop();
      },
    );
  }

  /** Looks at a node before its children; answers whether it has opened a scope for them. */
  private enter(node: Ast, parent: Ast | undefined): boolean {
    switch (node.kind) {
      case 'TypeDefinitionAst':
        this.openType(node);
        return true;
      case 'ScriptBlockExpressionAst':
        this.openScope(node.scriptBlock, false);
        return true;
      case 'FunctionDefinitionAst':
        if (parent?.kind === 'FunctionMemberAst') return false;
        this.openScope(node.body, false);
        return true;
      case 'FunctionMemberAst':
        this.openScope(node.functionDefinition.body, true);
        return true;
      case 'AssignmentStatementAst':
        if (this.scopes.at(-1)?.isMethod === true) this.checkTargets(node.left);
        return false;
      case 'TypeExpressionAst':
      case 'TypeConstraintAst':
        this.resolve(node.typeName, 'type');
        return false;
      case 'AttributeAst':
        this.resolve(node.typeName, 'attribute');
        return false;
      case 'UsingStatementAst':
        if (node.usingStatementKind === 'Module') this.checkModule(node);
        return false;
      default:
        return false;
    }
  }

  private checkModule({ extent, name, moduleSpecification: asked }: UsingStatementAst): void {
    if (asked !== undefined && !isConstant(asked, requiresRules, this.types)) {
      this.reporter.error(extent, 'RequiresArgumentMustBeConstant');
      return;
    }
    const item = asked ?? name;
    const module = item === undefined ? '' : moduleSpecification(item);
    if (typeof module === 'string') this.reporter.error(extent, 'RequiresModuleInvalid', module);
    else if (/[*?[\]]/.test(module.name)) this.reporter.error(extent, 'WildCardModuleNameError', module.name);
  }

  private openScope(body: Ast, isMethod: boolean): void {
    const types = new Set<string>();
    for (const type of findAll(body, ({ kind }) => kind === 'TypeDefinitionAst', false)) {
      if (type.kind !== 'TypeDefinitionAst') continue;
      const key = type.name.toLowerCase();
      if (types.has(key)) this.reporter.error(type.extent, 'MemberAlreadyDefined', type.name);
      types.add(key);
    }
    this.scopes.push({ types, properties: new Map(), definition: undefined, isMethod });
  }

  private openType(node: TypeDefinitionAst): void {
    const properties = new Map<string, PropertyMemberAst>();
    for (const member of node.members) {
      if (member.kind === 'PropertyMemberAst' && !member.isLiteral) properties.set(member.name.toLowerCase(), member);
    }
    this.scopes.push({ types: new Set(), properties, definition: node, isMethod: false });
  }

  private checkTargets(left: ExpressionAst): void {
    for (const target of targetsOf(left)) {
      let inner = target;
      while (inner.kind === 'ConvertExpressionAst') inner = inner.child;
      if (inner.kind !== 'VariableExpressionAst' || !inner.variablePath.isVariable) continue;
      const key = inner.variablePath.userPath.toLowerCase();
      const scope = this.scopes.findLast(({ properties }) => properties.has(key));
      const property = scope?.properties.get(key);
      if (property === undefined || scope?.definition === undefined) continue;
      if (property.isStatic) {
        const type = `[${scope.definition.name}]::`;
        this.reporter.error(inner.extent, 'MissingTypeInStaticPropertyAssignment', type, property.name);
      } else {
        this.reporter.error(inner.extent, 'MissingThis', '$this.', property.name);
      }
    }
  }

  /** Types need only be known inside the definition of another type, and not where modules may bring in more. */
  private resolve(name: TypeName, use: 'type' | 'attribute'): void {
    if (this.types === undefined || this.usesForeignTypes || !this.isInType()) return;
    if (name.kind === 'ArrayTypeName') {
      this.resolve(name.elementType, 'type');
    } else if (name.kind === 'GenericTypeName') {
      this.resolveGeneric(name.typeName, name.genericArguments.length);
      for (const argument of name.genericArguments) this.resolve(argument, 'type');
    } else if (!this.isDefinedHere(name) && !this.isKnown(name, use) && name.fullName.toLowerCase() !== 'ordered') {
      const id = use === 'attribute' ? 'CustomAttributeTypeNotFound' : 'TypeNotFound';
      this.reporter.error(name.extent, id, name.name);
    }
  }

  private resolveGeneric(open: SimpleTypeName, count: number): void {
    const counted = open.name.includes('`') ? open : { ...open, name: `${open.name}\`${count}` };
    if (this.isKnown(counted, 'type') || this.isKnown(open, 'type')) return;
    this.reporter.error(open.extent, 'TypeNotFound', open.name);
  }

  private isInType(): boolean {
    return this.scopes.some(({ definition }) => definition !== undefined);
  }

  private isDefinedHere({ name, assemblyName }: SimpleTypeName): boolean {
    return assemblyName === undefined && this.scopes.some(({ types }) => types.has(name.toLowerCase()));
  }

  private isKnown(name: TypeName, use: 'type' | 'attribute'): boolean {
    return this.types?.resolve(name, use, this.namespaces) !== undefined;
  }
}

function targetsOf(left: ExpressionAst): readonly ExpressionAst[] {
  if (left.kind === 'ArrayLiteralAst') return left.elements.flatMap(targetsOf);
  if (left.kind !== 'ParenExpressionAst') return [left];
  const inner = pureExpression(left.pipeline);
  return inner === undefined ? [] : targetsOf(inner);
}
