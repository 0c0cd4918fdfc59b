import type { EngineContext } from '../../engine.ts';
import { NetObject } from '../../values/net-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { TypedArray } from '../../values/typed-array.ts';
import { defineType } from '../define-type.ts';
import { argumentNull, badArgument } from '../net-error.ts';

class WeakReference extends NetObject {
  target: PSValue;

  constructor(target: PSValue) {
    super();
    this.target = target;
  }
}

class AppDomain extends NetObject {}

const domain = new AppDomain();

function installFolder(engine: EngineContext): string {
  return `${engine.platform.installDirectory.replace(/\/$/, '')}/`;
}

/** Sizes of the elements of arrays that Buffer can copy. */
const elementSizes: Readonly<Record<string, number>> = {
  Boolean: 1,
  Byte: 1,
  SByte: 1,
  Char: 2,
  Int16: 2,
  UInt16: 2,
  Int32: 4,
  UInt32: 4,
  Single: 4,
  Int64: 8,
  UInt64: 8,
  Double: 8,
};

function byteLength(array: PSValue): number {
  const size = array instanceof TypedArray ? elementSizes[array.elementType.name] : undefined;
  if (size === undefined || !(array instanceof TypedArray)) {
    throw badArgument('The array must be of a primitive type.', 'array');
  }
  return size * array.length;
}

function blockCopy(source: PSValue, from: number, target: PSValue, to: number, count: number): void {
  if (!source) throw argumentNull('src');
  if (!target) throw argumentNull('dst');
  const [size, other] = [byteLength(source) / lengthOf(source), byteLength(target) / lengthOf(target)];
  if (from < 0 || to < 0 || count < 0 || from + count > byteLength(source) || to + count > byteLength(target)) {
    throw badArgument('The piece goes beyond the end of an array.');
  }
  if (!(source instanceof TypedArray) || !(target instanceof TypedArray)) return;
  if (source.bytes && target.bytes) {
    target.bytes.set(source.bytes.slice(from, from + count), to);
    return;
  }
  if (size !== other || from % size || to % size || count % size) {
    throw badArgument('Arrays of different element types cannot be copied by bytes here.');
  }
  const items = Array.from({ length: count / size }, (_, i) => source.get(from / size + i));
  for (const [i, item] of items.entries()) target.set(to / size + i, item);
}

const lengthOf = (array: PSValue): number => (array instanceof TypedArray ? Math.max(array.length, 1) : 1);

/** Small types of System that need no file of their own. */
export const smallTypes = [
  defineType({ name: 'System.MarshalByRefObject', isAbstract: true }),
  defineType({
    name: 'System.WeakReference',
    jsClass: WeakReference,
    members: {
      'new(object target)': (target) => new WeakReference(target),
      'new(object target, bool trackResurrection)': (target) => new WeakReference(target),
      'prop IsAlive bool get': (self: WeakReference) => self.target !== null,
      'prop Target object get set': {
        get: (self: WeakReference) => self.target,
        set: (self: WeakReference, target) => {
          self.target = target;
        },
      },
      'prop TrackResurrection bool get': () => false,
    },
  }),
  defineType({
    name: 'System.AppDomain',
    base: 'System.MarshalByRefObject',
    jsClass: AppDomain,
    isSealed: true,
    members: {
      'static prop CurrentDomain AppDomain get': () => domain,
      'prop BaseDirectory string get'() {
        return installFolder(this);
      },
      'prop FriendlyName string get': () => 'nacre',
      'prop Id int get': () => 1,
      'prop IsFullyTrusted bool get': () => true,
      'GetAssemblies() Assembly[]': () => [],
      'IsDefaultAppDomain() bool': () => true,
      'ToString() string': () => 'Name:nacre',
    },
  }),
  defineType({
    name: 'System.AppContext',
    isAbstract: true,
    isSealed: true,
    members: {
      'static prop BaseDirectory string get'() {
        return installFolder(this);
      },
      'static prop TargetFrameworkName string get': () => '.NETCoreApp,Version=v10.0',
    },
  }),
  defineType({
    name: 'System.Buffer',
    isAbstract: true,
    isSealed: true,
    members: {
      'static BlockCopy(Array src, int srcOffset, Array dst, int dstOffset, int count) void': blockCopy,
      'static ByteLength(Array array) int': byteLength,
    },
  }),
];
