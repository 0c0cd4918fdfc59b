import { blockText } from '../../../commands/command-info.ts';
import { type CmdletContext, defineCmdlet } from '../../../commands/define-cmdlet.ts';
import { absolutePath } from '../../../commands/discovery/file-lookup.ts';
import { parameter, type } from '../../../commands/parameter.ts';
import { parseScript } from '../../../evaluate/parse-script.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import type { ScriptBlock } from '../../../values/script-block.ts';
import { startBackgroundJob } from './background-job.ts';

const every = ['ComputerName', 'FilePathComputerName', 'LiteralFilePathComputerName'] as const;

interface StartArguments {
  readonly Name?: string | undefined;
  readonly ScriptBlock?: ScriptBlock | undefined;
  readonly FilePath?: string | undefined;
  readonly LiteralPath?: string | undefined;
  readonly InitializationScript?: ScriptBlock | undefined;
  readonly WorkingDirectory?: string | undefined;
  readonly ArgumentList?: readonly PSValue[] | undefined;
}

/** Start-Job: runs code in the background, in a session of its own. */
export const startJob = defineCmdlet({
  name: 'Start-Job',
  aliases: ['sajb'],
  synopsis: 'Starts a background job.',
  defaultParameterSet: 'ComputerName',
  effects: ['state'],
  outputs: ['System.Management.Automation.PSRemotingJob'],
  parameters: {
    Name: parameter(type.string, { set: every, pipeline: 'property', help: 'Its name.' }),
    ScriptBlock: parameter(type.scriptBlock, {
      set: 'ComputerName',
      mandatory: true,
      position: 0,
      aliases: ['Command'],
      help: 'Its code; outer variables are reached by $using:.',
    }),
    FilePath: parameter(type.string, {
      set: 'FilePathComputerName',
      mandatory: true,
      position: 0,
      help: 'A script file.',
    }),
    LiteralPath: parameter(type.string, {
      set: 'LiteralFilePathComputerName',
      mandatory: true,
      aliases: ['PSPath', 'LP'],
      help: 'A script file, its path taken as it is.',
    }),
    InitializationScript: parameter(type.scriptBlock, { set: every, position: 1, help: 'Code that runs first.' }),
    WorkingDirectory: parameter(type.string, { validate: [{ kind: 'notNullOrWhiteSpace' }], help: 'Where it starts.' }),
    RunAs32: parameter(type.switch, { set: every, help: 'Not possible: there is no 32-bit shell here.' }),
    InputObject: parameter(type.psobject, { set: every, pipeline: 'value', help: '$input of its code.' }),
    ArgumentList: parameter(type.objects, { set: every, aliases: ['Args'], help: 'Arguments of its code.' }),
  },
  invoke(ctx) {
    const input: PSValue[] = [];
    return {
      process(args) {
        if (ctx.bound.has('InputObject')) input.push(args.InputObject ?? null);
      },
      async end(args) {
        if (args.RunAs32)
          ctx.throwTerminating({
            id: 'RunAs32NotSupported',
            category: 'InvalidOperation',
            exceptionType: 'System.Management.Automation.PSNotSupportedException',
            message: 'There is no 32-bit shell that -RunAs32 could start.',
          });
        const block = args.ScriptBlock ?? (await fileBlock(ctx, args));
        const job = await startBackgroundJob(ctx.caller, {
          block,
          name: args.Name,
          command: args.ScriptBlock ? blockText(block) : (args.FilePath ?? args.LiteralPath ?? ''),
          args: args.ArgumentList ?? [],
          input: ctx.bound.has('InputObject') ? input : undefined,
          before: args.InitializationScript,
          ...(await startPlace(ctx, args)),
        });
        await ctx.write(job);
      },
    };
  },
});

/** Where the job starts: what -WorkingDirectory names, as it is written. */
async function startPlace(ctx: CmdletContext, { WorkingDirectory: place }: StartArguments) {
  if (place === undefined) return {};
  const directory = absolutePath(ctx.caller, place);
  if ((await ctx.engine.fs.stat(directory))?.kind === 'directory') return { directory, location: place };
  return ctx.throwTerminating({
    id: 'DirectoryNotFoundException',
    category: 'InvalidOperation',
    exceptionType: 'System.IO.DirectoryNotFoundException',
    message: `There is no folder '${place}' to start a job in.`,
    target: place,
  });
}

async function fileBlock(ctx: CmdletContext, args: StartArguments): Promise<ScriptBlock> {
  const path = absolutePath(ctx.caller, args.FilePath ?? args.LiteralPath ?? '');
  const stat = await ctx.engine.fs.stat(path);
  if (stat?.kind !== 'file') {
    return ctx.throwTerminating({
      id: 'PathNotFound',
      category: 'ObjectNotFound',
      exceptionType: 'System.Management.Automation.ItemNotFoundException',
      message: `There is no file '${path}'.`,
      target: path,
    });
  }
  const bytes = await ctx.engine.fs.readFile(path);
  return parseScript(new TextDecoder().decode(bytes), ctx.caller.sessionState, path);
}
