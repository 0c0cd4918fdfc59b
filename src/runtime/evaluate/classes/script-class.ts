import type { FunctionMemberAst, PropertyMemberAst, TypeDefinitionAst } from '../../../parser/index.ts';
import type { VariableConstraint } from '../../scope/variable.ts';
import type { NetType } from '../../values/net-type.ts';
import type { PSValue } from '../../values/ps-value.ts';
import type { Evaluate } from '../closures.ts';
import type { Frame } from '../frame.ts';

/** A property as declared, with what the evaluator made of it. */
export interface ClassField {
  readonly ast: PropertyMemberAst;
  readonly name: string;
  readonly type: NetType;
  /** Slot in `classFields` of instances, or in the statics of the class. */
  readonly slot: number;
  readonly initial: Evaluate | undefined;
  /** Validation attributes; types convert before. */
  readonly constraints: readonly VariableConstraint[];
}

/** What the evaluator knows of a script class; stands in `NetType.scriptClass`. */
export class ScriptClass {
  readonly ast: TypeDefinitionAst;
  /** Where the class statement stands: its scope resolves type names, its session state runs the methods. */
  readonly definition: Frame;
  readonly baseType: NetType;
  /** Number of fields of all script base classes. */
  readonly fieldOffset: number;
  readonly statics: PSValue[] = [];
  /** Set while or after static initialisers and the static constructor ran. */
  started = false;
  /** Why they failed: every later use of the class fails for it too. */
  startFailure: unknown = undefined;
  /** What was worked out of the members, on first use. */
  fields: readonly ClassField[] | undefined = undefined;
  staticFields: readonly ClassField[] | undefined = undefined;
  hashes: boolean | undefined = undefined;
  #fieldCount: number | undefined = undefined;

  constructor(ast: TypeDefinitionAst, definition: Frame, baseType: NetType) {
    this.ast = ast;
    this.definition = definition;
    this.baseType = baseType;
    this.fieldOffset = scriptClassOf(baseType)?.fieldCount ?? 0;
  }

  /** Number of field slots of an instance. */
  get fieldCount(): number {
    this.#fieldCount ??= this.fieldOffset + this.instanceProperties.length;
    return this.#fieldCount;
  }

  get instanceProperties(): readonly PropertyMemberAst[] {
    return this.ast.members.filter((m) => m.kind === 'PropertyMemberAst' && !m.isStatic) as PropertyMemberAst[];
  }

  get staticProperties(): readonly PropertyMemberAst[] {
    return this.ast.members.filter((m) => m.kind === 'PropertyMemberAst' && m.isStatic) as PropertyMemberAst[];
  }

  get functions(): readonly FunctionMemberAst[] {
    return this.ast.members.filter((m) => m.kind === 'FunctionMemberAst');
  }
}

/** The script class behind a type; undefined for emulated types. */
export function scriptClassOf(type: NetType | null): ScriptClass | undefined {
  return type?.scriptClass instanceof ScriptClass ? type.scriptClass : undefined;
}
