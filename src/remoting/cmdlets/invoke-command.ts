import { type CmdletContext, defineCmdlet } from '../../runtime/commands/define-cmdlet.ts';
import type { BoundArguments } from '../../runtime/commands/parameter.ts';
import type { PSValue } from '../../runtime/values/ps-value.ts';
import type { PSSession } from '../sessions/ps-session.ts';
import { convertBlock } from './convertible-block.ts';
import { invokeCommandParameters } from './invoke-command-parameters.ts';
import { RemoteInvocation } from './remote-invocation.ts';
import { type JobPlace, startRemoteJob } from './remote-job.ts';
import { blockText, type RemoteScript } from './remote-script.ts';
import { scriptFile } from './script-file.ts';
import { openAll, transportRecord } from './session-context.ts';
import { targetsOf } from './session-targets.ts';
import { usingDictionary } from './using-values.ts';

type Arguments = BoundArguments<typeof invokeCommandParameters>;

const DEFAULT_THROTTLE = 32;

/** Invoke-Command: runs a script in sessions, on computers, or right here (about_Remote). */
export const invokeCommand = defineCmdlet({
  name: 'Invoke-Command',
  aliases: ['icm'],
  synopsis: 'Runs commands on remote computers and brings their results back.',
  defaultParameterSet: 'InProcess',
  effects: ['net'],
  parameters: invokeCommandParameters,
  examples: [
    {
      title: 'What a session keeps from call to call',
      code: '$s = New-PSSession localhost\nInvoke-Command -Session $s { $p = 1..3 }\nInvoke-Command -Session $s { $p.Count }\nRemove-PSSession $s',
      output: '3',
    },
    {
      title: 'Local values in a remote script',
      code: '$n = 5\nInvoke-Command -ComputerName . { $using:n * 2 }',
      output: '10',
    },
    {
      title: 'A local script on two computers',
      code: 'Invoke-Command -ComputerName Server01, Server02 -FilePath ./collect.ps1',
    },
  ],
  invoke(ctx) {
    if (ctx.parameterSetName === 'InProcess') return inProcess(ctx);
    const inFront = remotely(ctx);
    const background = inBackground(ctx);
    return {
      begin: (args) => (args.AsJob ? background : inFront).begin(args),
      process: (args) => (args.AsJob ? background : inFront).process(args),
      end: (args) => (args.AsJob ? background : inFront).end(args),
      dispose: () => inFront.dispose(),
    };
  },
});

/** Without a target the block runs in this session, once, with all input. */
function inProcess(ctx: CmdletContext) {
  const input: PSValue[] = [];
  return {
    process(args: Arguments) {
      if (ctx.bound.has('InputObject')) input.push(args.InputObject);
    },
    async end(args: Arguments) {
      const block = args.ScriptBlock;
      if (!block) return;
      await ctx.engine.invokeBlock(block, {
        args: args.ArgumentList ?? [],
        input,
        inputAsList: true,
        dotSource: args.NoNewScope === true,
        output: ctx.output,
        errors: 'report',
      });
    },
  };
}

/** -AsJob: the job takes all input and starts then. */
function inBackground(ctx: CmdletContext) {
  const input: PSValue[] = [];
  return {
    begin: async (args: Arguments) => refuseUnsupported(ctx, args),
    async process(args: Arguments) {
      if (ctx.bound.has('InputObject')) input.push(args.InputObject);
    },
    async end(args: Arguments) {
      const script = await scriptOf(ctx, args);
      const places: JobPlace[] = args.Session
        ? args.Session.map((session) => ({ session }))
        : (await targetsOf(ctx, args)).map((target) => ({ target }));
      const job = startRemoteJob(ctx.engine, places, {
        script,
        input,
        name: args.JobName,
        throttle: throttleOf(args),
        isShown: args.HideComputerName !== true,
      });
      await ctx.write(job);
    },
  };
}

function throttleOf({ ThrottleLimit: limit }: Arguments): number {
  return limit !== undefined && limit > 0 ? limit : DEFAULT_THROTTLE;
}

function remotely(ctx: CmdletContext) {
  const temporary: PSSession[] = [];
  let invocation: RemoteInvocation | undefined;
  return {
    async begin(args: Arguments) {
      refuseUnsupported(ctx, args);
      const script = await scriptOf(ctx, args);
      const isShown = args.HideComputerName !== true;
      if (args.Session) {
        const sessions = await usable(ctx, args.Session);
        invocation = new RemoteInvocation(ctx, propagatesThrow(ctx, args), isShown);
        for (const session of sessions) await invocation.start(session, script);
        return;
      }
      const targets = await targetsOf(ctx, args);
      const started = new RemoteInvocation(ctx, propagatesThrow(ctx, args), isShown);
      invocation = started;
      const openings = openAll(ctx, targets, throttleOf(args)).map(async (opening) => {
        const opened = await opening;
        if ('session' in opened) {
          temporary.push(opened.session);
          await started.start(opened.session, script);
        } else
          started.later(() =>
            ctx.writeError(transportRecord('PSSessionStateBroken', opened.target.computerName, opened.failure, null)),
          );
      });
      for (const opening of openings) started.track(opening);
      if (script.hasInput) await Promise.all(openings);
    },
    async process(args: Arguments) {
      if (ctx.bound.has('InputObject')) await invocation?.input(args.InputObject);
    },
    async end() {
      invocation?.endInput();
      await invocation?.finish();
    },
    async dispose() {
      await invocation?.dispose();
      await Promise.all(temporary.map((session) => session.runspace.close()));
    },
  };
}

/** A `throw` there is one here too where the command names a single session, computer or URI; -HostName never does. */
function propagatesThrow(ctx: CmdletContext, args: Arguments): boolean {
  const named = {
    ComputerName: args.ComputerName,
    Runspace: args.Session,
    Session: args.Session,
    Uri: args.ConnectionUri,
  };
  const set = ctx.parameterSetName.replace(/^FilePath/, '');
  return Object.entries(named).some(([name, list]) => name === set && list?.length === 1);
}

function refuseUnsupported(ctx: CmdletContext, args: Arguments): void {
  const refused = args.InDisconnectedSession ? '-InDisconnectedSession' : args.RemoteDebug ? '-RemoteDebug' : undefined;
  if (refused === undefined) return;
  ctx.throwTerminating({
    id: 'NotSupported',
    category: 'NotImplemented',
    exceptionType: 'System.NotSupportedException',
    message: `Invoke-Command ${refused} is not supported; run the command without it.`,
  });
}

async function scriptOf(ctx: CmdletContext, args: Arguments): Promise<RemoteScript> {
  const hasInput = ctx.expectingInput || ctx.bound.has('InputObject');
  const list = args.ArgumentList ?? [];
  if (args.FilePath !== undefined) {
    const { text, block } = await scriptFile(ctx, args.FilePath);
    return { text, args: list, using: await usingDictionary(ctx, block), hasInput };
  }
  const block = args.ScriptBlock;
  if (!block) throw new Error('the binder lets no remote set pass without -ScriptBlock or -FilePath');
  const using = await usingDictionary(ctx, block);
  const text = blockText(ctx.engine, block, ctx.expectingInput);
  return { statements: convertBlock(block.ast, using), text, args: list, using, hasInput };
}

/** The sessions that can take a command now; each other one is reported, and none at all ends this command. */
async function usable(ctx: CmdletContext, sessions: readonly PSSession[]): Promise<readonly PSSession[]> {
  const free: PSSession[] = [];
  for (const session of sessions) {
    const { state, availability } = session.runspace;
    if (state === 'Opened' && availability === 'Available') free.push(session);
    else await ctx.writeError(state === 'Opened' ? busy(session) : notOpen(session));
  }
  if (free.length > 0) return free;
  return ctx.throwTerminating({
    id: 'InvalidOperation',
    category: 'InvalidOperation',
    exceptionType: 'System.Management.Automation.PSInvalidOperationException',
    message: 'None of the sessions can run a command now.',
  });
}

function notOpen(session: PSSession) {
  return {
    id: 'InvokeCommandCommandInvalidSessionState',
    category: 'InvalidOperation',
    exceptionType: 'System.Management.Automation.Runspaces.InvalidRunspaceStateException',
    message: `The session ${session.name} on ${session.computerName} is ${session.runspace.state}; only an open one can run commands.`,
    target: session,
  } as const;
}

function busy(session: PSSession) {
  return {
    id: 'InvokeCommandCommandInvalidSessionAvailability',
    category: 'InvalidOperation',
    exceptionType: 'System.Management.Automation.Runspaces.InvalidRunspaceStateException',
    message: `The session ${session.name} on ${session.computerName} is busy with another command.`,
    target: session,
  } as const;
}
