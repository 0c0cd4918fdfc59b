import { SwitchParameter } from '../../values/switch-parameter.ts';
import { defineType } from '../define-type.ts';

/** System.Management.Automation.SwitchParameter */
export const switchParameterType = defineType({
  name: 'System.Management.Automation.SwitchParameter',
  kind: 'struct',
  jsClass: SwitchParameter as never,
  defaultValue: () => SwitchParameter.absent,
  members: {
    'new(bool isPresent)': (isPresent: boolean) => SwitchParameter.of(isPresent),
    'prop IsPresent bool get': (s: SwitchParameter) => s.isPresent,
    'static prop Present SwitchParameter get': () => SwitchParameter.present,
    'Equals(object obj) bool': (s: SwitchParameter, other) => other === s || other === s.isPresent,
    'GetHashCode() int': (s: SwitchParameter) => (s.isPresent ? 1 : 0),
    'ToBool() bool': (s: SwitchParameter) => s.isPresent,
    'ToString() string': (s: SwitchParameter) => (s.isPresent ? 'True' : 'False'),
  },
  casts: {
    'implicit bool -> SwitchParameter': (isPresent: boolean) => SwitchParameter.of(isPresent),
    'implicit SwitchParameter -> bool': (s: SwitchParameter) => s.isPresent,
  },
});
