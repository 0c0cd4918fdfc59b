import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type RefSlot } from '../define-type.ts';

const numberOf = (value: PSValue): number => (typeof value === 'number' ? value : 0);
const bigOf = (value: PSValue): bigint => (typeof value === 'bigint' ? value : 0n);

/** Changes a ref int or long and answers the new or the old value. */
function changing(change: (old: bigint, by: bigint) => bigint, answersOld = false) {
  return {
    int: (slot: RefSlot, by = 1): number => {
      const old = numberOf(slot.value);
      const next = Number(BigInt.asIntN(32, change(BigInt(old), BigInt(by))));
      slot.value = next;
      return answersOld ? old : next;
    },
    long: (slot: RefSlot, by = 1n): bigint => {
      const old = bigOf(slot.value);
      const next = BigInt.asIntN(64, change(old, by));
      slot.value = next;
      return answersOld ? old : next;
    },
  };
}

function members(): MemberTable {
  const table: Record<string, MemberTable[string]> = {};
  const ways = {
    Add: changing((a, b) => a + b),
    And: changing((a, b) => a & b, true),
    Or: changing((a, b) => a | b, true),
  };
  for (const [name, way] of Object.entries(ways)) {
    table[`static ${name}(ref int location1, int value) int`] = way.int;
    table[`static ${name}(ref long location1, long value) long`] = way.long;
  }
  const increment = changing((a) => a + 1n);
  const decrement = changing((a) => a - 1n);
  table['static Increment(ref int location) int'] = (slot: RefSlot) => increment.int(slot);
  table['static Increment(ref long location) long'] = (slot: RefSlot) => increment.long(slot);
  table['static Decrement(ref int location) int'] = (slot: RefSlot) => decrement.int(slot);
  table['static Decrement(ref long location) long'] = (slot: RefSlot) => decrement.long(slot);
  for (const type of ['int', 'long', 'object']) {
    table[`static Exchange(ref ${type} location1, ${type} value) ${type}`] = (slot: RefSlot, value) => {
      const old = slot.value;
      slot.value = value;
      return old;
    };
    table[`static CompareExchange(ref ${type} location1, ${type} value, ${type} comparand) ${type}`] = (
      slot: RefSlot,
      value,
      comparand,
    ) => {
      const old = slot.value;
      if (old === comparand) slot.value = value;
      return old;
    };
  }
  table['static Read(ref long location) long'] = (slot: RefSlot) => slot.value;
  table['static MemoryBarrier() void'] = () => undefined;
  return table;
}

/** System.Threading.Interlocked: there is one thread, so plain changes are enough. */
export const interlockedType = defineType({
  name: 'System.Threading.Interlocked',
  isAbstract: true,
  isSealed: true,
  members: members(),
});
