import {
  type Ast,
  type ConstantValue,
  type FunctionMemberAst,
  isRethrow,
  type PropertyMemberAst,
  parentOf,
  type TypeName,
} from '../../../parser/index.ts';
import type { EngineContext } from '../../engine.ts';
import { BigInteger } from '../../values/big-integer.ts';
import { Byte } from '../../values/byte.ts';
import { Decimal } from '../../values/decimal.ts';
import { toDouble } from '../../values/double.ts';
import { Hashtable } from '../../values/hashtable.ts';
import { Int16 } from '../../values/int16.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { SByte } from '../../values/sbyte.ts';
import { UInt16 } from '../../values/uint16.ts';
import { UInt32 } from '../../values/uint32.ts';
import { UInt64 } from '../../values/uint64.ts';
import { coreTypes } from '../core-types.ts';
import { typeOf } from '../type-of.ts';
import { typeSystemOf } from '../type-system.ts';

type Getter = (this: EngineContext, node: never) => PSValue;
type Of<K extends Ast['kind']> = Extract<Ast, { readonly kind: K }>;

const small: Readonly<Record<string, (n: number) => PSValue>> = {
  byte: Byte.of,
  sbyte: SByte.of,
  short: Int16.of,
  ushort: UInt16.of,
  uint: UInt32.of,
  int: (n) => n,
  double: toDouble,
};

/** A number of the parser as a value. */
export function constantValue(constant: ConstantValue): PSValue {
  switch (constant.type) {
    case 'long':
    case 'bool':
      return constant.value;
    case 'ulong':
      return UInt64.of(constant.value);
    case 'bigint':
      return BigInteger.of(constant.value);
    case 'decimal':
      return Decimal.of(constant.value.mantissa, constant.value.scale);
    default:
      return small[constant.type]?.(constant.value) ?? constant.value;
  }
}

/** The type a type name means where the engine runs now. */
export function reflectionType(engine: EngineContext, name: TypeName): PSValue {
  return typeSystemOf(engine).findType(name.fullName) ?? null;
}

const comparisons =
  /^[CI](eq|ne|ge|gt|lt|le|like|notlike|match|notmatch|contains|notcontains|in|notin)$|^(Is|IsNot|And|Or|Xor)$/;

function staticType(engine: EngineContext, node: Ast): PSValue {
  const core = coreTypes();
  switch (node.kind) {
    case 'ConstantExpressionAst':
      return typeOf(constantValue(node.value));
    case 'StringConstantExpressionAst':
    case 'ExpandableStringExpressionAst':
      return core.string;
    case 'ArrayLiteralAst':
    case 'ArrayExpressionAst':
      return core.objectArray;
    case 'HashtableAst':
      return core.hashtable;
    case 'ScriptBlockExpressionAst':
      return core.scriptBlock;
    case 'TypeExpressionAst':
      return core.type;
    case 'ConvertExpressionAst':
      return reflectionType(engine, node.type.typeName) ?? core.object;
    case 'BinaryExpressionAst':
      return comparisons.test(node.operator) ? core.boolean : core.object;
    case 'UnaryExpressionAst':
      return /^(Not|Exclaim)$/.test(node.tokenKind) ? core.boolean : core.object;
    default:
      return core.object;
  }
}

function parameterType(engine: EngineContext, node: Of<'ParameterAst'>): PSValue {
  const constraint = node.attributes.find((a) => a.kind === 'TypeConstraintAst');
  return (constraint && reflectionType(engine, constraint.typeName)) ?? coreTypes().object;
}

function memberAttributes(node: FunctionMemberAst | PropertyMemberAst): string {
  const names = ['Public'];
  if (node.isStatic) names.push('Static');
  if (node.isHidden) names.push('Hidden');
  if (node.kind === 'PropertyMemberAst' && node.isLiteral) names.push('Literal');
  return names.join(', ');
}

function errorFlags(node: Of<'ErrorStatementAst'>): PSValue {
  return node.flags.length === 0 ? null : Hashtable.from(node.flags.map((f) => [f.name, f.argument ?? null]));
}

/** Properties that are more than a field of the parser's node, by `Class.Property`. */
export const specialProperties: Readonly<Record<string, Getter>> = {
  'Ast.Parent': (node: Ast) => parentOf(node) ?? null,
  'ParameterAst.StaticType'(node: Of<'ParameterAst'>) {
    return parameterType(this, node);
  },
  'ExpressionAst.StaticType'(node: Ast) {
    return staticType(this, node);
  },
  'CatchClauseAst.IsCatchAll': (node: Of<'CatchClauseAst'>) => node.catchTypes.length === 0,
  'FunctionMemberAst.Body': (node: FunctionMemberAst) => node.functionDefinition.body,
  'FunctionMemberAst.Parameters': (node: FunctionMemberAst) => [...(node.functionDefinition.parameters ?? [])],
  'FunctionMemberAst.IsPrivate': () => false,
  'FunctionMemberAst.IsPublic': () => true,
  'FunctionMemberAst.MethodAttributes': memberAttributes,
  'PropertyMemberAst.IsPrivate': () => false,
  'PropertyMemberAst.IsPublic': () => true,
  'PropertyMemberAst.PropertyAttributes': memberAttributes,
  'BlockStatementAst.Kind': (node: Of<'BlockStatementAst'>) => node.keyword,
  'CommandAst.DefiningKeyword': () => null,
  'ErrorStatementAst.Kind': (node: Of<'ErrorStatementAst'>) => node.keyword ?? null,
  'ErrorStatementAst.Flags': errorFlags,
  'ThrowStatementAst.IsRethrow': (node: Of<'ThrowStatementAst'>) => isRethrow(node),
  'SwitchStatementAst.Flags': (node: Of<'SwitchStatementAst'>) => node.flags.join(', ') || 'None',
  'TypeDefinitionAst.IsClass': (node: Of<'TypeDefinitionAst'>) => node.typeAttributes === 'Class',
  'TypeDefinitionAst.IsEnum': (node: Of<'TypeDefinitionAst'>) => node.typeAttributes === 'Enum',
  'TypeDefinitionAst.IsInterface': (node: Of<'TypeDefinitionAst'>) => node.typeAttributes === 'Interface',
  'ConstantExpressionAst.Value': (node: Of<'ConstantExpressionAst'>) => constantValue(node.value),
};
