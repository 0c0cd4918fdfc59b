import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { evaluateSource } from '../../formatting/property-expression.ts';
import { getVariable } from '../../scope/variable-access.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { scopeOf } from '../management/item-paths.ts';
import { expressionKey, readPropertyTables } from '../property-parameter.ts';
import { sourceOf } from './sort-keys.ts';

/** Join-String: the texts of objects as one string. */
export const joinString = defineCmdlet({
  name: 'Join-String',
  synopsis: 'Joins the texts of objects into one string.',
  defaultParameterSet: 'default',
  outputs: ['System.String'],
  effects: ['none'],
  parameters: {
    Property: parameter(type.named<PSValue>('Microsoft.PowerShell.Commands.PSPropertyExpression'), {
      position: 0,
      help: 'The property or block whose values are joined.',
    }),
    Separator: parameter(type.string, {
      position: 1,
      allowEmptyString: true,
      help: 'What stands between; $OFS where left out.',
    }),
    OutputPrefix: parameter(type.string, { aliases: ['op'], help: 'What stands before everything.' }),
    OutputSuffix: parameter(type.string, { aliases: ['os'], help: 'What stands after everything.' }),
    SingleQuote: parameter(type.switch, { set: 'SingleQuote', help: 'Puts each text in single quotes.' }),
    DoubleQuote: parameter(type.switch, { set: 'DoubleQuote', help: 'Puts each text in double quotes.' }),
    FormatString: parameter(type.string, { set: 'Format', help: 'A format for each value: {0:N2}.' }),
    UseCulture: parameter(type.switch, { help: 'Formats values as the current culture does.' }),
    InputObject: parameter(type.psobjects, { pipeline: 'value', help: 'The objects.' }),
  },
  examples: [{ title: 'A list', code: "'a', 'b' | Join-String -Separator ', ' -SingleQuote", output: "'a', 'b'" }],
  invoke(ctx) {
    const { engine } = ctx;
    const parts: string[] = [];

    function* part(
      object: PSValue,
      property: PSValue,
      format: string | undefined,
      culture: string,
    ): Flow<string | undefined> {
      const [table] =
        property === undefined || property === null ? [] : readPropertyTables([property], [expressionKey]);
      let value = object;
      if (table) {
        const result = yield* settle(evaluateSource(sourceOf(table), object, formatContextOf(engine)));
        if ('failure' in result) throw result.failure;
        if (!result.found || result.value === null || result.value === undefined) return undefined;
        value = result.value;
      }
      if (format) return yield* settle(formatContextOf(engine).objects.format(value, format));
      const types = typeSystemOf(engine);
      return culture === '' ? types.toText(value) : types.netText(value, null, culture);
    }

    return {
      process: (args) =>
        runFlow(
          (function* (): Flow<void> {
            const quote = args.SingleQuote ? "'" : args.DoubleQuote ? '"' : '';
            const culture = args.UseCulture ? engine.culture : '';
            for (const object of args.InputObject ?? []) {
              if (object === null || object === undefined) continue;
              const text = yield* part(object, args.Property, args.FormatString, culture);
              if (text !== undefined) parts.push(quote + text + quote);
            }
          })(),
        ),
      end({ Separator, OutputPrefix = '', OutputSuffix = '' }) {
        const ofs = getVariable(scopeOf(ctx), 'ofs');
        const separator = Separator ?? (ofs === undefined || ofs === null ? '' : typeSystemOf(engine).toText(ofs));
        return ctx.write(OutputPrefix + parts.join(separator) + OutputSuffix);
      },
    };
  },
});
