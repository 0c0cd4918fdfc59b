import type { FormatEntry, ShapeInfo } from '../values/format-packets.ts';
import { PSObject } from '../values/ps-object.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { displayText, remotingNames } from './display-text.ts';
import type { FormatContext } from './format-context.ts';
import type { FormatRequest } from './format-request.ts';
import { conditionHolds, evaluateSource, type SourceResult } from './property-expression.ts';
import type { Field, Selector, View } from './view.ts';
import { withoutDeserializedPrefix } from './view-table.ts';

/** An expression that failed while an object was formatted. */
export interface FormatFailure {
  readonly thrown: unknown;
  readonly name: string;
  readonly object: PSValue;
}

/** What all makers work with. */
export interface MakerSettings {
  readonly context: FormatContext;
  readonly request: FormatRequest;
  /** `$FormatEnumerationLimit` as it was when formatting began. */
  readonly limit: number;
  /** Filled while -ShowError is on; the formatter empties it. */
  readonly failures: FormatFailure[];
}

/** Turns objects into entries of one shape; made for the first object of a sequence. */
export interface EntryMaker {
  /** The view in use; without one the entries come from properties and take every object. */
  readonly view: View | undefined;
  readonly autoSize: boolean;
  start(object: PSValue): Eventually<ShapeInfo>;
  entry(object: PSValue): Eventually<FormatEntry>;
}

/** The text that an evaluated source shows, failures included. */
export function resultText(
  result: SourceResult,
  field: { readonly format?: string | undefined; readonly inTable?: boolean },
  object: PSValue,
  settings: MakerSettings,
): Eventually<string> {
  const { context, request, limit, failures } = settings;
  if ('failure' in result) {
    if (request.showError) failures.push({ thrown: result.failure, name: result.name, object });
    return request.displayError ? '#ERR' : '';
  }
  if (!result.found) return '';
  return displayText(result.value, { format: field.format, inTable: field.inTable ?? false, limit }, context);
}

/** The text of a view's field for an object. */
export function fieldText(field: Field, object: PSValue, settings: MakerSettings): Eventually<string> {
  if (field.source === undefined) return field.text ?? '';
  const result = evaluateSource(field.source, object, settings.context);
  if (result instanceof Promise) return result.then((done) => resultText(done, field, object, settings));
  return resultText(result, field, object, settings);
}

/** The entry whose selector fits the object best: the most derived type wins, entries without selector come last. */
export function chooseEntry<T extends Selector>(
  entries: readonly T[],
  object: PSValue,
  context: FormatContext,
): Eventually<T | undefined> {
  const selective = entries.filter((entry) => entry.types || entry.condition);
  const fallback = entries.findLast((entry) => !entry.types && !entry.condition);
  if (selective.length === 0) return fallback;
  const typeNames = context.objects.typeNames(object);
  const candidates = [
    ...ranked(selective, typeNames),
    ...ranked(selective, withoutDeserializedPrefix(typeNames) ?? []),
  ];
  return firstHolding(candidates, 0, object, context, fallback);
}

function ranked<T extends Selector>(entries: readonly T[], typeNames: readonly string[]): T[] {
  const out: T[] = [];
  for (const name of typeNames) {
    const lower = name.toLowerCase();
    for (const entry of entries)
      if (!entry.types || entry.types.some((t) => t.toLowerCase() === lower)) out.push(entry);
  }
  return out;
}

function firstHolding<T extends Selector>(
  candidates: readonly T[],
  at: number,
  object: PSValue,
  context: FormatContext,
  fallback: T | undefined,
): Eventually<T | undefined> {
  const candidate = candidates[at];
  if (!candidate) return fallback;
  return andThen(conditionHolds(candidate.condition, object, context), (holds) =>
    holds ? candidate : firstHolding(candidates, at + 1, object, context, fallback),
  );
}

/** Whether the name of the computer is to be shown with an object that came over a session. */
export function showsComputerName(object: PSValue, context: FormatContext): boolean {
  const { objects } = context;
  if (typeof object !== 'object' || objects.resolve(object, 'PSShowComputerName').length === 0) return false;
  if (objects.resolve(object, 'PSComputerName').length === 0) return false;
  const shown = objects.get(object, 'PSShowComputerName');
  return !(shown instanceof Promise) && objects.isTrue(shown);
}

/** The properties an object shows where no view and no request says otherwise. */
export function shownProperties(object: PSValue, context: FormatContext): readonly string[] {
  const { objects } = context;
  const preferred = objects.defaultProperties(object);
  if (preferred && preferred.length > 0)
    return showsComputerName(object, context) ? [...preferred, 'PSComputerName'] : preferred;
  const all = objects.propertyNames(object);
  if (!all.some((name) => name.toLowerCase() === 'psshowcomputername')) return all;
  const hidden = new Set(['psshowcomputername']);
  if (!showsComputerName(object, context)) hidden.add('pscomputername');
  return all.filter((name) => !hidden.has(name.toLowerCase()));
}

/** Whether an object has any property but those that remoting adds. */
export function hasOwnProperties(object: PSValue, context: FormatContext): boolean {
  const own = (name: string): boolean => !remotingNames.has(name.toLowerCase());
  if (object instanceof PSObject && object.base === undefined && object.properties.names.some(own)) return true;
  return context.objects.propertyNames(object).some(own);
}
