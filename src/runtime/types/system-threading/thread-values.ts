import type { EngineContext } from '../../engine.ts';
import type { NetDelegate } from '../../values/net-delegate.ts';
import { NetObject } from '../../values/net-object.ts';
import { andThen, type Eventually, type PSValue } from '../../values/ps-value.ts';
import { defaultOf } from '../default-value.ts';
import { defineType, type MemberTable, type PropertyFunctions, type RefSlot } from '../define-type.ts';

/** ThreadLocal<T> and AsyncLocal<T>: with one thread, one value. */
class LocalValue extends NetObject {
  readonly make: (() => Eventually<PSValue>) | undefined;
  value: PSValue = undefined;
  isCreated = false;

  constructor(make?: () => Eventually<PSValue>) {
    super();
    this.make = make;
  }

  set(value: PSValue): void {
    this.value = value;
    this.isCreated = true;
  }
}

const value: PropertyFunctions = {
  get: (self: LocalValue) => {
    if (self.isCreated) return self.value;
    const type = self.netType?.genericArguments[0];
    return andThen(self.make ? self.make() : type ? defaultOf(type) : null, (first) => {
      self.set(first);
      return first;
    });
  },
  set: (self: LocalValue, given: PSValue) => self.set(given),
};

function volatileMembers(): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const type of ['bool', 'byte', 'double', 'short', 'int', 'long', 'float', 'object']) {
    members[`static Read(ref ${type} location) ${type}`] = (slot: RefSlot) => slot.value;
    members[`static Write(ref ${type} location, ${type} value) void`] = (slot: RefSlot, given: PSValue) => {
      slot.value = given;
    };
  }
  return members;
}

/** The numbers of ThreadPool: it has the processors' count as its minimum, and nothing runs in it. */
function poolMembers(): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const name of ['Min', 'Max', 'Available'])
    members[`static Get${name}Threads(ref int workerThreads, ref int completionPortThreads) void`] = function (
      this: EngineContext,
      workers: RefSlot,
      ports: RefSlot,
    ) {
      workers.value = name === 'Min' ? this.platform.processorCount : 32_767;
      ports.value = name === 'Min' ? 1 : 1000;
    };
  for (const name of ['Min', 'Max'])
    members[`static Set${name}Threads(int workerThreads, int completionPortThreads) bool`] = () => true;
  return members;
}

/** Values of a thread, ThreadPool's numbers, and System.Threading.Volatile. */
export const threadValueTypes = [
  defineType({
    name: 'System.Threading.ThreadLocal<T>',
    interfaces: 'IDisposable',
    jsClass: LocalValue,
    members: {
      'new()': () => new LocalValue(),
      'new(Func<T> valueFactory)': (make: NetDelegate) => new LocalValue(() => make.invoke([])),
      'prop IsValueCreated bool get': (self: LocalValue) => self.isCreated,
      'prop Value T get set': value,
      'Dispose() void': () => undefined,
    },
  }),
  defineType({
    name: 'System.Threading.AsyncLocal<T>',
    members: { 'new()': () => new LocalValue(), 'prop Value T get set': value },
  }),
  defineType({ name: 'System.Threading.ThreadPool', isAbstract: true, isSealed: true, members: poolMembers() }),
  defineType({ name: 'System.Threading.Volatile', isAbstract: true, isSealed: true, members: volatileMembers() }),
];
