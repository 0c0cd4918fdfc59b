import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { type BoundArguments, parameter, type } from '../../commands/parameter.ts';
import { ControlFlow } from '../../errors/control-flow.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { evaluateSource, sourceName } from '../../formatting/property-expression.ts';
import type { ValueSource } from '../../formatting/view.ts';
import { htmlEncode } from '../../types/system-net/html-entities.ts';
import { typeSystemOf } from '../../types/type-system.ts';
import { PSObject } from '../../values/ps-object.ts';
import type { PSValue } from '../../values/ps-value.ts';
import {
  expressionKey,
  labelKey,
  type PropertyKey,
  type PropertyTable,
  readPropertyTables,
} from '../property-parameter.ts';
import { type HtmlColumn, isKnownMeta, pageStart, tableHead } from './html-page.ts';
import { sourceOf } from './sort-keys.ts';

const notEmpty = [{ kind: 'notNullOrEmpty' }] as const;

const keys: readonly PropertyKey[] = [
  expressionKey,
  labelKey,
  { name: 'alignment', kinds: ['string'] },
  { name: 'width', kinds: ['string', 'int'] },
];

const parameters = {
  InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects.' }),
  Property: parameter(type.objects, { position: 0, help: 'Names, blocks and tables of properties; all if left out.' }),
  Body: parameter(type.strings, { sets: { Page: { position: 3 } }, help: 'What the body begins with.' }),
  Head: parameter(type.strings, { sets: { Page: { position: 1 } }, help: 'The head, in place of the title.' }),
  Title: parameter(type.string, { sets: { Page: { position: 2 } }, validate: notEmpty, help: 'The title.' }),
  As: parameter(type.string, {
    validate: [...notEmpty, { kind: 'set', values: ['Table', 'List'] }],
    help: 'Table (one row an object) or List (one row a property).',
  }),
  CssUri: parameter(type.named<PSValue>('System.Uri'), {
    set: 'Page',
    aliases: ['cu', 'uri'],
    validate: notEmpty,
    help: 'The address of a style sheet.',
  }),
  Fragment: parameter(type.switch, { set: 'Fragment', validate: notEmpty, help: 'Only the table.' }),
  PostContent: parameter(type.strings, { validate: notEmpty, help: 'What comes after the table.' }),
  PreContent: parameter(type.strings, { validate: notEmpty, help: 'What comes before the table.' }),
  Meta: parameter(type.hashtable, { set: 'Page', validate: notEmpty, help: 'Names and contents of meta elements.' }),
  Charset: parameter(type.string, {
    set: 'Page',
    validate: [...notEmpty, { kind: 'pattern', pattern: '^[A-Za-z0-9]\\w+\\S+[A-Za-z0-9]$' }],
    help: 'The character set the page names.',
  }),
  Transitional: parameter(type.switch, {
    set: 'Page',
    validate: notEmpty,
    help: 'Takes the transitional document type.',
  }),
} as const;

type Arguments = BoundArguments<typeof parameters>;

/** A property that is shown: one of the object's, or what a block gives. */
interface Shown extends HtmlColumn {
  readonly source: ValueSource;
}

/** ConvertTo-Html: objects as a table in a page. */
export const convertToHtml = defineCmdlet({
  name: 'ConvertTo-Html',
  synopsis: 'Makes an HTML table of objects.',
  defaultParameterSet: 'Page',
  outputs: ['System.String'],
  effects: ['none'],
  parameters,
  examples: [
    {
      title: 'Only the table',
      code: '[pscustomobject]@{ A = 1 } | ConvertTo-Html -Fragment',
      output: '<table>\n<colgroup><col/></colgroup>\n<tr><th>A</th></tr>\n<tr><td>1</td></tr>\n</table>',
    },
  ],
  invoke(ctx) {
    let tables: readonly PropertyTable[] = [];
    let columns: readonly Shown[] = [];
    let count = 0;

    function* lines(texts: readonly string[]): Flow<void> {
      for (const text of texts) yield* settle(ctx.write(text));
    }

    function* list(object: PSValue): Flow<void> {
      if (count > 1) yield* settle(ctx.write('<tr><td><hr></td></tr>'));
      for (const column of columns) {
        yield* settle(ctx.write(`<tr><td>${column.label}:</td><td>${yield* cell(ctx, object, column)}</td></tr>`));
      }
    }

    return {
      begin: (args) =>
        runFlow(
          (function* (): Flow<void> {
            tables = readPropertyTables(args.Property ?? ['*'], keys);
            if (!args.Fragment) yield* lines(yield* startOf(ctx, args));
            yield* lines([...(args.PreContent ?? []), '<table>']);
          })(),
        ),
      process: (args) =>
        runFlow(
          (function* (): Flow<void> {
            const { InputObject } = args;
            if (InputObject === null || InputObject === undefined) return;
            count++;
            const isList = args.As?.toLowerCase() === 'list';
            if (isList || columns.length === 0) {
              columns = columnsOf(ctx, InputObject, tables);
              if (columns.length === 0) return;
              if (!isList) yield* lines(tableHead(columns));
            }
            if (isList) {
              yield* list(InputObject);
              return;
            }
            let row = '<tr>';
            for (const column of columns) row += `<td>${yield* cell(ctx, InputObject, column)}</td>`;
            yield* settle(ctx.write(`${row}</tr>`));
          })(),
        ),
      end: (args) =>
        runFlow(lines(['</table>', ...(args.PostContent ?? []), ...(args.Fragment ? [] : ['</body></html>'])])),
    };
  },
});

function* startOf(ctx: CmdletContext, args: Arguments): Flow<string[]> {
  const types = typeSystemOf(ctx.engine);
  const meta: [string, string][] = [];
  for (const { key, value } of args.Meta?.entries() ?? []) {
    const name = types.toText(key);
    if (!isKnownMeta(name)) yield* settle(ctx.writeWarning(`HTML has no meta element named '${name}'.`));
    meta.push([name, types.toText(value)]);
  }
  const styleSheet = args.CssUri === undefined ? undefined : types.netText(args.CssUri);
  if (styleSheet?.trim() === '') {
    ctx.throwTerminating({
      id: 'ArgumentException',
      category: 'InvalidArgument',
      exceptionType: 'System.ArgumentException',
      message: '-CssUri must not be empty.',
      target: 'CSSUri',
    });
  }
  return pageStart({
    title: args.Title ?? 'HTML TABLE',
    head: args.Head,
    body: args.Body,
    styleSheet,
    charset: args.Charset,
    meta,
    isTransitional: args.Transitional === true,
  });
}

/** The columns that the asked-for properties stand for in an object; those it lacks are left out. */
function columnsOf(ctx: CmdletContext, object: PSValue, tables: readonly PropertyTable[]): Shown[] {
  const { objects } = formatContextOf(ctx.engine);
  return tables.flatMap((table) => {
    const source = sourceOf(table);
    const sources: readonly ValueSource[] = typeof source === 'string' ? objects.resolve(object, source) : [source];
    const label = table.get('label');
    return sources.map((each) => ({
      source: each,
      label: typeof label === 'string' ? label : sourceName(each),
      width: table.get('width'),
      alignment: table.get('alignment'),
    }));
  });
}

function* cell(ctx: CmdletContext, object: PSValue, { source }: Shown): Flow<string> {
  const { value } = yield* settle(evaluateSource(source, object, formatContextOf(ctx.engine)));
  return value === null || value === undefined ? '' : htmlEncode(textOf(ctx, value));
}

/** `ToString()`; empty where it fails. */
function textOf(ctx: CmdletContext, value: PSValue): string {
  const types = typeSystemOf(ctx.engine);
  try {
    return value instanceof PSObject && value.base === undefined ? types.toText(value) : types.netText(value);
  } catch (thrown) {
    if (thrown instanceof ControlFlow) throw thrown;
    return '';
  }
}
