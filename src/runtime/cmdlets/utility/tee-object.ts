import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { OutText } from '../../formatting/out-text.ts';
import { assignIn } from '../../scope/variable-access.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { outFileTarget } from '../formatting/out-file-target.ts';
import { TextFileWriter } from '../formatting/text-file-writer.ts';
import { encodingOf, encodingParameter } from '../management/content.ts';
import { scopeOf } from '../management/item-paths.ts';

/** Tee-Object: keeps the objects that pass in a file or variable. */
export const teeObject = defineCmdlet({
  name: 'Tee-Object',
  synopsis: 'Keeps the objects that pass in a file or variable.',
  defaultParameterSet: 'File',
  effects: ['fs:write', 'state'],
  parameters: {
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects.' }),
    FilePath: parameter(type.string, {
      aliases: ['Path'],
      sets: { File: { mandatory: true, position: 0 } },
      help: 'The file.',
    }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      sets: { LiteralFile: { mandatory: true } },
      help: 'The file; every character stands for itself.',
    }),
    Append: parameter(type.switch, { set: 'File', help: 'Adds to the end of the file.' }),
    Encoding: parameter(encodingParameter.type, {
      ...encodingParameter.options,
      set: ['File', 'LiteralFile'],
      help: 'The encoding of the file.',
    }),
    Variable: parameter(type.string, { sets: { Variable: { mandatory: true } }, help: 'The variable.' }),
  },
  examples: [{ title: 'A variable', code: '1..3 | Tee-Object -Variable all | Out-Null; $all.Count', output: '3' }],
  invoke(ctx) {
    const kept: PSValue[] = [];
    let out: OutText | undefined;
    let file: TextFileWriter | undefined;
    return {
      begin: (args) =>
        runFlow(
          (function* (): Flow<void> {
            if (args.Variable !== undefined) return;
            const target = yield* outFileTarget(ctx, args);
            const writer = new TextFileWriter(ctx.engine.fs, target, encodingOf(args.Encoding), '\n');
            yield* writer.open({ append: args.Append === true, force: false, createNew: false });
            file = writer;
            out = new OutText(formatContextOf(ctx.engine), (line) => writer.line(line));
          })(),
        ),
      process: ({ InputObject }) =>
        runFlow(
          (function* (): Flow<void> {
            if (out) yield* settle(out.write(InputObject));
            else kept.push(InputObject ?? null);
            yield* settle(ctx.write(InputObject));
          })(),
        ),
      end: ({ Variable }) =>
        runFlow(
          (function* (): Flow<void> {
            yield* settle(out?.end());
            yield* settle(file?.flush());
            if (Variable === undefined) return;
            const value = kept.length === 0 ? null : kept.length === 1 ? kept[0] : kept;
            yield* settle(assignIn(scopeOf(ctx), Variable, Variable.toLowerCase(), value));
          })(),
        ),
      dispose: () => file?.flush(),
    };
  },
});
