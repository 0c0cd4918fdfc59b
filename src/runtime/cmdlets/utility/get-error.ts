import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { ErrorRecord } from '../../errors/error-record.ts';
import { NetException } from '../../errors/net-exception.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { getVariable } from '../../scope/variable-access.ts';
import { typeNamesFor } from '../../types/type-names.ts';
import { baseOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { scopeOf } from '../management/item-paths.ts';

const hidden = new Set(['System.Management.Automation.ErrorRecord', 'System.Exception']);

/** Get-Error: the most recent errors with all they hold. */
export const getError = defineCmdlet({
  name: 'Get-Error',
  aliases: ['gerr'],
  synopsis: 'Shows recent errors with all they hold.',
  defaultParameterSet: 'Newest',
  outputs: ['System.Management.Automation.ErrorRecord#PSExtendedError', 'System.Exception#PSExtendedError'],
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, {
      sets: { Error: { position: 0, pipeline: 'value' } },
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The error; the last one where left out.',
    }),
    Newest: parameter(type.int, {
      aliases: ['Last'],
      set: 'Newest',
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'How many of the last errors.',
    }),
  },
  examples: [{ title: 'The last error', code: 'Get-Error' }],
  invoke: (ctx) => ({
    *process({ InputObject, Newest }) {
      const errors =
        InputObject === undefined ? recent(getVariable(scopeOf(ctx), 'error'), Newest ?? 1) : [InputObject];
      const { objects } = formatContextOf(ctx.engine);
      const shown = errors.filter((error) => isError(objects.elements(error) ? null : error));
      for (const [i, error] of shown.entries()) yield extended(error, shown.length > 1 ? i : undefined);
    },
  }),
});

function recent(list: PSValue, count: number): PSValue[] {
  const base = baseOf(list);
  const items =
    typeof base === 'object' && base !== null && 'items' in base && Array.isArray(base.items) ? base.items : [];
  return items.slice(0, count);
}

function isError(value: PSValue): boolean {
  const base = baseOf(value);
  return base instanceof ErrorRecord || base instanceof NetException;
}

/** The error under a type name whose view shows everything. */
function extended(error: PSValue, index: number | undefined): PSObject {
  const base = baseOf(error);
  const name = base instanceof ErrorRecord ? 'System.Management.Automation.ErrorRecord' : 'System.Exception';
  const made = new PSObject(base);
  made.typeNames = [`${name}#PSExtendedError`, ...typeNamesFor(error).filter((each) => !hidden.has(each))];
  if (index !== undefined) made.properties.set('PSErrorIndex', index);
  return made;
}
