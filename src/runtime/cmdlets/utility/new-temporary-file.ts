import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { fileFailure } from '../../errors/file-exception.ts';
import { FileSystemError } from '../../host/file-system.ts';
import { FileInfo } from '../../values/file-system-info.ts';
import { step } from '../management/item-paths.ts';

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

function* makeFile(ctx: CmdletContext): Flow<string> {
  const { fs, platform, random } = ctx.engine;
  const folder = platform.tempDirectory.replace(/\/$/, '');
  for (;;) {
    const name = Array.from(random.bytes(6), (byte) => letters[byte % letters.length]).join('');
    const path = `${folder}/tmp${name}.tmp`;
    try {
      yield* settle(fs.writeFile(path, new Uint8Array(), { createNew: true }));
      return path;
    } catch (thrown) {
      if (!(thrown instanceof FileSystemError) || thrown.code !== 'exists')
        throw fileFailure(thrown, 'NewTemporaryFileWriteError', 'WriteError');
    }
  }
}

/** New-TemporaryFile: an empty file with a name of its own. */
export const newTemporaryFile = defineCmdlet({
  name: 'New-TemporaryFile',
  synopsis: 'Makes an empty file in the folder for temporary files.',
  supportsShouldProcess: true,
  confirmImpact: 'Low',
  outputs: ['System.IO.FileInfo'],
  effects: ['fs:write'],
  parameters: {},
  invoke: (ctx) => ({
    end: () =>
      step(
        (function* () {
          if (!(yield* settle(ctx.shouldProcess(ctx.engine.platform.tempDirectory)))) return;
          yield* settle(ctx.write(new FileInfo(ctx.engine.fs, yield* makeFile(ctx))));
        })(),
      ),
  }),
});
