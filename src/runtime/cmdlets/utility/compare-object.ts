import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { sourceName } from '../../formatting/property-expression.ts';
import type { ValueSource } from '../../formatting/view.ts';
import { baseOf, ensureNotes, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { expressionKey, readPropertyTables } from '../property-parameter.ts';
import { expandSources, type KeyedObject, keyed, keyOrder, sourceOf } from './sort-keys.ts';
import { valueOrder } from './value-order.ts';

type Side = '==' | '=>' | '<=';

/** Compare-Object: what two collections have in common and what not. */
export const compareObject = defineCmdlet({
  name: 'Compare-Object',
  synopsis: 'Compares two collections.',
  effects: ['none'],
  parameters: {
    ReferenceObject: parameter(type.psobjects, {
      mandatory: true,
      position: 0,
      allowEmptyCollection: true,
      help: 'The collection that is compared with.',
    }),
    DifferenceObject: parameter(type.psobjects, {
      mandatory: true,
      position: 1,
      pipeline: 'value',
      allowEmptyCollection: true,
      help: 'The collection that is compared.',
    }),
    SyncWindow: parameter(type.int, {
      validate: [{ kind: 'range', min: 0, max: 2147483647 }],
      help: 'How far apart equal objects may stand.',
    }),
    Property: parameter(type.objects, { help: 'Compares by these properties.' }),
    ExcludeDifferent: parameter(type.switch, { help: 'Leaves out what is different; shows what is equal.' }),
    IncludeEqual: parameter(type.switch, { help: 'Shows what is equal too.' }),
    PassThru: parameter(type.switch, { help: 'Writes the objects themselves, with a SideIndicator.' }),
    Culture: parameter(type.string, { help: 'The culture that compares texts.' }),
    CaseSensitive: parameter(type.switch, { help: 'Tells upper from lower case.' }),
  },
  examples: [
    {
      title: 'Differences',
      code: 'Compare-Object 1, 2 2, 3 | ForEach-Object { "$($_.InputObject) $($_.SideIndicator)" }',
      output: '3 =>\n1 <=',
    },
  ],
  invoke(ctx) {
    const { engine } = ctx;
    const differences: PSValue[] = [];
    return {
      process({ DifferenceObject }) {
        differences.push(...DifferenceObject);
      },
      end: (args) =>
        runFlow(
          (function* (): Flow<void> {
            const context = formatContextOf(engine);
            const given = readPropertyTables(args.Property ?? [], [expressionKey]).map(sourceOf);
            const sources = expandSources(given, [...args.ReferenceObject, ...differences], context);
            const left = yield* keyed(args.ReferenceObject, sources, engine);
            const right = yield* keyed(differences, sources, engine);
            const compare = keyOrder(valueOrder(engine, args.CaseSensitive === true), []);
            const window = args.SyncWindow ?? Number.POSITIVE_INFINITY;
            const showEqual = args.IncludeEqual ?? args.ExcludeDifferent ?? false;
            for (const { item, side } of differencesOf(left, right, (a, b) => compare(a, b) === 0, window)) {
              if (side === '==' ? !showEqual : args.ExcludeDifferent) continue;
              yield* settle(ctx.write(args.PassThru ? marked(item.object, side) : described(item, side, sources)));
            }
          })(),
        ),
    };
  },
});

interface Difference {
  readonly item: KeyedObject;
  readonly side: Side;
}

/** Walks both sides in step; what finds no partner within the window is different. */
function differencesOf(
  left: readonly KeyedObject[],
  right: readonly KeyedObject[],
  same: (a: KeyedObject, b: KeyedObject) => boolean,
  window: number,
): Difference[] {
  const found: Difference[] = [];
  const openLeft: KeyedObject[] = [];
  const openRight: KeyedObject[] = [];
  const takeMatch = (open: KeyedObject[], item: KeyedObject, isLeft: boolean): KeyedObject | undefined => {
    const at = open.findIndex((other) => (isLeft ? same(item, other) : same(other, item)));
    return at < 0 ? undefined : open.splice(at, 1)[0];
  };
  const hold = (open: KeyedObject[], item: KeyedObject, side: Side): void => {
    open.push(item);
    const [first] = open;
    if (open.length <= window || !first) return;
    open.shift();
    found.push({ item: first, side });
  };
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const [a, b] = [left[i], right[i]];
    if (a && b && same(a, b)) {
      found.push({ item: a, side: '==' });
      continue;
    }
    const partner = b && takeMatch(openLeft, b, false);
    if (partner) found.push({ item: partner, side: '==' });
    const matched = a && takeMatch(openRight, a, true);
    if (a && matched) found.push({ item: a, side: '==' });
    if (b && !partner) hold(openRight, b, '=>');
    if (a && !matched) hold(openLeft, a, '<=');
  }
  for (const item of openRight) found.push({ item, side: '=>' });
  for (const item of openLeft) found.push({ item, side: '<=' });
  return found;
}

function described(item: KeyedObject, side: Side, sources: readonly ValueSource[]): PSObject {
  const made = new PSObject();
  if (sources.length === 0) made.properties.set('InputObject', item.object);
  for (const [i, source] of sources.entries()) made.properties.set(sourceName(source), item.keys[i]?.value ?? null);
  made.properties.set('SideIndicator', side);
  return made;
}

function marked(object: PSValue, side: Side): PSValue {
  const base = baseOf(object);
  const target =
    object instanceof PSObject ? object : typeof base === 'object' && base !== null ? base : new PSObject(base);
  ensureNotes(target).properties.set('SideIndicator', side);
  return target;
}
