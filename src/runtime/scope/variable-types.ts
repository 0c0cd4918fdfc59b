import { defineType } from '../types/define-type.ts';
import { EnumValue } from '../values/enum-value.ts';
import { andThen, type PSValue } from '../values/ps-value.ts';
import { Variable } from './variable.ts';
import { assignVariable, constrain } from './variable-access.ts';

/** System.Management.Automation.PSVariable */
export const variableType = defineType({
  name: 'System.Management.Automation.PSVariable',
  jsClass: Variable,
  members: {
    'new(string name)': (name: string) => new Variable(name),
    'new(string name, object value)': (name: string, value: PSValue) => new Variable(name, value),
    'new(string name, object value, ScopedItemOptions options)': (name: string, value: PSValue, options: EnumValue) =>
      new Variable(name, value, Number(options.value)),
    'prop Attributes Collection<Attribute> get': (self: Variable) =>
      (self.constraints ?? []).map((constraint) => constraint.attribute),
    'prop Description string get set': {
      get: (self: Variable) => self.description,
      set: (self: Variable, value: string) => {
        self.description = value;
        return undefined;
      },
    },
    'prop Module PSModuleInfo get': (self: Variable) => self.module,
    'prop ModuleName string get': () => '',
    'prop Name string get': (self: Variable) => self.name,
    'prop Options ScopedItemOptions get set': {
      get: (self: Variable) => self.options,
      set: (self: Variable, value: EnumValue) => {
        self.options = Number(value.value);
        return undefined;
      },
    },
    'prop Value object get set': {
      get: (self: Variable) => self.value,
      set: (self: Variable, value: PSValue) => andThen(assignVariable(self, value), () => undefined),
    },
    'prop Visibility SessionStateEntryVisibility get set': {
      get(self: Variable) {
        const type = this.resolveType('System.Management.Automation.SessionStateEntryVisibility');
        return type ? EnumValue.named(type, self.visibility) : self.visibility;
      },
      set: (self: Variable, value: EnumValue) => {
        self.visibility = value.toString() === 'Private' ? 'Private' : 'Public';
        return undefined;
      },
    },
    'IsValidValue(object value) bool': (self: Variable, value: PSValue) => {
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
