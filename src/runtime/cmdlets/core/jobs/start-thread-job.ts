import { blockText } from '../../../commands/command-info.ts';
import { defineCmdlet } from '../../../commands/define-cmdlet.ts';
import { absolutePath } from '../../../commands/discovery/file-lookup.ts';
import { parameter, type } from '../../../commands/parameter.ts';
import { parseScript } from '../../../evaluate/parse-script.ts';
import type { PSValue } from '../../../values/ps-value.ts';
import { startThreadJob } from './thread-job.ts';

/** Start-ThreadJob: runs code beside the caller in this process; results stay live objects. */
export const startThreadJobCommand = defineCmdlet({
  name: 'Start-ThreadJob',
  synopsis: 'Starts a job on a thread of its own.',
  defaultParameterSet: 'ScriptBlock',
  className: 'Microsoft.PowerShell.ThreadJob.StartThreadJobCommand',
  effects: ['state'],
  outputs: ['ThreadJob.ThreadJob'],
  parameters: {
    ScriptBlock: parameter(type.scriptBlock, { set: 'ScriptBlock', mandatory: true, position: 0, help: 'Its code.' }),
    FilePath: parameter(type.string, { set: 'FilePath', mandatory: true, position: 0, help: 'A script file.' }),
    Name: parameter(type.string, { help: 'Its name.' }),
    InitializationScript: parameter(type.scriptBlock, { help: 'Code that runs first.' }),
    InputObject: parameter(type.psobject, { pipeline: 'value', help: '$input of its code.' }),
    ArgumentList: parameter(type.objects, { help: 'Arguments of its code.' }),
    ThrottleLimit: parameter(type.int, {
      validate: [{ kind: 'range', min: 1, max: 1000000 }],
      help: 'How many of these jobs run at a time.',
    }),
  },
  invoke(ctx) {
    const input: PSValue[] = [];
    return {
      process(args) {
        if (ctx.bound.has('InputObject')) input.push(args.InputObject ?? null);
      },
      async end(args) {
        const path = args.FilePath === undefined ? undefined : absolutePath(ctx.caller, args.FilePath);
        const block =
          args.ScriptBlock ??
          parseScript(
            new TextDecoder().decode(await ctx.engine.fs.readFile(path ?? '')),
            ctx.caller.sessionState,
            path,
          );
        const job = await startThreadJob(ctx.caller, {
          block,
          name: args.Name,
          command: args.ScriptBlock ? blockText(block) : (path ?? ''),
          args: args.ArgumentList ?? [],
          input: ctx.bound.has('InputObject') ? input : undefined,
          before: args.InitializationScript,
          throttle: args.ThrottleLimit ?? 5,
        });
        await ctx.write(job);
      },
    };
  },
});
