import { NetException } from '../../errors/net-exception.ts';
import { NetObject } from '../../values/net-object.ts';
import { defineType, type MemberTable } from '../define-type.ts';

type Way = 'Read' | 'Write' | 'UpgradeableRead';

/** System.Threading.ReaderWriterLockSlim for the one thread there is: nothing blocks, wrong orders are refused. */
class ReaderWriterLockSlim extends NetObject {
  readonly allowsRecursion: boolean;
  readonly held: Record<Way, number> = { Read: 0, Write: 0, UpgradeableRead: 0 };

  constructor(allowsRecursion: boolean) {
    super();
    this.allowsRecursion = allowsRecursion;
  }

  enter(way: Way): void {
    const { held } = this;
    const isUpgrade = way !== 'UpgradeableRead' && held.UpgradeableRead > 0 && held[way] === 0;
    const isHeld = held.Read + held.Write + held.UpgradeableRead > 0;
    const isWrongOrder = held.Read > 0 && way !== 'Read' && held.UpgradeableRead === 0;
    if (isWrongOrder || (isHeld && !isUpgrade && !this.allowsRecursion))
      throw new NetException('System.Threading.LockRecursionException', 'The lock is held already.');
    held[way]++;
  }

  exit(way: Way): void {
    if (this.held[way] === 0)
      throw new NetException('System.Threading.SynchronizationLockException', 'The lock is not held.');
    this.held[way]--;
  }
}

function ways(): MemberTable {
  const members: Record<string, MemberTable[string]> = {};
  for (const way of ['Read', 'Write', 'UpgradeableRead'] as const) {
    const enter = (self: ReaderWriterLockSlim): boolean => {
      self.enter(way);
      return true;
    };
    members[`prop Is${way}LockHeld bool get`] = (self: ReaderWriterLockSlim) => self.held[way] > 0;
    members[`Enter${way}Lock() void`] = (self: ReaderWriterLockSlim) => self.enter(way);
    members[`Exit${way}Lock() void`] = (self: ReaderWriterLockSlim) => self.exit(way);
    members[`TryEnter${way}Lock(int millisecondsTimeout) bool`] = enter;
    members[`TryEnter${way}Lock(TimeSpan timeout) bool`] = enter;
    members[`prop Waiting${way === 'UpgradeableRead' ? 'Upgrade' : way}Count int get`] = () => 0;
  }
  return members;
}

/** System.Threading.ReaderWriterLockSlim */
export const readerWriterLockType = defineType({
  name: 'System.Threading.ReaderWriterLockSlim',
  interfaces: 'IDisposable',
  jsClass: ReaderWriterLockSlim,
  members: {
    'new()': () => new ReaderWriterLockSlim(false),
    'new(LockRecursionPolicy recursionPolicy)': (policy: { value: number | bigint }) =>
      new ReaderWriterLockSlim(Number(policy.value) === 1),
    ...ways(),
    'prop CurrentReadCount int get': (self: ReaderWriterLockSlim) => self.held.Read,
    'prop RecursionPolicy LockRecursionPolicy get': (self: ReaderWriterLockSlim) => (self.allowsRecursion ? 1 : 0),
    'Dispose() void': () => undefined,
  },
});
