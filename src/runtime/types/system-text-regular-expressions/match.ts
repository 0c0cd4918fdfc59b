import {
  RegexCapture,
  RegexGroup,
  RegexGroupCollection,
  RegexMatch,
  RegexMatchCollection,
} from '../../regex/regex-match.ts';
import { NetEnumerable, NetEnumerator } from '../../values/net-enumerable.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type MemberTable, type RefSlot } from '../define-type.ts';
import { argumentNull, badArgument, outOfRange } from '../net-error.ts';
import { lengthOf, writeItems } from '../sequence.ts';
import { emptyMatch } from './regex.ts';

/** System.Text.RegularExpressions.CaptureCollection: all captures of one group. */
export class CaptureCollection extends NetEnumerable {
  readonly items: readonly RegexCapture[];

  constructor(items: readonly RegexCapture[]) {
    super();
    this.items = items;
  }

  override [Symbol.iterator](): Iterator<PSValue> {
    return this.items[Symbol.iterator]();
  }
}

const collections = new WeakMap<RegexGroup, CaptureCollection>();

function capturesOf(group: RegexGroup): CaptureCollection {
  let found = collections.get(group);
  if (!found) {
    // The last capture is the group itself.
    const items = group.success ? [...group.captures.slice(0, -1), group] : [];
    found = new CaptureCollection(items);
    collections.set(group, found);
  }
  return found;
}

/** Members that the three collections share. */
function collectionMembers(element: string, itemsOf: (self: never) => readonly PSValue[]): MemberTable {
  const copy = (self: PSValue, target: PSValue, at: number): void => {
    if (target === null) throw argumentNull('array');
    const items = itemsOf(self as never);
    if (at < 0) throw outOfRange('arrayIndex');
    if (at + items.length > lengthOf(target)) throw badArgument('The destination is too short.');
    writeItems(target, items, at);
  };
  return {
    'prop Count int get': (self) => itemsOf(self as never).length,
    'prop IsReadOnly bool get': () => true,
    'prop IsSynchronized bool get': () => false,
    'prop SyncRoot object get': (self) => self,
    [`prop Item[int] ${element} get`]: (self, index: number) => {
      const found = itemsOf(self as never)[index];
      if (found === undefined) throw outOfRange('i', 'There is no element with this index.');
      return found;
    },
    'CopyTo(Array array, int arrayIndex) void': copy,
    [`CopyTo(${element}[] array, int arrayIndex) void`]: copy,
    'GetEnumerator() IEnumerator': (self) => {
      const items = itemsOf(self as never);
      return new NetEnumerator(() => items[Symbol.iterator]());
    },
  };
}

function interfacesFor(element: string): string {
  return `IList<${element}>, ICollection<${element}>, IEnumerable<${element}>, IReadOnlyList<${element}>, IReadOnlyCollection<${element}>, IList, ICollection, IEnumerable`;
}

const namespace = 'System.Text.RegularExpressions';

/** The types of what a match found. */
export const matchTypes = [
  defineType({
    name: `${namespace}.Capture`,
    jsClass: RegexCapture,
    members: {
      'prop Index int get': (self: RegexCapture) => self.index,
      'prop Length int get': (self: RegexCapture) => self.length,
      'prop Value string get': (self: RegexCapture) => self.value,
      'prop ValueSpan object get': () => null,
      'ToString() string': (self: RegexCapture) => self.value,
    },
  }),
  defineType({
    name: `${namespace}.Group`,
    base: 'Capture',
    jsClass: RegexGroup,
    members: {
      'prop Success bool get': (self: RegexGroup) => self.success,
      'prop Name string get': (self: RegexGroup) => self.name,
      'prop Captures CaptureCollection get': capturesOf,
      'static Synchronized(Group inner) Group': (group) => group,
    },
  }),
  defineType({
    name: `${namespace}.Match`,
    base: 'Group',
    jsClass: RegexMatch,
    members: {
      'static prop Empty Match get': () => emptyMatch(),
      'prop Groups GroupCollection get': (self: RegexMatch) => self.groups,
      'NextMatch() Match': (self: RegexMatch) => self.nextMatch(),
      'Result(string replacement) string': (self: RegexMatch, text: string | null) => {
        if (text === null) throw argumentNull('replacement');
        return self.result(text);
      },
      'static Synchronized(Match inner) Match': (match) => match,
    },
  }),
  defineType({
    name: `${namespace}.MatchCollection`,
    jsClass: RegexMatchCollection,
    interfaces: interfacesFor('Match'),
    members: {
      ...collectionMembers('Match', (self: RegexMatchCollection) => [...self]),
      'prop Count int get': (self: RegexMatchCollection) => self.count,
      'prop Item[int] Match get': (self: RegexMatchCollection, index: number) => {
        const found = index < 0 ? undefined : self.at(index);
        if (found === undefined) throw outOfRange('i', 'There is no match with this index.');
        return found;
      },
    },
  }),
  defineType({
    name: `${namespace}.GroupCollection`,
    jsClass: RegexGroupCollection,
    interfaces: interfacesFor('Group'),
    members: {
      ...collectionMembers('Group', (self: RegexGroupCollection) => [...self]),
      'prop Item[int] Group get': (self: RegexGroupCollection, number: number) => self.byNumber(number),
      'prop Item[string] Group get': (self: RegexGroupCollection, name: string) => self.byName(name),
      'prop Keys IEnumerable<string> get': (self: RegexGroupCollection) => [...self.names],
      'prop Values IEnumerable<Group> get': (self: RegexGroupCollection) => [...self],
      'ContainsKey(string key) bool': (self: RegexGroupCollection, name: string) => self.has(name),
      'TryGetValue(string key, ref Group value) bool': (self: RegexGroupCollection, name: string, slot: RefSlot) => {
        slot.value = self.byName(name);
        return self.has(name);
      },
    },
  }),
  defineType({
    name: `${namespace}.CaptureCollection`,
    jsClass: CaptureCollection,
    interfaces: interfacesFor('Capture'),
    members: collectionMembers('Capture', (self: CaptureCollection) => self.items),
  }),
];
