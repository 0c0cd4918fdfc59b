import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { cultureRow } from '../../types/system-globalization/culture-data.ts';
import { cultureNames } from '../../types/system-globalization/culture-list.ts';
import { currentCulture, sharedCulture } from '../../types/system-globalization/current-culture.ts';
import type { CultureInfo } from '../../values/culture-info.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';

function named(ctx: CmdletContext, name: string): CultureInfo {
  const current = currentCulture(ctx.engine);
  if (name.toLowerCase() === current.name.toLowerCase()) return current;
  return sharedCulture(cultureRow(name)?.name ?? '');
}

function unknown(value: PSValue): string | undefined {
  const wrong = (elementsOf(value) ?? [value])
    .map((one) => String(baseOf(one) ?? ''))
    .find((name) => name !== '' && !cultureRow(name));
  return wrong && `There is no culture "${wrong}"; Get-Culture -ListAvailable shows those that exist.`;
}

/** Get-Culture: the current culture, cultures by name, or all. */
export const getCulture = defineCmdlet({
  name: 'Get-Culture',
  synopsis: 'Gets the culture that is set for this session.',
  defaultParameterSet: 'CurrentCulture',
  outputs: ['System.Globalization.CultureInfo'],
  effects: ['none'],
  parameters: {
    Name: parameter(type.strings, {
      set: 'Name',
      position: 0,
      pipeline: 'value',
      allowEmptyString: true,
      validate: [{ kind: 'notNull' }, { kind: 'check', check: unknown }],
      help: 'The cultures; an empty name is the invariant one.',
    }),
    NoUserOverrides: parameter(type.switch, {
      set: ['CurrentCulture', 'Name'],
      help: 'Leaves out what a person has changed; there are no such changes here.',
    }),
    ListAvailable: parameter(type.switch, { set: 'ListAvailable', help: 'All cultures.' }),
  },
  examples: [{ title: 'A culture by name', code: '(Get-Culture -Name fr-fr).Name', output: 'fr-FR' }],
  invoke: (ctx) => ({
    *process({ Name, ListAvailable }) {
      if (ListAvailable) for (const name of ['', ...cultureNames()]) yield sharedCulture(name);
      else if (Name) for (const name of Name) yield named(ctx, name);
      else yield currentCulture(ctx.engine);
    },
  }),
});
