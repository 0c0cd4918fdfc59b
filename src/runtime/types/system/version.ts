import { Int16 } from '../../values/int16.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { Version } from '../../values/version.ts';
import { defineType, type RefSlot } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { comparisonOperators, orderMembers } from './date-operators.ts';

function parse(text: string | null): Version {
  if (text === null) throw argumentNull('input');
  return Version.parse(text);
}

/** System.Version */
export const versionType = defineType({
  name: 'System.Version',
  jsClass: Version,
  isSealed: true,
  interfaces: 'ICloneable, IComparable, IComparable<Version>, IEquatable<Version>, IFormattable, ISpanFormattable',
  members: {
    'new(int major, int minor, int build, int revision)': (a: number, b: number, c: number, d: number) =>
      Version.create(a, b, c, d),
    'new(int major, int minor, int build)': (a: number, b: number, c: number) => Version.create(a, b, c),
    'new(int major, int minor)': (a: number, b: number) => Version.create(a, b),
    'new(string version)': parse,
    'new()': () => new Version(0, 0),
    'prop Major int get': (v: Version) => v.major,
    'prop Minor int get': (v: Version) => v.minor,
    'prop Build int get': (v: Version) => v.build,
    'prop Revision int get': (v: Version) => v.revision,
    'prop MajorRevision Int16 get': (v: Version) => Int16.of(v.majorRevision),
    'prop MinorRevision Int16 get': (v: Version) => Int16.of(v.minorRevision),
    'Clone() object': (v: Version) => new Version(v.major, v.minor, v.build, v.revision),
    ...orderMembers('Version', (v) => v instanceof Version),
    ...comparisonOperators('Version'),
    'static Parse(string input) Version': parse,
    'ToString() string': (v: Version) => v.toText(),
    'ToString(int fieldCount) string': (v: Version, count: number) => v.toText(count),
    'static TryParse(string input, ref Version result) bool': (text: string | null, slot: RefSlot): PSValue => {
      const found = text === null ? undefined : Version.tryParse(text);
      slot.value = found ?? null;
      return found !== undefined;
    },
  },
});
