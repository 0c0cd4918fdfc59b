import { defineType } from '../types/define-type.ts';
import { EnumValue } from '../values/enum-value.ts';
import { andThen, type PSValue } from '../values/ps-value.ts';
import { PSVariable, Variable } from './variable.ts';
import { assignVariable, constrain } from './variable-access.ts';

/** System.Management.Automation.PSVariable */
export const variableType = defineType({
  name: 'System.Management.Automation.PSVariable',
  jsClass: PSVariable,
  members: {
    'new(string name)': (name: string) => new Variable(name).object,
    'new(string name, object value)': (name: string, value: PSValue) => new Variable(name, value).object,
    'new(string name, object value, ScopedItemOptions options)': (name: string, value: PSValue, options: EnumValue) =>
      new Variable(name, value, Number(options.value)).object,
    'prop Attributes Collection<Attribute> get': ({ variable: self }: PSVariable) =>
      (self.constraints ?? []).map((constraint) => constraint.attribute),
    'prop Description string get set': {
      get: ({ variable: self }: PSVariable) => self.description,
      set: ({ variable: self }: PSVariable, value: string) => {
        self.description = value;
        return undefined;
      },
    },
    'prop Module PSModuleInfo get': ({ variable: self }: PSVariable) => self.module,
    'prop ModuleName string get': () => '',
    'prop Name string get': ({ variable: self }: PSVariable) => self.name,
    'prop Options ScopedItemOptions get set': {
      get: ({ variable: self }: PSVariable) => self.options,
      set: ({ variable: self }: PSVariable, value: EnumValue) => {
        self.options = Number(value.value);
        return undefined;
      },
    },
    'prop Value object get set': {
      get: ({ variable: self }: PSVariable) => self.value,
      set: ({ variable: self }: PSVariable, value: PSValue) => andThen(assignVariable(self, value), () => undefined),
    },
    'prop Visibility SessionStateEntryVisibility get set': {
      get({ variable: self }: PSVariable) {
        const type = this.resolveType('System.Management.Automation.SessionStateEntryVisibility');
        return type ? EnumValue.named(type, self.visibility) : self.visibility;
      },
      set: ({ variable: self }: PSVariable, value: EnumValue) => {
        self.visibility = value.toString() === 'Private' ? 'Private' : 'Public';
        return undefined;
      },
    },
    'IsValidValue(object value) bool': ({ variable: self }: PSVariable, value: PSValue) => {
      try {
        const checked = constrain(self, value);
        return checked instanceof Promise
          ? checked.then(
              () => true,
              () => false,
            )
          : true;
      } catch {
        return false;
      }
    },
  },
});
