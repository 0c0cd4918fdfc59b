import type {
  ArrayLiteralAst,
  ConstantExpressionAst,
  ConstantValue,
  HashtableAst,
  TypeExpressionAst,
} from '../../parser/index.ts';
import { ErrorRecord } from '../errors/error-record.ts';
import { NetException } from '../errors/net-exception.ts';
import { fail, TerminatingError } from '../errors/terminating-error.ts';
import { BigInteger } from '../values/big-integer.ts';
import { Byte } from '../values/byte.ts';
import { Decimal } from '../values/decimal.ts';
import { toDouble } from '../values/double.ts';
import { Hashtable } from '../values/hashtable.ts';
import { Int16 } from '../values/int16.ts';
import { OrderedDictionary } from '../values/ordered-dictionary.ts';
import { baseOf } from '../values/ps-object.ts';
import type { Eventually, PSValue } from '../values/ps-value.ts';
import { SByte } from '../values/sbyte.ts';
import { UInt16 } from '../values/uint16.ts';
import { UInt32 } from '../values/uint32.ts';
import { UInt64 } from '../values/uint64.ts';
import type { Evaluate } from './closures.ts';
import type { Compile } from './compile-context.ts';
import type { Frame } from './frame.ts';
import { evaluateAll } from './sequence.ts';
import { typeNameReader } from './type-names.ts';

/** The value of a number or boolean as the parser read it. */
export function constantValue(constant: ConstantValue): PSValue {
  switch (constant.type) {
    case 'int':
    case 'bool':
    case 'long':
      return constant.value;
    case 'double':
      return toDouble(constant.value);
    case 'decimal':
      return Decimal.of(constant.value.mantissa, constant.value.scale);
    case 'byte':
      return Byte.of(constant.value);
    case 'sbyte':
      return SByte.of(constant.value);
    case 'short':
      return Int16.of(constant.value);
    case 'ushort':
      return UInt16.of(constant.value);
    case 'uint':
      return UInt32.of(constant.value);
    case 'ulong':
      return UInt64.of(constant.value);
    case 'bigint':
      return BigInteger.of(constant.value);
  }
}

/** A number. */
export function compileConstant(ast: ConstantExpressionAst): Evaluate {
  const value = constantValue(ast.value);
  return () => value;
}

/** `[T]` as a value. */
export function compileTypeExpression(ast: TypeExpressionAst): Evaluate {
  return typeNameReader(ast.typeName);
}

/** `a, b` */
export function compileArrayLiteral(ast: ArrayLiteralAst, c: Compile): Evaluate {
  const elements = ast.elements.map((e) => c.expression(e));
  return (frame) => evaluateAll(frame, elements, true);
}

interface Pair {
  readonly key: Evaluate;
  readonly value: Evaluate;
}

/** `@{ … }`; `ordered` for the one behind `[ordered]`. */
export function compileHashtable(ast: HashtableAst, c: Compile, ordered = false): Evaluate {
  const pairs: Pair[] = ast.keyValuePairs.map((p) => ({ key: c.expression(p.key), value: c.value(p.value) }));
  return (frame) => fill(frame, ordered ? new OrderedDictionary() : new Hashtable(), pairs, 0);
}

type Table = Hashtable | OrderedDictionary;

function fill(frame: Frame, table: Table, pairs: readonly Pair[], start: number): Eventually<Table> {
  for (let i = start; i < pairs.length; i++) {
    const pair = pairs[i];
    if (pair === undefined) break;
    const key = pair.key(frame);
    if (key instanceof Promise) return fillLater(frame, table, pairs, i, key);
    const value = pair.value(frame);
    if (value instanceof Promise) return fillLater(frame, table, pairs, i, key, value);
    put(table, key, value);
  }
  return table;
}

async function fillLater(
  frame: Frame,
  table: Table,
  pairs: readonly Pair[],
  at: number,
  pendingKey: Eventually<PSValue>,
  pendingValue?: Promise<PSValue>,
): Promise<Table> {
  const key = await pendingKey;
  put(table, key, await (pendingValue ?? pairs[at]?.value(frame)));
  return fill(frame, table, pairs, at + 1);
}

function put(table: Table, key: PSValue, value: PSValue): void {
  const base = baseOf(key);
  if (base === null || base === undefined)
    throw fail({ id: 'InvalidNullKey', category: 'InvalidOperation', message: 'A key of a hash literal is $null.' });
  if (!table.add(base, value ?? null)) throw duplicateKey(base);
}

/** The literal's own error for a key that is there already (keys that the parser could not compare). */
function duplicateKey(key: PSValue): TerminatingError {
  const text = `The key '${String(key)}' stands in the hash literal twice.`;
  const exception = new NetException('System.Management.Automation.RuntimeException', text);
  return new TerminatingError(new ErrorRecord(exception, 'DuplicateKeyInHashLiteral', 'InvalidOperation', key));
}
