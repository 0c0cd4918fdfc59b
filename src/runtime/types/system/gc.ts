import { TimeSpan } from '../../values/time-span.ts';
import { defineType, type MemberTable, withTypes } from '../define-type.ts';
import { makeArray } from '../make-array.ts';

const nothing = (): undefined => undefined;

/** Calls that ask for a collection or talk about one; the host collects as it likes. */
const quiet: MemberTable = Object.fromEntries(
  [
    'AddMemoryPressure(long bytesAllocated)',
    'Collect(int generation)',
    'Collect()',
    'Collect(int generation, GCCollectionMode mode)',
    'Collect(int generation, GCCollectionMode mode, bool blocking)',
    'Collect(int generation, GCCollectionMode mode, bool blocking, bool compacting)',
    'KeepAlive(object obj)',
    'RemoveMemoryPressure(long bytesAllocated)',
    'ReRegisterForFinalize(object obj)',
    'SuppressFinalize(object obj)',
    'WaitForPendingFinalizers()',
  ].map((signature) => [`static ${signature} void`, nothing]),
);

/** System.GC */
export const gcType = defineType({
  name: 'System.GC',
  isAbstract: true,
  isSealed: true,
  members: {
    'static prop MaxGeneration int get': () => 2,
    ...quiet,
    'static AllocateArray<T>(int length, bool pinned = False) T[]': withTypes((types) => (length: number) => {
      const element = types.get('T');
      return element ? makeArray(element, [length]) : [];
    }),
    'static CollectionCount(int generation) int': () => 0,
    'static GetAllocatedBytesForCurrentThread() long': () => 0n,
    'static GetGeneration(object obj) int': () => 0,
    'static GetTotalAllocatedBytes(bool precise = False) long': () => 0n,
    'static GetTotalMemory(bool forceFullCollection) long': () => 0n,
    'static GetTotalPauseDuration() TimeSpan': () => TimeSpan.zero,
  },
});
