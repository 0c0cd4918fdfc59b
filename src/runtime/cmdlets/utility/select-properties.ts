import type { CmdletContext } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { wildcardMatcher } from '../../commands/wildcard-name.ts';
import { fail, type TerminatingError } from '../../errors/terminating-error.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import {
  blockText,
  evaluateSource,
  isPattern,
  readProperty,
  type SourceResult,
} from '../../formatting/property-expression.ts';
import { elementsOf } from '../../members/enumerate.ts';
import { typeOf } from '../../types/type-of.ts';
import { baseOf, notesOf, PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { ScriptBlock } from '../../values/script-block.ts';
import { type PropertyTable, textOf } from '../property-parameter.ts';
import { sourceOf } from './sort-keys.ts';

/** A property that a selected object gets. */
export interface SelectedProperty {
  readonly name: string;
  readonly value: PSValue;
}

/** The properties that Select-Object's -Property asks of an object, without those excluded. */
export function* selectedProperties(
  ctx: CmdletContext,
  object: PSValue,
  tables: readonly PropertyTable[],
  excluded: readonly string[],
): Flow<SelectedProperty[]> {
  const isExcluded = excluded.map(wildcardMatcher);
  const keeps = (name: string): boolean => !isExcluded.some((matches) => matches(name));
  const all: SelectedProperty[] = [];
  for (const table of tables) {
    const label = textOf(table, 'label');
    const results = yield* resultsOf(ctx, object, table, keeps);
    if (label && results.length > 1) {
      yield* settle(ctx.writeError(renamesSeveral(label, object)));
      continue;
    }
    for (const result of results) {
      if ('failure' in result) ctx.engine.rememberError(ctx.engine.toErrorRecord(result.failure));
      if (!label && result.name === '') {
        throw fail({
          id: 'EmptyScriptBlockAndNoName',
          category: 'InvalidArgument',
          exceptionType: 'System.Management.Automation.PSArgumentException',
          message: 'An empty script block needs a name for its property; use a table with Name and Expression.',
        });
      }
      all.push({ name: label || result.name, value: result.value ?? null });
    }
  }
  return all;
}

function* resultsOf(
  ctx: CmdletContext,
  object: PSValue,
  table: PropertyTable,
  keeps: (name: string) => boolean,
): Flow<SourceResult[]> {
  const context = formatContextOf(ctx.engine);
  const source = sourceOf(table);
  if (typeof source !== 'string') {
    const name = source instanceof ScriptBlock ? blockText(source) : '';
    return keeps(name) ? [yield* settle(evaluateSource(source, object, context))] : [];
  }
  const plain = context.objects.plain(object, source);
  if (plain !== undefined && !(plain instanceof Promise)) return keeps(plain.name) ? [plain] : [];
  const results: SourceResult[] = [];
  for (const name of context.objects.resolve(object, source)) {
    if (keeps(name)) results.push(yield* settle(readProperty(object, name, context)));
  }
  if (results.length === 0 && !isPattern(source) && keeps(source)) return [{ found: false, value: null, name: source }];
  return results;
}

function renamesSeveral(label: string, target: PSValue) {
  return {
    id: 'RenamingMultipleResults',
    category: 'InvalidOperation',
    exceptionType: 'System.InvalidOperationException',
    message: `Several properties cannot all be called '${label}'.`,
    target,
  } as const;
}

/** The error for a property that an object would get twice. */
export function alreadyThere(name: string, target: PSValue, expands: boolean) {
  return {
    id: expands ? 'AlreadyExistingUserSpecifiedPropertyExpand' : 'AlreadyExistingUserSpecifiedPropertyNoExpand',
    category: 'InvalidOperation',
    exceptionType: 'System.Management.Automation.PSArgumentException',
    message: `The object has a property '${name}' already.`,
    target,
  } as const;
}

/** The custom object of the selected properties. */
export function* selectedObject(
  ctx: CmdletContext,
  object: PSValue,
  properties: readonly SelectedProperty[],
): Flow<PSObject> {
  const made = new PSObject();
  for (const { name, value } of properties) {
    if (!made.properties.add(name, value)) yield* settle(ctx.writeError(alreadyThere(name, object, false)));
  }
  made.typeNames = [
    `Selected.${typeOf(object).toString()}`,
    'System.Management.Automation.PSCustomObject',
    'System.Object',
  ];
  return made;
}

/** The values that -ExpandProperty gives for an object, with the selected properties as notes. */
export function* expandedValues(
  ctx: CmdletContext,
  object: PSValue,
  table: PropertyTable,
  properties: readonly SelectedProperty[],
): Flow<PSValue[]> {
  const context = formatContextOf(ctx.engine);
  const source = sourceOf(table);
  const name = typeof source === 'string' ? source : '';
  const names = context.objects.resolve(object, name);
  const [only] = names;
  if (only === undefined)
    throw expandError('ExpandPropertyNotFound', `The object has no property '${name}' to expand.`, object);
  if (names.length > 1) {
    throw expandError(
      'MutlipleExpandProperties',
      `'${name}' stands for ${names.join(', ')}; only one property can be expanded.`,
      object,
    );
  }
  const result = yield* settle(readProperty(object, only, context));
  if ('failure' in result) {
    const { exception } = ctx.engine.toErrorRecord(result.failure);
    throw expandError('PropertyEvaluationExpand', exception.message, object, 'InvalidResult');
  }
  if (result.value === null || result.value === undefined) return [];
  const elements = elementsOf(result.value);
  const values: PSValue[] = [];
  for (const value of elements ?? [result.value]) {
    if (value !== null && value !== undefined) values.push(yield* withNotes(ctx, value, object, properties));
  }
  return values;
}

/** The value with notes of its own; others that hold the same value do not see them. */
function* withNotes(
  ctx: CmdletContext,
  value: PSValue,
  object: PSValue,
  properties: readonly SelectedProperty[],
): Flow<PSValue> {
  if (properties.length === 0) return value;
  const { objects } = formatContextOf(ctx.engine);
  const own = notesOf(value);
  const isCustom = value instanceof PSObject && value.base === undefined;
  const made = isCustom ? value : new PSObject(baseOf(value), own?.properties.clone());
  if (own?.typeNames) made.typeNames = [...own.typeNames];
  for (const { name, value: note } of properties) {
    if (objects.resolve(made, name).length > 0) yield* settle(ctx.writeError(alreadyThere(name, object, true)));
    else made.properties.set(name, note);
  }
  return made;
}

function expandError(
  id: string,
  message: string,
  target: PSValue,
  category: 'InvalidArgument' | 'InvalidResult' = 'InvalidArgument',
): TerminatingError {
  return fail({ id, category, exceptionType: 'System.Management.Automation.PSArgumentException', message, target });
}
