import type { FormatEntry, ShapeInfo } from '../values/format-packets.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import {
  chooseEntry,
  type EntryMaker,
  fieldText,
  type MakerSettings,
  resultText,
  shownProperties,
  showsComputerName,
} from './entry-maker.ts';
import { eventuallyAll } from './eventually-all.ts';
import type { PropertyRequest } from './format-request.ts';
import { conditionHolds, evaluateSource, readProperty, type SourceResult, sourceName } from './property-expression.ts';
import type { ListItem, ListView } from './view.ts';

interface Line {
  readonly label: string;
  readonly text: string;
}

function listEntry(lines: readonly Line[]): FormatEntry {
  return { kind: 'list', labels: lines.map((line) => line.label), values: lines.map((line) => line.text) };
}

/** Lists of each object's own properties, or of those asked for. */
export class PropertyListMaker implements EntryMaker {
  readonly view = undefined;
  readonly autoSize = false;
  readonly #settings: MakerSettings;

  constructor(settings: MakerSettings) {
    this.#settings = settings;
  }

  start(): ShapeInfo {
    return { kind: 'list' };
  }

  entry(object: PSValue): Eventually<FormatEntry> {
    const { context, request } = this.#settings;
    const asked = request.properties ?? [];
    const lines =
      asked.length > 0
        ? asked.flatMap((property) => this.#askedLines(property, object))
        : shownProperties(object, context).map((name) =>
            this.#line(name, undefined, evaluateSource(name, object, context), object),
          );
    return andThen(eventuallyAll(lines), listEntry);
  }

  #askedLines(property: PropertyRequest, object: PSValue): Eventually<Line>[] {
    const { context } = this.#settings;
    const { source, label } = property;
    if (typeof source !== 'string') {
      return [this.#line(label, property.format, evaluateSource(source, object, context), object)];
    }
    const names = context.objects.resolve(object, source);
    return names.map((name) => this.#line(label ?? name, property.format, readProperty(object, name, context), object));
  }

  #line(
    label: string | undefined,
    format: string | undefined,
    read: Eventually<SourceResult>,
    object: PSValue,
  ): Eventually<Line> {
    return andThen(read, (result) =>
      andThen(
        resultText(result, { format }, object, this.#settings),
        (text): Line => ({ label: label ?? result.name, text }),
      ),
    );
  }
}

/** Lists as a list view describes them. */
export class ViewListMaker implements EntryMaker {
  readonly view: ListView;
  readonly autoSize = false;
  readonly #settings: MakerSettings;
  readonly #remote: boolean;

  constructor(view: ListView, first: PSValue, settings: MakerSettings) {
    this.view = view;
    this.#settings = settings;
    this.#remote = showsComputerName(first, settings.context);
  }

  start(): ShapeInfo {
    return { kind: 'list' };
  }

  entry(object: PSValue): Eventually<FormatEntry> {
    return andThen(chooseEntry(this.view.entries, object, this.#settings.context), (chosen) => {
      const own = chosen?.items ?? [];
      const items = this.#remote ? [...own, { source: 'PSComputerName', label: 'PSComputerName' }] : own;
      const lines = items.map((item) => this.#line(item, object));
      return andThen(eventuallyAll(lines), (all) => listEntry(all.filter((line) => line !== undefined)));
    });
  }

  #line(item: ListItem, object: PSValue): Eventually<Line | undefined> {
    return andThen(conditionHolds(item.condition, object, this.#settings.context), (shown) => {
      if (!shown) return undefined;
      return andThen(
        fieldText(item, object, this.#settings),
        (text): Line => ({ label: this.#label(item, object), text }),
      );
    });
  }

  #label(item: ListItem, object: PSValue): string {
    if (item.label !== undefined) return item.label;
    if (item.source === undefined) return item.text ?? '';
    if (typeof item.source === 'string')
      return this.#settings.context.objects.resolve(object, item.source)[0] ?? item.source;
    return sourceName(item.source);
  }
}
