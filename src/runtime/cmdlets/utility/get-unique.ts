import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { compareText } from '../../text/text-comparison.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { valueOrder } from './value-order.ts';

/** Get-Unique: leaves out what equals the object before it. */
export const getUnique = defineCmdlet({
  name: 'Get-Unique',
  aliases: ['gu'],
  synopsis: 'Leaves out objects that equal the one before.',
  defaultParameterSet: 'AsString',
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects, sorted.' }),
    AsString: parameter(type.switch, { set: 'AsString', help: 'Compares the objects as text.' }),
    OnType: parameter(type.switch, { set: 'UniqueByType', help: 'Compares the types only.' }),
    CaseInsensitive: parameter(type.switch, { help: 'Upper and lower case are equal.' }),
  },
  examples: [{ title: 'Neighbours', code: '1, 1, 2, 1 | Get-Unique', output: '1\n2\n1' }],
  invoke(ctx) {
    const { objects } = formatContextOf(ctx.engine);
    const none = Symbol('none');
    let last: PSValue | typeof none = none;
    const textOf = (value: PSValue): string => String(objects.text(value));
    return {
      process({ InputObject, AsString, OnType, CaseInsensitive }): Eventually<void> {
        if (InputObject === null || InputObject === undefined) return;
        const before = last;
        const order = valueOrder(ctx.engine, CaseInsensitive !== true);
        const same = (other: PSValue): boolean => {
          if (OnType) return objects.typeNames(InputObject)[0] === objects.typeNames(other)[0];
          if (AsString) return compareText(textOf(InputObject), textOf(other), CaseInsensitive === true) === 0;
          return order(baseOf(InputObject), baseOf(other)) === 0;
        };
        if (typeof before !== 'symbol' && same(before)) return;
        last = InputObject;
        return ctx.write(InputObject);
      },
    };
  },
});
