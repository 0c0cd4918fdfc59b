import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import type { Flow } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import { type ItemArguments, reporting, step } from '../management/item-paths.ts';
import { filesAt } from './files-at.ts';

/** How many items the paths name; what names nothing is reported. */
function* filesOf(ctx: CmdletContext, { Path, LiteralPath }: ItemArguments): Flow<number> {
  let found = 0;
  for (const path of LiteralPath ?? Path ?? [])
    found += (yield* reporting(ctx, filesAt(ctx, path, LiteralPath !== undefined, false)))?.length ?? 0;
  return found;
}

/** Unblock-File: takes the mark of downloaded files off; Linux has no such mark, so this only looks the files up. */
export const unblockFile = defineCmdlet({
  name: 'Unblock-File',
  synopsis: 'Takes the mark of a downloaded file off; only Windows and macOS know one.',
  defaultParameterSet: 'ByPath',
  supportsShouldProcess: true,
  effects: ['fs:read'],
  parameters: {
    Path: parameter(type.strings, {
      set: 'ByPath',
      mandatory: true,
      position: 0,
      supportsWildcards: true,
      help: 'The files; wildcards are allowed.',
    }),
    LiteralPath: parameter(type.strings, {
      aliases: ['PSPath', 'LP'],
      set: 'ByLiteralPath',
      mandatory: true,
      pipeline: 'property',
      help: 'The files; every character stands for itself.',
    }),
  },
  invoke: (ctx) => ({
    process: (args) =>
      step(
        (function* () {
          const found = yield* filesOf(ctx, args);
          if (found > 0 && ctx.engine.platform.os === 'linux')
            ctx.throwTerminating({
              id: 'LinuxNotSupported',
              category: 'NotImplemented',
              exceptionType: 'System.PlatformNotSupportedException',
              message: 'Linux does not mark downloaded files, so there is nothing to unblock.',
            });
        })(),
      ),
  }),
});
