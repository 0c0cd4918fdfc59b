import type { FormatEntry, ShapeInfo } from '../values/format-packets.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { namingProperty } from './display-text.ts';
import { chooseEntry, type EntryMaker, fieldText, type MakerSettings, resultText } from './entry-maker.ts';
import { evaluateSource } from './property-expression.ts';
import type { Field, WideView } from './view.ts';

function wideEntry(value: string): FormatEntry {
  return { kind: 'wide', value };
}

/** One value an object: the property asked for, or the one that names the object. */
export class PropertyWideMaker implements EntryMaker {
  readonly view = undefined;
  readonly autoSize: boolean;
  readonly #settings: MakerSettings;

  constructor(settings: MakerSettings) {
    this.#settings = settings;
    this.autoSize = settings.request.autoSize ?? false;
  }

  start(): ShapeInfo {
    return { kind: 'wide', columns: this.autoSize ? 0 : (this.#settings.request.columns ?? 0) };
  }

  entry(object: PSValue): Eventually<FormatEntry> {
    const field = this.#field(object);
    if (field?.source === undefined) return wideEntry('');
    return andThen(evaluateSource(field.source, object, this.#settings.context), (result) =>
      andThen(resultText(result, field, object, this.#settings), wideEntry),
    );
  }

  #field(object: PSValue): Field | undefined {
    const { objects } = this.#settings.context;
    const asked = this.#settings.request.properties ?? [];
    if (asked.length > 0) {
      for (const { source, format } of asked) {
        const name = typeof source === 'string' ? objects.resolve(object, source)[0] : source;
        if (name !== undefined) return format === undefined ? { source: name } : { source: name, format };
      }
      return undefined;
    }
    const name =
      namingProperty(object, objects) ?? objects.defaultProperties(object)?.[0] ?? objects.propertyNames(object)[0];
    return name === undefined ? undefined : { source: name };
  }
}

/** One value an object, as a wide view describes it. */
export class ViewWideMaker implements EntryMaker {
  readonly view: WideView;
  readonly autoSize: boolean;
  readonly #settings: MakerSettings;

  constructor(view: WideView, settings: MakerSettings) {
    this.view = view;
    this.#settings = settings;
    this.autoSize = settings.request.autoSize ?? view.autoSize ?? false;
  }

  start(): ShapeInfo {
    return { kind: 'wide', columns: this.autoSize ? 0 : (this.#settings.request.columns ?? this.view.columns ?? 0) };
  }

  entry(object: PSValue): Eventually<FormatEntry> {
    return andThen(chooseEntry(this.view.entries, object, this.#settings.context), (chosen) =>
      andThen(chosen ? fieldText(chosen.field, object, this.#settings) : '', wideEntry),
    );
  }
}
