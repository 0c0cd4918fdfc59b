import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { ConversionFailure } from '../../conversion/conversion-failure.ts';
import { fail, TerminatingError } from '../../errors/terminating-error.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { evaluateSource, readProperty, type SourceResult } from '../../formatting/property-expression.ts';
import type { ValueSource } from '../../formatting/view.ts';
import { asDouble } from '../../values/double.ts';
import { NumberKind } from '../../values/number-kinds.ts';
import { baseOf } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { expressionKey, readPropertyTables } from '../property-parameter.ts';
import { type MeasureRequest, MeasureStatistics, type ToDouble } from './measure-statistics.ts';
import { sourceOf } from './sort-keys.ts';
import { operatorsOf } from './value-order.ts';

const generic = (help: string) => parameter(type.switch, { set: 'GenericMeasure', help });
const textual = (help: string) => parameter(type.switch, { set: 'TextMeasure', help });

/** Measure-Object: counts objects, and sums up numbers or texts. */
export const measureObject = defineCmdlet({
  name: 'Measure-Object',
  aliases: ['measure'],
  synopsis: 'Counts objects, and sums up numbers or texts.',
  defaultParameterSet: 'GenericMeasure',
  outputs: [
    'Microsoft.PowerShell.Commands.GenericMeasureInfo',
    'Microsoft.PowerShell.Commands.TextMeasureInfo',
    'Microsoft.PowerShell.Commands.GenericObjectMeasureInfo',
  ],
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects.' }),
    Property: parameter(type.named<readonly PSValue[]>('Microsoft.PowerShell.Commands.PSPropertyExpression[]'), {
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      supportsWildcards: true,
      help: 'The properties to measure.',
    }),
    StandardDeviation: generic('The standard deviation of the sample.'),
    Sum: generic('The sum.'),
    AllStats: generic('All statistics.'),
    Average: generic('The average.'),
    Maximum: generic('The largest value.'),
    Minimum: generic('The smallest value.'),
    Line: textual('Counts lines.'),
    Word: textual('Counts words.'),
    Character: textual('Counts characters.'),
    IgnoreWhiteSpace: textual('Does not count blanks.'),
  },
  examples: [{ title: 'A sum', code: '(1, 2, 3 | Measure-Object -Sum).Sum', output: '6' }],
  invoke(ctx) {
    const { engine } = ctx;
    const measured = new Map<string, { readonly name: string; readonly statistics: MeasureStatistics }>();
    let failed = false;
    const toDouble: ToDouble = (value) =>
      doubleOf(value, (other) => operatorsOf(engine).convertToNumber(other, NumberKind.Double));

    const statisticsOf = (name: string, request: MeasureRequest): MeasureStatistics => {
      const key = name.toLowerCase();
      let found = measured.get(key);
      if (!found) {
        found = { name, statistics: new MeasureStatistics(engine, request, toDouble) };
        measured.set(key, found);
      }
      return found.statistics;
    };

    function* count(name: string, value: PSValue, request: MeasureRequest): Flow<void> {
      if (statisticsOf(name, request).add(value)) return;
      failed = true;
      yield* settle(
        ctx.writeError({
          id: 'NonNumericInputObject',
          category: 'InvalidType',
          exceptionType: 'System.Management.Automation.PSInvalidCastException',
          message: `The input object "${String(formatContextOf(engine).objects.text(value))}" is no number.`,
          target: value,
        }),
      );
    }

    const context = formatContextOf(engine);
    let sources: readonly ValueSource[] | undefined;

    function* results(object: PSValue, source: ValueSource): Flow<SourceResult[]> {
      if (typeof source !== 'string') return [yield* settle(evaluateSource(source, object, context))];
      const found: SourceResult[] = [];
      for (const name of context.objects.resolve(object, source))
        found.push(yield* settle(readProperty(object, name, context)));
      return found.length > 0 ? found : [{ found: false, value: null, name: source }];
    }

    function* measure(object: PSValue, source: ValueSource, request: MeasureRequest): Flow<void> {
      for (const result of yield* results(object, source)) {
        const value = baseOf(result.value);
        if (!result.found || 'failure' in result || value === null || value === undefined)
          statisticsOf(result.name, request);
        else yield* count(result.name, value, request);
      }
    }

    function* measureAll(object: PSValue, request: MeasureRequest): Flow<void> {
      if (sources === undefined) yield* count('', baseOf(object), request);
      else for (const source of sources) yield* measure(object, source, request);
    }

    /** Counts a number of a plain property in at once; false for everything else. */
    function countsAtOnce(object: PSValue, request: MeasureRequest): boolean {
      const source = sources?.length === 1 ? sources[0] : undefined;
      if (typeof source !== 'string') return false;
      const plain = context.objects.plain(object, source);
      if (plain === undefined || plain instanceof Promise || typeof plain.value !== 'number') return false;
      return statisticsOf(plain.name, request).add(plain.value);
    }

    return {
      process(args) {
        const { InputObject } = args;
        if (InputObject === null || InputObject === undefined) return undefined;
        if (args.Property) sources ??= readPropertyTables(args.Property, [expressionKey]).map(sourceOf);
        return countsAtOnce(InputObject, args) ? undefined : runFlow(measureAll(InputObject, args));
      },
      end: (args) =>
        runFlow(
          (function* (): Flow<void> {
            if (measured.size === 0 && !args.Property) statisticsOf('', args);
            const isText = ctx.parameterSetName === 'TextMeasure';
            for (const { name, statistics } of measured.values()) {
              if (statistics.count === 0 && args.Property) {
                if (engine.strictMode >= 2) yield* settle(ctx.writeError(propertyNotFound(name, isText)));
                continue;
              }
              const info = isText ? statistics.text() : statistics.generic(failed);
              if (args.Property) info.property = name;
              yield* settle(ctx.write(info));
            }
          })(),
        ),
    };
  },
});

function propertyNotFound(name: string, isText: boolean) {
  return fail({
    id: isText ? 'TextMeasurePropertyNotFound' : 'GenericMeasurePropertyNotFound',
    category: 'ObjectNotFound',
    exceptionType: 'System.Management.Automation.PSArgumentException',
    message: `No input object has a property '${name}'.`,
  }).record;
}

function doubleOf(value: PSValue, convert: (value: PSValue) => unknown): number | undefined {
  if (typeof value === 'number') return value;
  try {
    const converted = convert(value);
    return asDouble(converted) ?? (typeof converted === 'number' ? converted : undefined);
  } catch (thrown) {
    if (thrown instanceof ConversionFailure || thrown instanceof TerminatingError) return undefined;
    throw thrown;
  }
}
