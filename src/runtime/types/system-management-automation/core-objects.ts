import { baseOf, PSObject } from '../../values/ps-object.ts';
import { PSReference } from '../../values/ps-reference.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { SwitchParameter } from '../../values/switch-parameter.ts';
import { defineType } from '../define-type.ts';

const automation = (name: string) => `System.Management.Automation.${name}`;

/** PSObject, PSCustomObject, PSReference and SwitchParameter: what the engine itself is made of. */
export const coreObjectTypes = [
  defineType({
    name: automation('PSObject'),
    interfaces: 'System.IComparable, System.IFormattable',
    members: {
      'new()': () => new PSObject(),
      'new(object obj)': (value: PSValue) =>
        typeof value === 'object' && value !== null ? value : new PSObject(value),
      'static AsPSObject(object obj) PSObject': (value: PSValue) =>
        typeof value === 'object' && value !== null ? value : new PSObject(value),
      'prop BaseObject object get': (self: PSValue) => baseOf(self),
      'prop ImmediateBaseObject object get': (self: PSValue) => baseOf(self),
    },
  }),
  defineType({ name: automation('PSCustomObject'), jsClass: PSObject }),
  defineType({
    name: automation('PSReference'),
    jsClass: PSReference,
    members: {
      'new(object value)': (value: PSValue) => PSReference.of(value),
      'prop Value object get set': {
        get: (self: PSReference) => self.value,
        set: (self: PSReference, value: PSValue) => {
          self.value = value;
          return undefined;
        },
      },
    },
  }),
  defineType({
    name: automation('SwitchParameter'),
    kind: 'struct',
    jsClass: SwitchParameter,
    defaultValue: () => SwitchParameter.absent,
    members: {
      'new(bool isPresent)': (isPresent: boolean) => SwitchParameter.of(isPresent),
      'static prop Present SwitchParameter get': () => SwitchParameter.present,
      'prop IsPresent bool get': (self: SwitchParameter) => self.isPresent,
      'ToBool() bool': (self: SwitchParameter) => self.isPresent,
      'ToString() string': (self: SwitchParameter) => self.toString(),
    },
  }),
];
