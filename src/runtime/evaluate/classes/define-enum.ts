import type { PropertyMemberAst, TypeDefinitionAst } from '../../../parser/index.ts';
import { Layout } from '../../scope/layout.ts';
import { createScriptType } from '../../types/script-type.ts';
import { typeTable } from '../../types/type-table.ts';
import { EnumValue } from '../../values/enum-value.ts';
import type { EnumInfo, NetType } from '../../values/net-type.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { BlockCompiler } from '../compile.ts';
import type { Frame } from '../frame.ts';
import { parseErrorOf } from '../parse-error.ts';
import { resolveTypeName } from '../type-names.ts';

/** Makes the type of an `enum` statement and puts it into the running scope. */
export function defineEnum(frame: Frame, ast: TypeDefinitionAst): NetType {
  const known = frame.session.types.get(ast);
  const type = known ?? makeEnum(frame, ast);
  frame.session.types.set(ast, type);
  frame.scope.ensureTables().types.set(ast.name.toLowerCase(), type);
  return type;
}

function makeEnum(frame: Frame, ast: TypeDefinitionAst): NetType {
  const [base] = ast.baseTypes;
  const underlying = base ? resolveTypeName(frame, base.typeName) : typeTable().get('System.Int32');
  const flags = ast.attributes.some((a) => /^(System\.)?Flags(Attribute)?$/i.test(a.typeName.fullName));
  const wide = /^U?Int64$/.test(underlying.name);
  const info = valuesOf(frame, ast, underlying, flags, wide);
  return createScriptType({
    name: ast.name,
    kind: 'enum',
    enumInfo: () => info,
    members: () => ({ properties: [], methods: [], constructors: [] }),
  });
}

function valuesOf(frame: Frame, ast: TypeDefinitionAst, underlying: NetType, flags: boolean, wide: boolean): EnumInfo {
  const found: { name: string; value: bigint }[] = [];
  let next = 0n;
  for (const member of ast.members) {
    if (member.kind !== 'PropertyMemberAst') continue;
    const value = member.initialValue ? numberOf(frame, member, found) : next;
    found.push({ name: member.name, value });
    next = value + 1n;
  }
  const sorted = found.toSorted((a, b) => compare(BigInt.asUintN(64, a.value), BigInt.asUintN(64, b.value)));
  return {
    underlying,
    flags,
    names: sorted.map((f) => f.name),
    values: sorted.map((f) => (wide ? f.value : Number(f.value))),
  };
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The value of an initialiser: a constant, or an expression over members that stand before it. */
function numberOf(frame: Frame, member: PropertyMemberAst, before: readonly { name: string; value: bigint }[]): bigint {
  const { initialValue } = member;
  if (initialValue === undefined) return 0n;
  if (initialValue.kind === 'StringConstantExpressionAst') {
    const earlier = before.find((f) => f.name.toLowerCase() === initialValue.value.toLowerCase());
    if (earlier) return earlier.value;
  }
  const c = new BlockCompiler(new Layout(), { namespaces: frame.block?.unit.namespaces ?? [], file: undefined }, false);
  const value = c.expression(initialValue)(frame);
  if (value instanceof Promise) throw notConstant(member);
  return toBigInt(value, member);
}

function toBigInt(value: PSValue, member: PropertyMemberAst): bigint {
  const base = baseOf(value);
  if (typeof base === 'bigint') return base;
  if (typeof base === 'number') return BigInt(Math.round(base));
  if (base instanceof EnumValue) return BigInt(base.value);
  if (typeof base === 'object' && base !== null && 'value' in base) {
    const inner = base.value;
    if (typeof inner === 'number' || typeof inner === 'bigint') return BigInt(inner);
  }
  throw notConstant(member);
}

function notConstant(member: PropertyMemberAst) {
  const message = `The value of the enum member ${member.name} must be a number.`;
  return parseErrorOf([{ errorId: 'CannotConvertValue', message, extent: member.extent, incomplete: false }]);
}
