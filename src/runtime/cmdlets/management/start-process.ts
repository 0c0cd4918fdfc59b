import { type CmdletContext, defineCmdlet } from '../../commands/define-cmdlet.ts';
import { findByPath, findOnPath, isPathName } from '../../commands/discovery/file-lookup.ts';
import { type Flow, settle } from '../../commands/flow.ts';
import { parameter, type } from '../../commands/parameter.ts';
import type { ErrorSpec } from '../../errors/error-record.ts';
import { environmentEntries } from '../../host/own-environment.ts';
import { splitArguments } from '../../types/system-diagnostics/process-start-info.ts';
import type { Hashtable } from '../../values/hashtable.ts';
import { outFileTarget } from '../formatting/out-file-target.ts';
import { scopeOf, step } from './item-paths.ts';
import { rememberStarted } from './process-selection.ts';
import { type StartRequest, startChild, waitForEnd } from './started-process.ts';

interface StartArguments {
  readonly FilePath: string;
  readonly ArgumentList?: readonly string[] | undefined;
  readonly WorkingDirectory?: string | undefined;
  readonly RedirectStandardError?: string | undefined;
  readonly RedirectStandardInput?: string | undefined;
  readonly RedirectStandardOutput?: string | undefined;
  readonly UseNewEnvironment?: boolean | undefined;
  readonly Environment?: Hashtable | undefined;
}

const invalid = (type: string, message: string): ErrorSpec => ({
  id: type.slice(type.lastIndexOf('.') + 1),
  category: 'InvalidOperation',
  exceptionType: type,
  message,
});

/** The program: a command of that name, else the text itself. */
function* programOf(ctx: CmdletContext, name: string): Flow<string> {
  const { caller } = ctx;
  const found = yield* isPathName(name) ? findByPath(caller, name) : findOnPath(caller, name);
  return found && 'path' in found ? String(found.path) : name;
}

function* folderOf(ctx: CmdletContext, given: string | undefined): Flow<string | undefined> {
  if (given === undefined) return ctx.engine.workingDirectory;
  const { path } = ctx.engine.drives.resolve(given, scopeOf(ctx));
  const stat = yield* settle(ctx.engine.fs.stat(path));
  if (stat?.kind === 'directory') return path;
  const message = `The folder "${given}" of -WorkingDirectory does not exist.`;
  yield* settle(ctx.writeError(invalid('System.IO.DirectoryNotFoundException', message)));
  return undefined;
}

function environmentOf(ctx: CmdletContext, args: StartArguments): Map<string, string> {
  const variables = new Map(args.UseNewEnvironment ? [] : environmentEntries(ctx.engine.environment));
  for (const { key, value } of args.Environment?.entries() ?? []) {
    if (value === null || value === undefined) variables.delete(String(key));
    else variables.set(String(key), String(value));
  }
  return variables;
}

/** Files of the three streams, resolved; undefined after an error was reported. */
function* filesOf(ctx: CmdletContext, args: StartArguments): Flow<StartRequest['files'] | undefined> {
  const names = {
    input: args.RedirectStandardInput,
    output: args.RedirectStandardOutput,
    error: args.RedirectStandardError,
  };
  const files: { input?: string; output?: string; error?: string } = {};
  for (const which of ['input', 'output', 'error'] as const) {
    const name = names[which];
    if (name !== undefined) files[which] = yield* outFileTarget(ctx, { FilePath: name });
  }
  if (files.input !== undefined && (yield* settle(ctx.engine.fs.stat(files.input)))?.kind !== 'file') {
    const message = `The file "${names.input}" of -RedirectStandardInput does not exist.`;
    yield* settle(ctx.writeError(invalid('System.IO.FileNotFoundException', message)));
    return undefined;
  }
  const given = Object.values(files).map((path) => path.toLowerCase());
  if (new Set(given).size === given.length) return files;
  const message = 'The files of two redirected streams are the same.';
  yield* settle(ctx.writeError(invalid('System.InvalidOperationException', message)));
  return undefined;
}

/** What is to be started; undefined after an error was reported. */
function* requestOf(ctx: CmdletContext, args: StartArguments): Flow<StartRequest | undefined> {
  const file = yield* programOf(ctx, args.FilePath);
  const directory = yield* folderOf(ctx, args.WorkingDirectory);
  const files = directory === undefined ? undefined : yield* filesOf(ctx, args);
  if (directory === undefined || files === undefined) return undefined;
  const text = args.ArgumentList?.join(' ') ?? '';
  return { file, text, args: splitArguments(text), directory, environment: environmentOf(ctx, args), files };
}

/** Start-Process: starts programs, and waits for them on request. */
export const startProcess = defineCmdlet({
  name: 'Start-Process',
  aliases: ['saps'],
  synopsis: 'Starts a program.',
  defaultParameterSet: 'Default',
  supportsShouldProcess: true,
  confirmImpact: 'Medium',
  outputs: ['System.Diagnostics.Process'],
  effects: ['process:start'],
  parameters: {
    FilePath: parameter(type.string, {
      aliases: ['PSPath', 'Path'],
      mandatory: true,
      position: 0,
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The program: a path, or a name that is looked up.',
    }),
    ArgumentList: parameter(type.strings, {
      aliases: ['Args'],
      position: 1,
      help: 'Its arguments; they are joined with blanks and taken apart again, so quote what belongs together.',
    }),
    Credential: parameter(type.named('System.Management.Automation.PSCredential'), {
      aliases: ['RunAs'],
      set: 'Default',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Not supported: programs run as the same user.',
    }),
    WorkingDirectory: parameter(type.string, {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The folder it starts in; the current one.',
    }),
    LoadUserProfile: parameter(type.switch, {
      aliases: ['Lup'],
      set: 'Default',
      help: 'Has a meaning on Windows only.',
    }),
    NoNewWindow: parameter(type.switch, {
      aliases: ['nnw'],
      set: 'Default',
      help: 'Has a meaning on Windows only.',
    }),
    PassThru: parameter(type.switch, { help: 'Writes the process.' }),
    RedirectStandardError: parameter(type.string, {
      aliases: ['RSE'],
      set: 'Default',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The file for its error output.',
    }),
    RedirectStandardInput: parameter(type.string, {
      aliases: ['RSI'],
      set: 'Default',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The file it reads as input.',
    }),
    RedirectStandardOutput: parameter(type.string, {
      aliases: ['RSO'],
      set: 'Default',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'The file for its output.',
    }),
    Verb: parameter(type.string, {
      set: 'UseShellExecute',
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Not supported outside of Windows.',
    }),
    WindowStyle: parameter(type.enumOf('System.Diagnostics.ProcessWindowStyle'), {
      validate: [{ kind: 'notNullOrEmpty' }],
      help: 'Not supported outside of Windows.',
    }),
    Wait: parameter(type.switch, { help: 'Waits until it has ended.' }),
    UseNewEnvironment: parameter(type.switch, {
      set: 'Default',
      help: 'Starts it without the environment variables of this session.',
    }),
    Environment: parameter(type.hashtable, { help: 'Environment variables to set for it; $null takes one away.' }),
  },
  invoke: (ctx) => ({
    begin: (args) =>
      step(
        (function* () {
          for (const name of ['Verb', 'WindowStyle', 'Credential'] as const)
            if (args[name] !== undefined)
              ctx.throwTerminating({
                id: 'NotSupportedException',
                category: 'NotImplemented',
                exceptionType: 'System.NotSupportedException',
                message: `Start-Process -${name} is not supported on this platform.`,
              });
          const request = yield* requestOf(ctx, args);
          if (!request) return;
          if (!(yield* settle(ctx.shouldProcess(`${request.file} ${request.text}`.trim())))) return;
          const started = yield* startChild(ctx, request);
          rememberStarted(ctx, started, started.child?.id ?? 0);
          if (args.PassThru) yield* settle(ctx.write(started));
          if (args.Wait) yield* waitForEnd(ctx, started);
        })(),
      ),
  }),
});
