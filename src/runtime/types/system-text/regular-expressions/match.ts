import { Regex } from '../../../regex/regex.ts';
import {
  RegexCapture as Capture,
  type RegexCapture,
  RegexCaptureCollection,
  RegexGroup,
  RegexGroupCollection,
  RegexMatch,
  RegexMatchCollection,
} from '../../../regex/regex-match.ts';
import { NetEnumerator } from '../../../values/net-enumerable.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import type { TypedArray } from '../../../values/typed-array.ts';
import { defineType, type MemberTable, type RefSlot, type TypeSpec } from '../../define-type.ts';
import { argumentNull, notSupported, outOfRange } from '../../net-error.ts';

type Text = string | null;

/** System.Text.RegularExpressions.Capture */
export const captureType = defineType({
  name: 'System.Text.RegularExpressions.Capture',
  jsClass: Capture,
  members: {
    'prop Index int get': (self: RegexCapture) => self.index,
    'prop Length int get': (self: RegexCapture) => self.length,
    'prop Value string get': (self: RegexCapture) => self.value,
    'ToString() string': (self: RegexCapture) => self.value,
  },
});

/** System.Text.RegularExpressions.Group */
export const groupType = defineType({
  name: 'System.Text.RegularExpressions.Group',
  base: 'Capture',
  jsClass: RegexGroup,
  members: {
    'prop Captures CaptureCollection get': (self: RegexGroup) => self.captures,
    'prop Name string get': (self: RegexGroup) => self.name,
    'prop Success bool get': (self: RegexGroup) => self.success,
    'static Synchronized(Group inner) Group': (inner: RegexGroup | null) => needed(inner, 'inner'),
  },
});

/** System.Text.RegularExpressions.Match */
export const matchType = defineType({
  name: 'System.Text.RegularExpressions.Match',
  base: 'Group',
  jsClass: RegexMatch,
  members: {
    'static prop Empty Match get': () => RegexMatch.empty(Regex.get('')),
    'prop Groups GroupCollection get': (self: RegexMatch) => self.groups,
    'NextMatch() Match': (self: RegexMatch) => self.nextMatch(),
    'Result(string replacement) string': (self: RegexMatch, replacement: Text) => {
      const text = needed(replacement, 'replacement');
      if (!self.success) throw notSupported('A match that failed has no result.');
      return self.result(text);
    },
    'static Synchronized(Match inner) Match': (inner: RegexMatch | null) => needed(inner, 'inner'),
  },
});

interface Counted<T> extends Iterable<T> {
  readonly count: number;
}

/** What the three collections have in common. */
function collectionMembers(element: string): MemberTable {
  const copy = (self: Counted<PSValue>, array: TypedArray | PSValue[] | null, index: number): void => {
    const target = needed(array, 'array');
    if (index < 0 || index + self.count > target.length) throw outOfRange('arrayIndex');
    let at = index;
    for (const item of self) {
      if (Array.isArray(target)) target[at++] = item;
      else target.set(at++, item);
    }
  };
  return {
    'prop Count int get': (self: Counted<PSValue>) => self.count,
    'prop IsReadOnly bool get': () => true,
    'prop IsSynchronized bool get': () => false,
    'prop SyncRoot object get': (self: PSValue) => self,
    'CopyTo(Array array, int arrayIndex) void': copy,
    [`CopyTo(${element}[] array, int arrayIndex) void`]: copy,
    'GetEnumerator() IEnumerator': (self: Iterable<PSValue>) => new NetEnumerator(() => self[Symbol.iterator]()),
  };
}

function interfacesOf(element: string): string {
  return (
    `ICollection, ICollection<${element}>, IEnumerable, IEnumerable<${element}>, IList, IList<${element}>, ` +
    `IReadOnlyCollection<${element}>, IReadOnlyList<${element}>`
  );
}

/** System.Text.RegularExpressions.CaptureCollection */
export const captureCollectionType = defineType({
  name: 'System.Text.RegularExpressions.CaptureCollection',
  interfaces: interfacesOf('Capture'),
  jsClass: RegexCaptureCollection,
  members: {
    ...collectionMembers('Capture'),
    'prop Item[int] Capture get': (self: RegexCaptureCollection, index: number) => self.at(index) ?? outside(),
  },
});

/** System.Text.RegularExpressions.MatchCollection: matches are looked for as they are needed. */
export const matchCollectionType = defineType({
  name: 'System.Text.RegularExpressions.MatchCollection',
  interfaces: interfacesOf('Match'),
  jsClass: RegexMatchCollection,
  members: {
    ...collectionMembers('Match'),
    'prop Item[int] Match get': (self: RegexMatchCollection, index: number) => self.at(index) ?? outside(),
  },
});

/** System.Text.RegularExpressions.GroupCollection: an index that is no group gives a group without success. */
export const groupCollectionType = defineType({
  name: 'System.Text.RegularExpressions.GroupCollection',
  interfaces: interfacesOf('Group'),
  jsClass: RegexGroupCollection,
  members: {
    ...collectionMembers('Group'),
    'prop Item[int] Group get': (self: RegexGroupCollection, number: number) => self.byNumber(number),
    'prop Item[string] Group get': (self: RegexGroupCollection, name: Text) => self.byName(name ?? ''),
    'prop Keys IEnumerable<string> get': (self: RegexGroupCollection) => [...self.names],
    'prop Values IEnumerable<Group> get': (self: RegexGroupCollection) => [...self],
    'ContainsKey(string key) bool': (self: RegexGroupCollection, name: Text) => self.has(needed(name, 'key')),
    'TryGetValue(string key, ref Group value) bool': (self: RegexGroupCollection, name: Text, slot: RefSlot) => {
      const found = self.has(needed(name, 'key'));
      slot.value = found ? self.byName(name ?? '') : null;
      return found;
    },
  },
});

/** Matches, their groups and captures. */
export const matchTypes: readonly TypeSpec[] = [
  captureType,
  groupType,
  matchType,
  captureCollectionType,
  groupCollectionType,
  matchCollectionType,
];

function outside(): never {
  throw outOfRange('i');
}

/** The argument, or an ArgumentNullException. */
export function needed<T>(value: T | null | undefined, name: string): T {
  if (value === null || value === undefined) throw argumentNull(name);
  return value;
}
