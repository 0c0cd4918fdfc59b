import { NetType, type NetTypeSpec } from '../values/net-type.ts';
import { type MadeMembers, TypeMembers } from './members-of.ts';
import { typeTable } from './type-table.ts';

/** What the evaluator knows of a class or enum of a script when it makes the type. */
export interface ScriptTypeSpec extends Omit<NetTypeSpec, 'base' | 'namespace' | 'kind'> {
  readonly kind: 'class' | 'enum' | 'interface';
  /** Left out: System.Object, or System.Enum. */
  readonly base?: NetType;
  /** Called once with the new type, so that members may mention it. */
  readonly members: (type: NetType) => MadeMembers;
}

/** Makes the type of a script's `class` or `enum`. */
export function createScriptType(spec: ScriptTypeSpec): NetType {
  const table = typeTable();
  const { base, members, ...rest } = spec;
  const type = new NetType({
    ...rest,
    namespace: null,
    assembly: 'PowerShell Class Assembly',
    base: () => base ?? table.get(spec.kind === 'enum' ? 'System.Enum' : 'System.Object'),
  });
  type.memberTable = new TypeMembers(type, members(type));
  return type;
}
