import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { JsonWriter, type JsonWriterOptions, PendingMember } from './json-writer.ts';

const DEFAULT_DEPTH = 2;

interface Options {
  readonly AsArray?: boolean | undefined;
  readonly Depth?: number | undefined;
  readonly Compress?: boolean | undefined;
  readonly EnumsAsStrings?: boolean | undefined;
  readonly EscapeHandling?: JsonWriterOptions['escape'] | undefined;
}

/** ConvertTo-Json: JSON text of objects. */
export const convertToJson = defineCmdlet({
  name: 'ConvertTo-Json',
  synopsis: 'Makes JSON text of objects.',
  outputs: ['System.String'],
  effects: ['none'],
  parameters: {
    InputObject: parameter(type.object, {
      mandatory: true,
      position: 0,
      pipeline: 'value',
      allowNull: true,
      help: 'The objects; several from the pipeline make an array.',
    }),
    Depth: parameter(type.int, {
      validate: [{ kind: 'range', min: 0, max: 100 }],
      help: 'How deep objects are written; deeper ones become text.',
    }),
    Compress: parameter(type.switch, { help: 'No blanks and line ends.' }),
    EnumsAsStrings: parameter(type.switch, { help: 'Names of enum values instead of numbers.' }),
    AsArray: parameter(type.switch, { help: 'An array even for one object.' }),
    EscapeHandling: parameter(type.enumOf<JsonWriterOptions['escape']>('Newtonsoft.Json.StringEscapeHandling'), {
      help: 'Which characters are escaped: Default, EscapeNonAscii or EscapeHtml.',
    }),
  },
  examples: [
    { title: 'A table', code: '[ordered]@{ a = 1; b = $true } | ConvertTo-Json -Compress', output: '{"a":1,"b":true}' },
  ],
  invoke(ctx) {
    const values: PSValue[] = [];
    return {
      process({ InputObject }) {
        values.push(InputObject ?? null);
      },
      end: (args) => runFlow(writeText(ctx, values, args)),
    };
  },
});

function* writeText(ctx: CmdletContext, values: readonly PSValue[], args: Options): Flow<void> {
  if (values.length === 0) return;
  const value = values.length > 1 || args.AsArray ? values : values[0];
  const options: JsonWriterOptions = {
    depth: args.Depth ?? DEFAULT_DEPTH,
    compress: args.Compress === true,
    enumsAsStrings: args.EnumsAsStrings === true,
    escape: args.EscapeHandling ?? 'Default',
  };
  const known = new Map<PSValue, Map<string, PSValue>>();
  for (;;) {
    const writer = new JsonWriter(ctx.engine, options, known);
    try {
      const text = writer.write(value);
      if (writer.wasCut) {
        yield* settle(
          ctx.writeWarning(
            `The JSON text was cut at depth ${options.depth}; what lies deeper is text. Use -Depth for more.`,
          ),
        );
      }
      yield* settle(ctx.write(text));
      return;
    } catch (thrown) {
      if (!(thrown instanceof PendingMember)) throw thrown;
      const owner = known.get(thrown.owner) ?? new Map<string, PSValue>();
      owner.set(thrown.name, (yield* settle(thrown.value)) ?? null);
      known.set(thrown.owner, owner);
    }
  }
}
