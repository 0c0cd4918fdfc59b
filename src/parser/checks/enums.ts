import type { TypeDefinitionAst } from '../ast/definitions.ts';
import type { ExpressionAst } from '../ast/expressions.ts';
import type { Ast } from '../ast/index.ts';
import type { ConstantValue } from '../ast/node.ts';
import { find, findAll } from '../ast/visit.ts';
import type { Reporter } from '../reporter.ts';
import { canonicalName, type TypeCatalogue } from '../types.ts';
import { classAttributeRules, isConstant } from './constants.ts';

/** Lowest and highest value of the types an enum can be made of. */
const ranges: ReadonlyMap<string, readonly [low: bigint, high: bigint]> = new Map(
  [8, 16, 32, 64].flatMap((bits): [string, readonly [bigint, bigint]][] => {
    const high = 1n << BigInt(bits);
    return [
      [bits === 8 ? 'sbyte' : `int${bits}`, [-high / 2n, high / 2n - 1n]],
      [bits === 8 ? 'byte' : `uint${bits}`, [0n, high - 1n]],
    ];
  }),
);

/** Members of enums differ in name, are constant, and fit the enum's type; no enums are defined by one another. */
export function checkEnums(
  enums: readonly TypeDefinitionAst[],
  reporter: Reporter,
  types: TypeCatalogue | undefined,
): void {
  const byName = new Map(enums.map((node) => [node.name.toLowerCase(), node]));
  const uses = new Map(enums.map((node) => [node, usesOf(node, byName)]));
  const circular = enums.filter((node) => reaches(node, node, uses));
  for (const { extent } of circular) reporter.error(extent, 'CycleInEnumInitializers');
  for (const node of enums) if (!circular.includes(node)) checkEnum(node, { byName, reporter, types });
}

interface Surroundings {
  readonly byName: ReadonlyMap<string, TypeDefinitionAst>;
  readonly reporter: Reporter;
  readonly types: TypeCatalogue | undefined;
}

/** The other enums whose members the members of one are defined by. */
function usesOf(node: TypeDefinitionAst, byName: ReadonlyMap<string, TypeDefinitionAst>): readonly TypeDefinitionAst[] {
  return findAll(node, ({ kind }) => kind === 'TypeExpressionAst', false).flatMap((inner) => {
    const used = inner.kind === 'TypeExpressionAst' ? byName.get(inner.typeName.fullName.toLowerCase()) : undefined;
    return used === undefined || used === node ? [] : [used];
  });
}

function reaches(
  from: TypeDefinitionAst,
  target: TypeDefinitionAst,
  uses: ReadonlyMap<TypeDefinitionAst, readonly TypeDefinitionAst[]>,
): boolean {
  const seen = new Set<TypeDefinitionAst>();
  const pending = [...(uses.get(from) ?? [])];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node === target) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    pending.push(...(uses.get(node) ?? []));
  }
  return false;
}

function checkEnum({ name, members, baseTypes }: TypeDefinitionAst, surroundings: Surroundings): void {
  const { reporter } = surroundings;
  const [base] = baseTypes;
  const typeName = base === undefined ? 'int32' : canonicalName(base.typeName);
  const range = ranges.get(typeName);
  if (range === undefined) return;
  const seen = new Set<string>();
  let next: Known = 0n;
  for (const member of members) {
    if (member.kind !== 'PropertyMemberAst') continue;
    const { extent, initialValue } = member;
    const key = member.name.toLowerCase();
    if (seen.has(key)) reporter.error(extent, 'MemberAlreadyDefined', member.name);
    seen.add(key);
    const value = initialValue === undefined ? next : valueOf(initialValue, name, surroundings);
    const place = initialValue ?? member;
    if (value === 'computed') reporter.error(place.extent, 'EnumeratorValueMustBeConstant');
    else if (value === 'no number') reporter.error(place.extent, 'CannotConvertValue', typeName);
    else if (value !== 'unknown' && isOutside(value, range)) {
      reporter.error(place.extent, 'EnumeratorValueOutOfBounds', typeName);
    }
    next = after(value);
  }
}

/** A value, or why there is none to check: only the running script can tell it, or it is a fault of its own. */
type Known = bigint | 'out of bounds' | 'unknown';

function isOutside(value: Exclude<Known, 'unknown'>, [low, high]: readonly [bigint, bigint]): boolean {
  return value === 'out of bounds' || value < low || value > high;
}

/** The value of the member after one that has a value; after a fault the next one is out of bounds. */
function after(value: Known | 'computed' | 'no number'): Known {
  if (typeof value === 'bigint') return value + 1n;
  return value === 'unknown' ? 'unknown' : 'out of bounds';
}

const enumeratorRules = { ...classAttributeRules, arrays: false };

function valueOf(
  node: ExpressionAst,
  enumName: string,
  { byName, types }: Surroundings,
): Known | 'computed' | 'no number' {
  const isComputed = (inner: Ast): boolean => isOwnOrMissing(inner, enumName, byName);
  if (!isConstant(node, enumeratorRules, types) || find(node, isComputed, false) !== undefined) return 'computed';
  switch (node.kind) {
    case 'TypeExpressionAst':
      return 'no number';
    case 'StringConstantExpressionAst':
      return /^\s*[-+]?[\d.]/.test(node.value) ? 'unknown' : 'no number';
    case 'ConstantExpressionAst':
      return numberOf(node.value);
    default:
      return 'unknown';
  }
}

function numberOf({ type, value }: ConstantValue): Known {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? BigInt(Math.round(value)) : 'out of bounds';
  return type === 'decimal' && value.scale === 0 ? value.mantissa : 'unknown';
}

/** Whether a node names a member of the enum being defined, or one that another enum of the script does not have. */
function isOwnOrMissing(node: Ast, enumName: string, byName: ReadonlyMap<string, TypeDefinitionAst>): boolean {
  if (node.kind !== 'MemberExpressionAst' || node.expression.kind !== 'TypeExpressionAst') return false;
  const name = node.expression.typeName.fullName.toLowerCase();
  if (name === enumName.toLowerCase()) return true;
  const { member } = node;
  const other = byName.get(name);
  if (other === undefined || member.kind !== 'StringConstantExpressionAst') return false;
  return !other.members.some((item) => item.name.toLowerCase() === member.value.toLowerCase());
}
