import { SemanticVersion } from '../../values/semantic-version.ts';
import type { Version } from '../../values/version.ts';
import { defineType, type RefSlot } from '../define-type.ts';
import { argumentNull } from '../net-error.ts';
import { comparisonOperators, orderMembers } from '../system/date-operators.ts';

type Text = string | null;

function parse(text: Text): SemanticVersion {
  if (text === null) throw argumentNull('version');
  return SemanticVersion.parse(text);
}

/** System.Management.Automation.SemanticVersion */
export const semanticVersionType = defineType({
  name: 'System.Management.Automation.SemanticVersion',
  jsClass: SemanticVersion,
  isSealed: true,
  interfaces: 'IComparable, IComparable<SemanticVersion>, IEquatable<SemanticVersion>',
  members: {
    'new(string version)': parse,
    'new(int major, int minor, int patch, string preReleaseLabel, string buildLabel)': (
      major: number,
      minor: number,
      patch: number,
      pre: Text,
      build: Text,
    ) => SemanticVersion.create(major, minor, patch, pre ?? '', build ?? ''),
    'new(int major, int minor, int patch, string label)': (major: number, minor: number, patch: number, label: Text) =>
      SemanticVersion.createWithLabel(major, minor, patch, label ?? ''),
    'new(int major, int minor, int patch)': (major: number, minor: number, patch: number) =>
      SemanticVersion.create(major, minor, patch),
    'new(int major, int minor)': (major: number, minor: number) => SemanticVersion.create(major, minor),
    'new(int major)': (major: number) => SemanticVersion.create(major),
    'new(Version version)': (version: Version | null) => {
      if (!version) throw argumentNull('version');
      return SemanticVersion.fromVersion(version);
    },
    'prop Major int get': (v: SemanticVersion) => v.major,
    'prop Minor int get': (v: SemanticVersion) => v.minor,
    'prop Patch int get': (v: SemanticVersion) => v.patch,
    'prop PreReleaseLabel string get': (v: SemanticVersion) => v.preReleaseLabel,
    'prop BuildLabel string get': (v: SemanticVersion) => v.buildLabel,
    'static Compare(SemanticVersion versionA, SemanticVersion versionB) int': (
      a: SemanticVersion | null,
      b: SemanticVersion | null,
    ) => (a && b ? Math.sign(a.compareTo(b)) : Number(a !== null) - Number(b !== null)),
    ...orderMembers('SemanticVersion', (v) => v instanceof SemanticVersion),
    ...comparisonOperators('SemanticVersion'),
    'static Parse(string version) SemanticVersion': parse,
    'ToString() string': (v: SemanticVersion) => v.toText(),
    'static TryParse(string version, ref SemanticVersion result) bool': (text: Text, slot: RefSlot) => {
      const found = text === null ? undefined : SemanticVersion.tryParse(text);
      slot.value = found ?? null;
      return found !== undefined;
    },
  },
  casts: {
    'implicit SemanticVersion -> Version': (v: SemanticVersion) => v.toVersion(),
  },
});
