import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, runFlow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { formatContextOf } from '../../formatting/engine-format-context.ts';
import { OutText } from '../../formatting/out-text.ts';
import { encodingOf, encodingParameter } from '../management/content.ts';
import { outFileTarget } from './out-file-target.ts';
import { TextFileWriter } from './text-file-writer.ts';

/** Out-File: what a console would show, into a file. */
export const outFile = defineCmdlet({
  name: 'Out-File',
  synopsis: 'Writes what a console would show to a file.',
  defaultParameterSet: 'ByPath',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    FilePath: parameter(type.string, {
      aliases: ['Path'],
      sets: { ByPath: { mandatory: true, position: 0 } },
      help: 'The file.',
    }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      sets: { ByLiteralPath: { mandatory: true, pipeline: 'property' } },
      help: 'The file; every character stands for itself.',
    }),
    Encoding: parameter(encodingParameter.type, {
      ...encodingParameter.options,
      position: 1,
      help: 'The encoding; utf8 without mark where left out.',
    }),
    Append: parameter(type.switch, { help: 'Adds to the end of the file.' }),
    Force: parameter(type.switch, { help: 'Writes to read-only files too.' }),
    NoClobber: parameter(type.switch, { aliases: ['NoOverwrite'], help: 'Fails where the file exists.' }),
    Width: parameter(type.int, {
      validate: [{ kind: 'range', min: 2, max: 2147483647 }],
      help: 'Characters in a line; tables are cut to it.',
    }),
    NoNewline: parameter(type.switch, { help: 'Leaves out all line ends.' }),
    InputObject: parameter(type.psobject, { pipeline: 'value', help: 'The objects to write.' }),
  },
  examples: [{ title: 'A table in a file', code: 'Get-ChildItem | Out-File list.txt -Width 120' }],
  invoke(ctx) {
    let out: OutText | undefined;
    let file: TextFileWriter | undefined;
    return {
      begin: (args) =>
        runFlow(
          (function* (): Flow<void> {
            const target = yield* outFileTarget(ctx, args);
            if (!(yield* settle(ctx.shouldProcess(target, 'Output to File')))) return;
            const writer = new TextFileWriter(
              ctx.engine.fs,
              target,
              encodingOf(args.Encoding),
              args.NoNewline ? '' : '\n',
            );
            yield* writer.open({
              append: args.Append === true,
              force: args.Force === true,
              createNew: args.NoClobber === true,
            });
            file = writer;
            const width = args.Width === undefined ? {} : { width: args.Width };
            out = new OutText(formatContextOf(ctx.engine), (line) => writer.line(line), width);
          })(),
        ),
      process: ({ InputObject }) => out?.write(InputObject),
      end() {
        const ended = out?.end();
        return ended instanceof Promise ? ended.then(() => file?.flush()) : file?.flush();
      },
      dispose: () => file?.flush(),
    };
  },
});
