import { GroupInfo } from '../../values/group-info.ts';
import { GenericMeasureInfo, TextMeasureInfo } from '../../values/measure-info.ts';
import { MemberDefinition } from '../../values/member-definition.ts';
import type { PSMemberKind } from '../../values/ps-member.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { defineType, type PropertyFunctions, type TypeSpec } from '../define-type.ts';

const assembly = 'Microsoft.PowerShell.Commands.Utility';
const named = (name: string): string => `Microsoft.PowerShell.Commands.${name}`;

const groupInfo = defineType({
  name: named('GroupInfo'),
  jsClass: GroupInfo,
  typeNameOf: (value: GroupInfo) => named(value.noElement ? 'GroupInfoNoElement' : 'GroupInfo'),
  assembly,
  members: {
    'prop Values System.Collections.ArrayList get': (self: GroupInfo) => self.values,
    'prop Count int get': (self: GroupInfo) => self.count,
    'prop Group System.Collections.ObjectModel.Collection<PSObject> get': (self: GroupInfo) => self.group,
    'prop Name string get': (self: GroupInfo) => self.name,
  },
});

const groupInfoNoElement = defineType({
  name: named('GroupInfoNoElement'),
  base: named('GroupInfo'),
  isSealed: true,
  assembly,
});

type Statistic = 'average' | 'sum' | 'maximum' | 'minimum' | 'standardDeviation';

const statistic = (field: Statistic): PropertyFunctions => ({
  get: (self: GenericMeasureInfo) => self[field],
  set: (self: GenericMeasureInfo, value: PSValue) => {
    self[field] = value ?? null;
  },
});

const measured = <K extends string>(field: K) => ({
  get: (self: Record<K, PSValue>) => self[field],
  set: (self: Record<K, PSValue>, value: PSValue) => {
    self[field] = value ?? null;
  },
});

const measureInfo = defineType({
  name: named('MeasureInfo'),
  isAbstract: true,
  assembly,
  members: { 'prop Property string get set': measured('property') },
});

const genericMembers = {
  'prop Count int get set': measured('count'),
  'prop Average System.Nullable<double> get set': statistic('average'),
  'prop Sum System.Nullable<double> get set': statistic('sum'),
  'prop Maximum object get set': statistic('maximum'),
  'prop Minimum object get set': statistic('minimum'),
  'prop StandardDeviation System.Nullable<double> get set': statistic('standardDeviation'),
};

const genericMeasureInfo = defineType({
  name: named('GenericMeasureInfo'),
  jsClass: GenericMeasureInfo,
  typeNameOf: (value: GenericMeasureInfo) => named(value.ofObjects ? 'GenericObjectMeasureInfo' : 'GenericMeasureInfo'),
  base: named('MeasureInfo'),
  isSealed: true,
  assembly,
  members: { 'new()': () => new GenericMeasureInfo(), ...genericMembers },
});

const genericObjectMeasureInfo = defineType({
  name: named('GenericObjectMeasureInfo'),
  base: named('MeasureInfo'),
  isSealed: true,
  assembly,
  members: genericMembers,
});

const textMeasureInfo = defineType({
  name: named('TextMeasureInfo'),
  jsClass: TextMeasureInfo,
  base: named('MeasureInfo'),
  isSealed: true,
  assembly,
  members: {
    'new()': () => new TextMeasureInfo(),
    'prop Lines System.Nullable<int> get set': measured('lines'),
    'prop Words System.Nullable<int> get set': measured('words'),
    'prop Characters System.Nullable<int> get set': measured('characters'),
  },
});

/** Bits of PSMemberTypes. */
export const memberTypeBits: Readonly<Record<PSMemberKind, number>> = {
  AliasProperty: 1,
  CodeProperty: 2,
  Property: 4,
  NoteProperty: 8,
  ScriptProperty: 16,
  PropertySet: 32,
  Method: 64,
  CodeMethod: 128,
  ScriptMethod: 256,
  ParameterizedProperty: 512,
  MemberSet: 1024,
  Event: 2048,
  Dynamic: 4096,
};

const memberDefinition = defineType({
  name: named('MemberDefinition'),
  jsClass: MemberDefinition,
  assembly,
  members: {
    'prop TypeName string get': (self: MemberDefinition) => self.typeName,
    'prop Name string get': (self: MemberDefinition) => self.name,
    'prop MemberType System.Management.Automation.PSMemberTypes get': (self: MemberDefinition) =>
      memberTypeBits[self.memberType],
    'prop Definition string get': (self: MemberDefinition) => self.definition,
    'ToString() string': (self: MemberDefinition) => self.definition,
  },
});

/** What Group-, Measure-Object and Get-Member write. */
export const utilityResultTypes: readonly TypeSpec[] = [
  groupInfo,
  groupInfoNoElement,
  measureInfo,
  genericMeasureInfo,
  genericObjectMeasureInfo,
  textMeasureInfo,
  memberDefinition,
];
