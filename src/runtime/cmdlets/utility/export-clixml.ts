import { defineCmdlet } from '../../commands/define-cmdlet.ts';
import { settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { PSValue } from '../../values/ps-value.ts';
import { outFileTarget } from '../formatting/out-file-target.ts';
import { TextFileWriter } from '../formatting/text-file-writer.ts';
import { encodingOf, encodingParameter } from '../management/content.ts';
import { step } from '../management/item-paths.ts';
import { clixmlText } from './clixml-text.ts';

/** Export-Clixml: objects as CLIXML in a file. */
export const exportClixml = defineCmdlet({
  name: 'Export-Clixml',
  synopsis: 'Writes objects with their types to an XML file.',
  defaultParameterSet: 'ByPath',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  effects: ['fs:write'],
  parameters: {
    Depth: parameter(type.int, {
      validate: [{ kind: 'range', min: 1, max: 2147483647 }],
      help: 'Levels of properties of properties; 2 where left out.',
    }),
    Path: parameter(type.string, { set: 'ByPath', mandatory: true, position: 0, help: 'The file.' }),
    LiteralPath: parameter(type.string, {
      aliases: ['PSPath', 'LP'],
      set: 'ByLiteralPath',
      mandatory: true,
      help: 'The file; every character stands for itself.',
    }),
    InputObject: parameter(type.psobject, {
      mandatory: true,
      pipeline: 'value',
      allowNull: true,
      help: 'The objects.',
    }),
    Force: parameter(type.switch, { help: 'Writes to a read-only file too.' }),
    NoClobber: parameter(type.switch, { aliases: ['NoOverwrite'], help: 'Fails where the file exists.' }),
    Encoding: parameter(encodingParameter.type, {
      ...encodingParameter.options,
      help: 'The encoding; utf8 without mark where left out.',
    }),
  },
  examples: [{ title: 'A file and back', code: 'Get-Date | Export-Clixml now.xml; Import-Clixml now.xml' }],
  invoke(ctx) {
    const values: PSValue[] = [];
    let file: TextFileWriter | undefined;
    return {
      begin: (args) =>
        step(
          (function* () {
            const path = args.LiteralPath ?? args.Path ?? '';
            if (!(yield* settle(ctx.shouldProcess(path)))) return;
            const target = yield* outFileTarget(ctx, { FilePath: args.Path, LiteralPath: args.LiteralPath });
            const writer = new TextFileWriter(ctx.engine.fs, target, encodingOf(args.Encoding), '');
            yield* writer.open({ append: false, force: args.Force === true, createNew: args.NoClobber === true });
            file = writer;
          })(),
        ),
      process({ InputObject }) {
        if (file) values.push(InputObject ?? null);
      },
      end: (args) =>
        step(
          (function* () {
            if (!file) return;
            yield* settle(file.line(yield* clixmlText(ctx, values, args.Depth)));
            yield* settle(file.flush());
          })(),
        ),
    };
  },
});
