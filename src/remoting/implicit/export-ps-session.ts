import { encodingOf, encodingParameter } from '../../runtime/cmdlets/management/content.ts';
import { defineCmdlet } from '../../runtime/commands/define-cmdlet.ts';
import { parameter, type } from '../../runtime/commands/parameter.ts';
import { joinPath } from '../../runtime/providers/path-text.ts';
import { FileInfo } from '../../runtime/values/file-system-info.ts';
import { chosenCommands } from './chosen-commands.ts';
import { implicitParameters } from './implicit-parameters.ts';
import { writeModule } from './write-module.ts';

/** Export-PSSession: as Import-PSSession, but into a module on disk that opens the session when it is needed. */
export const exportPSSession = defineCmdlet({
  name: 'Export-PSSession',
  aliases: ['epsn'],
  synopsis: 'Writes a module whose functions run commands of a session.',
  outputs: ['System.IO.FileInfo'],
  effects: ['net', 'fs:write'],
  parameters: {
    OutputModule: parameter(type.string, {
      aliases: ['PSPath', 'ModuleName'],
      mandatory: true,
      position: 1,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Folder of the module, or its name, which puts it below the modules of the user.',
    }),
    Force: parameter(type.switch, { help: 'Overwrites a module that is there.' }),
    Encoding: parameter(encodingParameter.type, {
      ...encodingParameter.options,
      help: 'The encoding of the files; utf8 without mark if left out.',
    }),
    ...implicitParameters,
  },
  examples: [
    { title: 'A module for later', code: 'Export-PSSession $s -CommandName Get-* -OutputModule ServerCommands' },
  ],
  invoke(ctx) {
    return {
      async end(args) {
        const { fs, platform } = ctx.engine;
        const named = args.OutputModule;
        const folder = /[\\/]/.test(named)
          ? ctx.engine.drives.resolve(named, null).path
          : joinPath(platform.homeDirectory, `.local/share/powershell/Modules/${named}`, '/');
        if (!args.Force && (await fs.stat(folder)))
          ctx.throwTerminating({
            id: 'ExportProxyCommand_OutputDirectoryExists',
            category: 'ResourceExists',
            exceptionType: 'System.IO.IOException',
            message: `There is already a folder "${folder}"; -Force writes into it.`,
            target: folder,
          });
        const commands = await chosenCommands(ctx, args);
        const files = await writeModule(
          ctx,
          folder.replace(/\/$/, ''),
          args.Session,
          commands,
          encodingOf(args.Encoding),
        );
        for (const path of files) await ctx.write(new FileInfo(fs, path, path));
      },
    };
  },
});
