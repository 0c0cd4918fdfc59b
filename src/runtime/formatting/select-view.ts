import { fail } from '../errors/terminating-error.ts';
import type { PSValue } from '../values/ps-value.ts';
import { PropertyCustomMaker, ViewCustomMaker } from './custom-maker.ts';
import type { EntryMaker, MakerSettings } from './entry-maker.ts';
import { PropertyListMaker, ViewListMaker } from './list-maker.ts';
import { PropertyTableMaker, ViewTableMaker } from './table-maker.ts';
import type { Shape, View } from './view.ts';
import { PropertyWideMaker, ViewWideMaker } from './wide-maker.ts';

/** Objects with more properties than this are shown as lists. */
const MAX_TABLE_PROPERTIES = 4;

/** The maker of a view. */
export function makerForView(view: View, first: PSValue, settings: MakerSettings): EntryMaker {
  switch (view.kind) {
    case 'table':
      return new ViewTableMaker(view, first, settings);
    case 'list':
      return new ViewListMaker(view, first, settings);
    case 'wide':
      return new ViewWideMaker(view, settings);
    case 'custom':
      return new ViewCustomMaker(view, settings);
  }
}

function makerForProperties(shape: Shape, first: PSValue, settings: MakerSettings): EntryMaker {
  switch (shape) {
    case 'table':
      return new PropertyTableMaker(first, settings);
    case 'list':
      return new PropertyListMaker(settings);
    case 'wide':
      return new PropertyWideMaker(settings);
    case 'custom':
      return new PropertyCustomMaker(settings);
  }
}

/**
 * Chooses how a sequence that begins with this object is shown: by the properties asked for, by the view named, by
 * the first view of its types, else by its properties, as a table while they are few.
 */
export function selectMaker(first: PSValue, settings: MakerSettings): EntryMaker {
  const { context, request } = settings;
  const { shape, view: viewName } = request;
  if (shape && request.properties && request.properties.length > 0) return makerForProperties(shape, first, settings);
  const typeNames = context.objects.typeNames(first);
  const view = context.views.find(typeNames, shape, viewName);
  if (view) return makerForView(view, first, settings);
  if (viewName !== undefined) throw unknownView(viewName, typeNames, settings);
  return makerForProperties(shape ?? shapeByCount(first, settings), first, settings);
}

function shapeByCount(first: PSValue, { context }: MakerSettings): Shape {
  const preferred = context.objects.defaultProperties(first);
  const names = preferred && preferred.length > 0 ? preferred : context.objects.propertyNames(first);
  return names.length <= MAX_TABLE_PROPERTIES ? 'table' : 'list';
}

function unknownView(name: string, typeNames: readonly string[], { context, request }: MakerSettings): unknown {
  const { shape } = request;
  const types = new Set(typeNames.map((type) => type.toLowerCase()));
  const known = context.views.views.filter((view) => view.types.some((type) => types.has(type.toLowerCase())));
  const here = known.filter((view) => view.kind === shape && !view.outOfBand).map((view) => `'${view.name}'`);
  const hint = here.length > 0 ? ` Views of this kind for the object: ${here.join(', ')}.` : '';
  return fail({
    id: 'FormatViewNotFound',
    category: 'ObjectNotFound',
    exceptionType: 'System.Management.Automation.PipelineStoppedException',
    message: `There is no ${shape ?? 'default'} view named '${name}' for objects of type ${typeNames[0] ?? 'unknown'}.${hint}`,
    target: name,
  });
}
