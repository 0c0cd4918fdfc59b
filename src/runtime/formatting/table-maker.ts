import type { FormatEntry, HeaderColumn, ShapeInfo } from '../values/format-packets.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { isScalar } from './display-text.ts';
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
import type { FormatContext } from './format-context.ts';
import type { PropertyRequest } from './format-request.ts';
import { evaluateSource, isPattern, readProperty, type SourceResult, sourceName } from './property-expression.ts';
import type { Alignment, Column, Field, TableView } from './view.ts';

/** A table without properties asked for shows no more than this many. */
const MAX_DEFAULT_COLUMNS = 10;

interface ActiveColumn {
  readonly request: PropertyRequest | undefined;
  /** Declared name; undefined for code and for names the first object does not have. */
  readonly name: string | undefined;
}

/** Rows from the properties of the first object, or from those asked for. */
export class PropertyTableMaker implements EntryMaker {
  readonly view = undefined;
  readonly autoSize: boolean;
  readonly #settings: MakerSettings;
  readonly #columns: readonly ActiveColumn[];

  constructor(first: PSValue, settings: MakerSettings) {
    this.#settings = settings;
    this.autoSize = settings.request.autoSize ?? false;
    const asked = settings.request.properties ?? [];
    this.#columns =
      asked.length > 0 ? askedColumns(asked, first, settings.context) : defaultColumns(first, settings.context);
  }

  start(object: PSValue): Eventually<ShapeInfo> {
    const { request } = this.#settings;
    const headers = this.#columns.map((column) => this.#header(column, object));
    return andThen(eventuallyAll(headers), (columns): ShapeInfo => {
      return {
        kind: 'table',
        columns,
        hideHeader: request.hideHeader ?? false,
        repeatHeader: request.repeatHeader ?? false,
      };
    });
  }

  entry(object: PSValue): Eventually<FormatEntry> {
    const wrap = this.#settings.request.wrap ?? false;
    const cells: Eventually<string>[] = [];
    for (const column of this.#columns) cells.push(this.#cell(column, object));
    return andThen(
      eventuallyAll(cells),
      (texts): FormatEntry => ({ kind: 'table', cells: texts, align: undefined, wrap }),
    );
  }

  #header({ request, name }: ActiveColumn, object: PSValue): Eventually<HeaderColumn> {
    const label = request?.label ?? name ?? (request ? sourceName(request.source) : '');
    const width = request?.width ?? 0;
    const make = (align: Alignment): HeaderColumn => ({ label, width, align, matchesProperty: true });
    if (request?.align) return make(request.align);
    return andThen(this.#read({ request, name }, object), (result) =>
      make(defaultAlignment(result, this.#settings.context)),
    );
  }

  #read({ request, name }: ActiveColumn, object: PSValue): Eventually<SourceResult> {
    const { context } = this.#settings;
    if (name !== undefined) return readProperty(object, name, context);
    return evaluateSource(request?.source ?? '', object, context);
  }

  #cell(column: ActiveColumn, object: PSValue): Eventually<string> {
    const format = column.request?.format;
    const field = { format, inTable: format === undefined };
    const result = this.#read(column, object);
    if (result instanceof Promise) return result.then((done) => resultText(done, field, object, this.#settings));
    return resultText(result, field, object, this.#settings);
  }
}

function askedColumns(asked: readonly PropertyRequest[], first: PSValue, { objects }: FormatContext): ActiveColumn[] {
  return asked.flatMap((request): ActiveColumn[] => {
    const { source } = request;
    if (typeof source !== 'string') return [{ request, name: undefined }];
    const names = objects.resolve(first, source);
    if (names.length === 0 && !isPattern(source)) return [{ request, name: undefined }];
    return names.map((name) => ({ request, name }));
  });
}

function defaultColumns(first: PSValue, context: FormatContext): ActiveColumn[] {
  const preferred = context.objects.defaultProperties(first);
  const names = shownProperties(first, context);
  const shown = preferred && preferred.length > 0 ? names : names.slice(0, MAX_DEFAULT_COLUMNS);
  return shown.map((name) => ({ request: undefined, name }));
}

/** Numbers, booleans, characters and enums stand right, everything else left. */
function defaultAlignment(result: SourceResult, { objects }: FormatContext): Alignment {
  const { value } = result;
  if (!result.found || 'failure' in result || value === null || value === undefined || typeof value === 'string')
    return 'left';
  const typeNames = (): readonly string[] => objects.typeNames(value);
  if (!isScalar(value, typeNames)) return 'left';
  return typeNames()[0] === 'System.String' ? 'left' : 'right';
}

/** Rows as a table view describes them. */
export class ViewTableMaker implements EntryMaker {
  readonly view: TableView;
  readonly autoSize: boolean;
  readonly #settings: MakerSettings;
  readonly #columns: readonly Column[];

  constructor(view: TableView, first: PSValue, settings: MakerSettings) {
    this.view = view;
    this.#settings = settings;
    this.autoSize = settings.request.autoSize ?? view.autoSize ?? false;
    const remote = showsComputerName(first, settings.context);
    this.#columns = remote ? [...view.columns, { source: 'PSComputerName' }] : view.columns;
  }

  start(object: PSValue): Eventually<ShapeInfo> {
    const { context, request } = this.#settings;
    const { view } = this;
    return andThen(this.#fields(object), ({ fields }): ShapeInfo => {
      const columns = fields.map((field, i): HeaderColumn => {
        const { label, width = 0, align } = this.#columns[i] ?? {};
        const text = label ?? (typeof field.source === 'string' ? field.source : (field.text ?? ''));
        const matchesProperty = !label || context.objects.resolve(object, label).length > 0;
        return { label: text, width, align: align ?? field.cellAlign ?? 'left', matchesProperty };
      });
      const hideHeader = request.hideHeader ?? view.hideHeader ?? false;
      return { kind: 'table', columns, hideHeader, repeatHeader: request.repeatHeader ?? false };
    });
  }

  entry(object: PSValue): Eventually<FormatEntry> {
    return andThen(this.#fields(object), ({ fields, wrap }) => {
      const cells = fields.map((field) => fieldText(field, object, this.#settings));
      const align = fields.some((field) => field.cellAlign) ? fields.map((field) => field.cellAlign) : undefined;
      return andThen(eventuallyAll(cells), (texts): FormatEntry => ({ kind: 'table', cells: texts, align, wrap }));
    });
  }

  #fields(object: PSValue): Eventually<{ fields: readonly Column[]; wrap: boolean }> {
    const { variants, wrap = false } = this.view;
    const asked = this.#settings.request.wrap;
    if (!variants) return { fields: this.#columns, wrap: asked ?? wrap };
    return andThen(chooseEntry(variants, object, this.#settings.context), (variant) => {
      if (!variant) return { fields: this.#columns, wrap: asked ?? wrap };
      const fields = variant.fields.map((field, i) => mergedColumn(field, this.#columns[i]));
      return { fields, wrap: asked ?? (variant.wrap || wrap) };
    });
  }
}

/** A variant's field, or the column's own where the variant leaves it open. */
function mergedColumn(field: Field & { readonly align?: Alignment }, own: Column | undefined): Column {
  if (field.source === undefined && field.text === undefined) return own ?? field;
  return field.align ? { ...field, cellAlign: field.align } : field;
}
