import type { EngineContext } from '../../engine.ts';
import { NetTuple } from '../../values/net-tuple.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type TypeSpec, withTypes } from '../define-type.ts';
import { typeSystemOf } from '../type-system.ts';
import { typeTable } from '../type-table.ts';

/** What a tuple holds, the row behind its eighth place included. */
function allItems({ items }: NetTuple): PSValue[] {
  const last = items[7];
  return last instanceof NetTuple ? [...items.slice(0, 7), ...allItems(last)] : [...items];
}

function text(engine: EngineContext, self: NetTuple): string {
  const types = typeSystemOf(engine);
  return `(${allItems(self)
    .map((item) => types.netText(item))
    .join(', ')})`;
}

function compare(engine: EngineContext, a: NetTuple, b: NetTuple): number {
  const types = typeSystemOf(engine);
  const others = allItems(b);
  for (const [i, item] of allItems(a).entries()) {
    const order = types.compare(item, others[i]);
    if (order !== 0) return order;
  }
  return 0;
}

function equal(engine: EngineContext, a: NetTuple, b: PSValue): boolean {
  if (!(b instanceof NetTuple) || a.isValueTuple !== b.isValueTuple || a.netType !== b.netType) return false;
  const types = typeSystemOf(engine);
  const others = allItems(b);
  return allItems(a).every((item, i) => types.equals(item, others[i]));
}

const sharedMembers: MemberTable = {
  'Equals(object obj) bool'(self: NetTuple, other) {
    return equal(this, self, other);
  },
  'prop Length int get': (self: NetTuple) => allItems(self).length,
  'ToString() string'(self: NetTuple) {
    return text(this, self);
  },
};

/** Type parameters as .NET names them: the eighth is the row that goes on. */
function parameterNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => (i === 7 ? 'TRest' : `T${i + 1}`));
}

function tupleType(count: number, isValue: boolean): TypeSpec {
  const names = parameterNames(count);
  const generic = `<${names.join(', ')}>`;
  const members: Record<string, MemberTable[string]> = {};
  const parameters = names.map((name, i) => `${name} ${i === 7 ? 'rest' : `item${i + 1}`}`).join(', ');
  members[`new(${parameters})`] = (...items: PSValue[]) => new NetTuple(items, isValue);
  names.forEach((name, i) => {
    const property = i === 7 ? 'Rest' : `Item${i + 1}`;
    const get = (self: NetTuple): PSValue => self.items[i];
    if (!isValue) members[`prop ${property} ${name} get`] = get;
    else {
      members[`field ${property} ${name} set`] = {
        get,
        set: (self: NetTuple, value: PSValue) => {
          self.items[i] = value;
        },
      };
    }
  });
  const name = isValue ? 'ValueTuple' : 'Tuple';
  if (isValue) {
    members[`CompareTo(${name}${generic} other) int`] = function (this: EngineContext, self: NetTuple, other) {
      return other instanceof NetTuple ? compare(this, self, other) : 1;
    };
  }
  return defineType({
    name: `System.${name}${generic}`,
    ...(isValue ? { kind: 'struct' } : {}),
    interfaces:
      'System.Collections.IStructuralEquatable, System.Collections.IStructuralComparable, IComparable, System.Runtime.CompilerServices.ITuple',
    members: { ...sharedMembers, ...members },
  });
}

/** `Tuple.Create` and `ValueTuple.Create` for 1 to 8 items; the eighth becomes a row of its own. */
function factory(name: 'Tuple' | 'ValueTuple'): MemberTable {
  const made: Record<string, MemberTable[string]> = {};
  const isValue = name === 'ValueTuple';
  for (let count = 1; count <= 8; count++) {
    const names = Array.from({ length: count }, (_, i) => `T${i + 1}`);
    const parameters = names.map((n, i) => `${n} item${i + 1}`).join(', ');
    const result = count < 8 ? names.join(', ') : `${names.slice(0, 7).join(', ')}, ${name}<T8>`;
    made[`static Create<${names.join(', ')}>(${parameters}) ${name}<${result}>`] = withTypes((types) => (...items) => {
      if (count < 8) return new NetTuple(items, isValue);
      const rest = new NetTuple(items.slice(7), isValue);
      const last = types.get('T8');
      const table = typeTable();
      if (last) rest.netType = table.instantiate(table.get(`System.${name}\`1`), [last]);
      return new NetTuple([...items.slice(0, 7), rest], isValue);
    });
  }
  return made;
}

/** Tuple and ValueTuple with 1 to 8 items, and the static classes that make them. */
export const tupleTypes: readonly TypeSpec[] = [
  ...[1, 2, 3, 4, 5, 6, 7, 8].flatMap((count) => [tupleType(count, false), tupleType(count, true)]),
  defineType({ name: 'System.Tuple', isAbstract: true, isSealed: true, members: factory('Tuple') }),
  defineType({
    name: 'System.ValueTuple',
    kind: 'struct',
    jsClass: NetTuple,
    members: { ...factory('ValueTuple'), 'static Create() ValueTuple': () => new NetTuple([], true) },
    defaultValue: () => new NetTuple([], true),
  }),
];
