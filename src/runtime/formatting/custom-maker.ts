import type { CustomText, FormatEntry, ShapeInfo } from '../values/format-packets.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { displayText } from './display-text.ts';
import { chooseEntry, type EntryMaker, type MakerSettings } from './entry-maker.ts';
import { eventuallyAll } from './eventually-all.ts';
import { browseObject } from './object-browser.ts';
import { conditionHolds, evaluateSource } from './property-expression.ts';
import type { CustomControl, CustomItem, CustomView } from './view.ts';

/** Controls nested deeper than this are left out. */
const MAX_NESTING = 50;

function customEntry(parts: readonly CustomText[]): FormatEntry {
  return { kind: 'custom', parts };
}

/** Free text as a custom view describes it. */
export class ViewCustomMaker implements EntryMaker {
  readonly view: CustomView;
  readonly autoSize = false;
  readonly #settings: MakerSettings;

  constructor(view: CustomView, settings: MakerSettings) {
    this.view = view;
    this.#settings = settings;
  }

  start(): ShapeInfo {
    return { kind: 'custom' };
  }

  entry(object: PSValue): Eventually<FormatEntry> {
    return andThen(controlText(this.view.control, object, this.#settings), customEntry);
  }
}

/** The tree of an object's properties. */
export class PropertyCustomMaker implements EntryMaker {
  readonly view = undefined;
  readonly autoSize = false;
  readonly #settings: MakerSettings;

  constructor(settings: MakerSettings) {
    this.#settings = settings;
  }

  start(): ShapeInfo {
    return { kind: 'custom' };
  }

  entry(object: PSValue): Eventually<FormatEntry> {
    return andThen(browseObject(object, this.#settings), customEntry);
  }
}

/** What a custom control shows for an object. */
export function controlText(
  control: CustomControl,
  object: PSValue,
  settings: MakerSettings,
  level = 0,
): Eventually<CustomText[]> {
  if (level === MAX_NESTING) return [];
  return andThen(chooseEntry(control.entries, object, settings.context), (chosen) =>
    chosen ? itemsText(chosen.items, object, settings, level) : [],
  );
}

function itemsText(
  items: readonly CustomItem[],
  object: PSValue,
  settings: MakerSettings,
  level: number,
): Eventually<CustomText[]> {
  const parts = items.map((item) => itemText(item, object, settings, level));
  return andThen(eventuallyAll(parts), (all) => all.flat());
}

function itemText(item: CustomItem, object: PSValue, settings: MakerSettings, level: number): Eventually<CustomText[]> {
  switch (item.kind) {
    case 'text':
      return [item.text];
    case 'newline':
      return Array<null>(item.count ?? 1).fill(null);
    case 'frame': {
      const { left = 0, right = 0, firstLine = 0 } = item;
      return andThen(itemsText(item.items, object, settings, level), (parts) => [{ left, right, firstLine, parts }]);
    }
    case 'value':
      return andThen(conditionHolds(item.condition, object, settings.context), (shown) =>
        shown ? valueText(item, object, settings, level) : [],
      );
  }
}

function valueText(
  item: Extract<CustomItem, { kind: 'value' }>,
  object: PSValue,
  settings: MakerSettings,
  level: number,
): Eventually<CustomText[]> {
  const { context, request, failures, limit } = settings;
  const show = (value: PSValue): Eventually<CustomText[]> => {
    const { control } = item;
    const elements = item.enumerate ? context.objects.elements(value) : undefined;
    const values = elements ? [...elements].filter((element) => element !== null && element !== undefined) : [value];
    if (!control) {
      return eventuallyAll(values.map((each) => displayText(each, { format: item.format, limit }, context)));
    }
    if (value === null || value === undefined) return [];
    return andThen(eventuallyAll(values.map((each) => controlText(control, each, settings, level + 1))), (all) =>
      all.flat(),
    );
  };
  if (item.source === undefined) return show(object);
  return andThen(evaluateSource(item.source, object, context), (result) => {
    if ('failure' in result && request.showError) failures.push({ thrown: result.failure, name: result.name, object });
    return show(result.value);
  });
}
