import { defineType } from '../../types/define-type.ts';
import { argumentNull } from '../../types/net-error.ts';
import { entriesIn } from '../../types/system-collections/table-members.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { DefaultParameterDictionary } from '../default-parameters.ts';

/** The type of `$PSDefaultParameterValues`. */
export const defaultParameterType = defineType({
  name: 'System.Management.Automation.DefaultParameterDictionary',
  base: 'System.Collections.Hashtable',
  jsClass: DefaultParameterDictionary,
  members: {
    'new()': () => new DefaultParameterDictionary(),
    'new(IDictionary dictionary)'(dictionary: PSValue) {
      if (dictionary === null) throw argumentNull('dictionary');
      const table = new DefaultParameterDictionary();
      for (const [key, value] of entriesIn(dictionary)) table.set(key, value);
      return table;
    },
  },
});
