import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { EngineContext } from '../../engine.ts';
import { fail } from '../../errors/terminating-error.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import type { ValueSource } from '../../formatting/view.ts';
import { typeOf } from '../../types/type-of.ts';
import { ordinalKey } from '../../values/equality-key.ts';
import { GroupInfo } from '../../values/group-info.ts';
import { Hashtable } from '../../values/hashtable.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { expressionKey, readPropertyTables } from '../property-parameter.ts';
import { expandSources, type KeyedObject, keyed, keyOrder, sortKeyed, sourceOf } from './sort-keys.ts';
import { valueOrder } from './value-order.ts';

/** Group-Object: collects objects that have the same values. */
export const groupObject = defineCmdlet({
  name: 'Group-Object',
  aliases: ['group'],
  synopsis: 'Collects objects that have the same values.',
  outputs: ['System.Collections.Hashtable', 'Microsoft.PowerShell.Commands.GroupInfo'],
  effects: ['none'],
  parameters: {
    NoElement: parameter(type.switch, { help: 'Counts only; the groups do not keep their objects.' }),
    AsHashTable: parameter(type.switch, {
      aliases: ['AHT'],
      set: 'HashTable',
      help: 'Gives one hashtable of the groups.',
    }),
    AsString: parameter(type.switch, { set: 'HashTable', help: 'The keys of the hashtable are strings.' }),
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects to group.' }),
    Property: parameter(type.objects, { position: 0, help: 'The values: names, blocks, or tables with Expression.' }),
    Culture: parameter(type.string, { help: 'The culture that compares texts.' }),
    CaseSensitive: parameter(type.switch, { help: 'Tells upper from lower case.' }),
  },
  examples: [{ title: 'Counts', code: "('a', 'b', 'a' | Group-Object -NoElement).Count -join ','", output: '2,1' }],
  invoke(ctx) {
    const objects: PSValue[] = [];
    return {
      process({ InputObject }) {
        if (InputObject !== null && InputObject !== undefined) objects.push(InputObject);
      },
      end: (args) => runFlow(writeGroups(ctx, objects, args)),
    };
  },
});

interface GroupArguments {
  readonly Property?: readonly PSValue[] | undefined;
  readonly CaseSensitive?: boolean | undefined;
  readonly NoElement?: boolean | undefined;
  readonly AsHashTable?: boolean | undefined;
  readonly AsString?: boolean | undefined;
}

function* writeGroups(ctx: CmdletContext, objects: readonly PSValue[], args: GroupArguments): Flow<void> {
  const { engine } = ctx;
  const given = readPropertyTables(args.Property ?? [], [expressionKey]).map(sourceOf);
  const sources: ValueSource[] = expandSources(given, objects, formatContextOf(engine));
  const items = yield* keyed(objects, sources, engine);
  const compare = keyOrder(valueOrder(engine, args.CaseSensitive === true), []);
  const groups = groupsOf(items, compare, engine, args.NoElement === true);
  if (args.AsHashTable) yield* settle(ctx.write(tableOf(groups, args)));
  else for (const group of groups) yield* settle(ctx.write(group));
}

function groupsOf(
  items: KeyedObject[],
  compare: (a: KeyedObject, b: KeyedObject) => number,
  engine: EngineContext,
  noElement: boolean,
): GroupInfo[] {
  const mixed = hasMixedTypes(items);
  const ordered = mixed ? items : sortedByText(items, compare);
  const found: { readonly first: KeyedObject; readonly group: GroupInfo }[] = [];
  for (const item of ordered) {
    const last = found.at(-1);
    const same = mixed
      ? found.find(({ first }) => compare(first, item) === 0)
      : last && compare(last.first, item) === 0
        ? last
        : undefined;
    const group =
      same?.group ??
      new GroupInfo(
        groupName(item, engine),
        item.keys.map((key) => key.value),
        noElement,
      );
    if (!same) found.push({ first: item, group });
    group.count++;
    if (!noElement) group.group.items.push(item.object);
  }
  return found.map(({ group }) => group);
}

/**
 * The objects in the order of their keys. Objects with the very same text for their only key stand together whatever
 * the order is, so that only one of each is compared with the others.
 */
function sortedByText(
  items: KeyedObject[],
  compare: (a: KeyedObject, b: KeyedObject) => number,
): readonly KeyedObject[] {
  const runs = runsOfText(items);
  if (runs === undefined) {
    sortKeyed(items, compare);
    return items;
  }
  const firsts = [...runs.keys()];
  sortKeyed(firsts, compare);
  const ordered: KeyedObject[] = [];
  for (let i = 0, next = 0; i < firsts.length; i = next) {
    const first = firsts[i] as KeyedObject;
    let run = runs.get(first) ?? [];
    // Texts may be equal without being the same, as where letter case does not count.
    for (next = i + 1; next < firsts.length; next++) {
      const other = firsts[next] as KeyedObject;
      if (compare(first, other) !== 0) break;
      run = run.concat(runs.get(other) ?? []);
    }
    if (next > i + 1) run.sort((a, b) => a.index - b.index);
    for (const item of run) ordered.push(item);
  }
  return ordered;
}

/** The objects by the text of their only key, under the first of each; undefined where there are other keys. */
function runsOfText(items: readonly KeyedObject[]): Map<KeyedObject, KeyedObject[]> | undefined {
  const byText = new Map<string, KeyedObject[]>();
  const runs = new Map<KeyedObject, KeyedObject[]>();
  for (const item of items) {
    const text = item.keys.length === 1 ? item.keys[0]?.value : undefined;
    if (typeof text !== 'string') return undefined;
    const run = byText.get(text);
    if (run !== undefined) run.push(item);
    else {
      const begun = [item];
      byText.set(text, begun);
      runs.set(item, begun);
    }
  }
  return runs;
}

/** Values of different types have no common order: their groups stand as they first appear. */
function hasMixedTypes(items: readonly KeyedObject[]): boolean {
  const [first] = items;
  return items.some(({ keys }) =>
    keys.some((key, i) => {
      const other = first?.keys[i]?.value;
      if (key.value === null || other === null || other === undefined) return false;
      return typeOf(key.value) !== typeOf(other);
    }),
  );
}

function groupName({ keys }: KeyedObject, engine: EngineContext): string {
  const { objects } = formatContextOf(engine);
  const parts: string[] = [];
  for (const { value } of keys) {
    if (value === null || value === undefined) continue;
    const elements = typeof value === 'object' ? objects.elements(value) : undefined;
    const text = (each: PSValue): string => String(objects.text(each));
    parts.push(elements ? `{${[...elements].map(text).join(', ')}}` : text(value));
  }
  return parts.join(', ');
}

function tableOf(
  groups: readonly GroupInfo[],
  args: { readonly AsString?: boolean | undefined; readonly CaseSensitive?: boolean | undefined },
): Hashtable {
  const table = args.CaseSensitive ? new Hashtable(ordinalKey) : new Hashtable();
  for (const group of groups) {
    const [value] = group.values.items;
    const key = args.AsString || group.values.items.length > 1 ? group.name : (value ?? '');
    if (!table.add(key, group.group)) {
      throw fail({
        id: 'GroupObjectDuplicateKey',
        category: 'InvalidArgument',
        exceptionType: 'System.ArgumentException',
        message: `Two groups have the key '${group.name}', so they do not fit into one table.`,
      });
    }
  }
  return table;
}
