import type { EngineContext } from '../engine.ts';
import { typeSystemOf } from '../types/type-system.ts';
import { typeTable } from '../types/type-table.ts';
import { eachInTurn } from '../values/each-in-turn.ts';
import { EnumValue } from '../values/enum-value.ts';
import { NetCollection } from '../values/net-list.ts';
import { NetType } from '../values/net-type.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { ScriptBlock } from '../values/script-block.ts';
import { elementsOf } from './enumerate.ts';
import { tryGetMember } from './get-member.ts';
import { invokeMethod } from './invoke-method.ts';
import { badArgument, noBestOverload } from './member-errors.ts';
import { setMember } from './set-member.ts';

/**
 * `ForEach()` and `Where()`, which every value has (about_Arrays, "Methods of arrays"); undefined for other names.
 * The result is boxed in an object, because a result may itself be undefined.
 */
export function collectionMethod(
  engine: EngineContext,
  target: PSValue,
  name: string,
  args: readonly PSValue[],
): { readonly result: Eventually<PSValue> } | undefined {
  const lower = name.toLowerCase();
  if (lower === 'foreach') return { result: forEach(engine, target, args) };
  return lower === 'where' ? { result: where(engine, target, args) } : undefined;
}

function collection(items: PSValue[], element?: NetType): NetCollection {
  const table = typeTable();
  const made = new NetCollection(items);
  const of = element ?? table.get('System.Management.Automation.PSObject');
  made.netType = table.instantiate(table.get('System.Collections.ObjectModel.Collection`1'), [of]);
  return made;
}

function forEach(engine: EngineContext, target: PSValue, args: readonly PSValue[]): Eventually<PSValue> {
  const [what, ...rest] = args;
  if (args.length === 0) throw noBestOverload('ForEach', 0, false);
  const items = elementsOf(target) ?? [target];
  const out: PSValue[] = [];
  const element = what instanceof NetType ? what : undefined;
  const step = (item: PSValue): Eventually<boolean> =>
    andThen(forOne(engine, item, what, rest), (value) => addOutput(out, value));
  return andThen(eachInTurn(items, step), () => collection(out, element));
}

function addOutput(out: PSValue[], value: PSValue): boolean {
  if (value === undefined) return true;
  const inner = elementsOf(value);
  if (inner) out.push(...inner);
  else out.push(value);
  return true;
}

function forOne(engine: EngineContext, item: PSValue, what: PSValue, rest: readonly PSValue[]): Eventually<PSValue> {
  const types = typeSystemOf(engine);
  if (what instanceof ScriptBlock) return engine.invokeBlock(what, { dollarUnder: item, args: rest, dotSource: true });
  if (what instanceof NetType) return converted(engine, item, what);
  const name = types.toText(what);
  const value = tryGetMember(engine, item, name);
  return andThen(value, (v) => {
    const isMethod = typeof v === 'object' && v !== null && 'overloads' in v;
    if (isMethod) return invokeMethod(engine, item, name, rest);
    if (rest.length === 0 || v === undefined) return v;
    return andThen(setMember(engine, item, name, rest[0]), () => undefined);
  });
}

function converted(engine: EngineContext, item: PSValue, type: NetType): Eventually<PSValue> {
  try {
    return andThen(typeSystemOf(engine).convert(item, type), (v) => v ?? null);
  } catch (thrown) {
    throw badArgument('ForEach', 'expression', type, engine.toException(thrown));
  }
}

type WhereMode = 'Default' | 'First' | 'Last' | 'SkipUntil' | 'Until' | 'Split';

function where(engine: EngineContext, target: PSValue, args: readonly PSValue[]): Eventually<PSValue> {
  const types = typeSystemOf(engine);
  const table = typeTable();
  if (args.length === 0 || args.length > 3) throw noBestOverload('Where', args.length, false);
  return andThen(types.convert(args[0], table.get('System.Management.Automation.ScriptBlock')), (block) =>
    andThen(
      types.convert(args[1] ?? 'Default', table.get('System.Management.Automation.WhereOperatorSelectionMode')),
      (mode) =>
        andThen(types.convert(args[2] ?? 0, table.get('System.Int32')), (count) => {
          if (!(block instanceof ScriptBlock)) throw noBestOverload('Where', args.length, false);
          const name = (mode instanceof EnumValue ? mode.toString() : 'Default') as WhereMode;
          return select(engine, elementsOf(target) ?? [target], block, name, typeof count === 'number' ? count : 0);
        }),
    ),
  );
}

function select(
  engine: EngineContext,
  items: readonly PSValue[],
  block: ScriptBlock,
  mode: WhereMode,
  count: number,
): Eventually<PSValue> {
  const kept: PSValue[] = [];
  const others: PSValue[] = [];
  const types = typeSystemOf(engine);
  let found = false;
  const wanted = count > 0 ? count : mode === 'First' || mode === 'Last' ? 1 : Number.POSITIVE_INFINITY;
  const step = (item: PSValue): Eventually<boolean> => {
    if (found && (mode === 'SkipUntil' || mode === 'Until')) return take(item, true);
    if (mode === 'Split' && kept.length >= wanted) return take(item, false);
    return andThen(engine.invokeBlock(block, { dollarUnder: item, dotSource: true }), (v) =>
      take(item, types.toBoolean(v)),
    );
  };
  const take = (item: PSValue, matches: boolean): boolean => {
    found ||= matches;
    const keeps = mode === 'Until' ? !found : matches;
    (keeps ? kept : others).push(item);
    if (mode === 'Until' && (found || kept.length >= wanted)) return false;
    return mode === 'Last' || mode === 'Split' || kept.length < wanted;
  };
  return andThen(eachInTurn(items, step), () => {
    if (mode === 'Split') return [collection(kept), collection(others)];
    return collection(mode === 'Last' ? kept.slice(-wanted) : kept);
  });
}
