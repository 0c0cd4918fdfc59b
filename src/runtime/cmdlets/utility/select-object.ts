import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { TerminatingError } from '../../errors/terminating-error.ts';
import type { Eventually, PSValue } from '../../values/ps-value.ts';
import { expressionKey, labelKey, type PropertyTable, readPropertyTables } from '../property-parameter.ts';
import { expandedValues, type SelectedProperty, selectedObject, selectedProperties } from './select-properties.ts';
import { SelectionQueue } from './selection-queue.ts';
import { UniqueObjects } from './unique-objects.ts';

const count = [{ kind: 'range', min: 0, max: 2147483647 }] as const;
const byProperty = ['DefaultParameter', 'SkipLastParameter'] as const;

/** Select-Object: objects by position, and objects of chosen properties. */
export const selectObject = defineCmdlet({
  name: 'Select-Object',
  aliases: ['select'],
  synopsis: 'Selects objects by position, or makes objects of chosen properties.',
  defaultParameterSet: 'DefaultParameter',
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects.' }),
    Property: parameter(type.objects, {
      sets: { DefaultParameter: { position: 0 }, SkipLastParameter: { position: 0 } },
      supportsWildcards: true,
      help: 'The properties: names, blocks, or tables with Name and Expression.',
    }),
    ExcludeProperty: parameter(type.strings, {
      set: byProperty,
      supportsWildcards: true,
      help: 'Properties to leave out.',
    }),
    ExpandProperty: parameter(type.string, { set: byProperty, help: 'The property whose values are written instead.' }),
    Unique: parameter(type.switch, { help: 'Only the first of equal objects.' }),
    CaseInsensitive: parameter(type.switch, { help: 'With -Unique: upper and lower case are equal.' }),
    Last: parameter(type.int, { set: 'DefaultParameter', validate: count, help: 'So many from the end.' }),
    First: parameter(type.int, { set: 'DefaultParameter', validate: count, help: 'So many from the start.' }),
    Skip: parameter(type.int, { set: byProperty, validate: count, help: 'Leaves out so many.' }),
    SkipLast: parameter(type.int, {
      set: 'SkipLastParameter',
      validate: count,
      help: 'Leaves out so many at the end.',
    }),
    Wait: parameter(type.switch, {
      set: ['DefaultParameter', 'IndexParameter'],
      help: 'Lets the commands before run to their end.',
    }),
    Index: parameter(type.ints, { set: 'IndexParameter', validate: count, help: 'Positions, from 0.' }),
    SkipIndex: parameter(type.ints, { set: 'SkipIndexParameter', validate: count, help: 'Positions to leave out.' }),
  },
  examples: [
    { title: 'The first two', code: "'a', 'b', 'c' | Select-Object -First 2", output: 'a\nb' },
    { title: 'Values of a property', code: "'ab', 'c' | Select-Object -ExpandProperty Length", output: '2\n1' },
  ],
  invoke(ctx) {
    let queue = new SelectionQueue({});
    let unique: UniqueObjects | undefined;
    let tables: readonly PropertyTable[] = [];
    let expand: PropertyTable | undefined;
    let excluded: readonly string[] = [];
    let position = -1;

    const emit = (value: PSValue, properties: readonly SelectedProperty[]): Eventually<void> => {
      if (!unique) return ctx.write(value);
      unique.add(value, properties);
    };

    function* select(object: PSValue): Flow<void> {
      const properties = yield* selectedProperties(ctx, object, tables, excluded);
      if (!expand) {
        yield* settle(emit(yield* selectedObject(ctx, object, properties), properties));
        return;
      }
      try {
        for (const value of yield* expandedValues(ctx, object, expand, properties))
          yield* settle(emit(value, properties));
      } catch (thrown) {
        if (!(thrown instanceof TerminatingError)) throw thrown;
        yield* settle(ctx.writeError(thrown.record));
      }
    }

    const pass = (object: PSValue): Eventually<void> =>
      tables.length === 0 && !expand ? emit(object, []) : runFlow(select(object));

    const then = (pending: Eventually<void>, next: () => void): Eventually<void> =>
      pending instanceof Promise ? pending.then(next) : next();

    return {
      begin(args) {
        queue = new SelectionQueue({ first: args.First, last: args.Last, skip: args.Skip, skipLast: args.SkipLast });
        excluded = args.ExcludeProperty ?? [];
        const asked = args.Property && args.Property.length > 0 ? args.Property : excluded.length > 0 ? ['*'] : [];
        const keys = [expressionKey, labelKey];
        tables = readPropertyTables(asked, keys);
        if (args.ExpandProperty) [expand] = readPropertyTables([args.ExpandProperty], keys);
        if (args.Unique) unique = new UniqueObjects(ctx.engine, args.CaseInsensitive !== true);
      },
      process({ InputObject, Index, SkipIndex, Wait }) {
        if (InputObject === null || InputObject === undefined) return;
        position++;
        if (Index) {
          const isLast = position >= Math.max(...Index);
          const passed = Index.includes(position) ? pass(InputObject) : undefined;
          return isLast && !Wait ? then(passed, () => ctx.stopUpstream()) : passed;
        }
        if (SkipIndex) return SkipIndex.includes(position) ? undefined : pass(InputObject);
        const selected = queue.add(InputObject);
        const passed = selected === undefined ? undefined : pass(selected);
        return queue.isDone && !Wait && !unique ? then(passed, () => ctx.stopUpstream()) : passed;
      },
      end: () =>
        runFlow(
          (function* (): Flow<void> {
            for (const object of queue.rest()) yield* settle(pass(object));
            for (const object of unique?.objects ?? []) yield* settle(ctx.write(object));
          })(),
        ),
    };
  },
});
