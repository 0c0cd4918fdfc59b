import type { EngineContext } from '../engine.ts';
import { NetException } from '../errors/net-exception.ts';
import { compareText } from '../text/text-comparison.ts';
import { MethodGroup } from '../types/member.ts';
import { membersOf } from '../types/members-of.ts';
import { typeOf } from '../types/type-of.ts';
import { Char } from '../values/char.ts';
import { DateTime } from '../values/date-time.ts';
import { EnumValue } from '../values/enum-value.ts';
import { ordinalKey } from '../values/equality-key.ts';
import { NetObject } from '../values/net-object.ts';
import { baseOf } from '../values/ps-object.ts';
import { isPending, type PSValue } from '../values/ps-value.ts';

/** `Object.Equals(a, b)`: numbers of different types differ, strings by code unit; script classes may override it. */
export function netEquals(engine: EngineContext, a: PSValue, b: PSValue): boolean {
  const [x, y] = [baseOf(a) ?? null, baseOf(b) ?? null];
  if (x === y) return true;
  if (x === null || y === null) return false;
  if (x instanceof NetObject && x.netType?.scriptClass) {
    const group = membersOf(x.netType).find('Equals', false);
    const own =
      group instanceof MethodGroup ? group.overloads.find((o) => o.isScript && o.parameters.length === 1) : undefined;
    const answer = own?.invoke(engine, x, [y]);
    if (typeof answer === 'boolean') return answer;
  }
  return ordinalKey(x) === ordinalKey(y) && typeOf(x) === typeOf(y);
}

/** `Comparer.Default.Compare(a, b)`: null first; throws what .NET throws for values without order. */
export function netCompare(engine: EngineContext, a: PSValue, b: PSValue): number {
  const [x, y] = [baseOf(a) ?? null, baseOf(b) ?? null];
  if (x === y) return 0;
  if (x === null) return -1;
  if (y === null) return 1;
  if (typeof x === 'string' && typeof y === 'string') return compareText(x, y, false);
  if (typeof x === 'number' && typeof y === 'number') return order(x, y);
  if (typeof x === 'bigint' && typeof y === 'bigint') return order(x, y);
  if (x instanceof DateTime && y instanceof DateTime) return order(x.day, y.day) || order(x.tickOfDay, y.tickOfDay);
  if (x instanceof Char && y instanceof Char) return x.code - y.code;
  if (x instanceof EnumValue && y instanceof EnumValue && x.netType === y.netType) return order(x.value, y.value);
  return byMethod(engine, x, y);
}

function order(a: number | bigint, b: number | bigint): number {
  if (a < b) return -1;
  if (a > b) return 1;
  if (a === b) return 0;
  return Number.isNaN(a) ? (Number.isNaN(b) ? 0 : -1) : 1;
}

/** IComparable: the value's own CompareTo. */
function byMethod(engine: EngineContext, x: PSValue, y: PSValue): number {
  const group = membersOf(typeOf(x)).find('CompareTo', false);
  if (group instanceof MethodGroup) {
    const type = typeOf(y);
    const fits = group.overloads.find((o) => o.parameters.length === 1 && o.parameters[0]?.type === type);
    const chosen =
      fits ?? group.overloads.find((o) => o.parameters.length === 1 && o.parameters[0]?.type.isAssignableFrom(type));
    const answer = chosen?.invoke(engine, x, [y]);
    if (typeof answer === 'number' && !isPending(answer)) return answer;
  }
  throw new NetException(
    'System.InvalidOperationException',
    `Values of type ${typeOf(x)} and ${typeOf(y)} have no order.`,
    new NetException('System.ArgumentException', 'At least one of the objects must implement IComparable.'),
  );
}
