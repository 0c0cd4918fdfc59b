import type { CustomText } from '../values/format-packets.ts';
import { andThen, type Eventually, type PSValue } from '../values/ps-value.ts';
import { displayText, isScalar } from './display-text.ts';
import { type MakerSettings, shownProperties } from './entry-maker.ts';
import { eventuallyAll } from './eventually-all.ts';
import type { PropertyRequest } from './format-request.ts';
import { evaluateSource, readProperty, type SourceResult } from './property-expression.ts';
import { ELLIPSIS } from './text-lines.ts';

const DEFAULT_DEPTH = 5;

interface Level {
  readonly depth: number;
  readonly max: number;
}

const next = (level: Level): Level => ({ depth: level.depth + 1, max: level.max });

function indented(parts: readonly CustomText[]): CustomText {
  return { left: 2, right: 0, firstLine: 0, parts };
}

/** The tree that Format-Custom shows for an object without a custom view: classes in braces, collections in brackets. */
export function browseObject(object: PSValue, settings: MakerSettings): Eventually<CustomText[]> {
  return new ObjectBrowser(settings).browse(object);
}

class ObjectBrowser {
  readonly #settings: MakerSettings;

  constructor(settings: MakerSettings) {
    this.#settings = settings;
  }

  browse(object: PSValue): Eventually<CustomText[]> {
    const { context, request } = this.#settings;
    const level = { depth: 0, max: request.depth ?? DEFAULT_DEPTH };
    if (this.#isScalar(object)) return this.#leaf(object);
    const elements = context.objects.elements(object);
    if (elements) return this.#collection(elements, level);
    return this.#object(object, level, request.properties);
  }

  #isScalar(value: PSValue): boolean {
    return isScalar(value, () => this.#settings.context.objects.typeNames(value));
  }

  #isLeaf(value: PSValue, level: Level): boolean {
    return level.depth >= level.max || value === null || value === undefined || this.#isScalar(value);
  }

  #leaf(value: PSValue): Eventually<CustomText[]> {
    const { context, limit } = this.#settings;
    return andThen(displayText(value, { limit }, context), (text): CustomText[] => [text, null]);
  }

  #object(object: PSValue, level: Level, asked: readonly PropertyRequest[] | undefined): Eventually<CustomText[]> {
    const [typeName = 'PSObject'] = this.#settings.context.objects.typeNames(object);
    const lines = this.#properties(object, asked).map((property) => this.#property(property, object, level));
    return andThen(eventuallyAll(lines), (parts): CustomText[] => {
      return [`class ${typeName.split('.').at(-1)}`, null, '{', null, indented(parts.flat()), '}', null];
    });
  }

  #properties(object: PSValue, asked: readonly PropertyRequest[] | undefined): PropertyRequest[] {
    const { context } = this.#settings;
    if (!asked || asked.length === 0) return shownProperties(object, context).map((source) => ({ source }));
    return asked.flatMap((request) => {
      if (typeof request.source !== 'string') return [request];
      return context.objects.resolve(object, request.source).map((source) => ({ ...request, source }));
    });
  }

  #property(property: PropertyRequest, object: PSValue, level: Level): Eventually<CustomText[]> {
    const { context } = this.#settings;
    const { source } = property;
    const read =
      typeof source === 'string' ? readProperty(object, source, context) : evaluateSource(source, object, context);
    const own = property.depth === undefined ? level : { depth: level.depth, max: property.depth };
    return andThen(read, (result) =>
      andThen(this.#value(this.#shown(result, object), own), (parts): CustomText[] => [`${result.name} = `, ...parts]),
    );
  }

  #shown(result: SourceResult, object: PSValue): PSValue {
    if (!('failure' in result)) return result.value;
    const { request, failures } = this.#settings;
    if (request.showError) failures.push({ thrown: result.failure, name: result.name, object });
    return request.displayError ? '#ERR' : '';
  }

  #value(value: PSValue, level: Level): Eventually<CustomText[]> {
    const elements = value === null || value === undefined ? undefined : this.#settings.context.objects.elements(value);
    if (elements)
      return andThen(this.#collection(elements, next(level)), (parts): CustomText[] => [null, indented(parts)]);
    if (this.#isLeaf(value, level)) return this.#leaf(value);
    return andThen(this.#object(value, next(level), undefined), (parts): CustomText[] => [null, indented(parts)]);
  }

  #collection(elements: Iterable<PSValue>, level: Level): Eventually<CustomText[]> {
    const { limit } = this.#settings;
    const parts: Eventually<CustomText[]>[] = [];
    for (const element of elements) {
      if (limit >= 0 && parts.length === limit) {
        parts.push([ELLIPSIS, null]);
        break;
      }
      parts.push(this.#element(element, level));
    }
    return andThen(eventuallyAll(parts), (all): CustomText[] => ['[', null, indented(all.flat()), ']', null, null]);
  }

  #element(element: PSValue, level: Level): Eventually<CustomText[]> {
    if (this.#isLeaf(element, level)) return this.#leaf(element);
    const inner = this.#settings.context.objects.elements(element);
    if (!inner) return this.#object(element, next(level), undefined);
    return andThen(this.#collection(inner, next(level)), (parts): CustomText[] => [null, indented(parts)]);
  }
}
