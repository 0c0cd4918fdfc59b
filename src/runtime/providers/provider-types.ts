import { elementsOf } from '../members/enumerate.ts';
import { defineType } from '../types/define-type.ts';
import { typeTable } from '../types/type-table.ts';
import type { EnumValue } from '../values/enum-value.ts';
import type { PSValue } from '../values/ps-value.ts';
import { AttributeFilter } from './attribute-filter.ts';
import { PathInfo, PathInfoStack } from './path-info.ts';
import { DriveInfo, ProviderInfo } from './provider.ts';

const automation = (name: string) => `System.Management.Automation.${name}`;

function attributeFilterOf(value: PSValue): AttributeFilter {
  const filter = new AttributeFilter((elementsOf(value) ?? [value]).map(String).join(','));
  const table = typeTable();
  filter.netType = table.instantiate(table.get(automation('FlagsExpression`1')), [
    table.get('System.IO.FileAttributes'),
  ]);
  return filter;
}

/** The types of what providers, drives and locations are. */
export const providerTypes = [
  defineType({
    name: automation('FlagsExpression<T>'),
    jsClass: AttributeFilter,
    members: {
      'new(string expression)': (text: string) => attributeFilterOf(text),
      'new(object[] expression)': attributeFilterOf,
      'Evaluate(T value) bool': (self: AttributeFilter, value: EnumValue) => self.evaluate(Number(value.value)),
      'ToString() string': (self: AttributeFilter) => self.text,
    },
  }),
  defineType({
    name: automation('ProviderInfo'),
    jsClass: ProviderInfo,
    members: {
      'prop AltItemSeparator char get': () => '\\',
      'prop Capabilities string get': (self: ProviderInfo) => self.provider.capabilities,
      'prop Description string get set': {
        get: (self: ProviderInfo) => self.description,
        set: (self: ProviderInfo, value: string) => {
          self.description = value;
          return undefined;
        },
      },
      'prop Drives Collection<PSDriveInfo> get'(self: ProviderInfo) {
        return this.drives.drivesFrom(null).filter((drive) => drive.info === self);
      },
      'prop Home string get'(self: ProviderInfo) {
        return self.name === 'FileSystem' ? this.platform.homeDirectory : '';
      },
      'prop ItemSeparator char get': () => '/',
      'prop ModuleName string get': (self: ProviderInfo) => self.provider.moduleName,
      'prop Name string get': (self: ProviderInfo) => self.name,
      'prop PSSnapIn PSSnapInInfo get': () => null,
      'prop VolumeSeparatedByColon bool get': (self: ProviderInfo) => self.name !== 'FileSystem',
      'ToString() string': (self: ProviderInfo) => `${self.provider.moduleName}\\${self.name}`,
    },
  }),
  defineType({
    name: automation('PSDriveInfo'),
    interfaces: 'IComparable',
    jsClass: DriveInfo,
    members: {
      'prop CurrentLocation string get set': {
        get: (self: DriveInfo) => self.currentLocation,
        set: (self: DriveInfo, value: string) => {
          self.currentLocation = value;
          return undefined;
        },
      },
      'prop Description string get set': {
        get: (self: DriveInfo) => self.description,
        set: (self: DriveInfo, value: string) => {
          self.description = value;
          return undefined;
        },
      },
      'prop DisplayRoot string get': () => null,
      'prop Name string get': (self: DriveInfo) => self.name,
      'prop Provider ProviderInfo get': (self: DriveInfo) => self.info,
      'prop Root string get': (self: DriveInfo) => self.rootText,
      'prop VolumeSeparatedByColon bool get': (self: DriveInfo) => self.name !== '/',
      'ToString() string': (self: DriveInfo) => self.name,
    },
  }),
  defineType({
    name: automation('PathInfo'),
    jsClass: PathInfo,
    members: {
      'prop Drive PSDriveInfo get': (self: PathInfo) => self.drive,
      'prop Path string get': (self: PathInfo) => self.path,
      'prop Provider ProviderInfo get': (self: PathInfo) => self.info,
      'prop ProviderPath string get': (self: PathInfo) => self.providerPath,
      'ToString() string': (self: PathInfo) => self.path,
    },
  }),
  defineType({
    name: automation('PathInfoStack'),
    jsClass: PathInfoStack,
    members: {
      'prop Count int get': (self: PathInfoStack) => self.locations.length,
      'prop Name string get': (self: PathInfoStack) => self.name,
      'ToArray() PathInfo[]': (self: PathInfoStack) => [...self.locations],
    },
  }),
];
