import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import type { ValueSource } from '../../formatting/view.ts';
import { typeDataOf } from '../../members/type-data-of.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { expressionKey, type PropertyTable, readPropertyTables } from '../property-parameter.ts';
import { expandSources, type KeyedObject, keyed, keyOrder, sortKeyed, sourceOf } from './sort-keys.ts';
import { valueOrder } from './value-order.ts';

const sortPropertyKeys = [expressionKey, { name: 'ascending' }, { name: 'descending' }];

/** Sort-Object: sorts objects by themselves or by properties. */
export const sortObject = defineCmdlet({
  name: 'Sort-Object',
  synopsis: 'Sorts objects by themselves or by properties.',
  defaultParameterSet: 'Default',
  effects: ['none'],
  parameters: {
    Stable: parameter(type.switch, {
      set: 'Default',
      help: 'Keeps equal objects in their order; they are in any case.',
    }),
    Descending: parameter(type.switch, { help: 'The largest first.' }),
    Unique: parameter(type.switch, { help: 'Only the first of equal objects.' }),
    Top: parameter(type.int, {
      sets: { Top: { mandatory: true } },
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Only so many from the start.',
    }),
    Bottom: parameter(type.int, {
      sets: { Bottom: { mandatory: true } },
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Only so many from the end.',
    }),
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects to sort.' }),
    Property: parameter(type.objects, {
      position: 0,
      supportsWildcards: true,
      help: 'The keys: names, blocks, or tables with Expression and Ascending or Descending.',
    }),
    Culture: parameter(type.string, { help: 'The culture whose order of letters counts.' }),
    CaseSensitive: parameter(type.switch, { help: 'Tells upper from lower case.' }),
  },
  examples: [
    { title: 'Numbers', code: '3, 1, 2 | Sort-Object', output: '1\n2\n3' },
    {
      title: 'By length, the longest first',
      code: "'aa', 'b', 'ccc' | Sort-Object Length -Descending",
      output: 'ccc\naa\nb',
    },
  ],
  invoke(ctx) {
    const objects: PSValue[] = [];
    return {
      process({ InputObject }) {
        if (InputObject !== null && InputObject !== undefined) objects.push(InputObject);
      },
      end: (args) => runFlow(writeSorted(ctx, objects, args)),
    };
  },
});

/**
 * Sorts what came and writes it. A generator function of its own: one made anew for each call would cost a hidden class
 * each time, which keeps all that the call held until the next full collection.
 */
function* writeSorted(ctx: CmdletContext, objects: readonly PSValue[], args: SortArguments): Flow<void> {
  const { engine } = ctx;
  const tables = readPropertyTables(args.Property ?? [], sortPropertyKeys);
  const isDown = (table: PropertyTable): boolean => descends(table, args.Descending === true, (v) => isTrue(v));
  const isTrue = (value: PSValue): boolean => formatContextOf(engine).objects.isTrue(value);
  const down: boolean[] = [];
  const sources: ValueSource[] = [];
  for (const table of tables) {
    for (const source of expandSources([sourceOf(table)], objects, formatContextOf(engine))) {
      sources.push(source);
      down.push(isDown(table));
    }
  }
  if (tables.length === 0) {
    const [first] = objects;
    const preferred =
      first === undefined ? undefined : typeDataOf(engine).first(first, (entry) => entry.defaultKeyPropertySet);
    sources.push(...(preferred ?? []));
    for (let i = 0; i < Math.max(1, sources.length); i++) down.push(args.Descending === true);
  }
  const items = yield* keyed(objects, sources, engine);
  const compare = keyOrder(valueOrder(engine, args.CaseSensitive === true), down);
  sortKeyed(items, compare);
  for (const { object } of chosen(items, compare, args)) {
    const pending = ctx.write(object);
    if (pending instanceof Promise) yield pending;
  }
}

function descends(table: PropertyTable, otherwise: boolean, isTrue: (value: PSValue) => boolean): boolean {
  if (table.has('descending')) return isTrue(table.get('descending'));
  if (table.has('ascending')) return !isTrue(table.get('ascending'));
  return otherwise;
}

interface SortArguments extends Choice {
  readonly Property?: readonly PSValue[] | undefined;
  readonly Descending?: boolean | undefined;
  readonly CaseSensitive?: boolean | undefined;
}

interface Choice {
  readonly Unique?: boolean | undefined;
  readonly Top?: number | undefined;
  readonly Bottom?: number | undefined;
}

function chosen(
  items: readonly KeyedObject[],
  compare: (a: KeyedObject, b: KeyedObject) => number,
  { Unique, Top, Bottom }: Choice,
): readonly KeyedObject[] {
  let rest = items;
  if (Unique) {
    const kept: KeyedObject[] = [];
    for (const item of items) {
      const last = kept.at(-1);
      if (!last || compare(last, item) !== 0) kept.push(item);
    }
    rest = kept;
  }
  if (Top !== undefined) return rest.slice(0, Top);
  return Bottom === undefined ? rest : rest.slice(-Bottom);
}
